"""A store as a series of numbered versions: made, added to, rolled back and pruned, each in one atomic step.

A new version is written beside the others under a temporary name, forced to the disk, renamed, and only then named
by the pointer. Whatever stops the program before that last step leaves the version that was current.
"""

from __future__ import annotations

import shutil
from collections.abc import Collection, Mapping, Sequence
from contextlib import ExitStack, suppress
from datetime import datetime
from pathlib import Path

import pandas as pd

from equality import __version__
from equality.errors import StoreBroken, StoreUnwritable
from equality.store.durable import replace_durably, reporting_unwritable, sync_folder, write_durably
from equality.store.faults import Fault, last_whole_version, verify, version_faults
from equality.store.history import Event, append_history, now, read_history
from equality.store.layout import MARK, POINTER, VERSIONS, Mark, Store, Version
from equality.store.lock import LOCK, writing
from equality.store.manifest import MANIFEST, SEAL, FileEntry, Manifest, TableEntry, seal, sha256_of
from equality.store.tables import write_tables

__all__ = [
    "Fault",
    "FileEntry",
    "Manifest",
    "Store",
    "TableEntry",
    "Version",
    "create_store",
    "last_whole_version",
    "prune",
    "rollback",
    "verify",
    "version_faults",
    "write_version",
    "writing",
]

_NEW, _OLD = ".new-", ".old-"


def create_store(path: Path, invented: bool = False, name: str = "") -> Store:
    """The store at ``path``, made if it is not there; one that is there is returned as it is.

    Raises StoreUnwritable when the folder cannot be made, or holds a store of the other kind (real or invented).
    """
    store = Store(path.resolve())
    if store.exists():
        if store.invented != invented:
            kind = "invented" if store.invented else "real"
            raise StoreUnwritable(f"The store holds {kind} figures", str(store.path), "Choose another with --store.")
        return store
    with reporting_unwritable(store.path):
        (store.path / VERSIONS).mkdir(parents=True, exist_ok=True)
        (store.path / LOCK).touch()
        _point_to(store, None)
        replace_durably(store.path / MARK, Mark(invented=invented, name=name).to_bytes())
    return store


def write_version(  # noqa: PLR0913 - a version is all of these
    store: Store,
    tables: Mapping[str, pd.DataFrame],
    files: Sequence[FileEntry],
    warnings: Sequence[Mapping[str, object]],
    who: str,
    note: str = "",
    *,
    allow_invented: bool = False,
    created_at: datetime | None = None,
) -> Version:
    """Store whole tables as the next version and make it current; returns it.

    Tables are those of ``schema.TABLES``; one that is not given is empty. The number is one above any that was used.
    Raises StoreUnwritable (also for a store of invented figures, unless allowed) and StoreBusy, and then leaves the
    version that was current; ValueError for columns that are not the schema's.
    """
    if store.invented and not allow_invented:
        hint = "Real figures are kept apart from invented ones: choose another store with --store."
        raise StoreUnwritable("The store holds invented figures", str(store.path), hint)
    with writing(store), reporting_unwritable(store.path):
        _clear_leftovers(store)
        number = _next_number(store)
        folder = store.path / VERSIONS / f"{_NEW}{number}"
        with ExitStack() as undo:
            undo.callback(shutil.rmtree, folder, ignore_errors=True)
            folder.mkdir()
            manifest = Manifest(
                number=number,
                parent=_parent(store),
                created_at=created_at or now(),
                created_by=who,
                program_version=__version__,
                note=note,
                invented=store.invented,
                files=tuple(files),
                warnings=tuple(warnings),
                tables=write_tables(dict(tables), folder),
            )
            return _publish(store, folder, manifest)


def rollback(store: Store, number: int, who: str) -> Version:
    """Make another version current; returns it. The next version is numbered on and builds on this one.

    Raises UnknownVersion, StoreBroken when that version is damaged, StoreUnwritable, StoreBusy.
    """
    with writing(store):
        version = store.version(number)
        if faults := version_faults(version):
            hint = f"{faults[0].file}: {faults[0].what}. Run: python -m equality verify"
            raise StoreBroken(f"Version {number} is damaged and was not made current", str(version.path), hint)
        with reporting_unwritable(store.path):
            _point_to(store, number)
            append_history(store.path, Event(at=now(), who=who, what="rollback", version=number))
    return version


