"""The race disparity ratio: how much likelier White staff are to be in a higher tier of bands than BME staff."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from equality.analyses.workforce import NON_MEDICAL_BLOCKS, workforce
from equality.config import Configuration
from equality.domain import Status, Verdict, View
from equality.statistics.change import verdict_of
from equality.statistics.ratios import disparity_ratio
from equality.store.connection import Reader

STEPS = {"lower_middle": ("lower", "middle"), "middle_upper": ("middle", "upper"), "lower_upper": ("lower", "upper")}


@dataclass(frozen=True, slots=True)
class DisparityRow:
    """One step between two tiers of one block. Above 1: White staff are likelier to be in the higher tier.

    It is an odds ratio, not a promotion rate; its interval is Woolf's. The four counts are those it is made of.
    """

    year: int
    ods_code: str
    category: str
    step: str
    ratio: float | None
    lower_95: float | None
    upper_95: float | None
    method: str
    white_lower: int | None
    white_upper: int | None
    bme_lower: int | None
    bme_upper: int | None
    verdict: str
    as_at: date
    status: str


@dataclass(frozen=True, slots=True)
class Disparity:
    """An organisation's disparity ratios in every snapshot, oldest first."""

    ods_code: str
    rows: tuple[DisparityRow, ...]

    def at(self, as_at: date, category: str) -> tuple[DisparityRow, ...]:
        """The steps of one block in one snapshot."""
        return tuple(row for row in self.rows if row.as_at == as_at and row.category == category)


def disparity(reader: Reader, settings: Configuration, ods_code: str, view: View = View.PRIVATE) -> Disparity:
    """The three ratios of every non-medical block and snapshot; no rows where no staff counts are held."""
    staff = workforce(reader, settings, ods_code, view)
    tiers = staff[staff["band"].isin(("lower", "middle", "upper"))]
    rows = [
        _row(ods_code, tier["as_at"].iloc[0].date(), str(category), step, tier)
        for (_, category), tier in tiers.groupby(["as_at", "category"], sort=True)
        for step in STEPS
        if category in NON_MEDICAL_BLOCKS
    ]
    return Disparity(ods_code, tuple(sorted(rows, key=_order)))


def _order(row: DisparityRow) -> tuple[date, int, int]:
    return row.as_at, NON_MEDICAL_BLOCKS.index(row.category), list(STEPS).index(row.step)


def _row(ods_code: str, as_at: date, category: str, step: str, tier: pd.DataFrame) -> DisparityRow:
    white_low, white_high = (_count(tier, band, "white") for band in STEPS[step])
    bme_low, bme_high = (_count(tier, band, "bme") for band in STEPS[step])
    blank = DisparityRow(
        year=as_at.year,
        ods_code=ods_code,
        category=category,
        step=step,
        ratio=None,
        lower_95=None,
        upper_95=None,
        method="",
        white_lower=white_low,
        white_upper=white_high,
        bme_lower=bme_low,
        bme_upper=bme_high,
        verdict=str(Verdict.CANNOT_BE_CALCULATED),
        as_at=as_at,
        status=_missing_status(tier),
    )
    if white_low is None or white_high is None or bme_low is None or bme_high is None:
        return blank
    found = disparity_ratio(white_low, white_high, bme_low, bme_high)
    return replace(
        blank,
        ratio=found.value,
        lower_95=found.interval.lower,
        upper_95=found.interval.upper,
        method=found.interval.method,
        verdict=str(Verdict(verdict_of(found.interval, 1.0, higher_is_worse=True))),
        status=found.status,
    )


def _count(tier: pd.DataFrame, band: str, group: str) -> int | None:
    found = tier.loc[tier["band"] == band, group]
    # A tier without a row has no bands supplied at all: nobody is counted in it.
    if found.empty:
        return 0
    return None if pd.isna(found.iloc[0]) else int(found.iloc[0])


def _missing_status(tier: pd.DataFrame) -> str:
    hidden = (tier["status"] == Status.SUPPRESSED).any()
    return str(Status.SUPPRESSED if hidden else Status.NOT_SUPPLIED)
