"""The workforce by band as every analysis of stocks sees it: the store's counts, tier sums, disclosure control."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import pandas as pd

from equality.analyses.disclosure import hide_staff
from equality.config import Configuration
from equality.domain import Status, View
from equality.store.connection import Reader
from equality.store.fetch import fetch_staff

COUNTS = ("white", "bme", "unknown", "headcount")
NON_MEDICAL_BLOCKS = ("non_clinical", "clinical", "non_medical")
_SEVERITY = {str(Status.OK): 0, str(Status.NOT_SUPPLIED): 1, str(Status.SUPPRESSED): 2}
_BY_SEVERITY = {severity: status for status, severity in _SEVERITY.items()}
SENIOR_FROM = {"8a_plus": "8a", "8c_plus": "8c"}


def workforce(reader: Reader, settings: Configuration, ods_code: str, view: View) -> pd.DataFrame:
    """Staff by snapshot, category and band, tier sums included as bands of their own.

    Columns: year, as_at, category, band, white, bme, unknown, headcount (people; NaN where missing or hidden), status.
    Besides the bands and ``all``, each non-medical block has ``8a_plus``, ``8c_plus`` and ``lower``, ``middle``,
    ``upper`` (the disparity tiers). In the public view small cells are gone before this returns.
    """
    if view is View.PUBLIC:
        return _public_workforce(reader, settings.model_dump_json(), ods_code).copy()
    return _with_sums(reader, settings, ods_code)


@lru_cache(maxsize=8)
def _public_workforce(reader: Reader, configuration: str, ods_code: str) -> pd.DataFrame:
    # Every page asks for it and hiding takes longer than all else; a reader's version never changes, so neither does
    # this. The configuration comes as text because its lists and groups cannot be part of a key.
    settings = Configuration.model_validate_json(configuration)
    return hide_staff(_with_sums(reader, settings, ods_code), settings, band_sums(settings))


def _with_sums(reader: Reader, settings: Configuration, ods_code: str) -> pd.DataFrame:
    staff = fetch_staff(reader, ods_code).drop(columns="ods_code")
    with_sums = pd.concat([staff, *(_sum_of(staff, name, bands) for name, bands in band_sums(settings).items())])
    return with_sums.reset_index(drop=True)


def senior_sums(settings: Configuration) -> dict[str, tuple[str, ...]]:
    """The sums of senior bands that are always given: 8a and above, 8c and above."""
    senior = settings.model_employer.bands
    return {name: senior[senior.index(first) :] for name, first in SENIOR_FROM.items() if first in senior}


def band_sums(settings: Configuration) -> Mapping[str, tuple[str, ...]]:
    """Every sum that is published beside the bands, with the bands that it adds up."""
    tiers = settings.disparity_tiers
    return senior_sums(settings) | {"lower": tiers.lower, "middle": tiers.middle, "upper": tiers.upper}


def _sum_of(staff: pd.DataFrame, name: str, bands: tuple[str, ...]) -> pd.DataFrame:
    """One row a snapshot and block: the sum of its bands, missing where any of them is."""
    parts = staff[staff["category"].isin(NON_MEDICAL_BLOCKS) & staff["band"].isin(bands)]
    ranked = parts.assign(status=parts["status"].map(_SEVERITY))
    grouped = ranked.groupby(["year", "as_at", "category"], as_index=False)
    sums = grouped[list(COUNTS)].sum(skipna=False)
    return sums.assign(status=grouped["status"].max()["status"].map(_BY_SEVERITY), band=name)
