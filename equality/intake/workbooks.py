"""An XLSX workbook's sheets as text cells, refused before it is unpacked where unpacking could exhaust the machine."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime

import python_calamine as calamine

LARGEST_UNPACKED_BYTES = 1024 * 1024 * 1024
LARGEST_RATIO = 250
SMALL_BYTES = 20 * 1024 * 1024
MOST_CELLS = 20_000_000

_REFERENCE = re.compile(rb'<(?:\w+:)?(?:c|row)\s(?:[^<>]*?\s)?r="([A-Z]{0,3})([0-9]{1,7})"')


def read_workbook_sheets(content: bytes) -> list[tuple[str, list[list[str]]]]:
    """Name and text cells of every worksheet, hidden ones included; row 1 is the sheet's first row.

    Raises ValueError saying what the bytes are instead where they are no XLSX workbook of a reasonable size.
    """
    _check_archive(content)
    try:
        workbook = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = [data.name for data in workbook.sheets_metadata if data.typ == calamine.SheetTypeEnum.WorkSheet]
        return [(name, _text_rows(workbook.get_sheet_by_name(name))) for name in sheets]
    except calamine.CalamineError as fault:
        raise ValueError(f"a damaged workbook ({fault})") from fault


def _check_archive(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_members(archive, len(content))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as fault:
        raise ValueError("a damaged workbook, or one with a password") from fault
    except zipfile.zlib.error as fault:  # type: ignore[attr-defined]
        raise ValueError("a damaged workbook") from fault


def _check_members(archive: zipfile.ZipFile, size: int) -> None:
    names = archive.namelist()
    if "xl/workbook.xml" not in names:
        raise ValueError("a zip archive that is not an XLSX workbook")
    unpacked = sum(member.file_size for member in archive.infolist())
    if unpacked > LARGEST_UNPACKED_BYTES or (unpacked > SMALL_BYTES and unpacked > LARGEST_RATIO * size):
        raise ValueError(f"an archive that unpacks to {unpacked // 2**20} MB, which no return does")
    for name in names:
        if name.endswith(".xml") and not name.startswith(("xl/sharedStrings", "xl/styles", "docProps/")):
            _check_extent(archive, name)


def _check_extent(archive: zipfile.ZipFile, name: str) -> None:
    # A lone cell in the last corner of a sheet would have the reader reserve the whole rectangle.
    last_row = last_column = 0
    for column, row in _references(archive, name):
        last_row, last_column = max(last_row, row), max(last_column, column)
    if last_row * last_column > MOST_CELLS:
        raise ValueError(f"a sheet of {last_row} rows by {last_column} columns, most of it empty")


def _references(archive: zipfile.ZipFile, name: str) -> Iterator[tuple[int, int]]:
    tail = b""
    with archive.open(name) as stream:
        while block := stream.read(1 << 20):
            text = tail + block
            for match in _REFERENCE.finditer(text):
                yield _column_number(match.group(1)), int(match.group(2))
            tail = text[-40:]


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _text_rows(sheet: calamine.CalamineSheet) -> list[list[str]]:
    return [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]


def _text(cell: object) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)
