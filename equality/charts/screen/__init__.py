"""Pictures on screen: `draw` gives any description as a plain Plotly figure, `height_of` the pixels that it takes."""

from functools import singledispatch

from equality.charts.descriptions import (
    Description,
    DotInterval,
    Form,
    Mountain,
    MountainYears,
    Trajectories,
    Trend,
    Trends,
)
from equality.charts.palette import Palette
from equality.charts.screen.canvas import Figure
from equality.charts.screen.dot_interval import dot_interval_height, draw_dot_interval
from equality.charts.screen.mountain import draw_mountain, mountain_height
from equality.charts.screen.mountain_years import draw_mountain_years, mountain_years_height
from equality.charts.screen.titles import with_titles
from equality.charts.screen.trajectories import draw_trajectories, trajectories_height
from equality.charts.screen.trend import draw_trend, trend_height
from equality.charts.screen.trends import draw_trends, trends_height

__all__ = [
    "Figure",
    "draw",
    "draw_dot_interval",
    "draw_mountain",
    "draw_mountain_years",
    "draw_trajectories",
    "draw_trend",
    "draw_trends",
    "height_of",
    "with_titles",
]


@singledispatch
def draw(description: Description, palette: Palette, form: Form) -> Figure:
    """Any description as a plain Plotly figure, {"data", "layout"}, drawn in its form.

    Raises TypeError for a kind of picture that has no drawing on screen.
    """
    raise TypeError(f"No drawing on screen for {type(description).__name__}.")


@singledispatch
def height_of(description: Description, form: Form) -> float:
    """The pixels that the picture takes from top to bottom. Raises TypeError as `draw` does."""
    raise TypeError(f"No drawing on screen for {type(description).__name__}.")


draw.register(Mountain, draw_mountain)
draw.register(MountainYears, draw_mountain_years)
draw.register(Trajectories, draw_trajectories)
draw.register(Trends, draw_trends)
draw.register(Trend, draw_trend)
draw.register(DotInterval, draw_dot_interval)
height_of.register(Mountain, mountain_height)
height_of.register(MountainYears, mountain_years_height)
height_of.register(Trajectories, trajectories_height)
height_of.register(Trends, trends_height)
height_of.register(Trend, trend_height)
height_of.register(DotInterval, dot_interval_height)
