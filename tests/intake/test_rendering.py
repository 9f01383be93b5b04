from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

from equality.errors import EqualityError
from equality.intake.problems import FileReport, Report, Skipped, error, warning
from equality.intake.rendering import SHOWN_OF_EACH, show_report, write_problems
from tests.intake.builders import read_rows

PROBLEM = error("below_zero", "a.csv", row=4, column="value", found="-5", expected="0 or more", todo="Correct it.")


def shown(report: Report) -> str:
    stream = io.StringIO()
    show_report(report, Console(file=stream, highlight=False, markup=False))
    return stream.getvalue()


def test_a_problem_is_told_with_its_place_and_what_to_do() -> None:
    text = shown(Report((FileReport("a.csv", "return", 1200, (Skipped("totals", (3,)),)),), (PROBLEM,)))
    assert "a.csv: return, 1,200 rows read\n  totals (row 3)" in text
    assert "ERROR Below zero (below_zero)\n  a.csv, row 4, column value: -5; expected 0 or more; Correct it.\n" in text
    assert text.endswith("1 error: Below zero 1\n0 warnings\n")


def test_a_long_list_is_cut_by_kind_and_says_where_the_rest_is() -> None:
    text = shown(Report((), (PROBLEM,) * (SHOWN_OF_EACH + 2) + (warning("band_moved", "a.csv", found="x"),)))
    assert text.count("column value: -5") == SHOWN_OF_EACH
    assert "and 2 more; --csv FILE has all" in text
    assert "WARNING A band that moved much" in text


def test_no_file_can_write_to_the_terminal_by_what_it_holds() -> None:
    text = shown(Report((), (error("wrong_type", "a.csv", found="\x1b[31m[bold]red\r"),)))
    assert "\x1b" not in text
    assert "\r" not in text
    assert "[bold]" in text


def test_the_list_as_csv_has_every_problem_and_no_formula(tmp_path: Path) -> None:
    formula = error("wrong_type", "a.csv", found="=cmd|' /C calc'!A0")
    write_problems(Report((), (PROBLEM, formula) * 10), tmp_path / "problems.csv")
    rows = read_rows(tmp_path / "problems.csv")
    assert len(rows) == 20
    assert rows[0]["kind"] == "below_zero"
    assert rows[0]["row"] == "4"
    assert rows[1]["found"] == "'=cmd|' /C calc'!A0"


def test_a_list_that_cannot_be_written_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(EqualityError):
        write_problems(Report((), ()), tmp_path / "missing" / "problems.csv")
