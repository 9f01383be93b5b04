from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from tests.intake.builders import REAL_DATA, check, only, place, read_rows, write

ORGANISATIONS = REAL_DATA / "organisations.csv"
CENSUS = REAL_DATA / "census-2011-ethnicity-by-local-authority.csv"
WIDE = "date,geography,geography code,Rural Urban,Ethnic Group: All categories: Ethnic group; measures: Value,"
WIDE += "Ethnic Group: White; measures: Value,Ethnic Group: White: Irish; measures: Value,"
WIDE += "Ethnic Group: White: Other White; measures: Value,Ethnic Group: Asian; measures: Value,"
WIDE += "Ethnic Group: Asian/Asian British: Indian; measures: Value"
LONG = "Lower tier local authorities Code,Lower tier local authorities,Ethnic group (20 categories) Code,"
LONG += "Ethnic group (20 categories),Observation"


@pytest.mark.parametrize(
    ("row", "kind", "column"),
    [
        ("The Trust,Name,North", "wrong_type", "Code"),
        (",Name,North", "missing_value", "Code"),
        ("RYY,,North", "missing_value", "Name"),
        ("rxx ,Name,North", "duplicate_key", "Code"),
    ],
)
def test_a_fault_in_the_list_of_organisations(tmp_path: Path, row: str, kind: str, column: str) -> None:
    path = write(tmp_path, ["RXX,First,North", row], "Code,Name,Region", "list.csv")
    assert place(only(check(path))) == (kind, 3, column)


def test_an_organisation_keeps_all_that_the_list_says(tmp_path: Path) -> None:
    header = "OrganisationCode,CanonicalOrganisationName,OrganisationType,RegionCode,RegionName,ICSCode,ICSName,Other"
    path = write(tmp_path, ["r0a , A Trust ,Acute,Y62,North West,QOP,Greater Manchester,x"], header, "list.csv")
    row = check(path).tables["organisations"].iloc[0]
    columns = ["ods_code", "name", "type", "region_code", "region", "system_code", "system", "source_row"]
    assert row[columns].tolist() == ["R0A", "A Trust", "Acute", "Y62", "North West", "QOP", "Greater Manchester", 2]


@pytest.mark.skipif(not ORGANISATIONS.exists(), reason="the real list of organisations is not here (shared/data)")
def test_the_real_list_of_organisations() -> None:
    checked = check(ORGANISATIONS)
    assert not checked.report.problems
    wanted = {row["OrganisationCode"]: row["ICSName"] for row in read_rows(ORGANISATIONS)}
    rows = checked.tables["organisations"]
    assert dict(zip(rows["ods_code"], rows["system"], strict=True)) == wanted


def test_only_leaf_groups_of_the_census_are_kept(tmp_path: Path) -> None:
    rows = "2011,Leeds,E08,Total,100,70,30,40,30,30", "2011,Leeds,E08,Rural (total),10,7,3,4,3,3"
    checked = check(write(tmp_path, rows, WIDE, "census.csv"))
    assert not checked.report.problems
    census = checked.tables["census"]
    assert dict(zip(census["ethnic_group"], census["people"], strict=True)) == {
        "White: Irish": 30,
        "White: Other White": 40,
        "Asian/Asian British: Indian": 30,
    }
    assert census["wres_group"].tolist() == ["white", "white", "bme"]
    assert set(census["census_year"]) == {2011}
    assert set(census["authority_code"]) == {"E08"}
    assert "urban or rural" in checked.report.files[0].skipped[0].sentence


@pytest.mark.parametrize(
    ("row", "kind", "column"),
    [
        ("2011,York,E06,Total,101,70,30,40,30,30", "totals_disagree", "All categories: Ethnic group"),
        ("2011,York,E06,Total,100,71,30,40,30,30", "totals_disagree", "White"),
        ("2011,York,E06,Total,100,70,30,*,30,30", "wrong_type", "White: Other White"),
        ("2011,Leeds,E08,Total,100,70,30,40,30,30", "duplicate_key", "geography"),
    ],
)
def test_a_fault_in_a_census_table(tmp_path: Path, row: str, kind: str, column: str) -> None:
    path = write(tmp_path, ["2011,Leeds,E08,Total,100,70,30,40,30,30", row], WIDE, "census.csv")
    problem = check(path).report.errors[0]
    assert (problem.kind, problem.row) == (kind, 3)
    assert column in problem.column


def test_the_census_of_2021_has_a_group_a_row(tmp_path: Path) -> None:
    rows = "E08,Leeds,-8,Does not apply,0", "E08,Leeds,1,White: Roma,7", "E08,Leeds,2,Other ethnic group: Arab,3"
    path = write(tmp_path, rows, LONG, "table.csv")
    assert only(check(path)).kind == "missing_column"
    said = check(path, as_at=date(2021, 3, 21))
    assert not said.report.problems
    assert said.tables["census"]["people"].tolist() == [7, 3]
    assert set(said.tables["census"]["census_year"]) == {2021}
    named = check(write(tmp_path, rows, LONG, "TS021-2021.csv"))
    assert set(named.tables["census"]["census_year"]) == {2021}


def test_the_census_year_may_stand_in_the_title(tmp_path: Path) -> None:
    path = write(tmp_path, [LONG, "E08,Leeds,1,White: Roma,7"], '"Census 2021, England"', "table.csv")
    assert set(check(path).tables["census"]["census_year"]) == {2021}


@pytest.mark.skipif(not CENSUS.exists(), reason="the real census table is not here (shared/data)")
def test_the_real_census_adds_up_to_its_own_totals_by_other_code() -> None:
    checked = check(CENSUS)
    assert not checked.report.problems
    census = checked.tables["census"]
    rows = read_rows(CENSUS)
    total = next(name for name in rows[0] if "All categories" in name)
    white = next(name for name in rows[0] if name == "Ethnic Group: White; measures: Value")
    assert census["people"].sum() == sum(Fraction(row[total]) for row in rows)
    assert census.loc[census["wres_group"] == "white", "people"].sum() == sum(Fraction(row[white]) for row in rows)
    assert len(census) == 348 * 18
