"""Writing that survives a crash: every file is forced to the disk before the next step relies on it."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from equality.errors import StoreUnwritable

_HINTS = {
    errno.ENOSPC: "The disk is full: make room and try again. The version that was current is unchanged.",
    errno.EDQUOT: "The disk quota is used up: make room and try again. The version that was current is unchanged.",
    errno.EFBIG: "A file may not grow that large here. The version that was current is unchanged.",
    errno.EROFS: "The folder is on a read-only disk: choose another with --store.",
    errno.EACCES: "This account may not write there: change the folder's rights or choose another with --store.",
    errno.EPERM: "This account may not write there: change the folder's rights or choose another with --store.",
    errno.ENOTDIR: "A file stands where a folder is needed: choose another with --store.",
    errno.EEXIST: "A file stands where a folder is needed: choose another with --store.",
}


@contextmanager
def reporting_unwritable(place: Path) -> Iterator[None]:
    """Turn any failure of the operating system in the block into StoreUnwritable with a hint."""
    try:
        yield
    except OSError as error:
        raise unwritable(place, error) from error


def unwritable(place: Path, error: OSError) -> StoreUnwritable:
    """The error for a store that the operating system would not write to."""
    hint = _HINTS.get(error.errno or 0, "The version that was current is unchanged.")
    return StoreUnwritable(f"The store cannot be written: {error.strerror or error}", str(place), hint)


def write_durably(path: Path, content: bytes) -> None:
    """Write a new file whose bytes are on the disk on return. Raises OSError."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def replace_durably(path: Path, content: bytes) -> None:
    """Replace a file in one step: a reader sees the old bytes or the new ones, never a part. Raises OSError."""
    beside = path.with_name(f".{path.name}.new")
    try:
        write_durably(beside, content)
        os.replace(beside, path)  # noqa: PTH105 - the step that a crash test stops at
    finally:
        beside.unlink(missing_ok=True)
    sync_folder(path.parent)


def sync_file(path: Path) -> None:
    """Force to the disk what another library wrote to a file. Raises OSError."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Force a folder's list of names to the disk, where the system can. Raises OSError."""
    if os.name == "nt":  # a folder cannot be opened there, and names are written through
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
