"""Tables as typed, ordered Parquet files: the same rows give the same bytes, whatever order they came in."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import duckdb
import pandas as pd
from duckdb import ColumnExpression, ConstantExpression, DuckDBPyConnection, DuckDBPyRelation

from equality.errors import StoreUnwritable
from equality.store.durable import sync_file
from equality.store.manifest import TableEntry, file_sha256
from equality.store.schema import SORTED_BY, TABLES


def write_tables(frames: dict[str, pd.DataFrame], folder: Path) -> dict[str, TableEntry]:
    """Write every table of the schema into a folder; a table that is not given is written empty.

    Raises ValueError for a table or column that the schema does not have or that is missing, and StoreUnwritable.
    """
    for table, frame in frames.items():
        _check_columns(table, frame.columns)
    # One thread: the order of row groups, and so the bytes, must not depend on the machine.
    with duckdb.connect(config={"threads": 1}) as connection:
        return {table: _write_table(connection, frames.get(table), table, folder) for table in TABLES}


def _check_columns(table: str, columns: Iterable[str]) -> None:
    if table not in TABLES:
        raise ValueError(f"the store has no table {table!r}")
    if wrong := set(TABLES[table]) ^ set(columns):
        raise ValueError(f"table {table}: columns missing or unknown: {', '.join(sorted(wrong))}")


def _write_table(connection: DuckDBPyConnection, frame: pd.DataFrame | None, table: str, folder: Path) -> TableEntry:
    path = folder / f"{table}.parquet"
    relation = empty_relation(connection, table) if frame is None else frame_relation(connection, frame, table)
    order = [*SORTED_BY[table], *(column for column in TABLES[table] if column not in SORTED_BY[table])]
    try:
        relation.sort(*(ColumnExpression(column) for column in order)).write_parquet(str(path), compression="zstd")
    except duckdb.IOException as error:
        hint = "Is the disk full? The version that was current is unchanged."
        raise StoreUnwritable("The store cannot be written", str(folder), hint) from error
    sync_file(path)
    rows = 0 if frame is None else len(frame)
    return TableEntry(sha256=file_sha256(path), rows=rows, bytes=path.stat().st_size)


def frame_relation(connection: DuckDBPyConnection, frame: pd.DataFrame, table: str) -> DuckDBPyRelation:
    """A frame's rows with the columns and types of a table of the schema."""
    if frame.empty:
        return empty_relation(connection, table)
    return typed_relation(connection.from_df(frame), table)


def empty_relation(connection: DuckDBPyConnection, table: str) -> DuckDBPyRelation:
    """No rows, with the columns and types of a table of the schema."""
    return typed_relation(connection.from_df(pd.DataFrame({"nothing": [0]})).limit(0), table)


def typed_relation(rows: DuckDBPyRelation, table: str) -> DuckDBPyRelation:
    """Rows with a table's columns in their order and types; a column that an older version lacks is null."""
    held = set(rows.columns)
    return rows.select(
        *(
            (ColumnExpression(column) if column in held else ConstantExpression(None))
            .cast(duckdb.sqltype(kind))
            .alias(column)
            for column, kind in TABLES[table].items()
        )
    )
