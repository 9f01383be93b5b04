"""Disclosure control for the public view: small counts leave the frames here, before anything is computed from them.

Everything that a reader can add or subtract goes into one call of ``suppress``: the three groups and the head count of
every band, block totals, tier sums, and the blocks of one snapshot together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from equality.config import Configuration
from equality.domain import ETHNICITIES, Status
from equality.statistics.disclosure import Cell, Relation, suppress

_MEASURES = (*ETHNICITIES, "headcount")
_TOP = "all"
_NOT_ADDED = ("senior_medical_manager",)


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
    Two-year averages come in halves, so they are protected in units of half a person.
    """
    keyed = flows.assign(key=_keys(flows, [(part, "") for part in flows["part"]]))
    hidden = []
    for (_, _, basis), item in keyed.groupby(["as_at", "item", "basis"]):
        scale = 2 if basis == "two_year_average" else 1
        hidden.append(_hide(item, _flow_relations(item), settings.disclosure.threshold, scale))
    return pd.concat(hidden).drop(columns="key") if hidden else flows


def _keys(frame: pd.DataFrame, keys: list[tuple[str, str]]) -> pd.Series:
    return pd.Series(keys, index=frame.index, dtype=object)


def _hide(frame: pd.DataFrame, parts: Iterable[Relation], threshold: int, scale: int = 1) -> pd.DataFrame:
    measures = [measure for measure in _MEASURES if measure in frame.columns]
    values = {
        (*key, measure): round(scale * value)
        for key, *row in frame[["key", *measures]].itertuples(index=False)
        for measure, value in zip(measures, row, strict=True)
        if not pd.isna(value)
    }
    relations = [*_across(frame, measures), *_down(parts, measures)]
    hidden = suppress(
        [Cell(key, value) for key, value in values.items()],
        [relation for relation in relations if _holds(relation, values)],
        threshold * scale,
        primary=_telling_zeros(frame, values),
    )
    return _without(frame, measures, hidden)


def _without(frame: pd.DataFrame, measures: list[str], hidden: frozenset[Any]) -> pd.DataFrame:
    left = frame.copy()
    for measure in measures:
        gone = pd.Series([(*key, measure) in hidden for key in frame["key"]], index=frame.index)
        left.loc[gone, measure] = float("nan")
        left.loc[gone, "status"] = str(Status.SUPPRESSED)
    return left


def _holds(relation: Relation, values: Mapping[Any, int]) -> bool:
    # A part that the source withheld leaves the sum untied: there is nothing to subtract from.
    total, parts = relation
    known = total in values and all(part in values for part in parts)
    return known and values[total] == sum(values[part] for part in parts)


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


def _flow_relations(item: pd.DataFrame) -> Iterator[Relation]:
    parts = list(item["part"])
    for kind in (
        lambda part: ":" not in part,
        lambda part: part.startswith("band:"),
        lambda part: part.startswith("route:"),
    ):
        pieces = tuple((part, "") for part in parts if part and kind(part))
        if pieces:
            yield ("", ""), pieces
