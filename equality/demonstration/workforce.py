"""An invented workforce, year by year: mostly the same people, some of whom leave, and others who join."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from equality.demonstration.profiles import FIRST_YEAR, HERE, LAST_YEAR, Profile

Counts = NDArray[np.int64]
Shares = NDArray[np.float64]

WHITE, BME, UNKNOWN = range(3)
_LAST_BAND_1_ENTRY = 2018
"""Band 1 closed to new entrants in December 2018."""
_BAND_1_TURNOVER = 0.4
_SPREAD_BETWEEN_BANDS = 0.12
_PEAK = ("8b", "8c", "8d", "9", "vsm")
_SENIOR_MEDICAL_SHARE = 0.035


@dataclass(frozen=True, slots=True)
class Workforce:
    """Staff of one organisation: ``counts`` by year, cell (a row of ``cells``) and White, BME, unknown."""

    years: NDArray[np.int64]
    cells: pd.DataFrame
    counts: Counts
    senior_medical_managers: Counts

    def by_category(self, category: str) -> Counts:
        """Staff of one category by year and ethnicity."""
        held: Counts = self.counts[:, (self.cells["category"] == category).to_numpy()].sum(axis=1)
        return held

    @property
    def totals(self) -> Counts:
        """All staff by year and ethnicity."""
        held: Counts = self.counts.sum(axis=1)
        return held


@lru_cache(maxsize=1)
def read_cells() -> pd.DataFrame:
    """Categories and bands with the posts of each type in 10,000, and how BME shares, drift and turnover go there."""
    return pd.read_csv(HERE / "bands.csv", dtype={"band": str})


def invented_workforce(profile: Profile, years: NDArray[np.int64], rng: np.random.Generator) -> Workforce:
    """The workforce of one organisation on each snapshot; consecutive years are the same people but for turnover."""
    cells = read_cells()
    cells = cells[cells[profile.kind] > 0].reset_index(drop=True)
    posts = _posts(profile, cells, years, rng)
    shares = _bme_shares(profile, cells, years, posts, rng)
    unknown = profile.unknown_pct / 100 * np.linspace(1.1, 0.9, len(years))
    counts = np.empty((*posts.shape, 3), dtype=np.int64)
    counts[0] = _first_year(posts[0], shares[0], unknown[0], rng)
    for year in range(1, len(years)):
        turnover = _turnover(cells, int(years[year]))
        counts[year] = _next_year(counts[year - 1], posts[year], shares[year], unknown[year], turnover, rng)
    consultants = counts[:, ((cells["category"] == "medical") & (cells["band"] == "consultant")).to_numpy()].sum(axis=1)
    return Workforce(years, cells, counts, _senior_medical_managers(consultants))


def _posts(profile: Profile, cells: pd.DataFrame, years: NDArray[np.int64], rng: np.random.Generator) -> Counts:
    size = profile.staff * (1 + profile.growth_pct / 100) ** (years - FIRST_YEAR)
    wobble = rng.normal(1, 0.012, (len(years), len(cells)))
    posts = size[:, None] * cells[profile.kind].to_numpy() / 10_000 * wobble
    closing = _closing(cells)
    posts[:, closing] *= np.where(years > _LAST_BAND_1_ENTRY, 0.0, 1.0)[:, None]
    rounded: Counts = np.rint(posts).astype(np.int64)
    return rounded


def _closing(cells: pd.DataFrame) -> NDArray[np.bool_]:
    return (cells["band"] == "1").to_numpy()


def _bme_shares(
    profile: Profile, cells: pd.DataFrame, years: NDArray[np.int64], posts: Counts, rng: np.random.Generator
) -> Shares:
    progress = (years - FIRST_YEAR) / (LAST_YEAR - FIRST_YEAR)
    first, last = _logit(profile.bme_first_pct / 100), _logit(profile.bme_last_pct / 100)
    wanted = _expit(first + (last - first) * progress)
    offsets = cells["bme_offset"].to_numpy() + rng.normal(0, _SPREAD_BETWEEN_BANDS, len(cells))
    offsets += profile.senior_lift * cells["band"].isin(_PEAK).to_numpy()
    leaning = offsets + cells["bme_drift"].to_numpy() * (years - FIRST_YEAR)[:, None]
    return _with_overall_share(leaning, posts, wanted)


def _with_overall_share(leaning: Shares, posts: Counts, wanted: Shares) -> Shares:
    low, high = np.full(len(wanted), -12.0), np.full(len(wanted), 12.0)
    for _ in range(50):
        middle = (low + high) / 2
        overall = (_expit(middle[:, None] + leaning) * posts).sum(axis=1) / posts.sum(axis=1)
        low, high = np.where(overall < wanted, middle, low), np.where(overall < wanted, high, middle)
    return _expit(low[:, None] + leaning)


def _first_year(posts: Counts, shares: Shares, unknown: float, rng: np.random.Generator) -> Counts:
    held: Counts = rng.multinomial(posts, _three_ways(shares, unknown))
    return held


def _turnover(cells: pd.DataFrame, year: int) -> Shares:
    usual = cells["turnover_pct"].to_numpy() / 100
    return np.where(_closing(cells) & (year > _LAST_BAND_1_ENTRY), _BAND_1_TURNOVER, usual)


def _next_year(
    before: Counts, posts: Counts, shares: Shares, unknown: float, turnover: Shares, rng: np.random.Generator
) -> Counts:
    stayers = rng.binomial(before, 1 - turnover[:, None])
    joiners = np.maximum(posts - stayers.sum(axis=1), 0)
    # Those who join pull the share towards the one wanted, never all the way in a year: progress is slow.
    short = np.divide(shares * posts - stayers[:, BME], joiners, out=shares.copy(), where=joiners > 0)
    among_joiners = np.clip(0.75 * short + 0.25 * shares, 0, 0.9)
    held: Counts = stayers + rng.multinomial(joiners, _three_ways(among_joiners, unknown))
    return held


def _three_ways(bme: Shares, unknown: float) -> Shares:
    white = np.maximum(1 - bme - unknown, 0)
    return np.stack([white, 1 - unknown - white, np.full_like(bme, unknown)], axis=-1)


def _senior_medical_managers(consultants: Counts) -> Counts:
    # Of the consultants, and whiter than they are.
    held: Counts = np.rint(consultants * _SENIOR_MEDICAL_SHARE * np.array([1.25, 0.6, 0.5])).astype(np.int64)
    return held


def _logit(share: float) -> float:
    return float(np.log(share / (1 - share)))


def _expit(value: Shares) -> Shares:
    found: Shares = 1 / (1 + np.exp(-value))
    return found
