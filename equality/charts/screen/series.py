"""An indicator's years on a panel: bands, lines with their breaks, points of other sources, labels at the ends."""

from collections.abc import Iterable, Sequence

from equality.charts.descriptions import Role, Series, TrendPanel
from equality.charts.palette import Palette
from equality.charts.screen.canvas import Panel
from equality.charts.screen.marks import (
    DASHED,
    Stroke,
    Trace,
    band,
    cased,
    dot_marker,
    dots,
    hollow_marker,
    line,
    role_colour,
    role_text_colour,
)
from equality.charts.screen.placing import spread
from equality.charts.screen.scales import Scale, linear_scale, ratio_scale
from equality.charts.screen.text import TextStyle, text_width

LABEL_GAP = 9.0
OWN: tuple[Role, ...] = ("bme", "here", "board")
"""Roles drawn as the finding: dark, thick, ending in a dot; all others are what it is compared with."""


def series_values(panels: Iterable[TrendPanel]) -> list[float]:
    """Every value drawn on the panels."""
    return [value for panel in panels for series in panel.series for segment in series.segments for _, value in segment]


def series_bounds(panels: Iterable[TrendPanel]) -> list[float]:
    """Every end of an interval drawn on the panels."""
    runs = [run for panel in panels for series in panel.series for run in series.intervals]
    return [end for run in runs for _, lower, upper in run for end in (lower, upper)]


def series_years(panels: Iterable[TrendPanel]) -> list[int]:
    """Every year of which the panels draw a value."""
    return [year for panel in panels for series in panel.series for segment in series.segments for year, _ in segment]


def value_scale(panels: Sequence[TrendPanel], length: float, most: int = 4) -> Scale:
    """One axis for panels that share a scale: logarithmic about 1 for ratios, from zero for the others."""
    values, bounds = series_values(panels), series_bounds(panels)
    if panels[0].unit == "ratio":
        return ratio_scale(values, bounds, length=length)
    ceiling = 100.0 if panels[0].unit == "percent" else None
    reach = max([abs(value) for value in values], default=1) * 1.5
    kept = [bound for bound in bounds if abs(bound) <= reach]
    return linear_scale([*values, *kept], most, ceiling=ceiling)


def draw_comparisons(panel: Panel, content: TrendPanel, palette: Palette) -> None:
    """What lies beneath the lines: the range treated as non-adverse, intervals, and the line of parity."""
    if content.band:
        low, high = (panel.y.clipped(end) for end in content.band)
        sides = {"x0": panel.x.low, "x1": panel.x.high, "y0": low, "y1": high}
        panel.shape({"type": "rect", "fillcolor": palette.range_fill, "line": {"width": 0}} | sides)
    for series in content.series:
        for run in series.intervals:
            _draw_interval(panel, series, run)
    if content.parity is not None:
        ends = [(panel.x.low, content.parity), (panel.x.high, content.parity)]
        panel.add(line(ends, Stroke(palette.target, 1)))


def _draw_interval(panel: Panel, series: Series, run: Sequence[tuple[int, float, float]]) -> None:
    palette = panel.sheet.palette
    if len(run) > 1:
        panel.add(band(run, palette.interval_fill if series.role in OWN else palette.range_fill))
        return
    for year, lower, upper in run:
        ends = [(year, panel.y.clipped(lower)), (year, panel.y.clipped(upper))]
        stroke = Stroke(palette.whisker if series.role in OWN else palette.white_line, 3)
        for trace in cased(ends, stroke, palette.ground):
            panel.add(trace)


def draw_series(panel: Panel, content: TrendPanel, dot: float) -> None:
    """The lines, those compared with first; `dot` is the size of the marker that ends the finding's line."""
    for series in sorted(content.series, key=lambda each: each.role in OWN):
        for segment in series.segments:
            for trace in _segment(panel, series, segment):
                panel.add(trace)
        for trace in _markers(panel, series, dot):
            panel.add(trace)


def _segment(panel: Panel, series: Series, segment: Sequence[tuple[int, float]]) -> list[Trace]:
    palette = panel.sheet.palette
    if len(segment) < 2:
        return []
    if series.role == "england":
        return [line(segment, Stroke(palette.england, 2, DASHED))]
    stroke = Stroke(_colour(series, palette), 2.75 if series.role in OWN else 2.25)
    return cased(segment, stroke, palette.ground) if series.role not in OWN else [line(segment, stroke)]


def _markers(panel: Panel, series: Series, dot: float) -> list[Trace]:
    """Every year can be pointed at; only lone years and the last of the finding's line are seen."""
    palette = panel.sheet.palette
    colour, hovers = _colour(series, palette), dict(series.hovers)
    last = max((year for segment in series.segments for year, _ in segment), default=None)
    every = [point for segment in series.segments for point in segment]
    lone = {segment[0][0] for segment in series.segments if len(segment) == 1}
    seen = [dot if _is_seen(series, year, lone, last) else 0 for year, _ in every]
    look = dot_marker(colour, dot) if series.role in OWN else hollow_marker(colour, dot, palette.ground)
    words = [hovers.get(year, "") for year, _ in every]
    marker = look | {"size": [max(size, dot) for size in seen], "opacity": [1 if size else 0 for size in seen]}
    return [dots(every, marker, words)] if every else []


def _is_seen(series: Series, year: int, lone: set[int], last: int | None) -> bool:
    return year in lone or (series.role in OWN and year == last)


def _colour(series: Series, palette: Palette) -> str:
    return palette.white_line if series.role == "workforce" else role_colour(series.role, palette)


def write_end_labels(panel: Panel, content: TrendPanel, size: float, parity_label: str = "") -> None:
    """Each line's name and value at the right, level with its end and apart from the others.

    A line by itself that ends early is named where it ends.
    """
    palette = panel.sheet.palette
    if not parity_label and len(content.series) == 1 and _write_beside_end(panel, content.series[0], size):
        return
    labels = [
        (_last(series), series.end_label, _label_style(series, palette, size))
        for series in content.series
        if series.end_label and series.segments
    ]
    if parity_label and content.parity is not None:
        labels.append((content.parity, parity_label, TextStyle(size - 1, palette.text)))
    wanted = [panel.y_px(panel.y.clipped(value)) for value, _, _ in labels]
    places = spread(wanted, size + 2.5, panel.box.top - 6, panel.box.bottom + 6)
    for (_, words, style), place in zip(labels, places, strict=True):
        panel.sheet.text(panel.box.right + LABEL_GAP, place, words, style)


def end_labels_width(content: TrendPanel, size: float, parity_label: str = "") -> float:
    """The pixels that the labels at the right of a panel take."""
    words = [(series.end_label, TextStyle(size, "", bold=series.role in OWN)) for series in content.series]
    return LABEL_GAP + max(text_width(label, style) for label, style in [*words, (parity_label, TextStyle(size, ""))])


def _write_beside_end(panel: Panel, series: Series, size: float) -> bool:
    style = _label_style(series, panel.sheet.palette, size)
    year, value = max(point for segment in series.segments for point in segment)
    left = panel.x_px(year) + LABEL_GAP
    if left + text_width(series.end_label, style) * 1.12 > panel.box.right:
        return False
    panel.text(left, panel.y_px(panel.y.clipped(value)), series.end_label, style)
    return True


def _last(series: Series) -> float:
    return max(point for segment in series.segments for point in segment)[1]


def _label_style(series: Series, palette: Palette, size: float) -> TextStyle:
    colour = palette.muted if series.role == "workforce" else role_text_colour(series.role, palette)
    return TextStyle(size, colour, bold=series.role in OWN)
