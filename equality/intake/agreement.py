"""Figures that must agree with one another: finer with coarser, the board's parts, and one item with another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from equality.intake.contracts import KEY, describe_key
from equality.intake.items import FLOWS
from equality.intake.pointing import each_row
from equality.intake.problems import Problem, error
from equality.intake.roll_up import (
    BLOCK_SPLIT,
    EXECUTIVE_SPLIT,
    GROUP_SPLIT,
    ROUTE_SPLIT,
    TOLERANCE,
    VOTING_SPLIT,
    WORKFORCE_SPLIT,
    Split,
    band_split,
    code_split,
    roll_up,
)

OF_STAFF = ("disciplinary", "training")
PLACE = ("year", "as_at", "ods_code", "category", "band", "ethnicity")
_WHERE = ("file", "sheet", "source_row", "value_column")


def check_agreement(rows: pd.DataFrame) -> list[Problem]:
    """Every figure of ``rows`` (one import's new rows, with ``file``) that its own finer rows contradict."""
    staff, flows, board = (rows[rows["item"].isin(names)] for names in (("staff",), FLOWS, ("board",)))
    contradicted = [
        *(frame for splits in _staff_orders() for frame in _levels(staff, splits)[1]),
        *(frame for splits in _flow_orders() for frame in _levels(flows, splits)[1]),
    ]
    problems = [problem for frame in contradicted for problem in _describe(frame, "finer_disagree")]
    for frame in _levels(board, (VOTING_SPLIT, EXECUTIVE_SPLIT))[1]:
        problems += _describe(frame, "totals_disagree")
    return _once([*problems, *_check_managers(staff), *_check_grounds(rows)])


def check_across_items(rows: pd.DataFrame) -> list[Problem]:
    """Appointed above shortlisted, and disciplinary or training above staff, in ``rows``.

    ``rows`` are all figures of the organisations and snapshots that an import touches: its new rows, and those of the
    store (``file`` blank) that it leaves in place.
    """
    shortlisted, appointed = (_flow_levels(rows, (name,)) for name in ("shortlisted", "appointed"))
    among = "the shortlisted"
    problems = _exceeding(appointed, shortlisted, [*PLACE, "route"], "appointed_over_shortlisted", among)
    taken_part = _flow_levels(rows, OF_STAFF)
    return problems + _exceeding(taken_part, _staff_levels(rows), list(PLACE), "over_staff", "staff")


def _staff_orders() -> tuple[tuple[Split, ...], ...]:
    ethnicity = (code_split(), GROUP_SPLIT)
    return (*ethnicity, band_split(), BLOCK_SPLIT), (*ethnicity, BLOCK_SPLIT, band_split())


def _flow_orders() -> tuple[tuple[Split, ...], ...]:
    # A table may be split by route, band and category at once: each order compares other pairs of levels.
    categories = (BLOCK_SPLIT, WORKFORCE_SPLIT)
    return (
        (ROUTE_SPLIT, band_split(), *categories),
        (ROUTE_SPLIT, *categories, band_split()),
        (band_split(), *categories, ROUTE_SPLIT),
    )


def _levels(rows: pd.DataFrame, splits: Iterable[Split]) -> tuple[list[pd.DataFrame], list[pd.DataFrame]]:
    frames, contradicted = [rows], []
    for split in splits:
        coarser, found = roll_up(frames[-1], split)
        frames.append(coarser)
        contradicted.append(found)
    return frames, contradicted


def _flow_levels(rows: pd.DataFrame, names: Sequence[str]) -> pd.DataFrame:
    flows = rows[rows["item"].isin(names)]
    frames = [frame for splits in _flow_orders() for frame in _levels(flows, splits)[0]]
    return pd.concat(frames).drop_duplicates(list(KEY))


def _staff_levels(rows: pd.DataFrame) -> pd.DataFrame:
    staff = rows[rows["item"] == "staff"]
    frames = [frame for splits in _staff_orders() for frame in _levels(staff, (*splits, WORKFORCE_SPLIT))[0]]
    return pd.concat(frames).drop_duplicates(list(KEY))


def _exceeding(smaller: pd.DataFrame, larger: pd.DataFrame, keys: list[str], kind: str, among: str) -> list[Problem]:
    others = larger[[*keys, "value", *_WHERE]]
    both = smaller.merge(others, on=keys, suffixes=("", "_other"))
    new = (both["file"] != "") | (both["file_other"] != "")
    both = both[new & (both["value"] > both["value_other"] + TOLERANCE)]
    return _once(_exceeds(row, kind, among) for row in each_row(both))


def _exceeds(row: object, kind: str, among: str) -> Problem:
    # The new file is what can be put right: where only the other figure is new, the problem points there.
    new = "" if getattr(row, "file") else "_other"  # noqa: B009 - itertuples has no type to ask
    file, sheet, number, column = (getattr(row, name + new) for name in _WHERE)
    held = "" if getattr(row, f"file{'' if new else '_other'}") else ", as the store holds it"
    return error(
        kind,
        str(file),
        sheet=str(sheet),
        row=int(number),
        column=str(column),
        found=f"{describe_key(row)}: {_count(row, 'value')}",
        expected=f"at most {_count(row, 'value_other')}, {among}{held}",
        todo="Correct whichever of the two is wrong.",
    )


def _check_managers(staff: pd.DataFrame) -> list[Problem]:
    keys = [name for name in KEY if name != "band"]
    managers, consultants = (staff[staff["band"] == name] for name in ("senior_medical_manager", "consultant"))
    both = managers.merge(consultants[[*keys, "value"]], on=keys, suffixes=("", "_other"))
    return [
        error(
            "finer_disagree",
            str(row.file),
            sheet=str(row.sheet),
            row=int(row.source_row),
            column=str(row.value_column),
            found=f"{describe_key(row)}: {_count(row, 'value')}",
            expected=f"at most {_count(row, 'value_other')}, the consultants that they are of",
            todo="Correct whichever of the two is wrong.",
        )
        for row in each_row(both[both["value"] > both["value_other"]])
    ]


def _check_grounds(rows: pd.DataFrame) -> list[Problem]:
    keys = [name for name in KEY if name != "item"]
    named, base = (rows[rows["item"] == f"discrimination_ground_{name}"] for name in ("ethnic", "base"))
    both = named.merge(base[[*keys, "value", *_WHERE]], on=keys, suffixes=("", "_other"))
    return [
        _exceeds(row, "totals_disagree", "those who were asked for the ground")
        for row in each_row(both[both["value"] > both["value_other"]])
    ]


def _describe(frame: pd.DataFrame, kind: str) -> list[Problem]:
    return [
        error(
            kind,
            str(row.file),
            sheet=str(row.sheet),
            row=int(row.source_row),
            column=str(row.value_column),
            found=f"{describe_key(row)}: {_count(row, 'value')}",
            expected=f"{_count(row, 'added')}, what its parts add up to (rows {row.part_rows})",
            todo="Correct the total or the parts. A part that is not known is written N/A.",
        )
        for row in each_row(frame)
    ]


def _count(row: object, name: str) -> str:
    return f"{float(getattr(row, name)):,.1f}".removesuffix(".0")


def _once(problems: Iterable[Problem]) -> list[Problem]:
    places: dict[object, Problem] = {}
    for problem in problems:
        place = (problem.kind, problem.file, problem.sheet, problem.row, problem.column)
        places.setdefault(place, problem)
    return list(places.values())
