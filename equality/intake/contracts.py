"""What every observation must be, whatever source it is from: readable, in range, once, not from the future."""

from __future__ import annotations

import numpy as np
import pandas as pd

from equality.domain import Status, wres_snapshot
from equality.intake.cells import LARGEST_VALUE, map_unique, read_number
from equality.intake.items import PEOPLE, TWO_YEAR_AVERAGE, items
from equality.intake.kinds import Context
from equality.intake.pointing import Finding, each_row, point_at
from equality.intake.problems import Problem, error, warning

KEY = ("year", "as_at", "ods_code", "item", "category", "band", "ethnicity", "route", "basis")
SET_KEY = ("ods_code", "year", "as_at", "item", "basis")
"""What an import replaces whole."""
COLUMNS = (*KEY, "value", "status", "source_row", "sheet", "raw_value", "value_column")
EARLIEST_YEAR = 2000

_UNREADABLE = Finding(
    "wrong_type", "a number, or a mark for suppressed (*) or not supplied (blank)", "Write the number."
)
_SHEET_ERROR = Finding(
    "wrong_type", "a number", "Widen the column in the spreadsheet or put the formula right, then save it again."
)
_PERCENT_SIGN = Finding("share_for_count", "a count of people", "Write how many people, not their share.")


def blank_observations() -> pd.DataFrame:
    """No rows, with every column that observations have on the way in."""
    numbers = {"year": "int64", "value": "float64", "source_row": "int64"}
    return pd.DataFrame({name: pd.Series(dtype=numbers.get(name, "object")) for name in COLUMNS})


def read_values(rows: pd.DataFrame, file: str) -> tuple[pd.DataFrame, list[Problem]]:
    """The rows with ``value`` and ``status`` read from ``raw_value``; an unreadable value has none, and is named."""
    numbers = map_unique(rows["raw_value"], read_number)
    faulty = np.fromiter((bool(number.fault) for number in numbers), bool, len(numbers))
    counts = rows["item"].map(lambda name: name in items() and items()[name].unit == PEOPLE).astype(bool)
    signed = np.fromiter((number.percent for number in numbers), bool, len(numbers)) & counts.to_numpy(dtype=bool)
    broken = rows["raw_value"].str.strip().str.startswith("#").to_numpy(dtype=bool) if len(rows) else faulty
    problems = [
        *point_at(rows[faulty & broken], _SHEET_ERROR, file, "raw_value", rows["value_column"][faulty & broken]),
        *point_at(rows[faulty & ~broken], _UNREADABLE, file, "raw_value", rows["value_column"][faulty & ~broken]),
        *point_at(rows[signed], _PERCENT_SIGN, file, "raw_value", rows["value_column"][signed]),
    ]
    # Unknown, not absent: a sum that misses a part must not be held against the figures beside it.
    values = [None if number.fault or bad else number.value for number, bad in zip(numbers, signed, strict=True)]
    statuses = [
        str(Status.NOT_SUPPLIED if number.fault or bad else number.status)
        for number, bad in zip(numbers, signed, strict=True)
    ]
    read = rows.assign(
        value=pd.Series(values, index=rows.index, dtype="float64"),
        status=pd.Series(statuses, index=rows.index, dtype=object),
    ).reset_index(drop=True)
    return read, problems


def check_observations(rows: pd.DataFrame, context: Context) -> list[Problem]:
    """Every problem that a row has by itself or with its like: range, decimals, date, the same key twice."""
    if rows.empty:
        return []
    counts = rows["item"].map(lambda name: items()[name].unit == PEOPLE).astype(bool)
    return [
        *_check_sign(rows, context.file),
        *_check_counts(rows[counts], context.file),
        *_check_per_cent(rows[~counts], context.file),
        *_check_years(rows, context),
        *check_repeated(rows, context.file),
    ]


