"""An invented board: seats whose holders change now and then."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from equality.demonstration.profiles import Profile
from equality.demonstration.rows import category_cells, long_rows
from equality.demonstration.workforce import BME, UNKNOWN, WHITE, Counts, Workforce
from equality.domain import BOARD_PARTS, LEADERSHIP_PARTS

_EXECUTIVE = np.arange(14) >= 7
"""Seats: the chair and six non-executives, then the chief executive and six executives, two of whom do not vote."""
_NON_VOTING = np.arange(14) >= 12
_CHAIR, _CHIEF_EXECUTIVE = 0, 7
_LEAVE_PROP = 0.15
_SHARE_OF_WORKFORCES = 0.6
"""A newcomer to a board is this much as likely to be BME as a member of staff."""
_UNKNOWN_PROP = 0.02
_FIRST_BME_SEAT, _SECOND_BME_SEAT = 3, 5


def invented_board(profile: Profile, workforce: Workforce, rng: np.random.Generator) -> list[pd.DataFrame]:
    """Rows of the board's parts and of its leadership; a slow board goes from one BME member to two and no further."""
    seats = _slow_seats(workforce.years) if profile.slow_board else _seats(workforce, rng)
    parts = {
        "total": np.full(len(_EXECUTIVE), True),
        "voting": ~_NON_VOTING,
        "non_voting": _NON_VOTING,
        "executive": _EXECUTIVE,
        "non_executive": ~_EXECUTIVE,
    }
    board = np.stack([_counted(seats[:, parts[name]]) for name in BOARD_PARTS], axis=1)
    leaders = np.stack([_counted(seats[:, [seat]]) for seat in (_CHAIR, _CHIEF_EXECUTIVE)], axis=1)
    return [
        long_rows("board", workforce.years, board, cells=category_cells(*BOARD_PARTS)),
        long_rows("leadership", workforce.years, leaders, cells=category_cells(*LEADERSHIP_PARTS)),
    ]


def _slow_seats(years: NDArray[np.int64]) -> Counts:
    seats = np.full((len(years), len(_EXECUTIVE)), WHITE)
    seats[:, _FIRST_BME_SEAT] = BME
    seats[-4:, _SECOND_BME_SEAT] = BME
    return seats


def _seats(workforce: Workforce, rng: np.random.Generator) -> Counts:
    totals = workforce.totals
    bme = _SHARE_OF_WORKFORCES * totals[:, BME] / totals.sum(axis=1)
    seats = np.empty((len(workforce.years), len(_EXECUTIVE)), dtype=np.int64)
    for year, share in enumerate(bme):
        newcomers = rng.choice(
            [WHITE, BME, UNKNOWN], len(_EXECUTIVE), p=[1 - share - _UNKNOWN_PROP, share, _UNKNOWN_PROP]
        )
        leaving = rng.random(len(_EXECUTIVE)) < _LEAVE_PROP
        seats[year] = np.where(leaving | (year == 0), newcomers, seats[max(year - 1, 0)])
    return seats


def _counted(seats: Counts) -> Counts:
    found: Counts = np.stack([(seats == who).sum(axis=1) for who in (WHITE, BME, UNKNOWN)], axis=1)
    return found
