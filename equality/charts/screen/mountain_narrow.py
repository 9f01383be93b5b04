"""The mountain on a telephone: a row a band, name and staff at the left, its share, and what is short at the right."""

from collections.abc import Sequence

from equality.charts.descriptions import Mountain, MountainRow
from equality.charts.palette import LIGHT, Palette
from equality.charts.screen.canvas import WIDTH, Box, Canvas, Figure, Panel
from equality.charts.screen.key import KeyItem, draw_key, key_height
from equality.charts.screen.mountain_marks import (
    draw_bars,
    draw_reference_labels,
    draw_reference_lines,
    draw_shares,
    mountain_key,
    reference_lanes,
    row_places,
    rows_high,
    share_scale,
    widest,
)
from equality.charts.screen.scales import Scale
from equality.charts.screen.text import TextStyle, wrapped

HEAD = 58.0
PITCH = 54.0
LINE = 16.0
BARS = (98.0, 152.0)
SHARES = (164.0, 268.0)
NAME_SIZE = 14.0
SMALL = 12.5


def mountain_narrow_height(description: Mountain) -> float:
    """The pixels that the picture takes."""
    panel = _share_panel(Canvas(LIGHT, WIDTH["narrow"], 1), description)
    lane_count = 1 + max((lane for _, lane in reference_lanes(panel, description.lines, 13)), default=-1)
    key = key_height(_key(description), WIDTH["narrow"])
    return HEAD + rows_high(description.rows) * _pitch(description) + 28 + lane_count * 18 + 10 + key


def draw_mountain_narrow(description: Mountain, palette: Palette) -> Figure:
    """The picture, 350 pixels wide."""
    canvas = Canvas(palette, WIDTH["narrow"], mountain_narrow_height(description))
    places = row_places(description.rows)
    bars = _bar_panel(canvas, description)
    shares = _share_panel(canvas, description)
    draw_bars(bars, description, places, thickness=0.6)
    draw_reference_lines(shares, description.lines, palette)
    draw_shares(shares, description, places, palette)
    for row, place in zip(description.rows, places, strict=True):
        _write_row(shares, row, shares.y_px(place))
    _write_heads(canvas, description)
    draw_reference_labels(canvas, shares, description.lines, 13)
    key = _key(description)
    draw_key(canvas, key, 0, canvas.height - key_height(key, WIDTH["narrow"]))
    return canvas.figure()


def _bottom(description: Mountain) -> float:
    return HEAD + max(rows_high(description.rows), 1) * _pitch(description)


def _bar_panel(canvas: Canvas, description: Mountain) -> Panel:
    half = widest(description.rows) / 2
    box = Box(BARS[0], HEAD, BARS[1], _bottom(description))
    return canvas.panel(box, Scale(-half, half, grid=False), _rows_scale(description))


def _share_panel(canvas: Canvas, description: Mountain) -> Panel:
    box = Box(SHARES[0], HEAD, SHARES[1], _bottom(description))
    return canvas.panel(box, share_scale(description, most=4), _rows_scale(description))


def _rows_scale(description: Mountain) -> Scale:
    return Scale(max(rows_high(description.rows), 1), 0, grid=False)


def _write_row(shares: Panel, row: MountainRow, middle: float) -> None:
    canvas, palette = shares.sheet, shares.sheet.palette
    name = TextStyle(NAME_SIZE, palette.text, bold=True)
    small = TextStyle(SMALL, palette.muted)
    lines = [(part, name) for part in _label_lines(row)] + [(row.headcount_label, small)] * bool(row.headcount_label)
    _write_lines(canvas, 0, middle, lines)
    if row.share_pct is None:
        words = wrapped(row.status_words, canvas.width - shares.box.left - 4, small)
        canvas.plate(shares.box.left + 4, middle, words, small)
        return
    _write_lines(canvas, canvas.width - 1, middle, _figures(row, palette))


def _write_lines(canvas: Canvas, left: float, middle: float, lines: Sequence[tuple[str, TextStyle]]) -> None:
    for index, (words, style) in enumerate(lines):
        canvas.text(left, middle + (index - (len(lines) - 1) / 2) * LINE, words, style)


def _label_lines(row: MountainRow) -> list[str]:
    return wrapped(row.label, BARS[0] - 4, TextStyle(NAME_SIZE, "", bold=True)).split("\n")


def _pitch(description: Mountain) -> float:
    most = max((len(_label_lines(row)) + 1 for row in description.rows), default=1)
    return max(PITCH, most * LINE + 6)


def _figures(row: MountainRow, palette: Palette) -> Sequence[tuple[str, TextStyle]]:
    value = TextStyle(15, palette.text, "right", bold=True)
    gap = TextStyle(SMALL, palette.text, "right")
    short = TextStyle(SMALL, palette.text if row.short_strong else palette.muted, "right", bold=row.short_strong)
    lines = ((row.value_label, value), (row.gap_label, gap), (row.short_text, short))
    return [(words, style) for words, style in lines if words]


def _write_heads(canvas: Canvas, description: Mountain) -> None:
    style = TextStyle(SMALL, canvas.palette.muted)
    canvas.text(0, 18, wrapped(description.bars_heading, 100, style), style)
    heads = (description.share_heading, description.gap_heading, description.short_heading)
    for index, words in enumerate(heads):
        canvas.text(canvas.width - 1, 8 + index * 16, words, style.at("right"))


def _key(description: Mountain) -> list[KeyItem]:
    """The key, with the marked step named in it: there is no room beside the line."""
    step = description.emphasised_step
    named = [KeyItem("step", step.words)] if step and step.words else []
    return [*mountain_key(description), *named]
