"""Problems that point at cells: from a mask over rows to one problem a cell, in the file's own words."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from equality.domain import Severity
from equality.intake.problems import Problem

LONGEST_FOUND = 60
MOST_NAMES = 20

Words = str | Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with some cells. ``expected`` is words, or a function from what stands there to words."""

    kind: str
    expected: Words
    todo: str
    severity: Severity = Severity.ERROR


def point_at(rows: pd.DataFrame, finding: Finding, file: str, texts: str, columns: str | pd.Series) -> list[Problem]:
    """One problem for each of the rows (already the faulty ones only).

    ``texts`` is the frame's column that holds what stands in the file; ``columns`` the file's heading, or a heading a
    row. The frame has ``source_row``, and ``sheet`` where there is one.
    """
    sheets = rows["sheet"] if "sheet" in rows else pd.Series("", index=rows.index)
    names = columns if isinstance(columns, pd.Series) else pd.Series(columns, index=rows.index)
    return [
        Problem(
            finding.severity,
            finding.kind,
            file,
            str(sheet),
            int(row),
            str(column),
            shorten(str(text)),
            finding.expected if isinstance(finding.expected, str) else finding.expected(str(text)),
            finding.todo,
        )
        for sheet, row, column, text in zip(sheets, rows["source_row"], names, rows[texts], strict=True)
    ]


def each_row(rows: pd.DataFrame) -> Iterator[Any]:
    """The rows by attribute, for the few that a problem is made of."""
    return iter(rows.itertuples())


def shorten(text: str) -> str:
    """The text, cut where it is too long to quote."""
    return text if len(text) <= LONGEST_FOUND else text[: LONGEST_FOUND - 3] + "..."


def suggest(found: str, allowed: Iterable[str]) -> str:
    """The values that are allowed, or the one that was probably meant."""
    names = list(allowed)
    near = difflib.get_close_matches(found, [name for name in names if name], n=1, cutoff=0.75)
    if near:
        return f"{near[0]}, perhaps"
    shown = [name or "blank" for name in names[:MOST_NAMES]]
    return f"one of {', '.join(shown)}{', ..' if len(names) > MOST_NAMES else ''}"
