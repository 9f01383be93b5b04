"""Ratios of likelihoods (indicators 2 to 4), disparity ratios, and how many people a ratio stands for.

A ratio is always computed from counts: 9 of 725 against 17 of 2,505 is 1.83, while the ratio of the printed 1.2 % and
0.7 % is 1.71.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from equality.statistics.interval import NO_INTERVAL, Z_95, Interval, crossing, log_interval, require_part_of
from equality.statistics.proportions import newcombe_interval

SMALLEST_CELL_FOR_LOG: Final = 5


@dataclass(frozen=True, slots=True)
class RatioResult:
    """A ratio with its 95 % interval. `value` is None exactly where `status` is "undefined" (0/0, 3/0, nobody at all).

    An undefined ratio of the kind 3/0 can still have a lower bound: `interval.lower` with `interval.upper` None.
    """

    value: float | None
    interval: Interval
    status: Literal["ok", "undefined"]


UNDEFINED: Final = RatioResult(None, NO_INTERVAL, "undefined")


def relative_likelihood(count_a: float, total_a: float, count_b: float, total_b: float) -> RatioResult:
    """(count_a / total_a) / (count_b / total_b): how many times as likely group a is as group b, with its interval.

    Counts may be multiples of 0.5 (two-year averages). Katz's log interval where all four cells (count, and total −
    count, in both groups) are 5 or more, else Koopman's score interval. 0 against some is 0; some against 0 is
    undefined, with Koopman's lower bound; 0 against 0, or a total of 0, is undefined without interval. Raises
    ValueError unless 0 ≤ count ≤ total in both.

    Sources: Katz et al. (1978), Biometrics 34:469-474; Koopman (1984), Biometrics 40:513-517.
    """
    require_part_of(count_a, total_a)
    require_part_of(count_b, total_b)
    if total_a == 0 or total_b == 0 or (count_a == 0 and count_b == 0):
        return UNDEFINED
    if min(count_a, total_a - count_a, count_b, total_b - count_b) < SMALLEST_CELL_FOR_LOG:
        interval = _koopman_interval(count_a, total_a, count_b, total_b)
    else:
        variance = _log_variance(count_a, total_a, count_b, total_b)
        interval = log_interval(_ratio(count_a, total_a, count_b, total_b), variance, "katz")
    if count_b == 0:
        return RatioResult(None, interval, "undefined")
    return RatioResult(_ratio(count_a, total_a, count_b, total_b), interval, "ok")


def _ratio(count_a: float, total_a: float, count_b: float, total_b: float) -> float:
    return (count_a * total_b) / (count_b * total_a)


def _log_variance(count_a: float, total_a: float, count_b: float, total_b: float) -> float:
    return 1 / count_a - 1 / total_a + 1 / count_b - 1 / total_b


def _koopman_interval(count_a: float, total_a: float, count_b: float, total_b: float) -> Interval:
    """The ratios that the score test does not reject at 5 %, for counts that are not both 0.

    statsmodels has a score interval, but with Miettinen and Nurminen's N / (N − 1), and it breaks off at 1 where
    everybody in both groups is counted (10 of 10 against 10 of 10), so this is Koopman's own.
    """

    def inside(ratio: float) -> float:
        return Z_95 - abs(_score(ratio, count_a, total_a, count_b, total_b))

    # Half a person stands in for nobody only to have somewhere to start; that start is never an answer.
    start = _ratio(max(count_a, 0.5), total_a, max(count_b, 0.5), total_b)
    lower = 0.0 if count_a == 0 else _bound(inside, start, 0.5)
    upper = None if count_b == 0 else _bound(inside, start, 2.0)
    return Interval(lower, upper, "koopman")


def _bound(inside: Callable[[float], float], start: float, step: float) -> float:
    return crossing(inside, start, lambda ratio: ratio * step)


def _score(ratio: float, count_a: float, total_a: float, count_b: float, total_b: float) -> float:
    """The score statistic for p_a = ratio × p_b; its square is Koopman's U (equal to it algebraically)."""
    rate_a, rate_b = _rates_under(ratio, count_a, total_a, count_b, total_b)
    variance = rate_a * (1 - rate_a) / total_a + ratio**2 * rate_b * (1 - rate_b) / total_b
    distance = count_a / total_a - ratio * count_b / total_b
    return distance / math.sqrt(variance) if variance > 0 else 0.0


def _rates_under(ratio: float, count_a: float, total_a: float, count_b: float, total_b: float) -> tuple[float, float]:
    """The likeliest two proportions of which the first is `ratio` times the second: the smaller root of Koopman's
    quadratic, in the form that does not cancel.
    """
    middle = ratio * (total_a + count_b) + count_a + total_b
    root = math.sqrt(max(middle**2 - 4 * ratio * (total_a + total_b) * (count_a + count_b), 0.0))
    rate_b = min(2 * (count_a + count_b) / (middle + root), 1.0)
    return min(ratio * rate_b, 1.0), rate_b


def ratio_change(  # noqa: PLR0913, PLR0917 - two years of two groups
    count_a1: float,
    total_a1: float,
    count_b1: float,
    total_b1: float,
    count_a0: float,
    total_a0: float,
    count_b0: float,
    total_b0: float,
) -> RatioResult:
    """The relative likelihood now (1) over that before (0), with a log interval: 1 is no change.

    For flows, which are different people each year (indicator 2, single-year 3, 4), and two-year averages of years that
    do not overlap. Undefined where any count, and so any total, is 0. Raises ValueError unless 0 ≤ count ≤ total
    throughout. Source: Katz et al. (1978), the variances of the two independent logarithms added.
    """
    now, before = (count_a1, total_a1, count_b1, total_b1), (count_a0, total_a0, count_b0, total_b0)
    for count, total in ((count_a1, total_a1), (count_b1, total_b1), (count_a0, total_a0), (count_b0, total_b0)):
        require_part_of(count, total)
    if min(count_a1, count_b1, count_a0, count_b0) == 0:
        return UNDEFINED
    change = _ratio(*now) / _ratio(*before)
    return RatioResult(change, log_interval(change, _log_variance(*now) + _log_variance(*before), "katz"), "ok")


def disparity_ratio(white_low: float, white_high: float, bme_low: float, bme_high: float) -> RatioResult:
    """(White high / White low) / (BME high / BME low) from headcounts, with Woolf's interval.

    Above 1: White staff are more likely to be in the higher tier. It is an odds ratio, not a promotion rate. Undefined
    where any of the four is 0. Raises ValueError for a negative count. Source: Woolf (1955), Ann Hum Genet 19:251-253.
    """
    cells = (white_low, white_high, bme_low, bme_high)
    for cell in cells:
        require_part_of(cell, cell)
    if min(cells) == 0:
        return UNDEFINED
    ratio = (white_high * bme_low) / (white_low * bme_high)
    return RatioResult(ratio, log_interval(ratio, sum(1 / cell for cell in cells), "woolf"), "ok")


def people_at_reference_rate(
    count_ref: float, total_ref: float, count: float, total: float
) -> tuple[float | None, Interval]:
    """How many more people (negative: fewer) there would have been at the reference group's rate: n × (p_ref − p).

    People, not rounded; the interval is Newcombe's for the difference, times n. None without interval where either
    total is 0. Raises ValueError unless 0 ≤ count ≤ total in both.
    """
    interval = newcombe_interval(count_ref, total_ref, count, total)
    if total == 0 or total_ref == 0:
        return None, NO_INTERVAL
    return total * count_ref / total_ref - count, interval.scaled(total)
