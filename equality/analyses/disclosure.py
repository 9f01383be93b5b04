"""Disclosure control for the public view: small counts leave the frames here, before anything is computed from them.

Everything that a reader can add or subtract goes into one call of ``suppress``: the three groups and the head count of
every band, block totals, tier sums, and the blocks of one snapshot together. So does what nobody prints but anybody can
work out: a count that its source withheld beside a total that it gave, and the rest of a total that is split in part.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

import pandas as pd

from equality.config import Configuration
from equality.domain import ETHNICITIES, Status
from equality.statistics.disclosure import Cell, Relation, suppress

_MEASURES = (*ETHNICITIES, "headcount")
_TOP = "all"
_NOT_ADDED = ("senior_medical_manager",)
_AVERAGED_YEARS = {"two_year_average": 2}
_REST = "rest"
_KEPT_ANSWERS = 256


def hide_staff(staff: pd.DataFrame, settings: Configuration, sums: Mapping[str, tuple[str, ...]]) -> pd.DataFrame:
    """The staff frame without its small cells and those that would give them away; their status is ``suppressed``.

    Rows are those of ``analyses.workforce``; each snapshot is protected as one set of published tables.
    """
    keyed = staff.assign(key=_keys(staff, list(zip(staff["category"], staff["band"], strict=True))))
    hidden = [
        _hide(snapshot, _staff_relations(snapshot, sums), settings.disclosure.threshold)
        for _, snapshot in keyed.groupby("as_at")
    ]
    return pd.concat(hidden).drop(columns="key") if hidden else staff


def hide_flows(flows: pd.DataFrame, settings: Configuration) -> pd.DataFrame:
    """The flows frame without its small cells and those that would give them away.

    Each item, year and basis is one set: its headline is the sum of its categories, of its bands and of its routes.
    Two-year averages come in halves, so they are protected in units of half a person; one that overlaps a single year
    is hidden, because twice the average less one year is the other year.
    """
    keyed = flows.assign(key=_keys(flows, [(part, "") for part in flows["part"]]))
    hidden = []
    for (_, _, basis), item in keyed.groupby(["as_at", "item", "basis"]):
        scale = _AVERAGED_YEARS.get(str(basis), 1)
        hidden.append(_hide(item, _flow_relations(item), settings.disclosure.threshold, scale))
    return _blanked(pd.concat(hidden).drop(columns="key"), _overlapping) if hidden else flows


def hide_survey(survey: pd.DataFrame, settings: Configuration) -> pd.DataFrame:
    """The survey frame without results of too few respondents.

    Where one finer ethnic group is hidden they all are: the others and the BME result would tell of it.
    """
    few = survey["base"] < settings.disclosure.fewest_respondents
    finer = ~survey["ethnicity"].isin(ETHNICITIES)
    telling = few & (finer | (survey["ethnicity"] == "bme"))
    by_question = [survey["as_at"], survey["indicator"]]
    return _blanked(survey, lambda _: few | (finer & telling.groupby(by_question).transform("any")))


def hide_board(board: pd.DataFrame, settings: Configuration) -> pd.DataFrame:
    """The board frame: as it is where boards are published, else without its counts."""
    return board if settings.disclosure.board == "publish" else _blanked(board, lambda frame: frame["part"] != "")


def _overlapping(flows: pd.DataFrame) -> pd.Series:
    """Which rows are averages over years of which one is also given by itself."""
    averaged = flows["basis"].isin(_AVERAGED_YEARS)
    single = set(zip(flows.loc[~averaged, "item"], flows.loc[~averaged, "year"], strict=True))
    overlaps = [
        any((item, year - ago) in single for ago in range(_AVERAGED_YEARS.get(basis, 0)))
        for item, year, basis in zip(flows["item"], flows["year"], flows["basis"], strict=True)
    ]
    return pd.Series(overlaps, index=flows.index, dtype=bool)


def _blanked(frame: pd.DataFrame, which: Callable[[pd.DataFrame], pd.Series]) -> pd.DataFrame:
    left, gone = frame.copy(), which(frame)
    left.loc[gone, [name for name in (*_MEASURES, "value_pct", "base") if name in left.columns]] = float("nan")
    left.loc[gone, "status"] = str(Status.SUPPRESSED)
    return left


def _keys(frame: pd.DataFrame, keys: list[tuple[str, str]]) -> pd.Series:
    return pd.Series(keys, index=frame.index, dtype=object)


def _hide(frame: pd.DataFrame, parts: Iterable[Relation], threshold: int, scale: int = 1) -> pd.DataFrame:
    measures = [measure for measure in _MEASURES if measure in frame.columns]
    values: dict[Hashable, int] = {
        (*key, measure): round(scale * value)
        for key, *row in frame[["key", *measures]].itertuples(index=False)
        for measure, value in zip(measures, row, strict=True)
        if not pd.isna(value)
    }
    held, relations, derived = _tied([*_across(frame, measures), *_down(parts, measures)], values)
    cells = tuple(Cell(key, value) for key, value in held.items())
    hidden = _suppressed(cells, relations, threshold * scale, tuple(_telling_zeros(frame, values)), derived)
    return _without(frame, measures, hidden)


@lru_cache(maxsize=_KEPT_ANSWERS)
def _suppressed(
    cells: tuple[Cell, ...],
    relations: tuple[Relation, ...],
    threshold: int,
    primary: tuple[Hashable, ...],
    derived: frozenset[Hashable],
) -> frozenset[Hashable]:
    # The search takes about a second a snapshot, and every question about it asks for the same one.
    weights = dict.fromkeys(derived, 0.0)

    def search(also: frozenset[Hashable]) -> frozenset[Hashable]:
        def small(cell: Cell) -> bool:
            return 1 <= cell.value < threshold and (not _is_rest(cell.key) or cell.key in also)

        return suppress(cells, relations, threshold, small, weights, primary=primary)

    hidden = search(frozenset())
    small_rests = {cell.key for cell in cells if _is_rest(cell.key) and 1 <= cell.value < threshold}
    told = frozenset(
        key for total, parts in relations for key in small_rests & set(parts) if not hidden & {total, *parts}
    )
    return search(told) if told else hidden


def _is_rest(key: Hashable) -> bool:
    """Whether a count is only what is left of a total: nobody knows that it is small until it can be worked out."""
    return isinstance(key, tuple) and key[0] == _REST


def _without(frame: pd.DataFrame, measures: list[str], hidden: frozenset[Any]) -> pd.DataFrame:
    left = frame.copy()
    for measure in measures:
        gone = pd.Series([(*key, measure) in hidden for key in frame["key"]], index=frame.index)
        left.loc[gone, measure] = float("nan")
        left.loc[gone, "status"] = str(Status.SUPPRESSED)
    return left


def _tied(
    relations: Iterable[Relation], values: Mapping[Hashable, int]
) -> tuple[dict[Hashable, int], tuple[Relation, ...], frozenset[Hashable]]:
    """The counts with those that follow from them, relations that hold exactly, and which counts are not printed.

    A total that is more than its known parts is tied by the rest: of parts that are withheld or were never split.
    """
    named = [relation for relation in relations if relation[1]]
    held = _with_derived(named, values)
    tied = []
    for total, parts in named:
        known = tuple(part for part in parts if part in held)
        rest = held.get(total, -1) - sum(held[part] for part in known)
        if rest == 0 and len(known) == len(parts):
            tied.append((total, parts))
        elif rest >= 0:
            held[_REST, total, parts] = rest
            tied.append((total, (*known, (_REST, total, parts))))
    return held, tuple(tied), frozenset(held) - frozenset(values)


def _with_derived(relations: Iterable[Relation], values: Mapping[Hashable, int]) -> dict[Hashable, int]:
    """The counts, and each that is the only one missing from a sum, until no more follow."""
    held, before = dict(values), -1
    while before != len(held):
        before = len(held)
        for total, parts in relations:
            missing = [key for key in (total, *parts) if key not in held]
            known = sum(held.get(part, 0) for part in parts)
            if len(missing) == 1:
                held[missing[0]] = max(held[total] - known, 0) if total in held else known
    return held


def _telling_zeros(frame: pd.DataFrame, values: Mapping[Any, int]) -> list[Any]:
    """Zeros that tell the group of everyone in a cell: one group holds all of its people."""
    telling = []
    for key in frame["key"]:
        groups = {(*key, group): values.get((*key, group)) for group in ETHNICITIES}
        if None not in groups.values() and sum(value > 0 for value in groups.values() if value is not None) == 1:
            telling += [name for name, value in groups.items() if value == 0]
    return telling


def _across(frame: pd.DataFrame, measures: list[str]) -> Iterator[Relation]:
    if "headcount" in measures:
        for key in frame["key"]:
            yield (*key, "headcount"), tuple((*key, group) for group in ETHNICITIES)


def _down(parts: Iterable[Relation], measures: list[str]) -> Iterator[Relation]:
    for total, pieces in parts:
        for measure in measures:
            yield (*total, measure), tuple((*piece, measure) for piece in pieces)  # type: ignore[misc]


def _staff_relations(snapshot: pd.DataFrame, sums: Mapping[str, tuple[str, ...]]) -> Iterator[Relation]:
    held = set(snapshot["key"])
    for category, rows in snapshot.groupby("category"):
        bands = [band for band in rows["band"] if band not in (_TOP, *sums, *_NOT_ADDED)]
        yield (category, _TOP), tuple((category, band) for band in bands)
        for name, added in sums.items():
            yield (category, name), tuple((category, band) for band in bands if band in added)
    for band in {band for category, band in held if category == "non_medical"}:
        blocks = [(block, band) for block in ("clinical", "non_clinical") if (block, band) in held]
        yield ("non_medical", band), tuple(blocks)
    yield (_TOP, _TOP), tuple((block, _TOP) for block in ("non_medical", "medical") if (block, _TOP) in held)
    # Of the consultants, never added: the consultants who are no managers are the rest.
    yield ("medical", "consultant"), tuple(("medical", band) for band in _NOT_ADDED if ("medical", band) in held)


def _flow_relations(item: pd.DataFrame) -> Iterator[Relation]:
    parts = sorted(item["part"])

    def held(*names: str) -> tuple[tuple[str, str], ...]:
        return tuple((part, "") for part in parts if part in names)

    split = held("clinical", "non_clinical")
    whole = held("non_medical")
    yield ("", ""), (*(whole or split), *held("medical"))
    if whole:
        yield whole[0], split
    managers = [f"band:{band}" for band in _NOT_ADDED]
    yield ("", ""), held(*(part for part in parts if part.startswith("band:") and part not in managers))
    yield ("band:consultant", ""), held(*managers)
    yield ("", ""), held(*(part for part in parts if part.startswith("route:")))
