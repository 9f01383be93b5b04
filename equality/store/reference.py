"""Reference data that ships with the project: ethnic categories and bands, from ``data/reference/``."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from equality.config import ROOT

REFERENCE = ROOT / "data" / "reference"
"""Published figures, ethnic categories, bands and successions; every file is a table ``reference_<name>``."""


@lru_cache(maxsize=1)
def ethnic_categories() -> Mapping[str, str]:
    """The WRES group (``white``, ``bme`` or ``unknown``) of every ethnic category code and group name.

    Codes are as in the NHS Data Dictionary: letters, two-letter codes, ``99``, and the numeric codes used before 2001.
    """
    return MappingProxyType({row["code"]: row["wres_group"] for row in _read("ethnic_categories")})


@lru_cache(maxsize=1)
def ethnic_groups() -> Mapping[str, str]:
    """The census-2001 group (``asian``, ``black``, ..) of every ethnic category code and group; ``bme`` has none."""
    return MappingProxyType({row["code"]: row["ethnic_group"] for row in _read("ethnic_categories")})


@lru_cache(maxsize=1)
def bands() -> Mapping[str, tuple[str, ...]]:
    """The bands of every staff category, from the base upwards."""
    found: dict[str, list[str]] = {}
    for row in sorted(_read("bands"), key=lambda row: int(row["position"])):
        found.setdefault(row["category"], []).append(row["band"])
    return MappingProxyType({category: tuple(names) for category, names in found.items()})


@lru_cache(maxsize=1)
def band_labels() -> Mapping[str, str]:
    """How each band is written for people, for example ``8a``: "Band 8a"."""
    return MappingProxyType({row["band"]: row["label"] for row in _read("bands") if row["category"] != "medical"}) | {
        row["band"]: row["label"] for row in _read("bands") if row["category"] == "medical" and row["band"] != "other"
    }


@lru_cache(maxsize=1)
def glossary() -> Mapping[str, str]:
    """Terms and what they mean, in order of the alphabet."""
    return MappingProxyType({row["term"]: row["meaning"] for row in _read("glossary")})


def _read(name: str) -> list[dict[str, str]]:
    with (REFERENCE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
