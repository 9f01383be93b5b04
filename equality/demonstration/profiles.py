"""What each invented organisation is like: its size, kind, and how diverse it was and became."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pandas as pd

HERE = Path(__file__).resolve().parent
FIRST_YEAR, LAST_YEAR = 2016, 2025
"""The WRES years between which the shares of ``organisations.csv`` run; fewer years are the last ones."""

KINDS = {
    "Acute": "acute",
    "Mental Health": "mental_health",
    "Community Provider Trust": "community",
    "Ambulance": "ambulance",
}
"""The column of ``bands.csv`` that holds the posts of each type of organisation."""

_SYLLABLES = (
    ("Ald", "Bram", "Carl", "Dun", "Elder", "Fern", "Gorse", "Hazel", "Iver", "Kel", "Lang", "Mel", "Nether", "Oaken"),
    ("mere", "wick", "holt", "combe", "ford", "garth", "stow", "ley", "haven", "thwaite", "bourne", "dale", "worth"),
)


@dataclass(frozen=True, slots=True)
class Profile:
    """One invented organisation; shares are per cent of all staff.

    ``detail`` is how finely its return is split; ``missing_item`` of ``missing_year`` is not held (blank: the whole
    year), and ``awaited_item`` of the last year is not supplied yet. ``senior_lift`` (logits) makes the peak less white
    than usual; the two ratios are those of appointment at home and, in the first year, of discipline.
    """

    ods_code: str
    name: str
    type: str
    region_code: str
    region: str
    system_code: str
    system: str
    staff: int
    growth_pct: float
    bme_first_pct: float
    bme_last_pct: float
    unknown_pct: float
    detail: str
    routes: str
    first_year: int
    missing_year: int
    missing_item: str
    awaited_item: str
    slow_board: str
    senior_lift: float
    shortlisting_ratio: float
    disciplinary_ratio: float

    @property
    def kind(self) -> str:
        """The column of ``bands.csv`` with this organisation's posts."""
        return KINDS[self.type]


def read_profiles(count: int, seed: int) -> tuple[Profile, ...]:
    """The first ``count`` invented organisations: the named ones, then as many more as are asked for.

    Raises ValueError for more than there are names.
    """
    named = _named_profiles()
    more = _further_profiles(named, np.random.default_rng((seed, 0)))
    found = [profile for _, profile in zip(range(count), (*named, *more), strict=False)]
    if len(found) < count:
        raise ValueError(f"at most {len(found)} organisations can be invented")
    return tuple(found)


def _named_profiles() -> tuple[Profile, ...]:
    table = pd.read_csv(HERE / "organisations.csv", keep_default_na=False)
    table["missing_year"] = pd.to_numeric(table["missing_year"]).fillna(0).astype(int)
    return tuple(Profile(**{str(name): value for name, value in row.items()}) for row in table.to_dict("records"))


def _further_profiles(named: tuple[Profile, ...], rng: np.random.Generator) -> Iterator[Profile]:
    taken = {profile.ods_code for profile in named}
    codes = (f"X{a}{b}" for a in "ABCDEFGHJKLMNPQRSTUVWYZ" for b in "ABCDEFGHJKLMNPQRSTUVWYZ")
    places = [first + last for last in _SYLLABLES[1] for first in _SYLLABLES[0]]
    endings = {"Acute": "Hospitals", "Mental Health": "Partnership", "Community Provider Trust": "Community"}
    names = [f"{place}{{}}" for place in places] + [f"Upper {place}{{}}" for place in places]
    for code, name in zip((code for code in codes if code not in taken), names, strict=False):
        like = named[int(rng.integers(2, len(named)))]
        ending = endings.get(like.type, "Ambulance")
        yield replace(
            like,
            ods_code=code,
            name=name.format(f" {ending} (invented)"),
            staff=int(like.staff * rng.uniform(0.5, 1.6)),
            growth_pct=float(rng.normal(0.8, 0.4)),
            bme_first_pct=like.bme_first_pct * float(rng.uniform(0.75, 1.2)),
            bme_last_pct=like.bme_last_pct * float(rng.uniform(0.8, 1.15)),
            unknown_pct=float(rng.uniform(2, 9)),
            first_year=FIRST_YEAR,
            missing_year=0,
            missing_item="",
            awaited_item="",
            slow_board="",
            senior_lift=float(rng.uniform(0.1, 1.2)),
            shortlisting_ratio=float(rng.uniform(1.2, 2.1)),
            disciplinary_ratio=float(rng.uniform(1.2, 2.1)),
        )
