"""Tables that people read hold the same rows as their CSV, and every cell is words."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from equality.analyses.disparity import disparity
from equality.analyses.indicators import indicators
from equality.analyses.model_employer import model_employer
from equality.analyses.representation import representation
from equality.domain import View
from equality.tables.display import Table
from equality.tables.indicators import tabulate_indicator, tabulate_parts, tabulate_year
from equality.tables.model_employer import tabulate_trajectories
from equality.tables.representation import tabulate_disparities, tabulate_mountain, tabulate_years
from tests.builders import ORG, SETTINGS, board, people, reader_of, staff, survey

DAY = date(2025, 3, 31)
READER = reader_of(
    staff(800, 200, 10),
    staff(90, 3, 0, band="8a"),
    staff(0, 0, 0, band="vsm"),
    staff(700, 100, year=2024),
    board("total", 9, 1),
    people("shortlisted", 300, 200),
    people("appointed", 60, 0),
    survey(5, 20.0, "*"),
)


def tables(view: View) -> list[Table]:
    shares = representation(READER, SETTINGS, ORG, view)
    found = indicators(READER, SETTINGS, ORG, view)
    headlines = [row for row in found.rows if row.year == 2025 and row.part in ("", "total")]
    return [
        tabulate_mountain(shares, DAY, "clinical", SETTINGS),
        tabulate_years(shares, "clinical", SETTINGS),
        tabulate_disparities(disparity(READER, SETTINGS, ORG, view), DAY, SETTINGS),
        tabulate_year(found, headlines, SETTINGS),
        *(tabulate_indicator(found, definition, "", SETTINGS) for definition in found.definitions),
        *(tabulate_parts(found, definition, 2025, SETTINGS) for definition in found.definitions),
        tabulate_trajectories(model_employer(READER, SETTINGS, ORG, view), SETTINGS),
    ]


@pytest.mark.parametrize("view", View)
def test_every_cell_is_words_and_every_row_is_whole(view: View) -> None:
    for table in tables(view):
        assert table.caption
        for row in table.rows:
            assert len(row) == len(table.columns)
            assert not [cell for cell in row if cell in ("None", "nan", "")], (table.caption, row)


def test_the_mountain_reads_from_the_summit_down() -> None:
    table = tables(View.PRIVATE)[0]
    assert [row[0] for row in table.rows] == ["Board", "VSM", "Band 8a", "Band 5", "All bands"]
    assert table.rows[2][:6] == ("Band 8a", "93", "3", "90", "0", "3.2%")
    assert table.rows[1][5] == "cannot be calculated"


def test_a_hidden_number_is_in_neither_the_cells_nor_the_csv() -> None:
    table = tables(View.PUBLIC)[0]
    senior = next(row for row in table.rows if row[0] == "Band 8a")
    assert senior[2] == "\u2014"
    assert senior[5] == "hidden: small numbers"
    row = next(row for row in csv.DictReader(io.StringIO(table.csv)) if row["band"] == "8a")
    assert (row["bme"], row["bme_pct"], row["gap_points"]) == ("", "", "")


def test_years_stand_side_by_side() -> None:
    table = tables(View.PRIVATE)[1]
    assert table.columns == ("Band", "2024", "2025")
    assert [row[0] for row in table.rows] == ["All bands", "VSM", "Band 8a", "Band 5"]
    assert dict(zip(table.columns, table.rows[0], strict=True)) == {
        "Band": "All bands",
        "2024": "12.5%",
        "2025": "18.4%",
    }
