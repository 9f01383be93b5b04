"""The attacker: what linear arithmetic tells about each hidden cell. Shares no code with the search that hides."""

from __future__ import annotations

import math
from collections.abc import Collection, Hashable, Sequence

import numpy as np
from numpy.typing import NDArray

from equality.statistics.published import Cell, Relation


def audit(
    cells: Sequence[Cell],
    relations: Sequence[Relation],
    hidden: Collection[Hashable],
    threshold: int,
    *,
    primary: Collection[Hashable] = (),
) -> dict[Hashable, tuple[float, float]]:
    """The least and the most that each hidden cell can be, for a reader who knows the visible cells and the relations.

    The reader also knows that hidden cells from 1 to threshold − 1 are just that (from 0 for the zeros in `primary`),
    and that all others are not negative. The most is infinite where nothing bounds it. Fractions count as
    possible, so a reader who insists on whole numbers may know a little more. Raises ValueError where no table fits.
    """
    keys = [cell.key for cell in cells if cell.key in set(hidden)]
    equations, sums = _equations(cells, relations, keys)
    known = [_known(cell, threshold, cell.key in set(primary)) for cell in cells if cell.key in set(hidden)]
    return {
        key: (_extreme(position, 1, equations, sums, known), _extreme(position, -1, equations, sums, known))
        for position, key in enumerate(keys)
    }


def _known(cell: Cell, threshold: int, is_primary: bool) -> tuple[float, float | None]:
    if 1 <= cell.value < threshold:
        return 1, threshold - 1
    return (0, threshold - 1) if is_primary and cell.value == 0 else (0, None)


def _equations(
    cells: Sequence[Cell], relations: Sequence[Relation], keys: Sequence[Hashable]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Each relation over the hidden cells alone, the visible ones moved to the right-hand side."""
    column = {key: position for position, key in enumerate(keys)}
    visible = {cell.key: cell.value for cell in cells if cell.key not in column}
    equations, sums = np.zeros((len(relations), len(keys))), np.zeros(len(relations))
    for row, (total, parts) in enumerate(relations):
        for key, sign in ((total, 1), *((part, -1) for part in parts)):
            if key in column:
                equations[row, column[key]] += sign
            else:
                sums[row] -= sign * visible[key]
    return equations, sums


def _extreme(
    position: int,
    direction: int,
    equations: NDArray[np.float64],
    sums: NDArray[np.float64],
    known: Sequence[tuple[float, float | None]],
) -> float:
    from scipy.optimize import linprog

    aim = np.zeros(len(known))
    aim[position] = direction
    result = linprog(aim, A_eq=equations, b_eq=sums, bounds=known, method="highs")
    if result.status == 0 and result.fun is not None:
        return direction * float(result.fun)
    if result.status == 3 or (result.status == 4 and direction < 0 and known[position][1] is None):
        return math.inf
    raise ValueError("no table agrees with what is visible: do the relations hold?")
