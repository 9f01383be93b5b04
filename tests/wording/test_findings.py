"""The sentences of Where to look."""

from __future__ import annotations

from equality.analyses.findings import Findings, findings
from equality.wording.findings import (
    describe_attention,
    describe_group,
    describe_improvements,
    describe_measures,
    describe_unknown_measures,
    grouped,
)
from tests.builders import ORG, SETTINGS, Rows, people, reader_of, staff, survey


def appointments(white: int, bme: int, year: int = 2025) -> Rows:
    """Appointed of a thousand shortlisted each."""
    return [*people("appointed", white, bme, year=year), *people("shortlisted", 1000, 1000, year=year)]


def asked(*rows: Rows) -> Findings:
    return findings(reader_of(*rows), SETTINGS, ORG)


def test_the_title_counts_what_needs_attention_and_what_has_stood() -> None:
    assert describe_attention(asked(appointments(300, 150)), "BME") == "One thing needs the board\u2019s attention"
    stood = asked(*(appointments(300, 150, year) for year in (2023, 2024, 2025)))
    assert describe_attention(stood, "BME").endswith("attention; it has stood for years")


def test_uncertain_gaps_are_said_to_be_uncertain_and_nothing_is_no_comfort() -> None:
    assert "chance cannot be ruled out" in describe_attention(asked(survey(8, 10.0, 20.0)), "BME")
    assert "see what is not known" in describe_attention(asked(appointments(200, 200)), "BME")
    assert describe_attention(findings(reader_of(), SETTINGS, ORG), "BME") == "No figures are held"


def test_the_second_line_says_how_many_chance_alone_would_mark() -> None:
    said = describe_measures(asked(appointments(300, 150)), "BME")
    assert said.startswith("Of 11 measures 1 are worse for BME staff beyond chance")
    assert "chance alone would mark about 0.2" in said


def test_a_finding_says_what_it_is_how_many_people_and_what_to_ask() -> None:
    (group,) = grouped(asked(appointments(300, 150)))
    words = describe_group(group, "BME")
    assert words.title == (
        "White applicants were 2.0 times as likely as BME applicants to be appointed from shortlisting"
    )
    assert "300 of 1,000 against 150 of 1,000" in words.size
    assert "about 150 more BME applicants would have been" in words.size
    assert words.since == "New this year. No comparable earlier year was supplied."
    assert words.question.endswith("?")


def test_the_bands_of_one_indicator_stand_together_under_the_first() -> None:
    rows = [*staff(500, 500), *staff(99, 1, band="8a"), *staff(99, 1, band="8b")]
    groups = grouped(asked(rows))
    assert len(groups) == 1
    said = describe_group(groups[0], "BME").size
    assert "Also: Band 8a (" in said and "Band 8b (" in said


def test_what_is_missing_is_named_and_what_has_improved_is_held_to_the_same_test() -> None:
    found = asked(appointments(600, 100, 2024), appointments(300, 150, 2025))
    assert "2 (appointment)" not in describe_unknown_measures(found)[0]
    assert "4 (training)" in describe_unknown_measures(found)[0]
    assert describe_improvements(found, "BME") == ["Appointment: 2.00, from 6.00 in 2024; still worse for BME staff."]
    assert describe_improvements(asked(appointments(300, 150)), "BME") == ["No earlier year is held to compare with."]
