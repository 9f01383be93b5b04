from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from equality.errors import EqualityError
from tests.intake.builders import (
    GOOD_ROWS,
    HEADER,
    REAL_DATA,
    check,
    check_rows,
    flow,
    only,
    place,
    read_rows,
    staff,
    write,
)


def test_a_sound_return_has_no_problem_and_keeps_every_row(tmp_path: Path) -> None:
    checked = check(write(tmp_path))
    assert not checked.report.problems
    assert len(checked.tables["observations"]) == len(GOOD_ROWS)
    assert list(checked.tables["observations"]["source_row"][:3]) == [2, 3, 4]


@pytest.mark.parametrize(
    ("row", "kind", "column"),
    [
        (staff("white", "many"), "wrong_type", "value"),
        (staff("white", "#####"), "wrong_type", "value"),
        (staff("white", 5, year="last"), "wrong_type", "year"),
        (staff("white", 5, year=""), "missing_value", "year"),
        ("2025,The Trust,staff,clinical,5,white,5", "wrong_type", "ods_code"),
        ("2025,RXX,staf,clinical,5,white,5", "unknown_value", "item"),
        (staff("martian", 5), "unknown_value", "ethnicity"),
        (staff("white", 5, band="10"), "unknown_value", "band"),
        (staff("white", 5, band="consultant"), "unknown_value", "band"),
        (staff("white", 5, category="surgical"), "unknown_value", "category"),
        (staff("white", 5, category=""), "missing_value", "category"),
        (flow("shortlisted", "asian", 5), "unknown_value", "ethnicity"),
        (flow("survey_5", "white", 5, band="5"), "unknown_value", "band"),
        (staff("white", -1), "below_zero", "value"),
        (staff("white", "12.5"), "decimals_in_count", "value"),
        (staff("white", "0.45"), "share_for_count", "value"),
        (staff("white", "45%"), "share_for_count", "value"),
        (flow("survey_5", "white", "100.5"), "out_of_range", "value"),
        (flow("survey_5", "white", "-0.5"), "below_zero", "value"),
        (staff("white", 5e9), "out_of_range", "value"),
        (staff("white", 5, year=2027), "future_year", "year"),
        (staff("white", 5, year=1925), "out_of_range", "year"),
    ],
)
def test_a_fault_is_found_where_it_stands(tmp_path: Path, row: str, kind: str, column: str) -> None:
    problem = only(check_rows(tmp_path, staff("bme", 1, "6"), row))
    assert place(problem) == (kind, 3, column)
    assert problem.expected
    assert problem.todo
    assert problem.file == "return.csv"


def test_this_years_snapshot_is_no_future(tmp_path: Path) -> None:
    assert not check_rows(tmp_path, staff("white", 5, year=2026)).report.problems


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    checked = check_rows(tmp_path, staff("white", "many"), staff("martian", 5), staff("bme", -5))
    assert {problem.row for problem in checked.report.errors} == {2, 3, 4}


def test_a_row_with_two_faults_tells_both_and_is_added_to_nothing(tmp_path: Path) -> None:
    checked = check_rows(
        tmp_path, staff("martian", "many"), "2025,RXX,staf,clinical,5,white,many", staff("venusian", -5)
    )
    assert [place(problem) for problem in checked.report.errors] == [
        ("unknown_value", 3, "item"),
        ("unknown_value", 2, "ethnicity"),
        ("unknown_value", 4, "ethnicity"),
        ("wrong_type", 3, "value"),
        ("wrong_type", 2, "value"),
        ("below_zero", 4, "value"),
    ]
    assert checked.tables["observations"].empty


def test_a_near_miss_is_answered_with_what_was_meant(tmp_path: Path) -> None:
    assert "consultant, perhaps" in only(check_rows(tmp_path, staff("white", 5, "consultnt", "medical"))).expected


def test_the_same_key_twice_names_both_rows(tmp_path: Path) -> None:
    problem = only(check_rows(tmp_path, staff("white", 5), staff("bme", 5), staff("White ", 6)))
    assert place(problem) == ("duplicate_key", 4, "value")
    assert "row 2" in problem.expected


