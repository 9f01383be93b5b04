"""One locked database a version, shared by threads, that always shows one whole version."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from equality.store import sql
from equality.store.connection import Reader, open_reader
from equality.store.layout import Store
from equality.store.schema import TABLES
from equality.store.versions import create_store, prune, rollback, write_version
from tests.store.rows import observations, store_of, write_values

Ask = Callable[[str], str]


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Puts a query of the test's own in a folder of queries, and returns its name."""
    monkeypatch.setattr(sql, "QUERIES", tmp_path)

    def named(text: str) -> str:
        (tmp_path / "asked.sql").write_text(text, encoding="utf-8")
        return "asked"

    return named


def values(reader: Reader, name: str = "asked") -> list[float]:
    return sorted(reader.query(name)["value"])


def test_an_empty_store_has_every_table_with_its_types(tmp_path: Path, ask: Ask) -> None:
    for path in (tmp_path / "none", store_of(tmp_path).path):
        reader = open_reader(path)
        assert reader.version is None
        for table, columns in TABLES.items():
            described = reader.query(ask(f"describe raw_{table}"))
            assert dict(zip(described["column_name"], described["column_type"], strict=True)) == columns
            assert reader.query(ask(f"from raw_{table}")).empty


def test_blanks_stay_blanks_and_missing_stays_missing(tmp_path: Path, ask: Ask) -> None:
    store = store_of(tmp_path)
    row = {"band": "", "value": None, "status": "not_supplied"}
    write_version(store, {"observations": observations(row)}, [], [], "a tester")
    asked = ask(
        "select band = '' as blank, value is null as missing, as_at = date '2025-03-31' as dated from raw_observations"
    )
    assert open_reader(store.path).query(asked).iloc[0].tolist() == [True, True, True]


def test_reference_tables_keep_empty_strings(ask: Ask, tmp_path: Path) -> None:
    reader = open_reader(tmp_path / "none")
    assert len(reader.query(ask("from reference_england where edition = ''"))) > 0
    assert reader.query(ask("from reference_england where edition is null")).empty
    assert list(reader.query(ask("select wres_group from reference_ethnic_categories where code = 'A'"))["wres_group"])


def test_exactly_the_parameters_of_the_file_are_taken(tmp_path: Path, ask: Ask) -> None:
    reader = open_reader(tmp_path / "none")
    name = ask("-- not a parameter: $other\nselect $year + 1 as next, '$text' as words")
    assert reader.query(name, year=2024)["next"].tolist() == [2025]
    for wrong in ({}, {"year": 1, "org": "XAA"}, {"org": "XAA"}):
        with pytest.raises(TypeError, match=r"asked\.sql takes year"):
            reader.query(name, **wrong)


def test_a_query_that_changes_is_read_again(tmp_path: Path, ask: Ask) -> None:
    reader = open_reader(tmp_path / "none")
    assert reader.query(ask("select 1 as one"))["one"].tolist() == [1]
    assert reader.query(ask("select 22 as two"))["two"].tolist() == [22]


@pytest.mark.parametrize(
    "statement",
    [
        "select * from read_csv('/etc/hosts')",
        "select * from read_text('/etc/hosts')",
        "copy (select 1) to '{folder}/out.csv'",
        "attach '{folder}/other.db'",
        "set enable_external_access = true",
        "reset lock_configuration",
        "install httpfs",
    ],
)
def test_nothing_outside_can_be_reached(tmp_path: Path, ask: Ask, statement: str) -> None:
    store = store_of(tmp_path, 1)
    name = ask(statement.format(folder=store.version_folder(1)))
    with pytest.raises(duckdb.Error, match=r"disabled|locked"):
        open_reader(store.path).query(name)


def test_one_version_one_reader(tmp_path: Path, ask: Ask) -> None:
    store = store_of(tmp_path, 1)
    first = open_reader(store.path)
    assert open_reader(store.path) is first
    write_values(store, 2)
    name = ask("from raw_observations")
    assert values(open_reader(store.path)) == [2]
    assert values(first, name) == [1]
    rollback(store, 1, "a tester")
    assert open_reader(store.path) is first


def test_a_reader_outlives_its_versions_files(tmp_path: Path, ask: Ask) -> None:
    store = store_of(tmp_path, 1)
    reader = open_reader(store.path)
    write_values(store, 2)
    assert prune(store, keep=1) == (1,)
    assert values(reader, ask("from raw_observations")) == [1]


def test_readers_that_fall_out_of_use_are_let_go(tmp_path: Path, ask: Ask) -> None:
    store = store_of(tmp_path, 1)
    held = open_reader(store.path)
    dropped = weakref.ref(open_reader(store_of(tmp_path / "other", 1).path))
    for number in range(6):
        write_values(store, number)
        open_reader(store.path)
    gc.collect()
    assert dropped() is None
    assert values(held, ask("from raw_observations")) == [1]


def test_fifty_threads_on_one_reader(tmp_path: Path, ask: Ask) -> None:
    store = store_of(tmp_path)
    write_values(store, *range(100))
    reader = open_reader(store.path)
    name = ask("select value, count(*) over () as n from raw_observations where value < $limit")

    def rows(limit: int) -> bool:
        return len(reader.query(name, limit=limit)) == limit

    with ThreadPoolExecutor(50) as threads:
        assert all(threads.map(rows, [n % 100 for n in range(1000)]))


def test_readers_always_see_one_whole_version(tmp_path: Path, ask: Ask) -> None:
    store = store_of(tmp_path)
    write_values(store, *[0] * 20)
    name = ask("select min(value) as low, max(value) as high, count(*) as n from raw_observations")
    done = False

    def watch(_thread: int) -> set[tuple[float, float, int]]:
        seen = set()
        while not done:
            seen.add(tuple(open_reader(store.path).query(name).iloc[0]))
        return seen

    with ThreadPoolExecutor(4) as threads:
        watching = [threads.submit(watch, n) for n in range(4)]
        for number in range(1, 9):
            write_values(store, *[number] * 20)
        done = True
        seen = set().union(*(watcher.result() for watcher in watching))
    assert len(seen) > 1
    assert all(low == high and n == 20 for low, high, n in seen)


def test_frames_can_be_asked_before_they_are_stored(tmp_path: Path, ask: Ask) -> None:
    store = store_of(tmp_path, 1)
    reader = Reader(store, None, frames={"observations": observations({"value": 7.0})})
    assert values(reader, ask("from raw_observations")) == [7]
    assert store.numbers() == (1,)


def test_a_store_says_that_it_is_invented(tmp_path: Path) -> None:
    store = create_store(tmp_path / "demo", invented=True)
    assert open_reader(store.path).invented
    write_version(store, {}, [], [], "the generator", allow_invented=True)
    assert open_reader(store.path).invented
    assert not open_reader(store_of(tmp_path, 1).path).invented
    assert Store(store.path).mark.invented
