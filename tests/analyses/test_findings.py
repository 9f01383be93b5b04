"""Where to look: what is listed, in which tier, and in which order."""

from __future__ import annotations

from datetime import date

from equality.analyses.findings import Findings, Tier, findings
from equality.domain import View
from tests.builders import ORG, SETTINGS, Rows, board, people, reader_of, staff, survey, with_settings


def shortlisting(white: tuple[int, int], bme: tuple[int, int], year: int = 2025) -> Rows:
    """Appointed of shortlisted, White and BME."""
    return [
        *people("appointed", white[0], bme[0], year=year),
        *people("shortlisted", white[1], bme[1], year=year),
    ]


WORSE, EQUAL = ((300, 1000), (150, 1000)), ((200, 1000), (200, 1000))


def asked(*rows: Rows, year: int | None = None) -> Findings:
    return findings(reader_of(*rows), SETTINGS, ORG, View.PRIVATE, year)


def tiers(found: Findings) -> dict[tuple[int, str], Tier]:
    return {(one.row.indicator, one.row.part): one.tier for one in found.findings}


def test_what_is_worse_beyond_chance_this_year_alone_is_in_the_second_tier() -> None:
    assert tiers(asked(shortlisting(*WORSE)))[2, ""] is Tier.ADVERSE


def test_three_comparable_years_worse_and_no_better_make_it_the_first_tier() -> None:
    years = [shortlisting(*WORSE, year=year) for year in (2023, 2024, 2025)]
    found = asked(*years)
    assert tiers(found)[2, ""] is Tier.STANDING
    assert found.findings[0].standing_since == 2023


def test_a_year_at_parity_between_breaks_the_standing() -> None:
    years = [shortlisting(*WORSE, year=2023), shortlisting(*EQUAL, year=2024), shortlisting(*WORSE, year=2025)]
    found = asked(*years)
    assert tiers(found)[2, ""] is Tier.ADVERSE
    assert found.findings[0].standing_since == 2025


def test_what_is_better_than_in_the_first_year_does_not_stand_though_still_worse() -> None:
    far = ((600, 1000), (100, 1000))
    found = asked(shortlisting(*far, year=2023), shortlisting(*WORSE, year=2024), shortlisting(*WORSE, year=2025))
    assert tiers(found)[2, ""] is Tier.ADVERSE
    assert [one.row.indicator for one in found.improved] == [2]


def test_a_large_ratio_that_could_be_chance_is_uncertain_and_a_small_one_is_not_listed() -> None:
    assert tiers(asked(shortlisting((6, 30), (3, 30))))[2, ""] is Tier.UNCERTAIN
    assert (2, "") not in tiers(asked(shortlisting((31, 100), (30, 100))))


def test_a_survey_gap_without_a_base_is_uncertain_from_five_points_the_wrong_way_only() -> None:
    assert tiers(asked(survey(8, white=10.0, bme=15.0)))[8, ""] is Tier.UNCERTAIN
    assert (8, "") not in tiers(asked(survey(8, white=10.0, bme=14.0)))
    assert (8, "") not in tiers(asked(survey(8, white=20.0, bme=10.0)))
    assert tiers(asked(survey(7, white=60.0, bme=50.0)))[7, ""] is Tier.UNCERTAIN
    assert (7, "") not in tiers(asked(survey(7, white=50.0, bme=60.0)))


def test_the_limit_for_points_is_the_configured_one() -> None:
    rows = survey(8, white=10.0, bme=14.0)
    lower = with_settings(thresholds={"adverse_points": 3.0})
    assert (8, "") in tiers(findings(reader_of(rows), lower, ORG))


def test_whatever_is_not_supplied_is_listed_last_and_once_an_indicator() -> None:
    found = asked(survey(8, white=10.0, bme=20.0))
    missing = [one.row.indicator for one in found.findings if one.tier is Tier.MISSING]
    assert missing == [1, 2, 3, 4, 5, 6, 7, 9]
    assert [one.tier for one in found.findings] == sorted(one.tier for one in found.findings)
    assert [one.rank for one in found.findings] == list(range(1, len(found.findings) + 1))


def test_within_a_tier_what_has_stood_longer_comes_first_whatever_its_number() -> None:
    training = [
        row
        for year in (2022, 2023, 2024, 2025)
        for row in [*people("training", 900, 100, year=year), *staff(1000, 1000, year=year)]
    ]
    appointed = [shortlisting(*WORSE, year=year) for year in (2023, 2024, 2025)]
    found = asked(training, *appointed)
    standing = [one.row.indicator for one in found.findings if one.tier is Tier.STANDING]
    assert standing == [4, 2]


def test_the_board_and_each_senior_band_are_looked_at() -> None:
    rows = [*staff(500, 500), *staff(99, 1, band="8a"), *staff(99, 1, band="vsm"), *board(white=40, bme=0)]
    found = tiers(asked(rows))
    assert found[1, "band:8a"] is Tier.ADVERSE
    assert found[1, "band:vsm"] is Tier.ADVERSE
    assert found[9, "total"] is Tier.ADVERSE
    assert (1, "band:5") not in found


def bands(year: int) -> Rows:
    """A year in which band 8a is far below the workforce."""
    return [*staff(500, 500, year=year), *staff(99, 1, band="8a", year=year)]


def test_a_september_snapshot_adds_no_year_to_a_standing() -> None:
    september = [{**row, "as_at": date(2023, 9, 30)} for row in bands(2023)]
    assert tiers(asked(september, bands(2024), bands(2025)))[1, "band:8a"] is Tier.ADVERSE
    assert tiers(asked(bands(2023), bands(2024), bands(2025)))[1, "band:8a"] is Tier.STANDING


def test_an_earlier_year_knows_nothing_of_later_ones() -> None:
    found = asked(*(shortlisting(*WORSE, year=year) for year in (2023, 2024, 2025)), year=2023)
    assert (found.year, tiers(found)[2, ""]) == (2023, Tier.ADVERSE)


def test_nothing_held_is_no_findings() -> None:
    found = findings(reader_of(), SETTINGS, ORG)
    assert (found.year, found.findings, found.improved) == (None, (), ())
