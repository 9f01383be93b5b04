"""Values with their intervals on one axis, a row each."""

from collections.abc import Iterable
from dataclasses import dataclass

from equality.charts.descriptions import DotInterval, Form, IntervalRow, ReferenceLine
from equality.charts.palette import LIGHT, Palette
from equality.charts.screen.canvas import WIDTH, Box, Canvas, Figure, Panel
from equality.charts.screen.key import KeyItem, draw_key, key_height
from equality.charts.screen.marks import Stroke, cased, dot_marker, dots, hollow_marker, line, role_colour
from equality.charts.screen.mountain_marks import (
    draw_arrows,
    draw_reference_labels,
    draw_reference_lines,
    reference_lanes,
    whisker_end,
)
from equality.charts.screen.scales import Scale, linear_scale, ratio_scale
from equality.charts.screen.text import TextStyle, balanced, text_width, wrapped

RowStyles = tuple[TextStyle, TextStyle, TextStyle]
"""How a row's label, value and words are written."""

PITCH = 38.0
LINE = 19.0
NARROW_PITCH = 68.0
NARROW_LINE = 17.0
STRIP = 42.0
"""Pixels at the top of a narrow row that belong to its words: no line runs through them."""

HEAD = 34.0
LABEL = TextStyle(15, "", bold=True)
WORDS = TextStyle(14, "")
MOST_LABEL, MOST_WORDS = 238.0, 222.0
LEAST_PLOT = 330.0
GAP = 20.0
SLACK = 1.12
"""Words keep their size when the page is narrower than the design: their column has this much room to spare."""

FAR = 0.6
"""How far beyond the values, in parts of what they span, an interval is let in before it is cut."""


@dataclass(frozen=True)
class Columns:
    """The widths of the words beside the plot, and how high the rows must be for them."""

    label: float
    value: float
    words: float
    pitch: float


def dot_interval_height(description: DotInterval, form: Form) -> float:
    """The pixels that the picture takes."""
    panel = _panel(Canvas(LIGHT, WIDTH[form], 1), description, form)
    lanes = max((lane for _, lane in reference_lanes(panel, _lines(description), 14)), default=-1) + 1
    return panel.box.bottom + 26 + lanes * 20 + 6 + key_height(_key(description), WIDTH[form])


def draw_dot_interval(description: DotInterval, palette: Palette, form: Form) -> Figure:
    """The picture as a plain Plotly figure; on a telephone each row's words stand above its line."""
    canvas = Canvas(palette, WIDTH[form], dot_interval_height(description, form))
    panel = _panel(canvas, description, form)
    if description.band:
        _draw_band(panel, description.band)
    if description.parity is not None:
        ends = [(description.parity, panel.y.low), (description.parity, panel.y.high)]
        panel.add(line(ends, Stroke(palette.target, 1.5)))
    draw_reference_lines(panel, description.lines, palette)
    for place, row in enumerate(description.rows):
        _draw_row(panel, row, place)
    _write_rows(panel, description, form)
    _write_heads(panel, description, form)
    draw_reference_labels(canvas, panel, _lines(description), 14)
    key = _key(description)
    draw_key(canvas, key, 0, canvas.height - key_height(key, WIDTH[form]))
    return canvas.figure()


def _lines(description: DotInterval) -> list[ReferenceLine]:
    parity = []
    if description.parity is not None and description.parity_label:
        parity = [ReferenceLine(description.parity_label, description.parity, "target")]
    return [*parity, *description.lines]


def _panel(canvas: Canvas, description: DotInterval, form: Form) -> Panel:
    count = max(len(description.rows), 1)
    left, right, pitch = 8.0, WIDTH[form] - 10, NARROW_PITCH + _more(description)
    if form == "wide":
        columns = _columns(description)
        left = columns.label + GAP
        right = WIDTH[form] - sum(width + GAP for width in (columns.value, columns.words) if width)
        pitch = columns.pitch
    box = Box(left, HEAD, right, HEAD + count * pitch)
    return canvas.panel(box, _scale(description, box.width), Scale(count - 0.5, -0.5, grid=False))


def _columns(description: DotInterval) -> Columns:
    """As wide as the longest of each column, wrapped where the plot would become too small beside them."""
    rows = description.rows
    label = min(_longest((row.label for row in rows), LABEL), MOST_LABEL)
    value = max(
        _longest((row.value_label for row in rows), LABEL),
        _longest((row.words for row in rows if row.value is None), WORDS),
    )
    beside = [description.words_heading, *(row.words for row in rows if row.value is not None)]
    words = min(_longest(beside, WORDS), MOST_WORDS)
    if WIDTH["wide"] - SLACK * (label + value + words) - 3 * GAP < LEAST_PLOT:
        words = min(words, MOST_WORDS * 0.6)
    labels = [_lines_in(row.label, label, LABEL) for row in rows]
    lines = max([1, *labels, *(_lines_in(row.words, words, WORDS) for row in rows if row.value is not None)])
    return Columns(label * SLACK, value * SLACK, words * SLACK, max(PITCH, lines * LINE + 8))


def _longest(texts: Iterable[str], style: TextStyle) -> float:
    return max((text_width(words, style) for words in texts), default=0.0) + 1


def _lines_in(words: str, width: float, style: TextStyle) -> int:
    return wrapped(words, width, style).count("\n") + 1


