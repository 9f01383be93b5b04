"""The Model Employer line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from equality.statistics.trajectory import goal, standing, target_line


@pytest.mark.parametrize(
    ("posts", "share", "people"),
    [(100, 0.145, 15), (10, 0.25, 3), (50, 0.29, 15), (50, 0.2899, 14), (0, 0.3, 0), (7, 1, 7), (200, 0.0725, 15)],
)
def test_a_goal_rounds_halves_up(posts: float, share: float, people: int) -> None:
    assert goal(posts, share) == people


@given(st.integers(0, 3000), st.integers(1, 3000), st.data())
def test_a_goal_is_the_nearest_whole_number_of_the_exact_product(posts: int, total: int, data: st.DataObject) -> None:
    bme = data.draw(st.integers(0, total))
    assert goal(posts, bme / total) == (2 * posts * bme + total) // (2 * total)


@pytest.mark.parametrize(("posts", "share"), [(-1, 0.2), (10, 1.2), (10, -0.1), (10, 14.5)])
def test_a_goal_refuses_what_cannot_be(posts: float, share: float) -> None:
    with pytest.raises(ValueError, match="share from 0 to 1"):
        goal(posts, share)


@pytest.mark.parametrize(("year", "people"), [(2017, 4), (2018, 4), (2019, 4.7), (2023, 7.5), (2028, 11), (2031, 11)])
def test_the_line_runs_from_baseline_to_goal_and_stays(year: int, people: float) -> None:
    assert target_line(4, 11, 2018, 2028, year) == pytest.approx(people)


@pytest.mark.parametrize("year", [2018, 2023, 2028, 2030])
def test_the_line_of_a_band_above_its_goal_stays_where_it_was(year: int) -> None:
    assert target_line(12, 11, 2018, 2028, year) == 12


def test_a_line_without_length_is_the_goal() -> None:
    assert target_line(4, 11, 2025, 2025, 2025) == 11


@pytest.mark.parametrize(
    ("actual", "expected"), [(6.9, "behind"), (7.0, "on_line"), (8.0, "on_line"), (8.1, "ahead"), (11, "ahead")]
)
def test_standing_is_the_distance_from_the_line(actual: float, expected: str) -> None:
    assert standing(actual, target_now=7.5, baseline_count=4, goal=11, posts=60) == expected


def test_half_a_person_is_on_the_line_whatever_the_machine_makes_of_a_sum_of_lines() -> None:
    eight_a_and_above = 0.1 + 1.1 + 0.3  # 1.5000000000000002
    assert standing(1, eight_a_and_above, baseline_count=1, goal=9, posts=60) == "on_line"


def test_a_band_at_its_goal_at_the_baseline_is_met_and_few_posts_come_first() -> None:
    assert standing(12, 11, baseline_count=11, goal=11, posts=60) == "met"
    assert standing(1, 1, baseline_count=1, goal=1, posts=4) == "too_small"
    assert standing(1, 1, baseline_count=1, goal=1, posts=5) == "met"


def test_the_thresholds_can_be_moved() -> None:
    assert standing(6, 7.5, 4, 11, 60, tolerance=2) == "on_line"
    assert standing(6, 7.5, 4, 11, 60, fewest_posts=61) == "too_small"
