"""Rows of the store with defaults, of which a test states only what matters, and a reader of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from equality.config import ROOT, Configuration, read_configuration
from equality.store.connection import Reader
from equality.store.layout import Store

SETTINGS: Configuration = read_configuration(ROOT / "config.yaml")
ORG = "RXX"
YEAR = 2025
REAL_DATA = ROOT.parent / "shared" / "data"

Row = dict[str, Any]
Rows = list[Row]


def observation(item: str, ethnicity: str, value: float | str | None, **given: Any) -> Row:
    """One value; ``"*"`` is suppressed by its source, None not supplied."""
    year = given.pop("year", YEAR)
    status = "suppressed" if value == "*" else "not_supplied" if value is None else "ok"
    place = {"ods_code": ORG, "category": "", "band": "", "route": "", "basis": "", "file_id": "f", "source_row": 2}
    own = {"item": item, "ethnicity": ethnicity, "value": value if status == "ok" else None, "status": status}
    return {"year": year, "as_at": date(year, 3, 31), **place, **own, **given}


def people(item: str, white: Any = None, bme: Any = None, unknown: Any = None, **given: Any) -> Rows:
    """White, BME and unknown people of one cell; a group that is not given has no row."""
    groups = {"white": white, "bme": bme, "unknown": unknown}
    return [observation(item, group, value, **given) for group, value in groups.items() if value is not None]


def staff(white: Any = 80, bme: Any = 20, unknown: Any = None, **given: Any) -> Rows:
    """Staff of one band: clinical, band 5, unless said otherwise."""
    return people("staff", white, bme, unknown, **{"category": "clinical", "band": "5", **given})


def board(part: str = "total", white: Any = 10, bme: Any = 2, unknown: Any = None, **given: Any) -> Rows:
    """Members of one part of the board."""
    return people("board", white, bme, unknown, category=part, **given)


def survey(
    indicator: int,
    white: Any = 20.0,
    bme: Any = 30.0,
    white_base: Any = None,
    bme_base: Any = None,
    **given: Any,
) -> Rows:
    """Per cent of White and BME respondents, with their bases where given."""
    shares = people(f"survey_{indicator}", white, bme, **given)
    return shares + people(f"survey_{indicator}_base", white_base, bme_base, **given)


def reader_of(*rows: Rows | Row, census: Iterable[Row] = (), organisations: Iterable[Row] = ()) -> Reader:
    """A reader of these rows, in memory."""
    flat = [row for some in rows for row in (some if isinstance(some, list) else [some])]
    frames = {
        name: pd.DataFrame(list(found))
        for name, found in {"observations": flat, "census": census, "organisations": organisations}.items()
        if found
    }
    return Reader(Store(Path("nowhere")), None, frames=frames)


def with_settings(**sections: dict[str, Any]) -> Configuration:
    """The project's configuration with some keys of some sections set otherwise."""
    changed = {name: getattr(SETTINGS, name).model_copy(update=keys) for name, keys in sections.items()}
    return SETTINGS.model_copy(update=changed)
