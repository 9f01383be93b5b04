"""Change of a share, and verdicts."""

import pytest

from equality.statistics.change import share_change, verdict_of
from equality.statistics.interval import Interval
from equality.statistics.proportions import newcombe_interval


def test_a_change_is_now_minus_before() -> None:
    change, interval = share_change(56, 70, 48, 80)
    assert change == pytest.approx(0.2)
    assert interval == newcombe_interval(56, 70, 48, 80)


def test_a_year_without_answers_has_no_change() -> None:
    assert share_change(0, 0, 48, 80) == share_change(48, 80, 0, 0) == (None, Interval(None, None, "none"))


@pytest.mark.parametrize(
    ("lower", "upper", "higher_is_worse", "verdict"),
    [
        (1.1, 2.0, True, "worse"),
        (1.1, 2.0, False, "better"),
        (0.4, 0.9, True, "better"),
        (0.4, 0.9, False, "worse"),
        (0.9, 1.1, True, "not_distinguishable"),
        (1.0, 2.0, True, "not_distinguishable"),
        (0.5, 1.0, True, "not_distinguishable"),
        (1.6, None, True, "worse"),
        (0.6, None, True, "not_distinguishable"),
        (None, None, True, "cannot_be_calculated"),
    ],
)
def test_a_verdict_needs_parity_outside_the_interval(
    lower: float | None, upper: float | None, higher_is_worse: bool, verdict: str
) -> None:
    assert verdict_of(Interval(lower, upper, "koopman"), 1, higher_is_worse) == verdict
