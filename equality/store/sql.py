"""The queries of ``queries/`` as text: one question a file, read again only when the file changes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import duckdb

from equality.config import ROOT

QUERIES = ROOT / "queries"
VIEWS = QUERIES / "views"


@dataclass(frozen=True, slots=True)
class Query:
    """A query's text and the names of its ``$parameters``."""

    place: Path
    text: str
    parameters: frozenset[str]

    def check_parameters(self, given: Collection[str]) -> None:
        """Raise TypeError, naming the file, unless exactly its parameters are given."""
        if set(given) != self.parameters:
            wanted = ", ".join(sorted(self.parameters)) or "no parameters"
            held = ", ".join(sorted(given)) or "none"
            raise TypeError(f"queries/{self.place.name} takes {wanted}; given: {held}")


@dataclass(frozen=True, slots=True)
class StagingView:
    """A view of ``queries/views``: its name (the file's without the number that orders it) and its select."""

    name: str
    text: str


def read_query(name: str) -> Query:
    """The query ``queries/<name>.sql``. Raises FileNotFoundError where there is none."""
    path = QUERIES / f"{name}.sql"
    return _read_query(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=256)
def _read_query(path: Path, _modified: int) -> Query:
    text = path.read_text(encoding="utf-8")
    with duckdb.connect() as connection:
        (statement,) = connection.extract_statements(text)
        return Query(path, text, frozenset(statement.named_parameters))


def read_views() -> tuple[StagingView, ...]:
    """The staging views in the order of their numbers, in which each may use those before it."""
    paths = sorted(VIEWS.glob("*.sql"))
    return tuple(StagingView(path.stem.partition("_")[2], path.read_text(encoding="utf-8")) for path in paths)
