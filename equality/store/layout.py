"""Where a store keeps what: a mark, numbered versions, and a pointer to the current one. Reading takes no lock."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from equality.errors import StoreBroken, UnknownVersion
from equality.store.manifest import Manifest, read_manifest

MARK = "store.json"
POINTER = "CURRENT"
VERSIONS = "versions"
_DIGITS = 6


class Mark(BaseModel):
    """What ``store.json`` says of a store: whether its figures are invented, and a name for people."""

    model_config = ConfigDict(frozen=True)
    format: int = 1
    invented: bool = False
    name: str = ""

    def to_bytes(self) -> bytes:
        """The mark as JSON with its keys in order."""
        return json.dumps(self.model_dump(), sort_keys=True, indent=1).encode() + b"\n"


@dataclass(frozen=True, slots=True)
class Version:
    """One whole, unchanging state of a store. ``digest`` (of its manifest) is the key of all computed from it."""

    number: int
    path: Path
    manifest: Manifest
    digest: str

    def table_path(self, table: str) -> Path:
        """The table's Parquet file, whether or not this version holds it."""
        return self.path / f"{table}.parquet"


@dataclass(frozen=True, slots=True)
class Store:
    """A folder of numbered versions of which one is current."""

    path: Path

    def exists(self) -> bool:
        """Whether the folder is a store (it bears the mark)."""
        return (self.path / MARK).is_file()

    @property
    def mark(self) -> Mark:
        """The store's mark; a folder without one is a store of no name with real figures. Raises StoreBroken."""
        place = self.path / MARK
        try:
            return Mark.model_validate_json(place.read_bytes())
        except (FileNotFoundError, NotADirectoryError):
            return Mark()
        except (OSError, ValidationError) as error:
            hint = "It should hold one JSON object with format, invented and name."
            raise StoreBroken("The store's mark cannot be read", str(place), hint) from error

    def version_folder(self, number: int) -> Path:
        """The folder of a version's files, whether or not it is there."""
        return self.path / VERSIONS / f"{number:0{_DIGITS}d}"

    @property
    def invented(self) -> bool:
        """Whether the store holds invented figures, which every page and paper made from it must say."""
        return self.mark.invented

    @property
    def name(self) -> str:
        """The store's name for people; may be empty."""
        return self.mark.name

    def current_number(self) -> int | None:
        """The number that the pointer names; None in a store without versions (the pointer then says 0).

        Raises StoreBroken when the pointer is missing beside versions, or is not a number.
        """
        place = self.path / POINTER
        try:
            return int(place.read_text(encoding="ascii")) or None
        except (FileNotFoundError, NotADirectoryError) as error:
            if self.numbers():
                raise _without_pointer(place) from error
            return None
        except (OSError, ValueError) as error:
            raise _without_pointer(place) from error

    def current(self) -> Version | None:
        """The version that readers see; None in an empty store. Raises StoreBroken."""
        number = self.current_number()
        if number is None:
            return None
        try:
            return self.version(number)
        except UnknownVersion as error:
            raise StoreBroken(f"Version {number} is current but not there", str(self.path), _VERIFY) from error

    def numbers(self) -> tuple[int, ...]:
        """The numbers of the versions in the folder, ascending, readable or not."""
        try:
            names = [entry.name for entry in (self.path / VERSIONS).iterdir()]
        except (FileNotFoundError, NotADirectoryError):
            return ()
        return tuple(sorted(int(name) for name in names if name.isascii() and name.isdigit()))

    def version(self, number: int) -> Version:
        """One version. Raises UnknownVersion, or StoreBroken when its manifest is damaged."""
        folder = self.version_folder(number)
        if number < 1 or not folder.is_dir():
            held = ", ".join(str(held) for held in self.numbers()) or "none"
            raise UnknownVersion(f"There is no version {number}", str(self.path), f"Versions held: {held}.")
        manifest, digest = read_manifest(folder)
        if manifest.number != number:
            raise StoreBroken(f"The manifest is that of version {manifest.number}", str(folder), _VERIFY)
        return Version(number, folder, manifest, digest)

    def versions(self) -> tuple[Version, ...]:
        """Every version with a sound manifest, oldest first; ``verify`` reports the others."""
        found = []
        for number in self.numbers():
            try:
                found.append(self.version(number))
            except (StoreBroken, UnknownVersion):  # damaged, or pruned since the folder was listed
                continue
        return tuple(found)


_VERIFY = "Run: python -m equality verify"


def _without_pointer(place: Path) -> StoreBroken:
    return StoreBroken(
        "The store does not say which version is current",
        str(place),
        "Make one current with: python -m equality rollback N",
    )
