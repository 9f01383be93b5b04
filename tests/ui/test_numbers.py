"""The numbers of a picture as a table: whole, escaped, figures flush right."""

from __future__ import annotations

from equality.tables import Table
from equality.ui.numbers import table_html


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
