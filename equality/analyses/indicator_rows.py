"""What every indicator comes out as, whatever its kind: one row a year and part, with its counts and its interval."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from equality.domain import Status, Verdict
from equality.statistics.interval import NO_INTERVAL, Interval


@dataclass(frozen=True, slots=True)
class Measure:
    """One part of one indicator in one year, before it is compared with other years or with England.

    ``value`` and ``interval`` are in the indicator's unit (points, ratio or per cent). The counts are those that the
    value is made of: of ``white_total`` White people ``white_count``, and the same for BME; for indicators 1 and 9 the
    ``bme_count`` of ``bme_total`` people in the part. ``people`` is how many more BME people parity would mean.
    """

    year: int
    indicator: int
    part: str
    unit: str
    status: str
    value: float | None = None
    interval: Interval = NO_INTERVAL
    white_value: float | None = None
    bme_value: float | None = None
    gap_points: float | None = None
    workforce_bme_pct: float | None = None
    white_count: float | None = None
    white_total: float | None = None
    bme_count: float | None = None
    bme_total: float | None = None
    basis: str = ""
    verdict: str = Verdict.NOT_SUPPLIED
    people: float | None = None
    people_interval: Interval = NO_INTERVAL
    as_at: date | None = None


@dataclass(frozen=True, slots=True)
class IndicatorRow:
    """A measure with England's figure beside it and its change since the last comparable year supplied.

    ``change`` is a factor for ratios, points otherwise; the ``since_first`` columns say the same of the change since
    the first comparable year supplied (None where that is the last one, or there is none). ``as_at`` is the snapshot's
    date: one that is not in March has no change and is compared with nothing.
    """

    year: int
    ods_code: str
    indicator: int
    part: str
    value: float | None
    unit: str
    lower_95: float | None
    upper_95: float | None
    method: str
    white_value: float | None
    bme_value: float | None
    gap_points: float | None
    england_value: float | None
    change: float | None
    change_from_year: int | None
    change_verdict: str
    verdict: str
    status: str
    basis: str
    workforce_bme_pct: float | None
    white_count: float | None
    white_total: float | None
    bme_count: float | None
    bme_total: float | None
    people: float | None
    people_lower_95: float | None
    people_upper_95: float | None
    england_year: int | None
    england_source: str
    england_source_kind: str
    change_lower_95: float | None
    change_upper_95: float | None
    since_first: float | None
    since_first_year: int | None
    since_first_verdict: str
    as_at: date | None = None


def missing(year: int, indicator: int, part: str, unit: str, status: Status, basis: str = "") -> Measure:
    """A measure that has no value, for the reason in ``status``."""
    verdict = Verdict.NOT_SUPPLIED if status is Status.NOT_SUPPLIED else Verdict.CANNOT_BE_CALCULATED
    return Measure(year, indicator, part, unit, str(status), basis=basis, verdict=str(verdict))


def worst_status(*statuses: object) -> Status:
    """The status of something made of several parts: suppressed before not supplied before ok."""
    for status in (Status.SUPPRESSED, Status.NOT_SUPPLIED):
        if status in statuses:
            return status
    return Status.OK
