"""Where a label can stand without lying on a line or on another label."""

from collections.abc import Sequence
from dataclasses import dataclass

from equality.charts.screen.canvas import Box


@dataclass(frozen=True)
class Segment:
    """A straight line on the sheet, in pixels."""

    x0: float
    y0: float
    x1: float
    y1: float


def crosses(segment: Segment, box: Box) -> bool:
    """Whether any part of the segment lies in the box (Liang and Barsky's clipping)."""
    enter, leave = 0.0, 1.0
    dx, dy = segment.x1 - segment.x0, segment.y1 - segment.y0
    sides = (
        (-dx, segment.x0 - box.left),
        (dx, box.right - segment.x0),
        (-dy, segment.y0 - box.top),
        (dy, box.bottom - segment.y0),
    )
    for slope, distance in sides:
        if slope == 0 and distance < 0:
            return False
        if slope < 0:
            enter = max(enter, distance / slope)
        elif slope > 0:
            leave = min(leave, distance / slope)
    return enter <= leave


def overlaps(one: Box, other: Box) -> bool:
    """Whether two boxes share any area."""
    across = one.left < other.right and other.left < one.right
    return across and one.top < other.bottom and other.top < one.bottom


def freest(candidates: Sequence[Box], segments: Sequence[Segment], within: Box) -> int:
    """The number of the candidate that crosses fewest lines; leaving `within` is worse than any; earlier is better."""

    def cost(index: int) -> float:
        box = candidates[index]
        outside = box.left < within.left or box.right > within.right
        return sum(crosses(segment, box) for segment in segments) * 2 + outside * 9 + index * 0.4

    return min(range(len(candidates)), key=cost)


def spread(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Positions near the wanted ones, in their order, at least `gap` apart, within low..high where they fit."""
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    places = [min(max(wanted[index], low), high) for index in order]
    for _ in range(60):
        for index in range(len(places) - 1):
            lack = gap - (places[index + 1] - places[index])
            if lack > 0:
                places[index] -= lack / 2
                places[index + 1] += lack / 2
        places = [min(max(place, low), high) for place in places]
    for index in range(1, len(places)):
        places[index] = max(places[index], places[index - 1] + gap)
    result = [0.0] * len(wanted)
    for place, index in zip(places, order, strict=True):
        result[index] = place
    return result
