"""The report of a check or import for people: on the terminal, and whole as CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, fields
from pathlib import Path

from rich.console import Console
from rich.text import Text

from equality.domain import Severity
from equality.errors import EqualityError
from equality.intake.problems import TITLES, FileReport, Problem, Report, count_by_kind

SHOWN_OF_EACH = 5
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold"}


def show_report(report: Report, console: Console) -> None:
    """Print what was read, every kind of problem with its first few, and the summary by kind."""
    for file in report.files:
        for line in _file_lines(file):
            console.print(Text(printable(line)), soft_wrap=True)
    for severity, problems in ((Severity.ERROR, report.errors), (Severity.WARNING, report.warnings)):
        for kind in count_by_kind(problems):
            alike = [problem for problem in problems if problem.kind == kind]
            _show_kind(sorted(alike, key=_place), severity, console)
    console.print()
    for line in summary_lines(report):
        console.print(Text(line, style="bold"), soft_wrap=True)


def _file_lines(file: FileReport) -> Iterator[str]:
    kind = f"{file.kind}, {_number(file.rows_read, 'row')} read" if file.kind else "not read"
    yield f"{file.file}: {kind}"
    yield from (f"  {skipped.sentence}" for skipped in file.skipped)
    yield from (f"  {note}" for note in file.notes)


def _place(problem: Problem) -> tuple[str, str, int]:
    return problem.file, problem.sheet, problem.row or 0


def _show_kind(problems: Sequence[Problem], severity: Severity, console: Console) -> None:
    console.print()
    title = f"{severity.value.upper()} {TITLES.get(problems[0].kind, problems[0].kind)} ({problems[0].kind})"
    console.print(Text(title, style=_STYLES[severity]), soft_wrap=True)
    for problem in problems[:SHOWN_OF_EACH]:
        console.print(Text(f"  {describe_problem(problem)}"), soft_wrap=True)
    if (more := len(problems) - SHOWN_OF_EACH) > 0:
        console.print(Text(f"  and {more:,} more; --csv FILE has all"), soft_wrap=True)


def describe_problem(problem: Problem) -> str:
    """One line: file and place, what stands there, what was expected, what to do."""
    place = ", ".join(part for part in (problem.file, problem.place) if part)
    parts = (
        f"{place}: {problem.found or '(blank)'}",
        f"expected {problem.expected}" if problem.expected and problem.severity is Severity.ERROR else problem.expected,
        problem.todo,
    )
    return printable("; ".join(part.rstrip(".;") for part in parts if part)) + "."


def summary_lines(report: Report) -> list[str]:
    """How many errors and warnings of each kind, and whether the files may be stored."""
    lines = []
    for name, problems in (("error", report.errors), ("warning", report.warnings)):
        kinds = ", ".join(f"{TITLES.get(kind, kind)} {count:,}" for kind, count in count_by_kind(problems).items())
        lines.append(f"{_number(len(problems), name)}{': ' + kinds if kinds else ''}")
    return lines


def printable(text: str) -> str:
    """The text without what could move the cursor or change the colours of a terminal."""
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text)


def write_problems(report: Report, path: Path) -> None:
    """Write every problem, one a row, as CSV (UTF-8 with a mark that Excel knows it by).

    Raises EqualityError where the file cannot be written.
    """
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(field.name for field in fields(Problem))
            writer.writerows(_harmless(astuple(problem)) for problem in report.problems)
    except OSError as fault:
        raise EqualityError("The list of problems cannot be written", str(path), f"{fault.strerror}.") from fault


def _harmless(cells: Iterable[object]) -> list[object]:
    # A cell that begins like a formula would be run by the spreadsheet that opens the list.
    return [f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell for cell in cells]


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
