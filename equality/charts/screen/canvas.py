"""The sheet on which a picture is laid out: pixels of a design width, stretched with the page.

Words outside the panels stand on a page-wide axis of their own, in pixels; data stand on real axes, in their units.
"""

from dataclasses import dataclass, field
from typing import Any

from equality.charts.palette import FONT_FAMILY, Palette
from equality.charts.screen.scales import Scale
from equality.charts.screen.text import TextStyle, marked_up

Figure = dict[str, Any]
Trace = dict[str, Any]

WIDTH = {"wide": 1000.0, "narrow": 350.0}
"""The design width of each form, in pixels."""

EDGE = 0.003
"""The part of an axis that is added at each end, lest a line of the grid that lies there be cut off."""

ANCHORS = {"left": "left", "right": "right", "centre": "center"}
POSITIONS = {"left": "middle right", "right": "middle left", "centre": "middle center"}


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels from the upper left corner of the sheet."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass
class Panel:
    """A place on the sheet with two axes. `number` is that of its axes (the sheet's own are number 1)."""

    sheet: "Canvas"
    number: int
    box: Box
    x: Scale
    y: Scale
    words: list[tuple[float, float, str, TextStyle]] = field(default_factory=list)

    def x_px(self, value: float) -> float:
        """Pixels from the left of the sheet at which a value lies."""
        return self.box.left + self.x.fraction(value) * self.box.width

    def y_px(self, value: float) -> float:
        """Pixels from the top of the sheet at which a value lies."""
        return self.box.bottom - self.y.fraction(value) * self.box.height

    def add(self, trace: Trace) -> None:
        """Draw a trace on the panel's axes."""
        self.sheet.traces.append(trace | {"xaxis": f"x{self.number}", "yaxis": f"y{self.number}"})

    def shape(self, shape: dict[str, Any]) -> None:
        """Draw a shape, below the traces, on the panel's axes."""
        axes = {"xref": f"x{self.number}", "yref": f"y{self.number}", "layer": "below"}
        self.sheet.shapes.append(axes | shape)

    def text(self, x_px: float, y_px: float, words: str, style: TextStyle) -> None:
        """Write at a place given in pixels: above the marks within the panel, on the sheet beyond it."""
        box = self.box
        if box.left <= x_px <= box.right and box.top <= y_px <= box.bottom:
            self.words.append((x_px, y_px, words, style))
        else:
            self.sheet.text(x_px, y_px, words, style)

    def text_trace(self) -> Trace:
        """What was written within the panel, on its axes."""
        box = self.box
        xs = [self.x.value((x - box.left) / box.width) for x, _, _, _ in self.words]
        ys = [self.y.value((box.bottom - y) / box.height) for _, y, _, _ in self.words]
        axes = {"xaxis": f"x{self.number}", "yaxis": f"y{self.number}"}
        return axes | text_trace(xs, ys, [(words, style) for _, _, words, style in self.words])


