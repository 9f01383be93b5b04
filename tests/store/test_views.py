"""The staging views on the cases where two ways of adding up could differ: one number is right, and it is this one."""

from __future__ import annotations

import pandas as pd
import pytest

from equality.store.fetch import COLUMNS, fetch_board, fetch_flows, fetch_staff, fetch_survey
from tests.builders import ORG, Row, Rows, board, observation, people, reader_of, staff, survey


def counts(frame: pd.DataFrame, name: str, **where: object) -> list[float]:
    for column, value in where.items():
        frame = frame[frame[column] == value]
    return [float(value) for value in frame[name]]


@pytest.mark.parametrize(
    ("name", "fetch"),
    [("staff", fetch_staff), ("flows", fetch_flows), ("survey", fetch_survey), ("board", fetch_board)],
)
def test_an_organisation_that_is_not_held_has_typed_columns_and_no_rows(name: str, fetch: object) -> None:
    assert callable(fetch)
    frame = fetch(reader_of(staff()), "RZZ")
    assert frame.empty
    assert list(frame.columns) == list(COLUMNS[name])


def total(*rows: Rows | Row, category: str = "all") -> float:
    found = fetch_staff(reader_of(*rows), ORG)
    (value,) = counts(found, "headcount", category=category, band="all")
    return value


def test_totals_of_blocks_make_the_workforce_whatever_each_was_supplied_as() -> None:
    clinical, other = staff(80, 20, band=""), staff(30, 10, category="non_clinical", band="")
    bands = staff(80, 20), staff(30, 10, category="non_clinical", band="2")
    doctors = staff(10, 10, category="medical", band="consultant")
    for rows in ((clinical, other), bands, (clinical, bands[1]), (clinical, *bands), (bands[0], other)):
        assert total(*rows, category="non_medical") == 140
        assert total(*rows, doctors) == 160


def test_non_medical_as_supplied_stands_for_its_blocks() -> None:
    whole = staff(110, 30, category="non_medical", band="")
    assert total(staff(80, 20), staff(30, 10, category="non_clinical"), whole) == 140


def test_a_block_whose_total_was_withheld_leaves_the_workforce_unknown() -> None:
    found = fetch_staff(reader_of(staff(80, "*", band=""), staff(80, 20)), ORG)
    assert found.loc[found["category"] == "all", "bme"].isna().all()
    assert counts(found, "white", category="all") == [80]


def test_a_september_count_is_never_added_to_march() -> None:
    rows = staff(80, 20, year=2018) + staff(7, 3, year=2018, as_at=pd.Timestamp(2018, 9, 30))
    found = fetch_staff(reader_of(rows), ORG)
    assert sorted(counts(found, "headcount", category="all")) == [10, 100]


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ([{}], 100),
        ([{"band": "5"}, {"band": "6"}], 200),
        ([{"category": "clinical"}, {"category": "non_clinical"}, {"band": "5"}], 200),
        ([{"category": "clinical"}, {"category": "non_clinical"}, {"category": "non_medical"}], 100),
        ([{"category": "clinical", "band": "5"}, {"category": "clinical"}], 100),
        ([{"route": "uk"}, {"route": "international"}, {"category": "clinical"}], 100),
    ],
)
def test_a_headline_is_the_sum_of_one_level_and_no_person_counts_twice(
    levels: list[dict[str, str]], expected: float
) -> None:
    rows = [people("shortlisted", 60, 40, **level) for level in levels]
    found = fetch_flows(reader_of(*rows), ORG)
    (white,), (bme,) = counts(found, "white", part=""), counts(found, "bme", part="")
    assert white + bme == expected


def test_two_bases_are_never_added_up() -> None:
    rows = [people("disciplinary", 10, 9, basis=basis) for basis in ("single_year", "two_year_average")]
    assert counts(fetch_flows(reader_of(*rows), ORG), "white", part="") == [10, 10]


def test_a_base_without_a_basis_serves_both() -> None:
    rows = survey(7, 60.0, 50.0, basis="dont_know_included") + survey(7, 70.0, 65.0, basis="dont_know_excluded")
    rows.append(observation("survey_7_base", "bme", 90))
    assert counts(fetch_survey(reader_of(rows), ORG), "base", ethnicity="bme") == [90, 90]


@pytest.mark.parametrize("halves", [("voting", "non_voting"), ("executive", "non_executive")])
def test_a_board_is_the_sum_of_its_halves_unless_supplied(halves: tuple[str, str]) -> None:
    rows = board(halves[0], 5, 1) + board(halves[1], 4, 2)
    assert counts(fetch_board(reader_of(rows), ORG), "headcount", part="total") == [12]
    assert counts(fetch_board(reader_of(rows, board("total", 9, 9)), ORG), "headcount", part="total") == [18]


def test_half_a_board_is_no_board() -> None:
    assert counts(fetch_board(reader_of(board("voting", 5, 1)), ORG), "headcount", part="total") == []
