"""What may be compared with what, and how a change is judged by the nature of the indicator."""

from __future__ import annotations

import math
from datetime import date

import pytest

from equality.analyses.indicator_rows import IndicatorRow
from equality.analyses.indicators import indicators
from tests.builders import ORG, SETTINGS, Rows, board, people, reader_of, staff, survey

Z = 1.959963984540054


def history(indicator: int, *rows: Rows, part: str = "") -> list[IndicatorRow]:
    return list(indicators(reader_of(*rows), SETTINGS, ORG).of(indicator, part))


def last(indicator: int, *rows: Rows, part: str = "") -> IndicatorRow:
    return history(indicator, *rows, part=part)[-1]


def flow(year: int, white: float, bme: float, basis: str = "single_year") -> Rows:
    return staff(1000, 500, year=year) + people("disciplinary", white, bme, year=year, basis=basis)


def test_a_flow_changes_by_a_factor_with_the_interval_of_a_ratio_of_ratios() -> None:
    row = last(3, flow(2024, 20, 10), flow(2025, 20, 30))
    variance = sum(1 / n for n in (20, 10, 20, 30)) - 2 * (1 / 1000 + 1 / 500)
    assert (row.change, row.change_from_year) == (pytest.approx(3), 2024)
    assert row.change_lower_95 == pytest.approx(3 / math.exp(Z * math.sqrt(variance)))
    assert row.change_verdict == "worse"


def test_a_flow_within_chance_is_not_distinguishable() -> None:
    assert last(3, flow(2024, 20, 10), flow(2025, 20, 14)).change_verdict == "not_distinguishable"


def test_the_last_supplied_year_is_compared_with_not_a_missing_or_undefined_one() -> None:
    row = last(3, flow(2020, 20, 10), staff(year=2021), flow(2022, 0, 9), flow(2025, 20, 10))
    assert (row.change, row.change_from_year, row.since_first) == (1, 2020, None)


def test_averages_are_compared_only_where_their_years_do_not_overlap() -> None:
    average = "two_year_average"
    rows = [flow(year, 20, bme, average) for year, bme in ((2016, 10), (2017, 11), (2018, 12.5))]
    found = history(3, *rows)
    assert [row.change_from_year for row in found] == [None, None, 2016]
    assert found[-1].change == pytest.approx(1.25)


def test_a_single_year_is_never_compared_with_an_average() -> None:
    assert last(3, flow(2018, 20, 10, "two_year_average"), flow(2020, 20, 10)).change is None


def test_an_average_is_compared_with_an_average_that_stands_beside_another_figure() -> None:
    both = flow(2019, 20, 10) + people("disciplinary", 20, 10, year=2019, basis="two_year_average")
    assert last(3, both, flow(2021, 20, 15, "two_year_average")).change_from_year == 2019


def test_indicator_7_is_never_compared_across_its_change_of_base() -> None:
    old, new = "dont_know_excluded", "dont_know_included"
    rows = [survey(7, 80.0, 70.0, 900, 300, year=year, basis=old) for year in (2020, 2021)]
    rows += [survey(7, 55.0, 45.0, 900, 300, year=year, basis=new) for year in (2022, 2023)]
    assert [row.change_from_year for row in history(7, *rows)] == [None, 2020, None, 2022]


@pytest.mark.parametrize(("indicator", "verdict"), [(5, "worse"), (7, "better")])
def test_a_survey_is_tested_by_newcombe_where_bases_are_known(indicator: int, verdict: str) -> None:
    rows = [survey(indicator, 20.0, share, 900, 400, year=year) for year, share in ((2024, 30.0), (2025, 45.0))]
    row = last(indicator, *rows)
    assert (row.change, row.change_verdict) == (15, verdict)
    assert (row.change_lower_95 or 0) < 15 < (row.change_upper_95 or 0)


def test_a_survey_without_bases_has_a_change_and_no_verdict() -> None:
    row = last(5, survey(5, 20.0, 30.0, year=2024), survey(5, 20.0, 45.0))
    assert (row.change, row.change_verdict) == (15, "cannot_be_calculated")


@pytest.mark.parametrize(("bme", "verdict"), [(10, "not_distinguishable"), (12, "better"), (8, "worse")])
def test_a_stock_changes_by_persons_not_by_chance(bme: int, verdict: str) -> None:
    rows = [staff(700, 300, year=year, band="6") for year in (2024, 2025)]
    rows += [staff(90, 10, band="8a", year=2024), staff(100 - bme, bme, band="8a")]
    assert last(1, *rows, part="band:8a").change_verdict == verdict


def test_the_board_changes_by_persons() -> None:
    rows = [staff(year=2024), staff(), board("total", 9, 1, year=2024), board("total", 8, 2)]
    row = last(9, *rows, part="total")
    assert (row.change, row.change_verdict) == (pytest.approx(10), "better")


def test_a_september_snapshot_is_compared_with_nothing() -> None:
    september = [staff(80, 20, year=2017, as_at=date(2017, 9, 30), band=band) for band in ("5", "8a")]
    march = [staff(80, 20 - year % 2, year=year, band=band) for year in (2018, 2019) for band in ("5", "8a")]
    found = history(1, *september, *march)
    assert [(row.year, row.change_from_year) for row in found] == [(2017, None), (2018, None), (2019, 2018)]
    assert found[0].as_at == date(2017, 9, 30)


def test_a_march_snapshot_stands_for_its_year_before_another() -> None:
    september = [staff(0, 100, year=2018, as_at=date(2018, 9, 30), band=band) for band in ("5", "8a")]
    march = [staff(80, 20, year=2018, band="5"), staff(90, 10, year=2018, band="8a")]
    assert last(1, *march, *september).value == pytest.approx(-5)


def test_the_first_comparable_year_is_told_beside_the_last() -> None:
    row = last(3, flow(2023, 20, 10), flow(2024, 20, 20), flow(2025, 20, 30))
    assert (row.change_from_year, row.since_first_year, row.since_first) == (2024, 2023, pytest.approx(3))
    assert (row.change_verdict, row.since_first_verdict) == ("not_distinguishable", "worse")
