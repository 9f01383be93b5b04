from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from equality.errors import UnreadableFile
from equality.intake.reading import read_source
from tests.intake.builders import GOOD_ROWS, HEADER, check, only, write

TEXT = "\n".join([HEADER, *GOOD_ROWS]) + "\n"


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode("utf-8"),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.replace("\n", "\r\n").encode("cp1252"),
        TEXT.replace(",", ";").encode(),
        TEXT.replace(",", "\t").encode(),
        b"Return of St Anne\x92s\n\n" + TEXT.encode("cp1252"),
        TEXT.replace("clinical", "cli\x00nical").encode(),
        "\n".join(f'"{line}"'.replace(",", '","') for line in TEXT.splitlines()).encode(),
    ],
    ids=["utf-8", "mark", "utf-16", "windows", "semicolon", "tab", "windows title", "nul", "quoted"],
)
def test_every_way_a_csv_is_written_gives_the_same_rows(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "return.csv"
    path.write_bytes(content)
    checked = check(path)
    assert not checked.report.problems
    assert list(checked.tables["observations"]["value"]) == list(
        check(write(tmp_path, name="plain.csv")).tables["observations"]["value"]
    )


def test_a_workbook_gives_the_same_rows_as_text(tmp_path: Path) -> None:
    path = tmp_path / "return.xlsx"
    workbook = xlsxwriter.Workbook(path, {"strings_to_numbers": True})
    workbook.add_worksheet("Read me").write_string("A1", "Sent by the equality lead")
    sheet = workbook.add_worksheet("Data")
    for number, line in enumerate(["A title", "", *TEXT.splitlines()]):
        sheet.write_row(number, 1, line.split(","))
    workbook.close()
    checked = check(path)
    assert not checked.report.problems
    assert list(checked.tables["observations"]["source_row"][:2]) == [4, 5]
    assert [skipped.sentence for skipped in checked.report.files[0].skipped] == [
        "sheet Data: title rows above the headings were skipped (row 1)",
        "sheet Read me: a sheet without such a table was skipped",
    ]


def _zip_bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 60_000_000)
    return buffer.getvalue()


def _lone_cell_in_the_corner() -> bytes:
    buffer = io.BytesIO()
    workbook = xlsxwriter.Workbook(buffer)
    sheet = workbook.add_worksheet()
    sheet.write("A1", 1)
    sheet.write("XFD1048576", 1)
    workbook.close()
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("content", "kind", "says"),
    [
        (b"", "empty_file", "nothing"),
        (b"\xef\xbb\xbf \r\n", "empty_file", "nothing"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "not_a_table", "old .xls"),
        (bytes(range(256)) * 40, "not_a_table", "not text"),
        (b"PK\x03\x04 and then rubbish", "not_a_table", "damaged"),
        (_zip_bomb(), "not_a_table", "unpacks to"),
        (_lone_cell_in_the_corner(), "not_a_table", "1048576 rows"),
        (b"x" * 2_000_000, "not_a_table", "single line"),
        (b'year,ods_code\n"' + b"a,b\n" * 100_000, "not_a_table", "quotation mark"),
        (b"one,two\n1,2\n", "unrecognised_file", "one | two"),
    ],
    ids=["empty", "blank", "xls", "binary", "cut zip", "bomb", "corner", "line", "quote", "unrecognised"],
)
def test_what_is_no_table_is_told_in_words(tmp_path: Path, content: bytes, kind: str, says: str) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(content)
    problem = only(check(path))
    assert problem.kind == kind
    assert says in (problem.found + problem.todo)


def test_a_zip_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "file.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("letter.txt", "hello")
    assert "not an XLSX workbook" in only(check(path)).found


@pytest.mark.parametrize("name", ["", "missing.csv", "a\0b"])
def test_a_path_that_cannot_be_read_is_an_error_of_usage(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_source(tmp_path / name)
    assert caught.value.exit_status == 2


def test_an_unrecognised_file_is_told_what_the_headers_look_like(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    expected = only(check(path)).expected
    assert all(kind in expected for kind in ("return (year", "ethnicity-facts", "organisations", "census"))


def test_a_line_break_inside_quotation_marks_keeps_the_rows_numbered_as_a_spreadsheet_does(tmp_path: Path) -> None:
    path = tmp_path / "return.csv"
    path.write_text(f'"A title\nin two lines"\n{HEADER}\n2025,RXX,staff,clinical,5,white,many\n', encoding="utf-8")
    assert only(check(path)).row == 3
