"""One cell of a source to one value: marks, numbers, codes, dates. Each function reads text and never raises."""

from __future__ import annotations

import calendar
import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

import numpy as np
import pandas as pd

from equality.domain import Status

NOT_SUPPLIED = frozenset({"", "-", "–", "—", "n/a", "na"})
SUPPRESSED = frozenset({"*", "c", "[c]"})
LARGEST_VALUE = 1e9

_BELOW = re.compile(r"<\s*[0-9]+")
_NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]{1,3})?")
_THOUSANDS = re.compile(r"[+-]?[0-9]{1,3}([, ][0-9]{3})+(\.[0-9]+)?")
_ODS_CODE = re.compile(r"[A-Z0-9]{3,6}")
_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ].*)?")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[/ .-]([0-9]{1,2})[/ .-]([0-9]{4})")
_MONTH_WORD = re.compile(r"(?:([0-9]{1,2})(?:st|nd|rd|th)?\s+)?([a-z]{3,9})\.?,?\s+([0-9]{4})")
_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name} | {
    name.lower(): number for number, name in enumerate(calendar.month_abbr) if name
}

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Number:
    """A cell where a number is due. ``fault`` is the kind of problem, empty where there is none."""

    value: float | None
    status: Status = Status.OK
    fault: str = ""
    percent: bool = False


def tidy(text: str) -> str:
    """The text without surrounding blanks (the non-breaking kind included) and with single ones inside."""
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{ZERO WIDTH NO-BREAK SPACE}", "").split())


def slug(text: str) -> str:
    """Lower case with underscores: "Non-clinical" is ``non_clinical``."""
    return re.sub(r"[\s/_-]+", "_", tidy(text).lower()).strip("_")


def read_number(text: str) -> Number:
    """The number, mark or fault in a cell; ``1,000`` is 1000, blank, ``-`` and ``N/A`` are not supplied."""
    cell = tidy(text)
    lower = cell.lower()
    if lower in NOT_SUPPLIED:
        return Number(None, Status.NOT_SUPPLIED)
    if lower in SUPPRESSED or _BELOW.fullmatch(cell):
        return Number(None, Status.SUPPRESSED)
    percent = cell.endswith("%")
    value = _plain_number(cell.removesuffix("%").strip())
    return Number(value, percent=percent) if value is not None else Number(None, fault="wrong_type")


def _plain_number(cell: str) -> float | None:
    if _THOUSANDS.fullmatch(cell):
        cell = cell.replace(",", "").replace(" ", "")
    if not _NUMBER.fullmatch(cell):
        return None
    value = float(cell)
    return value if math.isfinite(value) else None


def read_year(text: str) -> int | None:
    """A year of four digits, or None; a spreadsheet's ``2025.0`` counts."""
    match = re.fullmatch(r"((?:19|20)[0-9]{2})(?:\.0+)?", tidy(text))
    return int(match.group(1)) if match else None


def read_ods_code(text: str) -> str | None:
    """An organisation's code in capitals, or None where the text does not look like one."""
    cell = tidy(text).upper()
    return cell if _ODS_CODE.fullmatch(cell) else None


def read_band(text: str) -> str:
    """A band as the reference data writes it: "Band 8A" is ``8a``, "Under Band 1" is ``under_1``."""
    cell = re.sub(r"(?:^|_)band_", lambda match: "_" if match.group().startswith("_") else "", slug(text))
    return re.sub(r"^([1-9])\.0+$", r"\1", cell)


def read_snapshot(text: str) -> tuple[date | None, bool]:
    """The last day of the month that the text names, and whether it names a month.

    A year alone is its WRES snapshot, 31 March. None where no date can be read.
    """
    cell = re.sub(r"^(as at|at|on)\s+", "", tidy(text).lower())
    if (year := read_year(cell)) is not None:
        return date(year, 3, 31), False
    found = _year_and_month(cell)
    if found is None or not 1 <= found[1] <= 12 or not 1900 <= found[0] <= 2100:
        return None, True
    return date(*found, calendar.monthrange(*found)[1]), True


def _year_and_month(cell: str) -> tuple[int, int] | None:
    if match := _ISO_DATE.fullmatch(cell):
        return int(match.group(1)), int(match.group(2))
    if match := _DAY_FIRST.fullmatch(cell):
        return int(match.group(3)), int(match.group(2))
    if (match := _MONTH_WORD.fullmatch(cell)) and (month := _MONTHS.get(match.group(2))):
        return int(match.group(3)), month
    return None


def map_unique(column: pd.Series[Any], read: Callable[[Any], Result]) -> np.ndarray[Any, np.dtype[np.object_]]:
    """``read`` of every cell, called once a distinct text: a return of 100,000 rows has few distinct ones."""
    codes, distinct = pd.factorize(column.to_numpy(dtype=object), use_na_sentinel=False)
    results = np.empty(len(distinct), dtype=object)
    for position, text in enumerate(distinct):
        results[position] = read(text)
    return results[codes] if len(distinct) else np.empty(0, dtype=object)
