"""The public view: nothing that it prints, together, tells more of a small count than that it is small."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from equality.analyses.disclosure import hide_board, hide_flows, hide_survey
from equality.analyses.indicators import indicators
from equality.analyses.quality import quality
from equality.analyses.representation import representation
from equality.analyses.workforce import band_sums
from equality.domain import View
from equality.store.fetch import fetch_board, fetch_flows, fetch_survey
from equality.tables.figures import QUESTIONS, Asked
from tests.analyses.attacker import Attacker, StaffAttacker
from tests.analyses.invented import invented_organisation
from tests.builders import ORG, SETTINGS, Row, Rows, board, people, reader_of, staff, survey, with_settings

PUBLIC = View.PUBLIC
YEARS = (2018, 2025)


def trust(size: int) -> list[Row]:
    """Two years of a trust: bands of two blocks, ever smaller and Whiter, and consultants of whom some are managers."""
    rows: Rows = []
    for year in YEARS:
        for block, share in (("clinical", 3), ("non_clinical", 5)):
            for height, band in enumerate(("5", "6", "8a", "8c", "vsm")):
                posts = max(1, size // (1 + height**2))
                bme = posts // (share + height)
                rows += staff(posts - bme, bme, posts // 17, band=band, category=block, year=year)
        medical = {"category": "medical", "year": year}
        rows += staff(size // 4, size // 5, 1, band="consultant", **medical)
        rows += staff(size // 6, min(2, size // 5), 0, band="senior_medical_manager", **medical)
    return rows


STORES = {f"trust of {size}": (ORG, trust(size)) for size in (8, 60, 400)}
STORES |= {f"invented {seed}": (f"X{seed}", invented_organisation(seed, YEARS, size=12)) for seed in (80, 81)}


@pytest.mark.parametrize("name", STORES)
def test_no_small_count_of_staff_can_be_solved_for(name: str) -> None:
    org, rows = STORES[name]
    reader = reader_of(rows)
    printed = {
        question: QUESTIONS[question](reader, SETTINGS, Asked(org, view=PUBLIC)).rows
        for question in ("representation", "disparity", "indicators", "model-employer")
    }
    for year in YEARS:
        of_year = {q: [row for row in found if row["year"] == year] for q, found in printed.items()}
        spy = StaffAttacker([row for row in rows if row["year"] == year], band_sums(SETTINGS))
        spy.read_representation(of_year["representation"])
        spy.read_disparity(of_year["disparity"])
        spy.read_indicators(of_year["indicators"])
        spy.read_model_employer(printed["model-employer"], year, min(YEARS), max(YEARS))
        assert spy.attacker.narrowed() == {}
    hidden = [row for row in printed["representation"] if row["status"] == "suppressed"]
    assert hidden, "a store without anything to hide proves nothing"


def test_the_private_view_hides_nothing() -> None:
    rows = representation(reader_of(trust(8)), SETTINGS, ORG).rows
    assert {row.status for row in rows} <= {"ok", "undefined"}


FLOWS = ("clinical", "non_clinical", "medical")


def flow_attack(rows: Rows, threshold: int = 5) -> dict[object, tuple[float, float]]:
    """What is learnt of ``appointed`` people from the public rows of indicator 2 and of the flows behind them."""
    reader = reader_of(rows)
    frame = hide_flows(fetch_flows(reader, ORG), SETTINGS)
    frame = frame[frame["item"] == "appointed"]
    leaves = [row for row in rows if row["item"] == "appointed" and row["category"] in FLOWS]
    truth = {(row["category"], row["ethnicity"]): float(row["value"]) for row in leaves}
    spy = Attacker(dict(truth), threshold)
    spans = {"": FLOWS, "non_medical": FLOWS[:2]} | {name: (name,) for name in FLOWS}
    for row in frame.to_dict("records"):
        for group in ("white", "bme", "unknown"):
            made = {(name, group): 1.0 for name in spans[str(row["part"])] if (name, group) in truth}
            spy.published[row["part"], group] = made
            spy.learn(made, None if pd.isna(row[group]) else float(row[group]))
    return spy.narrowed()


@pytest.mark.parametrize("with_non_medical", [False, True])
@pytest.mark.parametrize("with_headline", [False, True])
def test_no_small_count_of_appointments_can_be_solved_for(with_headline: bool, with_non_medical: bool) -> None:
    counts = {"clinical": (40, 2, 6), "non_clinical": (30, 9, 7), "medical": (20, 8, 1)}
    rows = [row for name, cell in counts.items() for row in people("appointed", *cell, category=name)]
    if with_non_medical:
        rows += people("appointed", 70, 11, 13, category="non_medical")
    if with_headline:
        rows += people("appointed", 90, 19, 14)
    assert flow_attack(rows) == {}


def test_the_rest_of_a_total_that_is_split_in_part_is_protected_too() -> None:
    """12 entered and 10 of them were clinical: the 2 others must not be worked out."""
    rows = people("disciplinary", 40, 12, 0, basis="single_year")
    rows += people("disciplinary", 30, 10, 0, category="clinical", basis="single_year")
    frame = hide_flows(fetch_flows(reader_of(rows), ORG), SETTINGS)
    assert frame["bme"].isna().any()


def test_a_count_that_its_source_withheld_is_not_given_away_by_the_total() -> None:
    rows = staff(100, 22, 0, band="") + staff(60, 20, 0) + staff(40, "*", 0, band="8a")
    found = representation(reader_of(rows), SETTINGS, ORG, PUBLIC).rows
    shown = {(row.category, row.band): row.bme for row in found}
    assert shown["clinical", "8a"] is None
    assert None in (shown["clinical", "all"], shown["clinical", "5"])


def test_likelihoods_of_hidden_counts_are_hidden_with_everything_made_of_them() -> None:
    rows = staff(900, 300) + people("disciplinary", 20, 3, basis="single_year")
    row = indicators(reader_of(rows), SETTINGS, ORG, PUBLIC).of(3)[0]
    shown = (row.value, row.lower_95, row.white_value, row.bme_value, row.white_count, row.bme_count, row.people)
    assert set(shown) == {None}
    assert (row.status, row.verdict) == ("suppressed", "cannot_be_calculated")


def test_a_zero_that_tells_everybodys_group_is_hidden() -> None:
    found = representation(reader_of(staff(0, 7, 0, band="9") + staff(90, 30, 9)), SETTINGS, ORG, PUBLIC)
    assert [row.white for row in found.rows if (row.category, row.band) == ("clinical", "9")] == [None]


def test_an_average_that_overlaps_a_single_year_is_hidden() -> None:
    """(s + 30) / 2 = 16 beside last year's 30 tells of this year's 2."""
    average = "two_year_average"
    rows = people("disciplinary", 90, 30, year=2020, basis="single_year")
    rows += people("disciplinary", 88, 16, year=2021, basis=average)
    rows += people("disciplinary", 80, 20, year=2023, basis=average)
    frame = hide_flows(fetch_flows(reader_of(rows), ORG), SETTINGS)
    assert list(frame.sort_values("year")["status"]) == ["ok", "suppressed", "ok"]
    assert frame.loc[frame["year"] == 2021, ["white", "bme"]].isna().all(axis=None)


def test_halves_are_hidden_in_units_of_half_a_person() -> None:
    rows = people("disciplinary", 90, 4.5, 9, basis="two_year_average")
    frame = hide_flows(fetch_flows(reader_of(rows), ORG), SETTINGS)
    assert frame["bme"].isna().all()
    assert frame["white"].tolist() == [90]


def test_survey_results_of_under_ten_are_hidden_and_with_them_the_finer_groups() -> None:
    rows = survey(5, 20.0, 30.0, 500, 100) + survey(6, 20.0, 30.0, 500, 9)
    for indicator in (5, 6):
        for group, base in (("asian", 91), ("black", 9)):
            rows += people(f"survey_{indicator}", bme=33.0)[:0]
            rows += [row | {"ethnicity": group} for row in people(f"survey_{indicator}", bme=33.0)]
            rows += [row | {"ethnicity": group} for row in people(f"survey_{indicator}_base", bme=base)]
    frame = hide_survey(fetch_survey(reader_of(rows), ORG), SETTINGS)
    shown = {(row["indicator"], row["ethnicity"]) for row in frame.to_dict("records") if row["status"] == "ok"}
    assert shown == {(5, "white"), (5, "bme"), (6, "white")}
    assert frame.loc[frame["status"] != "ok", ["value_pct", "base"]].isna().all(axis=None)


def test_a_survey_without_bases_is_shown() -> None:
    frame = hide_survey(fetch_survey(reader_of(survey(5)), ORG), SETTINGS)
    assert set(frame["status"]) == {"ok"}


def test_a_board_is_published_unless_the_configuration_suppresses_it() -> None:
    rows = staff(900, 300) + board("total", 9, 1)
    row = indicators(reader_of(rows), SETTINGS, ORG, PUBLIC).of(9, "total")[0]
    assert (row.status, row.bme_count) == ("ok", 1)
    hidden = with_settings(disclosure={"board": "suppress"})
    row = indicators(reader_of(rows), hidden, ORG, PUBLIC).of(9, "total")[0]
    assert (row.status, row.value, row.bme_count) == ("suppressed", None, None)
    assert representation(reader_of(rows), hidden, ORG, PUBLIC).board_at(date(2025, 3, 31)) is None
    assert len(hide_board(fetch_board(reader_of(rows), ORG), hidden)) == 1


def test_a_hidden_workforce_says_that_it_is_hidden() -> None:
    row = indicators(reader_of(staff(30, 3, 0) + board()), SETTINGS, ORG, PUBLIC).of(9, "total")[0]
    assert row.status == "suppressed"


def test_the_checks_of_counts_are_not_for_the_public() -> None:
    rows = staff(40, 3, 30, year=2024) + staff(90, 9, 40)
    assert {row.check for row in quality(reader_of(rows), SETTINGS, ORG)} >= {"band_moved", "unknown_ethnicity"}
    public = quality(reader_of(rows), SETTINGS, ORG, PUBLIC)
    assert {row.check for row in public} <= {"missing_item", "missing_year", "unlisted_organisation"}


def test_another_threshold_hides_more() -> None:
    rows = staff(90, 8, 30)
    shown = {}
    for threshold in (5, 10):
        settings = with_settings(disclosure={"threshold": threshold})
        shown[threshold] = representation(reader_of(rows), settings, ORG, PUBLIC).rows[0].bme
    assert shown == {5: 8, 10: None}
