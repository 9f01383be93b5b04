"""Sentences about the nine indicators: both directions, one and many, zero, undefined, hidden, tiny, missing."""

from __future__ import annotations

import re
from itertools import product
from typing import Any

import pytest

from equality.analyses.indicator_rows import IndicatorRow
from equality.analyses.indicators import Indicators, indicators
from equality.wording.indicator_glance import describe_indicators, describe_missing, describe_verdict
from equality.wording.indicators import (
    describe_change,
    describe_england,
    describe_indicator,
    describe_people,
    describe_run,
)
from tests.builders import ORG, SETTINGS, Rows, board, observation, people, reader_of, staff, survey

LIKELIHOODS = {2: ("appointed", "shortlisted"), 3: ("disciplinary", ""), 4: ("training", "")}


def found(*rows: Rows | dict[str, Any]) -> Indicators:
    return indicators(reader_of(*rows), SETTINGS, ORG)


def sentence(asked: Indicators, indicator: int, part: str = "") -> str:
    row = asked.of(indicator, part)[-1]
    return describe_indicator(row, asked.definitions[indicator - 1], "BME")


def flow(indicator: int, white: tuple[float, float], bme: tuple[float, float]) -> Rows:
    """Of so many White and BME people so many were counted."""
    some, among = LIKELIHOODS[indicator]
    base = people(among, white[1], bme[1]) if among else staff(white[1], bme[1])
    return base + people(some, white[0], bme[0])


def test_the_sentence_of_the_product_description() -> None:
    asked = found(flow(2, (248, 1201), (105, 893)))
    assert sentence(asked, 2) == (
        "White applicants were 1.8 times as likely as BME applicants to be appointed from shortlisting "
        "(248 of 1,201 against 105 of 893; it could be anywhere from 1.4 to 2.2)."
    )
    row, definition = asked.of(2)[0], asked.definitions[1]
    assert describe_people(row, definition, "BME") == (
        "Appointed at the White rate, about 79 more BME applicants would have been (51 to 107)."
    )


@pytest.mark.parametrize(
    ("indicator", "likelier", "doing"),
    [
        (2, "White", "be appointed from shortlisting"),
        (3, "BME", "enter the formal disciplinary process"),
        (4, "White", "access non-mandatory training"),
    ],
)
def test_above_and_below_one_the_likelier_group_stands_first(indicator: int, likelier: str, doing: str) -> None:
    who = "applicants" if indicator == 2 else "staff"
    other = "BME" if likelier == "White" else "White"
    more, fewer = (200, 1000), (100, 1000)
    one = sentence(found(flow(indicator, *((more, fewer) if likelier == "White" else (fewer, more)))), indicator)
    two = sentence(found(flow(indicator, *((fewer, more) if likelier == "White" else (more, fewer)))), indicator)
    assert one.startswith(
        f"{likelier} {who} were 2.0 times as likely as {other} {who} to {doing} (200 of 1,000 against 100"
    )
    assert two.startswith(
        f"{other} {who} were 2.0 times as likely as {likelier} {who} to {doing} (200 of 1,000 against 100"
    )
    bounds = [re.findall(r"from ([\d.]+) to ([\d.]+)", text) for text in (one, two)]
    assert bounds[0] == bounds[1]


@pytest.mark.parametrize(("white", "bme"), [((100, 1000), (100, 1000)), ((1000, 10000), (1001, 10000))])
def test_as_good_as_equal_is_neither_one_point_nought_times_nor_no_difference(
    white: tuple[int, int], bme: tuple[int, int]
) -> None:
    text = sentence(found(flow(2, white, bme)), 2)
    assert re.match(r"\w+ applicants were (exactly|about) as likely as", text)
    assert "not distinguishable from chance" in text


@pytest.mark.parametrize("indicator", LIKELIHOODS)
@pytest.mark.parametrize("counts", [((0, 50), (0, 30)), ((3, 50), (0, 30)), ((0, 50), (3, 30)), ((1, 1), (1, 1))])
def test_nobody_and_one_are_said_with_their_counts(
    indicator: int, counts: tuple[tuple[int, int], tuple[int, int]]
) -> None:
    asked = found(flow(indicator, *counts))
    text = sentence(asked, indicator)
    if asked.of(indicator)[0].value is None:
        for some, among in counts:
            assert f"{some} of {among}" in text
        assert "cannot be compared" in text
    assert not re.search(r"nan|inf|None|\binf\b", text.replace("information", ""))


def test_zero_is_said_of_the_right_group() -> None:
    assert sentence(found(flow(3, (5, 500), (0, 300))), 3).startswith("No BME staff were found to enter")
    assert sentence(found(flow(2, (0, 500), (5, 300))), 2).startswith("No White applicants were found to be appointed")


@pytest.mark.parametrize(("indicator", "verb"), [(5, "harassed"), (6, "harassed"), (7, "equal opportunities")])
def test_a_survey_says_both_shares_and_the_bases(indicator: int, verb: str) -> None:
    text = sentence(found(survey(indicator, 25.04, 40.05, 2000, 1000)), indicator)
    assert text.startswith("40.1% of BME respondents")
    assert verb in text
    assert "25.0% of White did" in text
    assert "a gap of 15.0 points among 1,000 and 2,000 respondents: more than chance would explain" in text


