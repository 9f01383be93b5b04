"""The same figures by other means: plain Python and exact fractions over the raw rows, for comparison."""

from __future__ import annotations

import csv
import math
from collections import defaultdict
from fractions import Fraction

from equality.config import ROOT
from tests.builders import Row

WHITE, BME, UNKNOWN = "white", "bme", "unknown"
Groups = dict[str, Fraction]
Z = Fraction(1959963984540054, 10**15)


def wres_groups() -> dict[str, str]:
    """The WRES group of every ethnic code, from the reference file."""
    with (ROOT / "data/reference/ethnic_categories.csv").open(encoding="utf-8") as file:
        return {row["code"]: row["wres_group"] for row in csv.DictReader(file)}


def counted(rows: list[Row], item: str, **where: object) -> Groups:
    """White, BME and unknown people of the rows that match; no row is nobody."""
    group = wres_groups()
    found: Groups = defaultdict(Fraction)
    for row in rows:
        if row["item"] == item and all(row[name] == value for name, value in where.items()):
            found[group[row["ethnicity"]]] += Fraction(row["value"])
    return found


def added(*cells: Groups) -> Groups:
    """Several cells together."""
    total: Groups = defaultdict(Fraction)
    for cell in cells:
        for name, value in cell.items():
            total[name] += value
    return total


def headcount(cell: Groups) -> Fraction:
    """Everybody, unknown ethnicity included."""
    return cell[WHITE] + cell[BME] + cell[UNKNOWN]


def share_pct(cell: Groups) -> Fraction | None:
    """BME of everybody, 0 to 100."""
    return 100 * cell[BME] / headcount(cell) if headcount(cell) else None


def wilson_pct(count: Fraction, total: Fraction) -> tuple[float, float]:
    """Wilson's interval from the quadratic (p̂ − p)² = z² p (1 − p) / n, 0 to 100."""
    a, b, c = 1 + Z**2 / total, -(2 * count / total + Z**2 / total), (count / total) ** 2
    root = math.sqrt(float(b * b - 4 * a * c))
    return 100 * (float(-b) - root) / float(2 * a), 100 * (float(-b) + root) / float(2 * a)


def workforce(rows: list[Row], **where: object) -> Groups:
    """The whole workforce of an organisation's snapshot: every block, senior medical managers not added again."""
    own = [row for row in rows if row["band"] != "senior_medical_manager"]
    return counted(own, "staff", **where)


def likelihood_ratio(top: tuple[Fraction, Fraction], bottom: tuple[Fraction, Fraction]) -> Fraction | None:
    """(a / A) / (b / B), or None where it cannot be calculated."""
    (some, of), (others, among) = top, bottom
    return (some / of) / (others / among) if of and among and others else None
