"""Values with their intervals on one axis, a row each."""

from equality.charts.descriptions import DotInterval, Form, IntervalRow, ReferenceLine
from equality.charts.palette import LIGHT, Palette
from equality.charts.screen.canvas import WIDTH, Box, Canvas, Figure, Panel
from equality.charts.screen.key import KeyItem, draw_key, key_height
from equality.charts.screen.marks import Stroke, cased, dot_marker, dots, hollow_marker, line, role_colour
from equality.charts.screen.mountain_marks import draw_reference_labels, draw_reference_lines, reference_lanes
from equality.charts.screen.scales import Scale, linear_scale, ratio_scale
from equality.charts.screen.text import TextStyle, text_width, wrapped

RowStyles = tuple[TextStyle, TextStyle, TextStyle]
"""How a row's label, value and words are written."""

PITCH = 38.0
NARROW_PITCH = 68.0
STRIP = 42.0
"""Pixels at the top of a narrow row that belong to its words: no line runs through them."""

HEAD = 34.0
MOST_LABEL = 230.0
LABEL = TextStyle(15, "")
WORDS_WIDTH = 264.0


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
        _write_row(panel, row, place, form)
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
    left, right = 8.0, WIDTH[form] - 10
    if form == "wide":
        longest = max((text_width(row.label, LABEL) for row in description.rows), default=0)
        left = min(longest, MOST_LABEL) + 24
        right = WIDTH[form] - (80 + (WORDS_WIDTH if any(row.words for row in description.rows) else 0))
    box = Box(left, HEAD, right, HEAD + count * (PITCH if form == "wide" else NARROW_PITCH))
    return canvas.panel(box, _scale(description, box.width), Scale(count - 0.5, -0.5, grid=False))


def _scale(description: DotInterval, length: float) -> Scale:
    values = [row.value for row in description.rows if row.value is not None]
    bounds = [end for row in description.rows for end in (row.lower, row.upper) if end is not None]
    values += [reference.value for reference in description.lines]
    if description.unit == "ratio":
        return ratio_scale(values, bounds, length=length, spacing=36)
    ceiling = 100.0 if description.unit == "percent" else None
    return linear_scale([*values, *bounds], 6, ceiling=ceiling)


def _draw_band(panel: Panel, band: tuple[float, float]) -> None:
    low, high = (panel.x.clipped(end) for end in band)
    sides = {"x0": low, "x1": high, "y0": panel.y.low, "y1": panel.y.high}
    fill = {"fillcolor": panel.sheet.palette.range_fill, "line": {"width": 0}}
    panel.shape({"type": "rect"} | sides | fill)


def _draw_row(panel: Panel, row: IntervalRow, place: int) -> None:
    palette = panel.sheet.palette
    middle = place + (0.3 if panel.sheet.width < 500 else 0)
    if row.lower is not None and row.upper is not None:
        ends = [(panel.x.clipped(row.lower), middle), (panel.x.clipped(row.upper), middle)]
        stroke = Stroke(palette.whisker if row.role != "england" else palette.england, 3)
        for trace in cased(ends, stroke, palette.ground):
            panel.add(trace)
        for value, symbol, end in ((row.lower, "triangle-left", ends[0]), (row.upper, "triangle-right", ends[1])):
            if not panel.x.holds(value):
                panel.add(dots([end], {"color": palette.whisker, "size": 10, "symbol": symbol}))
    if row.value is not None:
        colour = role_colour(row.role, palette)
        look = dot_marker(colour, 12) if row.role != "england" else hollow_marker(colour, 10, palette.ground)
        panel.add(dots([(panel.x.clipped(row.value), middle)], look, [row.hover]))


def _write_row(panel: Panel, row: IntervalRow, place: int, form: Form) -> None:
    palette = panel.sheet.palette
    label = TextStyle(15 if form == "wide" else 14, palette.text, bold=row.strong)
    words = TextStyle(14 if form == "wide" else 13, palette.text if row.strong else palette.muted)
    value = TextStyle(15, palette.text, "right", bold=True)
    if form == "wide":
        _write_beside(panel, row, panel.y_px(place), (label, value, words))
    else:
        _write_above(panel, row, panel.y_px(place - 0.5), (label, value, words))


def _write_beside(panel: Panel, row: IntervalRow, middle: float, styles: RowStyles) -> None:
    canvas, edge = panel.sheet, panel.box.right
    label, value, words = styles
    canvas.text(0, middle, wrapped(row.label, MOST_LABEL + 10, label), label)
    if row.value is None:
        canvas.plate(panel.box.left + 4, middle, row.words, words)
        return
    canvas.text(edge + 66, middle, row.value_label, value)
    canvas.text(edge + 84, middle, wrapped(row.words, WORDS_WIDTH - 8, words), words)


def _write_above(panel: Panel, row: IntervalRow, top: float, styles: RowStyles) -> None:
    canvas = panel.sheet
    label, value, words = styles
    high = STRIP if row.value is not None else NARROW_PITCH
    sides = {"x0": 0, "x1": canvas.width, "y0": top, "y1": top + high}
    ground = {"type": "rect", "fillcolor": canvas.palette.ground, "line": {"width": 0}, "layer": "above"}
    canvas.shapes.append(ground | sides | {"xref": "x", "yref": "y"})
    canvas.plate(0, top + 13, row.label, label)
    canvas.plate(canvas.width, top + 13, row.value_label, value)
    canvas.plate(0, top + 31, wrapped(row.words, canvas.width, words), words)


def _write_heads(panel: Panel, description: DotInterval, form: Form) -> None:
    canvas, box = panel.sheet, panel.box
    style = TextStyle(14 if form == "wide" else 13, canvas.palette.muted)
    canvas.text(box.left if form == "wide" else 0, 10, description.value_heading, style)
    if form == "wide" and description.words_heading:
        canvas.text(box.right + 84, 10, description.words_heading, style)


def _key(description: DotInterval) -> list[KeyItem]:
    items = [KeyItem("interval", "95% interval")] if any(row.lower is not None for row in description.rows) else []
    if description.band and description.band_label:
        items.append(KeyItem("range", description.band_label))
    return items
