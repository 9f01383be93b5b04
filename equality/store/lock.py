"""One writer at a time: a second waits, says so, and gives up after a while. Readers take no lock."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from filelock import BaseFileLock, FileLock, Timeout

from equality.errors import StoreBusy, StoreUnwritable
from equality.store.durable import unwritable
from equality.store.layout import Store

LOCK = "lock"
WAIT_SECONDS = 60.0


def _stay_silent() -> None:
    """Nobody is told that the wait began."""


@contextmanager
def writing(
    store: Store, wait_seconds: float = WAIT_SECONDS, on_wait: Callable[[], object] = _stay_silent
) -> Iterator[None]:
    """Hold the store for writing. The same thread may enter again inside.

    ``on_wait`` is called once if another writer holds the store. Raises StoreBusy when that one has not finished
    after ``wait_seconds``, and StoreUnwritable when there is no store or the folder cannot be written.
    """
    if not store.exists():
        raise StoreUnwritable("There is no store to write to", str(store.path), "Create it first.")
    lock = FileLock(store.path / LOCK, is_singleton=True, preserve_lock_file=True)
    if not _acquired(lock, store, 0):
        on_wait()
        if not _acquired(lock, store, wait_seconds):
            hint = f"It did not finish within {wait_seconds:.0f} seconds: try again when it has."
            raise StoreBusy("Another import is writing to the store", str(store.path), hint)
    try:
        yield
    finally:
        lock.release()


def _acquired(lock: BaseFileLock, store: Store, wait_seconds: float) -> bool:
    try:
        lock.acquire(timeout=wait_seconds)
    except Timeout:
        return False
    except OSError as error:
        raise unwritable(store.path, error) from error
    return True


def writer_name() -> str:
    """Who is recorded as the writer: ``EQUALITY_USER``, else the account that runs the program."""
    if named := os.environ.get("EQUALITY_USER", "").strip():
        return named
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # an account without a name, as in some containers
        return "unknown"
