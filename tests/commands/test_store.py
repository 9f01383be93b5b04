"""What the commands about a store print, and what they end with."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from equality.commands.store import check_store, roll_back, show_versions
from equality.errors import UnknownVersion, UnreadableFile
from tests.store.rows import store_of


def test_versions_marks_the_current_one(tmp_path: Path) -> None:
    store = store_of(tmp_path, 1, 2)
    result = CliRunner().invoke(show_versions, ["--store", str(store.path)])
    lines = result.output.splitlines()
    assert result.exit_code == 0
    assert lines[0].endswith("2 versions")
    assert [line[:7].split() for line in lines[1:]] == [["*", "2"], ["1"]]


def test_versions_of_no_store(tmp_path: Path) -> None:
    result = CliRunner().invoke(show_versions, ["--store", str(tmp_path / "none")])
    assert result.exit_code == 0
    assert "0 versions" in result.output


def test_prune_says_what_it_removed(tmp_path: Path) -> None:
    store = store_of(tmp_path, 1, 2, 3)
    result = CliRunner().invoke(show_versions, ["--prune", "--keep", "1", "--store", str(store.path)])
    assert "Removed 2 versions: 1, 2." in result.output
    assert store.numbers() == (3,)


def test_rollback(tmp_path: Path) -> None:
    store = store_of(tmp_path, 1, 2)
    assert "Version 1 is current" in CliRunner().invoke(roll_back, ["1", "--store", str(store.path)]).output
    assert store.current_number() == 1
    with pytest.raises(UnknownVersion):
        CliRunner().invoke(roll_back, ["9", "--store", str(store.path)], catch_exceptions=False)


def test_verify_ends_with_one_where_something_is_wrong(tmp_path: Path) -> None:
    store = store_of(tmp_path, 1, 2)
    whole = CliRunner().invoke(check_store, ["--store", str(store.path)])
    assert whole.exit_code == 0
    assert "checked 2 versions, 8 table files" in whole.output
    store.version(1).table_path("observations").write_bytes(b"nonsense")
    damaged = CliRunner().invoke(check_store, ["--store", str(store.path)])
    assert damaged.exit_code == 1
    assert "version 1, observations.parquet: altered" in damaged.output


def test_a_path_without_a_store_is_not_called_whole(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        CliRunner().invoke(check_store, ["--store", str(tmp_path / "none")], catch_exceptions=False)
