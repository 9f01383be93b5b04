"""The mountain on a wide page: bars to scale, shares with intervals, and two columns of figures, row for row."""

from collections.abc import Sequence

from equality.charts.descriptions import Form, Mountain, MountainRow
from equality.charts.palette import LIGHT, Palette
from equality.charts.screen import mountain_narrow as narrow
from equality.charts.screen.canvas import WIDTH, Box, Canvas, Figure, Panel
from equality.charts.screen.key import draw_key, key_height
from equality.charts.screen.mountain_marks import (
    bounds_segments,
    draw_bars,
    draw_reference_labels,
    draw_reference_lines,
    draw_shares,
    mountain_key,
    obstacles,
    reference_lanes,
    row_places,
    rows_high,
    share_scale,
    step_points,
    widest,
)
from equality.charts.screen.placing import Segment, freest
from equality.charts.screen.scales import Scale
from equality.charts.screen.text import Anchor, TextStyle, text_width, wrapped

HEAD = 42.0
PITCH_RANGE = (26.0, 60.0)
ROWS_HEIGHT = 416.0
"""Pixels that the rows may take, so that title and picture fit a projector of 720."""

LABEL_SIZE = 15.0
HEAD_SIZE = 14.0
GAP_RIGHT = 854.0
SHORT_RIGHT = 996.0
SHARES_RIGHT = 784.0
SHARES_WIDTH = 304.0
ROOM = 1.32
"""How much wider a label may turn out, against the lines around it, on the narrowest page of this form."""

MOST_LABEL = 150.0
SLACK = 1.35
"""Words keep their size when the page is narrower than the design: their column has this much room to spare."""


def draw_mountain(description: Mountain, palette: Palette, form: Form) -> Figure:
    """The picture as a plain Plotly figure; a narrow one is laid out anew for a telephone."""
    if form == "narrow":
        return narrow.draw_mountain_narrow(description, palette)
    return _draw_wide(description, palette)


def mountain_height(description: Mountain, form: Form) -> float:
    """The pixels that the picture takes."""
    if form == "narrow":
        return narrow.mountain_narrow_height(description)
    return HEAD + rows_high(description.rows) * _pitch(description) + _foot(description)


def _pitch(description: Mountain) -> float:
    least, most = PITCH_RANGE
    return min(max(ROWS_HEIGHT / max(rows_high(description.rows), 1), least), most)


def _foot(description: Mountain) -> float:
    panel = _share_panel(Canvas(LIGHT, WIDTH["wide"], 1), description, 1)
    lane_count = 1 + max((lane for _, lane in reference_lanes(panel, description.lines, HEAD_SIZE)), default=-1)
    return 26 + lane_count * 18 + 8 + key_height(mountain_key(description), WIDTH["wide"])


def _draw_wide(description: Mountain, palette: Palette) -> Figure:
    canvas = Canvas(palette, WIDTH["wide"], mountain_height(description, "wide"))
    places = row_places(description.rows)
    bottom = HEAD + rows_high(description.rows) * _pitch(description)
    bars = _bar_panel(canvas, description, bottom)
    shares = _share_panel(canvas, description, bottom)
    draw_bars(bars, description, places)
    draw_reference_lines(shares, description.lines, palette)
    draw_shares(shares, description, places, palette)
    _write_values(shares, description, places)
    _write_columns(shares, description, places)
    _write_heads(bars, shares, description)
    draw_reference_labels(canvas, shares, description.lines, HEAD_SIZE)
    key = mountain_key(description)
    draw_key(canvas, key, 0, canvas.height - key_height(key, WIDTH["wide"]))
    return canvas.figure()


def _label_right(description: Mountain) -> float:
    style = TextStyle(LABEL_SIZE, "")
    longest = max((text_width(row.label, style) for row in description.rows), default=0)
    return min(max(longest * SLACK, 68), MOST_LABEL)


def _bar_panel(canvas: Canvas, description: Mountain, bottom: float) -> Panel:
    half = widest(description.rows) / 2
    right = SHARES_RIGHT - SHARES_WIDTH - 88
    box = Box(_label_right(description) + 14, HEAD, right, bottom)
    return canvas.panel(box, Scale(-half, half, grid=False), _rows_scale(description))


def _share_panel(canvas: Canvas, description: Mountain, bottom: float) -> Panel:
    box = Box(SHARES_RIGHT - SHARES_WIDTH, HEAD, SHARES_RIGHT, max(bottom, HEAD + 1))
    return canvas.panel(box, share_scale(description), _rows_scale(description))


def _rows_scale(description: Mountain) -> Scale:
    return Scale(max(rows_high(description.rows), 1), 0, grid=False)


