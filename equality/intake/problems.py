"""What is wrong, or worth a question, in a file: every problem at once, each with its place and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from equality.domain import Severity

TITLES: Mapping[str, str] = {
    "empty_file": "Empty file",
    "not_a_table": "Not a table that can be read",
    "unrecognised_file": "Kind of file not recognised",
    "missing_column": "Missing column",
    "repeated_column": "The same heading twice",
    "no_data_rows": "No data rows",
    "wrong_type": "Wrong type of value",
    "unknown_value": "Value that is not known",
    "missing_value": "Blank where a value is due",
    "duplicate_key": "The same row twice",
    "below_zero": "Below zero",
    "decimals_in_count": "A count with decimals",
    "share_for_count": "A share where a count is due",
    "out_of_range": "Out of range",
    "future_year": "A year in the future",
    "extra_cells": "More cells than headings",
    "appointed_over_shortlisted": "More appointed than shortlisted",
    "over_staff": "More people than staff",
    "totals_disagree": "Totals that do not add up",
    "finer_disagree": "Finer rows that do not add up to the coarser one",
    "short_row": "Rows that end early",
    "fraction_for_per_cent": "Shares from 0 to 1 where per cent are due",
    "percentage_disagrees": "A printed percentage that does not follow from its counts",
    "grade_counted_as_other": "Grades counted as other",
    "month_assumed": "A date without its month",
    "later_file_wins": "The same figures from two kinds of file",
    "band_moved": "A band that moved much",
    "likelihood_moved": "A likelihood that moved much",
    "groups_swapped": "White and BME look swapped",
    "unknown_ethnicity": "Much unknown ethnicity",
    "unlisted_organisation": "Not in the list of organisations",
}
"""What each machine name of a problem means in words."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right (an error) or to look at (a warning), and where it stands.

    ``row`` counts from 1 as a spreadsheet does; None where the whole file, sheet or column is meant.
    """

    severity: Severity
    kind: str
    file: str
    sheet: str = ""
    row: int | None = None
    column: str = ""
    found: str = ""
    expected: str = ""
    todo: str = ""

    @property
    def place(self) -> str:
        """Sheet, row and column in words, as far as known."""
        parts = [
            f"sheet {self.sheet}" if self.sheet else "",
            f"row {self.row}" if self.row is not None else "",
            f"column {self.column}" if self.column else "",
        ]
        return ", ".join(part for part in parts if part)


def error(kind: str, file: str, **where: str | int | None) -> Problem:
    """A problem that keeps the file out of the store."""
    return Problem(Severity.ERROR, kind, file, **where)  # type: ignore[arg-type]


def warning(kind: str, file: str, **where: str | int | None) -> Problem:
    """A problem that is stored with the data and shown while it is true."""
    return Problem(Severity.WARNING, kind, file, **where)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Skipped:
    """Rows or sheets that were left out on purpose, and why."""

    what: str
    rows: tuple[int, ...] = ()
    sheet: str = ""

    @property
    def sentence(self) -> str:
        """For example "sheet Return: title rows above the headings (rows 1 to 3)"."""
        sheet = f"sheet {self.sheet}: " if self.sheet else ""
        return f"{sheet}{self.what}{_rows_in_words(self.rows)}"


def _rows_in_words(rows: tuple[int, ...]) -> str:
    if not rows:
        return ""
    if len(rows) == 1:
        return f" (row {rows[0]})"
    if rows[-1] - rows[0] == len(rows) - 1:
        return f" (rows {rows[0]} to {rows[-1]})"
    shown = ", ".join(str(row) for row in rows[:10])
    return f" ({len(rows)} rows: {shown}{', ..' if len(rows) > 10 else ''})"


@dataclass(frozen=True, slots=True)
class FileReport:
    """What was made of one file: its kind (empty where not recognised), rows read, what was left out."""

    file: str
    kind: str
    rows_read: int
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """Every file with every problem of a check or import."""

    files: tuple[FileReport, ...]
    problems: tuple[Problem, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the files out."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems that are stored with the data."""
        return tuple(problem for problem in self.problems if problem.severity is Severity.WARNING)

    @property
    def refused(self) -> bool:
        """Whether anything keeps the files out of the store."""
        return bool(self.errors)

    def with_problems(self, more: Iterable[Problem]) -> Report:
        """The same report with further problems at its end."""
        return Report(self.files, (*self.problems, *more))


def count_by_kind(problems: Iterable[Problem]) -> Mapping[str, int]:
    """How many problems of each kind, the most frequent first."""
    return dict(Counter(problem.kind for problem in problems).most_common())
