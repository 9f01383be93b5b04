from __future__ import annotations

from pathlib import Path

import pytest

from tests.intake.builders import GOOD_ROWS, HEADER, check, check_rows, only, place, staff, write


def test_titles_totals_and_notes_are_skipped_and_named(tmp_path: Path) -> None:
    lines = ["Workforce return,,", "", HEADER, *GOOD_ROWS, "Total,,,,,,999", ",,,,,,999", "Source: staff record"]
    path = tmp_path / "return.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    checked = check(path)
    assert not checked.report.errors
    last = 3 + len(GOOD_ROWS)
    assert [skipped.sentence for skipped in checked.report.files[0].skipped] == [
        "title rows above the headings were skipped (row 1)",
        f"totals rows were skipped (rows {last + 1} to {last + 2})",
        f"notes below the table were skipped (row {last + 3})",
    ]
    assert checked.report.files[0].rows_read == len(GOOD_ROWS)


def test_the_header_is_found_as_far_down_as_row_30_and_no_further(tmp_path: Path) -> None:
    for titles, found in ((29, True), (30, False)):
        path = tmp_path / "return.csv"
        path.write_text("a title\n" * titles + "\n".join([HEADER, *GOOD_ROWS]), encoding="utf-8")
        assert check(path).report.refused is not found


def test_headings_are_known_whatever_their_case_spaces_and_order(tmp_path: Path) -> None:
    header = "Value,ODS Code ,Year,ITEM,Category,Band,Ethnicity"
    checked = check_rows(tmp_path, "12,rxx ,2025,Staff,Non-Clinical,Band 8A,White", header=header)
    row = checked.tables["observations"].iloc[0]
    assert not checked.report.problems
    assert (row["ods_code"], row["category"], row["band"], row["ethnicity"]) == ("RXX", "non_clinical", "8a", "white")


@pytest.mark.parametrize("column", HEADER.split(","))
def test_a_missing_column_is_named(tmp_path: Path, column: str) -> None:
    header = HEADER.replace(column, "something")
    assert place(only(check(write(tmp_path, header=header)))) == ("missing_column", 1, column)


def test_a_repeated_heading_is_named(tmp_path: Path) -> None:
    problem = only(check_rows(tmp_path, staff("white", 3) + ",4", header=HEADER + ",Value"))
    assert place(problem) == ("repeated_column", 1, "value")


def test_a_header_alone_is_no_data(tmp_path: Path) -> None:
    assert only(check_rows(tmp_path)).kind == "no_data_rows"
    assert only(check_rows(tmp_path, "Total,,,,,,3")).kind == "no_data_rows"


def test_a_comma_inside_a_value_shows_as_a_cell_too_many(tmp_path: Path) -> None:
    problem = next(iter(check_rows(tmp_path, staff("white", "1,000")).report.errors))
    assert (problem.kind, problem.row) == ("extra_cells", 2)


def test_rows_that_end_early_are_doubted_once(tmp_path: Path) -> None:
    checked = check_rows(tmp_path, staff("white", 3), "2025,RXX,staff,clinical,5,bme", "2025,RXX,staff,clinical,6,bme")
    assert (only(checked).kind, only(checked).row) == ("short_row", 3)
    assert list(checked.tables["observations"]["status"]) == ["ok", "not_supplied", "not_supplied"]


def test_the_kind_can_be_forced(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("code,name,a,b,c,d,e,f,g\nRXX,Trust,,,,,,,\n", encoding="utf-8")
    assert check(path).report.refused
    forced = check(path, kind="organisations")
    assert not forced.report.refused
    assert list(forced.tables["organisations"]["name"]) == ["Trust"]
