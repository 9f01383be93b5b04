"""Indicators 1 and 9: the BME share of senior bands, and of the board, minus that of the whole workforce, in points."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from equality.analyses.indicator_rows import Measure, missing, worst_status
from equality.domain import Status, Verdict
from equality.indicators import Indicator
from equality.statistics.change import verdict_of
from equality.statistics.interval import Interval
from equality.statistics.proportions import gap_from_rest, newcombe_interval

HEADLINE_BAND = "8a_plus"
BOARD_PARTS = ("total", "voting", "executive")


def representation_measures(indicator: Indicator, staff: pd.DataFrame, years: list[int]) -> Iterator[Measure]:
    """Indicator 1: the headline (8a and above) and a part a band, of all non-medical staff and the medical grades.

    A band is part of the workforce, so its interval is for the band against the rest of it.
    """
    for year in years:
        held = staff[staff["year"] == year]
        whole = _counts(held, "all", "all")
        found = _gap(indicator, year, "", _counts(held, "non_medical", HEADLINE_BAND), whole)
        yield found or missing(year, indicator.indicator, "", "points", _reason(held, "non_medical", HEADLINE_BAND))
        for row in held[held["category"].isin(("non_medical", "medical"))].itertuples(index=False):
            if row.band in ("all", "other", "lower", "middle", "upper", "8a_plus", "8c_plus"):
                continue
            part = f"band:{row.band}"
            found = _gap(indicator, year, part, _counts(held, str(row.category), str(row.band)), whole)
            yield found or missing(
                year, indicator.indicator, part, "points", _reason(held, str(row.category), str(row.band))
            )


def board_measures(
    indicator: Indicator, board: pd.DataFrame, staff: pd.DataFrame, years: list[int]
) -> Iterator[Measure]:
    """Indicator 9: whole board, voting and executive members, each against the whole workforce.

    A board is hardly part of the workforce that it is compared with, so the two are taken as independent.
    """
    for year in years:
        held = staff[staff["year"] == year]
        whole = _counts(held, "all", "all")
        for part in BOARD_PARTS:
            rows = board[(board["year"] == year) & (board["part"] == part)]
            seats = None if rows.empty else _pair(rows.iloc[0])
            if seats is None or whole is None or not seats[1] or not whole[1]:
                yield missing(year, indicator.indicator, part, "points", _board_status(rows, seats, whole, held))
                continue
            interval = newcombe_interval(*seats, *whole).scaled(100)
            value = 100 * (seats[0] / seats[1] - whole[0] / whole[1])
            yield _measure(indicator, year, part, seats, whole, value, interval)


def _gap(
    indicator: Indicator, year: int, part: str, cell: tuple[float, float] | None, whole: tuple[float, float] | None
) -> Measure | None:
    if cell is None or whole is None or not whole[1]:
        return None
    if not cell[1]:
        return missing(year, indicator.indicator, part, "points", Status.UNDEFINED)
    gap, interval = gap_from_rest(*cell, *whole)
    return None if gap is None else _measure(indicator, year, part, cell, whole, 100 * gap, interval.scaled(100))


def _measure(  # noqa: PLR0917 - the parts of one measure
    indicator: Indicator,
    year: int,
    part: str,
    cell: tuple[float, float],
    whole: tuple[float, float],
    value: float,
    interval: Interval,
) -> Measure:
    verdict = verdict_of(interval, 0.0, indicator.higher_is_worse)
    return Measure(
        year=year,
        indicator=indicator.indicator,
        part=part,
        unit=indicator.unit,
        status=str(Status.OK),
        value=value,
        interval=interval,
        bme_value=100 * cell[0] / cell[1],
        gap_points=value,
        workforce_bme_pct=100 * whole[0] / whole[1],
        bme_count=cell[0],
        bme_total=cell[1],
        verdict=str(Verdict(verdict)),
        people=-value / 100 * cell[1],
    )


def _counts(staff: pd.DataFrame, category: str, band: str) -> tuple[float, float] | None:
    rows = staff[(staff["category"] == category) & (staff["band"] == band)]
    return None if rows.empty else _pair(rows.iloc[0])


def _pair(row: pd.Series) -> tuple[float, float] | None:
    """BME people, and all people, of a row; None where either is missing."""
    bme, headcount = row["bme"], row["headcount"]
    return None if pd.isna(bme) or pd.isna(headcount) else (float(bme), float(headcount))


def _why(staff: pd.DataFrame, category: str, band: str) -> Status:
    rows = staff[(staff["category"] == category) & (staff["band"] == band)]
    return Status.NOT_SUPPLIED if rows.empty else Status(str(rows["status"].iloc[0]))


def _reason(staff: pd.DataFrame, category: str, band: str) -> Status:
    """Why a band has no gap: its own counts are missing, or those of the workforce that it is compared with."""
    found = worst_status(_why(staff, category, band), _why(staff, "all", "all"))
    return Status.UNDEFINED if found is Status.OK else found


def _board_status(
    rows: pd.DataFrame, seats: tuple[float, float] | None, whole: tuple[float, float] | None, staff: pd.DataFrame
) -> Status:
    if rows.empty:
        return Status.NOT_SUPPLIED
    if seats is None:
        return Status(str(rows["status"].iloc[0]))
    return _why(staff, "all", "all") if whole is None else Status.UNDEFINED
