"""The interval around an estimate, and what makes one."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

Method = Literal["wilson", "katz", "koopman", "woolf", "newcombe", "newcombe_rest", "none"]

Z_95: Final = 1.959963984540054  # the 97.5th centile of the normal distribution


@dataclass(frozen=True, slots=True)
class Interval:
    """A 95 % interval and the method that gave it, in the unit of the estimate it belongs to.

    `lower` None: there is no interval (method "none"). `upper` None beside a `lower`: there is no upper bound.
    Neither is ever infinite or NaN.
    """

    lower: float | None
    upper: float | None
    method: Method

    def scaled(self, factor: float) -> Interval:
        """The interval of the estimate multiplied by a factor that is not negative; bounds that are None stay None."""
        return Interval(_times(self.lower, factor), _times(self.upper, factor), self.method)


NO_INTERVAL: Final = Interval(None, None, "none")


def _times(bound: float | None, factor: float) -> float | None:
    return None if bound is None else bound * factor


def log_interval(estimate: float, log_variance: float, method: Method) -> Interval:
    """The interval of a positive ratio whose logarithm is about normal: estimate × exp(± 1.96 √variance)."""
    spread = math.exp(Z_95 * math.sqrt(log_variance))
    return Interval(estimate / spread, estimate * spread, method)


def require_part_of(count: float, total: float) -> None:
    """Raise ValueError unless 0 ≤ count ≤ total and both are finite: anything else is a fault in the caller."""
    if not 0 <= count <= total < math.inf:
        raise ValueError(f"expected 0 <= count <= total, got {count} of {total}")


def crossing(function: Callable[[float], float], inside: float, outward: Callable[[float], float]) -> float:
    """Where a function that is positive at `inside` falls to zero going outward, step by growing step.

    Raises ArithmeticError where it has not fallen to zero after 200 steps.
    """
    from scipy.optimize import brentq

    near, far = inside, outward(inside)
    for _ in range(200):
        if function(far) <= 0:
            return float(brentq(function, near, far, xtol=1e-13, rtol=1e-13))
        near, far = far, outward(far)
    raise ArithmeticError(f"no bound found going outward from {inside}")
