"""A deep link opens its page on a server that nobody has visited: the right one, whole, quiet, and without a dialog."""

import pytest
from playwright.sync_api import Page

from equality.ui.context import page_title
from tests.browser.conftest import PAGES, Record
from tests.browser.reading import Control, footer, heading, link, notices, stem, trouble
from tests.browser.serving import Server, visit

SELECTION = {"org": "XGA", "year": "2024", "view": "private"}
QUERY = "&".join(f"{key}={value}" for key, value in SELECTION.items())


@pytest.mark.parametrize("name", PAGES)
def test_a_cold_deep_link_opens_its_page(cold_server: Server, page: Page, record: Record, name: str) -> None:
    visit(page, cold_server.page(f"{name}?{QUERY}"))
    # With a pages/ folder beside the main script, Streamlit's own discovery shows a dialog, or the page without shell.
    assert trouble(page) == []
    assert record.faults(cold_server) == []
    assert heading(page)
    assert footer(page)
    assert page.title().startswith(f"{page_title(name)} · Garthdale")
    assert page.locator("[aria-current=page]").all_inner_texts() == [page_title(name)]
    assert (stem(page), link(page)) == (name, SELECTION)
    shown = {key: Control(page, key).shown for key in SELECTION}
    assert shown["org"].startswith("XGA · ")
    assert (shown["year"], shown["view"]) == ("31 March 2024", "Private view")
    assert page.get_by_test_id("stSidebarNav").count() == 0  # the menu that Streamlit itself would draw


def test_the_bare_address_opens_the_first_page(server: Server, page: Page, record: Record) -> None:
    visit(page, server.page())
    assert page.title().startswith(page_title(PAGES[0]))
    assert set(link(page)) == {"org", "year", "view"}
    assert (trouble(page), record.faults(server)) == ([], [])


@pytest.mark.parametrize("name", PAGES)
def test_wrong_values_in_the_link_are_said_in_sentences(server: Server, page: Page, record: Record, name: str) -> None:
    visit(page, server.page(f"{name}?org=ZZZ&year=<b>1066</b>&view=secret"))
    for wrong in ("organisation “ZZZ”", "snapshot “<b>1066</b>”", "view “secret”"):
        assert f"The link asks for the {wrong}, and there is none here. Showing " in notices(page)
    assert heading(page)
    assert (trouble(page), record.faults(server)) == ([], [])
