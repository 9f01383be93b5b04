"""Writing the workbook of the return: laid out as the national return is, with automatic totals and a notes sheet."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import xlsxwriter

from equality.errors import EqualityError
from equality.intake.template_layout import (
    CODE_ROW,
    FIRST_BLOCK_ROW,
    INPUT_COLUMN,
    NOTES,
    SHEET,
    TITLE,
    TOTAL_COLUMNS,
    YEAR_COLUMNS,
    YEAR_ROW,
    Block,
    Line,
    blocks,
)

Figures = Mapping[tuple[int, str, str, str, str], float | str]
"""Values by (year, item, category, band, ethnicity)."""

NOTES_LINES = (
    "How to fill in the return",
    "Write the organisation's ODS code and the WRES year: the year of the 31 March snapshot.",
    "Fill in the pale yellow cells. The totals and shares beside and below them work themselves out.",
    "Write 0 where there is nobody. An empty cell means: not supplied.",
    "Write * where a figure is withheld. An item with no cell filled in is left as the store holds it.",
    "Count people, not full-time equivalents; each person once, by the primary assignment on 31 March.",
    "Leave out staff who work on the bank only.",
    "Senior medical managers are of the consultants, and are not added to the total again.",
    "BME is everyone who is not White. Unknown is not stated, not known, and blank.",
    "Survey results are those of the autumn before: the survey of 2024 belongs to WRES 2025.",
    "The board is counted twice over: voting and non-voting, and executive and non-executive, add up to the whole.",
    "Check the file with: python -m equality check FILE. Store it with: python -m equality import FILE",
)


def write_template(path: Path, ods_code: str = "", year: int | None = None, figures: Figures | None = None) -> None:
    """Write the workbook, empty or with ``figures`` filled in.

    Raises EqualityError where the file is already there or cannot be written: a filled return is not overwritten.
    """
    if path.exists() and (path.is_dir() or path.stat().st_size):
        raise EqualityError("There is a file of that name already", str(path), "Choose another name.")
    workbook = xlsxwriter.Workbook(path)
    workbook.set_properties({"title": TITLE, "comments": "Fill in the pale yellow cells; see the notes."})
    _write_return(workbook, ods_code, year, figures or {})
    _write_notes(workbook)
    try:
        workbook.close()
    except (OSError, xlsxwriter.exceptions.FileCreateError) as error:
        raise EqualityError("The workbook cannot be written", str(path), f"{error}.") from error


def _formats(workbook: Any) -> dict[str, Any]:  # noqa: ANN401 - xlsxwriter ships no types
    line = {"border": 1, "border_color": "#767676"}
    entry = {**line, "bg_color": "#FFF8D6", "locked": False}
    return {
        "title": workbook.add_format({"bold": True, "font_size": 16}),
        "block": workbook.add_format({"bold": True, "font_size": 13, "font_color": "#005EB8"}),
        "heading": workbook.add_format({**line, "bold": True, "text_wrap": True, "valign": "top"}),
        "label": workbook.add_format(line),
        "entry": workbook.add_format({**entry, "num_format": "#,##0.##"}),
        "text_entry": workbook.add_format({**entry, "num_format": "@"}),
        "plain_entry": workbook.add_format({**entry, "num_format": "0"}),
        "total": workbook.add_format({**line, "bold": True, "num_format": "#,##0"}),
        "share": workbook.add_format({**line, "num_format": '0.0" %"'}),
    }


def _write_return(workbook: Any, ods_code: str, year: int | None, figures: Figures) -> None:  # noqa: ANN401
    sheet, styles = workbook.add_worksheet(SHEET), _formats(workbook)
    sheet.set_column("A:A", 52)
    sheet.set_column("B:K", 12)
    sheet.write_string("A1", TITLE, styles["title"])
    sheet.write_string("A2", "Fill in the pale yellow cells. An empty cell means: not supplied. See the sheet Notes.")
    _write_inputs(sheet, styles, ods_code, year)
    for block in blocks():
        _write_block(sheet, styles, block)
        for line in block.lines:
            _write_line(sheet, styles, line, year, figures)
    sheet.freeze_panes(FIRST_BLOCK_ROW - 1, 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.protect("", {"format_columns": True, "format_rows": True})


def _write_inputs(sheet: Any, styles: dict[str, Any], ods_code: str, year: int | None) -> None:  # noqa: ANN401
    code, year_cell = f"{INPUT_COLUMN}{CODE_ROW}", f"{INPUT_COLUMN}{YEAR_ROW}"
    sheet.write_string(f"A{CODE_ROW}", "Organisation code (ODS)", styles["heading"])
    sheet.write_string(code, ods_code, styles["text_entry"]) if ods_code else sheet.write_blank(
        code, None, styles["text_entry"]
    )
    sheet.write_string(f"A{YEAR_ROW}", "WRES year (of the 31 March snapshot)", styles["heading"])
    sheet.write_number(year_cell, year, styles["plain_entry"]) if year else sheet.write_blank(
        year_cell, None, styles["plain_entry"]
    )
    length = {"validate": "length", "criteria": "between", "minimum": 3, "maximum": 6}
    whole = {"validate": "integer", "criteria": "between", "minimum": 2000, "maximum": 2099}
    sheet.data_validation(
        code, {**length, "error_title": "Organisation code", "error_message": "3 to 6 letters and digits."}
    )
    sheet.data_validation(
        year_cell, {**whole, "error_title": "Year", "error_message": "Four digits, for example 2025."}
    )


def _write_block(sheet: Any, styles: dict[str, Any], block: Block) -> None:  # noqa: ANN401
    sheet.write_string(f"A{block.row}", block.title, styles["block"])
    sheet.write_string(f"A{block.row + 1}", "Group", styles["heading"])
    for (_, columns), when in zip(YEAR_COLUMNS, ("this year", "last year"), strict=True):
        for column, name in zip(columns, ("White", "BME", "Unknown"), strict=True):
            sheet.write_string(f"{column}{block.row + 1}", f"{name}, {when}", styles["heading"])
        total, share = TOTAL_COLUMNS[columns]
        sheet.write_string(f"{total}{block.row + 1}", f"Total, {when}", styles["heading"])
        sheet.write_string(f"{share}{block.row + 1}", f"BME per cent, {when}", styles["heading"])
    if block.total:
        _write_total_row(sheet, styles, block)


def _write_total_row(sheet: Any, styles: dict[str, Any], block: Block) -> None:  # noqa: ANN401
    row = block.total_row
    sheet.write_string(f"A{row}", block.total, styles["total"])
    wanted = block.added_categories
    added = [line.row for line in block.lines if line.is_added and (not wanted or line.category in wanted)]
    for _, columns in YEAR_COLUMNS:
        for column in columns:
            cells = f"{column}{added[0]}:{column}{added[-1]}"
            sheet.write_formula(f"{column}{row}", f'=IF(COUNT({cells})=0,"",SUM({cells}))', styles["total"], "")
        _write_row_totals(sheet, styles, row, columns)


def _write_line(sheet: Any, styles: dict[str, Any], line: Line, year: int | None, figures: Figures) -> None:  # noqa: ANN401
    sheet.write_string(f"A{line.row}", line.label, styles["label"])
    for offset, columns in YEAR_COLUMNS:
        for ethnicity, column in zip(line.ethnicities, columns, strict=False):
            key = ((year or 0) + offset, line.item, line.category, line.band, ethnicity)
            value = figures.get(key, "")
            if value == "":
                sheet.write_blank(f"{column}{line.row}", None, styles["entry"])
            else:
                sheet.write(f"{column}{line.row}", value, styles["entry"])
        sheet.data_validation(
            f"{columns[0]}{line.row}:{columns[len(line.ethnicities) - 1]}{line.row}", _validation(line)
        )
        if line.is_count:
            _write_row_totals(sheet, styles, line.row, columns)


def _write_row_totals(sheet: Any, styles: dict[str, Any], row: int, columns: str) -> None:  # noqa: ANN401
    total, share = TOTAL_COLUMNS[columns]
    cells = f"{columns[0]}{row}:{columns[-1]}{row}"
    sheet.write_formula(f"{total}{row}", f'=IF(COUNT({cells})=0,"",SUM({cells}))', styles["total"], "")
    bme = f"{columns[1]}{row}"
    known = f"OR(COUNT({bme})=0,N({total}{row})=0)"
    sheet.write_formula(f"{share}{row}", f'=IF({known},"",100*{bme}/{total}{row})', styles["share"], "")


def _validation(line: Line) -> dict[str, Any]:
    # A warning, not a stop: * (withheld) and N/A (not supplied) may be written too.
    common = {"error_type": "warning", "ignore_blank": True, "minimum": 0}
    if line.is_count:
        words = "A whole number of people, 0 or more; or * (withheld), or N/A (not supplied)."
        return {
            **common,
            "validate": "integer",
            "criteria": ">=",
            "value": 0,
            "error_title": "People",
            "error_message": words,
        }
    words = "Per cent, from 0 to 100; or * (withheld), or N/A (not supplied)."
    limits = {"validate": "decimal", "criteria": "between", "maximum": 100}
    return {**common, **limits, "error_title": "Per cent", "error_message": words}


def _write_notes(workbook: Any) -> None:  # noqa: ANN401
    sheet = workbook.add_worksheet(NOTES)
    sheet.set_column("A:A", 110, workbook.add_format({"text_wrap": True}))
    bold = workbook.add_format({"bold": True, "font_size": 16})
    for row, words in enumerate(NOTES_LINES):
        sheet.write_string(row, 0, words, bold if row == 0 else None)
