"""A table that people read: every cell is already words or a formatted number."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """A caption, column headings, rows of cells (all text), and the same numbers at full precision as CSV.

    ``file_name`` is what the download is called, without its ending.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    csv: str
    file_name: str