@dataclass
class Canvas:
    """Collects what a picture holds, and gives it as a plain Plotly figure."""

    palette: Palette
    width: float
    height: float
    traces: list[Trace] = field(default_factory=list)
    shapes: list[dict[str, Any]] = field(default_factory=list)
    annotations: list[dict[str, Any]] = field(default_factory=list)
    panels: list[Panel] = field(default_factory=list)
    words: list[tuple[float, float, str, TextStyle]] = field(default_factory=list)

    def panel(self, box: Box, x: Scale, y: Scale) -> Panel:
        """A new panel at a place on the sheet."""
        panel = Panel(self, len(self.panels) + 2, box, x, y)
        self.panels.append(panel)
        return panel

    def text(self, x_px: float, y_px: float, words: str, style: TextStyle) -> None:
        """Write on the sheet; the height given is that of the middle of the words."""
        if words:
            self.words.append((x_px, y_px, words, style))

    def plate(self, x_px: float, y_px: float, words: str, style: TextStyle) -> None:
        """Write over the marks, on a strip of the ground that hides them behind the words."""
        placed = {"x": x_px, "y": y_px, "xref": "x", "yref": "y", "xanchor": ANCHORS[style.anchor], "yanchor": "middle"}
        look = {"showarrow": False, "align": "left", "bgcolor": self.palette.ground, "borderpad": 1}
        font = {"size": style.size, "color": style.colour}
        self.annotations.append(placed | look | {"text": marked_up(words, bold=style.bold), "font": font})

    def figure(self) -> Figure:
        """The figure as {"data", "layout"}: nothing in it moves, zooms or needs Plotly's Python."""
        inner = [panel.text_trace() for panel in self.panels if panel.words]
        return {"data": [self._sheet_trace(), *self.traces, *inner], "layout": self._layout()}

    def _sheet_trace(self) -> Trace:
        places = self.words or [(0.0, 0.0, "", TextStyle(1, self.palette.text))]
        inner = text_trace([p[0] for p in places], [p[1] for p in places], [(p[2], p[3]) for p in places])
        return {"xaxis": "x", "yaxis": "y"} | inner

    def _layout(self) -> dict[str, Any]:
        base: dict[str, Any] = {
            "height": self.height,
            "autosize": True,
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0, "autoexpand": False},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "font": {"family": FONT_FAMILY, "color": self.palette.text, "size": 14},
            "showlegend": False,
            "barmode": "overlay",
            "dragmode": False,
            "hovermode": "closest",
            "hoverlabel": self._hover_label(),
            "uirevision": "fixed",
            "shapes": self.shapes,
            "annotations": self.annotations,
            "xaxis": _sheet_axis([0, self.width]),
            "yaxis": _sheet_axis([self.height, 0]),
        }
        for panel in self.panels:
            base |= self._axes(panel)
        return base

    def _hover_label(self) -> dict[str, Any]:
        colours = self.palette
        font = {"family": FONT_FAMILY, "size": 14, "color": colours.text}
        return {"bgcolor": colours.ground, "bordercolor": colours.muted, "font": font, "align": "left"}

    def _axes(self, panel: Panel) -> dict[str, Any]:
        box, number = panel.box, panel.number
        across = [box.left / self.width, box.right / self.width]
        up = [1 - box.bottom / self.height, 1 - box.top / self.height]
        return {
            f"xaxis{number}": self._axis(panel.x, across, f"y{number}"),
            f"yaxis{number}": self._axis(panel.y, up, f"x{number}"),
        }

    def _axis(self, scale: Scale, domain: list[float], anchor: str) -> dict[str, Any]:
        low, high = scale.position(scale.low), scale.position(scale.high)
        edge = (high - low) * EDGE
        return {
            "type": "log" if scale.logarithmic else "linear",
            "range": [low - edge, high + edge],
            "domain": domain,
            "ticklabelstandoff": 5,
            "anchor": anchor,
            "fixedrange": True,
            "zeroline": False,
            "showline": False,
            "ticks": "",
            "showgrid": scale.grid,
            "gridcolor": self.palette.grid,
            "tickvals": [value for value, _ in scale.ticks],
            "ticktext": [marked_up(words) for _, words in scale.ticks],
            "tickfont": {"size": 13 if self.width > WIDTH["narrow"] else 12, "color": self.palette.muted},
            "tickangle": 0,
        }


def _sheet_axis(ends: list[float]) -> dict[str, Any]:
    return {"range": ends, "domain": [0, 1], "visible": False, "fixedrange": True}


def text_trace(xs: list[float], ys: list[float], words: list[tuple[str, TextStyle]]) -> Trace:
    """One trace that writes each of the words at its place."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": xs,
        "y": ys,
        "text": [marked_up(item, bold=style.bold) for item, style in words],
        "textposition": [POSITIONS[style.anchor] for _, style in words],
        "textfont": {"size": [s.size for _, s in words], "color": [s.colour for _, s in words]},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
