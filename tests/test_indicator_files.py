"""The files of indicators: nine of them, the right way up, and every fault of every file at once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from equality import indicators as module
from equality.config import ROOT
from equality.errors import ConfigurationError
from equality.indicators import read_indicators

WRES = ROOT / "indicators" / "wres"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the standard that a test may spoil, read as the standard ``spoilt``."""
    monkeypatch.setattr(module, "ROOT", tmp_path)
    read_indicators.cache_clear()
    return Path(shutil.copytree(WRES, tmp_path / "indicators" / "spoilt"))


def spoil(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def faults() -> str:
    with pytest.raises(ConfigurationError) as raised:
        read_indicators("spoilt")
    return f"{raised.value.title} {raised.value.hint}"


def test_the_nine_stand_the_right_way_up() -> None:
    read = read_indicators()
    assert [one.indicator for one in read] == list(range(1, 10))
    worse = {one.indicator for one in read if one.higher_is_worse}
    assert worse == {2, 3, 4, 5, 6, 8}
    over = {one.indicator: one.reference for one in read if one.kind == "likelihood"}
    assert over == {2: "white_over_bme", 3: "bme_over_white", 4: "white_over_bme"}
    assert {one.indicator: one.nature for one in read} == {
        1: "stock", 2: "flow", 3: "flow", 4: "flow", 5: "survey", 6: "survey", 7: "survey", 8: "survey", 9: "stock"
    }  # fmt: skip


def test_every_fault_of_every_file_is_told_at_once(folder: Path) -> None:
    spoil(folder / "2.yaml", "unit: ratio", "unit: pounds")
    spoil(folder / "2.yaml", "worse_when: higher", "worse_when: sideways")
    spoil(folder / "9.yaml", "board_question:", "bored_question:")
    told = faults()
    for key in ("2.yaml: ", "unit: ", "worse_when: ", "9.yaml: ", "board_question: ", "bored_question: "):
        assert key in told


def test_a_file_that_is_not_yaml_is_told_beside_the_others(folder: Path) -> None:
    (folder / "1.yaml").write_text("a: [1", encoding="utf-8")
    spoil(folder / "2.yaml", "unit: ratio", "unit: pounds")
    told = faults()
    assert "1.yaml: not valid YAML" in told
    assert "2.yaml: unit" in told


def test_two_files_of_one_number_are_refused(folder: Path) -> None:
    shutil.copy(folder / "3.yaml", folder / "33.yaml")
    assert "same number" in faults()


def test_a_standard_without_files_is_told(folder: Path) -> None:
    for path in folder.glob("*.yaml"):
        path.unlink()
    assert "No indicators" in faults()
