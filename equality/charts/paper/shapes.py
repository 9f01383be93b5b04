"""What else lies on a sheet: rectangles and lines beneath or above the marks, words on plates, grids and numbers."""

from collections.abc import Callable
from typing import Any

from equality.charts.paper.ink import Fill, Ink, Layer
from equality.charts.paper.marks import stroke
from equality.charts.paper.sheet import Layout, Plane
from equality.charts.paper.words import LEADING, measured, unmarked
from equality.charts.screen.marks import Stroke
from equality.charts.screen.text import Anchor, TextStyle

LAYERS = {"below": Layer.BELOW, "between": Layer.BETWEEN, "above": Layer.ABOVE}
ANCHORS: dict[str, Anchor] = {"left": "left", "right": "right", "center": "centre"}
INSET = 2.0
"""Pixels by which words on a plate stand in from the place that they are given."""

BESIDE, BENEATH = 6.0, 8.0
"""Pixels between an axis and its numbers, at its left and below it."""


def draw_shape(ink: Ink, plane: Plane, shape: dict[str, Any]) -> None:
    """A rectangle or a straight line; where its size is in pixels it keeps it."""
    across = _placed(shape, "x", plane.across.px, 1)
    down = _placed(shape, "y", plane.up.px, -1)
    (left, right), (top, bottom) = across, down
    layer, pen = LAYERS[shape.get("layer", "above")], stroke(shape["line"])
    if shape["type"] == "rect":
        corners = [(left, top), (right, top), (right, bottom), (left, bottom)]
        ink.area(corners, Fill(shape.get("fillcolor"), pen), layer)
    elif pen:
        ink.line([(left, top), (right, bottom)], pen, layer)


def _placed(shape: dict[str, Any], letter: str, px: Callable[[float], float], way: int) -> tuple[float, float]:
    """Both ends in one direction, in pixels; `way` is -1 where pixels count the other way than the shape's."""
    first, last = shape[f"{letter}0"], shape[f"{letter}1"]
    if shape.get(f"{letter}sizemode") == "pixel":
        anchor = px(shape[f"{letter}anchor"])
        return anchor + way * first, anchor + way * last
    return px(first), px(last)


def draw_plate(ink: Ink, plane: Plane, note: dict[str, Any]) -> None:
    """Words upon everything else, on a strip of the ground where they have one."""
    lines, bold = unmarked(note["text"])
    style = TextStyle(note["font"]["size"], note["font"]["color"], ANCHORS[note["xanchor"]], bold)
    across, middle = plane.at(note["x"], note["y"])
    across += note.get("xshift", 0) + {"left": INSET, "right": -INSET, "centre": 0}[style.anchor]
    if note.get("bgcolor") and any(lines):
        ink.area(_strip(across, middle, lines, style), Fill(note["bgcolor"]), Layer.PLATES)
    ink.words((across, middle), lines, style, Layer.PLATES)


def _strip(across: float, middle: float, lines: list[str], style: TextStyle) -> list[tuple[float, float]]:
    width = max(measured(line, style) for line in lines)
    half = len(lines) * style.size * LEADING / 2
    left = across - width * {"left": 0.0, "right": 1.0, "centre": 0.5}[style.anchor]
    ends = left - INSET, left + width + INSET
    return [(ends[0], middle - half), (ends[1], middle - half), (ends[1], middle + half), (ends[0], middle + half)]


def draw_axes(ink: Ink, plane: Plane, across: Layout, up: Layout) -> None:
    """The grid of a panel, and its numbers below it and at its left."""
    box = plane.box
    for value, words in _ticks(across, plane.across.holds):
        here = plane.across.px(value)
        _draw_grid(ink, across, (here, box.top), (here, box.bottom))
        style = _tick_style(across, "centre")
        ink.words((here, box.bottom + BENEATH + style.size / 2), [words], style)
    for value, words in _ticks(up, plane.up.holds):
        here = plane.up.px(value)
        _draw_grid(ink, up, (box.left, here), (box.right, here))
        ink.words((box.left - BESIDE, here), [words], _tick_style(up, "right"))


def _ticks(axis: Layout, holds: Callable[[float], bool]) -> list[tuple[float, str]]:
    named = zip(axis["tickvals"], axis["ticktext"], strict=True)
    return [(value, unmarked(marked)[0][0]) for value, marked in named if holds(value)]


def _tick_style(axis: Layout, anchor: Anchor) -> TextStyle:
    return TextStyle(axis["tickfont"]["size"], axis["tickfont"]["color"], anchor)


def _draw_grid(ink: Ink, axis: Layout, start: tuple[float, float], end: tuple[float, float]) -> None:
    if axis["showgrid"]:
        ink.line([start, end], Stroke(axis["gridcolor"], 1), Layer.GRID)
