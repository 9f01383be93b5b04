"""Ratios, against printed values, other implementations, and likelihoods maximised by search."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.optimize import minimize_scalar
from scipy.stats.contingency import odds_ratio
from statsmodels.stats.proportion import confint_proportions_2indep

from equality.statistics.interval import Interval
from equality.statistics.ratios import (
    RatioResult,
    disparity_ratio,
    people_at_reference_rate,
    ratio_change,
    relative_likelihood,
)

groups = st.integers(1, 4000).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total)))
halves = st.integers(1, 60).flatmap(
    lambda total: st.tuples(st.integers(0, 2 * total).map(lambda n: n / 2), st.just(total))
)
solid = st.integers(5, 500).flatmap(lambda count: st.tuples(st.just(count), st.integers(count + 5, 3000)))
headcounts = st.integers(1, 2000)


def bounds(result: RatioResult) -> tuple[float, float]:
    assert result.interval.lower is not None
    assert result.interval.upper is not None
    return result.interval.lower, result.interval.upper


def score_by_search(ratio: float, x: float, m: float, y: float, n: float) -> float:
    """Pearson's statistic of a table under p_a = ratio × p_b, the two rates found by maximising the likelihood."""

    def loss(p: float) -> float:
        terms = ((x, ratio * p), (m - x, 1 - ratio * p), (y, p), (n - y, 1 - p))
        return -sum(count * math.log(max(rate, 1e-300)) for count, rate in terms if count)

    p_b = minimize_scalar(loss, bounds=(0, min(1, 1 / ratio)), method="bounded", options={"xatol": 1e-13}).x
    p_a = ratio * p_b
    return float((x - m * p_a) ** 2 / (m * p_a * (1 - p_a)) + (y - n * p_b) ** 2 / (n * p_b * (1 - p_b)))


def test_one_trusts_disciplinary_figures() -> None:
    """Kent and Medway: 9 of 725 BME staff against 17 of 2,505 White; the rounded rates would give 1.71."""
    result = relative_likelihood(9, 725, 17, 2505)
    assert result.value == pytest.approx(1.83, abs=0.005)
    assert bounds(result) == pytest.approx((0.82, 4.09), abs=0.005)
    assert result.interval.method == "katz"


def test_the_example_of_appointments_from_shortlisting() -> None:
    result = relative_likelihood(248, 1201, 105, 893)
    assert result.value == pytest.approx(1.756, abs=0.0005)
    assert bounds(result) == pytest.approx((1.42, 2.17), abs=0.005)
    more, interval = people_at_reference_rate(248, 1201, 105, 893)
    assert more == pytest.approx(893 * (248 / 1201 - 105 / 893))
    assert (round(more or 0), round(interval.lower or 0), round(interval.upper or 0)) == (79, 51, 107)


def test_koopmans_own_example() -> None:
    """Koopman (1984): 36 of 40 against 16 of 80, 2.94 to 7.15."""
    result = relative_likelihood(36, 40, 16, 80)
    assert result.value == pytest.approx(4.5)
    assert result.interval.method == "koopman"
    assert bounds(result) == pytest.approx((2.94, 7.15), abs=0.005)


@given(solid, solid)
def test_katz_is_the_librarys_log_interval(a: tuple[int, int], b: tuple[int, int]) -> None:
    result = relative_likelihood(*a, *b)
    assert result.interval.method == "katz"
    assert bounds(result) == pytest.approx(confint_proportions_2indep(*a, *b, compare="ratio", method="log"), rel=1e-9)


@given(halves, halves)
def test_koopman_stops_where_the_score_test_rejects(a: tuple[float, int], b: tuple[float, int]) -> None:
    x, m, y, n = *a, *b
    assume(0 < x < m and 0 < y < n and min(x, m - x, y, n - y) < 5)
    result = relative_likelihood(x, m, y, n)
    assert result.interval.method == "koopman"
    for bound in bounds(result):
        assert score_by_search(bound, x, m, y, n) == pytest.approx(1.959964**2, rel=1e-3)


@pytest.mark.parametrize("cells", [(5, 95, 5, 95), (4.5, 95, 5, 95), (5, 4, 5, 95), (5, 95, 4, 95), (5, 95, 5, 4)])
def test_the_method_follows_the_smallest_of_four_cells(cells: tuple[float, float, float, float]) -> None:
    a, not_a, b, not_b = cells
    method = relative_likelihood(a, a + not_a, b, b + not_b).interval.method
    assert method == ("katz" if min(cells) >= 5 else "koopman")


