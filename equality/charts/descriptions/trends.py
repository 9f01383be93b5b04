"""An indicator through the years: small, nine together, or one opened."""

from dataclasses import dataclass
from typing import Literal

from equality.charts.descriptions.common import Description, Role

YearValue = tuple[int, float]
YearInterval = tuple[int, float, float]
YearWords = tuple[int, str]
Unit = Literal["ratio", "percent", "points"]


@dataclass(frozen=True, kw_only=True)
class Series:
    """One line. Each segment is years that may be joined; a break is the space between two segments.

    A segment of one year is a marker by itself. `intervals` has a run of (year, lower, upper) for each segment
    that has one, in any order. `hovers` gives the words of a year's point.
    """

    role: Role
    label: str
    segments: tuple[tuple[YearValue, ...], ...]
    intervals: tuple[tuple[YearInterval, ...], ...] = ()
    end_label: str = ""
    hovers: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class TrendPanel:
    """One indicator's years. `parity` is where there is no gap: 1 for a ratio, 0 for points.

    `band` is the range treated as non-adverse (0.80 to 1.25). Panels of one `scale_group` share an axis.
    `empty_words` takes the place of the marks.
    """

    title: str
    unit: Unit
    verdict: str = ""
    strong: bool = False
    series: tuple[Series, ...] = ()
    parity: float | None = None
    band: tuple[float, float] | None = None
    scale_group: str = ""
    empty_words: str = ""


@dataclass(frozen=True, kw_only=True)
class Trends(Description):
    """The indicators at a glance, in order. `key_words` are said once below them all."""

    panels: tuple[TrendPanel, ...]
    key_words: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Trend(Description):
    """One indicator, large. Annotations and breaks are (year, words); a break lies before its year."""

    panel: TrendPanel
    value_heading: str = ""
    year_heading: str = "WRES year"
    parity_label: str = "equal"
    band_label: str = "0.80 to 1.25"
    annotations: tuple[YearWords, ...] = ()
    breaks: tuple[YearWords, ...] = ()
