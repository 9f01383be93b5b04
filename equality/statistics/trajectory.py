"""The Model Employer line: where a band should be in a year, and how it stands.

Source: NHS England, A Model Employer (2019): by the end year the BME share of each senior band matches that of the
whole workforce, on a straight line from the baseline.
"""

from __future__ import annotations

import math
from typing import Final, Literal

Standing = Literal["met", "ahead", "on_line", "behind", "too_small"]

_ROUNDING_NOISE: Final = 1e-9


def goal(posts: float, share_prop: float) -> int:
    """The BME staff to be held in a band: share_prop (0 to 1) × posts, rounded to whole people, halves up.

    Raises ValueError for negative posts or a share outside 0 to 1.
    """
    if posts < 0 or not 0 <= share_prop <= 1:
        raise ValueError(f"expected posts >= 0 and a share from 0 to 1, got {posts} and {share_prop}")
    # 0.145 × 100 is 14.499999999999998 to the machine: the half is restored before it is rounded up.
    return math.floor(posts * share_prop + 0.5 + _ROUNDING_NOISE)


def target_line(start: float, goal: float, baseline_year: int, end_year: int, year: int) -> float:
    """The BME staff on the line in `year`: C + (G − C)(year − baseline) / (end − baseline), people, not rounded.

    C, the start, before the baseline; G, the goal, from the end year on (and at once where end and baseline are one
    year). Where C ≥ G the line stays at C throughout.
    """
    if start >= goal:
        return float(start)
    if year >= end_year:
        return float(goal)
    elapsed = max(year - baseline_year, 0)
    return start + (goal - start) * elapsed / (end_year - baseline_year)


def standing(
    actual: float,
    target_now: float,
    baseline_count: float,
    goal: float,
    posts: float,
    *,
    fewest_posts: float = 5,
    tolerance: float = 0.5,
) -> Standing:
    """How a band stands against its line, in people.

    In this order: "too_small" with fewer than `fewest_posts` posts; "met" where the baseline was at or above the goal;
    "on_line" within `tolerance` of the target, that distance included; else "ahead" or "behind". A band that has
    reached its goal before the end year is ahead of its line, not "met": the goal is to be held at the end.
    """
    if posts < fewest_posts:
        return "too_small"
    if baseline_count >= goal:
        return "met"
    distance = actual - target_now
    if abs(distance) <= tolerance + _ROUNDING_NOISE:
        return "on_line"
    return "ahead" if distance > 0 else "behind"
