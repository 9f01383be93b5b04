"""Whether a store is whole: every manifest sealed, every table file there with the hash that its manifest gives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from equality.errors import StoreBroken, UnknownVersion
from equality.store.layout import POINTER, Store, Version
from equality.store.manifest import MANIFEST, SEAL, file_sha256


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it was written. ``version`` is None where the store itself is at fault."""

    version: int | None
    file: str
    what: str


def verify(store: Store) -> tuple[Fault, ...]:
    """Every fault of every version, and of the pointer; empty when the store is whole (or has no versions).

    Reads every byte of every table. Raises nothing for a damaged store.
    """
    return (
        *_pointer_faults(store),
        *(fault for number in store.numbers() for fault in _numbered_faults(store, number)),
    )


def version_faults(version: Version) -> tuple[Fault, ...]:
    """Files of one version that are missing, altered or extra."""
    return (*_table_faults(version), *_extra_files(version))


def last_whole_version(store: Store) -> Version | None:
    """The current version if it is whole, else the newest older one that is; None where there is none."""
    for number in _current_and_older(store):
        try:
            version = store.version(number)
        except (StoreBroken, UnknownVersion):
            continue
        if not version_faults(version):
            return version
    return None


def _current_and_older(store: Store) -> list[int]:
    try:
        current = store.current_number()
    except StoreBroken:  # without a pointer the newest is the likeliest
        current = None
    return [number for number in reversed(store.numbers()) if current is None or number <= current]


def _pointer_faults(store: Store) -> Iterator[Fault]:
    try:
        number = store.current_number()
    except StoreBroken as error:
        yield Fault(None, POINTER, error.title)
        return
    if number is not None and number not in store.numbers():
        yield Fault(number, POINTER, "names a version that is missing")


def _numbered_faults(store: Store, number: int) -> tuple[Fault, ...]:
    try:
        return version_faults(store.version(number))
    except StoreBroken as error:
        return (Fault(number, MANIFEST, error.title),)


def _table_faults(version: Version) -> Iterator[Fault]:
    for table, entry in version.manifest.tables.items():
        path = version.table_path(table)
        try:
            found = file_sha256(path)
        except OSError as error:
            yield Fault(version.number, path.name, "missing" if not path.exists() else f"unreadable: {error.strerror}")
            continue
        if found != entry.sha256:
            yield Fault(version.number, path.name, "altered: its hash is not the one in the manifest")


def _extra_files(version: Version) -> Iterator[Fault]:
    expected = {MANIFEST, SEAL, *(version.table_path(table).name for table in version.manifest.tables)}
    for name in sorted(entry.name for entry in version.path.iterdir()):
        if name not in expected:
            yield Fault(version.number, name, "extra: the manifest does not name it")
