from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter

from equality.errors import EqualityError
from equality.intake.reading import read_source
from equality.intake.template import Figures, write_template
from equality.intake.template_layout import SHEET, TITLE, blocks
from tests.intake.builders import check, only, place, write

KEYS = ["year", "ods_code", "item", "category", "band", "ethnicity", "basis", "value", "status"]


def filled() -> dict[tuple[int, str, str, str, str], float | str]:
    """Every cell of the template with a figure of its own, last year's a little lower."""
    figures: dict[tuple[int, str, str, str, str], float | str] = {}
    lines = [line for block in blocks() for line in block.lines]
    for year in (2024, 2025):
        for number, line in enumerate(lines):
            for place_, ethnicity in enumerate(line.ethnicities):
                value = {"shortlisted": 900, "appointed": 100, "disciplinary": 3, "board": 5, "training": 90}.get(
                    line.item, number % 60 + 20 + place_
                )
                value = 1 if line.band == "senior_medical_manager" else value
                figures[year, line.item, line.category, line.band, ethnicity] = value + (year - 2024)
    figures[2025, "staff", "clinical", "5", "bme"] = "*"
    return figures


def test_a_filled_template_gives_the_same_rows_as_the_long_form(tmp_path: Path) -> None:
    figures: Figures = filled()
    book, long = (
        tmp_path / "return.xlsx",
        [
            f"{year},RXX,{item},{category},{band},{ethnicity},{value}"
            for (year, item, category, band, ethnicity), value in figures.items()
        ],
    )
    write_template(book, "RXX", 2025, figures)
    from_book, from_rows = check(book), check(write(tmp_path, long))
    assert not from_book.report.problems
    assert not from_rows.report.problems
    frames = [checked.tables["observations"][KEYS].sort_values(KEYS[:-2]) for checked in (from_book, from_rows)]
    assert frames[0].astype(str).to_numpy().tolist() == frames[1].astype(str).to_numpy().tolist()
    assert len(frames[0]) == len(figures)


def test_an_empty_cell_is_not_supplied_and_an_empty_item_is_not_there(tmp_path: Path) -> None:
    book = tmp_path / "return.xlsx"
    write_template(book, "RXX", 2025, {(2025, "training", "", "", "white"): 12})
    observations = check(book).tables["observations"]
    assert list(observations["item"]) == ["training"] * 3
    assert list(observations["status"]) == ["ok", "not_supplied", "not_supplied"]


def test_a_fault_in_the_template_names_its_cell(tmp_path: Path) -> None:
    book = tmp_path / "return.xlsx"
    write_template(book, "RXX", 2025, {(2024, "training", "", "", "bme"): -3})
    row = next(line.row for block in blocks() for line in block.lines if line.item == "training")
    problem = only(check(book))
    assert place(problem) == ("below_zero", row, "H")
    assert problem.sheet == SHEET


def test_a_template_without_its_organisation_and_year_says_so(tmp_path: Path) -> None:
    book = tmp_path / "return.xlsx"
    write_template(book)
    problems = check(book).report.errors
    assert [place(problem) for problem in problems] == [("missing_value", 3, "B"), ("missing_value", 4, "B")]


def test_rows_that_were_moved_are_refused(tmp_path: Path) -> None:
    book = tmp_path / "return.xlsx"
    workbook = xlsxwriter.Workbook(book)
    sheet = workbook.add_worksheet(SHEET)
    sheet.write_column("A1", [TITLE, "", "", "", "", "", "", "Band 1"])
    sheet.write_column("B3", ["RXX", 2025])
    workbook.close()
    assert ("unknown_value", 8, "A") in [place(problem) for problem in check(book).report.errors]


def test_a_filled_return_is_not_overwritten(tmp_path: Path) -> None:
    book = tmp_path / "return.xlsx"
    write_template(book)
    before = book.read_bytes()
    with pytest.raises(EqualityError):
        write_template(book)
    assert book.read_bytes() == before


def test_totals_are_formulas_and_leave_senior_medical_managers_out(tmp_path: Path) -> None:
    book = tmp_path / "return.xlsx"
    write_template(book)
    medical = next(block for block in blocks() if block.lines[0].category == "medical")
    added = [line for line in medical.lines if line.is_added]
    assert len(added) == len(medical.lines) - 1
    assert added[-1].row < medical.lines[-1].row
    sheet = read_source(book).sheets[0]
    assert sheet.rows[medical.total_row - 1][0] == "Total"
