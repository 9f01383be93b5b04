"""Where an organisation's figures come from: the files, by kind, item and snapshot."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from equality.store.connection import Reader
from equality.store.fetch import fetch_sources, rows_of


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One imported file and what is still held from it for an organisation."""

    name: str
    kind: str
    sha256: str
    imported_on: date
    imported_by: str
    items: frozenset[str]
    snapshots: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Provenance:
    """The files behind an organisation's figures, in the order in which they were imported."""

    ods_code: str
    files: tuple[SourceFile, ...]

    def behind(self, items: Collection[str]) -> tuple[SourceFile, ...]:
        """The files that any of these items come from."""
        return tuple(file for file in self.files if file.items & frozenset(items))


def provenance(reader: Reader, ods_code: str) -> Provenance:
    """The files that an organisation's figures come from; none where nothing is held."""
    found = fetch_sources(reader, ods_code)
    files = []
    for _, rows in found.groupby(["name", "sha256", "imported_at"], sort=False):
        first = rows_of(rows)[0]
        files.append(
            SourceFile(
                name=first["name"],
                kind=first["kind"],
                sha256=first["sha256"],
                imported_on=first["imported_at"].date(),
                imported_by=first["imported_by"],
                items=frozenset(str(item) for item in rows["item"]),
                snapshots=tuple(sorted({moment.date() for moment in rows["as_at"]})),
            )
        )
    return Provenance(ods_code, tuple(files))
