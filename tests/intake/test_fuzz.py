"""A sound file, spoiled at random: whatever comes of it is a report or an error told in words."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from equality.config import ROOT, read_configuration
from equality.errors import EqualityError
from equality.intake.storing import Options, check_against_store
from equality.intake.template import write_template
from equality.store.layout import Store
from tests.intake.builders import GOOD_ROWS, HEADER, TODAY, flow, staff

ROWS = (*GOOD_ROWS[:3], *GOOD_ROWS[9:15], staff("H", 200), flow("survey_7", "white", "58.1"))
SETTINGS = read_configuration(ROOT / "config.yaml")
LINES = [HEADER, *ROWS]
WORDS = [
    "",
    "-",
    "*",
    "#####",
    "1,000",
    "1e308",
    "-1",
    "0.5",
    "nan",
    "total",
    '"',
    "\n",
    "\t",
    ";",
    "=1+1",
    "é",
    "\0",
    "9" * 400,
]
WORDS += [
    "staff",
    "board",
    "survey_7",
    "medical",
    "8a",
    "bme",
    "2027",
    "99",
    "training",
    "senior_medical_manager",
    "voting",
]

cell = st.one_of(st.sampled_from(WORDS), st.text(max_size=8))
change = st.tuples(st.integers(0, len(LINES) - 1), st.integers(0, 6), cell)
bounded = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def check_bytes(content: bytes, name: str = "return.csv") -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        try:
            report = check_against_store([path], Store(Path(folder) / "store"), SETTINGS, Options(today=TODAY))
        except EqualityError:
            return
        assert report.files
        assert all(problem.kind and problem.file for problem in report.problems)


@bounded
@given(st.lists(change, min_size=1, max_size=6), st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]))
def test_cells_that_were_changed(changes: list[tuple[int, int, str]], encoding: str) -> None:
    table = [line.split(",") for line in LINES]
    for row, column, text in changes:
        table[row][column] = text
    check_bytes("\n".join(",".join(row) for row in table).encode(encoding, errors="replace"))


@bounded
@given(st.lists(st.tuples(st.integers(0, 2**16), st.binary(max_size=4)), min_size=1, max_size=5), st.integers(0, 2**16))
def test_bytes_that_were_changed_and_a_file_that_was_cut(changes: list[tuple[int, bytes]], length: int) -> None:
    content = "\n".join(LINES).encode()
    for at, put in changes:
        place = at % len(content)
        content = content[:place] + put + content[place + len(put) :]
    check_bytes(content[: length % len(content) + 1] if length % 3 else content)


@settings(bounded, max_examples=20)
@given(st.lists(st.tuples(st.integers(0, 2**20), st.integers(0, 255)), min_size=1, max_size=4), st.integers(0, 2**20))
def test_a_workbook_that_was_damaged(changes: list[tuple[int, int]], length: int) -> None:
    with TemporaryDirectory() as folder:
        book = Path(folder) / "book.xlsx"
        write_template(book, "RXX", 2025, {(2025, "training", "", "", "white"): 12})
        content = bytearray(book.read_bytes())
    for at, put in changes:
        content[at % len(content)] = put
    check_bytes(bytes(content[: length % len(content)] if length % 4 == 0 else content), "book.xlsx")
