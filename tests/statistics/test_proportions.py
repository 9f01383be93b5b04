"""Shares and gaps, against printed examples, the formulas written out again, and the score test searched by steps."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from equality.statistics.interval import Interval
from equality.statistics.proportions import gap_from_rest, newcombe_interval, wilson_bounds, wilson_interval

groups = st.integers(1, 5000).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total)))
Z = 1.959964


def wilson_by_formula(count: float, total: float) -> tuple[float, float]:
    share = count / total
    middle = share + Z**2 / (2 * total)
    half = Z * math.sqrt(share * (1 - share) / total + Z**2 / (4 * total**2))
    return (middle - half) / (1 + Z**2 / total), (middle + half) / (1 + Z**2 / total)


def newcombe_by_formula(count_a: int, total_a: int, count_b: int, total_b: int) -> tuple[float, float]:
    a, b = count_a / total_a, count_b / total_b
    (low_a, high_a), (low_b, high_b) = wilson_by_formula(count_a, total_a), wilson_by_formula(count_b, total_b)
    return a - b - math.hypot(a - low_a, high_b - b), a - b + math.hypot(high_a - a, b - low_b)


def bounds(interval: Interval) -> tuple[float, float]:
    assert interval.lower is not None
    assert interval.upper is not None
    return interval.lower, interval.upper


@pytest.mark.parametrize(
    ("count", "total", "lower", "upper"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_prints_what_newcombe_printed(count: int, total: int, lower: float, upper: float) -> None:
    """Newcombe (1998), Stat Med 17:857-872, table I, method 3."""
    assert bounds(wilson_interval(count, total)) == pytest.approx((lower, upper), abs=5e-5)


@given(groups)
def test_wilson_holds_the_share_and_is_the_formula(group: tuple[int, int]) -> None:
    count, total = group
    lower, upper = bounds(wilson_interval(count, total))
    assert 0 <= lower <= count / total <= upper <= 1
    assert (lower, upper) == pytest.approx(wilson_by_formula(count, total), abs=1e-6)


def test_wilson_is_the_set_of_shares_that_the_score_test_keeps() -> None:
    count, total = 7, 61
    steps = np.linspace(0.0001, 0.9999, 9999)
    kept = steps[np.abs(count / total - steps) <= Z * np.sqrt(steps * (1 - steps) / total)]
    assert bounds(wilson_interval(count, total)) == pytest.approx((kept[0], kept[-1]), abs=1e-4)


def test_nobody_has_no_interval() -> None:
    assert wilson_interval(0, 0) == Interval(None, None, "none")
    assert newcombe_interval(0, 0, 3, 5) == Interval(None, None, "none")
    assert newcombe_interval(3, 5, 0, 0) == Interval(None, None, "none")


@pytest.mark.parametrize(("count", "total"), [(6, 5), (-1, 5), (1, math.inf), (math.nan, 5)])
def test_an_impossible_share_is_refused(count: float, total: float) -> None:
    with pytest.raises(ValueError, match="0 <= count <= total"):
        wilson_interval(count, total)


def test_wilson_bounds_are_the_intervals_and_nan_for_nobody() -> None:
    lower, upper = wilson_bounds(np.array([0, 7, 20, 0, 1]), np.array([0, 61, 20, 7, 1]))
    assert math.isnan(lower[0])
    assert math.isnan(upper[0])
    expected = [bounds(wilson_interval(*group)) for group in ((7, 61), (20, 20), (0, 7), (1, 1))]
    assert list(zip(lower[1:], upper[1:], strict=True)) == expected


def test_wilson_bounds_refuse_an_impossible_share() -> None:
    with pytest.raises(ValueError, match="everywhere"):
        wilson_bounds([1, 9], [5, 5])


@pytest.mark.parametrize(
    ("groups", "lower", "upper"),
    [
        ((56, 70, 48, 80), 0.0524, 0.3339),
        ((9, 10, 3, 10), 0.1705, 0.8090),
        ((10, 10, 0, 20), 0.6791, 1.0),
        ((0, 10, 0, 10), -0.2775, 0.2775),
    ],
)
def test_newcombe_prints_what_newcombe_printed(groups: tuple[int, ...], lower: float, upper: float) -> None:
    """Newcombe (1998), Stat Med 17:873-890, table II, method 10."""
    assert bounds(newcombe_interval(*groups)) == pytest.approx((lower, upper), abs=5e-5)


@given(groups, groups)
def test_newcombe_holds_the_gap_is_the_formula_and_turns_over(a: tuple[int, int], b: tuple[int, int]) -> None:
    lower, upper = bounds(newcombe_interval(*a, *b))
    assert -1 <= lower <= a[0] / a[1] - b[0] / b[1] <= upper <= 1
    assert (lower, upper) == pytest.approx(newcombe_by_formula(*a, *b), abs=1e-6)
    assert bounds(newcombe_interval(*b, *a)) == pytest.approx((-upper, -lower), abs=1e-12)


@given(groups, groups)
def test_gap_from_rest_is_part_against_rest_scaled(part: tuple[int, int], rest: tuple[int, int]) -> None:
    whole = (part[0] + rest[0], part[1] + rest[1])
    gap, interval = gap_from_rest(*part, *whole)
    assert gap is not None
    outside = rest[1] / whole[1]
    assert gap == pytest.approx(outside * (part[0] / part[1] - rest[0] / rest[1]), abs=1e-12)
    assert interval.method == "newcombe_rest"
    lower, upper = newcombe_by_formula(*part, *rest)
    assert bounds(interval) == pytest.approx((lower * outside, upper * outside), abs=1e-6)


def test_a_part_that_is_the_whole_has_no_gap_and_an_empty_part_none_to_have() -> None:
    assert gap_from_rest(3, 10, 3, 10) == (0.0, Interval(None, None, "none"))
    assert gap_from_rest(0, 0, 3, 10) == (None, Interval(None, None, "none"))


@pytest.mark.parametrize("groups", [(5, 10, 4, 20), (3, 10, 5, 10), (0, 0, 5, 4)])
def test_a_part_that_does_not_fit_its_whole_is_refused(groups: tuple[int, int, int, int]) -> None:
    with pytest.raises(ValueError, match="0 <= count <= total"):
        gap_from_rest(*groups)
