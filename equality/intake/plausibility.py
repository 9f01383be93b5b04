"""Figures that may be right but are worth a question: what moved much, looks swapped, is unknown or unlisted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from equality.config import Configuration
from equality.domain import Severity
from equality.store.connection import Reader
from equality.store.reference import band_labels

FIRST_FEW = 5
_LIKELIHOODS = {2: "appointment from shortlisting", 3: "entering the disciplinary process", 4: "access to training"}
_GROUPS = {"white": "White", "bme": "BME"}


@dataclass(frozen=True, slots=True)
class PlausibilityWarning:
    """A question about stored figures: which check, what was seen, where it stands. ``year`` None: no one year."""

    check: str
    what: str
    where: str
    ods_code: str = ""
    year: int | None = None
    severity: Severity = Severity.WARNING

    def as_mapping(self) -> Mapping[str, object]:
        """The same as plain values, for a version's manifest."""
        return {**asdict(self), "severity": str(self.severity)}


Row = Any
"""A row of a query, by attribute: its columns are in the header of the SQL file."""


def plausibility_warnings(
    reader: Reader, settings: Configuration, ods_codes: Collection[str] | None
) -> tuple[PlausibilityWarning, ...]:
    """Every warning that is true of a version's figures, by check, organisation and year.

    ``ods_codes`` limits it to some organisations; None: all. Thresholds are those of the configuration.
    """
    limits = settings.thresholds
    asked: tuple[tuple[str, dict[str, object], Callable[[Row], PlausibilityWarning]], ...] = (
        ("band_moved", {"share_pct": limits.band_moved_share_pct, "people": limits.band_moved_people}, _band_moved),
        ("likelihood_moved", {"factor": limits.likelihood_moved_factor}, _likelihood_moved),
        ("groups_swapped", {}, _groups_swapped),
        ("unknown_ethnicity", {"threshold_pct": limits.unknown_ethnicity_pct}, _unknown_ethnicity),
    )
    which = {"every": ods_codes is None, "ods_codes": sorted(ods_codes or ())}
    found = [
        describe(row)
        for name, parameters, describe in asked
        for row in reader.query(f"quality_{name}", **parameters, **which).itertuples(index=False)
    ]
    unlisted = reader.query("quality_unlisted_organisation", **which)["ods_code"]
    return (*found, *([_unlisted([str(code) for code in unlisted])] if len(unlisted) else []))


def _band_moved(row: Row) -> PlausibilityWarning:
    band = band_labels().get(row.band, row.band)
    what = f"{band} ({_words(row.category)}) went from {row.before:,.0f} to {row.after:,.0f} people in a year."
    return _of(row, "band_moved", what, f"staff, {_words(row.category)}, {band}")


def _likelihood_moved(row: Row) -> PlausibilityWarning:
    what = (
        f"The likelihood of {_LIKELIHOODS[row.indicator]} of {_GROUPS[row.ethnicity]} people went from "
        f"{row.before_pct:.3g} to {row.after_pct:.3g} per cent in a year ({row.after_count:,.0f} "
        f"of {row.after_base:,.0f})."
    )
    return _of(row, "likelihood_moved", what, f"indicator {row.indicator}, {_GROUPS[row.ethnicity]}")


def _groups_swapped(row: Row) -> PlausibilityWarning:
    what = (
        f"White and BME look swapped: {row.white:,.0f} White and {row.bme:,.0f} BME, "
        f"after {row.white_before:,.0f} and {row.bme_before:,.0f} the year before."
    )
    return _of(
        row, "groups_swapped", what, ", ".join(part for part in (_words(row.item), _words(row.category)) if part)
    )


def _unknown_ethnicity(row: Row) -> PlausibilityWarning:
    what = f"The ethnicity of {row.unknown_pct:.3g} per cent is unknown ({row.unknown:,.0f} of {row.people:,.0f})."
    return _of(row, "unknown_ethnicity", what, _words(row.item))


def _unlisted(codes: list[str]) -> PlausibilityWarning:
    few = ", ".join(codes[:FIRST_FEW]) + (" and others" if len(codes) > FIRST_FEW else "")
    verb, noun = ("is", "organisation") if len(codes) == 1 else ("are", "organisations")
    what = f"{len(codes)} {noun} {verb} not in the list of organisations: {few}."
    return PlausibilityWarning("unlisted_organisation", what, "organisations", codes[0] if len(codes) == 1 else "")


def _of(row: Row, check: str, what: str, part: str) -> PlausibilityWarning:
    return PlausibilityWarning(check, what, f"{row.ods_code} {row.year}: {part}", str(row.ods_code), int(row.year))


def _words(name: str) -> str:
    return name.replace("_", "-")
