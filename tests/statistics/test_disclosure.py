"""Hidden cells, attacked: by linear arithmetic, and by trying every table there is."""

import math
from collections import Counter
from collections.abc import Hashable, Sequence
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from equality.statistics import disclosure
from equality.statistics.disclosure import Cell, Relation, audit, suppress
from tests.statistics.tables import crossed, small_keys, trust

A_LITTLE = 1e-6


def counts(*axes: Sequence[str], most: int = 12) -> st.SearchStrategy[tuple[list[Cell], list[Relation]]]:
    """Tables with margins whose inner cells are from 0 to `most`."""
    keys = [tuple(axes[axis][place] for axis, place in enumerate(index)) for index in np.ndindex(*map(len, axes))]
    return st.tuples(*(st.integers(0, most) for _ in keys)).map(lambda v: crossed(dict(zip(keys, v, strict=True))))


def assert_nothing_narrower(cells: list[Cell], relations: list[Relation], threshold: int) -> frozenset[Hashable]:
    """Each small cell may be anything from 1 to threshold − 1, or what it might be were everything hidden."""
    hidden = suppress(cells, relations, threshold)
    small = small_keys(cells, threshold)
    assert small <= hidden
    found = audit(cells, relations, hidden, threshold)
    widest = audit(cells, relations, {cell.key for cell in cells}, threshold)
    for key in small:
        assert found[key][0] <= math.ceil(widest[key][0] - A_LITTLE) + A_LITTLE, key
        assert found[key][1] >= math.floor(widest[key][1] + A_LITTLE) - A_LITTLE, key
    return hidden


@settings(max_examples=40)
@given(counts(("5", "6", "7", "8a"), ("white", "bme", "unknown")), st.sampled_from([3, 5, 10]))
def test_arithmetic_tells_no_more_than_that_a_cell_is_small(
    table: tuple[list[Cell], list[Relation]], threshold: int
) -> None:
    assert_nothing_narrower(*table, threshold)


@settings(max_examples=15, derandomize=True)
@given(counts(("clinical", "non_clinical"), ("6", "7", "8a"), ("white", "bme", "unknown")))
def test_nor_where_three_kinds_of_total_cross(table: tuple[list[Cell], list[Relation]]) -> None:
    assert_nothing_narrower(*table, 5)


ROWS, GROUPS = ("8a", "8b"), ("white", "bme", "unknown")
EVERY_INNER = np.indices((12,) * 6).reshape(6, -1)


def every_table() -> dict[Hashable, np.ndarray]:
    """All tables of two rows and three groups with inner cells from 0 to 11: key → the value in each."""
    keys = [(row, group) for row in ROWS for group in GROUPS]
    cells: dict[Hashable, np.ndarray] = dict(zip(keys, EVERY_INNER.astype(np.int16), strict=True))
    for row in ROWS:
        cells[row, "all"] = np.sum([cells[row, group] for group in GROUPS], axis=0)
    for group in (*GROUPS, "all"):
        cells["all", group] = np.sum([cells[row, group] for row in ROWS], axis=0)
    return cells


ALL_TABLES: dict[Hashable, np.ndarray] = {}


@settings(max_examples=30)
@given(counts(ROWS, GROUPS, most=6))
def test_trying_every_table_of_whole_numbers_tells_no_more_either(table: tuple[list[Cell], list[Relation]]) -> None:
    ALL_TABLES.update(ALL_TABLES or every_table())
    cells, relations = table
    small, hidden = small_keys(cells, 5), suppress(cells, relations, 5)
    believable, compatible = np.ones(EVERY_INNER.shape[1], bool), np.ones(EVERY_INNER.shape[1], bool)
    for cell in cells:
        values = ALL_TABLES[cell.key]
        if cell.key in small:
            believable &= (values >= 1) & (values <= 4)
        if cell.key not in hidden:
            compatible &= values == cell.value
    for key in small:
        widest, left = ALL_TABLES[key][believable], ALL_TABLES[key][believable & compatible]
        assert (left.min(), left.max()) == (widest.min(), widest.max()), key


