"""The parts of an opened indicator: those with a value are drawn and counted as comparisons, the others are named."""

from __future__ import annotations

from equality.analyses.indicators import Indicators, indicators
from equality.charts.describe.indicators import describe_parts, parts_of
from equality.wording.indicator_glance import describe_absent_parts, describe_chance_among
from tests.builders import ORG, SETTINGS, Rows, people, reader_of

BANDS = {"5": ((300, 1000), (150, 1000)), "7": ((30, 100), (20, 100)), "9": ((0, 0), (0, 0))}


def asked() -> Indicators:
    rows: Rows = []
    for band, (white, bme) in BANDS.items():
        rows += people("appointed", white[0], bme[0], band=band) + people("shortlisted", white[1], bme[1], band=band)
    return indicators(reader_of(rows), SETTINGS, ORG)


def test_a_part_that_cannot_be_calculated_is_no_comparison_and_is_named() -> None:
    found = asked()
    definition = found.definitions[1]
    parts = describe_parts(found, definition, 2025, SETTINGS)
    assert parts is not None
    assert [row.label for row in parts.rows] == ["Band 5", "Band 7"]
    assert describe_chance_among(parts.rows).startswith("Two comparisons: at 95% certainty")
    assert describe_absent_parts(parts_of(found, definition, 2025)) == "Cannot be calculated: Band 9."


def test_an_indicator_without_parts_has_no_picture_of_them() -> None:
    found = indicators(reader_of(people("training", 1, 1)), SETTINGS, ORG)
    assert describe_parts(found, found.definitions[3], 2025, SETTINGS) is None
