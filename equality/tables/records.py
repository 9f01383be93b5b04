"""Rows of an analysis as records for machines: CSV and JSON at full precision, absent values empty or null."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from enum import Enum
from typing import Any

Record = dict[str, object]
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def records(rows: Iterable[Any]) -> list[Record]:
    """One record a row of frozen values: dates in ISO form, vocabularies as their words, None kept."""
    return [{field.name: _plain(getattr(row, field.name)) for field in fields(row)} for row in rows]


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    # A count that happens to be held as a float (two-year averages come in halves) is whole where it is whole.
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) < 2**53 else value


def write_csv(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """The records as CSV with a header line, empty where a value is absent.

    Text that a spreadsheet would run as a formula is made text by an apostrophe before it.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow(["" if row[name] is None else _neutral(row[name]) for name in columns])
    return out.getvalue()


def write_json(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """The records as a JSON array, ``null`` where a value is absent; raises ValueError for infinity or NaN."""
    listed = [{name: row[name] for name in columns} for row in rows]
    return json.dumps(listed, ensure_ascii=False, allow_nan=False, indent=2)


def _neutral(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA_STARTS) else value
