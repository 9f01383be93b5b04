"""The marks of a sheet on paper: each kind of trace that the screen draws, and no other."""

from collections.abc import Callable, Iterable
from itertools import repeat
from typing import Any

from equality.charts.paper.ink import CIRCLE, Fill, Ink, Layer
from equality.charts.paper.sheet import Plane
from equality.charts.paper.words import unmarked
from equality.charts.screen.marks import Stroke, Trace
from equality.charts.screen.text import Anchor, TextStyle

SIDES: dict[str, Anchor] = {"middle right": "left", "middle left": "right", "middle center": "centre"}
"""The side of the words that lies at their place, by what the screen calls it."""


def draw_trace(ink: Ink, plane: Plane, trace: Trace) -> None:
    """Put one trace on the paper. Raises KeyError for a kind that the screen's pictures do not use."""
    kind = trace["type"] if trace["type"] == "bar" else trace["mode"]
    DRAWN[kind](ink, plane, trace)


def _draw_line(ink: Ink, plane: Plane, trace: Trace) -> None:
    places = [plane.at(x, y) for x, y in zip(trace["x"], trace["y"], strict=True)]
    pen = stroke(trace["line"])
    if places and trace.get("fill"):
        ink.area(places, Fill(trace["fillcolor"]), Layer.MARKS, plane.box)
    elif places and pen:
        ink.line(places, pen, Layer.MARKS, plane.box)


def stroke(pen: dict[str, Any]) -> Stroke | None:
    """A line's look from the screen's words for it; None for one that is not seen."""
    if not pen.get("width"):
        return None
    return Stroke(pen["color"], pen["width"], pen.get("dash", "solid"))


def _draw_dots(ink: Ink, plane: Plane, trace: Trace) -> None:
    look = trace["marker"]
    fill = Fill(look["color"], stroke(look.get("line", {})))
    sizes, seen = _each(look["size"]), _each(look.get("opacity", 1))
    for x, y, size, shown in zip(trace["x"], trace["y"], sizes, seen, strict=False):
        if shown and plane.has_place_for(x, y):
            ink.dot(plane.at(x, y), size, fill, Layer.MARKS, look.get("symbol", CIRCLE))


def _each(given: float | list[float]) -> Iterable[float]:
    return given if isinstance(given, list) else repeat(given)


def _draw_words(ink: Ink, plane: Plane, trace: Trace) -> None:
    looks = trace["textfont"]
    rows = zip(trace["x"], trace["y"], trace["text"], trace["textposition"], looks["size"], looks["color"], strict=True)
    for x, y, marked, position, size, colour in rows:
        lines, bold = unmarked(marked)
        ink.words(plane.at(x, y), lines, TextStyle(size, colour, SIDES[position], bold))


def _draw_bars(ink: Ink, plane: Plane, trace: Trace) -> None:
    look, half = trace["marker"], trace["width"] / 2
    fill = Fill(look["color"], stroke(look["line"]), hatched="pattern" in look)
    for middle, length, base in zip(trace["y"], trace["x"], trace["base"], strict=True):
        if length:
            corners = ((base, -half), (base + length, -half), (base + length, half), (base, half))
            ink.area([plane.at(x, middle + y) for x, y in corners], fill, Layer.MARKS)


DRAWN: dict[str, Callable[[Ink, Plane, Trace], None]] = {
    "lines": _draw_line,
    "markers": _draw_dots,
    "text": _draw_words,
    "bar": _draw_bars,
}
