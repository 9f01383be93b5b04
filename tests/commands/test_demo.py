"""The command that makes invented data."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from equality.commands.demo import write_demo
from equality.store.layout import Store


def test_it_makes_a_store_of_the_size_asked_for(tmp_path: Path) -> None:
    result = CliRunner().invoke(write_demo, ["--organisations", "2", "--years", "2", str(tmp_path / "demo")])
    assert result.exit_code == 0
    assert "2 invented organisations" in result.output
    assert Store(tmp_path / "demo").invented


def test_it_makes_a_staff_list(tmp_path: Path) -> None:
    result = CliRunner().invoke(write_demo, ["--staff", "50", str(tmp_path)])
    assert result.exit_code == 0
    assert "50 invented assignments" in result.output
    assert len((tmp_path / "invented-staff-list.csv").read_text(encoding="utf-8").splitlines()) == 51


def test_a_staff_list_has_no_organisations(tmp_path: Path) -> None:
    result = CliRunner().invoke(write_demo, ["--staff", "50", "--years", "3", str(tmp_path)])
    assert result.exit_code == 2
    assert list(tmp_path.iterdir()) == []
