"""A path to sheets of text cells: CSV in the encodings and delimiters people really send, and XLSX workbooks."""

from __future__ import annotations

import csv
import hashlib
import io
from dataclasses import dataclass
from pathlib import Path

from equality.errors import UnreadableFile
from equality.intake.problems import Problem, error
from equality.intake.workbooks import read_workbook_sheets

LARGEST_FILE_BYTES = 512 * 1024 * 1024
LONGEST_LINE = 1024 * 1024
DELIMITERS = (",", ";", "\t")
SAMPLE_ROWS = 100

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_AS = "Open it in the program that wrote it and save it as .xlsx or as CSV (UTF-8)."


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet's cells as text, from its first row; a CSV file is one sheet without a name."""

    name: str
    rows: list[list[str]]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file as it was read: its name, hash, sheets, and what kept it from being read."""

    path: Path
    sha256: str
    sheets: tuple[Sheet, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return self.path.name

    @property
    def file_id(self) -> str:
        """The first twelve hex digits of the hash: what rows in the store name their file by."""
        return self.sha256[:12]


def read_source(path: Path) -> SourceFile:
    """The file's sheets, or the problem that kept them from being read.

    Raises UnreadableFile where the path is missing, a folder, too large, or may not be read.
    """
    content = _read_bytes(path)
    digest = hashlib.sha256(content).hexdigest()
    try:
        sheets = _read_sheets(content)
    except NotATable as fault:
        return SourceFile(path, digest, (), (fault.problem(path.name),))
    return SourceFile(path, digest, sheets)


class NotATable(ValueError):
    """The bytes are no table: why, and what to do about it."""

    def __init__(self, kind: str, found: str, todo: str) -> None:
        self.kind, self.found, self.todo = kind, found, todo
        super().__init__(found)

    def problem(self, file: str) -> Problem:
        """The same as a problem of the file."""
        return error(self.kind, file, found=self.found, expected="a CSV file or an XLSX workbook", todo=self.todo)


def _read_bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise UnreadableFile("That is a folder, not a file", str(path), "Name the files in it.")
        if not path.is_file() and path.exists():
            raise UnreadableFile("That is not an ordinary file", str(path), "Name a CSV file or a workbook.")
        if path.stat().st_size > LARGEST_FILE_BYTES:
            raise UnreadableFile("The file is too large", str(path), "Files up to 512 MB are read. Split it.")
        return path.read_bytes()
    except FileNotFoundError as fault:
        raise UnreadableFile("There is no such file", str(path), "Check the name and the folder.") from fault
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        raise UnreadableFile("The file cannot be read", str(path), f"{reason}.") from fault


def _read_sheets(content: bytes) -> tuple[Sheet, ...]:
    if not content.strip(b"\x00 \r\n\t\xef\xbb\xbf"):
        raise NotATable("empty_file", "nothing", "Export the file again; it holds no text.")
    if content.startswith(_OLE):
        raise NotATable("not_a_table", "an old .xls workbook, or one with a password", _SAVE_AS)
    if content.startswith(_ZIP):
        return _workbook(content)
    return (Sheet("", _csv_rows(_decode(content))),)


def _workbook(content: bytes) -> tuple[Sheet, ...]:
    try:
        return tuple(Sheet(name, rows) for name, rows in read_workbook_sheets(content))
    except ValueError as fault:
        raise NotATable("not_a_table", str(fault), _SAVE_AS) from fault


def _decode(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    sample = content[:65536]
    if sum(byte < 32 and byte not in b"\t\r\n\x00\x0c" for byte in sample) > len(sample) / 100:
        raise NotATable("not_a_table", "bytes that are not text", _SAVE_AS)
    if sample.count(0) > len(sample) / 10:
        raise NotATable("not_a_table", "bytes that are not text", _SAVE_AS)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    return text.replace("\x00", "")


def _csv_rows(text: str) -> list[list[str]]:
    head = text[: LONGEST_LINE + 1]
    if len(head) > LONGEST_LINE and "\n" not in head and "\r" not in head:
        raise NotATable("not_a_table", "a single line of more than a million characters", _SAVE_AS)
    delimiter = max(DELIMITERS, key=lambda candidate: _cells_beyond_first(text, candidate))
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as fault:
        todo = "A quotation mark that is opened and never closed does this. Close it, or save the file again."
        raise NotATable("not_a_table", f"text that does not split into cells ({fault})", todo) from fault


def _cells_beyond_first(text: str, delimiter: str) -> int:
    reader = csv.reader(io.StringIO(text[:LONGEST_LINE], newline=""), delimiter=delimiter)
    found = 0
    try:
        for _, row in zip(range(SAMPLE_ROWS), reader, strict=False):
            found += max(0, len(row) - 1)
    except csv.Error:
        return found
    return found
