"""Damage is found, named, and read around."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from equality.errors import StoreBroken
from equality.store.connection import open_reader
from equality.store.faults import last_whole_version, verify
from equality.store.layout import Version
from tests.store.rows import store_of


def flip_a_byte(version: Version) -> None:
    path = version.table_path("observations")
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def lose_a_table(version: Version) -> None:
    version.table_path("observations").unlink()


def alter_the_manifest(version: Version) -> None:
    path = version.path / "manifest.json"
    path.write_text(path.read_text(encoding="utf-8").replace("a tester", "b tester"), encoding="utf-8")


def cut_the_manifest(version: Version) -> None:
    (version.path / "manifest.json").write_bytes(b"{")


def lose_the_manifest(version: Version) -> None:
    (version.path / "manifest.json").unlink()


DAMAGE = {
    flip_a_byte: ("observations.parquet", "altered"),
    lose_a_table: ("observations.parquet", "missing"),
    alter_the_manifest: ("manifest.json", "sealed"),
    cut_the_manifest: ("manifest.json", "known form"),
    lose_the_manifest: ("manifest.json", "cannot be read"),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_is_named_and_an_older_whole_version_is_read(tmp_path: Path, damage: Callable[[Version], None]) -> None:
    store = store_of(tmp_path, 1, 2, 3)
    assert verify(store) == ()
    damage(store.version(3))
    (fault,) = verify(store)
    file, what = DAMAGE[damage]
    assert (fault.version, fault.file) == (3, file)
    assert what in fault.what
    whole = last_whole_version(store)
    assert whole is not None
    assert whole.number == 2
    reader = open_reader(store.path)
    assert reader.version == whole
    assert reader.damage


def test_a_file_too_many_is_named(tmp_path: Path) -> None:
    store = store_of(tmp_path, 1)
    (store.version_folder(1) / "notes.txt").write_text("mine", encoding="utf-8")
    assert [(fault.file, fault.what[:5]) for fault in verify(store)] == [("notes.txt", "extra")]


def test_a_version_under_anothers_number_is_named(tmp_path: Path) -> None:
    store = store_of(tmp_path, 1)
    store.version_folder(1).rename(store.version_folder(2))
    assert [(fault.version, fault.file) for fault in verify(store)] == [(1, "CURRENT"), (2, "manifest.json")]


def test_a_damaged_older_version_does_not_matter_to_readers(tmp_path: Path) -> None:
    store = store_of(tmp_path, 1, 2)
    flip_a_byte(store.version(1))
    assert last_whole_version(store) == store.current()
    assert open_reader(store.path).damage == ""


def test_no_whole_version_is_an_error_that_a_person_can_read(tmp_path: Path) -> None:
    store = store_of(tmp_path, 1)
    lose_a_table(store.version(1))
    assert last_whole_version(store) is None
    with pytest.raises(StoreBroken, match="No version of the store is whole"):
        open_reader(store.path)
