"""What the store holds: organisations, their snapshots, and the data version; what the shell needs before any page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from equality.domain import Organisation, is_wres_snapshot
from equality.store.connection import Reader
from equality.store.fetch import fetch_listed_organisation, fetch_organisations, fetch_snapshots, rows_of


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A date on which an organisation's figures were taken; ``items`` are those held for it."""

    year: int
    as_at: date
    items: frozenset[str]

    @property
    def is_wres(self) -> bool:
        """Whether it is a March snapshot, the only kind that joins a trend."""
        return is_wres_snapshot(self.as_at)

    @property
    def label(self) -> str:
        """The date in words, for example "31 March 2025"."""
        return f"{self.as_at.day} {self.as_at:%B %Y}"

    @property
    def caution(self) -> str:
        """What must be said of a snapshot of another month; empty for a WRES date."""
        return "" if self.is_wres else f"{self.as_at:%B %Y}, not a WRES date: it is shown by itself and joins no trend"


@dataclass(frozen=True, slots=True)
class Holdings:
    """What one version of the store holds. ``snapshots`` are oldest first; an empty store has none."""

    organisations: tuple[Organisation, ...]
    snapshots: Mapping[str, tuple[Snapshot, ...]]
    version_number: int | None
    digest: str
    invented: bool

    def organisation(self, ods_code: str) -> Organisation:
        """The organisation with this code; one that is not held has only its code."""
        return next((held for held in self.organisations if held.ods_code == ods_code), Organisation(ods_code))


def holdings(reader: Reader) -> Holdings:
    """What the reader's version of the store holds."""
    return Holdings(
        organisations=_organisations(reader),
        snapshots=_snapshots(reader),
        version_number=reader.version.number if reader.version else None,
        digest=reader.version.digest if reader.version else "",
        invented=reader.invented,
    )


def is_listed(reader: Reader, ods_code: str) -> bool:
    """Whether the reference list names the organisation, figures or not."""
    return not fetch_listed_organisation(reader, ods_code).empty


def _organisations(reader: Reader) -> tuple[Organisation, ...]:
    return tuple(_named(Organisation(**row)) for row in rows_of(fetch_organisations(reader)))


def _named(organisation: Organisation) -> Organisation:
    # The government's table is for England as a whole, which no reference list of trusts names.
    if organisation.ods_code == "ENG" and not organisation.name:
        return Organisation("ENG", "NHS trusts and CCGs, England", type="National")
    return organisation


def _snapshots(reader: Reader) -> Mapping[str, tuple[Snapshot, ...]]:
    found: dict[str, list[Snapshot]] = {}
    for row in rows_of(fetch_snapshots(reader)):
        snapshot = Snapshot(row["year"], row["as_at"].date(), frozenset(row["items"].split()))
        found.setdefault(row["ods_code"], []).append(snapshot)
    return MappingProxyType({ods_code: tuple(snapshots) for ods_code, snapshots in found.items()})
