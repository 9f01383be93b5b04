"""A set of published counts and the sums that tie them together."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Relation = tuple[Hashable, tuple[Hashable, ...]]

_ROUNDS: Final = 50


@dataclass(frozen=True, slots=True)
class Cell:
    """One published count: a key of the caller's own, and a whole number of people, 0 or more."""

    key: Hashable
    value: int


@dataclass(frozen=True, slots=True)
class PublishedTable:
    """Cells in an order of their own, the relations as positions in it, and how many levels of sums lie below each."""

    cells: tuple[Cell, ...]
    relations: tuple[tuple[int, tuple[int, ...]], ...]
    depths: tuple[int, ...]

    def values(self) -> NDArray[np.int_]:
        """The counts, in the order of the cells."""
        return np.array([cell.value for cell in self.cells], dtype=int)

    def matrix(self) -> csr_array:
        """One row a relation, one column a cell: +1 for the total, −1 for each part; a table that holds gives zeros."""
        from scipy.sparse import csr_array

        entries = [
            (row, column, sign)
            for row, (total, parts) in enumerate(self.relations)
            for column, sign in ((total, 1.0), *((part, -1.0) for part in parts))
        ]
        rows, columns, signs = zip(*entries, strict=True) if entries else ((), (), ())
        return csr_array((signs, (rows, columns)), shape=(len(self.relations), len(self.cells)))


def published_table(cells: Sequence[Cell], relations: Sequence[Relation]) -> PublishedTable:
    """The table of these cells and relations, the same for every order in which they are given.

    Raises ValueError, naming keys and never values, for a repeated key, a negative value, a relation that names an
    unpublished cell, one that does not hold, and totals that contain themselves.
    """
    ordered = tuple(sorted(cells, key=lambda cell: repr(cell.key)))
    position = {cell.key: index for index, cell in enumerate(ordered)}
    if len(position) < len(ordered):
        raise ValueError("two cells have the same key")
    for cell in ordered:
        if cell.value < 0:
            raise ValueError(f"{cell.key!r} is below zero")
    placed = sorted({_placed(relation, position) for relation in relations})
    for total, parts in placed:
        if ordered[total].value != sum(ordered[part].value for part in parts):
            raise ValueError(f"{ordered[total].key!r} is not the sum of its parts")
    return PublishedTable(ordered, tuple(placed), _depths(len(ordered), placed))


def connected_tables(table: PublishedTable) -> tuple[PublishedTable, ...]:
    """The table in pieces that no relation ties together; a cell in no relation is a piece of its own."""
    from scipy.sparse.csgraph import connected_components

    ties = abs(table.matrix())
    _, labels = connected_components(ties.T @ ties, directed=False)
    return tuple(_piece(table, np.flatnonzero(labels == label)) for label in np.unique(labels))


def ranges_left(table: PublishedTable, ranges: NDArray[np.float64]) -> NDArray[np.float64]:
    """The lowest and highest (columns, `inf` where nothing bounds it) of each cell once the sums have been worked out.

    Each sum in turn bounds each of its members by what the others can be, until nothing changes or it has gone on for
    long; what several sums tell only together is not found. `ranges` are those known beforehand, which the table's own
    counts must keep.
    """
    bounded = np.isfinite(ranges)
    # Further from everything than all the steps below can bring it.
    endless = 2.0 * _ROUNDS * (1 + table.values().sum() + ranges[bounded].sum())
    entries = table.matrix().tocoo()
    rows, columns, signs = entries.row, entries.col, entries.data
    left = np.where(bounded, ranges, endless)
    for _ in range(_ROUNDS):
        before = left.copy()
        ends = signs[:, None] * left[columns]
        least, most = ends.min(axis=1), ends.max(axis=1)
        # The members of a sum, signed, make 0: one is at most what the others are at least, with the sign turned.
        highest, lowest = least - np.bincount(rows, least)[rows], most - np.bincount(rows, most)[rows]
        np.maximum.at(left[:, 0], columns, np.where(signs > 0, lowest, -highest))
        np.minimum.at(left[:, 1], columns, np.where(signs > 0, highest, -lowest))
        if np.array_equal(left, before):
            break
    return np.where(left >= endless / 2, np.inf, left)


def _piece(table: PublishedTable, columns: NDArray[np.int_]) -> PublishedTable:
    place = {int(column): index for index, column in enumerate(columns)}
    relations = tuple(
        (place[total], tuple(place[part] for part in parts)) for total, parts in table.relations if total in place
    )
    return PublishedTable(
        tuple(table.cells[column] for column in columns), relations, tuple(table.depths[column] for column in columns)
    )


def _placed(relation: Relation, position: dict[Hashable, int]) -> tuple[int, tuple[int, ...]]:
    total, parts = relation
    if missing := [key for key in (total, *parts) if key not in position]:
        raise ValueError(f"a relation names cells that are not published: {missing!r}")
    return position[total], tuple(sorted(position[part] for part in parts))


def _depths(size: int, relations: Sequence[tuple[int, tuple[int, ...]]]) -> tuple[int, ...]:
    depths = [0] * size
    for _ in range(size + 1):
        before = list(depths)
        for total, parts in relations:
            depths[total] = max(depths[total], 1 + max((depths[part] for part in parts), default=0))
        if depths == before:
            return tuple(depths)
    raise ValueError("a total is among its own parts")