@given(groups, groups)
def test_a_ratio_lies_in_its_interval_and_swapping_the_groups_inverts_it(
    a: tuple[int, int], b: tuple[int, int]
) -> None:
    result, other = relative_likelihood(*a, *b), relative_likelihood(*b, *a)
    if a[0] == 0 and b[0] == 0:
        assert result == other == RatioResult(None, Interval(None, None, "none"), "undefined")
    elif b[0] == 0:
        assert (result.value, result.status, result.interval.upper) == (None, "undefined", None)
        assert (other.value, other.interval.lower) == (0, 0)
        assert (result.interval.lower or 0) * (other.interval.upper or 0) == pytest.approx(1, rel=1e-6)
    elif a[0] > 0:
        lower, upper = bounds(result)
        assert 0 < lower <= (result.value or 0) <= upper
        assert bounds(other) == pytest.approx((1 / upper, 1 / lower), rel=1e-6)


def test_everybody_against_everybody_keeps_one_well_inside() -> None:
    lower, upper = bounds(relative_likelihood(10, 10, 10, 10))
    assert (lower, upper) == pytest.approx((1 / 1.3841, 1.3841), abs=1e-4)  # 1 + 1.96² / 10


def test_a_total_of_nobody_is_undefined_without_interval() -> None:
    assert relative_likelihood(0, 0, 3, 9) == RatioResult(None, Interval(None, None, "none"), "undefined")
    assert relative_likelihood(3, 9, 0, 0) == RatioResult(None, Interval(None, None, "none"), "undefined")
    assert people_at_reference_rate(0, 0, 3, 9) == (None, Interval(None, None, "none"))
    assert people_at_reference_rate(3, 9, 0, 0) == (None, Interval(None, None, "none"))


def test_a_count_above_its_total_is_refused() -> None:
    with pytest.raises(ValueError, match="0 <= count <= total"):
        relative_likelihood(10, 9, 1, 9)


@given(solid, solid, solid, solid)
def test_a_change_has_the_variances_of_both_years(
    a1: tuple[int, int], b1: tuple[int, int], a0: tuple[int, int], b0: tuple[int, int]
) -> None:
    now, before = relative_likelihood(*a1, *b1), relative_likelihood(*a0, *b0)
    change = ratio_change(*a1, *b1, *a0, *b0)
    assert change.value == pytest.approx((now.value or 0) / (before.value or 1))
    widths = [math.log(upper / lower) for lower, upper in map(bounds, (now, before, change))]
    assert widths[2] == pytest.approx(math.hypot(widths[0], widths[1]))
    lower, upper = bounds(change)
    assert math.sqrt(lower * upper) == pytest.approx(change.value)


@pytest.mark.parametrize("zero", range(4))
def test_a_change_with_a_zero_is_undefined(zero: int) -> None:
    counts = [0 if place == zero else 6 for place in range(4)]
    result = ratio_change(counts[0], 20, counts[1], 20, counts[2], 20, counts[3], 20)
    assert result == RatioResult(None, Interval(None, None, "none"), "undefined")


@given(headcounts, headcounts, headcounts, headcounts)
def test_a_disparity_ratio_is_the_sample_odds_ratio(wl: int, wh: int, bl: int, bh: int) -> None:
    result = disparity_ratio(wl, wh, bl, bh)
    sample = odds_ratio([[wh, wl], [bh, bl]], kind="sample")
    assert result.value == pytest.approx(sample.statistic)
    assert bounds(result) == pytest.approx(tuple(sample.confidence_interval()), rel=1e-9)
    assert result.interval.method == "woolf"


@given(headcounts, headcounts, headcounts, headcounts, headcounts, headcounts)
def test_lower_to_upper_is_the_product_of_the_steps(wl: int, wm: int, wu: int, bl: int, bm: int, bu: int) -> None:
    steps = [disparity_ratio(wl, wm, bl, bm).value or 0, disparity_ratio(wm, wu, bm, bu).value or 0]
    assert disparity_ratio(wl, wu, bl, bu).value == pytest.approx(steps[0] * steps[1])


def test_more_white_staff_higher_up_is_above_one() -> None:
    assert disparity_ratio(white_low=100, white_high=50, bme_low=100, bme_high=25).value == 2


@pytest.mark.parametrize("zero", range(4))
def test_a_disparity_ratio_with_an_empty_cell_is_undefined(zero: int) -> None:
    cells = [0 if place == zero else 6 for place in range(4)]
    assert disparity_ratio(*cells) == RatioResult(None, Interval(None, None, "none"), "undefined")


def test_a_negative_headcount_is_refused() -> None:
    with pytest.raises(ValueError, match="0 <= count <= total"):
        disparity_ratio(1, 2, -3, 4)
