"""What can go wrong in ways a person can put right: each error has a title, a place and a hint."""

from __future__ import annotations


class EqualityError(Exception):
    """Base of every error that is shown to a person instead of a traceback.

    ``title`` says what happened, ``place`` where (a file, key or folder; may be empty), ``hint`` what to do.
    ``exit_status`` is what a command ends with: 1 refused, 2 wrong usage or an unreadable path.
    """

    exit_status = 1

    def __init__(self, title: str, place: str = "", hint: str = "") -> None:
        self.title = title
        self.place = place
        self.hint = hint
        super().__init__(str(self))

    def __str__(self) -> str:
        where = f" ({self.place})" if self.place else ""
        hint = f" {self.hint}" if self.hint else ""
        return f"{self.title}{where}.{hint}"


class ConfigurationError(EqualityError):
    """``config.yaml`` or a file in ``indicators/`` does not say what the program needs; lists every fault at once."""

    exit_status = 2


class UnreadableFile(EqualityError):
    """A path that was given cannot be read: it is missing, a folder, locked, or not what its name says."""

    exit_status = 2


class UnknownOrganisation(EqualityError):
    """The organisation asked for is in no store table, group or reference list."""


class UnknownQuestion(EqualityError):
    """The question asked for is not one that this program answers."""

    exit_status = 2


class StoreBroken(EqualityError):
    """A version of the store is damaged: a Parquet file or manifest is missing or its hash differs."""


class StoreBusy(EqualityError):
    """Another import holds the store and did not finish within the waiting time."""


class StoreUnwritable(EqualityError):
    """The store's folder cannot be written: read-only, full, or not a folder."""


class UnknownVersion(EqualityError):
    """The version asked for is not in the store."""
