"""Arrays of figures as rows of the long form of the WRES return."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from equality.domain import ETHNICITIES, Status

COLUMNS = ("year", "ods_code", "item", "category", "band", "ethnicity", "value", "route", "basis")
"""The columns of the long form, in the order in which they are written."""

MARKS = {Status.SUPPRESSED: "*", Status.NOT_SUPPLIED: "-"}
"""What stands for a value that is not there."""


def long_rows(
    item: str,
    years: NDArray[np.int64],
    values: NDArray[np.float64] | NDArray[np.int64],
    *,
    cells: pd.DataFrame | None = None,
    ethnicities: tuple[str, ...] = ETHNICITIES,
    route: str = "",
    basis: ArrayLike = "",
) -> pd.DataFrame:
    """One row for each year, cell and ethnicity of ``values`` (of that shape; without cells: year and ethnicity).

    ``cells`` has a category and a band a row; ``basis`` is one, or one a year. The columns are those of the long form
    but the organisation's, with ``value`` a number and ``status`` ok.
    """
    if cells is None:
        cells = pd.DataFrame({"category": [""], "band": [""]})
    shape = (len(years), len(cells), len(ethnicities))

    def spread(given: ArrayLike, axis: int) -> NDArray[np.object_]:
        along = np.array(given, dtype=object)
        return np.broadcast_to(np.expand_dims(along, [at for at in range(3) if at != axis]), shape).ravel()

    return pd.DataFrame(
        {
            "year": spread(years, 0).astype(np.int64),
            "item": item,
            "category": spread(cells["category"], 1),
            "band": spread(cells["band"], 1),
            "ethnicity": spread(ethnicities, 2),
            "value": np.asarray(values, dtype=np.float64).reshape(shape).ravel(),
            "route": route,
            "basis": spread(np.broadcast_to(np.array(basis, dtype=object), len(years)), 0),
            "status": str(Status.OK),
        }
    )


def category_cells(*categories: str) -> pd.DataFrame:
    """Cells of whole categories, not split by band."""
    return pd.DataFrame({"category": list(categories), "band": ""})


def with_text_values(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with ``value`` as it is written in a file: a number without idle decimals, or a mark."""
    written = rows["value"].map("{:.10g}".format)
    for status, mark in MARKS.items():
        written = written.mask(rows["status"] == status, mark)
    return rows.assign(value=written)[list(COLUMNS)]
