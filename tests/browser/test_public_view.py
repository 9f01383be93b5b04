"""The public view of a small trust: what it hides is not on the page, in a file, nor in anything the page is sent."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from equality.config import read_configuration
from equality.domain import View
from equality.store.connection import open_reader
from equality.tables import figures
from equality.tables.figures import Asked
from tests.browser.conftest import PAGES, Record
from tests.browser.reading import Control, table_rows, trouble
from tests.browser.serving import Server, visit, wait_ready
from tests.browser.stores import SMALL_TRUST
from tests.browser.test_chart_numbers import downloaded

NUMBERS = ("bme_pct", "lower_95", "upper_95", "gap_points", "value", "white_value", "bme_value", "ratio")
QUESTIONS = {
    "representation": ("category", "band"),
    "disparity": ("category", "step"),
    "indicators": ("indicator", "part"),
}


def told(store: Path, question: str, view: View) -> dict[tuple[Any, ...], dict[str, Any]]:
    """The rows of a question of `figures` by what they are about."""
    keys = ("year", *QUESTIONS[question])
    answer = figures.QUESTIONS[question](open_reader(store), read_configuration(), Asked(SMALL_TRUST, view=view))
    return {tuple(row[key] for key in keys): row for row in answer.rows}


def long_figures(rows: list[dict[str, Any]]) -> set[str]:
    """Figures at full precision: long enough to be nothing else where they are found."""
    values = [row.get(name) for row in rows for name in NUMBERS]
    return {repr(value) for value in values if isinstance(value, float) and len(repr(value)) > 12}


@pytest.fixture(scope="module")
def hidden(single_store: Path) -> tuple[set[str], set[str]]:
    """Figures at full precision that only the private view tells, and those that both views tell."""
    private: set[str] = set()
    public: set[str] = set()
    for question in QUESTIONS:
        private |= long_figures(list(told(single_store, question, View.PRIVATE).values()))
        public |= long_figures(list(told(single_store, question, View.PUBLIC).values()))
    assert len(private - public) > 20
    return private - public, private & public


@pytest.mark.parametrize("name", PAGES)
def test_what_is_hidden_is_never_sent(
    single_server: Server, page: Page, record: Record, hidden: tuple[set[str], set[str]], name: str
) -> None:
    visit(page, single_server.page(f"{name}?view=public"))
    assert page.locator(".eq-badges").inner_text() == "Public view"
    everything = record.received + page.content()
    assert len(record.received) > 10_000
    assert [figure for figure in hidden[0] if figure[:12] in everything] == []
    assert trouble(page) == []


def test_the_search_would_find_a_figure_that_is_sent(
    single_server: Server, page: Page, record: Record, hidden: tuple[set[str], set[str]]
) -> None:
    visit(page, single_server.page("representation?view=private"))
    assert any(figure[:12] in record.received for figure in hidden[0])


def test_hidden_counts_are_words_on_the_page_and_empty_in_the_file(
    single_server: Server, single_store: Path, page: Page
) -> None:
    private, public = (told(single_store, "representation", view) for view in (View.PRIVATE, View.PUBLIC))
    bands = [key[2] for key, row in public.items() if key[1] == "clinical" and row["bme"] is None]
    small = [band for band in bands if 1 <= (private[2024, "clinical", band]["bme"] or 0) < 5]
    assert small
    visit(page, single_server.page("representation?view=public&block=clinical"))
    shown = {cells[0]: cells for cells in table_rows(page)}
    for band in small:
        cells = shown["VSM" if band == "vsm" else f"Band {band}"]
        assert (cells[2], cells[5], cells[6]) == ("—", "hidden: small numbers", "—")
    for row in [row for row in downloaded(page) if row["band"] in small]:
        assert (row["bme"], row["bme_pct"], row["gap_points"], row["status"]) == ("", "", "", "suppressed")


def test_the_badge_says_which_view_it_is(single_server: Server, page: Page) -> None:
    visit(page, single_server.page("representation"))
    badges = page.locator(".eq-badges")
    assert badges.inner_text() == "Private view"
    Control(page, "view").choose("Public view")
    assert badges.inner_text() == "Public view"
    assert "hidden: small numbers" in (page.locator(".eq-table").first.text_content() or "")
    page.go_back()
    page.wait_for_url("**view=private**")
    wait_ready(page)
    assert badges.inner_text() == "Private view"
