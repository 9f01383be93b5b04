"""One indicator opened: its years large, with intervals, England, breaks, and what was done and when."""

from equality.charts.descriptions import Form, Trend
from equality.charts.palette import LIGHT, Palette
from equality.charts.screen.canvas import WIDTH, Box, Canvas, Figure, Panel
from equality.charts.screen.marks import DOTTED, Stroke, line
from equality.charts.screen.scales import BLANK, Scale, year_scale
from equality.charts.screen.series import (
    draw_comparisons,
    draw_series,
    end_labels_width,
    series_years,
    value_scale,
    write_end_labels,
)
from equality.charts.screen.small_panels import write_empty
from equality.charts.screen.text import TextStyle, text_width, wrapped

PLOT_HEIGHT = {"wide": 318.0, "narrow": 230.0}
LITTLE_HEIGHT = {"wide": 190.0, "narrow": 150.0}
LITTLE_YEARS = 2
"""So few years need no tall picture."""

LEFT = {"wide": 48.0, "narrow": 34.0}
LEAST_RIGHT = 60.0
LABEL_SIZE = {"wide": 16.0, "narrow": 14.0}
SLACK = {"wide": 1.12, "narrow": 1.0}
"""Words keep their size when the page is narrower than the design: their margin has this much room to spare."""

HEAD = 34.0
BREAK_LINE = 17.0
"""Pixels above the plot for the words at each break: a line of their own, as breaks may lie close together."""

FOOT = 50.0
LANE = 21.0


def trend_height(description: Trend, form: Form) -> float:
    """The pixels that the picture takes."""
    lanes = len(description.annotations) if form == "narrow" else _lane_count(description)
    return _top(description) + _plot_height(description, form) + FOOT + lanes * LANE


def _top(description: Trend) -> float:
    return HEAD + BREAK_LINE * len(description.breaks) + (8 if description.breaks else 0)


def _plot_height(description: Trend, form: Form) -> float:
    years = set(series_years([description.panel]))
    return (LITTLE_HEIGHT if len(years) <= LITTLE_YEARS else PLOT_HEIGHT)[form]


def draw_trend(description: Trend, palette: Palette, form: Form) -> Figure:
    """The picture as a plain Plotly figure."""
    canvas = Canvas(palette, WIDTH[form], trend_height(description, form))
    panel = _panel(canvas, description, form)
    _write_headings(panel, description)
    content = description.panel
    if content.empty_words:
        write_empty(panel, content.empty_words, palette)
        return canvas.figure()
    draw_comparisons(panel, content, palette)
    _draw_breaks(panel, description)
    draw_series(panel, content, 11 if form == "wide" else 9)
    write_end_labels(panel, content, LABEL_SIZE[form], description.parity_label if content.parity is not None else "")
    _write_band(panel, description)
    _write_annotations(panel, description, form)
    return canvas.figure()


def _panel(canvas: Canvas, description: Trend, form: Form) -> Panel:
    content = description.panel
    parity = description.parity_label if content.parity is not None else ""
    right = max(LEAST_RIGHT, end_labels_width(content, LABEL_SIZE[form], parity) * SLACK[form] + 4)
    top, tall = _top(description), _plot_height(description, form)
    box = Box(LEFT[form], top, WIDTH[form] - right, top + tall)
    up = BLANK if content.empty_words else value_scale([content], tall, 5)
    across = BLANK if content.empty_words else _year_axis(description, box)
    return canvas.panel(box, across, up)


def _year_axis(description: Trend, box: Box) -> Scale:
    years = [*series_years([description.panel]), *(year for year, _ in description.annotations)] or [0, 1]
    first, last = min(years), max(years)
    every = max(1, round(42 / (box.width / max(last - first, 1))))
    return year_scale([first, last], range(last, first - 1, -every), pad=0.3)


def _write_headings(panel: Panel, description: Trend) -> None:
    canvas, box = panel.sheet, panel.box
    style = TextStyle(14 if canvas.width > 500 else 13, canvas.palette.muted)
    words = wrapped(description.value_heading, canvas.width - 4, style)
    canvas.text(0, 8 + 9 * words.count("\n"), words, style)
    canvas.text(box.right, box.bottom + 34, description.year_heading, style.at("right"))


def _draw_breaks(panel: Panel, description: Trend) -> None:
    """A strip without grid or band before the year from which the definition changed, with words above it."""
    palette, canvas = panel.sheet.palette, panel.sheet
    for index, (year, words) in enumerate(description.breaks):
        middle = year - 0.5
        above = 9 + BREAK_LINE * (len(description.breaks) - 1 - index)
        strip = {"type": "rect", "x0": middle - 0.09, "x1": middle + 0.09, "y0": panel.y.low, "y1": panel.y.high}
        panel.shape(strip | {"fillcolor": palette.ground, "line": {"width": 0}, "layer": "between"})
        for edge in (middle - 0.09, middle + 0.09):
            panel.add(line([(edge, panel.y.low), (edge, panel.y.high)], Stroke(palette.unknown, 1, DOTTED)))
        style = TextStyle(13, palette.muted, "centre")
        half = text_width(words, style) / 2
        across = min(max(panel.x_px(middle), half), canvas.width - half)
        canvas.text(across, panel.box.top - above, words, style)


def _write_band(panel: Panel, description: Trend) -> None:
    if not description.panel.band:
        return
    low = panel.y.clipped(min(description.panel.band))
    style = TextStyle(13, panel.sheet.palette.muted)
    panel.text(panel.box.left + 6, panel.y_px(low) - 10, description.band_label, style)


def _lanes(description: Trend) -> list[int]:
    """On which line each annotation (in order of years) stands: below those whose stems its words would cross."""
    panel = _panel(Canvas(LIGHT, WIDTH["wide"], 1), description, "wide")
    style = TextStyle(14, "")
    lower: list[tuple[float, int]] = []
    for year, words in sorted(description.annotations, reverse=True):
        left = panel.x_px(year)
        end = left + text_width(words, style) + 16
        lower.append((left, 1 + max((lane for stem, lane in lower if stem < end), default=-1)))
    return [lane for _, lane in reversed(lower)]


def _lane_count(description: Trend) -> int:
    return max(_lanes(description), default=-1) + 1


def _write_annotations(panel: Panel, description: Trend, form: Form) -> None:
    """What happened in a year: a stem down from the axis to its words; on a telephone a list below."""
    canvas, palette, box = panel.sheet, panel.sheet.palette, panel.box
    style = TextStyle(14 if form == "wide" else 13, palette.text)
    lanes = _lanes(description) if form == "wide" else range(len(description.annotations))
    for (year, words), lane in zip(sorted(description.annotations), lanes, strict=True):
        middle = box.bottom + FOOT + (lane + 0.5) * LANE
        if form == "narrow":
            canvas.text(0, middle, f"{year}  {words}", style)
            continue
        stem = {"type": "line", "xref": "x", "yref": "y", "x0": panel.x_px(year), "x1": panel.x_px(year)}
        pen = {"color": palette.text, "width": 1.25}
        canvas.shapes.append(stem | {"y0": box.bottom + 24, "y1": middle + 7, "line": pen})
        canvas.text(panel.x_px(year) + 6, middle, words, style)
