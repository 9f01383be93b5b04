"""The finer ethnic groups within BME by band: what one word for everyone who is not White leaves unseen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from equality.analyses.workforce import workforce
from equality.config import Configuration
from equality.domain import BME_GROUPS, View
from equality.store.connection import Reader
from equality.store.fetch import fetch_ethnic_groups, rows_of

_KEY = ["as_at", "category", "band"]


@dataclass(frozen=True, slots=True)
class GroupShare:
    """One group's share (0 to 100) of one band, and of the whole block, in one snapshot.

    ``short_of_parity`` is how many more of the group the band would have at the group's share of the block; below 0
    where it has more.
    """

    year: int
    as_at: date
    category: str
    band: str
    ethnic_group: str
    people: int
    headcount: int
    share_pct: float
    block_pct: float
    short_of_parity: float


@dataclass(frozen=True, slots=True)
class EthnicGroups:
    """The shares of every group, band and snapshot for which finer groups were supplied; none in the public view."""

    ods_code: str
    rows: tuple[GroupShare, ...]

    def at(self, as_at: date, category: str) -> tuple[GroupShare, ...]:
        """The shares of one block in one snapshot."""
        return tuple(row for row in self.rows if row.as_at == as_at and row.category == category)


def ethnic_groups(reader: Reader, settings: Configuration, ods_code: str, view: View = View.PRIVATE) -> EthnicGroups:
    """The finer groups' shares of each band of the blocks, where numbers allow.

    A group with fewer staff in a block than ``thresholds.group_minimum_staff`` is left out, and so is a band with fewer
    posts than ``thresholds.step_minimum_posts``: a share of so few says nothing. The public view has none: five groups
    in every band are mostly counts that disclosure control would hide.
    """
    if view is View.PUBLIC:
        return EthnicGroups(ods_code, ())
    finer = fetch_ethnic_groups(reader, ods_code)
    staff = workforce(reader, settings, ods_code, view)
    shares = _shares(finer.dropna(subset="people"), staff[[*_KEY, "headcount"]].dropna())
    shown = shares[
        (shares["block_people"] >= settings.thresholds.group_minimum_staff)
        & (shares["headcount"] >= settings.thresholds.step_minimum_posts)
        & shares["ethnic_group"].isin(BME_GROUPS)
    ]
    return EthnicGroups(ods_code, tuple(_row(row) for row in rows_of(shown)))


def _shares(finer: pd.DataFrame, headcounts: pd.DataFrame) -> pd.DataFrame:
    blocks = headcounts[headcounts["band"] == "all"].drop(columns="band")
    groups = finer.groupby(["as_at", "category", "ethnic_group"], as_index=False).agg(block_people=("people", "sum"))
    placed = finer.merge(headcounts, on=_KEY).merge(blocks, on=_KEY[:2], suffixes=("", "_block"))
    placed = placed.merge(groups, on=["as_at", "category", "ethnic_group"])
    return placed.assign(
        share_pct=100 * placed["people"] / placed["headcount"],
        block_pct=100 * placed["block_people"] / placed["headcount_block"],
        short_of_parity=placed["block_people"] / placed["headcount_block"] * placed["headcount"] - placed["people"],
    )


def _row(row: dict[str, Any]) -> GroupShare:
    values = {name: row[name] for name in GroupShare.__dataclass_fields__}
    whole = {name: int(row[name]) for name in ("people", "headcount")}
    return GroupShare(**{**values, **whole, "as_at": row["as_at"].date()})
