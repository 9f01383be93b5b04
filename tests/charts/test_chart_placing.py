"""Labels keep apart, and axes name round values."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from equality.charts.screen.canvas import Box
from equality.charts.screen.placing import Segment, crosses, freest, spread
from equality.charts.screen.scales import linear_scale, ratio_scale

BOX = Box(10, 10, 20, 20)


@pytest.mark.parametrize(
    ("segment", "lies_in"),
    [
        (Segment(0, 15, 30, 15), True),
        (Segment(12, 12, 14, 14), True),
        (Segment(0, 0, 9, 9), False),
        (Segment(0, 25, 30, 25), False),
        (Segment(5, 0, 5, 30), False),
        (Segment(0, 18, 8, 30), False),
    ],
)
def test_a_line_crosses_a_box_only_where_it_lies_in_it(segment: Segment, lies_in: bool) -> None:
    assert crosses(segment, BOX) is lies_in


def test_a_label_moves_to_the_side_that_is_free() -> None:
    right, left = Box(30, 0, 50, 10), Box(0, 0, 20, 10)
    room = Box(0, 0, 100, 10)
    assert freest([right, left], [], room) == 0
    assert freest([right, left], [Segment(40, -5, 40, 15)], room) == 1


@given(some.lists(some.floats(0, 100), max_size=5))
def test_spread_labels_keep_their_gap_and_their_order(wanted: list[float]) -> None:
    places = spread(wanted, 15, 0, 100)
    ordered = sorted(zip(wanted, places, strict=True))
    assert all(later[1] - earlier[1] >= 15 - 1e-6 for earlier, later in pairwise(sorted(ordered, key=lambda p: p[1])))
    assert all(later[1] >= earlier[1] for earlier, later in pairwise(ordered) if later[0] > earlier[0])


@given(some.lists(some.floats(-100, 100), min_size=1, max_size=8))
def test_a_plain_axis_holds_zero_and_every_value(values: list[float]) -> None:
    scale = linear_scale(values)
    assert all(scale.low <= value <= scale.high for value in (0.0, *values))
    assert 1 <= len(scale.ticks) <= 7


@given(some.lists(some.floats(0.05, 20), min_size=1, max_size=8))
def test_a_ratio_axis_holds_parity_and_every_value_with_room_between_ticks(values: list[float]) -> None:
    scale = ratio_scale(values, length=100)
    assert all(scale.holds(value) for value in (1.0, *values))
    places = [scale.fraction(tick) * 100 for tick, _ in scale.ticks]
    assert all(later - earlier >= 20.99 for earlier, later in pairwise(places))


def test_four_fifths_and_its_inverse_lie_equally_far_from_parity() -> None:
    scale = ratio_scale([1.5], length=500)
    below = scale.fraction(1) - scale.fraction(0.8)
    assert below == pytest.approx(scale.fraction(1.25) - scale.fraction(1))


def test_one_uncertain_year_does_not_flatten_the_others() -> None:
    assert ratio_scale([1.4], [40.0], length=100).high < 3
