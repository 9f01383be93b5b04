"""The items of the WRES return: which categories, bands, ethnicities, routes and bases each may have, and its unit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from equality.domain import BOARD_PARTS, CATEGORIES, ETHNICITIES, LEADERSHIP_PARTS, ROUTES, SURVEY_INDICATORS
from equality.indicators import read_indicators
from equality.store.reference import bands, ethnic_categories

PEOPLE = "people"
PER_CENT = "per_cent"
FLOWS = ("shortlisted", "appointed", "disciplinary", "training")
BLANK = ("",)
TWO_YEAR_AVERAGE = "two_year_average"
DISCIPLINARY_BASES = ("single_year", TWO_YEAR_AVERAGE)
SURVEY_7_BASES = ("dont_know_excluded", "dont_know_included")


@dataclass(frozen=True, slots=True)
class Item:
    """What the rows of an item may hold; ``""`` among the allowed values means that blank is one of them."""

    name: str
    unit: Literal["people", "per_cent"]
    categories: tuple[str, ...]
    banded: Literal["never", "maybe"]
    ethnicities: tuple[str, ...]
    routes: tuple[str, ...] = BLANK
    bases: tuple[str, ...] = BLANK

    def bands_of(self, category: str) -> tuple[str, ...]:
        """The bands a row of this category may have, blank first."""
        if self.banded == "never":
            return BLANK
        known = bands()
        names = known.get(category) or tuple(dict.fromkeys(band for names in known.values() for band in names))
        return ("", *names)


@lru_cache(maxsize=1)
def items() -> Mapping[str, Item]:
    """Every item by name."""
    found = (*_staff_and_flows(), *_surveys(), *_grounds(), *_boards())
    return {item.name: item for item in found}


def _staff_and_flows() -> tuple[Item, ...]:
    staff = Item("staff", "people", CATEGORIES, "maybe", tuple(ethnic_categories()))
    bases = {"disciplinary": ("", *DISCIPLINARY_BASES)}
    routes = {"shortlisted": ROUTES, "appointed": ROUTES}
    flows = (
        Item(name, "people", ("", *CATEGORIES), "maybe", ETHNICITIES, routes.get(name, BLANK), bases.get(name, BLANK))
        for name in FLOWS
    )
    return (staff, *flows)


def _surveys() -> tuple[Item, ...]:
    groups = tuple(code for code in ethnic_categories() if code not in ("99",))
    found = []
    for indicator in SURVEY_INDICATORS:
        bases = ("", *SURVEY_7_BASES) if indicator == 7 else BLANK
        found.append(Item(f"survey_{indicator}", "per_cent", BLANK, "never", groups, bases=bases))
        found.append(Item(f"survey_{indicator}_base", "people", BLANK, "never", groups, bases=bases))
    return tuple(found)


def _grounds() -> tuple[Item, ...]:
    names = ("discrimination_ground_ethnic", "discrimination_ground_base")
    return tuple(Item(name, "people", BLANK, "never", BLANK) for name in names)


def _boards() -> tuple[Item, ...]:
    return (
        Item("board", "people", BOARD_PARTS, "never", ETHNICITIES),
        Item("leadership", "people", LEADERSHIP_PARTS, "never", ETHNICITIES),
    )


def default_basis(item: str, year: int) -> str:
    """The basis of a row that leaves it blank; for indicator 7 it depends on the WRES year of its change of base."""
    if item == "disciplinary":
        return DISCIPLINARY_BASES[0]
    if item == "survey_7":
        return SURVEY_7_BASES[year >= _survey_7_break()]
    return ""


@lru_cache(maxsize=1)
def _survey_7_break() -> int:
    indicator = next(found for found in read_indicators() if found.indicator == 7)
    return indicator.breaks[0].from_year
