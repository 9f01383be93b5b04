"""Model Employer: BME staff in each senior band against the trajectory to parity."""

from dataclasses import dataclass

from equality.charts.descriptions.common import Description

YearValue = tuple[int, float]


@dataclass(frozen=True, kw_only=True)
class Fan:
    """What is to be expected if nothing changes, in people, for each year: 80 and 50 in 100 futures lie between."""

    years: tuple[int, ...]
    low80: tuple[float, ...]
    high80: tuple[float, ...]
    low50: tuple[float, ...]
    high50: tuple[float, ...]


@dataclass(frozen=True, kw_only=True)
class TrajectoryPanel:
    """One band, or several together. Values are BME staff; a year that is missing breaks the line.

    `target` runs from the baseline to the goal. `standing_words` takes the place of the marks when there is
    nothing to draw, and stands under the verdict when there is ("too few posts to judge").
    """

    title: str
    verdict: str = ""
    strong: bool = False
    actual: tuple[YearValue, ...] = ()
    target: tuple[YearValue, ...] = ()
    current_label: str = ""
    goal_label: str = ""
    standing_words: str = ""
    fan: Fan | None = None
    hovers: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Trajectories(Description):
    """A panel for each band, in order, and the sums of several bands (8a and above) set beside them."""

    panels: tuple[TrajectoryPanel, ...]
    sums: tuple[TrajectoryPanel, ...] = ()
    actual_name: str = "BME staff"
    target_name: str = "trajectory to parity"
    fan_name: str = "likely, and very likely, if nothing changes"
