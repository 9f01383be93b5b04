"""What a kind of source is: a small declaration in ``sources/<kind>.py``. Adding a file there adds a kind."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

import pandas as pd

from equality.intake import sources
from equality.intake.problems import Problem, Skipped
from equality.intake.reading import Sheet


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of a source: its canonical name, how else it is written, whether it must be there.

    ``is_key`` columns together say which row it is; a row with all of them blank is no data row.
    """

    name: str
    aliases: tuple[str, ...] = ()
    required: bool = True
    is_key: bool = True


@dataclass(frozen=True, slots=True)
class Context:
    """What a reader needs to know beside the table: the file's name, the date given, and today's date."""

    file: str
    today: date
    as_at: date | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet below its headings: text columns by canonical name, and ``source_row``; and what was left out.

    ``headings`` gives each canonical name as the file writes it, so that a problem can name the file's own column;
    ``title`` is the text above the headings.
    """

    sheet: str
    rows: pd.DataFrame
    headings: Mapping[str, str]
    title: str = ""
    skipped: tuple[Skipped, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a source gives: rows for the store's tables, and every problem found on the way.

    Frames have the columns of ``store.schema.TABLES`` without ``file_id``; observations also have ``sheet``,
    ``raw_value`` and ``value_column``, so that later checks can name the cell.
    """

    tables: Mapping[str, pd.DataFrame]
    problems: tuple[Problem, ...] = ()
    rows_read: int = 0
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of source: how its header is recognised and how its rows become rows of the store.

    ``match`` returns how sure a row is to be this kind's header (0 to 1); by default the share of required headings
    found. ``columns`` maps a header's position to canonical names, for kinds whose columns vary. ``reads_workbook``
    and ``read_workbook`` are for a laid-out workbook that is no table.
    """

    name: str
    what: str
    headings: tuple[Heading, ...]
    read: Callable[[Table, Context], Reading]
    match: Callable[[Sequence[str]], float] | None = None
    columns: Callable[[Sequence[str]], Mapping[str, int]] | None = None
    reads_workbook: Callable[[Sequence[Sheet]], bool] | None = None
    read_workbook: Callable[[Sequence[Sheet], Context], Reading] | None = None
    looks_like: str = field(default="")

    @property
    def header(self) -> str:
        """What the header looks like, in words for a person whose file was not recognised."""
        return self.looks_like or ", ".join(heading.name for heading in self.headings if heading.required)


@lru_cache(maxsize=1)
def kinds() -> Mapping[str, Kind]:
    """Every kind of source by name, found by looking into ``equality/intake/sources/``."""
    modules = sorted(module.name for module in pkgutil.iter_modules(sources.__path__))
    found = [importlib.import_module(f"{sources.__name__}.{name}").KIND for name in modules]
    return {kind.name: kind for kind in found}
