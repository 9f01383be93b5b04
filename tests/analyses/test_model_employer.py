"""Model Employer: goals, lines and standings by the contract's formula, and what the options change."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from math import floor
from typing import Any

import pytest

from equality.analyses.model_employer import BandYear, ModelEmployer, default_options, model_employer
from equality.domain import View
from equality.errors import EqualityError
from equality.store.connection import Reader
from tests.analyses import naive
from tests.analyses.invented import YEARS, invented_organisation
from tests.builders import ORG, SETTINGS, Row, Rows, observation, reader_of, staff, with_settings

SEEDS = range(40, 48)
ROWS = [row for seed in SEEDS for row in invented_organisation(seed)]
BANDS = ("8a", "8b", "8c", "8d", "9", "vsm")


@pytest.fixture(scope="module")
def reader() -> Reader:
    return reader_of(ROWS)


def ask(*rows: Rows, year: int | None = None, settings: Any = SETTINGS, **options: Any) -> ModelEmployer:
    chosen = replace(default_options(settings), **options)
    return model_employer(reader_of(*rows), settings, ORG, View.PRIVATE, year, chosen)


def at(found: ModelEmployer, year: int, band: str = "8a") -> BandYear:
    return next(row for row in found.rows if (row.year, row.band) == (year, band))


def trust(year: int, posts: int, bme: int, band: str = "8a", rest: tuple[int, int] = (700, 300)) -> Rows:
    """A band, and enough band 5 staff that the workforce is ``rest`` (White, BME) in all."""
    senior = staff(posts - bme, bme, band=band, year=year)
    return senior + staff(rest[0] - (posts - bme), rest[1] - bme, year=year)


@pytest.mark.parametrize("unknown", ["in", "out"])
@pytest.mark.parametrize("target", ["fixed", "moving"])
@pytest.mark.parametrize("size", ["baseline", "now"])
def test_every_row_is_the_naive_one(reader: Reader, target: str, size: str, unknown: str) -> None:
    for seed in SEEDS:
        rows = [row for row in ROWS if row["ods_code"] == f"X{seed}"]
        options = replace(default_options(SETTINGS), target=target, size=size, unknown=unknown)
        found = model_employer(reader, SETTINGS, f"X{seed}", View.PRIVATE, None, options)
        whole = naive.workforce(rows, year=2018 if target == "fixed" else 2025)
        share = whole["bme"] / (naive.headcount(whole) - (whole["unknown"] if unknown == "out" else 0))
        assert len(found.rows) == 11 * 8
        for row in found.rows:
            if row.band in BANDS:
                check_row(row, rows, share, 2018 if size == "baseline" else 2025)


def check_row(row: BandYear, rows: list[Row], share: Fraction, size_year: int) -> None:
    cells = {year: non_medical(rows, year, row.band) for year in YEARS}
    start, posts = cells[2018]["bme"], naive.headcount(cells[size_year])
    goal = floor(share * posts + Fraction(1, 2))
    target = start + max(goal - start, 0) * Fraction(row.year - 2018, 10)
    assert row.target_bme == pytest.approx(float(target))
    assert row.target_pct == pytest.approx(float(100 * share))
    assert row.additional_needed == max(goal - cells[2025]["bme"], 0)
    actual = cells[row.year]["bme"] if row.year in YEARS else None
    assert row.actual_bme == actual
    assert row.headcount == (naive.headcount(cells[row.year]) if row.year in YEARS else None)
    if actual is None:
        assert row.behind_by is None
        return
    assert row.behind_by == pytest.approx(float(target - actual))
    far = abs(target - actual) > Fraction(1, 2)
    side = ("behind" if target > actual else "ahead") if far else "on_line"
    assert row.standing == ("too_small" if posts < 5 else "met" if start >= goal else side)


def non_medical(rows: list[Row], year: int, band: str) -> naive.Groups:
    return naive.counted([row for row in rows if row["category"] != "medical"], "staff", year=year, band=band)


@pytest.mark.parametrize("members", [BANDS, BANDS[2:]])
def test_sums_are_sums_of_their_bands(reader: Reader, members: tuple[str, ...]) -> None:
    for seed in SEEDS:
        found = model_employer(reader, SETTINGS, f"X{seed}")
        for row in (row for row in found.rows if row.band == f"{members[0]}_plus"):
            parts = [at(found, row.year, band) for band in members]
            assert row.target_bme == pytest.approx(sum(part.target_bme or 0 for part in parts))
            assert row.additional_needed == sum(part.additional_needed or 0 for part in parts)
            if row.actual_bme is not None:
                assert row.actual_bme == sum(part.actual_bme or 0 for part in parts)
                assert row.headcount == sum(part.headcount or 0 for part in parts)
                met = {part.standing for part in parts if part.standing != "too_small"} == {"met"}
                assert (row.standing == "met") <= met


def test_a_sum_is_met_only_if_every_band_is() -> None:
    """8a holds far more than its goal; 8b one less than its own."""
    rows = trust(2018, 20, 18) + staff(18, 2, band="8b", year=2018)
    found = ask(rows)
    assert [at(found, 2018, band).standing for band in ("8a", "8b", "8a_plus")] == ["met", "on_line", "on_line"]


@pytest.mark.parametrize(("posts", "goal"), [(15, 5), (5, 2), (14, 4)])
def test_the_goal_is_rounded_halves_up(posts: int, goal: int) -> None:
    """30 per cent of 15 is 4.5 and of 5 is 1.5."""
    assert at(ask(trust(2018, posts, 0)), 2028).target_bme == goal


def test_the_line_is_straight_and_not_rounded() -> None:
    found = ask(trust(2018, 15, 2))
    assert [at(found, year).target_bme for year in (2018, 2019, 2025, 2028)] == pytest.approx([2, 2.3, 4.1, 5])


def test_medical_staff_are_in_the_share_and_out_of_the_bands() -> None:
    rows = trust(2018, 20, 4) + staff(0, 1000, category="medical", band="consultant", year=2018)
    assert at(ask(rows), 2028).target_bme == 13
    assert at(ask(rows), 2018).headcount == 20


def test_unknown_ethnicity_counts_in_the_share_unless_left_out() -> None:
    rows = trust(2018, 20, 0) + staff(0, 0, 500, year=2018, band="6")
    assert [at(ask(rows, unknown=rule), 2028).target_bme for rule in ("in", "out")] == [4, 6]


def test_at_or_above_the_goal_the_target_stays_and_is_met() -> None:
    found = ask(trust(2018, 20, 9), trust(2025, 20, 3))
    assert [at(found, year).target_bme for year in (2018, 2025, 2028)] == [9, 9, 9]
    assert (at(found, 2025).standing, at(found, 2025).behind_by, at(found, 2025).additional_needed) == ("met", 6, 3)


@pytest.mark.parametrize(("bme", "standing"), [(1, "behind"), (3, "on_line"), (4, "on_line"), (5, "ahead")])
def test_on_line_is_within_half_a_person(bme: int, standing: str) -> None:
    """The line of 2023 is at 3.5."""
    assert at(ask(trust(2018, 20, 1), trust(2023, 20, bme)), 2023).standing == standing


def test_under_five_posts_is_too_small_and_keeps_its_counts() -> None:
    row = at(ask(trust(2018, 4, 1)), 2018)
    assert (row.standing, row.headcount, row.actual_bme) == ("too_small", 4, 1)


def test_without_march_2018_the_earliest_march_is_the_baseline() -> None:
    september = staff(1, 1, band="8a", year=2018, as_at=date(2018, 9, 30))
    found = ask(september, trust(2021, 20, 2), trust(2023, 20, 4))
    assert found.baseline_year == 2021
    assert {row.year for row in found.rows} == set(range(2021, 2029))
    assert at(found, 2028).target_bme == 6


def test_a_september_snapshot_joins_no_line() -> None:
    september = trust(2024, 20, 20)
    for row in september:
        row["as_at"] = date(2024, 9, 30)
    found = ask(trust(2018, 20, 2), september)
    assert (found.now_year, at(found, 2024).actual_bme) == (2018, None)


def test_only_september_has_counts_and_no_line() -> None:
    september = [row | {"as_at": date(2017, 9, 30)} for row in trust(2017, 20, 2)]
    row = at(ask(september), 2017)
    assert (row.standing, row.headcount, row.actual_bme) == ("no_baseline", 20, 2)
    assert (row.target_bme, row.additional_needed) == (None, None)


@pytest.mark.parametrize("end", [2020, 2028, 2035])
@pytest.mark.parametrize("year", [2018, 2021, 2025, None])
def test_the_year_sets_now_and_never_the_rows(year: int | None, end: int) -> None:
    found = ask(trust(2018, 20, 2), trust(2021, 20, 6), trust(2025, 20, 3), year=year, end_year=end)
    assert [row.year for row in found.rows if row.band == "8a"] == list(range(2018, end + 1))
    assert at(found, 2020).additional_needed == {2018: 4, 2021: 0}.get(year or 0, 3)


def test_the_target_may_move_and_the_size_may_be_now() -> None:
    rows = (trust(2018, 20, 2), trust(2025, 40, 4, rest=(500, 500)))
    goals = {
        (target, size): at(ask(*rows, target=target, size=size), 2028).target_bme
        for target in ("fixed", "moving")
        for size in ("baseline", "now")
    }
    assert goals == {
        ("fixed", "baseline"): 6,
        ("fixed", "now"): 12,
        ("moving", "baseline"): 10,
        ("moving", "now"): 20,
    }


def test_the_target_may_be_local_or_the_community_or_the_higher() -> None:
    census = [
        {"census_year": 2011, "authority_code": "E1", "authority": "Leeds", "wres_group": group, "people": people}
        | {"ethnic_group": group, "file_id": "f", "source_row": 2}
        for group, people in (("white", 600), ("bme", 400))
    ]
    served = {"authorities": ({"name": "Leeds", "weight": 1.0},)}
    community = type(SETTINGS.community).model_validate({"census_year": 2011, **served})
    settings = SETTINGS.model_copy(update={"community": community})
    reader = reader_of(trust(2018, 20, 2), census=census)
    goals = {}
    for target in ("community", "higher", "local", "fixed"):
        options = replace(default_options(settings), target=target, local_target_pct=50.0)
        goals[target] = at(model_employer(reader, settings, ORG, View.PRIVATE, None, options), 2028).target_bme
    assert goals == {"community": 8, "higher": 8, "local": 10, "fixed": 6}


@pytest.mark.parametrize("target", ["community", "higher", "local"])
def test_a_share_that_is_not_held_is_asked_for(target: str) -> None:
    with pytest.raises(EqualityError, match="config"):
        ask(trust(2018, 20, 2), target=target)


def test_a_year_without_a_snapshot_has_a_target_and_no_count() -> None:
    row = at(ask(trust(2018, 20, 2)), 2022)
    assert (row.actual_bme, row.headcount, row.behind_by, row.target_bme) == (None, None, None, 3.6)


def test_a_count_that_is_hidden_says_so() -> None:
    hidden = [observation("staff", "bme", "*", category="clinical", band="8a", year=2021)]
    found = ask(trust(2018, 20, 2), staff(16, None, band="8a", year=2021) + hidden, staff(700, 300, year=2021))
    row = at(found, 2021)
    assert (row.actual_bme, row.target_bme, row.status) == (None, 3.2, "suppressed")
    assert at(found, 2021, "8a_plus").additional_needed == at(found, 2021).additional_needed == 4


def test_a_hidden_baseline_leaves_no_line() -> None:
    found = ask(staff(16, "*", band="8a", year=2018), staff(700, 300, year=2018), trust(2021, 20, 3))
    row = at(found, 2021)
    assert (row.target_bme, row.behind_by, row.additional_needed) == (None, None, None)
    assert (row.standing, row.status, at(found, 2021, "8a_plus").additional_needed) == (
        "no_baseline",
        "suppressed",
        None,
    )


def test_the_end_year_and_bands_come_from_the_configuration() -> None:
    settings = with_settings(model_employer={"bands": ("8c", "8d"), "end_year": 2030})
    found = ask(trust(2018, 20, 2, band="8c"), settings=settings)
    assert {row.band for row in found.rows} == {"8c", "8d", "8c_plus"}
    assert max(row.year for row in found.rows) == 2030
