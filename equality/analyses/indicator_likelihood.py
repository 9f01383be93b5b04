"""Indicators 2 to 4: how many times as likely one group is as the other, from counts of people."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pandas as pd

from equality.analyses.indicator_rows import Measure, missing, worst_status
from equality.domain import Status, Verdict
from equality.indicators import Indicator
from equality.statistics.change import verdict_of
from equality.statistics.ratios import RatioResult, people_at_reference_rate, relative_likelihood

BASES_BY_PREFERENCE = ("", "single_year", "two_year_average")

Groups = tuple[float | None, float | None]


def likelihood_measures(
    indicator: Indicator, flows: pd.DataFrame, staff: pd.DataFrame, years: list[int]
) -> Iterator[Measure]:
    """The headline of every year, and a part for each category, band and route that was supplied.

    Where a year has two bases, the single year is its figure and the average is given beside it (``alternates``).
    """
    counted = flows[flows["item"] == indicator.numerator]
    for year in years:
        rows = counted[counted["year"] == year]
        if rows[rows["part"] == ""].empty:
            yield missing(year, indicator.indicator, "", indicator.unit, Status.NOT_SUPPLIED)
        for row in rows.itertuples(index=False):
            base = _base(indicator, flows, staff, year, str(row.part))
            if base is None and row.part:
                continue
            yield _measure(indicator, year, str(row.part), str(row.basis), _groups(row), str(row.status), base)


def _measure(  # noqa: PLR0917 - the parts of one measure
    indicator: Indicator,
    year: int,
    part: str,
    basis: str,
    counted: Groups,
    status: str,
    base: tuple[Groups, str] | None,
) -> Measure:
    if base is None:
        return missing(year, indicator.indicator, part, indicator.unit, Status.NOT_SUPPLIED, basis)
    (white, bme), ((white_total, bme_total), base_status) = counted, base
    if white is None or bme is None or white_total is None or bme_total is None:
        return missing(year, indicator.indicator, part, indicator.unit, worst_status(status, base_status), basis)
    white_side, bme_side = (white, white_total), (bme, bme_total)
    over_bme = indicator.reference == "white_over_bme"
    if white > white_total or bme > bme_total:
        return missing(year, indicator.indicator, part, indicator.unit, Status.UNDEFINED, basis)
    found = relative_likelihood(*white_side, *bme_side) if over_bme else relative_likelihood(*bme_side, *white_side)
    people, people_interval = people_at_reference_rate(*white_side, *bme_side)
    return Measure(
        year=year,
        indicator=indicator.indicator,
        part=part,
        unit=indicator.unit,
        status=found.status,
        value=found.value,
        interval=found.interval,
        white_value=_pct(white, white_total),
        bme_value=_pct(bme, bme_total),
        white_count=white,
        white_total=white_total,
        bme_count=bme,
        bme_total=bme_total,
        basis=basis,
        verdict=_verdict(indicator, found),
        people=people,
        people_interval=people_interval,
    )


def _verdict(indicator: Indicator, found: RatioResult) -> str:
    # 3 against none has a lower bound but no value: what cannot be calculated is not judged either.
    if found.value is None:
        return str(Verdict.CANNOT_BE_CALCULATED)
    return str(Verdict(verdict_of(found.interval, 1.0, indicator.higher_is_worse)))


def _base(
    indicator: Indicator, flows: pd.DataFrame, staff: pd.DataFrame, year: int, part: str
) -> tuple[Groups, str] | None:
    """Those who could have been counted: shortlisted applicants, or staff of the same part on the snapshot day."""
    if indicator.denominator != "staff":
        rows = flows[(flows["item"] == indicator.denominator) & (flows["year"] == year) & (flows["part"] == part)]
    else:
        category, band = _place(part)
        in_year = staff[staff["year"] == year]
        rows = in_year[(in_year["category"] == category) & (in_year["band"] == band)]
    return None if rows.empty else (_groups(rows.iloc[0]), str(rows["status"].iloc[0]))


def _place(part: str) -> tuple[str, str]:
    if not part:
        return "all", "all"
    if not part.startswith("band:"):
        return part, "all"
    band = part.removeprefix("band:")
    return ("medical" if band in ("consultant", "career_grade", "trainee") else "non_medical"), band


def _groups(row: object) -> Groups:
    white, bme = (float(getattr(row, group)) for group in ("white", "bme"))
    return None if math.isnan(white) else white, None if math.isnan(bme) else bme


def _pct(count: float, total: float) -> float | None:
    return 100 * count / total if total else None
