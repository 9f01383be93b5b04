"""What unknown ethnicity could hide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from equality.statistics.bounds import unknown_bounds

counts = st.integers(0, 1000)


def test_unknown_moves_from_white_to_bme() -> None:
    assert unknown_bounds(70, 20, 10) == (0.2, 0.3)


def test_nobody_has_no_bounds() -> None:
    assert unknown_bounds(0, 0, 0) is None


def test_a_negative_count_is_refused() -> None:
    with pytest.raises(ValueError, match="0 or more"):
        unknown_bounds(5, -1, 2)


@given(counts, counts, counts)
def test_the_best_and_the_worst_case_enclose_the_known_share(white: int, bme: int, unknown: int) -> None:
    result = unknown_bounds(white, bme, unknown)
    if white + bme:
        assert result is not None
        assert 0 <= result[0] <= bme / (white + bme) <= result[1] <= 1
