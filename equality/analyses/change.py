"""Change since an earlier year, by the rule of the indicator's nature, and only between years that may be compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from equality.analyses.indicator_rows import Measure
from equality.domain import Status, Verdict, is_wres_snapshot
from equality.indicators import Indicator
from equality.statistics.change import share_change, verdict_of
from equality.statistics.interval import NO_INTERVAL, Interval
from equality.statistics.ratios import ratio_change

_YEARS_IN_BASIS = {"two_year_average": 2}
_ONE_PERSON = 1


@dataclass(frozen=True, slots=True)
class Change:
    """From one year to another: a factor for ratios, points otherwise; ``from_year`` None where nothing compares."""

    value: float | None = None
    from_year: int | None = None
    interval: Interval = NO_INTERVAL
    verdict: str = Verdict.NOT_SUPPLIED


def comparable(now: Measure, earlier: Sequence[Measure]) -> list[Measure]:
    """The earlier measures that ``now`` may be compared with, oldest first.

    Same part and basis, a value in both, March snapshots both, and averages over two years only where the years do not
    overlap.
    """
    if now.status != Status.OK or not _joins_trend(now):
        return []
    apart = _YEARS_IN_BASIS.get(now.basis, 1)
    return sorted(
        (
            measure
            for measure in earlier
            if measure.status == Status.OK
            and measure.basis == now.basis
            and now.year - measure.year >= apart
            and _joins_trend(measure)
        ),
        key=lambda measure: measure.year,
    )


def _joins_trend(measure: Measure) -> bool:
    return measure.as_at is None or is_wres_snapshot(measure.as_at)


def change_between(indicator: Indicator, now: Measure, before: Measure) -> Change:
    """The change from ``before`` to ``now`` and whether it is worse or better for BME staff than chance would explain.

    Flows (different people each year): ratio of ratios. Surveys: Newcombe where both bases are known. Stocks are
    counted, not sampled, and mostly the same people: a change is real once it amounts to one person in the part.
    """
    if indicator.nature == "flow":
        return _flow_change(indicator, now, before)
    if indicator.nature == "survey":
        return _survey_change(indicator, now, before)
    return _stock_change(indicator, now, before)


def _flow_change(indicator: Indicator, now: Measure, before: Measure) -> Change:
    found = ratio_change(*_cells(indicator, now), *_cells(indicator, before))
    verdict = verdict_of(found.interval, 1.0, indicator.higher_is_worse)
    return Change(found.value, before.year, found.interval, str(Verdict(verdict)))


def _cells(indicator: Indicator, measure: Measure) -> tuple[float, float, float, float]:
    white = (measure.white_count or 0.0, measure.white_total or 0.0)
    bme = (measure.bme_count or 0.0, measure.bme_total or 0.0)
    return (*white, *bme) if indicator.reference == "white_over_bme" else (*bme, *white)


def _survey_change(indicator: Indicator, now: Measure, before: Measure) -> Change:
    points = None if now.value is None or before.value is None else now.value - before.value
    if points is None or now.value is None or before.value is None or not now.bme_total or not before.bme_total:
        return Change(points, before.year, NO_INTERVAL, str(Verdict.CANNOT_BE_CALCULATED))
    _, interval = share_change(
        now.value / 100 * now.bme_total, now.bme_total, before.value / 100 * before.bme_total, before.bme_total
    )
    interval = interval.scaled(100)
    verdict = verdict_of(interval, 0.0, indicator.higher_is_worse)
    return Change(points, before.year, interval, str(Verdict(verdict)))


def _stock_change(indicator: Indicator, now: Measure, before: Measure) -> Change:
    if now.value is None or before.value is None:
        return Change()
    points = now.value - before.value
    people = abs(points) / 100 * (now.bme_total or 0)
    if people < _ONE_PERSON:
        return Change(points, before.year, NO_INTERVAL, str(Verdict.NOT_DISTINGUISHABLE))
    worse = (points > 0) == indicator.higher_is_worse
    return Change(points, before.year, NO_INTERVAL, str(Verdict.WORSE if worse else Verdict.BETTER))
