"""Invented flows of people through a year: shortlisted and appointed, disciplined, trained."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from equality.demonstration.profiles import FIRST_YEAR, LAST_YEAR, Profile
from equality.demonstration.rows import category_cells, long_rows
from equality.demonstration.workforce import BME, UNKNOWN, WHITE, Counts, Shares, Workforce

CATEGORIES = ("non_clinical", "clinical", "medical")
_LAST_TWO_YEAR_AVERAGE = 2019
_YEARS_IN_DETAIL, _YEARS_WITH_ROUTES = 2, 3
_SHORTLISTED_PER_POST = 0.29
_APPOINTED_PROP = 0.2
_RECRUITED_ABROAD = np.array([0.015, 0.11, 0.05])
_APPOINTED_ABROAD_PROP = 0.5
_TRAINED_PROP = 0.62


def invented_flows(profile: Profile, workforce: Workforce, rng: np.random.Generator) -> list[pd.DataFrame]:
    """Rows of shortlisted, appointed, disciplinary and training, as finely as the organisation splits its return."""
    return [
        *_recruitment_rows(profile, workforce, rng),
        *_disciplinary_rows(profile, workforce, rng),
        *_training_rows(profile, workforce, rng),
    ]


def _recruitment_rows(profile: Profile, workforce: Workforce, rng: np.random.Generator) -> list[pd.DataFrame]:
    shortlisted = _shortlisted(workforce, rng)
    appointed = _appointed(profile, workforce, shortlisted, rng)
    rows = []
    for item, people in (("shortlisted", shortlisted), ("appointed", appointed)):
        rows.append(long_rows(item, workforce.years, people.sum(axis=(1, 3))))
        rows += _routes(profile, item, workforce, people)
        rows += _splits(profile, item, workforce, people.sum(axis=3), shortlisted.sum(axis=(2, 3)) > 0)
    return rows


def _shortlisted(workforce: Workforce, rng: np.random.Generator) -> Counts:
    """Applicants by year, cell, ethnicity and route (home, abroad); they are more diverse than the staff."""
    staff = workforce.counts.sum(axis=2)
    volume = rng.normal(1, 0.06, len(workforce.years))[:, None]
    people = rng.poisson(staff * _SHORTLISTED_PER_POST * volume)
    held = (workforce.counts + 0.5) / (workforce.counts + 0.5).sum(axis=2, keepdims=True)
    weights = held * np.array([1.0, 2.1, 0.9])
    split = rng.multinomial(people, weights / weights.sum(axis=2, keepdims=True))
    # Recruitment abroad fills registered posts, and those from BME groups above all.
    registered = workforce.cells["category"].isin(["clinical", "medical"]).to_numpy()[:, None]
    abroad = rng.binomial(split, np.where(registered, _RECRUITED_ABROAD, 0))
    found: Counts = np.stack([split - abroad, abroad], axis=-1)
    return found


def _appointed(profile: Profile, workforce: Workforce, shortlisted: Counts, rng: np.random.Generator) -> Counts:
    years = len(workforce.years)
    ratio = rng.normal(profile.shortlisting_ratio, 0.09, years).clip(1.15)[:, None]
    # Further up, fewer of those shortlisted are appointed, and the difference is larger.
    height = workforce.cells["band"].isin(["8a", "8b", "8c", "8d", "9", "vsm", "consultant"]).to_numpy()
    at_home = np.empty((years, len(workforce.cells), 3))
    at_home[:, :, WHITE] = _APPOINTED_PROP * np.where(height, 0.9, 1.0)
    at_home[:, :, BME] = at_home[:, :, WHITE] / (ratio * np.where(height, 1.15, 1.0))
    at_home[:, :, UNKNOWN] = _APPOINTED_PROP * 0.85
    likelihoods = np.stack([at_home, np.full_like(at_home, _APPOINTED_ABROAD_PROP)], axis=-1)
    found: Counts = rng.binomial(shortlisted, likelihoods)
    return found


def _routes(profile: Profile, item: str, workforce: Workforce, people: Counts) -> list[pd.DataFrame]:
    if profile.routes != "yes":
        return []
    recent = slice(-_YEARS_WITH_ROUTES, None)
    by_route = people.sum(axis=1)[recent]
    years = workforce.years[recent]
    return [long_rows(item, years, by_route[..., at], route=name) for at, name in enumerate(("uk", "international"))]


def _splits(
    profile: Profile, item: str, workforce: Workforce, people: Counts, given: NDArray[np.bool_]
) -> list[pd.DataFrame]:
    """Rows by category, and by band within it, for the last years; a cell where nobody was shortlisted is left out."""
    if profile.detail == "headline":
        return []
    recent = slice(-_YEARS_IN_DETAIL, None)
    years, cells = workforce.years[recent], workforce.cells[["category", "band"]]
    by_category = np.stack([people[:, (cells["category"] == name).to_numpy()].sum(axis=1) for name in CATEGORIES], 1)
    rows = [long_rows(item, years, by_category[recent], cells=category_cells(*CATEGORIES))]
    if profile.detail == "bands":
        by_band = long_rows(item, years, people[recent], cells=cells)
        rows.append(by_band[np.repeat(given[recent].ravel(), people.shape[2])])
    return rows


def _disciplinary_rows(profile: Profile, workforce: Workforce, rng: np.random.Generator) -> list[pd.DataFrame]:
    entered = np.stack([_entered(profile, workforce, name, rng) for name in CATEGORIES], axis=1)
    single = entered.sum(axis=1).astype(np.float64)
    before = np.vstack([_year_before(single[0], rng), single[:-1]])
    averaged = workforce.years <= _LAST_TWO_YEAR_AVERAGE
    values = np.where(averaged[:, None], (before + single) / 2, single)
    basis = np.where(averaged, "two_year_average", "single_year")
    rows = [long_rows("disciplinary", workforce.years, values, basis=basis)]
    if profile.detail != "headline":
        recent = np.flatnonzero(~averaged)[-_YEARS_IN_DETAIL:]
        cells = category_cells(*CATEGORIES)
        split = long_rows("disciplinary", workforce.years[recent], entered[recent], cells=cells, basis="single_year")
        rows.append(split)
    return rows


def _entered(profile: Profile, workforce: Workforce, category: str, rng: np.random.Generator) -> Counts:
    progress = _progress(workforce.years)
    white = 0.0115 - 0.004 * progress
    ratio = profile.disciplinary_ratio - 0.65 * progress
    props = np.stack([white, white * ratio, white], axis=1)
    found: Counts = rng.binomial(workforce.by_category(category), props)
    return found


def _year_before(single: NDArray[np.float64], rng: np.random.Generator) -> NDArray[np.float64]:
    return rng.poisson(single).astype(np.float64)


def _training_rows(profile: Profile, workforce: Workforce, rng: np.random.Generator) -> list[pd.DataFrame]:
    ratio = rng.normal(1.03, 0.025, len(workforce.years))
    white = _TRAINED_PROP + rng.normal(0, 0.03, len(workforce.years))
    props: Shares = np.stack([white, white / ratio, white * 0.95], axis=1)
    trained = np.stack([rng.binomial(workforce.by_category(name), props) for name in CATEGORIES], axis=1)
    rows = [long_rows("training", workforce.years, trained.sum(axis=1))]
    if profile.detail != "headline":
        recent = slice(-_YEARS_IN_DETAIL, None)
        cells = category_cells(*CATEGORIES)
        rows.append(long_rows("training", workforce.years[recent], trained[recent], cells=cells))
    return rows


def _progress(years: NDArray[np.int64]) -> NDArray[np.float64]:
    found: NDArray[np.float64] = (years - FIRST_YEAR) / (LAST_YEAR - FIRST_YEAR)
    return found
