"""An invented staff list: as long as asked for, the same from the same seed, and with the dirt of real ones."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from equality.demonstration import staff_list
from equality.demonstration.staff_list import HEADINGS, write_staff_list


def read(path: Path) -> pd.DataFrame:
    return pd.read_csv(path, dtype=str, keep_default_na=False)


def test_it_has_the_rows_and_headings_of_a_staff_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staff_list, "ROWS_AT_ONCE", 1_000)
    done: list[int] = []
    held = read(write_staff_list(tmp_path, 2_500, on_progress=done.append))
    assert done == [1_000, 2_000, 2_500]
    assert list(held.columns) == list(HEADINGS)
    assert len(held) == 2_500
    assert held["Assignment Number"].is_unique


def test_the_same_seed_gives_the_same_list(tmp_path: Path) -> None:
    first, again, other = (
        write_staff_list(tmp_path / name, 500, seed=seed).read_bytes() for name, seed in (("a", 1), ("b", 1), ("c", 2))
    )
    assert first == again
    assert first != other


def test_a_second_assignment_is_the_same_persons(tmp_path: Path) -> None:
    held = read(write_staff_list(tmp_path, 4_000))
    people = held.groupby("Employee Number")
    assert (people["Ethnic Origin"].nunique() == 1).all()
    assert (people["Primary Assignment"].agg(lambda flags: (flags == "Yes").sum()) == 1).all()
    assert (people.size() > 1).any()


def test_posts_and_scales_go_together(tmp_path: Path) -> None:
    held = read(write_staff_list(tmp_path, 4_000))
    assert (held["Pay Scale"] != "").all()
    medical = held["Staff Group"] == "Medical and Dental"
    assert held.loc[held["Pay Scale"] == "Consultant", "Staff Group"].eq("Medical and Dental").all()
    assert not held.loc[medical, "Pay Scale"].str.contains("Review Body").any()
    assert {"Bank", "Honorary"} < set(held["Assignment Category"])
    assert "Ended" in set(held["Assignment Status"])
