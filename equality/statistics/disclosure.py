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

The model is that of Fischetti and Salazar (2000), J Am Stat Assoc 95:916-928, solved greedily, one primary cell and one
end of its range at a time.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from equality.statistics.disclosure_audit import audit
from equality.statistics.published import Cell, PublishedTable, Relation, connected_tables, published_table

if TYPE_CHECKING:
    from scipy.sparse import csr_array

__all__ = ["Cell", "Relation", "audit", "suppress"]

_COST_OF_HIDDEN: Final = 0.001  # not 0, so that hidden cells do not move without need
_TOTALS_DEARER: Final = 3.0
_LEAST_THRESHOLD: Final = 3
_INFEASIBLE: Final = 2  # the status in which scipy.optimize.milp says so


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
        return _fewest(_Plan(table, primary, _costs(table, weights), table.matrix(), top=threshold - 1))
    except ArithmeticError:
        # The safe side of a solver that gives up is to publish nothing.
        return np.ones(len(primary), dtype=bool)


@dataclass(frozen=True, slots=True)
class _Plan:
    """A table, which of its cells are primary, what hiding each costs, and the ranges that follow."""

    table: PublishedTable
    primary: NDArray[np.bool_]
    costs: NDArray[np.float64]
    matrix: csr_array
    top: int  # the largest value that is hidden for being small

    def known_ranges(self) -> NDArray[np.float64]:
        """What the attacker knows about each hidden cell before any arithmetic: lowest and highest."""
        values = self.table.values()
        small = self.primary & (values <= self.top)
        return np.stack([np.where(small, np.minimum(values, 1), 0), np.where(small, self.top, math.inf)], axis=1)

    def required_ranges(self) -> NDArray[np.int_]:
        """What must stay possible for each cell: lowest and highest; for cells that are not primary, their value."""
        values, top = self.table.values(), self.top
        lowest = np.where(values > top, values - top, np.minimum(values, 1))
        highest = np.where(values > top, values + top, top)
        return np.stack([np.where(self.primary, lowest, values), np.where(self.primary, highest, values)], axis=1)


def _costs(table: PublishedTable, weights: Mapping[Any, float]) -> NDArray[np.float64]:
    return np.array(
        [
            weights.get(cell.key, (1 + math.log2(1 + cell.value)) * _TOTALS_DEARER**depth)
            for cell, depth in zip(table.cells, table.depths, strict=True)
        ]
    )


def _fewest(plan: _Plan) -> NDArray[np.bool_]:
    """The cheaper of two searches; the second keeps to the cells of the first, taken the other way round."""
    order = np.flatnonzero(plan.primary)
    first, reached = _search(plan, order, plan.required_ranges(), np.ones(len(plan.costs), dtype=bool))
    second, _ = _search(plan, order[::-1], reached, first)
    return second if plan.costs[second].sum() < plan.costs[first].sum() else first


def _search(
    plan: _Plan, order: NDArray[np.int_], ends: NDArray[np.int_], allowed: NDArray[np.bool_]
) -> tuple[NDArray[np.bool_], NDArray[np.int_]]:
    """Hide, for each primary cell and each end of its range, the cells of the cheapest table that has it there.

    Only `allowed` cells may be hidden. Back come the hidden cells and the ends that were reached.
    """
    values = plan.table.values()
    hidden, reached = plan.primary.copy(), np.stack([values, values], axis=1)
    for index in order:
        for side, direction in ((1, 1), (0, -1)):
            if (ends[index, side] - reached[index, side]) * direction <= 0:
                continue
            costs = _move_costs(plan, hidden, reached, ends)
            found = values + _cheapest_moves(plan, costs, (hidden, allowed), index, ends[index, side] - values[index])
            hidden |= found != values
            # A table found for one cell is a table for all: what it shows possible need not be sought again.
            reached[:, 0], reached[:, 1] = np.minimum(reached[:, 0], found), np.maximum(reached[:, 1], found)
    return hidden, np.clip(reached, ends[:, :1], ends[:, 1:])


def _move_costs(
    plan: _Plan, hidden: NDArray[np.bool_], reached: NDArray[np.int_], ends: NDArray[np.int_]
) -> NDArray[np.float64]:
    """What a step up and a step down of each cell costs: two rows.

    A hidden cell moves for next to nothing, and for slightly less than nothing towards an end that it has yet to reach,
    so that one table serves many cells. Up and down together never earn anything.
    """
    rise = np.where(hidden, 2 * _COST_OF_HIDDEN, plan.costs)
    fall = rise.copy()
    # Only where there is a highest: what earns without end would be raised without end.
    wants_up = hidden & (reached[:, 1] < ends[:, 1]) & np.isfinite(plan.known_ranges()[:, 1])
    rise[wants_up] = -_COST_OF_HIDDEN
    fall[hidden & ~wants_up & (reached[:, 0] > ends[:, 0])] = -_COST_OF_HIDDEN
    return np.stack([rise, fall])


def _cheapest_moves(
    plan: _Plan, costs: NDArray[np.float64], scopes: Sequence[NDArray[np.bool_]], index: int, move: int
) -> NDArray[np.int_]:
    """Whole changes to the cells, of least cost, that move one cell by `move`, or as near to it as any table allows.

    Only cells of a scope may change; the scopes are tried in turn. What hidden cells can do alone costs nothing, so
    asking them first is only quicker.
    """
    for size in range(abs(move), 0, -1):
        for scope in scopes:
            moves = _moves_within(plan, costs, scope, index, size if move > 0 else -size)
            if moves is not None:
                return moves
    return np.zeros(costs.shape[1], dtype=int)


def _moves_within(
    plan: _Plan, costs: NDArray[np.float64], scope: NDArray[np.bool_], index: int, move: int
) -> NDArray[np.int_] | None:
    columns = np.flatnonzero(scope)
    values, ranges = plan.table.values()[columns], plan.known_ranges()[columns]
    room = np.stack([ranges[:, 1] - values, values - ranges[:, 0]])
    found = _solved(plan.matrix[:, columns], costs[:, columns], room, int(np.searchsorted(columns, index)), move)
    if found is None:
        return None
    moves = np.zeros(len(scope), dtype=int)
    moves[columns] = found
    return moves


def _solved(
    matrix: csr_array, costs: NDArray[np.float64], room: NDArray[np.float64], index: int, move: int
) -> NDArray[np.int_] | None:
    """The changes of least cost that move one cell by exactly `move` and keep every relation; None if none do.

    Each cell has two unknowns, its rise and its fall, because what is paid for is the size of a change.
    """
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import hstack

    least, most = np.zeros(room.shape), room.copy()
    least[:, index] = most[:, index] = (max(move, 0), max(-move, 0))
    result = milp(
        costs.ravel(),
        integrality=np.ones(costs.size, dtype=int),
        bounds=Bounds(least.ravel(), most.ravel()),
        constraints=[LinearConstraint(hstack([matrix, -matrix]), 0, 0)],
    )
    if result.status == _INFEASIBLE:
        return None
    if result.x is None:
        raise ArithmeticError(f"the search for a table failed: {result.message}")
    rises, falls = np.rint(result.x).astype(int).reshape(room.shape)
    moves = np.asarray(rises - falls)
    if moves[index] != move or np.any(matrix @ moves):
        raise ArithmeticError("the search found a table that does not add up")
    return moves
