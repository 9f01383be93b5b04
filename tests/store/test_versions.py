"""Versions: numbered, whole, the same for the same rows, rolled back and pruned without loss."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from equality.errors import StoreBroken, StoreUnwritable, UnknownVersion
from equality.store.history import read_history
from equality.store.schema import TABLES
from equality.store.versions import (
    FileEntry,
    Store,
    create_store,
    prune,
    rollback,
    verify,
    write_version,
)
from tests.store.rows import observations, store_of, write_values


def test_a_path_without_a_store_is_empty(tmp_path: Path) -> None:
    store = Store(tmp_path / "none")
    assert not store.exists()
    assert store.current() is None
    assert store.versions() == ()
    assert verify(store) == ()


def test_a_version_holds_every_table_typed_and_in_order(tmp_path: Path) -> None:
    store = store_of(tmp_path)
    rows = observations({"year": 2025}, {"year": 2024}, {"ods_code": "X00"})
    version = write_version(store, {"observations": rows}, [], [], "a tester")
    assert store.current() == version
    for table, columns in TABLES.items():
        found = duckdb.read_parquet(str(version.table_path(table)))
        assert dict(zip(found.columns, map(str, found.types), strict=True)) == columns
    found = duckdb.read_parquet(str(version.table_path("observations"))).project("ods_code, year")
    assert found.fetchall() == [("X00", 2025), ("XAA", 2024), ("XAA", 2025)]
    assert version.manifest.tables["observations"].rows == 3


def test_the_same_rows_in_another_order_give_the_same_bytes(tmp_path: Path) -> None:
    rows = observations(*({"ods_code": f"X{n % 7:02d}", "year": 2000 + n, "value": float(n)} for n in range(500)))
    hashes = set()
    for name, frame in {"a": rows, "b": rows.sample(frac=1, random_state=3), "c": rows[rows.columns[::-1]]}.items():
        version = write_version(create_store(tmp_path / name), {"observations": frame}, [], [], "a tester")
        hashes.add(version.manifest.tables["observations"].sha256)
    assert len(hashes) == 1


def test_the_manifest_says_where_figures_came_from(tmp_path: Path) -> None:
    store = store_of(tmp_path)
    entry = FileEntry(name="return.csv", sha256="0" * 64, kind="return", rows=3, imported_at="2025-05-01T09:00:00Z")
    write_version(store, {}, [entry], [{"check": "band_moved", "year": 2025}], "A Lead", note="first")
    version = store.version(1)
    assert version.manifest.files == (entry,)
    assert version.manifest.warnings == ({"check": "band_moved", "year": 2025},)
    assert (version.manifest.created_by, version.manifest.note, version.manifest.parent) == ("A Lead", "first", None)
    assert [(event.what, event.who, event.version) for event in read_history(store.path)] == [("store", "A Lead", 1)]


def test_a_column_that_is_missing_or_unknown_is_refused(tmp_path: Path) -> None:
    store = store_of(tmp_path)
    for frame in (observations({}).drop(columns="band"), observations({"mood": 3})):
        with pytest.raises(ValueError, match=r"band|mood"):
            write_version(store, {"observations": frame}, [], [], "a tester")
    with pytest.raises(ValueError, match="no table 'moods'"):
        write_version(store, {"moods": frame}, [], [], "a tester")
    assert store.versions() == ()
    assert list((store.path / "versions").iterdir()) == []


def test_real_figures_never_enter_an_invented_store(tmp_path: Path) -> None:
    store = create_store(tmp_path / "demo", invented=True)
    with pytest.raises(StoreUnwritable, match="invented"):
        write_version(store, {}, [], [], "a tester")
    assert write_version(store, {}, [], [], "the generator", allow_invented=True).manifest.invented
    with pytest.raises(StoreUnwritable, match="invented"):
        create_store(tmp_path / "demo")


def test_rolling_back_keeps_all_and_the_next_version_is_numbered_on(tmp_path: Path) -> None:
    store = store_of(tmp_path, 1, 2, 3)
    assert rollback(store, 1, "A Lead").number == 1
    assert store.current_number() == 1
    version = write_values(store, 9)
    assert (version.number, version.manifest.parent) == (4, 1)
    assert [version.number for version in store.versions()] == [1, 2, 3, 4]
    assert [(event.what, event.version) for event in read_history(store.path)][-2:] == [("rollback", 1), ("store", 4)]


def test_rolling_back_to_what_is_not_there_or_damaged_is_refused(tmp_path: Path) -> None:
    store = store_of(tmp_path, 1, 2)
    with pytest.raises(UnknownVersion, match="Versions held: 1, 2"):
        rollback(store, 7, "A Lead")
    store.version(1).table_path("observations").write_bytes(b"nonsense")
    with pytest.raises(StoreBroken, match="altered"):
        rollback(store, 1, "A Lead")
    assert store.current_number() == 2


def test_pruning_keeps_the_newest_the_current_and_the_cited(tmp_path: Path) -> None:
    store = store_of(tmp_path, 1, 2, 3, 4, 5, 6)
    rollback(store, 2, "A Lead")
    assert prune(store, keep=1, cited={4}, who="A Lead") == (1, 3, 5)
    assert store.numbers() == (2, 4, 6)
    assert store.current_number() == 2
    assert verify(store) == ()


def test_a_number_is_never_used_twice(tmp_path: Path) -> None:
    store = store_of(tmp_path, 1, 2)
    rollback(store, 1, "A Lead")
    for path in sorted(store.version_folder(2).iterdir()):
        path.unlink()
    store.version_folder(2).rmdir()
    assert write_values(store, 5).number == 3


def test_a_lost_history_costs_no_version(tmp_path: Path) -> None:
    store = store_of(tmp_path, 1, 2, 3)
    rollback(store, 1, "A Lead")
    (store.path / "history.jsonl").unlink()
    write_values(store, 4)
    write_values(store, 5)
    assert store.numbers() == (1, 2, 3, 4, 5)


def test_a_pointer_that_is_lost_costs_no_version(tmp_path: Path) -> None:
    store = store_of(tmp_path, 1, 2)
    for content in (b"", b"soon\n"):
        (store.path / "CURRENT").write_bytes(content)
        with pytest.raises(StoreBroken, match="rollback"):
            store.current()
    rollback(store, 2, "A Lead")
    assert store.current_number() == 2
    assert store.numbers() == (1, 2)
