"""Axes: from where to where, and which values are named on them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

STEPS = (1, 2, 2.5, 5, 10)
RATIO_TICKS = (1, 2, 0.5, 0.8, 1.25, 3, 5, 0.2, 10, 0.1, 20, 50, 1.5, 4)
"""Values named on a ratio's axis, the most telling first; one that finds no room is left out."""


LEAST_SPAN = 1e-6
"""Values nearer together than this are one value to an axis."""


@dataclass(frozen=True)
class Scale:
    """An axis from `low` to `high` (which may be the lesser, to run downwards); ticks are (value, words)."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...] = ()
    logarithmic: bool = False
    grid: bool = True

    def fraction(self, value: float) -> float:
        """How far along the axis the value lies: 0 at `low`, 1 at `high`."""
        low, high, here = (self.position(number) for number in (self.low, self.high, value))
        return (here - low) / (high - low)

    def value(self, fraction: float) -> float:
        """The value that lies at a fraction of the axis."""
        low, high = self.position(self.low), self.position(self.high)
        here = low + fraction * (high - low)
        return float(10**here) if self.logarithmic else here

    def clipped(self, value: float) -> float:
        """The value, or the end of the axis that it lies beyond."""
        return min(max(value, min(self.low, self.high)), max(self.low, self.high))

    def holds(self, value: float) -> bool:
        """Whether the value lies on the axis."""
        return self.clipped(value) == value

    def position(self, value: float) -> float:
        """The value as Plotly counts along the axis: its logarithm on a logarithmic one."""
        return log10(value) if self.logarithmic else value


BLANK = Scale(0, 1, grid=False)
"""The axis of a panel that has nothing to draw: no numbers, no grid."""


def tick_step(span: float, most: int, *, whole: bool = False) -> float:
    """The smallest of 1, 2, 2.5, 5 (times a power of ten) that names at most `most` steps in the span."""
    power = 10.0 ** floor(log10(span / most))
    steps = [step * power * scale for scale in (1, 10) for step in STEPS]
    return next(step for step in steps if span / step <= most and not (whole and step % 1))


def tick_words(value: float) -> str:
    """A tick as it is read: no needless zeros, a true minus."""
    return f"{value:g}".replace("-", "−")


def linear_scale(values: Iterable[float], most: int = 5, *, ceiling: float | None = None, whole: bool = False) -> Scale:
    """A plain axis that holds zero and every value, with at most `most` steps named; never beyond the ceiling."""
    numbers = [0.0, *values]
    low, high = min(numbers), max(numbers)
    if high - low < LEAST_SPAN:
        high = low + 1
    room = (high - low) * 0.04
    low, high = low - room * (low < 0), high + room * (high > 0)
    high = high if ceiling is None else min(high, ceiling)
    step = tick_step(high - low, most, whole=whole)
    named = range(ceil(low / step - 1e-9), floor(high / step + 1e-9) + 1)
    return Scale(low, high, tuple((number * step, tick_words(round(number * step, 9))) for number in named))


def ratio_scale(values: Sequence[float], bounds: Sequence[float] = (), *, length: float, spacing: float = 21) -> Scale:
    """A logarithmic axis around 1 that holds every value (above 0) and, within reason, the intervals' bounds.

    An interval that runs far beyond the values is cut at twice as far from 1 as the furthest value, so that one
    uncertain year does not flatten all others. `length` is the axis in pixels, `spacing` the room that a tick takes.
    """
    shown = [value for value in (*values, 0.7, 1.5) if value > 0]
    high = max(max(shown) * 1.1, min(max(bounds, default=1) * 1.04, max(shown) * 1.8))
    low = min(min(shown) / 1.1, max(min((b for b in bounds if b > 0), default=1) / 1.04, min(shown) / 1.8))
    bare = Scale(low, high, logarithmic=True)
    ticks: list[float] = []
    for tick in RATIO_TICKS:
        room = all(abs(bare.fraction(tick) - bare.fraction(other)) * length >= spacing for other in ticks)
        if bare.holds(tick) and room:
            ticks.append(tick)
    return Scale(low, high, tuple((tick, tick_words(tick)) for tick in sorted(ticks)), logarithmic=True)


def year_scale(years: Sequence[int], named: Iterable[int], pad: float = 0.0) -> Scale:
    """An axis of years with only the named ones written; a lone year stands at its right end."""
    first, last = min(years), max(years)
    low, high = (first - pad, last + pad) if first < last else (first - 2, last + pad)
    return Scale(low, high, tuple((year, str(year)) for year in sorted(set(named))), grid=False)
