"""A version's manifest: where its figures came from, who stored them, and the hash of every table file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from equality.errors import StoreBroken

MANIFEST = "manifest.json"
SEAL = "manifest.json.sha256"
"""The manifest's own hash, in the form that ``sha256sum --check`` reads."""


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class FileEntry(_Entry):
    """A file that was imported: its name without folders, the hash of its bytes, its kind and its rows of data."""

    name: str
    sha256: str
    kind: str
    rows: int = Field(ge=0)
    imported_at: datetime


class TableEntry(_Entry):
    """One Parquet file of a version: the hash and number of its bytes, and how many rows it holds."""

    sha256: str
    rows: int = Field(ge=0)
    bytes: int = Field(ge=0)


class Manifest(_Entry):
    """All that is known of a version besides its figures. ``parent`` is the version that it was built on, if any."""

    format: Literal[1] = 1
    number: int = Field(ge=1)
    parent: int | None
    created_at: datetime
    created_by: str
    program_version: str
    note: str
    invented: bool
    files: tuple[FileEntry, ...]
    warnings: tuple[Mapping[str, object], ...]
    tables: Mapping[str, TableEntry]

    def to_bytes(self) -> bytes:
        """The manifest as JSON with its keys in order: the same content gives the same bytes."""
        text = json.dumps(self.model_dump(mode="json"), sort_keys=True, indent=1, ensure_ascii=False)
        return text.encode() + b"\n"


def seal(manifest: bytes) -> bytes:
    """The line of the seal file that belongs to a manifest's bytes."""
    return f"{sha256_of(manifest)}  {MANIFEST}\n".encode()


def sha256_of(content: bytes) -> str:
    """The SHA-256 of some bytes in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def file_sha256(path: Path) -> str:
    """The SHA-256 of a file's bytes in hexadecimal. Raises OSError where it cannot be read."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read_manifest(folder: Path) -> tuple[Manifest, str]:
    """The manifest of a version's folder and its digest (SHA-256).

    Raises StoreBroken when it is missing, unreadable, not of a known form, or not the one that was sealed.
    """
    place = folder / MANIFEST
    try:
        content, sealed = place.read_bytes(), (folder / SEAL).read_bytes()
        manifest = Manifest.model_validate_json(content)
    except OSError as error:
        raise _broken("cannot be read", place, error.strerror or str(error)) from error
    except ValidationError as error:
        raise _broken("is not of a known form", place, error.errors()[0]["msg"]) from error
    if sealed != seal(content):
        raise _broken("is not the one that was sealed", place, "It was altered after it was written.")
    return manifest, sha256_of(content)


def _broken(what: str, place: Path, why: str) -> StoreBroken:
    return StoreBroken(f"A version's manifest {what}", str(place), f"{why}. Run: python -m equality verify")
