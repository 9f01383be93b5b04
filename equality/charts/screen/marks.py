"""Marks that several pictures share: lines, dots, intervals and bands, each as a Plotly trace or shape."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from equality.charts.descriptions import Role
from equality.charts.palette import Palette
from equality.charts.screen.text import marked_up

Trace = dict[str, Any]
Point = tuple[float, float]
Dash = Literal["solid", "6px,4px", "2px,3px"]
DASHED: Dash = "6px,4px"
DOTTED: Dash = "2px,3px"


@dataclass(frozen=True)
class Stroke:
    """How a line is drawn: colour, width in pixels, dash."""

    colour: str
    width: float = 2.0
    dash: Dash = "solid"


def role_colour(role: Role, palette: Palette) -> str:
    """The colour of a role's line or dot."""
    colours = {
        "white": palette.white_line,
        "unknown": palette.unknown,
        "workforce": palette.target,
        "england": palette.england,
        "peer": palette.unknown,
        "community": palette.community,
        "target": palette.target,
    }
    return colours.get(role, palette.bme)


def role_text_colour(role: Role, palette: Palette) -> str:
    """The colour in which a role's label is written: greys are too faint for words."""
    return palette.muted if role in {"white", "unknown", "peer"} else role_colour(role, palette)


def line(points: Sequence[Point], stroke: Stroke) -> Trace:
    """A line through the points, without markers or hover."""
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [x for x, _ in points],
        "y": [y for _, y in points],
        "line": {"color": stroke.colour, "width": stroke.width, "dash": stroke.dash},
        "hoverinfo": "skip",
    }


def cased(points: Sequence[Point], stroke: Stroke, ground: str) -> list[Trace]:
    """A line on a strip of the ground, so that it stands off from the areas and lines that it crosses."""
    return [line(points, Stroke(ground, stroke.width + 2.5)), line(points, stroke)]


def dots(points: Sequence[Point], marker: dict[str, Any], hovers: Sequence[str] = ()) -> Trace:
    """Markers at the points; with hovers (one a point) their words are shown on pointing."""
    trace: Trace = {
        "type": "scatter",
        "mode": "markers",
        "x": [x for x, _ in points],
        "y": [y for _, y in points],
        "marker": marker,
        "cliponaxis": False,
    }
    if not any(hovers):
        return trace | {"hoverinfo": "skip"}
    return trace | {"hovertext": [marked_up(words) for words in hovers], "hovertemplate": "%{hovertext}<extra></extra>"}


def dot_marker(colour: str, size: float) -> dict[str, Any]:
    """A filled dot."""
    return {"color": colour, "size": size, "line": {"width": 0}}


def hollow_marker(colour: str, size: float, ground: str) -> dict[str, Any]:
    """A ring: a value by itself, of another source than the line."""
    return {"color": ground, "size": size, "line": {"color": colour, "width": 2}}


def band(intervals: Sequence[tuple[float, float, float]], colour: str) -> Trace:
    """The area between the lower and upper values of (x, lower, upper)."""
    xs = [x for x, _, _ in intervals]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [*xs, *reversed(xs)],
        "y": [*(low for _, low, _ in intervals), *(high for _, _, high in reversed(intervals))],
        "fill": "toself",
        "fillcolor": colour,
        "line": {"width": 0},
        "hoverinfo": "skip",
    }
