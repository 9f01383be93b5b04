"""What is doubtful or missing, in the contract's columns."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

from equality.analyses.quality import QualityRow, quality
from tests.builders import ORG, SETTINGS, Rows, board, people, reader_of, staff


def checks(*rows: Rows, org: str = ORG) -> list[tuple[str, int | None]]:
    return [(row.check, row.since) for row in quality(reader_of(*rows), SETTINGS, org)]


def test_the_columns_of_the_contract_come_first() -> None:
    names = tuple(field.name for field in fields(QualityRow))
    assert names[:5] == ("what", "where", "severity", "since", "acknowledged")


def test_items_missing_from_the_latest_march_are_named() -> None:
    found = quality(reader_of(staff(), board()), SETTINGS, ORG)
    missing = {row.where for row in found if row.check == "missing_item"}
    assert missing == {
        f"2025, {item}"
        for item in (
            "shortlisted",
            "appointed",
            "disciplinary",
            "training",
            "survey_5",
            "survey_6",
            "survey_7",
            "survey_8",
        )
    }
    assert {row.severity for row in found} == {"warning"}


def test_a_year_missing_between_two_is_named_once() -> None:
    found = checks(staff(year=2022), staff(year=2024), staff())
    assert [year for check, year in found if check == "missing_year"] == [2023]


def test_a_september_snapshot_has_no_gaps() -> None:
    september = staff(year=2017, as_at=date(2017, 9, 30))
    assert [check for check, _ in checks(september) if check.startswith("missing")] == []


def test_a_band_that_moved_much_is_asked_about() -> None:
    assert ("band_moved", 2025) in checks(staff(40, 10, year=2024), staff(80, 20))


def test_unknown_ethnicity_is_told_in_numbers() -> None:
    found = quality(reader_of(staff(60, 20, 20)), SETTINGS, ORG)
    sentence = next(row.what for row in found if row.check == "unknown_ethnicity")
    assert "20 of 100" in sentence


def test_nothing_is_said_of_an_organisation_that_is_not_held() -> None:
    assert checks(staff(), org="RZZ") == []


def test_appointments_alone_are_a_year_too() -> None:
    assert ("missing_item", 2025) in checks(people("appointed", 9, 9))
