"""Somebody who reads everything that the public view prints and solves for what it hides. Knows no product code."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import linprog

from tests.analyses.naive import wres_groups
from tests.builders import Row

MANAGER = "senior_medical_manager"
GROUPS = ("white", "bme", "unknown")
Expression = dict[object, float]
Printed = Iterable[Mapping[str, object]]


def plus(*parts: Expression) -> Expression:
    """The sum of several expressions."""
    total: Expression = defaultdict(float)
    for part in parts:
        for name, factor in part.items():
            total[name] += factor
    return dict(total)


def times(factor: float, part: Expression) -> Expression:
    """An expression, each count taken so many times."""
    return {name: factor * own for name, own in part.items()}


@dataclass
class Attacker:
    """Counts that are not known, and equations between them as they are read."""

    truth: dict[object, float]
    below: int = 5
    equations: list[tuple[Expression, float]] = field(default_factory=list)
    published: dict[object, Expression] = field(default_factory=dict)

    def learn(self, expression: Expression, value: float | None) -> None:
        """A sum of counts that was printed; None was not."""
        if value is not None:
            self.equations.append((expression, value))

    def worth(self, expression: Expression) -> float:
        """The true value, to check what the attacker finds."""
        return sum(factor * self.truth[name] for name, factor in expression.items())

    def narrowed(self) -> dict[object, tuple[float, float]]:
        """The small published counts of which more is known than that they are small, with what is known."""
        small = {key: made for key, made in self.published.items() if 1 <= self.worth(made) < self.below and made}
        columns = {name: place for place, name in enumerate(self.truth)}
        limits = [
            (self._row(made, columns), sign, bound) for made in small.values() for sign, bound in ((1, 4), (-1, -1))
        ]
        found = {}
        for key, made in small.items():
            aim = self._row(made, columns)
            known, widest = (self._range(aim, limits, equations) for equations in (self.equations, []))
            if known[0] > widest[0] + 1e-4 or known[1] < widest[1] - 1e-4:
                found[key] = known
        return found

    def _range(self, aim: np.ndarray, limits: list, equations: list) -> tuple[float, float]:
        columns = {name: place for place, name in enumerate(self.truth)}
        inside = np.array([sign * row for row, sign, _ in limits])
        equal = np.array([self._row(made, columns) for made, _ in equations]) if equations else None
        sums = np.array([value for _, value in equations]) if equations else None
        ends = []
        for sign in (1, -1):
            bounds = np.array([bound for *_, bound in limits])
            solved = linprog(sign * aim, A_ub=inside, b_ub=bounds, A_eq=equal, b_eq=sums, bounds=(0, None))
            assert solved.status == 0, f"what is printed does not add up: {solved.message}"
            ends.append(sign * solved.fun)
        return ends[0], ends[1]

    @staticmethod
    def _row(expression: Expression, columns: dict[object, int]) -> np.ndarray:
        row = np.zeros(len(columns))
        for name, factor in expression.items():
            row[columns[name]] += factor
        return row


@dataclass
class StaffAttacker:
    """Reads one snapshot's figures: representation, disparity, indicators and Model Employer."""

    rows: list[Row]
    tiers: Mapping[str, tuple[str, ...]]

    def __post_init__(self) -> None:
        groups = wres_groups()
        truth: dict[object, float] = defaultdict(float)
        self.cells: dict[tuple[str, str], None] = {}
        for row in (row for row in self.rows if row["item"] == "staff"):
            self.cells[row["category"], row["band"]] = None
            truth[row["category"], row["band"], groups[row["ethnicity"]]] += row["value"]
        # Senior medical managers are of the consultants: the other consultants are what is left of them.
        for group in GROUPS:
            if ("medical", MANAGER) in self.cells:
                truth["medical", "consultant", group] -= truth["medical", MANAGER, group]
        self.attacker = Attacker({(*cell, group): truth[*cell, group] for cell in self.cells for group in GROUPS})
        blocks = {category for category, _ in self.cells}
        wide = {"all": blocks, "non_medical": (blocks - {"medical"})} | {block: {block} for block in blocks}
        bands = [band for category, band in self.cells if category != "medical"]
        for category, members in wide.items():
            named = sorted({band for block, band in self.cells if block in members}) if category != "all" else []
            for band in (*named, "all", *(self.tiers if set(bands) and category not in ("all", "medical") else ())):
                for measure in (*GROUPS, "headcount"):
                    self.attacker.published[category, band, measure] = self.sum_of(members, band, measure)
        self.blocks = wide

    def sum_of(self, blocks: set[str], band: str, measure: str) -> Expression:
        bands = self.tiers.get(band, ("consultant", MANAGER) if band == "consultant" else (band,))
        groups = GROUPS if measure == "headcount" else (measure,)
        return {
            (*cell, group): 1.0
            for cell in self.cells
            if cell[0] in blocks and (band == "all" or cell[1] in bands)
            for group in groups
        }

    def made(self, category: str, band: str, measure: str) -> Expression:
        return self.sum_of(self.blocks[category], band, measure)

    def read_representation(self, printed: Printed) -> None:
        for row in printed:
            self._shares(row, str(row["category"]), str(row["band"]))

    def _shares(self, row: Mapping[str, object], category: str, band: str) -> None:
        learn, made = self.attacker.learn, {m: self.made(category, band, m) for m in (*GROUPS, "headcount")}
        for measure, expression in made.items():
            learn(expression, row[measure])  # type: ignore[arg-type]
        whole = self.made("all", "all", "headcount")
        for name, top, below in (
            ("bme_pct", made["bme"], made["headcount"]),
            ("highest_pct", plus(made["bme"], made["unknown"]), made["headcount"]),
            ("workforce_bme_pct", self.made("all", "all", "bme"), whole),
        ):
            if row[name] is not None:
                learn(plus(top, times(-float(row[name]) / 100, below)), 0)  # type: ignore[arg-type]
        if row["short_of_parity"] and row["workforce_bme_pct"] is not None:
            share = float(row["workforce_bme_pct"]) / 100  # type: ignore[arg-type]
            learn(plus(times(share, made["headcount"]), times(-1, made["bme"])), row["short_of_parity"])  # type: ignore[arg-type]

    def read_disparity(self, printed: Printed) -> None:
        for row in printed:
            below, above = str(row["step"]).split("_")
            for end, tier in (("lower", below), ("upper", above)):
                for group in ("white", "bme"):
                    self.attacker.learn(self.made(str(row["category"]), tier, group), row[f"{group}_{end}"])  # type: ignore[arg-type]

    def read_indicators(self, printed: Printed) -> None:
        for row in printed:
            if row["indicator"] == 1:
                band = str(row["part"]).removeprefix("band:") or "8a_plus"
                category = "medical" if ("medical", band) in self.cells and band != "other" else "non_medical"
                for measure, name in (("bme", "bme_count"), ("headcount", "bme_total")):
                    self.attacker.learn(self.made(category, band, measure), row[name])  # type: ignore[arg-type]
            if row["indicator"] in (3, 4) and not row["part"]:
                for group in ("white", "bme"):
                    self.attacker.learn(self.made("all", "all", group), row[f"{group}_total"])  # type: ignore[arg-type]

    def read_model_employer(self, printed: Printed, year: int, baseline: int, latest: int) -> None:
        rows = list(printed)
        goals = {row["band"]: row["target_bme"] for row in rows if row["year"] == max(r["year"] for r in rows)}
        for row in (row for row in rows if row["year"] == year):
            bme = self.made("non_medical", str(row["band"]), "bme")
            self.attacker.learn(self.made("non_medical", str(row["band"]), "headcount"), row["headcount"])  # type: ignore[arg-type]
            self.attacker.learn(bme, row["actual_bme"])  # type: ignore[arg-type]
            if year == baseline:
                self.attacker.learn(bme, row["target_bme"])  # type: ignore[arg-type]
            if row["target_bme"] is not None and row["behind_by"] is not None:
                self.attacker.learn(bme, float(row["target_bme"]) - float(row["behind_by"]))  # type: ignore[arg-type]
            goal = goals[row["band"]]
            if year == latest and row["additional_needed"] and goal is not None and len(str(row["band"])) < 4:
                guess = float(goal) - float(row["additional_needed"])  # type: ignore[arg-type]
                # It may be of an earlier year that is not hidden: the attacker is taken to guess right.
                if abs(self.attacker.worth(bme) - guess) < 1e-6:
                    self.attacker.learn(bme, guess)