def _scale(description: DotInterval, length: float) -> Scale:
    values = [row.value for row in description.rows if row.value is not None]
    bounds = [end for row in description.rows for end in (row.lower, row.upper) if end is not None]
    values += [reference.value for reference in description.lines]
    if description.unit == "ratio":
        return ratio_scale(values, bounds, length=length, spacing=36)
    ceiling = 100.0 if description.unit == "percent" else None
    low, high = min([0.0, *values]), max([5.0, *values])
    reach = (high - low) * FAR
    within = [min(max(bound, low - reach), high + reach) for bound in bounds]
    return linear_scale([*values, *within], 6, ceiling=ceiling)


def _draw_band(panel: Panel, band: tuple[float, float]) -> None:
    low, high = (panel.x.clipped(end) for end in band)
    sides = {"x0": low, "x1": high, "y0": panel.y.low, "y1": panel.y.high}
    fill = {"fillcolor": panel.sheet.palette.range_fill, "line": {"width": 0}}
    panel.shape({"type": "rect"} | sides | fill)


def _draw_row(panel: Panel, row: IntervalRow, place: int) -> None:
    palette = panel.sheet.palette
    middle = place + (0.3 if panel.sheet.width < 500 else 0)
    if row.lower is not None and row.upper is not None:
        ends = [(whisker_end(panel, end), middle) for end in (row.lower, row.upper)]
        stroke = Stroke(palette.whisker if row.role != "england" else palette.england, 3)
        for trace in cased(ends, stroke, palette.ground):
            panel.add(trace)
        draw_arrows(panel, (row.lower, row.upper), middle)
    if row.value is not None:
        colour = role_colour(row.role, palette)
        look = dot_marker(colour, 12) if row.role != "england" else hollow_marker(colour, 10, palette.ground)
        panel.add(dots([(panel.x.clipped(row.value), middle)], look, [row.hover]))


def _write_rows(panel: Panel, description: DotInterval, form: Form) -> None:
    columns = _columns(description)
    for place, row in enumerate(description.rows):
        styles = _styles(row, panel.sheet.palette, form)
        if form == "wide":
            _write_beside(panel, row, panel.y_px(place), styles, columns)
        else:
            _write_above(panel, row, panel.y_px(place - 0.5), styles, _more(description))


def _styles(row: IntervalRow, palette: Palette, form: Form) -> RowStyles:
    label = TextStyle(15 if form == "wide" else 14, palette.text, bold=row.strong)
    words = TextStyle(14 if form == "wide" else 13, palette.text if row.strong else palette.muted)
    return label, TextStyle(15, palette.text, "right", bold=True), words


def _write_beside(panel: Panel, row: IntervalRow, middle: float, styles: RowStyles, columns: Columns) -> None:
    canvas = panel.sheet
    label, value, words = styles
    end = panel.box.right + GAP + columns.value
    canvas.text(0, middle, balanced(row.label, columns.label / SLACK, label), label)
    if row.value is None:
        canvas.text(end, middle, row.words, words.at("right"))
        return
    canvas.text(end, middle, row.value_label, value)
    canvas.text(end + GAP, middle, wrapped(row.words, columns.words / SLACK, words), words)


def _more(description: DotInterval) -> float:
    """The pixels by which the rows of a narrow picture are higher because a label needs several lines."""
    lines = max((_label_above(row, LABEL).count("\n") for row in description.rows), default=0)
    return lines * NARROW_LINE


def _label_above(row: IntervalRow, style: TextStyle) -> str:
    beside = text_width(row.value_label, LABEL) + GAP / 2 if row.value_label else 0.0
    return balanced(row.label, WIDTH["narrow"] - beside, style)


def _write_above(panel: Panel, row: IntervalRow, top: float, styles: RowStyles, more: float) -> None:
    canvas = panel.sheet
    label, value, words = styles
    high = more + (STRIP if row.value is not None else NARROW_PITCH)
    broken = _label_above(row, LABEL)
    below = broken.count("\n") * NARROW_LINE
    sides = {"x0": 0, "x1": canvas.width, "y0": top, "y1": top + high}
    ground = {"type": "rect", "fillcolor": canvas.palette.ground, "line": {"width": 0}, "layer": "above"}
    canvas.shapes.append(ground | sides | {"xref": "x", "yref": "y"})
    canvas.plate(0, top + 13 + below / 2, broken, label)
    canvas.plate(canvas.width, top + 13, row.value_label, value)
    canvas.plate(0, top + 31 + below, wrapped(row.words, canvas.width, words), words)


def _write_heads(panel: Panel, description: DotInterval, form: Form) -> None:
    canvas, box = panel.sheet, panel.box
    style = TextStyle(14 if form == "wide" else 13, canvas.palette.muted)
    canvas.text(box.left if form == "wide" else 0, 10, description.value_heading, style)
    if form == "wide" and description.words_heading:
        canvas.text(box.right + _columns(description).value + 2 * GAP, 10, description.words_heading, style)


def _key(description: DotInterval) -> list[KeyItem]:
    items = [KeyItem("interval", "95% interval")] if any(row.lower is not None for row in description.rows) else []
    if description.band and description.band_label:
        items.append(KeyItem("range", description.band_label))
    return items