def _check_sign(rows: pd.DataFrame, file: str) -> list[Problem]:
    below = Finding("below_zero", "0 or more", "Correct the value.")
    return _at_values(rows[rows["value"] < 0], below, file)


def _check_counts(rows: pd.DataFrame, file: str) -> list[Problem]:
    step = np.where(rows["basis"] == TWO_YEAR_AVERAGE, 0.5, 1.0)
    uneven = rows["value"].notna() & (rows["value"] >= 0) & (np.mod(rows["value"].fillna(0.0), step) != 0)
    share = uneven & (rows["value"] < 1)
    whole = Finding("decimals_in_count", "a whole number of people", "Write the head count, not full-time equivalents.")
    large = Finding("out_of_range", f"a count below {LARGEST_VALUE:,.0f}", "Correct the value.")
    return [
        *_at_values(rows[share], _PERCENT_SIGN, file),
        *_at_values(rows[uneven & ~share], whole, file),
        *_at_values(rows[rows["value"] > LARGEST_VALUE], large, file),
    ]


def _check_per_cent(rows: pd.DataFrame, file: str) -> list[Problem]:
    above = Finding("out_of_range", "per cent, from 0 to 100", "Write the share of respondents in per cent.")
    problems = _at_values(rows[rows["value"] > 100], above, file)
    given = rows[rows["value"].notna()]
    for _, group in given.groupby(["ods_code", "year", "item"], sort=False):
        if len(group) > 1 and group["value"].between(0, 1).all() and (group["value"] % 1 != 0).any():
            first = group.iloc[0]
            problems.append(
                warning(
                    "fraction_for_per_cent",
                    file,
                    sheet=first["sheet"],
                    row=int(first["source_row"]),
                    column=first["value_column"],
                    found=f"{first['item']} of {first['ods_code']} {first['year']}: {', '.join(group['raw_value'])}",
                    expected="per cent, from 0 to 100",
                    todo="If these are shares (0.25 for 25 %), multiply them by 100.",
                )
            )
    return problems


def _check_years(rows: pd.DataFrame, context: Context) -> list[Problem]:
    stands = rows.assign(year_text=rows["year"].astype(str))
    snapshot = max(
        year for year in (context.today.year, context.today.year - 1) if wres_snapshot(year) <= context.today
    )
    future = Finding(
        "future_year",
        f"a snapshot that has passed: {snapshot} or earlier",
        "Correct the year, or wait for the snapshot.",
    )
    early = Finding("out_of_range", f"{EARLIEST_YEAR} or later", "Correct the year.")
    late = rows["as_at"] > context.today
    return [
        *point_at(stands[late], future, context.file, "year_text", "year"),
        *point_at(stands[rows["year"] < EARLIEST_YEAR], early, context.file, "year_text", "year"),
    ]


def check_repeated(rows: pd.DataFrame, file: str) -> list[Problem]:
    """One problem for every row whose key stood in an earlier row."""
    first_rows = rows.groupby(list(KEY), sort=False)["source_row"].transform("first")
    again = rows.duplicated(list(KEY))
    return [
        error(
            "duplicate_key",
            file,
            sheet=str(row.sheet),
            row=int(row.source_row),
            column=str(row.value_column),
            found=f"{describe_key(row)} again: {row.raw_value}",
            expected=f"once; it stands in row {first}",
            todo="Delete one of the two rows.",
        )
        for row, first in zip(each_row(rows[again]), first_rows[again], strict=True)
    ]


def describe_key(row: object) -> str:
    """A row's key in words, blanks left out: "2025 R0A staff clinical 5 white"."""
    names = ("year", "ods_code", "item", "category", "band", "ethnicity", "route", "basis")
    return " ".join(str(part) for name in names if (part := getattr(row, name)) != "")


def _at_values(rows: pd.DataFrame, finding: Finding, file: str) -> list[Problem]:
    return point_at(rows, finding, file, "raw_value", rows["value_column"])
