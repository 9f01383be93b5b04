"""The title of the mountain: worst first, and never resting on a handful of posts."""

from __future__ import annotations

from datetime import date

import pytest

from equality.analyses.representation import Representation, representation
from equality.charts.describe.representation import describe_mountain
from equality.wording.representation import describe_finding, describe_years
from tests.builders import ORG, SETTINGS, Rows, reader_of, staff

DAY = date(2025, 3, 31)


def asked(*rows: Rows) -> Representation:
    return representation(reader_of(*rows), SETTINGS, ORG)


def title(category: str, *rows: Rows) -> str:
    return describe_finding(asked(*rows), DAY, category, "BME")


def grade(band: str, white: int, bme: int) -> Rows:
    """Doctors of one grade."""
    return staff(white, bme, category="medical", band=band)


def test_the_title_speaks_of_the_highest_band_with_posts_enough() -> None:
    rows = [staff(800, 200), staff(90, 10, band="8a"), staff(9, 0, band="8d")]
    assert title("clinical", *rows).endswith("of staff in band 8a: 10 people of 100")
    assert title("clinical", staff(800, 200), staff(9, 0, band="8d")) == (
        "BME staff are 19.8% of the workforce and 20.0% of staff in band 5: 200 people of 1,000"
    )


def test_in_a_small_trust_a_few_posts_are_enough() -> None:
    assert title("clinical", staff(10, 5), staff(7, 0, band="8a"), staff(1, 1, band="8b")).endswith(
        "none of its 7 staff in band 8a"
    )


def test_the_medical_title_is_of_the_grade_furthest_below_and_not_of_the_consultants() -> None:
    rows = [staff(800, 200), grade("consultant", 50, 50), grade("trainee", 60, 40), grade("other", 95, 5)]
    assert title("medical", *rows).endswith("but 5.0% of staff in other grades: 5 people of 100")


def test_where_no_grade_is_below_the_nearest_is_named() -> None:
    rows = [staff(800, 200), grade("consultant", 50, 50), grade("trainee", 60, 40)]
    assert title("medical", *rows).endswith("and 40.0% of staff in trainee grades: 40 people of 100")


@pytest.mark.parametrize(
    ("then", "now", "said"),
    [
        ((95, 5), (99, 1), "widened"),
        ((95, 5), (85, 15), "narrowed"),
        ((70, 30), (50, 50), "widened"),
        ((50, 50), (70, 30), "narrowed"),
        ((95, 5), (50, 50), "changed sides"),
        ((90, 10), (90, 10), "stayed the same"),
    ],
)
def test_a_gap_widens_by_its_size_whichever_side_it_is_on(
    then: tuple[int, int], now: tuple[int, int], said: str
) -> None:
    years = [
        [*staff(80000, 20000, year=year), *staff(*of, band="8a", year=year)] for year, of in ((2024, then), (2025, now))
    ]
    assert f"gap to the workforce {said}, from" in describe_years(asked(*years), "clinical", ["5", "8a"], "BME")


def test_medical_grades_stand_in_their_own_order_and_no_line_joins_them() -> None:
    rows = [staff(800, 200), grade("consultant", 50, 50), grade("trainee", 60, 40), grade("other", 95, 5)]
    mountain = describe_mountain(asked(*rows), DAY, "medical", SETTINGS)
    assert [row.label for row in mountain.rows] == ["Trainee grades", "Other grades", "Consultant"]
    assert not mountain.is_ladder
    assert describe_mountain(asked(*rows), DAY, "clinical", SETTINGS).is_ladder