def test_only_indicator_8_speaks_of_discrimination() -> None:
    rows = [survey(number, 20.0, 30.0) for number in (5, 6, 7, 8)] + [
        flow(2, (9, 90), (5, 90)),
        flow(3, (9, 90), (5, 90)),
    ]
    asked = found(*rows, board(), staff(9, 1, band="8a"))
    spoken = {row.indicator for row in asked.rows if "discrimination" in describe_row(asked, row)}
    assert spoken == {8}


def describe_row(asked: Indicators, row: IndicatorRow) -> str:
    definition = asked.definitions[row.indicator - 1]
    parts = (
        describe_indicator(row, definition, "BME"),
        describe_people(row, definition, "BME"),
        describe_change(row, row, "BME"),
        describe_run(row, "BME"),
        describe_england(row),
        describe_verdict(row, None, definition, "BME"),
    )
    return " ".join(part for part in parts if part)


def test_without_a_base_chance_is_said_to_be_unknown() -> None:
    assert "no base was supplied, so chance cannot be judged" in sentence(found(survey(5)), 5)


@pytest.mark.parametrize(("bme", "side"), [(2, "5.0 points below"), (3, "5.0 points above")])
def test_a_gap_says_its_side(bme: int, side: str) -> None:
    rows = [staff(75, 25), board("total", 10 - bme, bme)]
    assert side in sentence(found(*rows), 9, "total")


def test_a_board_as_diverse_as_its_workforce_has_no_side() -> None:
    text = sentence(found(staff(75, 25), board("total", 9, 3)), 9, "total")
    assert text.startswith("Whole board: 25.0% BME, as in the workforce (3 of 12")


@pytest.mark.parametrize(("posts", "said"), [(4, "1 more BME person "), (12, "3 more BME people ")])
def test_one_person_is_a_person(posts: int, said: str) -> None:
    asked = found(staff(75, 25), board("total", posts, 0))
    assert said in describe_people(asked.of(9, "total")[0], asked.definitions[8], "BME")


def test_one_applicant_is_an_applicant() -> None:
    asked = found(flow(2, (20, 100), (1, 10)))
    assert "about 1 more BME applicant would" in describe_people(asked.of(2)[0], asked.definitions[1], "BME")


@pytest.mark.parametrize(("value", "reason"), [(None, "not supplied"), ("*", "hidden because numbers are small")])
def test_what_is_missing_says_why_and_for_which_year(value: object, reason: str) -> None:
    text = sentence(found(observation("survey_5", "bme", value), observation("survey_5", "white", 20.0)), 5)  # type: ignore[arg-type]
    assert reason in text
    assert "2025" in text


def test_every_sentence_over_every_kind_of_count_is_sound() -> None:
    sizes = [(0, 0), (0, 7), (1, 1), (333, 1000)]
    rows: Rows = []
    for place, (white, bme) in enumerate(product(sizes, sizes)):
        org = {"ods_code": f"X{place}"}
        rows += people("shortlisted", white[1], bme[1], **org) + people("appointed", white[0], bme[0], **org)
        rows += (
            staff(white[1], bme[1], **org) + people("training", white[0], bme[0], **org) + board("total", *white, **org)
        )
    reader = reader_of(rows)
    for place in range(len(sizes) ** 2):
        asked = indicators(reader, SETTINGS, f"X{place}")
        for row in asked.rows:
            text = describe_row(asked, row)
            assert not re.search(r"\b(nan|inf|None)\b|-\d|  |\.\.|\b0\.\d+ times|no difference|more likely", text), text


def test_the_title_counts_what_is_worse() -> None:
    rows = [flow(2, (200, 1000), (100, 1000)), survey(5, 20.0, 40.0, 900, 900)]
    asked = found(*rows)
    headlines = [row for row in asked.rows if not row.part]
    assert describe_indicators(headlines, asked.definitions, "BME").startswith(
        "Two of two indicators that can be shown are worse for BME staff"
    )
    assert "3 (disciplinary)" in describe_missing(headlines, asked.definitions)


def test_none_is_of_those_that_can_be_shown_and_never_of_all_nine() -> None:
    asked = found(*[flow(2, (200, 1000), (200, 1000))])
    headlines = [row for row in asked.rows if not row.part]
    said = describe_indicators(headlines, asked.definitions, "BME")
    assert said == "None of one indicator that can be shown is worse for BME staff, beyond chance"


@pytest.mark.parametrize(
    ("now", "words"), [(30, "worse for BME staff"), (11, "could be chance"), (1, "better for BME staff")]
)
def test_a_change_is_said_with_its_verdict(now: int, words: str) -> None:
    def year(year: int, bme: int) -> Rows:
        return staff(1000, 500, year=year) + people("disciplinary", 20, bme, year=year, basis="single_year")

    before, after = found(year(2024, 12), year(2025, now)).of(3)
    assert words in describe_change(after, before, "BME")
