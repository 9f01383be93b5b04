"""What a picture shows, as frozen values: no drawing, no arithmetic. Every word and number arrives ready to read."""

from equality.charts.descriptions.common import Description, Form, ReferenceLine, Role, Status
from equality.charts.descriptions.intervals import DotInterval, IntervalRow
from equality.charts.descriptions.mountain import EmphasisedStep, Mountain, MountainRow, MountainYear, MountainYears
from equality.charts.descriptions.trajectories import Fan, Trajectories, TrajectoryPanel
from equality.charts.descriptions.trends import Series, Trend, TrendPanel, Trends

__all__ = [
    "Description",
    "DotInterval",
    "EmphasisedStep",
    "Fan",
    "Form",
    "IntervalRow",
    "Mountain",
    "MountainRow",
    "MountainYear",
    "MountainYears",
    "ReferenceLine",
    "Role",
    "Series",
    "Status",
    "Trajectories",
    "TrajectoryPanel",
    "Trend",
    "TrendPanel",
    "Trends",
]
