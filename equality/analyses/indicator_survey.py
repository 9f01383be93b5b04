"""Indicators 5 to 8: per cent of White and of BME respondents to the staff survey."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pandas as pd

from equality.analyses.indicator_rows import Measure, missing
from equality.domain import BME_GROUPS, Status, Verdict
from equality.indicators import Indicator
from equality.statistics.change import verdict_of
from equality.statistics.interval import NO_INTERVAL
from equality.statistics.proportions import newcombe_interval, wilson_interval


def survey_measures(indicator: Indicator, survey: pd.DataFrame, years: list[int]) -> Iterator[Measure]:
    """The headline of every year and basis, and a part for each finer ethnic group supplied.

    The interval is Wilson's where the base is known, approximate because results are weighted; else there is none, and
    the gap has no verdict.
    """
    asked = survey[survey["indicator"] == indicator.indicator]
    for year in years:
        rows = asked[asked["year"] == year]
        if rows[rows["ethnicity"] == "bme"].empty:
            yield missing(year, indicator.indicator, "", indicator.unit, Status.NOT_SUPPLIED)
        for _, on_basis in rows.groupby("basis"):
            white = _row(on_basis, "white")
            for group in ("bme", *BME_GROUPS):
                found = _row(on_basis, group)
                if found is not None:
                    yield _measure(indicator, year, "" if group == "bme" else f"group:{group}", found, white)


def _measure(indicator: Indicator, year: int, part: str, bme: pd.Series, white: pd.Series | None) -> Measure:
    if pd.isna(bme["value_pct"]):
        return missing(year, indicator.indicator, part, indicator.unit, Status(bme["status"]), str(bme["basis"]))
    share, base = float(bme["value_pct"]), _number(bme["base"])
    white_share = None if white is None else _number(white["value_pct"])
    white_base = None if white is None else _number(white["base"])
    return Measure(
        year=year,
        indicator=indicator.indicator,
        part=part,
        unit=indicator.unit,
        status=str(Status.OK),
        value=share,
        interval=wilson_interval(share / 100 * base, base).scaled(100) if base else NO_INTERVAL,
        white_value=white_share,
        bme_value=share,
        gap_points=None if white_share is None else share - white_share,
        white_total=white_base,
        bme_total=base,
        basis=str(bme["basis"]),
        verdict=_verdict(indicator, share, base, white_share, white_base),
    )


def _verdict(
    indicator: Indicator, share: float, base: float | None, white_share: float | None, white_base: float | None
) -> str:
    if white_share is None or not base or not white_base:
        return str(Verdict.CANNOT_BE_CALCULATED)
    gap = newcombe_interval(share / 100 * base, base, white_share / 100 * white_base, white_base)
    return str(Verdict(verdict_of(gap, 0.0, indicator.higher_is_worse)))


def _row(rows: pd.DataFrame, ethnicity: str) -> pd.Series | None:
    found = rows[rows["ethnicity"] == ethnicity]
    return None if found.empty else found.iloc[0]


def _number(value: object) -> float | None:
    number = float(value)  # type: ignore[arg-type]
    return None if math.isnan(number) else number
