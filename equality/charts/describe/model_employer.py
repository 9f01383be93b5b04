"""Model Employer's small multiples, described: a panel a senior band, and one a sum."""

from __future__ import annotations

from equality.analyses.model_employer import BandLine, ModelEmployer
from equality.charts.descriptions import Trajectories, TrajectoryPanel
from equality.config import Configuration
from equality.domain import Standing
from equality.wording import model_employer as words
from equality.wording.names import band_name
from equality.wording.numbers import count, decimal


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
