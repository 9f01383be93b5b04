"""Invented results of the staff survey: shares of White and BME respondents, with their bases."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from equality.demonstration.rows import long_rows
from equality.demonstration.workforce import BME, WHITE, Counts, Workforce
from equality.domain import Status
from equality.indicators import read_indicators

_ETHNICITIES = ("white", "bme")
_FEWEST_RESPONDENTS = 10
"""The survey withholds the results of fewer."""
_RESPONSE_PROPS = (0.46, 0.38)
_GROUND_ETHNIC_PROP = 0.42
_OVERLAP_YEARS = 1
"""Years on either side of indicator 7's break that are given on both bases."""
_EXCLUDED, _INCLUDED = "dont_know_excluded", "dont_know_included"


@dataclass(frozen=True, slots=True)
class _Level:
    """Per cent of White and BME respondents in the first year, and what a year adds to each."""

    white_pct: float
    bme_pct: float
    white_slope: float
    bme_slope: float


_LEVELS = {
    "survey_5": _Level(27.5, 28.6, -0.15, -0.15),
    "survey_6": _Level(23.2, 29.4, -0.30, -0.32),
    "survey_8": _Level(6.6, 15.2, 0.03, 0.10),
}
_EXCLUDED_LEVEL = _Level(88.0, 72.5, -0.10, -0.20)
_INCLUDED_LEVEL = _Level(59.5, 45.0, 0.05, 0.35)
_BETWEEN_ORGANISATIONS = (1.6, 1.4)
_BETWEEN_YEARS = 0.5


def invented_survey(workforce: Workforce, rng: np.random.Generator) -> list[pd.DataFrame]:
    """Rows of survey_5 to survey_8 with bases, and of the ground of discrimination; few respondents: suppressed."""
    respondents = rng.binomial(workforce.totals[:, [WHITE, BME]], _RESPONSE_PROPS)
    leaning = rng.normal(0, _BETWEEN_ORGANISATIONS, 2)
    shares = {item: _shares(level, workforce.years, respondents, leaning, rng) for item, level in _LEVELS.items()}
    rows = [_result_rows(item, workforce.years, found, respondents) for item, found in shares.items()]
    rows += _indicator_7_rows(workforce.years, respondents, -leaning, rng)
    bases = ("survey_5", "survey_6", "survey_7", "survey_8")
    rows += [_base_rows(f"{item}_base", workforce.years, respondents) for item in bases]
    return [*rows, *_ground_rows(workforce.years, shares["survey_8"], respondents, rng)]


def _shares(
    level: _Level,
    years: NDArray[np.int64],
    respondents: Counts,
    leaning: NDArray[np.float64],
    rng: np.random.Generator,
) -> NDArray[np.float64]:
    since = (years - years.max() + 9)[:, None]
    expected = np.array([level.white_pct, level.bme_pct]) + np.array([level.white_slope, level.bme_slope]) * since
    expected = expected + leaning * expected.mean() / 40 + rng.normal(0, _BETWEEN_YEARS, (len(years), 1))
    said = rng.binomial(respondents, np.clip(expected / 100, 0.001, 0.999))
    return np.round(100 * said / np.maximum(respondents, 1), 1)


def _indicator_7_rows(
    years: NDArray[np.int64], respondents: Counts, leaning: NDArray[np.float64], rng: np.random.Generator
) -> list[pd.DataFrame]:
    changed = _year_of_break()
    old, new = years < changed + _OVERLAP_YEARS, years >= changed - _OVERLAP_YEARS
    rows = []
    for held, level, basis in ((old, _EXCLUDED_LEVEL, _EXCLUDED), (new, _INCLUDED_LEVEL, _INCLUDED)):
        shares = _shares(level, years, respondents, leaning, rng)
        rows.append(_result_rows("survey_7", years[held], shares[held], respondents[held], basis))
    return rows


def _year_of_break() -> int:
    (indicator,) = (found for found in read_indicators() if found.items == ("survey_7",))
    return indicator.breaks[0].from_year


def _result_rows(
    item: str, years: NDArray[np.int64], shares: NDArray[np.float64], respondents: Counts, basis: str = ""
) -> pd.DataFrame:
    rows = long_rows(item, years, shares, ethnicities=_ETHNICITIES, basis=basis)
    return _withheld(rows, respondents)


def _base_rows(item: str, years: NDArray[np.int64], respondents: Counts) -> pd.DataFrame:
    return _withheld(long_rows(item, years, respondents, ethnicities=_ETHNICITIES), respondents)


def _withheld(rows: pd.DataFrame, respondents: Counts) -> pd.DataFrame:
    few = respondents.ravel() < _FEWEST_RESPONDENTS
    return rows.assign(status=rows["status"].mask(few, str(Status.SUPPRESSED)), value=rows["value"].mask(few))


def _ground_rows(
    years: NDArray[np.int64], shares: NDArray[np.float64], respondents: Counts, rng: np.random.Generator
) -> list[pd.DataFrame]:
    base = np.rint(shares / 100 * respondents).sum(axis=1, keepdims=True).astype(np.int64)
    ethnic = rng.binomial(base, _GROUND_ETHNIC_PROP)
    named = {"discrimination_ground_ethnic": ethnic, "discrimination_ground_base": base}
    return [long_rows(item, years, people, ethnicities=("",)) for item, people in named.items()]
