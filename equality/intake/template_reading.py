"""Reading the workbook of the return back: the same observations as the long form gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from equality.domain import wres_snapshot
from equality.intake.cells import read_ods_code, read_year, tidy
from equality.intake.contracts import blank_observations, check_observations, read_values
from equality.intake.items import default_basis
from equality.intake.kinds import Context, Reading
from equality.intake.problems import Problem, Skipped, error
from equality.intake.reading import Sheet
from equality.intake.template_layout import (
    CODE_ROW,
    INPUT_COLUMN,
    NOTES,
    SHEET,
    TITLE,
    YEAR_COLUMNS,
    YEAR_ROW,
    Line,
    blocks,
)


def is_template(sheets: Sequence[Sheet]) -> bool:
    """Whether a workbook is the one that ``template`` writes, by its sheet's name and title."""
    return any(sheet.name == SHEET and tidy(_cell(sheet, 1, "A")) == TITLE for sheet in sheets)


def read_template(sheets: Sequence[Sheet], context: Context) -> Reading:
    """The filled cells as observations. An empty cell is not supplied; an item with no cell filled is not there."""
    sheet = next(sheet for sheet in sheets if sheet.name == SHEET)
    code = read_ods_code(_cell(sheet, CODE_ROW, INPUT_COLUMN))
    year = read_year(_cell(sheet, YEAR_ROW, INPUT_COLUMN))
    problems = [*_check_inputs(sheet, code, year, context.file), *_check_labels(sheet, context.file)]
    if code is None or year is None or problems:
        return Reading({"observations": blank_observations()}, tuple(problems), rows_read=1)
    rows = pd.DataFrame(list(_filled(sheet, code, year)), columns=list(_FIELDS), dtype=object)
    observations, unreadable = read_values(_typed(rows) if len(rows) else blank_observations(), context.file)
    problems += [*unreadable, *check_observations(observations, context)]
    left_out = tuple(
        Skipped(
            "a sheet of notes was skipped"
            if other.name == NOTES
            else "a sheet that is no part of the return was skipped",
            sheet=other.name,
        )
        for other in sheets
        if other is not sheet
    )
    return Reading({"observations": observations}, tuple(problems), len(rows), left_out)


_FIELDS = ("year", "ods_code", "item", "category", "band", "ethnicity", "raw_value", "source_row", "value_column")


def _filled(sheet: Sheet, code: str, year: int) -> Iterator[tuple[object, ...]]:
    for offset, columns in YEAR_COLUMNS:
        lines = [line for block in blocks() for line in block.lines]
        filled = {line.item for line in lines if any(_cell(sheet, line.row, column).strip() for column in columns)}
        for line in lines:
            if line.item in filled:
                yield from _line_rows(sheet, line, code, year + offset, columns)


def _line_rows(sheet: Sheet, line: Line, code: str, year: int, columns: str) -> Iterator[tuple[object, ...]]:
    for ethnicity, column in zip(line.ethnicities, columns, strict=False):
        text = _cell(sheet, line.row, column)
        yield year, code, line.item, line.category, line.band, ethnicity, text, line.row, column


def _typed(rows: pd.DataFrame) -> pd.DataFrame:
    years = [int(year) for year in rows["year"]]
    return rows.assign(
        year=pd.Series(years, dtype="int64"),
        source_row=rows["source_row"].astype("int64"),
        as_at=pd.Series([wres_snapshot(year) for year in years], dtype=object),
        route="",
        basis=[default_basis(item, year) for item, year in zip(rows["item"], years, strict=True)],
        sheet=SHEET,
    )


def _check_inputs(sheet: Sheet, code: str | None, year: int | None, file: str) -> list[Problem]:
    wanted = (
        (CODE_ROW, code, "an ODS code of 3 to 6 letters and digits", "Write the organisation's code."),
        (YEAR_ROW, year, "the WRES year in four digits, for example 2025", "Write the year of the 31 March snapshot."),
    )
    return [
        error(
            "wrong_type" if (found := tidy(_cell(sheet, row, INPUT_COLUMN))) else "missing_value",
            file,
            sheet=SHEET,
            row=row,
            column=INPUT_COLUMN,
            found=found,
            expected=expected,
            todo=todo,
        )
        for row, value, expected, todo in wanted
        if value is None
    ]


def _check_labels(sheet: Sheet, file: str) -> list[Problem]:
    return [
        error(
            "unknown_value",
            file,
            sheet=SHEET,
            row=line.row,
            column="A",
            found=found,
            expected=line.label,
            todo="Rows were added, removed or moved. Copy the figures into a fresh template.",
        )
        for block in blocks()
        for line in block.lines
        if (found := tidy(_cell(sheet, line.row, "A"))) != line.label
    ]


def _cell(sheet: Sheet, row: int, column: str) -> str:
    cells = sheet.rows[row - 1] if row <= len(sheet.rows) else []
    position = ord(column) - ord("A")
    return cells[position] if position < len(cells) else ""
