"""Representation by band: how the BME share of staff thins out from the base to the summit (WRES indicator 1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd

from equality.analyses.community import CommunityShare, community
from equality.analyses.workforce import COUNTS, workforce
from equality.config import Configuration
from equality.domain import Status, View
from equality.statistics.proportions import wilson_bounds
from equality.store.connection import Reader
from equality.store.fetch import fetch_board, rows_of
from equality.store.reference import bands

CATEGORY_ORDER = ("all", "non_medical", "non_clinical", "clinical", "medical")


@dataclass(frozen=True, slots=True)
class BandShare:
    """One band of one block in one snapshot. Shares are 0 to 100; None where ``status`` says why.

    ``lowest_pct`` and ``highest_pct`` are the share if everyone of unknown ethnicity were White, or BME.
    ``short_of_parity`` is how many more BME staff the band would have at the workforce's share; not below 0.
    """

    year: int
    ods_code: str
    category: str
    band: str
    white: int | None
    bme: int | None
    unknown: int | None
    headcount: int | None
    bme_pct: float | None
    lower_95: float | None
    upper_95: float | None
    workforce_bme_pct: float | None
    gap_points: float | None
    lowest_pct: float | None
    highest_pct: float | None
    short_of_parity: float | None
    as_at: date
    status: str


@dataclass(frozen=True, slots=True)
class Step:
    """A fall in the BME share between two neighbouring bands, and the people it stands for.

    ``people`` is (share below − share above) × headcount of the upper band.
    """

    lower_band: str
    upper_band: str
    lower_pct: float
    upper_pct: float
    people: float

    @property
    def points(self) -> float:
        """How many percentage points are lost from the lower band to the upper."""
        return self.lower_pct - self.upper_pct


@dataclass(frozen=True, slots=True)
class Representation:
    """An organisation's shares by band in every snapshot, oldest first, with its board and the community served."""

    ods_code: str
    rows: tuple[BandShare, ...]
    board: tuple[BandShare, ...]
    community: CommunityShare | None
    step_minimum_posts: int

    def mountain(self, as_at: date, category: str) -> tuple[BandShare, ...]:
        """The bands of one block from the base to the summit, without its total."""
        return tuple(row for row in self.rows if row.as_at == as_at and row.category == category and row.band != "all")

    def total(self, as_at: date, category: str = "all") -> BandShare | None:
        """The block's total, or the whole workforce."""
        found = (row for row in self.rows if (row.as_at, row.category, row.band) == (as_at, category, "all"))
        return next(found, None)

    def board_at(self, as_at: date) -> BandShare | None:
        """The whole board on that date."""
        return next((row for row in self.board if row.as_at == as_at), None)

    def largest_step_down(self, as_at: date, category: str) -> Step | None:
        """The step between neighbouring bands that loses most BME people, among steps with enough posts on both sides.

        Medical grades are no ladder of bands, so they have no step; ``other`` grades stand beside the ladder.
        """
        if category == "medical":
            return None
        ladder = [row for row in self.mountain(as_at, category) if row.band != "other"]
        pairs = [pair for pair in pairwise(ladder) if self._counts(*pair)]
        falls = [step for step in (_step(below, above) for below, above in pairs) if step.people > 0]
        return max(falls, key=lambda step: step.people, default=None)

    def _counts(self, *pair: BandShare) -> bool:
        return all(
            row.bme_pct is not None and row.headcount is not None and row.headcount >= self.step_minimum_posts
            for row in pair
        )


def representation(reader: Reader, settings: Configuration, ods_code: str, view: View = View.PRIVATE) -> Representation:
    """The BME share of every band, block and snapshot of an organisation; no rows where it holds no staff counts."""
    staff = workforce(reader, settings, ods_code, view)
    staff = staff[staff["band"].isin(_published_bands())]
    whole = staff[(staff["category"] == "all") & (staff["band"] == "all")]
    shares = _shares(staff, whole)
    seats = fetch_board(reader, ods_code).query("part == 'total'").assign(category="board", band="board")
    hidden_board = view is View.PUBLIC and settings.disclosure.board == "suppress"
    board = _shares(seats.iloc[:0] if hidden_board else seats, whole)
    return Representation(
        ods_code=ods_code,
        rows=_rows(shares, ods_code),
        board=_rows(board, ods_code),
        community=community(reader, settings),
        step_minimum_posts=settings.thresholds.step_minimum_posts,
    )


def _step(below: BandShare, above: BandShare) -> Step:
    lower, upper = below.bme_pct or 0.0, above.bme_pct or 0.0
    return Step(below.band, above.band, lower, upper, (lower - upper) / 100 * (above.headcount or 0))


def _published_bands() -> set[str]:
    """Every band and the blocks' totals, without the sums of bands that other questions need."""
    return {"all", *(band for block in bands().values() for band in block)}


def _shares(staff: pd.DataFrame, whole: pd.DataFrame) -> pd.DataFrame:
    """The frame with shares, intervals, bounds and the gap to the workforce; NaN where a part is missing."""
    total = staff["headcount"].where(staff["headcount"] > 0)
    lower, upper = wilson_bounds(staff["bme"].to_numpy(), staff["headcount"].to_numpy())
    workforce_pct = dict(zip(whole["as_at"], 100 * whole["bme"] / whole["headcount"].replace(0, np.nan), strict=True))
    shares = staff.assign(
        bme_pct=100 * staff["bme"] / total,
        lower_95=100 * lower,
        upper_95=100 * upper,
        lowest_pct=100 * staff["bme"] / total,
        highest_pct=100 * (staff["bme"] + staff["unknown"]) / total,
        workforce_bme_pct=staff["as_at"].map(workforce_pct),
    )
    shares["gap_points"] = shares["bme_pct"] - shares["workforce_bme_pct"]
    short = shares["workforce_bme_pct"] / 100 * shares["headcount"] - shares["bme"]
    shares["short_of_parity"] = short.clip(lower=0)
    shares["status"] = np.where(staff["headcount"] == 0, str(Status.UNDEFINED), shares["status"])
    return shares


def _rows(shares: pd.DataFrame, ods_code: str) -> tuple[BandShare, ...]:
    # "other" stands above VSM in one block and below the consultants in another: a place is of a block and band.
    places = {(block, band): place for block, names in bands().items() for place, band in enumerate(names)}
    ordered = shares.assign(
        ods_code=ods_code,
        _category=shares["category"].map({name: place for place, name in enumerate(CATEGORY_ORDER)}),
        _band=[places.get(pair, len(places)) for pair in zip(shares["category"], shares["band"], strict=True)],
    ).sort_values(["as_at", "_category", "_band"])
    return tuple(_row(record) for record in rows_of(ordered[list(BandShare.__dataclass_fields__)]))


def _row(record: dict[str, Any]) -> BandShare:
    values = {name: _plain(name, value) for name, value in record.items()}
    return BandShare(**values)


def _plain(name: str, value: Any) -> Any:  # noqa: ANN401 - a cell of a frame
    if name == "as_at":
        return value.date()
    if isinstance(value, float):
        if np.isnan(value):
            return None
        return int(value) if name in COUNTS else value
    return value
