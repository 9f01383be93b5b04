"""Model Employer's small multiples, described: a panel a senior band, and one a sum."""

from __future__ import annotations

from datetime import date

from equality.analyses.model_employer import BandLine, ModelEmployer
from equality.analyses.representation import BandShare, Representation
from equality.charts.descriptions import DotInterval, IntervalRow, ReferenceLine, Trajectories, TrajectoryPanel
from equality.config import Configuration
from equality.domain import Standing, Status
from equality.wording import model_employer as words
from equality.wording.names import STATUS_NAMES, band_name
from equality.wording.numbers import count, decimal, interval, percent
from equality.wording.representation import describe_band


def describe_trajectories(found: ModelEmployer, settings: Configuration) -> Trajectories:
    """Every senior band's staff against its line, in people; the sums from 8a and from 8c stand apart."""
    bme = settings.terms.bme
    return Trajectories(
        title=words.describe_finding(found, bme),
        subtitle=words.describe_size(found, bme),
        alt=words.describe_lines(found, bme),
        panels=tuple(_panel(line, bme) for line in found.lines if len(line.members) == 1),
        sums=tuple(_panel(line, bme) for line in found.lines if len(line.members) > 1),
        actual_name=f"{bme} staff",
    )


def _panel(line: BandLine, bme: str) -> TrajectoryPanel:
    actual = tuple((row.year, float(row.actual_bme)) for row in line.years if row.actual_bme is not None)
    target = tuple((row.year, row.target_bme) for row in line.years if row.target_bme is not None)
    return TrajectoryPanel(
        title=band_name(line.band),
        verdict=words.describe_verdict(line),
        strong=line.standing == Standing.BEHIND,
        actual=actual,
        target=target,
        current_label=count(actual[-1][1]) if actual else "",
        goal_label=count(target[-1][1]) if target else "",
        standing_words="" if actual else "count not held",
        hovers=tuple(_hover(line, year, bme) for year, _ in actual),
    )


def _hover(line: BandLine, year: int, bme: str) -> str:
    row = next(row for row in line.years if row.year == year)
    target = "" if row.target_bme is None else f"<br>line: {decimal(row.target_bme, 1)}"
    return f"{band_name(line.band)}, {year}: {count(row.actual_bme)} of {count(row.headcount)} {bme}{target}"


def describe_senior_shares(
    found: ModelEmployer, shares: Representation, as_at: date, settings: Configuration
) -> DotInterval:
    """Where the senior bands stand on a day from which no line can start: each band's share against the workforce's."""
    bme = settings.terms.bme
    rows = [row for row in reversed(shares.mountain(as_at, "non_medical")) if row.band in settings.model_employer.bands]
    whole = shares.total(as_at)
    line = () if whole is None or whole.bme_pct is None else (whole.bme_pct,)
    return DotInterval(
        title=words.describe_finding(found, bme),
        alt=" ".join([f"{words.describe_finding(found, bme)}.", *(describe_band(row, bme) for row in rows)]),
        rows=tuple(_share_row(row, bme) for row in rows),
        unit="percent",
        value_heading=f"{bme} share of the band, % (95% interval)",
        words_heading="Staff",
        lines=tuple(ReferenceLine(f"whole workforce {decimal(share, 1)}", share, "workforce") for share in line),
    )


def _share_row(row: BandShare, bme: str) -> IntervalRow:
    shown = row.bme_pct is not None
    return IntervalRow(
        label=band_name(row.band),
        value=row.bme_pct,
        lower=row.lower_95,
        upper=row.upper_95,
        role="bme",
        value_label=f"{percent(row.bme_pct)} ({interval(row.lower_95, row.upper_95)})" if shown else "",
        words=f"{count(row.bme)} of {count(row.headcount)}" if shown else STATUS_NAMES[Status(row.status)],
        hover=describe_band(row, bme),
    )
