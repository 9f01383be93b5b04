"""One invented workforce: who leaves, who joins, and bands that close."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from equality.demonstration.profiles import Profile, read_profiles
from equality.demonstration.workforce import Workforce, invented_workforce

YEARS = np.arange(2016, 2026)


def workforce(profile: Profile) -> Workforce:
    return invented_workforce(profile, YEARS, np.random.default_rng(1))


@pytest.fixture(scope="module")
def home() -> Profile:
    (profile,) = read_profiles(1, 1)
    return profile


def test_nearly_everyone_bme_and_many_unknown_is_still_a_workforce(home: Profile) -> None:
    people = workforce(replace(home, bme_first_pct=95.0, bme_last_pct=97.0, unknown_pct=20.0)).totals
    assert (people >= 0).all()
    assert people.sum(axis=1).min() > 6_000


def test_the_unknown_share_is_the_one_asked_for(home: Profile) -> None:
    people = workforce(replace(home, unknown_pct=15.0)).totals
    assert 100 * people[:, 2].sum() / people.sum() == pytest.approx(15, abs=2)


def test_band_1_empties_after_it_closed_to_entrants(home: Profile) -> None:
    made = workforce(home)
    held = made.counts[:, (made.cells["band"] == "1").to_numpy()].sum(axis=(1, 2))
    assert held[2] > 60
    assert (np.diff(held[2:]) <= 0).all()
    assert held[-1] < 10


def test_senior_medical_managers_are_some_of_the_consultants(home: Profile) -> None:
    made = workforce(home)
    consultants = made.counts[:, (made.cells["band"] == "consultant").to_numpy()].sum(axis=1)
    assert (made.senior_medical_managers <= consultants).all()
    assert made.senior_medical_managers.sum() > 0


def test_a_lift_makes_the_peak_less_white(home: Profile) -> None:
    senior = [
        made.counts[:, made.cells["band"].isin(["8b", "8c", "8d", "9", "vsm"]).to_numpy(), 1].sum()
        for made in (workforce(home), workforce(replace(home, senior_lift=1.5)))
    ]
    assert senior[1] > 1.5 * senior[0]
