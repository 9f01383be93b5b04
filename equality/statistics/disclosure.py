"""Disclosure control over a set of published counts at once: which cells to hide so that none can be worked out.

Cells under the threshold are hidden first (primary). Others are then hidden (complementary) until subtraction cannot
bring the first back. The criterion is what an attacker can still believe. The attacker knows every relation, every
visible cell, that hidden cells are whole and not negative, and even *which* hidden cells are primary and so lie in
1..threshold − 1. For each primary cell there are two whole-number tables, both agreeing with all of that, in one of
which the cell is 1 and in the other threshold − 1: nothing narrower than 1..threshold − 1 can be inferred. (Where the
arithmetic forbids an end whatever is hidden, as when a hidden total of 4 has two hidden parts of 2, everything needed
for the widest range that exists is hidden.)

What the caller owes: everything that a reader can add or subtract goes into ONE call (both years joined by a movement,
each filter, each total, sums such as 8a and above), shares of hidden counts are hidden with them, and both kinds of
hidden cell bear the same mark. One publication has one answer: there is no time limit, no chance, and no dependence on
order, because two different answers for the same counts would give each other away.

The model is that of Fischetti and Salazar (2000), J Am Stat Assoc 95:916-928, solved greedily: first tables that take
as many primary cells as they can to an end of their range at once, at next to no price, a fair one and a dear one, and
at last one table for each end that none of those has reached.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from equality.statistics.disclosure_audit import audit
from equality.statistics.published import Cell, PublishedTable, Relation, connected_tables, published_table, ranges_left

if TYPE_CHECKING:
    from scipy.sparse import csc_array

__all__ = ["Cell", "Relation", "audit", "suppress"]

_COST_OF_HIDDEN: Final = 0.001  # not 0, so that hidden cells do not move without need
_TOTALS_DEARER: Final = 3.0
_PRICES: Final = (0.05, 3.0, 30.0)  # what a step of a primary cell may cost, in typical cells to hide
_PATIENCE: Final = 2  # tables in a row that may bring nothing before more is paid
_LEAST_THRESHOLD: Final = 3
_A_LITTLE: Final = 1e-6


def suppress(
    cells: Sequence[Cell],
    relations: Sequence[Relation],
    threshold: int,
    sensitive: Callable[[Cell], bool] | None = None,
    weights: Mapping[Any, float] | None = None,
    *,
    primary: Collection[Hashable] = (),
) -> frozenset[Hashable]:
    """The keys of the cells to hide.

    `relations` are (total, parts): the total's count is the sum of the parts', all of them among `cells`. Primary are
    the cells that `sensitive` picks (default: 1 ≤ value < threshold) and the keys in `primary` (such as a zero that
    tells the group of everyone in a cell: made possible from 0 to threshold − 1; one of the threshold or more: made
    possible threshold − 1 either way). `weights` says what hiding a cell costs; by default small cells are cheaper than
    large ones and parts cheaper than totals. A sum that nobody prints but anybody can work out (last year and
    joiners, say) is a cell of weight 0. The answer does not depend on the order of cells or relations.

    Raises ValueError for a threshold under 3 (to hide "under 2" is to say 1), a repeated or unknown key, a negative
    value, or a relation that does not hold.
    """
    if threshold < _LEAST_THRESHOLD:
        raise ValueError(f"expected a threshold of {_LEAST_THRESHOLD} or more, got {threshold}")
    table = published_table(cells, relations)
    small = sensitive or (lambda cell: 1 <= cell.value < threshold)
    chosen = {cell.key for cell in table.cells if small(cell)} | set(primary)
    if unknown := set(primary) - {cell.key for cell in table.cells}:
        raise ValueError(f"primary names cells that are not published: {sorted(map(repr, unknown))}")
    return frozenset(
        cell.key
        for piece in connected_tables(table)
        for cell, is_hidden in zip(piece.cells, _hidden(piece, chosen, threshold, weights or {}), strict=True)
        if is_hidden
    )


def _hidden(
    table: PublishedTable, chosen: Collection[Hashable], threshold: int, weights: Mapping[Any, float]
) -> NDArray[np.bool_]:
    """Which cells of a connected table to hide, `chosen` being primary."""
    primary = np.array([cell.key in chosen for cell in table.cells], dtype=bool)
    if not primary.any() or not table.relations:
        return primary
    try:
        return _search(_plan(table, primary, _costs(table, weights), top=threshold - 1))
    except ArithmeticError:
        # The safe side of a solver that gives up is to publish nothing.
        return np.ones(len(primary), dtype=bool)


@dataclass(frozen=True, slots=True)
class _Plan:
    """The counts of a table, which are primary, what hiding each costs, and the sums: one row of `matrix` each, and of
    `steps`, where each cell has a column if it can rise and, after all those, one if it can fall.

    `known` is the lowest and highest that each can be for an attacker from whom all are hidden; `ends` what must stay
    possible, and for cells that are not primary just their value.
    """

    values: NDArray[np.int_]
    primary: NDArray[np.bool_]
    costs: NDArray[np.float64]
    matrix: csc_array
    steps: csc_array
    known: NDArray[np.float64]
    ends: NDArray[np.float64]


def _plan(table: PublishedTable, primary: NDArray[np.bool_], costs: NDArray[np.float64], top: int) -> _Plan:
    """`top` is the largest value that is hidden for being small."""
    from scipy.sparse import hstack

    values, small = table.values(), primary & (table.values() <= top)
    lowest, highest = np.where(small, np.minimum(values, 1), 0), np.where(small, top, math.inf)
    known = ranges_left(table, np.stack([lowest, highest], axis=1))
    wanted = np.stack([np.where(small, lowest, values - top), np.where(small, highest, values + top)], axis=1)
    ends = np.clip(np.where(primary[:, None], wanted, values[:, None]), known[:, :1], known[:, 1:])
    matrix = table.matrix().tocsc()
    steps = hstack([matrix[:, known[:, 1] > values], -matrix[:, known[:, 0] < values]], format="csc")
    return _Plan(values, primary, costs, matrix, steps, known, ends)


def _costs(table: PublishedTable, weights: Mapping[Any, float]) -> NDArray[np.float64]:
    return np.array(
        [
            weights.get(cell.key, (1 + math.log2(1 + cell.value)) * _TOTALS_DEARER**depth)
            for cell, depth in zip(table.cells, table.depths, strict=True)
        ]
    )


def _search(plan: _Plan) -> NDArray[np.bool_]:
    """The cells to hide: the primary ones, and those that differ in any of the tables that reach every end."""
    tables, turns = [plan.values], cycle(_turns(plan.primary))
    for price in _PRICES:
        tables = _with_further(plan, tables, price * float(np.median(plan.costs)), turns)
    for index in np.flatnonzero(plan.primary).tolist():
        for side in (1, 0):
            if (table := _at_end(plan, tables, index, side)) is not None:
                tables.append(table)
    return _moved(plan, _needed(plan, tables))


def _with_further(
    plan: _Plan, tables: Sequence[NDArray[np.int_]], price: float, turns: Iterator[NDArray[np.bool_]]
) -> list[NDArray[np.int_]]:
    """The tables, and those that take cells nearer to ends that no table has reached, where a step is worth `price`.

    A table found for one cell is a table for all, so few tables reach most ends.
    """
    found, reached, in_vain = list(tables), _reached(plan, tables), 0
    while in_vain < _PATIENCE and not np.array_equal(reached, plan.ends):
        table = plan.values + _moves(plan, _move_costs(plan, found, price, next(turns)))
        before, reached = reached, _reached(plan, [*found, table])
        in_vain = in_vain + 1 if np.array_equal(reached, before) else 0
        found += [table] if not in_vain else []
    return found


def _turns(primary: NDArray[np.bool_]) -> tuple[NDArray[np.bool_], ...]:
    """Which cells rise first, turn by turn: in a sum that is fixed not all can rise at once, so every other does."""
    odd, every = np.cumsum(primary) % 2 == 1, np.ones(len(primary), dtype=bool)
    return ~odd, odd, every, ~every


def _at_end(plan: _Plan, tables: Sequence[NDArray[np.int_]], index: int, side: int) -> NDArray[np.int_] | None:
    """The cheapest table that has a cell as near to an end of its range as any has; None if `tables` come as near."""
    reached, end = _reached(plan, tables)[index, side], plan.ends[index, side]
    if reached == end:
        return None
    most = _furthest(plan, index, int(end - plan.values[index]))
    if abs(most) <= abs(reached - plan.values[index]):
        return None
    costs = _move_costs(plan, tables, _COST_OF_HIDDEN, np.ones(len(plan.values), dtype=bool))
    return plan.values + _moves(plan, costs, (index, most))


def _furthest(plan: _Plan, index: int, end: int) -> int:
    """How far a cell can move towards the move `end`, whatever is hidden for it."""
    limits = plan.known - plan.values[:, None]
    limits[index] = min(end, 0), max(end, 0)
    aim = np.zeros(len(plan.values))
    aim[index] = -np.sign(end)
    return int(_whole(plan.matrix, aim, (limits[:, 0], limits[:, 1]))[index])


def _reached(plan: _Plan, tables: Sequence[NDArray[np.int_]]) -> NDArray[np.float64]:
    """The lowest and the highest of each cell in any of the tables, as far as its ends."""
    every = np.array(tables)
    extremes = np.stack([every.min(axis=0), every.max(axis=0)], axis=1)
    return np.asarray(np.clip(extremes, plan.ends[:, :1], plan.ends[:, 1:]))


def _moved(plan: _Plan, tables: Sequence[NDArray[np.int_]]) -> NDArray[np.bool_]:
    """The cells that must be hidden for all of the tables to be possible."""
    return np.asarray(plan.primary | (np.array(tables) != plan.values).any(axis=0))


def _needed(plan: _Plan, tables: Sequence[NDArray[np.int_]]) -> list[NDArray[np.int_]]:
    """The tables without those, dearest first, whose ends the others reach."""
    kept, reached = list(tables), _reached(plan, tables)
    for table in sorted(tables[1:], key=lambda table: -float(plan.costs[_moved(plan, [table])].sum())):
        others = [other for other in kept if other is not table]
        if np.array_equal(_reached(plan, others), reached):
            kept = others
    return kept


def _move_costs(
    plan: _Plan, tables: Sequence[NDArray[np.int_]], price: float, rises_first: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """What a step up and a step down of each cell costs: two rows.

    A hidden cell moves for next to nothing, and earns `price` towards an end that it has yet to reach (where it wants
    both, up if it `rises_first`, or else down). Up and down together never earn anything.
    """
    reached = _reached(plan, tables)
    rise = np.where(_moved(plan, tables), 2 * _COST_OF_HIDDEN, plan.costs)
    fall = rise.copy()
    # Only where there is a highest: what earns without end would be raised without end.
    wants_up = (reached[:, 1] < plan.ends[:, 1]) & np.isfinite(plan.known[:, 1])
    wants_down = reached[:, 0] > plan.ends[:, 0]
    up, down = wants_up & (rises_first | ~wants_down), wants_down & ~(rises_first & wants_up)
    rise[up] = fall[down] = -price
    fall[up] = rise[down] = price + 2 * _COST_OF_HIDDEN
    return np.stack([rise, fall])


def _moves(plan: _Plan, costs: NDArray[np.float64], only: tuple[int, int] | None = None) -> NDArray[np.int_]:
    """The whole changes of least cost that keep every sum and the attacker's ranges; all 0 is among them.

    `only` is a cell and the move that it must make. Each cell has two unknowns, its rise and its fall, because what is
    paid for is the size of a change.
    """
    most = np.stack([plan.known[:, 1] - plan.values, plan.values - plan.known[:, 0]])
    least, able = np.zeros(most.shape), most > 0
    if only is not None:
        index, move = only
        least[:, index] = most[:, index] = max(move, 0), max(-move, 0)
    steps = np.zeros(most.shape, dtype=int)
    steps[able] = _whole(plan.steps, costs[able], (least[able], most[able]))
    return np.asarray(steps[0] - steps[1])


def _whole(
    matrix: csc_array, costs: NDArray[np.float64], limits: tuple[NDArray[np.float64], NDArray[np.float64]]
) -> NDArray[np.int_]:
    """The whole numbers of least cost within the limits that keep every sum.

    Without the demand for whole numbers the answer is mostly whole too, and found much sooner; they are demanded only
    where it is not.
    """
    for demanded in (False, True):
        found = _solved(matrix, costs, limits, demanded)
        if found is not None:
            steps = np.rint(found)
            if np.abs(found - steps).max(initial=0) < _A_LITTLE and not np.any(matrix @ steps):
                return np.asarray(steps.astype(int))
    raise ArithmeticError("the search found no table that adds up")


def _solved(
    matrix: csc_array, costs: NDArray[np.float64], limits: tuple[NDArray[np.float64], NDArray[np.float64]], whole: bool
) -> NDArray[np.float64] | None:
    """The numbers of least cost within the limits that keep every sum; None if the solver gives up."""
    from scipy.optimize import Bounds, LinearConstraint, milp

    result = milp(
        costs,
        integrality=np.full(costs.size, int(whole)),
        bounds=Bounds(*limits),
        constraints=[LinearConstraint(matrix, 0, 0)],
        # To simplify tables of this size takes longer than to solve them.
        options={"presolve": whole},
    )
    return None if result.x is None else np.asarray(result.x)
