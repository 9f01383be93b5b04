"""How numbers are written."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from equality.wording import numbers


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (numbers.percent(18.45), "18.5%"),
        (numbers.percent(0.05), "0.1%"),
        (numbers.percent(18.4499999999999993), "18.5%"),
        (numbers.percent(18.449), "18.4%"),
        (numbers.points(-12.65), "\u221212.7"),
        (numbers.points(3.8), "+3.8"),
        (numbers.points(-0.04), "0.0"),
        (numbers.points(1234.5), "+1,234.5"),
        (numbers.decimal(-1234.56), "\u22121,234.6"),
        (numbers.ratio(1.005), "1.01"),
        (numbers.ratio_in_speech(1.83), "1.8"),
        (numbers.ratio_in_speech(1.04), "1.04"),
        (numbers.count(2505), "2,505"),
        (numbers.count(8.5), "8.5"),
        (numbers.count(0), "0"),
        (numbers.people(78.5), "79"),
        (numbers.count(None), "\u2014"),
        (numbers.percent(None), "\u2014"),
        (numbers.points(None), "\u2014"),
        (numbers.interval(None, None), ""),
        (numbers.interval(1.4, None, numbers.ratio), "1.40 or more"),
        (numbers.interval(0, 2.25), "0.0 to 2.3"),
        (numbers.number_word(0), "no"),
        (numbers.number_word(9), "nine"),
        (numbers.number_word(10), "10"),
        (numbers.joined(["a", "b", "c"]), "a, b and c"),
        (numbers.joined([]), ""),
        (numbers.plural(1, "person", "people"), "person"),
        (numbers.plural(0, "band"), "bands"),
    ],
)
def test_numbers_are_written_as_a_reader_expects(written: str, expected: str) -> None:
    assert written == expected


@settings(max_examples=200, deadline=None)
@given(st.integers(-(10**7), 10**7), st.integers(0, 3))
def test_halves_go_away_from_zero_and_no_hyphen_is_a_minus(thousandths: int, places: int) -> None:
    exact = Decimal(thousandths) / 1000
    expected = exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    written = numbers.decimal(thousandths / 1000, places)
    assert "-" not in written
    assert Decimal(written.replace(",", "").replace("\u2212", "-")) == expected
