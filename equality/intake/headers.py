"""Finding the header of a sheet, the kind it belongs to, and the data rows below it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from equality.intake.cells import tidy
from equality.intake.kinds import Kind, Table
from equality.intake.problems import Problem, Skipped, error, warning
from equality.intake.reading import Sheet

HEADER_ROWS = 30
LEAST_MATCH = 0.5
"""A header with at least this share of a kind's required headings is that kind with a column missing."""

_TOTAL = re.compile(r"(grand |sub-?)?totals?\b|sum\b|all rows\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """The row of a sheet (from 0) that is the header of a kind, and how sure that is (0 to 1)."""

    kind: Kind
    row: int
    match: float


def plain(heading: str) -> str:
    """A heading for comparison: case, spaces, underscores and punctuation do not count."""
    return re.sub(r"[^a-z0-9%]+", "", tidy(heading).lower())


def find_header(sheet: Sheet, kinds: Sequence[Kind], *, forced: bool = False) -> Found | None:
    """The best header among the first 30 rows for any of the kinds; None where no row has a single heading.

    ``forced``: a person has named the kind, so that its headings count and not whether they are enough to tell it.
    """
    best: Found | None = None
    for kind in kinds:
        for row, cells in enumerate(sheet.rows[:HEADER_ROWS]):
            match = share_of_headings(kind, cells) if forced else match_header(kind, cells)
            if match > 0 and (best is None or match > best.match):
                best = Found(kind, row, match)
    return best


def match_header(kind: Kind, cells: Sequence[str]) -> float:
    """How sure a row is to be the kind's header: 1 where all that it must have is there."""
    if kind.match is not None:
        return kind.match(cells)
    return share_of_headings(kind, cells)


def share_of_headings(kind: Kind, cells: Sequence[str]) -> float:
    """The share of the headings that a kind must have (0 to 1), and a little for those that it may have."""
    found = heading_positions(kind, cells)
    required = [heading.name for heading in kind.headings if heading.required]
    # Optional headings break a tie between kinds that share the required ones.
    extra = sum(heading.name in found for heading in kind.headings if not heading.required)
    return sum(name in found for name in required) / len(required) + min(extra, 9) / 1000 * (len(found) > 1)


def heading_positions(kind: Kind, cells: Sequence[str]) -> Mapping[str, int]:
    """Canonical heading to its position in the row, for the headings that are there; the first of a repeated one."""
    if kind.columns is not None:
        return kind.columns(cells)
    places: dict[str, int] = {}
    for position, cell in enumerate(cells):
        places.setdefault(plain(cell), position)
    found: dict[str, int] = {}
    for heading in kind.headings:
        for name in (heading.name, *heading.aliases):
            if plain(name) in places:
                found.setdefault(heading.name, places[plain(name)])
    return found


def cut_table(sheet: Sheet, found: Found, file: str) -> Table:
    """The rows below the header as text columns, title and totals rows left out and named."""
    header = sheet.rows[found.row]
    positions = heading_positions(found.kind, header)
    problems = [*_missing(found, positions, sheet, file), *_repeated(found.kind, header, found.row, sheet, file)]
    body = [
        (number, row)
        for number, row in enumerate(sheet.rows[found.row + 1 :], found.row + 2)
        if any(map(str.strip, row))
    ]
    kept, totals, notes = _part_rows(found.kind, body, positions)
    problems += _ragged(kept, header, found.row, sheet, file)
    return Table(
        sheet=sheet.name,
        rows=_frame(found.kind, kept, positions),
        headings={name: tidy(header[position]) for name, position in positions.items()},
        title=" ".join(tidy(cell) for row in sheet.rows[: found.row] for cell in row if cell.strip()),
        skipped=_skipped(sheet, found.row, totals, notes),
        problems=tuple(problems),
    )


Row = tuple[int, list[str]]


def _part_rows(kind: Kind, body: list[Row], positions: Mapping[str, int]) -> tuple[list[Row], list[int], list[int]]:
    keys = [positions[heading.name] for heading in kind.headings if heading.is_key and heading.name in positions]
    totals = [number for number, row in body if _is_total(row, keys)]
    left_out = set(totals)
    kept = [(number, row) for number, row in body if number not in left_out]
    notes: list[int] = []
    while kept and _is_note(kept[-1][1], keys):
        notes.insert(0, kept.pop()[0])
    return kept, totals, notes


def _is_total(row: list[str], keys: list[int]) -> bool:
    first = next((cell for cell in row if cell.strip()), "")
    if _TOTAL.match(tidy(first)):
        return True
    return bool(keys) and not any(_cell(row, key).strip() for key in keys)


def _is_note(row: list[str], keys: list[int]) -> bool:
    # A footnote stands alone in the first cell, and is a sentence rather than a code or a year.
    filled = [position for position, cell in enumerate(row) if cell.strip()]
    return filled == [0] and len(keys) > 1 and " " in tidy(row[0])


def _cell(row: list[str], position: int) -> str:
    return row[position] if 0 <= position < len(row) else ""


def _frame(kind: Kind, rows: list[Row], positions: Mapping[str, int]) -> pd.DataFrame:
    columns: dict[str, object] = {
        name: pd.Series([_cell(row, position) for _, row in rows], dtype=object) for name, position in positions.items()
    }
    for heading in kind.headings:
        columns.setdefault(heading.name, pd.Series([""] * len(rows), dtype=object))
    columns["source_row"] = pd.Series([number for number, _ in rows], dtype="int64")
    return pd.DataFrame(columns)


def _missing(found: Found, positions: Mapping[str, int], sheet: Sheet, file: str) -> list[Problem]:
    return [
        error(
            "missing_column",
            file,
            sheet=sheet.name,
            row=found.row + 1,
            column=heading.name,
            found=_shown(sheet.rows[found.row]),
            expected=f"a column {heading.name}"
            + (f" (or {', '.join(heading.aliases[:3])})" if heading.aliases else ""),
            todo="Add the column, or put its heading right.",
        )
        for heading in found.kind.headings
        if heading.required and heading.name not in positions
    ]


def _repeated(kind: Kind, header: list[str], row: int, sheet: Sheet, file: str) -> list[Problem]:
    plain_cells = [plain(cell) for cell in header]
    return [
        error(
            "repeated_column",
            file,
            sheet=sheet.name,
            row=row + 1,
            column=heading.name,
            found=f"{plain_cells.count(plain(heading.name))} columns with this heading",
            expected="one",
            todo="Delete or rename the one that is not meant.",
        )
        for heading in kind.headings
        if plain_cells.count(plain(heading.name)) > 1
    ]


def _ragged(rows: list[Row], header: list[str], header_row: int, sheet: Sheet, file: str) -> list[Problem]:
    width = max((position + 1 for position, cell in enumerate(header) if cell.strip()), default=0)
    long = [(number, row) for number, row in rows if any(cell.strip() for cell in row[width:])]
    short = [number for number, row in rows if len(row) < width]
    problems = [
        error(
            "extra_cells",
            file,
            sheet=sheet.name,
            row=number,
            found=_shown(row),
            expected=f"{width} cells, as many as headings in row {header_row + 1}",
            todo="A comma inside a value (1,000) needs quotation marks around it, or none of the commas.",
        )
        for number, row in long
    ]
    if short:
        problems.append(
            warning(
                "short_row",
                file,
                sheet=sheet.name,
                row=short[0],
                found=f"{len(short)} rows with fewer cells than headings",
                expected=f"{width} cells",
                todo="The missing cells were read as blank. Is the file whole?",
            )
        )
    return problems


def _shown(row: Sequence[str]) -> str:
    text = " | ".join(tidy(cell) for cell in row)
    return text if len(text) <= 120 else text[:117] + "..."


def _skipped(sheet: Sheet, header: int, totals: list[int], notes: list[int]) -> tuple[Skipped, ...]:
    titles = [number for number, row in enumerate(sheet.rows[:header], 1) if any(map(str.strip, row))]
    parts = (
        ("title rows above the headings were skipped", titles),
        ("totals rows were skipped", totals),
        ("notes below the table were skipped", notes),
    )
    return tuple(Skipped(what, tuple(rows), sheet.name) for what, rows in parts if rows)
