"""Model Employer in sentences."""

from __future__ import annotations

from datetime import date

import pytest

from equality.analyses.model_employer import ModelEmployer, model_employer
from equality.domain import View
from equality.wording import model_employer as words
from tests.builders import ORG, SETTINGS, Rows, reader_of, staff


def year_of(year: int, vsm: tuple[int, int] = (18, 2), senior: tuple[int, int] = (70, 30)) -> Rows:
    """A year of staff, a third of whom are BME, with band 8a and VSM."""
    return [
        *staff(600, 300, year=year),
        *staff(*senior, band="8a", year=year),
        *staff(*vsm, band="vsm", year=year),
    ]


def asked(*rows: Rows) -> ModelEmployer:
    return model_employer(reader_of(*rows), SETTINGS, ORG)


def test_the_title_says_how_many_bands_are_behind_and_how_many_people_are_needed() -> None:
    found = asked(year_of(2018), year_of(2025, senior=(66, 34)))
    assert words.describe_finding(found, "BME") == (
        "One of two senior bands is behind the line to 2028; 5 more BME staff are needed in three years"
    )


def test_no_band_behind_is_not_said_with_no() -> None:
    found = asked(year_of(2018), year_of(2025, vsm=(12, 8), senior=(60, 40)))
    assert words.describe_finding(found, "BME").startswith("None of two senior bands is behind the line to 2028")


def test_one_snapshot_is_where_the_line_starts() -> None:
    assert words.describe_finding(asked(year_of(2025)), "BME").startswith("The line to 2028 starts here")
    assert words.describe_baseline(asked(year_of(2025))).endswith("the earliest that is: 2025.")
    assert words.describe_baseline(asked(year_of(2018), year_of(2025))) == ""


def test_a_snapshot_of_another_month_is_no_baseline() -> None:
    rows = [{**row, "as_at": date(2017, 9, 30)} for row in year_of(2017)]
    assert "no trajectory" in words.describe_finding(asked(rows), "BME")
    assert "31 March" in words.describe_assumptions(asked(rows), "BME")


def test_the_sentence_of_assumptions_names_share_posts_year_and_unknown() -> None:
    said = words.describe_assumptions(asked(year_of(2018), year_of(2025)), "BME")
    for part in ("share in 2018 (32.5%)", "its 2018 posts by 2028", "from 2018", "counted in"):
        assert part in said


@pytest.mark.parametrize(("vsm", "said"), [((18, 2), "behind by 4"), ((13, 7), "ahead by 2"), ((15, 5), "on the line")])
def test_a_verdict_is_in_whole_people(vsm: tuple[int, int], said: str) -> None:
    found = asked(year_of(2018), year_of(2025, vsm=vsm))
    line = next(line for line in found.lines if line.band == "vsm")
    assert words.describe_verdict(line) == said


def test_a_band_of_few_posts_is_counted_and_not_judged() -> None:
    found = asked(year_of(2018, vsm=(3, 1)), year_of(2025, vsm=(4, 0)))
    line = next(line for line in found.lines if line.band == "vsm")
    assert words.describe_line(line, "BME") == "VSM: 0 of 4 posts held by BME staff in 2025; too few posts to judge."


def test_a_hidden_band_is_said_to_be_hidden_and_not_to_lack_a_baseline() -> None:
    rows = [*year_of(2018, vsm=(18, 2)), *year_of(2025, vsm=(17, 3))]
    found = model_employer(reader_of(rows), SETTINGS, ORG, View.PUBLIC)
    line = next(line for line in found.lines if line.band == "vsm")
    assert words.describe_verdict(line) == "hidden: small numbers"
