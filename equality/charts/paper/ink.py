"""What is put on the paper: lines, areas, dots and words, at places in pixels from the upper left corner."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Literal

from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon, Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Transform

from equality.charts.paper.words import baselines, font
from equality.charts.screen.canvas import Box
from equality.charts.screen.marks import Stroke
from equality.charts.screen.text import TextStyle

Place = tuple[float, float]
Pattern = Literal["solid"] | tuple[float, tuple[float, ...]]
POINTS_PER_INCH = 72.0
DASHES = {"dot": "3px,3px"}
SYMBOLS = {"circle": "o", "triangle-right": ">", "triangle-left": "<"}
ALIGNMENTS = {"left": "left", "right": "right", "centre": "center"}
CIRCLE = "circle"


class Layer(IntEnum):
    """What lies upon what, from the ground up; within a layer, what is drawn later lies upon the earlier."""

    BELOW = 1
    GRID = 2
    BETWEEN = 3
    MARKS = 4
    ABOVE = 5
    PLATES = 6


@dataclass(frozen=True)
class Fill:
    """An area's colour, its outline, and whether it is hatched in the outline's colour."""

    colour: str | None
    outline: Stroke | None = None
    hatched: bool = False


@dataclass
class Ink:
    """Draws on a figure whose pixels are `inches` wide each and which is `height` of them high."""

    figure: Figure
    inches: float
    height: float
    drawn: int = field(default=0)

    @property
    def points(self) -> float:
        """How many points one pixel is."""
        return self.inches * POINTS_PER_INCH

    def line(self, places: Sequence[Place], stroke: Stroke, layer: Layer, within: Box | None = None) -> None:
        """A line through the places; no part of it is seen beyond `within`."""
        drawn = Line2D(
            [x for x, _ in places],
            [y for _, y in places],
            color=stroke.colour,
            linewidth=stroke.width * self.points,
            linestyle=_pattern(stroke),
            solid_capstyle="butt",
            dash_capstyle="butt",
            solid_joinstyle="round",
        )
        self._add(drawn, layer, within)

    def area(self, places: Sequence[Place], fill: Fill, layer: Layer, within: Box | None = None) -> None:
        """The area between the places, in their order."""
        shape = Polygon(list(places), closed=True, facecolor=fill.colour or "none", linewidth=0)
        if fill.outline:
            shape.set_edgecolor(fill.outline.colour)
            shape.set_linewidth(fill.outline.width * self.points)
            shape.set_linestyle(_pattern(fill.outline))
        if fill.hatched:
            shape.set_hatch("//////")
            shape.set_hatch_linewidth(self.points)
        self._add(shape, layer, within)

    def dot(self, place: Place, size: float, fill: Fill, layer: Layer, symbol: str = CIRCLE) -> None:
        """A mark so many pixels wide about the place."""
        drawn = Line2D([place[0]], [place[1]], linestyle="none", marker=SYMBOLS[symbol], markersize=size * self.points)
        drawn.set_markerfacecolor(fill.colour or "none")
        drawn.set_markeredgewidth(fill.outline.width * self.points if fill.outline else 0)
        drawn.set_markeredgecolor(fill.outline.colour if fill.outline else "none")
        self._add(drawn, layer)

    def words(self, place: Place, lines: Sequence[str], style: TextStyle, layer: Layer = Layer.MARKS) -> None:
        """Lines of words, their block's middle at the place's height, its side as the style says."""
        for line, baseline in zip(lines, baselines(len(lines), style.size, place[1]), strict=True):
            if line:
                self._add(self._text(place[0], baseline, line, style), layer)

    def _text(self, across: float, baseline: float, words: str, style: TextStyle) -> Text:
        set_in = font(style.size * self.points, bold=style.bold)
        side = ALIGNMENTS[style.anchor]
        return Text(
            across, baseline, words, color=style.colour, fontproperties=set_in, ha=side, va="baseline", parse_math=False
        )

    def _add(self, artist: Artist, layer: Layer, within: Box | None = None) -> None:
        self.drawn += 1
        artist.set_zorder(layer + self.drawn * 1e-6)
        artist.set_transform(self._pixels())
        self.figure.add_artist(artist)
        if within:
            frame = Rectangle((within.left, within.top), within.width, within.height, transform=self._pixels())
            artist.set_clip_path(frame)

    def _pixels(self) -> Transform:
        downwards = Affine2D().scale(self.inches, -self.inches).translate(0, self.height * self.inches)
        return downwards + self.figure.dpi_scale_trans


def _pattern(stroke: Stroke) -> Pattern:
    """The dash as Matplotlib counts it: in widths of the line."""
    if stroke.dash == "solid" or not stroke.width:
        return "solid"
    lengths = DASHES.get(stroke.dash, stroke.dash).split(",")
    return 0, tuple(float(length.removesuffix("px")) / stroke.width for length in lengths)
