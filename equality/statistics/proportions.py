"""Shares, the difference between two shares, and a part's share against the whole that contains it."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from equality.statistics.interval import NO_INTERVAL, Interval, require_part_of


def wilson_interval(count: float, total: float) -> Interval:
    """The 95 % interval of the proportion count / total (0 to 1); no interval where total is 0.

    Raises ValueError unless 0 ≤ count ≤ total. Source: Wilson (1927), J Am Stat Assoc 22:209-212, without continuity
    correction; method 3 of Newcombe (1998), Stat Med 17:857-872. Computed by statsmodels.
    """
    require_part_of(count, total)
    if total == 0:
        return NO_INTERVAL
    from statsmodels.stats.proportion import proportion_confint

    lower, upper = proportion_confint(count, total, method="wilson")
    share = count / total
    # The library leaves rounding errors at 0 and 1 that would put the share outside its own interval.
    return Interval(float(min(max(lower, 0.0), share)), float(max(min(upper, 1.0), share)), "wilson")


def wilson_bounds(counts: ArrayLike, totals: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The lower and the upper bounds of `wilson_interval` for arrays of counts and totals of one shape.

    Proportions (0 to 1); NaN in both where the total is 0 or either is NaN. Raises ValueError where 0 ≤ count ≤ total
    fails.
    """
    from statsmodels.stats.proportion import proportion_confint

    count, total = np.broadcast_arrays(np.asarray(counts, dtype=float), np.asarray(totals, dtype=float))
    if bool(np.any((count < 0) | (count > total))):
        raise ValueError("expected 0 <= count <= total everywhere")
    known = (total > 0) & ~np.isnan(count)
    lower, upper = np.full(count.shape, np.nan), np.full(count.shape, np.nan)
    if known.any():
        share = count[known] / total[known]
        low, high = proportion_confint(count[known], total[known], method="wilson")
        lower[known], upper[known] = np.minimum(np.maximum(low, 0.0), share), np.maximum(np.minimum(high, 1.0), share)
    return lower, upper


def newcombe_interval(count_a: float, total_a: float, count_b: float, total_b: float) -> Interval:
    """The 95 % interval of p_a − p_b for two independent groups, as proportions (−1 to 1); none where a total is 0.

    Raises ValueError unless 0 ≤ count ≤ total in both. Source: Newcombe (1998), Stat Med 17:873-890, method 10 (the
    hybrid of two Wilson intervals, without continuity correction). Computed by statsmodels.
    """
    require_part_of(count_a, total_a)
    require_part_of(count_b, total_b)
    if total_a == 0 or total_b == 0:
        return NO_INTERVAL
    from statsmodels.stats.proportion import confint_proportions_2indep

    lower, upper = confint_proportions_2indep(count_a, total_a, count_b, total_b, compare="diff", method="newcomb")
    gap = count_a / total_a - count_b / total_b
    return Interval(float(min(max(lower, -1.0), gap)), float(max(min(upper, 1.0), gap)), "newcombe")


def gap_from_rest(count: float, total: float, whole_count: float, whole_total: float) -> tuple[float | None, Interval]:
    """The gap p_part − p_whole, as a proportion, between a part's share and that of the whole that contains it.

    p_part − p_whole = (1 − n_part / N)(p_part − p_rest) exactly, so the interval is Newcombe's for the part against the
    *rest* (two groups with nobody in common) times the same factor: a band is never compared with itself. None without
    interval where the part is empty; 0 without interval where the part is the whole. Raises ValueError where the part
    does not fit in the whole.
    """
    require_part_of(count, total)
    require_part_of(whole_count - count, whole_total - total)
    if total == 0:
        return None, NO_INTERVAL
    if total == whole_total:
        return 0.0, NO_INTERVAL
    outside = 1 - total / whole_total
    interval = newcombe_interval(count, total, whole_count - count, whole_total - total).scaled(outside)
    return count / total - whole_count / whole_total, Interval(interval.lower, interval.upper, "newcombe_rest")
