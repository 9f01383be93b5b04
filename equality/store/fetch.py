"""One function a query: each runs ``queries/<name>.sql`` and returns its rows as a frame of known columns and types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from equality.store.connection import Reader

_COUNTS = {"white": "float64", "bme": "float64", "unknown": "float64"}

COLUMNS: Mapping[str, Mapping[str, str]] = {
    "organisations": dict.fromkeys(
        ("ods_code", "name", "type", "region_code", "region", "system_code", "system"), "str"
    ),
    "listed_organisation": {"ods_code": "str"},
    "snapshots": {"ods_code": "str", "year": "int64", "as_at": "datetime64[us]", "items": "str"},
    "staff": {
        "year": "int64",
        "as_at": "datetime64[us]",
        "ods_code": "str",
        "category": "str",
        "band": "str",
        **_COUNTS,
        "headcount": "float64",
        "status": "str",
    },
    "flows": {
        "year": "int64",
        "as_at": "datetime64[us]",
        "ods_code": "str",
        "item": "str",
        "basis": "str",
        "part": "str",
        **_COUNTS,
        "status": "str",
    },
    "survey": {
        "year": "int64",
        "as_at": "datetime64[us]",
        "ods_code": "str",
        "indicator": "int64",
        "ethnicity": "str",
        "basis": "str",
        "value_pct": "float64",
        "base": "float64",
        "status": "str",
    },
    "board": {
        "year": "int64",
        "as_at": "datetime64[us]",
        "ods_code": "str",
        "part": "str",
        **_COUNTS,
        "headcount": "float64",
        "status": "str",
    },
    "england": {
        "indicator": "int64",
        "part": "str",
        "ethnicity": "str",
        "year": "int64",
        "value": "float64",
        "unit": "str",
        "scope": "str",
        "basis": "str",
        "edition": "str",
        "source_kind": "str",
        "source": "str",
        "source_rank": "int64",
    },
    "ethnic_groups": {
        "year": "int64",
        "as_at": "datetime64[us]",
        "category": "str",
        "band": "str",
        "ethnic_group": "str",
        "people": "float64",
    },
    "community": {"authority": "str", "bme": "float64", "people": "float64"},
    "sources": {
        "file_id": "str",
        "name": "str",
        "sha256": "str",
        "kind": "str",
        "imported_at": "datetime64[us]",
        "imported_by": "str",
        "item": "str",
        "year": "int64",
        "as_at": "datetime64[us]",
        "observation_count": "int64",
    },
}
"""The columns each query must return, in order, and the type each is held in."""


def fetch_organisations(reader: Reader) -> pd.DataFrame:
    """Every organisation the store has figures for, named where the reference list names it."""
    return _fetch(reader, "organisations")


def fetch_listed_organisation(reader: Reader, ods_code: str) -> pd.DataFrame:
    """One row where the reference list names the organisation, else none."""
    return _fetch(reader, "listed_organisation", ods_code=ods_code)


def fetch_snapshots(reader: Reader) -> pd.DataFrame:
    """Every organisation's snapshots, oldest first, with the items held for each."""
    return _fetch(reader, "snapshots")


def fetch_staff(reader: Reader, ods_code: str) -> pd.DataFrame:
    """Head counts by snapshot, staff category and band; NaN where a part is missing (see ``status``)."""
    return _fetch(reader, "staff", ods_code=ods_code)


def fetch_flows(reader: Reader, ods_code: str) -> pd.DataFrame:
    """People shortlisted, appointed, disciplined or trained by year, part and basis."""
    return _fetch(reader, "flows", ods_code=ods_code)


def fetch_survey(reader: Reader, ods_code: str) -> pd.DataFrame:
    """Survey shares (0 to 100) and their bases by year, indicator, ethnicity and basis."""
    return _fetch(reader, "survey", ods_code=ods_code)


def fetch_board(reader: Reader, ods_code: str) -> pd.DataFrame:
    """Members of the board by snapshot and part."""
    return _fetch(reader, "board", ods_code=ods_code)


def fetch_england(reader: Reader) -> pd.DataFrame:
    """England's published figures, the most authoritative of a year first."""
    return _fetch(reader, "england")


def fetch_ethnic_groups(reader: Reader, ods_code: str) -> pd.DataFrame:
    """Staff of each finer ethnic group by snapshot, category and band; no rows where only BME as a whole is held."""
    return _fetch(reader, "ethnic_groups", ods_code=ods_code)


def fetch_community(reader: Reader, census_year: int, authorities: Sequence[str]) -> pd.DataFrame:
    """People and BME people of the named authorities in a census."""
    return _fetch(reader, "community", census_year=census_year, authorities=list(authorities))


def fetch_sources(reader: Reader, ods_code: str) -> pd.DataFrame:
    """The files an organisation's figures come from, by item and snapshot."""
    return _fetch(reader, "sources", ods_code=ods_code)


def rows_of(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The frame as one dictionary a row, by column name."""
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]


def _fetch(reader: Reader, name: str, **parameters: object) -> pd.DataFrame:
    found = reader.query(name, **parameters)
    expected = COLUMNS[name]
    if list(found.columns) != list(expected):
        raise TypeError(f"queries/{name}.sql returns {list(found.columns)}, not {list(expected)}")
    return found.astype(dict(expected))