def test_the_same_key_in_two_files_names_both_files(tmp_path: Path) -> None:
    first = write(tmp_path, [staff("white", 5)], name="first.csv")
    second = write(tmp_path, [staff("bme", 5), staff("white", 6)], name="second.csv")
    problem = only(check(first, second))
    assert (problem.kind, problem.file, problem.row) == ("duplicate_key", "second.csv", 3)
    assert "row 2 of first.csv" in problem.expected


def test_the_same_file_twice_counts_once(tmp_path: Path) -> None:
    path = write(tmp_path)
    assert not check(path, path).report.problems


def test_a_two_year_average_may_end_in_a_half(tmp_path: Path) -> None:
    header = HEADER + ",basis"
    whole = check_rows(tmp_path, flow("disciplinary", "white", "4.5") + ",two_year_average", header=header)
    assert not whole.report.problems
    third = check_rows(tmp_path, flow("disciplinary", "white", "4.3") + ",two_year_average", header=header)
    assert only(third).kind == "decimals_in_count"
    assert only(check_rows(tmp_path, flow("disciplinary", "white", "4.5"))).kind == "decimals_in_count"
    wrong = check_rows(tmp_path, flow("training", "white", 4) + ",two_year_average", header=header)
    assert place(only(wrong)) == ("unknown_value", 2, "basis")


def test_a_blank_basis_is_the_one_of_its_year(tmp_path: Path) -> None:
    rows = [f"{year},RXX,survey_7,,,white,50" for year in (2021, 2022)]
    observations = check_rows(tmp_path, *rows, flow("disciplinary", "white", 1)).tables["observations"]
    assert list(observations["basis"]) == ["dont_know_excluded", "dont_know_included", "single_year"]


def test_marks_become_statuses_and_no_value(tmp_path: Path) -> None:
    marks = ["", "-", "N/A", "*", "c", "<5", '"1,000"']
    rows = [staff("white", mark, band) for mark, band in zip(marks, "1234567", strict=True)]
    observations = check_rows(tmp_path, *rows).tables["observations"]
    assert list(observations["status"]) == ["not_supplied"] * 3 + ["suppressed"] * 3 + ["ok"]
    assert observations["value"].tolist()[-1] == 1000
    assert observations["value"][:6].isna().all()


def test_survey_results_that_look_like_fractions_are_doubted_not_refused(tmp_path: Path) -> None:
    checked = check_rows(tmp_path, flow("survey_5", "white", "0.21"), flow("survey_5", "bme", "0.28"))
    assert only(checked).kind == "fraction_for_per_cent"
    assert not checked.report.refused


def test_an_unknown_kind_is_an_error_of_usage(tmp_path: Path) -> None:
    with pytest.raises(EqualityError) as caught:
        check(write(tmp_path), kind="spreadsheet")
    assert caught.value.exit_status == 2
    assert "ethnicity-facts" in caught.value.hint


def test_thousands_of_faults_are_all_told(tmp_path: Path) -> None:
    rows = [f"2025,RXX,staff,clinical,{number}x,white,1" for number in range(3000)]
    assert len(check_rows(tmp_path, *rows).report.errors) == 3000


@pytest.mark.skipif(not REAL_DATA.exists(), reason="the real survey results are not here (shared/data)")
def test_the_real_survey_results_check_clean_and_mean_the_same_to_other_code() -> None:
    path = REAL_DATA / "survey-2024-by-trust-a.csv"
    checked = check(path)
    assert not checked.report.problems
    observations = checked.tables["observations"]
    rows = read_rows(path)
    for item in ("survey_5", "survey_6", "survey_7", "survey_8"):
        for ethnicity in ("white", "bme"):
            wanted = [Fraction(row["value"]) for row in rows if (row["item"], row["ethnicity"]) == (item, ethnicity)]
            found = observations[(observations["item"] == item) & (observations["ethnicity"] == ethnicity)]
            assert len(found) == len(wanted) == 80
            assert found["value"].sum() == pytest.approx(float(sum(wanted)))
    assert set(observations.loc[observations["item"] == "survey_7", "basis"]) == {"dont_know_included"}
