"""Tables of published cells refuse what does not add up, and never quote a count."""

import math

import numpy as np
import pytest

from equality.statistics.published import Cell, PublishedTable, Relation, connected_tables, published_table, ranges_left

ROW = [Cell("white", 43), Cell("bme", 3), Cell("all", 46)]
SUM: Relation = ("all", ("white", "bme"))


@pytest.mark.parametrize(
    ("cells", "relations", "words"),
    [
        ([*ROW, Cell("bme", 4)], [SUM], "same key"),
        ([Cell("bme", -3)], [], "below zero"),
        (ROW, [("all", ("white", "bme", "unknown"))], "not published"),
        (ROW, [("everyone", ("white", "bme"))], "not published"),
        ([Cell("white", 43), Cell("bme", 3), Cell("all", 47)], [SUM], "'all' is not the sum"),
        ([Cell("all", 3), Cell("bme", 3)], [("all", ("bme",)), ("bme", ("all",))], "among its own parts"),
    ],
)
def test_what_cannot_be_published_is_refused(cells: list[Cell], relations: list[Relation], words: str) -> None:
    with pytest.raises(ValueError, match=words) as refusal:
        published_table(cells, relations)
    assert not any(character.isdigit() for character in str(refusal.value))


def test_depth_counts_the_sums_below() -> None:
    cells = [Cell("staff", 52), Cell("medical", 6), *ROW]
    table = published_table(cells, [("staff", ("all", "medical")), SUM])
    depths = {cell.key: depth for cell, depth in zip(table.cells, table.depths, strict=True)}
    assert depths == {"staff": 2, "all": 1, "medical": 0, "white": 0, "bme": 0}


def test_pieces_that_no_sum_ties_together_are_apart() -> None:
    table = published_table([*ROW, Cell("chair", 1)], [SUM])
    pieces = connected_tables(table)
    assert sorted(sorted(str(cell.key) for cell in piece.cells) for piece in pieces) == [
        ["all", "bme", "white"],
        ["chair"],
    ]
    assert all(not (piece.matrix() @ piece.values()).any() for piece in pieces)


def test_a_table_is_the_same_in_whatever_order_it_is_told() -> None:
    more: Relation = ("staff", ("all", "medical"))
    cells = [Cell("staff", 52), Cell("medical", 6), *ROW]
    turned: Relation = ("all", ("bme", "white"))
    assert published_table(cells, [more, SUM]) == published_table(cells[::-1], [turned, more])


def ranges_of(table: PublishedTable, known: dict[str, tuple[float, float]]) -> dict[object, tuple[float, float]]:
    """What the sums leave of the known ranges; a cell not named is 0 or more."""
    ranges = np.array([known.get(str(cell.key), (0, math.inf)) for cell in table.cells], dtype=float)
    left = ranges_left(table, ranges)
    return {cell.key: (float(low), float(high)) for cell, (low, high) in zip(table.cells, left, strict=True)}


def test_sums_bound_their_parts_and_parts_their_sums() -> None:
    table = published_table(
        [Cell("staff", 6), Cell("medical", 2), Cell("all", 4), Cell("white", 3), Cell("bme", 1)],
        [("staff", ("all", "medical")), SUM],
    )
    assert ranges_of(table, {"staff": (6, 6), "medical": (1, 4), "bme": (1, 4)}) == {
        "staff": (6, 6),
        "medical": (1, 4),
        "all": (2, 5),
        "white": (0, 4),
        "bme": (1, 4),
    }


def test_what_nothing_bounds_stays_without_end_and_a_wide_range_stays_as_it_was() -> None:
    left = ranges_of(published_table(ROW, [SUM]), {"bme": (1, 1e6)})
    assert left == {"all": (1, math.inf), "white": (0, math.inf), "bme": (1, 1e6)}
