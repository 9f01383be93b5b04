"""A tiny store that pages can be opened on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
import streamlit as st

from equality.store.versions import create_store, write_version

NORTHMERE, MARSH = "XNM", "XLM"
NAMES = {NORTHMERE: "Northmere <b>& Sons</b> (invented)", MARSH: "Little Marsh (invented)"}


def observation(
    ods_code: str, as_at: date, ethnicity: str = "bme", value: float = 20, **given: object
) -> dict[str, object]:
    """One headcount of band 5, clinical, unless said otherwise."""
    row = {"item": "staff", "category": "clinical", "band": "5", "route": "", "basis": "", "status": "ok"}
    place = {"file_id": "f", "source_row": 2, "year": as_at.year, "as_at": as_at, "ods_code": ods_code}
    return {**row, **place, "ethnicity": ethnicity, "value": value, **given}


def organisation(ods_code: str) -> dict[str, object]:
    """One organisation of the reference list, with a name and nothing else."""
    rest = dict.fromkeys(("type", "region_code", "region", "system_code", "system"), "")
    return {"ods_code": ods_code, "name": NAMES[ods_code], **rest, "file_id": "f", "source_row": 2}


def make_store(path: Path, held: Mapping[str, Sequence[date]], *, invented: bool = True) -> Path:
    """A store of one version in which each organisation holds staff on these dates; none held: an empty store."""
    store = create_store(path, invented=invented)
    groups = (("white", 80), ("bme", 20), ("unknown", 3))
    rows = [observation(code, day, group, n) for code, days in held.items() for day in days for group, n in groups]
    if rows:
        tables = {"observations": pd.DataFrame(rows), "organisations": pd.DataFrame(map(organisation, held))}
        write_version(store, tables, [], [], "test", allow_invented=True)
    return path


@pytest.fixture(autouse=True)
def _fresh_caches() -> Iterator[None]:
    """Answers of one test's store are not another's."""
    st.cache_resource.clear()
    yield
