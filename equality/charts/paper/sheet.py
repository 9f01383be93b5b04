"""Where things lie on a sheet that was laid out for the screen: its axes, in pixels of the paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import log10
from typing import Any

from equality.charts.screen.canvas import Box

Layout = Mapping[str, Any]
FAR_BELOW = -1.0
"""Where a line to zero leads on a logarithmic axis, counted in lengths of the axis: out of the panel."""


@dataclass(frozen=True)
class Axis:
    """One direction of a panel: the pixel at which it starts, its length (negative upwards), and its range."""

    start: float
    length: float
    low: float
    high: float
    logarithmic: bool

    def px(self, value: float) -> float:
        """The pixel at which a value lies."""
        return self.start + self._fraction(value) * self.length

    def holds(self, value: float) -> bool:
        """Whether the value lies between the ends of the axis."""
        return 0 <= self._fraction(value) <= 1

    def has_place_for(self, value: float) -> bool:
        """Whether the value has a place at all: zero has none on a logarithmic axis."""
        return value > 0 or not self.logarithmic

    def _fraction(self, value: float) -> float:
        if not self.has_place_for(value):
            return FAR_BELOW
        if self.high == self.low:
            return 0.0  # a sheet of no height: nothing was described
        here = log10(value) if self.logarithmic else value
        return (here - self.low) / (self.high - self.low)


@dataclass(frozen=True)
class Plane:
    """A pair of axes, one across and one up."""

    across: Axis
    up: Axis

    def at(self, x: float, y: float) -> tuple[float, float]:
        """The place in pixels of a pair of values."""
        return self.across.px(x), self.up.px(y)

    def has_place_for(self, x: float, y: float) -> bool:
        """Whether both values have a place on their axes."""
        return self.across.has_place_for(x) and self.up.has_place_for(y)

    @property
    def box(self) -> Box:
        """The rectangle between the ends of both axes."""
        across, up = self.across, self.up
        return Box(across.start, up.start + up.length, across.start + across.length, up.start)


def plane(layout: Layout, content: Box, across: str, up: str) -> Plane:
    """The plane of two axes as marks name them ("x2", "y2"), of a sheet that fills `content`."""
    x, y = layout[f"xaxis{across[1:]}"], layout[f"yaxis{up[1:]}"]
    left, right = (content.left + part * content.width for part in x["domain"])
    bottom, top = (content.bottom - part * content.height for part in y["domain"])
    return Plane(_axis(left, right - left, x), _axis(bottom, top - bottom, y))


def _axis(start: float, length: float, described: Layout) -> Axis:
    low, high = described["range"]
    return Axis(start, length, low, high, described.get("type") == "log")


def panel_numbers(layout: Layout) -> list[str]:
    """The numbers of the panels' axes, in order; the sheet's own axes have none."""
    return [key.removeprefix("xaxis") for key in layout if key.startswith("xaxis") and key != "xaxis"]