def prune(store: Store, keep: int = 10, cited: Collection[int] = (), who: str = "") -> tuple[int, ...]:
    """Remove all but the newest ``keep`` versions; never the current one, nor one that is cited. Returns which.

    Raises StoreUnwritable, StoreBusy, and StoreBroken when it is not known which version is current.
    """
    with writing(store):
        kept = {*store.numbers()[-max(keep, 1) :], *cited, store.current_number()}
        removed = tuple(number for number in store.numbers() if number not in kept)
        with reporting_unwritable(store.path):
            for number in removed:
                _remove(store, number)
                append_history(store.path, Event(at=now(), who=who, what="prune", version=number))
    return removed


def _publish(store: Store, folder: Path, manifest: Manifest) -> Version:
    content = manifest.to_bytes()
    write_durably(folder / MANIFEST, content)
    write_durably(folder / SEAL, seal(content))
    sync_folder(folder)
    final = store.version_folder(manifest.number)
    with ExitStack() as undo:
        undo.callback(_withdraw, store, manifest)
        folder.rename(final)
        sync_folder(final.parent)
        _point_to(store, manifest.number)
        undo.pop_all()
    version = Version(manifest.number, final, manifest, sha256_of(content))
    # From here on the version is stored: a history that cannot be written is completed by the next writer.
    with suppress(OSError):
        append_history(store.path, _stored(version, manifest.created_at))
    return version


def _withdraw(store: Store, manifest: Manifest) -> None:
    # The pointer may have been moved before the step that failed.
    with suppress(OSError, StoreBroken):
        if store.current_number() == manifest.number:
            _point_to(store, manifest.parent)
    with suppress(OSError):
        _remove(store, manifest.number)


def _point_to(store: Store, number: int | None) -> None:
    replace_durably(store.path / POINTER, f"{number or 0:06d}\n".encode("ascii"))


def _remove(store: Store, number: int) -> None:
    # Renamed first: a reader finds a whole version or none.
    away = store.path / VERSIONS / f"{_OLD}{number}"
    store.version_folder(number).rename(away)
    shutil.rmtree(away)


def _parent(store: Store) -> int | None:
    try:
        return store.current_number()
    except StoreBroken:
        return None


def _next_number(store: Store) -> int:
    used = {*store.numbers(), *(event.version for event in read_history(store.path))}
    return max(used, default=0) + 1


def _clear_leftovers(store: Store) -> None:
    for entry in sorted((store.path / VERSIONS).iterdir()):
        if entry.name.startswith((_NEW, _OLD)):
            shutil.rmtree(entry)
    for version in _never_current(store):
        _remove(store, version.number)
    _complete_history(store)


def _complete_history(store: Store) -> None:
    # A crash between the pointer and the history leaves a stored version unrecorded.
    with suppress(StoreBroken):
        current = store.current()
        recorded = {event.version for event in read_history(store.path)}
        if current is not None and current.number not in recorded:
            append_history(store.path, _stored(current, now()))


def _never_current(store: Store) -> list[Version]:
    # A crash between the rename and the pointer leaves a whole version that nobody was told of: it is younger than
    # the last recorded event. (Without that test, a lost history would cost the versions above the current one.)
    events = read_history(store.path)
    if not events:
        return list(store.versions()) if _says_none(store) else []
    known = {_parent(store), *(event.version for event in events)}
    last = max(event.at for event in events)
    return [v for v in store.versions() if v.number not in known and v.manifest.created_at > last]


def _says_none(store: Store) -> bool:
    try:
        return store.current_number() is None
    except StoreBroken:
        return False


def _stored(version: Version, at: datetime) -> Event:
    return Event(at=at, who=version.manifest.created_by, what="store", version=version.number)
