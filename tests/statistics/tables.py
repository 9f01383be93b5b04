"""Published tables to hide cells in: whole trusts, small enough to search by hand, and anything between."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import product

import numpy as np

from equality.statistics.disclosure import Cell, Relation

ETHNICITIES = ("white", "bme", "unknown")
BANDS = ("under_1", "2", "3", "4", "5", "6", "7", "8a", "8b", "8c", "8d", "9", "vsm")
MEDICAL = ("consultant", "career_grade", "trainee", "other")
# How many of a thousand staff of a block are in each of its rows.
NON_CLINICAL_SHAPE = (1, 250, 180, 140, 110, 85, 70, 60, 45, 30, 18, 6, 5)
CLINICAL_SHAPE = (0, 170, 65, 45, 330, 220, 115, 35, 12, 5, 2, 0.6, 0.4)
MEDICAL_SHAPE = (450, 80, 380, 90)


def sum_of(cells: dict[Hashable, int], relations: list[Relation], total: Hashable, parts: Iterable[Hashable]) -> None:
    """Add a total to the cells and say what it is the sum of."""
    parts = tuple(parts)
    cells[total] = sum(cells[part] for part in parts)
    relations.append((total, parts))


def crossed(values: Mapping[tuple[str, ...], int]) -> tuple[list[Cell], list[Relation]]:
    """A table of any number of dimensions with every margin: `all` in any place of a key is the sum over it."""
    cells: dict[Hashable, int] = {key: values[key] for key in values}
    relations: list[Relation] = []
    axes = [sorted({key[axis] for key in values}) for axis in range(len(next(iter(values))))]
    for axis in range(len(axes)):
        done = [levels if later >= axis else [*levels, "all"] for later, levels in enumerate(axes)]
        for rest in product(*done[:axis], *done[axis + 1 :]):
            keys = [(*rest[:axis], level, *rest[axis:]) for level in axes[axis]]
            sum_of(cells, relations, (*rest[:axis], "all", *rest[axis:]), keys)
    return as_cells(cells), relations


def trust(staff: int, seed: int = 1) -> tuple[list[Cell], list[Relation]]:
    """An invented trust as it is published: three blocks, the two non-medical together, totals of rows and columns."""
    chance = np.random.default_rng(seed)
    cells: dict[Hashable, int] = {}
    relations: list[Relation] = []
    for block, rows, shape, part in (
        ("non_clinical", BANDS, NON_CLINICAL_SHAPE, 0.35),
        ("clinical", BANDS, CLINICAL_SHAPE, 0.5),
        ("medical", MEDICAL, MEDICAL_SHAPE, 0.15),
    ):
        for place, row in enumerate(rows):
            bme = max(0.3 - 0.02 * place, 0.04)
            people = chance.poisson(staff * part * shape[place] / sum(shape))
            counts = chance.multinomial(people, [0.96 - bme, bme, 0.04])
            cells.update({(block, row, group): int(n) for group, n in zip(ETHNICITIES, counts, strict=True)})
        for group in ETHNICITIES:
            sum_of(cells, relations, (block, "all", group), [(block, row, group) for row in rows])
    for row, group in product((*BANDS, "all"), ETHNICITIES):
        parts = [("clinical", row, group), ("non_clinical", row, group)]
        sum_of(cells, relations, ("non_medical", row, group), parts)
    for group in ETHNICITIES:
        sum_of(cells, relations, ("all", "all", group), [("non_medical", "all", group), ("medical", "all", group)])
    for block, row in sorted({key[:2] for key in cells if isinstance(key, tuple)}):
        sum_of(cells, relations, (block, row, "all"), [(block, row, group) for group in ETHNICITIES])
    return as_cells(cells), relations


def as_cells(values: Mapping[Hashable, int]) -> list[Cell]:
    """Cells of a mapping from key to value."""
    return [Cell(key, value) for key, value in values.items()]


def small_keys(cells: Sequence[Cell], threshold: int) -> set[Hashable]:
    """The keys of the cells that are hidden for being small."""
    return {cell.key for cell in cells if 1 <= cell.value < threshold}
