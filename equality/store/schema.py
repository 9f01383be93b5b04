"""The tables of a store version: one Parquet file each, with these columns and DuckDB types, in this order."""

from __future__ import annotations

TABLES: dict[str, dict[str, str]] = {
    # Grain: one value as a source gave it. Blank category, band, route or basis: the source did not split it.
    "observations": {
        "year": "INTEGER",  # WRES year (snapshot 31 March), or the year of as_at
        "as_at": "DATE",  # the snapshot's date
        "ods_code": "VARCHAR",
        "item": "VARCHAR",
        "category": "VARCHAR",
        "band": "VARCHAR",
        "ethnicity": "VARCHAR",  # white, bme, unknown, a group, or an ethnic category code, as supplied
        "route": "VARCHAR",
        "basis": "VARCHAR",
        "value": "DOUBLE",  # NULL unless status is ok
        "status": "VARCHAR",  # ok, suppressed, not_supplied
        "file_id": "VARCHAR",
        "source_row": "INTEGER",  # row of the file, the first is 1
    },
    # Grain: one organisation of the reference list.
    "organisations": {
        "ods_code": "VARCHAR",
        "name": "VARCHAR",
        "type": "VARCHAR",
        "region_code": "VARCHAR",
        "region": "VARCHAR",
        "system_code": "VARCHAR",
        "system": "VARCHAR",
        "file_id": "VARCHAR",
        "source_row": "INTEGER",
    },
    # Grain: one ethnic group of one authority in one census.
    "census": {
        "census_year": "INTEGER",
        "authority_code": "VARCHAR",
        "authority": "VARCHAR",
        "ethnic_group": "VARCHAR",  # as the table names it
        "wres_group": "VARCHAR",  # white or bme
        "people": "BIGINT",
        "file_id": "VARCHAR",
        "source_row": "INTEGER",
    },
    # Grain: one file that was imported and of which rows are still held.
    "files": {
        "file_id": "VARCHAR",  # the first 12 hex digits of sha256
        "name": "VARCHAR",
        "sha256": "VARCHAR",
        "kind": "VARCHAR",
        "rows": "BIGINT",
        "imported_at": "TIMESTAMP",
        "imported_by": "VARCHAR",
    },
}

SORTED_BY: dict[str, tuple[str, ...]] = {
    "observations": ("ods_code", "year", "item", "category", "band", "ethnicity", "route", "basis"),
    "organisations": ("ods_code",),
    "census": ("census_year", "authority_code", "ethnic_group"),
    "files": ("imported_at", "file_id"),
}
"""Rows are written in this order, so that a page's query reads only the row groups of its organisation."""
