"""Tiny real stores: rows with defaults, of which a test states only what matters."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from equality.store.versions import Store, Version, create_store, write_version

DEFAULTS = {
    "year": 2025,
    "as_at": pd.Timestamp(2025, 3, 31),
    "ods_code": "XAA",
    "item": "staff",
    "category": "clinical",
    "band": "5",
    "ethnicity": "white",
    "route": "",
    "basis": "",
    "value": 1.0,
    "status": "ok",
    "file_id": "abc",
    "source_row": 2,
}


def observations(*rows: dict[str, object]) -> pd.DataFrame:
    """A table of observations."""
    return pd.DataFrame([DEFAULTS | row for row in rows])


def write_values(store: Store, *values: float) -> Version:
    """A version with one observation a value, of organisations X00, X01, ..."""
    rows = [{"value": float(value), "ods_code": f"X{place:02d}"} for place, value in enumerate(values)]
    return write_version(store, {"observations": observations(*rows)}, [], [], "a tester")


def store_of(folder: Path, *values: float) -> Store:
    """A store with one version for each value."""
    store = create_store(folder / "store")
    for value in values:
        write_values(store, value)
    return store
