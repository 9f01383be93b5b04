from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from equality.intake.checking import Checked
from tests.intake.builders import REAL_DATA, check, only, place, read_rows, write

HEADER = "Measure,Ethnicity,Ethnicity_type,Time,Type_of_role,Entry_level,Broad_grade,Specific_grade,Headcount,"
HEADER += "Denominator,Value,Value_type"
REAL = REAL_DATA / "nhs-workforce-2017-09.csv"


def row(  # noqa: PLR0917 - a row has many columns
    ethnicity: str = "White",
    count: object = 10,
    role: str = "Non-medical",
    grade: str = "Band 5",
    time: str = "as at September 2017",
    denominator: object = "N/A",
    value: object = "N/A",
) -> str:
    return f"m,{ethnicity},ONS 2001 6+1,{time},{role},x,x,{grade},{count},{denominator},{value},%"


def check_facts(folder: Path, *rows: str) -> Checked:
    return check(write(folder, rows, HEADER, "facts.csv"))


@pytest.mark.parametrize(
    ("time", "as_at"),
    [
        ("as at September 2017", "2017-09-30"),
        ("as at Mar 2018", "2018-03-31"),
        ("September 2017", "2017-09-30"),
        ("31 March 2019", "2019-03-31"),
    ],
)
def test_the_snapshot_is_the_last_day_of_the_month(tmp_path: Path, time: str, as_at: str) -> None:
    observations = check_facts(tmp_path, row(time=time)).tables["observations"]
    assert observations["as_at"].astype(str).tolist() == [as_at]
    assert observations["year"].tolist() == [int(as_at[:4])]
    assert observations["ods_code"].tolist() == ["ENG"]


def test_a_year_alone_is_taken_as_its_march_and_doubted(tmp_path: Path) -> None:
    checked = check_facts(tmp_path, row(time="2019"))
    assert place(only(checked)) == ("month_assumed", 2, "Time")
    assert not checked.report.refused


def test_grades_of_one_band_are_added_and_keep_the_first_row(tmp_path: Path) -> None:
    grades = "Associate Specialist", "Specialty Doctor", "Staff Grade", "Core Training", "Consultant (all)"
    rows = [row(count=number, role="Medical", grade=grade) for number, grade in enumerate(grades, 1)]
    observations = check_facts(tmp_path, *rows).tables["observations"].set_index("band")
    assert observations["value"].to_dict() == {"career_grade": 6, "trainee": 4, "consultant": 5}
    assert observations.loc["career_grade", "source_row"] == 2


def test_a_withheld_grade_withholds_its_band(tmp_path: Path) -> None:
    rows = row(role="Medical", grade="Staff Grade", count="*"), row(role="Medical", grade="Specialty Doctor")
    observations = check_facts(tmp_path, *rows).tables["observations"]
    assert observations["status"].tolist() == ["suppressed"]
    assert observations["value"].isna().all()


def test_a_total_that_its_parts_do_not_make_is_refused_and_none_is_stored(tmp_path: Path) -> None:
    parts = row(count=10), row(count=5, grade="Band 6"), row("Asian", 4), row("Asian", 2, grade="Band 6")
    totals = row(count=15, grade="All"), row("Asian", 6, grade="All"), row("All known", 14)
    checked = check_facts(tmp_path, *parts, *totals)
    assert not checked.report.problems
    assert len(checked.tables["observations"]) == 4
    wrong = only(check_facts(tmp_path, *parts, row(count=16, grade="All")))
    assert place(wrong) == ("totals_disagree", 6, "Headcount")
    assert place(only(check_facts(tmp_path, *parts, row("All known", 15)))) == ("totals_disagree", 6, "Headcount")
    roles = row(count=15, grade="All"), row(count=16, role="All", grade="All")
    assert place(only(check_facts(tmp_path, *parts, *roles))) == ("totals_disagree", 7, "Headcount")


def test_a_printed_percentage_is_checked_to_its_decimals(tmp_path: Path) -> None:
    sound = row(count=2, denominator=3, value="66.7"), row("Asian", 1, denominator=25, value="4")
    assert not check_facts(tmp_path, *sound).report.problems
    checked = check_facts(tmp_path, row(count=2, denominator=3, value="66.6"))
    assert place(only(checked)) == ("percentage_disagrees", 2, "Value")
    assert not checked.report.refused


def test_an_unknown_grade_is_named_once_with_its_count(tmp_path: Path) -> None:
    problem = only(check_facts(tmp_path, row(), row(grade="Band 10"), row("Asian", grade="Band 10")))
    assert place(problem) == ("unknown_value", 3, "Specific_grade")
    assert problem.found == "Band 10 (2 rows)"


def test_a_medical_grade_that_has_no_rule_counts_as_other_and_is_named(tmp_path: Path) -> None:
    checked = check_facts(tmp_path, row(role="Medical", grade="Physician of the House"))
    assert only(checked).kind == "grade_counted_as_other"
    assert checked.tables["observations"]["band"].tolist() == ["other"]


@pytest.mark.parametrize(
    ("bad", "kind", "column"),
    [
        (row("Martian"), "unknown_value", "Ethnicity"),
        (row(time="soon"), "wrong_type", "Time"),
        (row(role="Dental"), "unknown_value", "Type_of_role"),
        (row("Asian", "x"), "wrong_type", "Headcount"),
        (row("Asian", "0.3"), "share_for_count", "Headcount"),
        (row(), "duplicate_key", "Headcount"),
        (row("Asian", time="as at March 2027"), "future_year", "year"),
    ],
)
def test_a_fault_is_found_where_it_stands(tmp_path: Path, bad: str, kind: str, column: str) -> None:
    assert place(only(check_facts(tmp_path, row(), bad))) == (kind, 3, column)


@pytest.mark.skipif(not REAL.exists(), reason="the real workforce table is not here (shared/data)")
def test_the_real_table_checks_clean_and_adds_up_to_the_same_by_other_code() -> None:
    checked = check(REAL)
    assert not checked.report.problems
    observations = checked.tables["observations"]
    rows = [row for row in read_rows(REAL) if row["Specific_grade"] != "All" and row["Ethnicity"] != "All known"]
    for role, category in (("Medical", "medical"), ("Non-medical", "non_medical")):
        for ethnicity in ("Asian", "Black", "Chinese", "Mixed", "Other", "White", "Unknown"):
            wanted = sum(
                Fraction(row["Headcount"])
                for row in rows
                if (row["Type_of_role"], row["Ethnicity"]) == (role, ethnicity)
            )
            ours = observations[
                (observations["category"] == category) & (observations["ethnicity"] == ethnicity.lower())
            ]
            assert ours["value"].sum() == wanted
    assert observations["value"].sum() == 1_203_547
    eight_a = observations[(observations["band"] == "8a") & (observations["ethnicity"] == "white")]
    assert eight_a["value"].tolist() == [33377]
