"""For everyone: axe finds nothing, nothing scrolls sideways, and a keyboard reaches everything, seen where it is."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Page

from equality.ui.context import page_title
from tests.browser.conftest import OPENED, PAGES
from tests.browser.reading import charts, controls, open_tables, tab_stops
from tests.browser.serving import Server, visit, wait_ready

# What sticks out at the right, by its words: the page itself, or a part of it that does not scroll by itself.
STICKS_OUT = """() => {
    const scrolls = element => element.closest('.eq-table, [role="listbox"]');
    const hidden = element => element.closest('[data-testid="stSidebar"], svg') || element.offsetParent === null;
    return [...document.querySelectorAll('[data-testid="stMain"] *')]
        .filter(element => !scrolls(element) && !hidden(element))
        .filter(element => element.getBoundingClientRect().right > window.innerWidth + 1)
        .map(element => `${element.tagName} ${element.className} ${element.textContent.slice(0, 40)}`);
}"""
SCROLLS = """() => ['html', '[data-testid="stMain"]'].map(what => document.querySelector(what))
    .some(element => element.scrollWidth > Math.min(element.clientWidth, window.innerWidth))"""
OUTLINE = "element => { const look = getComputedStyle(element); return [look.outlineStyle, look.outlineWidth]; }"


def violations(page: Page) -> list[str]:
    """What axe finds wrong, with the element that it stands on."""
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html'][:200]}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", OPENED)
def test_axe_finds_nothing(server: Server, new_page: Callable[..., Page], address: str, scheme: str) -> None:
    page = new_page(scheme=scheme)
    visit(page, server.page(address))
    assert violations(page) == []
    controls(page)
    open_tables(page)
    assert violations(page) == []
    page.set_viewport_size({"width": 390, "height": 844})
    wait_ready(page)
    assert violations(page) == []


@pytest.mark.parametrize("address", OPENED)
def test_nothing_scrolls_sideways(server: Server, page: Page, address: str) -> None:
    visit(page, server.page(address))
    shown = charts(page).count()
    for width, height in ((1280, 720), (768, 1024), (390, 844), (320, 700)):
        page.set_viewport_size({"width": width, "height": height})
        wait_ready(page)
        assert not page.evaluate(SCROLLS), width
        assert page.evaluate(STICKS_OUT) == [], width
        assert charts(page).count() == shown, width


@pytest.mark.parametrize("name", PAGES)
def test_the_keyboard_reaches_everything_and_shows_where_it_is(server: Server, page: Page, name: str) -> None:
    visit(page, server.page(name))
    stops, unseen = [], []
    for stop in tab_stops(page):
        words = stop.inner_text() or stop.get_attribute("aria-label") or ""
        stops.append(words)
        style, width = stop.evaluate(OUTLINE)
        if style == "none" or width == "0px":
            unseen.append(words)
        if stop.evaluate("element => element.tagName") == "BODY":
            break
    assert stops[0] == "Skip to main content"
    assert [words for words in stops if words in ("Organisation", "Snapshot", "View")][:3] == [
        "Organisation",
        "Snapshot",
        "View",
    ]
    menu = [page_title(stem) for stem in PAGES]
    assert [words for words in stops if words in menu][: len(menu)] == menu
    tables = page.get_by_text("Numbers as a table", exact=True).count()
    assert stops.count("Numbers as a table") == stops.count("Download") == tables
    for control in controls(page):
        assert (
            control.place.get_by_role("combobox" if control.is_menu else "radio").first.get_attribute("tabindex") == "0"
        )
    assert unseen == []
