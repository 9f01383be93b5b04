"""The append-only record of which version was made current, pruned or stored: when and by whom."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from equality.store.durable import sync_folder

HISTORY = "history.jsonl"


class Event(BaseModel):
    """One line of the history: ``what`` was done to ``version``, ``who`` did it and ``at`` what time (UTC)."""

    model_config = ConfigDict(frozen=True)
    at: datetime
    who: str
    what: Literal["store", "rollback", "prune"]
    version: int


def now() -> datetime:
    """This moment in UTC."""
    return datetime.now(UTC)


def read_history(store: Path) -> tuple[Event, ...]:
    """The store's events in the order they happened; a line that a crash cut short is left out."""
    try:
        lines = (store / HISTORY).read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return ()
    return tuple(event for line in lines if (event := _event(line)))


def append_history(store: Path, event: Event) -> None:
    """Add one event, on the disk on return. Raises OSError."""
    path = store / HISTORY
    isnew = not path.exists()
    with path.open("ab") as file:
        torn = file.tell() > 0 and not path.read_bytes().endswith(b"\n")
        file.write((b"\n" if torn else b"") + event.model_dump_json().encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())
    if isnew:
        sync_folder(store)


def _event(line: str) -> Event | None:
    try:
        return Event.model_validate_json(line)
    except ValidationError:
        return None
