"""The configuration: every fault at once, each with its key."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from equality.config import ROOT, Configuration, read_configuration, store_path
from equality.errors import ConfigurationError

GOOD = yaml.safe_load((ROOT / "config.yaml").read_text(encoding="utf-8"))


def read(folder: Path, **changed: object) -> Configuration:
    path = folder / "config.yaml"
    path.write_text(yaml.safe_dump({**GOOD, **changed}), encoding="utf-8")
    return read_configuration(path)


def faults(folder: Path, **changed: object) -> str:
    with pytest.raises(ConfigurationError) as raised:
        read(folder, **changed)
    assert str(folder) in raised.value.place
    assert raised.value.exit_status == 2
    return raised.value.hint


def test_the_projects_own_configuration_is_sound(tmp_path: Path) -> None:
    assert read(tmp_path).organisation == GOOD["organisation"]


def test_every_fault_is_told_at_once_with_its_key(tmp_path: Path) -> None:
    told = faults(
        tmp_path,
        model_employer={**GOOD["model_employer"], "target": "nothing", "end_year": "soon"},
        thresholds={"confidence_pct": 90, "unknown_ethnicity_pct": 0},
        disclosure={"threshold": 2},
        communty={},
    )
    keys = ("model_employer.target", "model_employer.end_year", "thresholds.confidence_pct")
    for key in (*keys, "thresholds.unknown_ethnicity_pct", "disclosure.threshold", "communty"):
        assert f"{key}: " in told


@pytest.mark.parametrize(
    ("section", "value", "key"),
    [
        ("community", {"authorities": [{"name": "Leeds", "weight": 0}]}, "community.authorities.0.weight"),
        ("groups", {"MINE": {"name": "Mine", "members": []}}, "groups.MINE.members"),
        ("navigation", [], "navigation"),
        ("access", {"mode": "open"}, "access.mode"),
        ("terms", {"bmee": "x"}, "terms.bmee"),
        ("organisation", 7, "organisation"),
        ("disparity_tiers", {"lower": ["5"]}, "disparity_tiers.middle"),
    ],
)
def test_a_fault_names_its_key(tmp_path: Path, section: str, value: object, key: str) -> None:
    assert f"{key}: " in faults(tmp_path, **{section: value})


@pytest.mark.parametrize("text", [b"a: [1", b"", b"- 1", b"\xff\xfe\x00"])
def test_a_file_that_is_no_configuration_is_told_in_words(tmp_path: Path, text: bytes) -> None:
    path = tmp_path / "config.yaml"
    path.write_bytes(text)
    with pytest.raises(ConfigurationError):
        read_configuration(path)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="cannot be read"):
        read_configuration(tmp_path / "none.yaml")


def test_paths_are_beside_the_file_and_a_change_is_seen(tmp_path: Path) -> None:
    assert read(tmp_path, store="mine").store == tmp_path / "mine"
    assert read(tmp_path, store="another-one").store == tmp_path / "another-one"


def test_the_environment_names_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = read(tmp_path)
    monkeypatch.delenv("EQUALITY_STORE", raising=False)
    assert store_path(settings) == settings.demonstration_store
    monkeypatch.setenv("EQUALITY_STORE", str(tmp_path / "other"))
    assert store_path(settings) == tmp_path / "other"


def test_a_target_ends_after_it_begins(tmp_path: Path) -> None:
    told = faults(tmp_path, model_employer={**GOOD["model_employer"], "baseline_year": 2028, "end_year": 2028})
    assert "model_employer" in told and "must come after baseline_year" in told
