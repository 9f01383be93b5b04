"""The limits in force and the glossary as tables."""

from __future__ import annotations

from collections.abc import Sequence

from equality.config import Configuration
from equality.store.reference import glossary
from equality.tables.display import Table
from equality.tables.records import write_csv
from equality.wording.methods import list_thresholds


def tabulate_thresholds(settings: Configuration) -> Table:
    """Every limit in force, as the configuration sets it."""
    return _two_columns("Limits in force", ("Limit", "In force"), list_thresholds(settings), "limits")


def tabulate_glossary() -> Table:
    """Every term and its meaning."""
    return _two_columns("Glossary", ("Term", "Meaning"), list(glossary().items()), "glossary")


def _two_columns(caption: str, columns: tuple[str, str], rows: Sequence[tuple[str, str]], file_name: str) -> Table:
    text = write_csv(columns, [dict(zip(columns, row, strict=True)) for row in rows])
    return Table(caption, columns, tuple(rows), text, file_name)
