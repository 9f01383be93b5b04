"""Values with their intervals, one a row: parts of an organisation, organisations, disparity ratios."""

from dataclasses import dataclass
from typing import Literal

from equality.charts.descriptions.common import Description, ReferenceLine, Role


@dataclass(frozen=True, kw_only=True)
class IntervalRow:
    """One value and its interval. Without a value, `words` says why; with one, it stands at the row's end."""

    label: str
    value: float | None = None
    lower: float | None = None
    upper: float | None = None
    role: Role = "here"
    value_label: str = ""
    words: str = ""
    strong: bool = False
    hover: str = ""


@dataclass(frozen=True, kw_only=True)
class DotInterval(Description):
    """Rows from the top down, on one axis: logarithmic for ratios. `band` is the range treated as non-adverse."""

    rows: tuple[IntervalRow, ...]
    unit: Literal["ratio", "percent", "points"] = "ratio"
    value_heading: str = ""
    words_heading: str = ""
    parity: float | None = None
    parity_label: str = ""
    band: tuple[float, float] | None = None
    band_label: str = ""
    lines: tuple[ReferenceLine, ...] = ()
