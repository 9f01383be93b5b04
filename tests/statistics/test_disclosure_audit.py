"""The attacker finds what subtraction finds."""

import math

import pytest

from equality.statistics.disclosure import Cell, audit

ROW = [Cell("white", 43), Cell("bme", 3), Cell("all", 46)]
SUM = [("all", ("white", "bme"))]


def test_one_hidden_part_of_a_visible_total_is_found() -> None:
    assert audit(ROW, SUM, {"bme"}, 5) == {"bme": (3, 3)}


def test_a_hidden_small_cell_and_its_hidden_total_move_together() -> None:
    assert audit(ROW, SUM, {"bme", "all"}, 5) == {"bme": (1, 4), "all": (44, 47)}


def test_what_nothing_bounds_is_without_end() -> None:
    assert audit(ROW, SUM, {"white", "all"}, 5) == {"white": (0, math.inf), "all": (3, math.inf)}


def test_a_zero_known_to_be_primary_is_small() -> None:
    cells = [Cell("white", 0), Cell("bme", 7), Cell("all", 7)]
    assert audit(cells, SUM, {"white", "bme"}, 5, primary=["white"]) == {"white": (0, 4), "bme": (3, 7)}


def test_two_equations_find_what_one_does_not() -> None:
    cells = [*ROW, Cell("asian", 2), Cell("black", 1)]
    relations = [*SUM, ("bme", ("asian", "black"))]
    assert audit(cells, relations, {"asian", "black"}, 5) == {"asian": (1, 2), "black": (1, 2)}


def test_sums_that_do_not_hold_are_refused() -> None:
    with pytest.raises(ValueError, match="no table agrees"):
        audit([Cell("white", 43), Cell("bme", 3), Cell("all", 60)], SUM, {"bme"}, 5)