@settings(max_examples=40)
@given(counts(("5", "6", "7"), ("white", "bme", "unknown")))
def test_no_sum_has_exactly_one_hidden_member(table: tuple[list[Cell], list[Relation]]) -> None:
    cells, relations = table
    hidden = suppress(cells, relations, 5)
    for total, parts in relations:
        assert len(hidden & {total, *parts}) != 1


@settings(max_examples=25)
@given(counts(("5", "6", "7"), ("white", "bme", "unknown")), st.randoms())
def test_order_changes_nothing(table: tuple[list[Cell], list[Relation]], chance: Random) -> None:
    cells, relations = table
    before = suppress(cells, relations, 5)
    chance.shuffle(cells)
    relations = [(total, tuple(reversed(parts))) for total, parts in relations]
    chance.shuffle(relations)
    assert suppress(cells, relations, 5) == before


def test_an_ordinary_trust_keeps_most_of_its_table_and_all_its_large_totals() -> None:
    cells, relations = trust(8000)
    hidden = assert_nothing_narrower(cells, relations, 5)
    assert 0 < len(hidden) < 0.3 * len(cells)
    assert not [cell for cell in cells if cell.key in hidden and cell.value >= 20 and "all" in str(cell.key)]


def test_a_small_trust_is_as_safe() -> None:
    assert_nothing_narrower(*trust(600), 5)


ROW = [Cell("white", 43), Cell("bme", 3), Cell("unknown", 2), Cell("all", 48)]
ROW_SUM: list[Relation] = [("all", ("white", "bme", "unknown"))]


def test_two_small_cells_whose_sum_tells_too_much_need_a_third() -> None:
    """Of two that make 5 each may be 1 to 4; of two that make 3 each is known to be 1 or 2."""
    assert suppress(ROW, ROW_SUM, 5) == {"bme", "unknown"}
    row = [Cell("white", 43), Cell("bme", 2), Cell("unknown", 1), Cell("all", 46)]
    assert suppress(row, ROW_SUM, 5) == {"white", "bme", "unknown"}


def test_a_weight_says_which_cell_is_spared() -> None:
    row = [Cell("white", 43), Cell("bme", 2), Cell("unknown", 1), Cell("all", 46)]
    assert suppress(row, ROW_SUM, 5, weights={"white": 100.0}) == {"all", "bme", "unknown"}


def test_a_table_without_small_cells_is_published_whole() -> None:
    assert suppress([Cell("white", 43), Cell("bme", 0), Cell("all", 43)], [("all", ("white", "bme"))], 5) == frozenset()


def test_a_cell_in_no_sum_is_hidden_alone() -> None:
    assert suppress([*ROW, Cell("chair", 1)], [], 5) == {"bme", "unknown", "chair"}


def test_zeros_that_tell_the_group_of_everyone_are_hidden_and_could_be_more() -> None:
    cells, relations = crossed(
        {
            ("9", "white"): 0,
            ("9", "bme"): 7,
            ("8d", "white"): 20,
            ("8d", "bme"): 9,
            ("8c", "white"): 30,
            ("8c", "bme"): 11,
        }
    )
    hidden = suppress(cells, relations, 5, primary=[("9", "white")])
    assert ("9", "white") in hidden
    low, high = audit(cells, relations, hidden, 5, primary=[("9", "white")])["9", "white"]
    assert (low, high) == pytest.approx((0, 4))


