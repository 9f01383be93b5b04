"""Change between two years, and the verdict that an interval allows."""

from __future__ import annotations

from typing import Literal

from equality.statistics.interval import NO_INTERVAL, Interval
from equality.statistics.proportions import newcombe_interval

Verdict = Literal["worse", "better", "not_distinguishable", "cannot_be_calculated"]


def share_change(
    count_now: float, total_now: float, count_before: float, total_before: float
) -> tuple[float | None, Interval]:
    """p_now − p_before, as a proportion (−1 to 1), with Newcombe's interval for independent samples.

    For surveys (indicators 5 to 8) only, where each year is a fresh sample of answers, and approximate even there: the
    published results are weighted. Never for stocks (indicators 1 and 9): those are mostly the same people a year
    later, so this interval would be far too wide and would call every slow decline chance. None without interval where
    a total is 0. Raises ValueError unless 0 ≤ count ≤ total in both.
    """
    interval = newcombe_interval(count_now, total_now, count_before, total_before)
    if total_now == 0 or total_before == 0:
        return None, NO_INTERVAL
    return count_now / total_now - count_before / total_before, interval


def verdict_of(interval: Interval, parity: float, higher_is_worse: bool) -> Verdict:
    """What the interval allows to be said against parity, in the interval's own unit (1 for a ratio, 0 for a gap).

    "not_distinguishable" where parity lies in the interval, its ends included; "cannot_be_calculated" where there is
    no interval. An interval without an upper bound reaches as far as parity can lie.
    """
    if interval.lower is None:
        return "cannot_be_calculated"
    if interval.lower > parity:
        return "worse" if higher_is_worse else "better"
    if interval.upper is not None and interval.upper < parity:
        return "better" if higher_is_worse else "worse"
    return "not_distinguishable"
