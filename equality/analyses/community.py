"""The community served: its BME share, from the census authorities that the configuration names."""

from __future__ import annotations

from dataclasses import dataclass

from equality.config import Configuration
from equality.store.connection import Reader
from equality.store.fetch import fetch_community


@dataclass(frozen=True, slots=True)
class CommunityShare:
    """The BME share (0 to 100) of the population served, with the census year it is from."""

    bme_pct: float
    census_year: int
    authorities: tuple[str, ...]


def community(reader: Reader, settings: Configuration) -> CommunityShare | None:
    """The weighted BME share of the configured authorities, or None where none is named or one is not held.

    Each authority's people are multiplied by its weight: the share of the authority that the organisation serves.
    """
    weights = {authority.name: authority.weight for authority in settings.community.authorities}
    if not weights:
        return None
    found = fetch_community(reader, settings.community.census_year, list(weights))
    if len(found) < len(weights):
        return None
    weight = found["authority"].map(weights)
    share = float((found["bme"] * weight).sum() / (found["people"] * weight).sum())
    return CommunityShare(100 * share, settings.community.census_year, tuple(weights))
