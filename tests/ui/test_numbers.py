"""The numbers of a picture as a table and a file: whole, escaped, and no formula for a spreadsheet."""

from __future__ import annotations

import pytest

from equality.tables import Table
from equality.ui.numbers import neutralised, table_html


def table(*rows: tuple[str, ...], caption: str = "Share by band") -> Table:
    return Table(caption, ("Band", "Headcount"), rows, csv="", file_name="shares")


def test_the_table_has_a_caption_and_headings_for_columns_and_rows() -> None:
    html = table_html(table(("8a", "1,200")))
    assert "<caption>Share by band</caption>" in html
    assert html.count('scope="col"') == 2
    assert '<th scope="row">8a</th>' in html


def test_what_a_file_said_is_shown_and_never_run() -> None:
    html = table_html(table(("<img src=x onerror=alert(1)>", "1"), caption='"><script>'))
    assert "<img" not in html
    assert "<script" not in html
    assert 'aria-label="&quot;&gt;' in html


def test_figures_stand_flush_right_even_where_some_are_missing_and_words_do_not() -> None:
    assert '<td class="eq-right">−12.7</td>' in table_html(table(("VSM", "−12.7"), ("9", "—"), ("8d", "—")))
    assert "eq-right" not in table_html(table(("VSM", "behind by 3")))


@pytest.mark.parametrize("formula", ["=1+1", "+A1", "-A1", "@SUM(A1)", "\t=1", '=HYPERLINK("x")', "-1+1"])
def test_a_cell_that_a_spreadsheet_would_run_is_neutralised(formula: str) -> None:
    quoted = '"' + formula.replace('"', '""') + '"'
    assert neutralised(f"name,n\n{quoted},1\n").splitlines()[1].lstrip('"').startswith("'")


def test_numbers_below_zero_stay_numbers() -> None:
    assert neutralised("a,b,c\n-12.7,+3,-1.5e-05\n") == "a,b,c\r\n-12.7,+3,-1.5e-05\r\n"
