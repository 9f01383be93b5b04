"""The invented returns look like real ones: peaks, slow progress, the same people a year later, gaps."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pandas as pd
import pytest

from equality.config import read_configuration
from equality.demonstration.returns import SEED, invented_return
from equality.demonstration.stores import return_csv, write_demonstration
from equality.intake.storing import import_files
from equality.statistics.ratios import relative_likelihood
from equality.store.layout import Store

HOME, SMALL = "XNM", "XLM"
SENIOR = ("8a", "8b", "8c", "8d", "9", "vsm")


@pytest.fixture(scope="module")
def rows() -> pd.DataFrame:
    """The long form of every invented organisation, with the values also as numbers."""
    made = invented_return(SEED, 16, 10)["return"]
    return made.assign(number=pd.to_numeric(made["value"], errors="coerce"))


@pytest.fixture(scope="module")
def home(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["ods_code"] == HOME]


def staff(rows: pd.DataFrame) -> pd.DataFrame:
    """People by year and ethnicity; senior medical managers are of the consultants."""
    held = rows[(rows["item"] == "staff") & (rows["band"] != "senior_medical_manager")]
    return held.pivot_table(index="year", columns="ethnicity", values="number", aggfunc="sum")


def headline(rows: pd.DataFrame, item: str) -> pd.DataFrame:
    held = rows[(rows["item"] == item) & (rows[["category", "band", "route"]] == "").all(axis=1)]
    return held.pivot_table(index="year", columns="ethnicity", values="number")


def share_pct(people: pd.DataFrame) -> pd.Series:
    return 100 * people["bme"] / people.sum(axis=1)


def test_an_import_finds_no_error_and_stores_what_the_demonstration_holds(tmp_path: Path) -> None:
    files = []
    for kind, table in invented_return(SEED, 16, 10).items():
        files.append(tmp_path / f"invented-{kind}.csv")
        files[-1].write_bytes(return_csv(table))
    stored = import_files(files, Store(tmp_path / "own"), read_configuration())
    assert not stored.report.errors
    assert stored.version is not None
    made = write_demonstration(tmp_path / "demo").version(1)
    for table in ("observations", "organisations"):
        imported, invented = (duckdb.read_parquet(str(v.table_path(table))) for v in (stored.version, made))
        assert len(invented) > 0
        assert imported.except_(invented).fetchall() == invented.except_(imported).fetchall() == []


def test_the_same_seed_gives_the_same_rows_whatever_the_company() -> None:
    few, many = invented_return(7, 2, 10)["return"], invented_return(7, 5, 10)["return"]
    pd.testing.assert_frame_equal(few, many[many["ods_code"].isin([HOME, SMALL])])
    assert not few.equals(invented_return(8, 2, 10)["return"])


def test_fewer_years_are_the_last_ones() -> None:
    assert set(invented_return(SEED, 1, 3)["return"]["year"]) == {2023, 2024, 2025}


def test_every_name_says_that_it_is_invented_and_no_code_is_used_twice() -> None:
    listed = invented_return(SEED, 220, 1)["organisations"]
    assert len(listed) == 220
    assert listed["name"].str.endswith("(invented)").all()
    assert listed["name"].is_unique
    assert listed["ods_code"].is_unique
    assert listed["ods_code"].str.fullmatch("X[A-Z]{2}").all()
    assert listed["region"].nunique() == 7


def test_home_is_a_middling_trust_that_slowly_becomes_more_diverse(home: pd.DataFrame) -> None:
    people = staff(home)
    share = share_pct(people)
    assert people.sum(axis=1).between(6_400, 7_400).all()
    assert share[2016] == pytest.approx(19, abs=1)
    assert share[2025] == pytest.approx(29, abs=1)
    assert (share.diff().dropna() > 0).all()
    assert (100 * people["unknown"] / people.sum(axis=1)).between(4, 6).all()


def test_the_peaks_are_white(home: pd.DataFrame) -> None:
    latest = home[home["year"] == 2025]
    for category in ("clinical", "non_clinical"):
        block = latest[latest["category"] == category]
        base, middle, upper = (
            share_pct(staff(block[block["band"].isin(bands)]))[2025]
            for bands in (("2", "3", "4", "5"), ("6", "7"), SENIOR)
        )
        assert base > middle > upper
    top = staff(latest[latest["band"] == "vsm"]).loc[2025]
    assert top.sum() == pytest.approx(24, abs=1)
    assert top["bme"] <= 1


def test_a_year_later_they_are_mostly_the_same_people(rows: pd.DataFrame) -> None:
    changes = []
    for _, held in rows[(rows["item"] == "staff") & (rows["band"] == "7")].groupby("ods_code"):
        people = staff(held)
        total, share = people.sum(axis=1), share_pct(people) / 100
        changes += list((people["bme"].diff() ** 2 / (2 * total * share * (1 - share))).dropna())
    # Were they drawn afresh each year, this would be 1.
    assert 0.05 < sum(changes) / len(changes) < 0.5


def test_one_senior_band_is_ahead_of_its_line_and_the_others_behind(home: pd.DataFrame) -> None:
    whole = share_pct(staff(home))[2018] / 100
    ahead = {}
    for band in SENIOR:
        people = staff(home[(home["band"] == band)])
        start, goal = people["bme"][2018], round(whole * people.loc[2018].sum())
        ahead[band] = people["bme"][2025] - (start + (goal - start) * 7 / 10)
    assert ahead.pop("8a") > 0.5
    assert max(ahead.values()) < -0.5


def test_appointment_is_worse_beyond_chance_and_discipline_no_longer(home: pd.DataFrame) -> None:
    shortlisted, appointed = headline(home, "shortlisted"), headline(home, "appointed")
    ratios = (appointed["white"] / shortlisted["white"]) / (appointed["bme"] / shortlisted["bme"])
    assert ratios.between(1.25, 1.95).all()
    last = relative_likelihood(
        appointed["white"][2025], shortlisted["white"][2025], appointed["bme"][2025], shortlisted["bme"][2025]
    )
    assert last.interval.lower is not None
    assert last.interval.lower > 1.25
    disciplined, people = headline(home, "disciplinary"), staff(home)
    first, latest = (
        relative_likelihood(
            disciplined["bme"][year], people["bme"][year], disciplined["white"][year], people["white"][year]
        )
        for year in (2016, 2025)
    )
    assert first.value is not None
    assert first.value > 1.6
    assert first.interval.lower is not None
    assert first.interval.lower > 1
    assert latest.interval.lower is not None
    assert latest.interval.lower < 1


def test_international_recruits_flatter_the_ratio(home: pd.DataFrame) -> None:
    def ratio(route: str) -> float:
        held = (
            home[(home["route"] == route) & (home["year"] >= 2023)]
            if route
            else home[(home["year"] >= 2023) & (home[["category", "band", "route"]] == "").all(axis=1)]
        )
        sums = held.pivot_table(index="item", columns="ethnicity", values="number", aggfunc="sum")
        likelihood = sums.loc["appointed"] / sums.loc["shortlisted"]
        return float(likelihood["white"] / likelihood["bme"])

    assert ratio("uk") > ratio("") > 1


def test_indicator_7_changes_its_base_and_overlaps(home: pd.DataFrame) -> None:
    years = home[home["item"] == "survey_7"].groupby("basis")["year"].agg(["min", "max"])
    assert years.loc["dont_know_excluded"].tolist() == [2016, 2022]
    assert years.loc["dont_know_included"].tolist() == [2021, 2025]
    white = home[(home["item"] == "survey_7") & (home["ethnicity"] == "white")].groupby("basis")["number"].mean()
    assert white["dont_know_excluded"] - white["dont_know_included"] > 20


def test_disciplinary_is_an_average_of_two_years_and_then_of_one(home: pd.DataFrame) -> None:
    held = home[(home["item"] == "disciplinary") & (home["category"] == "")]
    assert held.groupby("basis")["year"].agg(["min", "max"]).to_numpy().tolist() == [[2020, 2025], [2016, 2019]]
    halves = held["number"] % 1
    assert set(halves) == {0, 0.5}
    assert set(halves[held["basis"] == "single_year"]) == {0}


def test_what_is_missing_is_missing_in_the_three_ways(rows: pd.DataFrame, home: pd.DataFrame) -> None:
    training = home[home["item"] == "training"]
    assert 2020 not in set(training["year"])
    assert set(training.loc[training["year"] == 2025, "value"]) == {"-"}
    assert (home.loc[home["item"] == "disciplinary", "value"] == "*").any()
    small = rows[rows["ods_code"] == SMALL]
    assert (small.loc[small["item"] == "survey_8", "value"] == "*").any()
    assert set(rows.loc[rows["ods_code"] == "XMR", "year"]) == {2024, 2025}


def test_the_board_of_home_goes_from_one_to_two(home: pd.DataFrame) -> None:
    board = home[(home["item"] == "board") & (home["category"] == "total")]
    people = board.pivot_table(index="year", columns="ethnicity", values="number")
    assert set(people.sum(axis=1)) == {14}
    assert people["bme"].tolist() == sorted(people["bme"])
    assert set(people["bme"]) == {1, 2}
