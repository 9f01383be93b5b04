"""The nine indicators: orientation, parts, interval and verdict, against naive twins over random organisations."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from equality.analyses.indicator_rows import IndicatorRow
from equality.analyses.indicators import indicators
from equality.store.connection import Reader
from tests.analyses import naive
from tests.analyses.invented import YEARS, invented_organisation
from tests.builders import ORG, SETTINGS, Rows, board, observation, people, reader_of, staff, survey

SEEDS = range(60, 66)
ROWS = [row for seed in SEEDS for row in invented_organisation(seed)]
SENIOR = ("8a", "8b", "8c", "8d", "9", "vsm")
STATUSES = {"ok", "undefined", "suppressed", "not_supplied", "not_applicable"}
VERDICTS = {"worse", "better", "not_distinguishable", "cannot_be_calculated", "not_supplied"}
ITEMS = {2: ("appointed", "shortlisted"), 3: ("disciplinary", "staff"), 4: ("training", "staff")}


@pytest.fixture(scope="module")
def reader() -> Reader:
    return reader_of(ROWS)


def ask(*rows: Rows | dict[str, object]) -> dict[tuple[int, str, int], IndicatorRow]:
    found = indicators(reader_of(*rows), SETTINGS, ORG).rows
    return {(row.indicator, row.part, row.year): row for row in found}


def headline(indicator: int, *rows: Rows | dict[str, object], year: int = 2025) -> IndicatorRow:
    return ask(*rows)[indicator, "", year]


@pytest.mark.parametrize("seed", SEEDS)
def test_likelihoods_are_the_naive_ones(reader: Reader, seed: int) -> None:
    rows = [row for row in ROWS if row["ods_code"] == f"X{seed}"]
    compared = 0
    for row in indicators(reader, SETTINGS, f"X{seed}").rows:
        if row.indicator not in ITEMS:
            continue
        some, among = ITEMS[row.indicator]
        part = {"band": row.part.removeprefix("band:")} if row.part else {}
        counted = naive.counted(rows, some, year=row.year, **part)
        base = naive.counted(rows, among, year=row.year, **part)
        white, bme = ((counted[group], base[group]) for group in ("white", "bme"))
        if any(few > many for few, many in (white, bme)):
            assert row.value is None
            continue
        assert (row.white_count, row.white_total, row.bme_count, row.bme_total) == (*white, *bme)
        expected = naive.likelihood_ratio(bme, white) if row.indicator == 3 else naive.likelihood_ratio(white, bme)
        if expected is None:
            assert (row.value, row.status, row.verdict) == (None, "undefined", "cannot_be_calculated")
            continue
        compared += 1
        assert row.value == pytest.approx(float(expected))
        assert row.white_value == pytest.approx(float(100 * white[0] / white[1]))
        assert (row.lower_95 or 0) <= row.value
        assert row.upper_95 is None or row.value <= row.upper_95
        more = white[0] / white[1] * bme[1] - bme[0]
        assert row.people == pytest.approx(float(more))
    assert compared >= len(YEARS)


@pytest.mark.parametrize("seed", SEEDS)
def test_gaps_are_the_naive_ones(reader: Reader, seed: int) -> None:
    rows = [row for row in ROWS if row["ods_code"] == f"X{seed}"]
    no_doctors = [row for row in rows if row["category"] != "medical"]
    for row in indicators(reader, SETTINGS, f"X{seed}").rows:
        if row.indicator not in (1, 9):
            continue
        whole = naive.share_pct(naive.workforce(rows, year=row.year)) or Fraction(0)
        if row.indicator == 9:
            cell = naive.counted(rows, "board", year=row.year, category=row.part)
        elif row.part:
            band = row.part.removeprefix("band:")
            cell = naive.counted(rows, "staff", year=row.year, band=band)
        else:
            cell = naive.added(*(naive.counted(no_doctors, "staff", year=row.year, band=band) for band in SENIOR))
        share = naive.share_pct(cell)
        if share is None:
            assert (row.value, row.status) == (None, "undefined")
            continue
        assert row.value == row.gap_points == pytest.approx(float(share - whole))
        assert row.workforce_bme_pct == pytest.approx(float(whole))
        assert (row.bme_count, row.bme_total) == (cell["bme"], naive.headcount(cell))
        assert (row.lower_95 or -100) <= row.value <= (row.upper_95 or 100)


def test_one_vocabulary_units_and_one_row_a_key(reader: Reader) -> None:
    rows = indicators(reader, SETTINGS, "X60").rows
    units = {1: "points", 2: "ratio", 3: "ratio", 4: "ratio", 9: "points"}
    assert len({(row.year, row.indicator, row.part) for row in rows}) == len(rows)
    for row in rows:
        assert row.unit == units.get(row.indicator, "percent")
        assert row.status in STATUSES
        assert {row.verdict, row.change_verdict} <= VERDICTS
        assert (row.value is None) == (row.status != "ok")


def test_indicator_3_is_the_other_way_up_from_2_and_4() -> None:
    """BME people are twice as likely to be disciplined, half as likely to be appointed or trained."""
    rows = ask(
        staff(1000, 1000),
        people("shortlisted", 1000, 1000),
        people("appointed", 400, 200),
        people("training", 400, 200),
        people("disciplinary", 100, 200),
    )
    found = {number: rows[number, "", 2025] for number in (2, 3, 4)}
    assert [row.value for row in found.values()] == [2, 2, 2]
    assert {row.verdict for row in found.values()} == {"worse"}
    assert [(row.white_value, row.bme_value) for row in found.values()] == [(40, 20), (10, 20), (40, 20)]


def test_a_ratio_within_chance_is_not_distinguishable() -> None:
    row = headline(2, people("shortlisted", 100, 100), people("appointed", 11, 10))
    assert (row.value, row.verdict) == (1.1, "not_distinguishable")


def test_unknown_ethnicity_is_in_no_likelihood() -> None:
    row = headline(2, people("shortlisted", 100, 100, 900), people("appointed", 20, 10, 900))
    assert (row.value, row.white_value) == (2, 20)


@pytest.mark.parametrize(
    ("white", "bme", "value"), [((0, 50), (0, 30), None), ((3, 50), (0, 30), None), ((0, 50), (3, 30), 0)]
)
def test_nobody_is_undefined_below_the_line_and_zero_above_it(
    white: tuple[int, int], bme: tuple[int, int], value: float | None
) -> None:
    row = headline(2, people("shortlisted", white[1], bme[1]), people("appointed", white[0], bme[0]))
    assert (row.value, row.status) == (value, "undefined" if value is None else "ok")
    assert (row.white_count, row.bme_count) == (white[0], bme[0])
    assert row.verdict == ("cannot_be_calculated" if value is None else row.verdict)


def test_parts_are_given_where_supplied_and_add_up_to_the_headline() -> None:
    rows = [
        people(item, 10 * size, 5 * size, category=category, band=band)
        for item, size in (("shortlisted", 10), ("appointed", 2))
        for category, band in (("clinical", "7"), ("clinical", "8a"), ("non_clinical", "7"))
    ]
    found = {part: row for (number, part, _), row in ask(*rows).items() if number == 2}
    assert list(found) == ["", "clinical", "non_clinical", "band:7", "band:8a"]
    totals = {part: row.white_total for part, row in found.items()}
    assert totals == {"": 300, "clinical": 200, "non_clinical": 100, "band:7": 200, "band:8a": 100}


def test_routes_are_parts_and_add_up() -> None:
    rows = [
        people(item, 10 * size, 5 * size, route=route)
        for item, size in (("shortlisted", 10), ("appointed", 2))
        for route in ("uk", "international")
    ]
    found = {part: row.white_total for (number, part, _), row in ask(*rows).items() if number == 2}
    assert found == {"": 200, "route:uk": 100, "route:international": 100}


def test_a_headline_that_was_supplied_is_not_added_to_its_parts() -> None:
    rows = [
        people(item, 10 * n, 5 * n, category=c)
        for item, n in (("shortlisted", 9), ("appointed", 1))
        for c in ("", "medical")
    ]
    assert headline(2, *rows).white_total == 90


def test_non_medical_is_not_added_to_the_blocks_that_it_is_of() -> None:
    sizes = {"clinical": 1, "non_clinical": 2, "non_medical": 3, "medical": 4}
    rows = [people("shortlisted", 100 * size, 10, category=name) for name, size in sizes.items()]
    found = headline(2, *rows, *(people("appointed", size, 1, category=name) for name, size in sizes.items()))
    assert (found.white_count, found.white_total) == (7, 700)


def test_staff_of_the_same_part_are_the_base_of_a_part() -> None:
    rows = [staff(100, 50), staff(300, 10, band="6"), staff(200, 40, band="5", category="non_clinical")]
    rows += [people("training", 30, 9, band="5"), people("training", 50, 10, category="clinical")]
    found = ask(*rows)
    assert (found[4, "band:5", 2025].white_total, found[4, "clinical", 2025].white_total) == (300, 400)


def test_indicator_1_has_a_part_a_band_and_medical_grades_are_out_of_the_headline() -> None:
    rows = [
        staff(50, 50),
        staff(90, 10, band="8a"),
        staff(10, 10, band="vsm"),
        staff(0, 80, category="medical", band="consultant"),
    ]
    found = {part: row for (number, part, _), row in ask(*rows).items() if number == 1}
    assert list(found) == ["", "band:5", "band:8a", "band:vsm", "band:consultant"]
    assert found[""].value == pytest.approx(100 * 20 / 120 - 50)
    assert found["band:consultant"].value == 50


def test_indicator_9_has_parts_and_no_headline_and_counts_unknown_members() -> None:
    rows = [staff(75, 25), board("total", 7, 2, 1), board("voting", 8, 0), board("non_executive", 3, 1)]
    found = {part: row for (number, part, _), row in ask(*rows).items() if number == 9}
    assert list(found) == ["total", "voting", "executive"]
    assert (found["total"].value, found["voting"].value) == pytest.approx((-5, -25))
    assert found["executive"].status == "not_supplied"


def test_a_board_without_a_total_is_its_voting_and_other_members() -> None:
    rows = [staff(75, 25), board("voting", 7, 1), board("non_voting", 1, 1)]
    assert ask(*rows)[9, "total", 2025].value == pytest.approx(-5)


def test_a_board_is_set_against_the_workforce_of_its_own_day() -> None:
    september = staff(0, 100, year=2024, as_at=date(2024, 9, 30))
    rows = ask(september, board("total", 8, 2, year=2024), board("total", 8, 2), staff(75, 25))
    assert (rows[9, "total", 2024].value, rows[9, "total", 2024].status) == (None, "not_supplied")
    assert rows[9, "total", 2025].value == pytest.approx(-5)


@pytest.mark.parametrize(("indicator", "worse"), [(5, 40), (6, 40), (7, 10), (8, 40)])
def test_survey_shares_are_judged_the_right_way_round(indicator: int, worse: float) -> None:
    row = headline(indicator, survey(indicator, 25.0, worse, 2000, 1000))
    assert (row.value, row.white_value, row.bme_value, row.gap_points) == (worse, 25, worse, worse - 25)
    assert row.verdict == "worse"
    assert (row.lower_95 or 0) < worse < (row.upper_95 or 0)


def test_without_bases_a_survey_gap_is_shown_and_not_judged() -> None:
    row = headline(5, survey(5, 20.0, 30.0))
    assert (row.gap_points, row.lower_95, row.verdict, row.status) == (10, None, "cannot_be_calculated", "ok")


def test_finer_groups_are_parts() -> None:
    rows = [survey(6, 20.0, 30.0), observation("survey_6", "black", 35.0)]
    assert ask(*rows)[6, "group:black", 2025].value == 35


def test_two_bases_in_a_year_are_one_figure_and_one_beside_it() -> None:
    both = survey(7, 80.0, 70.0, basis="dont_know_excluded") + survey(7, 55.0, 45.0, basis="dont_know_included")
    found = indicators(reader_of(both), SETTINGS, ORG)
    assert [row.value for row in found.of(7)] == [45]
    assert [row.value for row in found.alternates] == [70]


def test_the_single_year_is_the_figure_and_the_average_stands_beside_it() -> None:
    rows = [people("disciplinary", 10, 9, basis=basis) for basis in ("two_year_average", "single_year")]
    found = indicators(reader_of(staff(500, 300), *rows), SETTINGS, ORG)
    assert [row.basis for row in found.of(3)] == ["single_year"]
    assert [row.basis for row in found.alternates if row.indicator == 3] == ["two_year_average"]


@pytest.mark.parametrize("indicator", range(1, 9))
def test_a_year_without_an_indicator_says_so(indicator: int) -> None:
    row = headline(indicator, board("total"))
    assert (row.value, row.status, row.verdict) == (None, "not_supplied", "not_supplied")


def test_what_the_source_hid_is_suppressed_and_keeps_its_basis() -> None:
    row = headline(7, survey(7, 50.0, "*", basis="dont_know_excluded"))
    assert (row.status, row.verdict, row.basis) == ("suppressed", "cannot_be_calculated", "dont_know_excluded")
    row = headline(3, staff(500, 300), people("disciplinary", 10, "*", basis="single_year"))
    assert (row.status, row.basis) == ("suppressed", "single_year")


def test_a_workforce_that_cannot_be_added_up_leaves_no_gap() -> None:
    rows = ask(staff(50, 50, band="8a"), staff(80, "*"), board("total"))
    assert {rows[key].status for key in ((1, "", 2025), (1, "band:8a", 2025), (9, "total", 2025))} == {"suppressed"}
