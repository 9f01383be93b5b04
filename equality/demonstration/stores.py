"""The demonstration store: the invented returns as a store of one version, marked as invented."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd

from equality.demonstration.returns import SEED, invented_return
from equality.demonstration.rows import MARKS
from equality.domain import wres_snapshot
from equality.errors import StoreUnwritable
from equality.store.durable import reporting_unwritable
from equality.store.layout import Store
from equality.store.manifest import FileEntry, sha256_of
from equality.store.schema import TABLES
from equality.store.versions import create_store, write_version

NAME = "Demonstration (invented)"
ORGANISATIONS, YEARS = 16, 10
_MADE_BY = "the demonstration generator"
_MADE_AT = datetime(2025, 6, 30, 9, 0, tzinfo=UTC)
"""Fixed, so that the same seed gives the same bytes."""
_FIRST_ROW = 2


def _stay_silent(_done: int) -> None:
    """Nobody watches."""


def write_demonstration(
    path: Path,
    organisations: int = ORGANISATIONS,
    years: int = YEARS,
    seed: int = SEED,
    on_progress: Callable[[int], object] = _stay_silent,
) -> Store:
    """Make a store of invented organisations at ``path``, in place of an invented one that is there; returns it.

    The same arguments give the same bytes. Raises StoreUnwritable when the folder holds anything else or cannot be
    written, and ValueError for more organisations than there are names.
    """
    path = path.resolve()
    _check_replaceable(path)
    invented = invented_return(seed, organisations, years, on_progress)
    with reporting_unwritable(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{path.name}.", dir=path.parent) as beside:
            _write_store(Path(beside) / "new", invented)
            if path.exists():
                path.rename(Path(beside) / "old")
            (Path(beside) / "new").rename(path)
    return Store(path)


def _check_replaceable(path: Path) -> None:
    if not path.exists() or (path.is_dir() and (Store(path).invented or not any(path.iterdir()))):
        return
    hint = "Only an empty folder or an invented store is replaced: choose another folder."
    raise StoreUnwritable("Something else is there already", str(path), hint)


def _write_store(path: Path, invented: dict[str, pd.DataFrame]) -> None:
    store = create_store(path, invented=True, name=NAME)
    returned, listed = invented["return"], invented["organisations"]
    files = [_entry(name, kind, rows) for name, kind, rows in _written(invented)]
    tables = {
        "observations": _observations(returned, files[0]),
        "organisations": _organisations(listed, files[1]),
        "files": _files(files),
    }
    write_version(store, tables, files, [], _MADE_BY, "Invented data", allow_invented=True, created_at=_MADE_AT)


def _written(invented: dict[str, pd.DataFrame]) -> list[tuple[str, str, pd.DataFrame]]:
    return [(f"invented-{kind}.csv", kind, rows) for kind, rows in invented.items()]


def return_csv(rows: pd.DataFrame) -> bytes:
    """Rows as the CSV file that an import would read: UTF-8, one heading row."""
    return rows.to_csv(index=False, lineterminator="\n").encode()


def _entry(name: str, kind: str, rows: pd.DataFrame) -> FileEntry:
    return FileEntry(name=name, sha256=sha256_of(return_csv(rows)), kind=kind, rows=len(rows), imported_at=_MADE_AT)


def _observations(rows: pd.DataFrame, file: FileEntry) -> pd.DataFrame:
    statuses = {mark: str(status) for status, mark in MARKS.items()}
    snapshots = {year: pd.Timestamp(wres_snapshot(year)) for year in rows["year"].unique()}
    table = rows.assign(
        as_at=rows["year"].map(snapshots),
        status=rows["value"].map(statuses).fillna("ok"),
        value=pd.to_numeric(rows["value"], errors="coerce"),
    )
    return _from_file(table, file)[list(TABLES["observations"])]


def _organisations(rows: pd.DataFrame, file: FileEntry) -> pd.DataFrame:
    return _from_file(rows, file)[list(TABLES["organisations"])]


def _from_file(rows: pd.DataFrame, file: FileEntry) -> pd.DataFrame:
    return rows.assign(file_id=_file_id(file), source_row=range(_FIRST_ROW, _FIRST_ROW + len(rows)))


def _file_id(file: FileEntry) -> str:
    return file.sha256[:12]


def _files(files: list[FileEntry]) -> pd.DataFrame:
    rows = [
        {**file.model_dump(), "file_id": _file_id(file), "imported_by": _MADE_BY, "imported_at": pd.Timestamp(_MADE_AT)}
        for file in files
    ]
    return pd.DataFrame(rows)[list(TABLES["files"])]
