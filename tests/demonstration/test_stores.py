"""The demonstration store: invented, small, the same from the same seed, and never in the place of anything else."""

from __future__ import annotations

from pathlib import Path

import pytest

from equality.config import ROOT
from equality.demonstration.stores import write_demonstration
from equality.errors import StoreUnwritable
from equality.store.connection import open_reader
from equality.store.layout import Store
from equality.store.versions import verify

SHIPPED = ROOT / "data" / "demo"
LARGEST_BYTES = 2_000_000


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    stores = [write_demonstration(tmp_path / name, 2, 3) for name in ("a", "b")]
    assert content(stores[0].path) == content(stores[1].path)
    other = write_demonstration(tmp_path / "c", 2, 3, seed=1)
    assert content(other.path) != content(stores[0].path)


def test_what_is_shipped_is_what_the_command_makes(tmp_path: Path) -> None:
    made, shipped = content(write_demonstration(tmp_path / "demo").path), content(SHIPPED)
    assert made == shipped
    assert sum(map(len, shipped.values())) < LARGEST_BYTES
    assert len(Store(SHIPPED).versions()) == 1


def test_it_is_whole_and_says_that_it_is_invented(tmp_path: Path) -> None:
    store = write_demonstration(tmp_path / "demo", 2, 2)
    assert verify(store) == ()
    reader = open_reader(store.path)
    assert reader.invented
    assert set(reader.query("organisations")["ods_code"]) == {"XNM", "XLM"}
    files = reader.query("sources", ods_code="XNM")
    assert set(files["name"]) == {"invented-return.csv"}


def test_it_takes_the_place_of_an_invented_store_only(tmp_path: Path) -> None:
    store = write_demonstration(tmp_path / "demo", 2, 2)
    before = content(store.path)
    assert content(write_demonstration(store.path, 1, 2).path) != before
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "notes.txt").write_text("keep me", encoding="utf-8")
    with pytest.raises(StoreUnwritable, match="Something else is there"):
        write_demonstration(mine, 1, 2)
    assert content(mine) == {"notes.txt": b"keep me"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["demo", "mine"]