def _write_values(panel: Panel, description: Mountain, places: Sequence[float]) -> None:
    palette = panel.sheet.palette
    style = TextStyle(LABEL_SIZE, palette.text, bold=True)
    lines = obstacles(panel, description, places)
    taken = bounds_segments(panel, description, places)
    for row, place in zip(description.rows, places, strict=True):
        if row.share_pct is None:
            words = TextStyle(HEAD_SIZE, palette.muted)
            panel.sheet.plate(panel.box.left + 6, panel.y_px(place), row.status_words, words)
        else:
            box = _value_box(panel, row, place, lines)
            leftwards = box.right <= panel.x_px(row.share_pct)
            middle = (box.top + box.bottom) / 2
            taken.append(Segment(box.left, middle + 5, box.right, middle + 5))
            panel.text(
                box.right - 2 if leftwards else box.left + 1, middle, row.value_label, style.at(_side(leftwards))
            )
    _write_step(panel, description, places, [*lines, *taken])


def _side(leftwards: bool) -> Anchor:
    return "right" if leftwards else "left"


def _value_box(panel: Panel, row: MountainRow, place: float, lines: Sequence[Segment]) -> Box:
    share = row.share_pct or 0.0
    width = text_width(row.value_label, TextStyle(LABEL_SIZE, "", bold=True)) * ROOM
    right = panel.x_px(panel.x.clipped(max(share, row.upper_pct or 0.0)))
    left = panel.x_px(panel.x.clipped(min(share, share if row.lower_pct is None else row.lower_pct)))
    dot, middle = panel.x_px(share), panel.y_px(place)
    right, left = max(right + 4, dot + 11), min(left - 4, dot - 11)
    starts = [right, left - width, right + 10, left - width - 10, right + 22, left - width - 22, right + 36]
    boxes = [Box(start - 1, middle - 7, start + width + 1, middle + 7) for start in starts]
    above = [Box(start, middle - 18, start + 2 + width, middle - 5) for start in (dot + 7, dot - 9 - width)]
    # Beside an interval that leaves the axis, the value would stand far from its dot.
    boxes = [*above, *boxes] if (row.upper_pct or 0.0) > panel.x.high else [*boxes, *above]
    room = Box(panel.box.left + 1, 0, panel.box.right + 16, 0)
    return boxes[freest(boxes, lines, room)]


def _write_step(panel: Panel, description: Mountain, places: Sequence[float], lines: Sequence[Segment]) -> None:
    points = step_points(description, places)
    if not points or description.emphasised_step is None or not description.emphasised_step.words:
        return
    style = TextStyle(HEAD_SIZE - 1, panel.sheet.palette.emphasis, bold=True)
    words = description.emphasised_step.words
    width = text_width(words, style)
    across = sum(panel.x_px(x) for x, _ in points) / 2
    down = sum(panel.y_px(y) for _, y in points) / 2
    reach = abs(panel.x_px(points[0][0]) - panel.x_px(points[1][0])) * 0.25 + 10
    sides = [(leftwards, reach + more) for more in (0, 10, 20, 34) for leftwards in (True, False)]
    starts = [across - away - width if leftwards else across + away for leftwards, away in sides]
    boxes = [Box(start, down - 5, start + width, down + 5) for start in starts]
    room = Box(panel.box.left + 1, 0, panel.box.right + 16, 0)
    leftwards, away = sides[freest(boxes, lines, room)]
    panel.text(across - away if leftwards else across + away, down, words, style.at(_side(leftwards)))


def _write_columns(shares: Panel, description: Mountain, places: Sequence[float]) -> None:
    canvas, palette = shares.sheet, shares.sheet.palette
    label = TextStyle(LABEL_SIZE, palette.text, "right")
    count = TextStyle(HEAD_SIZE, palette.muted, "right")
    for row, place in zip(description.rows, places, strict=True):
        middle = shares.y_px(place)
        canvas.text(_label_right(description), middle, wrapped(row.label, MOST_LABEL / SLACK, label), label)
        canvas.text(shares.box.left - 16, middle, row.headcount_label, count)
        canvas.text(GAP_RIGHT, middle, row.gap_label, label)
        strong = TextStyle(LABEL_SIZE, palette.text if row.short_strong else palette.muted, "right", row.short_strong)
        canvas.text(SHORT_RIGHT, middle, row.short_text, strong)


def _write_heads(bars: Panel, shares: Panel, description: Mountain) -> None:
    canvas = shares.sheet
    style = TextStyle(HEAD_SIZE, canvas.palette.muted, "right")
    for right, words, width in (
        (GAP_RIGHT, description.gap_heading, 90.0),
        (SHORT_RIGHT, description.short_heading, 100.0),
    ):
        lines = wrapped(words, width, style)
        canvas.text(right, 10 + 9 * lines.count("\n"), lines, style)
    middle = (bars.box.left + bars.box.right) / 2
    canvas.text(middle, 10, description.bars_heading, style.at("centre"))
    share_heading = wrapped(description.share_heading, 200, style)
    canvas.text(shares.box.left, 10 + 9 * share_heading.count("\n"), share_heading, style.at("left"))