@pytest.mark.parametrize("empty", ["white", "bme"])
def test_a_large_cell_can_be_primary_too_and_needs_room_both_ways(empty: str) -> None:
    """The cheap row 8b has a zero, so it lets the cell move one way only."""
    inner: dict[tuple[str, ...], int] = dict.fromkeys(
        ((r, g) for r in ("8a", "8b", "8c", "8d") for g in GROUPS[:2]), 20
    )
    inner["8b", empty] = 0
    cells, relations = crossed(inner)
    weights = {("8b", "white"): 0.1, ("8b", "bme"): 0.1}
    hidden = suppress(cells, relations, 5, weights=weights, primary=[("8a", "bme")])
    low, high = audit(cells, relations, hidden, 5)["8a", "bme"]
    assert low <= 16
    assert high >= 24


def test_several_large_primary_cells_do_not_hide_the_rest() -> None:
    row = [Cell("white", 40), Cell("bme", 30), Cell("unknown", 20), Cell("all", 90)]
    assert suppress(row, ROW_SUM, 5, primary=["white", "bme", "all"]) == {"white", "bme", "all"}


def test_a_part_is_hidden_rather_than_a_total_even_where_it_is_as_large() -> None:
    cells, relations = crossed(
        {
            ("8a", "white"): 60,
            ("8a", "bme"): 3,
            ("8b", "white"): 60,
            ("8b", "bme"): 9,
            ("8c", "white"): 0,
            ("8c", "bme"): 30,
        }
    )
    assert not [key for key in suppress(cells, relations, 5) if "all" in str(key)]


def test_the_caller_can_say_what_is_sensitive() -> None:
    assert suppress(ROW, [], 5, sensitive=lambda cell: cell.key == "white") == {"white"}


def test_two_years_joined_by_a_movement_are_one_table() -> None:
    """Last year and joiners is this year and leavers: that sum is printed nowhere, so hiding it costs nothing."""
    cells = [Cell("2024", 12), Cell("joined", 6), Cell("2025", 16), Cell("left", 2), Cell("sum", 18)]
    relations: list[Relation] = [("sum", ("2024", "joined")), ("sum", ("2025", "left"))]
    hidden = suppress(cells, relations, 5, weights={"sum": 0.0})
    seen = audit(cells, relations, hidden | {"sum"}, 5)
    assert seen["left"] == pytest.approx((1, 4))


def test_a_solver_that_gives_up_hides_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ArithmeticError

    monkeypatch.setattr(disclosure, "_solved", fail)
    assert suppress(ROW, ROW_SUM, 5) == {"white", "bme", "unknown", "all"}


def test_one_table_serves_many_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page of ten years waits for this: the solver is asked less than once for each small cell."""
    asked, solved = Counter[int](), disclosure._solved

    def count(*problem: Any) -> Any:
        asked[len(cells)] += 1
        return solved(*problem)

    monkeypatch.setattr(disclosure, "_solved", count)
    cells, relations = trust(600)
    suppress(cells, relations, 5)
    assert 0 < asked[len(cells)] < len(small_keys(cells, 5))


def test_half_people_are_no_table() -> None:
    """Twice `p` is `twice`, which with `one` makes 4 at most: by fractions alone `twice` could be 3 and `p` 1.5."""
    cells = [Cell("p", 1), Cell("a", 1), Cell("b", 1), Cell("twice", 2), Cell("one", 1), Cell("few", 3)]
    relations: list[Relation] = [("a", ("p",)), ("b", ("p",)), ("twice", ("a", "b")), ("few", ("twice", "one"))]
    cells, relations = [*cells, Cell("many", 60), Cell("all", 63)], [*relations, ("all", ("few", "many"))]
    assert suppress(cells, relations, 5) == {"p", "a", "b", "twice", "one", "few", "many"}


def test_a_threshold_that_would_say_the_number_is_refused() -> None:
    with pytest.raises(ValueError, match="3 or more"):
        suppress(ROW, ROW_SUM, 2)


def test_a_primary_key_that_is_not_published_is_refused() -> None:
    with pytest.raises(ValueError, match="not published"):
        suppress(ROW, ROW_SUM, 5, primary=["asian"])
