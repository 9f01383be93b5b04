"""The line of each senior band: baseline, goal, target year by year, and where the band stands on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from equality.analyses.indicator_rows import worst_status
from equality.config import BandSize, TargetBasis, UnknownRule
from equality.domain import Standing, Status
from equality.statistics.trajectory import goal as goal_for
from equality.statistics.trajectory import standing as standing_of
from equality.statistics.trajectory import target_line


@dataclass(frozen=True, slots=True)
class Options:
    """Which reading of the target is in force. ``local_target_pct`` (0 to 100) is used by the target ``local``."""

    target: TargetBasis
    size: BandSize
    unknown: UnknownRule
    end_year: int
    local_target_pct: float | None = None


@dataclass(frozen=True, slots=True)
class BandYear:
    """One band in one year. Targets and what they are behind by are people, not rounded.

    ``additional_needed`` is the goal minus the latest actual, not below 0; the same in every year.
    """

    year: int
    ods_code: str
    band: str
    headcount: int | None
    actual_bme: int | None
    target_bme: float | None
    target_pct: float | None
    behind_by: float | None
    additional_needed: int | None
    standing: str
    status: str


@dataclass(frozen=True, slots=True)
class BandLine:
    """A band's course: where it started, its goal, and how it stands in the latest year up to the year asked for."""

    band: str
    members: tuple[str, ...]
    baseline_posts: int | None
    baseline_bme: int | None
    goal: int | None
    latest_year: int | None
    latest_posts: int | None
    latest_bme: int | None
    behind_by: float | None
    additional_needed: int | None
    standing: str
    years: tuple[BandYear, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """What lines are drawn from: the March snapshots of the senior bands, the share aimed at, and the years.

    ``cells`` are the rows by (year, band), sums included, with bme, headcount (None where missing) and status;
    ``share_prop`` is 0 to 1.
    """

    ods_code: str
    cells: Mapping[tuple[int, str], Mapping[str, Any]]
    baseline_year: int
    now_year: int
    share_prop: float | None
    options: Options
    fewest_posts: int

    def status(self, year: int, band: str) -> str:
        """Why a count of the band is missing in a year; ok where none is."""
        return str(self.cells[year, band]["status"]) if (year, band) in self.cells else str(Status.OK)

    def count(self, year: int, band: str, measure: str) -> int | None:
        """The band's ``bme`` or ``headcount`` in a year; None where no snapshot is held or the number is missing."""
        if (year, band) not in self.cells:
            # A snapshot that is held by band but has no row for this one has nobody in it.
            return 0 if year in self.years else None
        value = self.cells[year, band][measure]
        return None if pd.isna(value) else int(value)

    @property
    def years(self) -> frozenset[int]:
        """The years whose snapshot is held by band: of a block's total alone, nothing is known about its bands."""
        return frozenset(year for year, band in self.cells if band != "all")

    @property
    def size_year(self) -> int:
        """The year whose band size the goal is a share of."""
        return self.baseline_year if self.options.size == "baseline" else self.now_year


@dataclass(frozen=True, slots=True)
class _Anchor:
    """The ends of one line: posts that the goal is a share of, BME staff at the baseline, and the goal."""

    size: int | None
    start: int | None
    goal: int | None


def band_lines(course: Course, bands: tuple[str, ...], sums: dict[str, tuple[str, ...]]) -> tuple[BandLine, ...]:
    """The line of every band, then of every sum of bands.

    A sum's goal is the sum of where its bands' lines end, a band above its goal keeping what it had; so the sum's
    target is the sum of its bands' targets in every year, and it is met only if every band is.
    """
    anchors = {band: _band_anchor(course, band) for band in bands}
    lines = {band: _line(course, band, (band,), anchors[band]) for band in bands}
    for name, members in sums.items():
        anchor = _sum_anchor(course, name, [anchors[band] for band in members])
        lines[name] = _line(course, name, members, anchor, [lines[band].additional_needed for band in members])
    return tuple(lines.values())


def _band_anchor(course: Course, band: str) -> _Anchor:
    size = course.count(course.size_year, band, "headcount")
    goal = None if size is None or course.share_prop is None else goal_for(size, course.share_prop)
    return _Anchor(size, course.count(course.baseline_year, band, "bme"), goal)


def _sum_anchor(course: Course, name: str, parts: list[_Anchor]) -> _Anchor:
    ends = [None if part.goal is None or part.start is None else max(part.goal, part.start) for part in parts]
    return _Anchor(
        course.count(course.size_year, name, "headcount"),
        course.count(course.baseline_year, name, "bme"),
        _summed(ends),
    )


def _summed(values: list[int | None]) -> int | None:
    return None if None in values else sum(value for value in values if value is not None)


def _line(
    course: Course, band: str, members: tuple[str, ...], anchor: _Anchor, of_members: list[int | None] | None = None
) -> BandLine:
    latest_year = _latest_year(course, band)
    latest_bme = None if latest_year is None else course.count(latest_year, band, "bme")
    needed = _needed(anchor, latest_bme) if of_members is None else _summed(of_members)
    now = _standing(course, band, course.now_year, anchor)
    last = max(course.options.end_year, course.baseline_year)
    years = tuple(_band_year(course, band, y, anchor, needed, now) for y in range(course.baseline_year, last + 1))
    return BandLine(
        band=band,
        members=members,
        baseline_posts=course.count(course.baseline_year, band, "headcount"),
        baseline_bme=anchor.start,
        goal=anchor.goal,
        latest_year=latest_year,
        latest_posts=None if latest_year is None else course.count(latest_year, band, "headcount"),
        latest_bme=latest_bme,
        behind_by=None if latest_year is None else _distance(course, anchor, latest_year, latest_bme),
        additional_needed=needed,
        standing=now,
        years=years,
    )


def _needed(anchor: _Anchor, latest_bme: int | None) -> int | None:
    return None if anchor.goal is None or latest_bme is None else max(anchor.goal - latest_bme, 0)


def _distance(course: Course, anchor: _Anchor, year: int, actual: int | None) -> float | None:
    target = _target(course, anchor, year)
    return None if actual is None or target is None else target - actual


def _latest_year(course: Course, band: str) -> int | None:
    years = {year for year in course.years if year <= course.now_year}
    return max((year for year in years if course.count(year, band, "bme") is not None), default=None)


def _band_year(course: Course, band: str, year: int, anchor: _Anchor, needed: int | None, now: str) -> BandYear:
    actual, target = course.count(year, band, "bme"), _target(course, anchor, year)
    return BandYear(
        year=year,
        ods_code=course.ods_code,
        band=band,
        headcount=course.count(year, band, "headcount"),
        actual_bme=actual,
        target_bme=target,
        target_pct=None if course.share_prop is None else 100 * course.share_prop,
        behind_by=_distance(course, anchor, year, actual),
        additional_needed=needed,
        # A year without a count has no standing of its own: it carries the band's standing now.
        standing=now if actual is None else _standing(course, band, year, anchor),
        status=_status(course, band, year, actual, target),
    )


def _status(course: Course, band: str, year: int, actual: int | None, target: float | None) -> str:
    """Ok where there is a target, and an actual count if a snapshot of the year is held; else the reason."""
    years = [year] if actual is None else []
    years += [course.baseline_year, course.size_year] if target is None else []
    found = worst_status(*(course.status(missing, band) for missing in years))
    return str(Status.NOT_SUPPLIED if found is Status.OK and target is None else found)


def _target(course: Course, anchor: _Anchor, year: int) -> float | None:
    if anchor.start is None or anchor.goal is None:
        return None
    return target_line(anchor.start, anchor.goal, course.baseline_year, course.options.end_year, year)


def _standing(course: Course, band: str, year: int, anchor: _Anchor) -> str:
    if anchor.size is not None and anchor.size < course.fewest_posts:
        return str(Standing.TOO_SMALL)
    actual, target = course.count(year, band, "bme"), _target(course, anchor, year)
    if actual is None or target is None or anchor.start is None or anchor.goal is None or anchor.size is None:
        return str(Standing.NO_BASELINE)
    return standing_of(actual, target, anchor.start, anchor.goal, anchor.size, fewest_posts=course.fewest_posts)
