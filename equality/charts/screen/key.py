"""The one line that says what the marks are, below a picture whose marks have no room for names."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from equality.charts.palette import Palette
from equality.charts.screen.canvas import Canvas
from equality.charts.screen.marks import DASHED, Stroke
from equality.charts.screen.text import TextStyle, marked_up, text_width

Area = Literal["bme", "white", "unknown", "fan", "range", "here"]
Line = Literal["bme_line", "interval", "bounds", "england", "target", "step"]
Swatch = Area | Line | Literal["none"]

SWATCH_WIDTH = {"bme": 14, "white": 14, "unknown": 14, "none": -6}
LINE_WIDTH = 26
GAP = 20
LINE_HEIGHT = 20


@dataclass(frozen=True)
class KeyItem:
    """A swatch and its words."""

    swatch: Swatch
    words: str


@dataclass(frozen=True)
class _Placed:
    item: KeyItem
    left: float
    line: int


def key_height(items: Sequence[KeyItem], width: float, size: float = 13) -> float:
    """The pixels that the key takes when its lines may be `width` long."""
    placed = _placed(items, width, size)
    return (max((place.line for place in placed), default=-1) + 1) * LINE_HEIGHT


def draw_key(canvas: Canvas, items: Sequence[KeyItem], left: float, top: float, size: float = 13) -> None:
    """Write the key from (left, top) on; it keeps its size when the page stretches."""
    for place in _placed(items, canvas.width - left, size):
        middle = top + (place.line + 0.5) * LINE_HEIGHT
        anchor = {"xanchor": left, "yanchor": middle}
        canvas.shapes.extend(anchor | shape for shape in _swatch(place, canvas.palette))
        canvas.annotations.append(_words(place, left, middle, TextStyle(size, canvas.palette.muted)))


def _placed(items: Sequence[KeyItem], width: float, size: float) -> list[_Placed]:
    placed, left, line = [], 0.0, 0
    for item in items:
        needed = _swatch_width(item.swatch) + 6 + text_width(item.words, TextStyle(size, ""))
        if left and left + needed > width:
            left, line = 0.0, line + 1
        placed.append(_Placed(item, left, line))
        left += needed + GAP
    return placed


def _swatch_width(swatch: Swatch) -> float:
    return SWATCH_WIDTH.get(swatch, LINE_WIDTH)


def _words(place: _Placed, left: float, middle: float, style: TextStyle) -> dict[str, Any]:
    return {
        "text": marked_up(place.item.words),
        "x": left,
        "y": middle,
        "xref": "x",
        "yref": "y",
        "xshift": place.left + _swatch_width(place.item.swatch) + 6,
        "xanchor": "left",
        "yanchor": "middle",
        "showarrow": False,
        "font": {"size": style.size, "color": style.colour},
    }


def _swatch(place: _Placed, palette: Palette) -> list[dict[str, Any]]:
    left, swatch = place.left, place.item.swatch
    right = left + _swatch_width(swatch)
    areas = {"bme": palette.bme, "white": palette.white_fill, "unknown": palette.ground}
    fills = {"fan": palette.likely_fill, "range": palette.range_fill}
    if swatch in areas:
        outline = palette.bme if swatch == "bme" else palette.unknown
        box = _area(left, right, 6.5, areas[swatch], outline)
        return [box, *_hatching(left, palette.unknown)] if swatch == "unknown" else [box]
    if swatch in fills:
        return [_area(left, right, 6, fills[swatch], fills[swatch])]
    if swatch == "here":
        area = _area(left, right, 6, palette.interval_fill, palette.interval_fill)
        return [area, _line(left, right, Stroke(palette.bme, 3))]
    return _lines(swatch, left, right, palette)


def _lines(swatch: Swatch, left: float, right: float, palette: Palette) -> list[dict[str, Any]]:
    strokes = {
        "interval": Stroke(palette.whisker, 3),
        "bme_line": Stroke(palette.bme, 3),
        "bounds": Stroke(palette.unknown, 1),
        "step": Stroke(palette.emphasis, 4),
        "england": Stroke(palette.england, 2, DASHED),
        "target": Stroke(palette.target, 2, DASHED),
    }
    if swatch not in strokes:
        return []
    drawn = [_line(left, right, strokes[swatch])]
    ends = (left, right) if swatch == "bounds" else ()
    return drawn + [_line(end, end, strokes[swatch], 3.5) for end in ends]


def _pixels() -> dict[str, Any]:
    return {"xref": "x", "yref": "y", "xsizemode": "pixel", "ysizemode": "pixel"}


def _area(left: float, right: float, half: float, fill: str, outline: str) -> dict[str, Any]:
    sides = {"x0": left, "x1": right, "y0": -half, "y1": half}
    return _pixels() | sides | {"type": "rect", "fillcolor": fill, "line": {"color": outline, "width": 1}}


def _line(left: float, right: float, stroke: Stroke, half: float = 0.0) -> dict[str, Any]:
    pen = {"color": stroke.colour, "width": stroke.width, "dash": stroke.dash}
    return _pixels() | {"type": "line", "x0": left, "x1": right, "y0": -half, "y1": half, "line": pen}


def _hatching(left: float, colour: str) -> list[dict[str, Any]]:
    slants = ((0, -1, 5.5, 5.5), (0, 6, 0.5, 6.5), (1.5, -6.5, 13, 5), (7.5, -6.5, 14, 0))
    pen = {"color": colour, "width": 1}
    return [
        _pixels() | {"type": "line", "x0": left + x0, "x1": left + x1, "y0": -y0, "y1": -y1, "line": pen}
        for x0, y0, x1, y1 in slants
    ]
