"""England's published figures beside a trust's, read again from the reference file by other code."""

from __future__ import annotations

import csv

import pytest

from equality.analyses.england import england
from equality.analyses.indicators import indicators
from equality.config import ROOT
from tests.builders import ORG, SETTINGS, people, reader_of, staff, survey

RANKS = {"national": 1, "trust": 2, "press": 3}


def published() -> list[dict[str, str]]:
    with (ROOT / "data/reference/england.csv").open(encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["area"] == "England"]


@pytest.mark.parametrize("year", range(2015, 2027))
@pytest.mark.parametrize("indicator", [2, 3, 4, 5, 6, 8])
def test_the_latest_known_figure_is_the_files(indicator: int, year: int) -> None:
    rows = [row for row in published() if row["indicator"] == str(indicator) and row["ethnicity"] in ("", "bme")]
    known = [row for row in rows if int(row["year"]) <= year]
    found = england(reader_of(staff())).latest(indicator, "", year, "")
    assert (found is None) == (not known)
    if found:
        latest = [row for row in known if int(row["year"]) == max(int(row["year"]) for row in known)]
        best = min(RANKS[row["source_kind"]] for row in latest)
        assert found.year == int(latest[0]["year"])
        assert found.value in {float(row["value"]) for row in latest if RANKS[row["source_kind"]] == best}


@pytest.mark.parametrize("indicator", [1, 9])
def test_a_gap_is_taken_within_one_source_scope_and_year_only(indicator: int) -> None:
    def series(row: dict[str, str]) -> tuple[str, ...]:
        return row["year"], row["source"], row["scope"], row["basis"]

    whole = {series(r): float(r["value"]) for r in published() if (r["indicator"], r["part"]) == ("1", "workforce")}
    shares = [r for r in published() if r["indicator"] == str(indicator) and r["part"] != "workforce"]
    expected = {
        (r["part"], int(r["year"]), round(float(r["value"]) - whole[series(r)], 6))
        for r in shares
        if series(r) in whole
    }
    found = {
        (part, figure.year, round(figure.value, 6))
        for (number, part), figures in england(reader_of(staff())).figures.items()
        if number == indicator
        for figure in figures
    }
    assert found == {("" if part == "8a_plus" else part, year, value) for part, year, value in expected}
    assert found


def test_the_last_known_year_is_told() -> None:
    row = indicators(reader_of(people("shortlisted", 9, 9), people("appointed", 3, 3)), SETTINGS, ORG).of(2)[0]
    assert (row.year, row.england_year, row.england_value) == (2025, 2023, 1.59)


def test_a_restated_figure_stands_before_the_earlier_edition_only_of_its_own_kind() -> None:
    found = england(reader_of(staff())).latest(2, "", 2022, "")
    assert found is not None
    assert (found.value, found.source_kind) == (1.54, "trust")


@pytest.mark.parametrize(("basis", "value"), [("dont_know_excluded", 71.2), ("dont_know_included", 44.0)])
def test_indicator_7_is_set_beside_england_on_the_same_basis(basis: str, value: float) -> None:
    row = indicators(reader_of(survey(7, year=2021, basis=basis)), SETTINGS, ORG).of(7)[0]
    assert row.england_value == value


def test_a_hidden_figure_of_indicator_7_still_has_england_on_its_own_basis() -> None:
    row = indicators(reader_of(survey(7, 60.0, "*", year=2021, basis="dont_know_excluded")), SETTINGS, ORG).of(7)[0]
    assert row.england_value == 71.2


def test_only_figures_of_one_source_scope_and_basis_are_joined() -> None:
    for group in england(reader_of(staff())).series(7, ""):
        assert len({(figure.source, figure.scope, figure.basis) for figure in group}) == 1
