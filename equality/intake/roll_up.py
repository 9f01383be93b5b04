"""Adding finer rows up to coarser ones, and finding where the two, both given, do not agree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from equality.domain import BME_GROUPS, Status
from equality.intake.contracts import KEY
from equality.store.reference import bands, ethnic_groups

TOLERANCE = 1e-6
_ROWS_SHOWN = 6
_RANKS = {str(Status.OK): 0, str(Status.NOT_SUPPLIED): 1, str(Status.SUPPRESSED): 2}


@dataclass(frozen=True, slots=True)
class Split:
    """How a column's finer values add up: ``parents`` names the coarser value of each finer one.

    ``least`` parts or more are a whole split, which must equal the coarser value; fewer must only not exceed it.
    """

    column: str
    parents: Mapping[str, str]
    least: int


@lru_cache(maxsize=1)
def code_split() -> Split:
    """Ethnic category codes to their groups: codes without a row are nobody, so any of them are the whole."""
    groups = ethnic_groups()
    return Split("ethnicity", {code: group for code, group in groups.items() if group and code != group}, 1)


@lru_cache(maxsize=1)
def band_split() -> Split:
    """Bands to the blank band. One band alone is an excerpt. Senior medical managers are of the consultants."""
    names = {band for known in bands().values() for band in known} - {"senior_medical_manager"}
    return Split("band", dict.fromkeys(sorted(names), ""), 2)


GROUP_SPLIT = Split("ethnicity", dict.fromkeys(BME_GROUPS, "bme"), 1)
ROUTE_SPLIT = Split("route", {"uk": "", "international": ""}, 2)
BLOCK_SPLIT = Split("category", {"clinical": "non_medical", "non_clinical": "non_medical"}, 2)
WORKFORCE_SPLIT = Split("category", {"non_medical": "", "medical": ""}, 2)
VOTING_SPLIT = Split("category", {"voting": "total", "non_voting": "total"}, 2)
EXECUTIVE_SPLIT = Split("category", {"executive": "total", "non_executive": "total"}, 2)


def roll_up(rows: pd.DataFrame, split: Split) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows at the coarser level, and the rows that their finer ones contradict.

    First frame: every row that is no part, and for each coarser value that was not given the sum of its parts
    (``value`` NaN and ``status`` not ok where a part is unknown). Second frame: the contradicted rows, with ``added``
    (the sum of the known parts) and ``part_rows`` (where the parts stand).
    """
    is_part = rows[split.column].isin(split.parents)
    given, parts = rows[~is_part], rows[is_part]
    if parts.empty:
        return given, given.iloc[:0].assign(added=0.0, part_rows="")
    coarse = parts.assign(**{split.column: parts[split.column].map(split.parents)})
    added = add_parts(coarse)
    both = given.merge(added[[*KEY, "known", "unknown_parts", "parts"]], on=list(KEY))
    contradicted = both[_disagrees(both, split)].rename(columns={"known": "added"})
    return _with_sums(given, added), _with_part_rows(contradicted[[*rows.columns, "added"]], coarse)


def add_parts(rows: pd.DataFrame) -> pd.DataFrame:
    """One row a key: ``known`` (the sum of the known parts), ``unknown_parts``, ``parts`` (how many), and the first
    part's place. ``value`` is NaN and ``status`` a mark where a part is suppressed or not supplied.
    """
    # Ranks, because the largest of some texts is a slow thing to ask of pandas.
    ranks = rows["status"].map(_RANKS).astype("int64")
    marked = rows.assign(known=rows["value"].where(ranks == 0, 0.0), rank=ranks)
    kept = {name: (name, "first") for name in rows.columns if name not in {*KEY, "value", "status"}}
    grouped = marked.groupby(list(KEY), sort=False)
    added = grouped.agg(known=("known", "sum"), rank=("rank", "max"), parts=("known", "size"), **kept).reset_index()
    unknown = added["rank"] > 0
    return added.assign(
        unknown_parts=unknown,
        value=added["known"].where(~unknown),
        status=added["rank"].map({rank: status for status, rank in _RANKS.items()}),
    )


def _disagrees(both: pd.DataFrame, split: Split) -> pd.Series[bool]:
    whole = (both["parts"] >= split.least) & ~both["unknown_parts"]
    difference = both["known"] - both["value"]
    above, below = difference > TOLERANCE, difference < -TOLERANCE
    return (both["status"] == Status.OK) & (above | (whole & below))


def _with_sums(given: pd.DataFrame, added: pd.DataFrame) -> pd.DataFrame:
    if given.empty:
        return added[list(given.columns)]
    held = pd.MultiIndex.from_frame(given[list(KEY)])
    fresh = added[~pd.MultiIndex.from_frame(added[list(KEY)]).isin(held)]
    return pd.concat([given, fresh[list(given.columns)]], ignore_index=True)


def _with_part_rows(contradicted: pd.DataFrame, coarse: pd.DataFrame) -> pd.DataFrame:
    if contradicted.empty:
        return contradicted.assign(part_rows="")
    wanted = pd.MultiIndex.from_frame(contradicted[list(KEY)])
    parts = coarse[pd.MultiIndex.from_frame(coarse[list(KEY)]).isin(wanted)]
    rows = parts.groupby(list(KEY), sort=False)["source_row"].agg(_rows_in_words).rename("part_rows").reset_index()
    return contradicted.merge(rows, on=list(KEY))


def _rows_in_words(rows: pd.Series[int]) -> str:
    shown = ", ".join(str(row) for row in list(rows)[:_ROWS_SHOWN])
    return shown + (", .." if len(rows) > _ROWS_SHOWN else "")
