"""Every control of every page, each option chosen through the real widget; the menu; Back; two readers at once.

The controls are found on the page, so that a new one is tried without a new line.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from equality.ui.context import page_title
from tests.browser.conftest import PAGES, Record
from tests.browser.reading import (
    Control,
    alternatives,
    controls,
    heading,
    link,
    notices,
    open_expanders,
    stem,
    text_of,
    trouble,
)
from tests.browser.serving import Server, visit, wait_ready


def seen(page: Page) -> tuple[str, list[str], str]:
    """What a choice can change: the finding, the charts' alternatives, and the words of the page."""
    return heading(page), alternatives(page), text_of(page)


@pytest.mark.parametrize("name", PAGES)
def test_every_option_of_every_control_is_in_the_link_and_on_the_page(
    small_server: Server, page: Page, record: Record, name: str
) -> None:
    visit(page, small_server.page(name))
    found = controls(page)
    assert {"org", "year", "view"} <= {control.key for control in found}
    for control in found:
        first, before = control.shown, seen(page)
        links, pictures = {page.url}, [before]
        for option in [one for one in control.options() if one != first]:
            control.choose(option)
            assert control.shown == option
            assert (trouble(page), notices(page)) == ([], "")
            links.add(page.url)
            pictures.append(seen(page))
        assert len(links) == len(pictures), f"{control.key}: two options share a link"
        # Not each option has figures of its own, but a control whose every option shows the same does nothing. A page
        # of definitions is the same for all.
        idle = all(picture == before for picture in pictures[1:])
        assert not idle or len(pictures) == 1 or not before[1], control.key
        if len(pictures) > 1:
            control.choose(first)
            open_expanders(page)
            assert seen(page) == before, f"{control.key}: the first option does not come back"
    assert record.faults(small_server) == []


@pytest.mark.parametrize("name", PAGES)
def test_the_link_is_the_view(small_server: Server, page: Page, new_page: Callable[..., Page], name: str) -> None:
    visit(page, small_server.page(name))
    for control in controls(page):
        others = [option for option in control.options() if option != control.shown]
        if others and control.key != "view":
            control.choose(others[-1])
    other = new_page()
    visit(other, page.url)
    assert seen(other)[:2] == seen(page)[:2]
    assert [control.shown for control in controls(other)] == [control.shown for control in controls(page)]


@pytest.mark.parametrize("name", PAGES)
def test_a_wrong_value_for_a_control_shows_its_default(
    small_server: Server, page: Page, record: Record, name: str
) -> None:
    visit(page, small_server.page(name))
    before, own = seen(page)[:2], [one.key for one in controls(page) if one.key not in ("org", "year", "view")]
    visit(page, small_server.page(f"{name}?{'&'.join(f'{key}=nonsense' for key in own)}"))
    assert seen(page)[:2] == before
    # Said where it is seen: a folded control unfolds.
    assert text_of(page).count("“nonsense”, and there is none here") == len(own)
    assert (trouble(page), record.faults(small_server)) == ([], [])


def test_the_menu_keeps_who_when_and_which_view_and_back_returns(server: Server, page: Page, record: Record) -> None:
    selection = {"org": "XGA", "year": "2023", "view": "private"}
    visit(page, server.page(f"{PAGES[0]}?org=XGA&year=2023&view=private"))
    headings = {PAGES[0]: heading(page)}
    for name in PAGES[1:]:
        page.get_by_role("navigation").get_by_role("link", name=page_title(name), exact=True).click()
        page.wait_for_url(f"**/{name}?*")
        wait_ready(page)
        assert link(page) == selection
        assert page.title().startswith(page_title(name))
        headings[name] = heading(page)
    assert len(set(headings.values())) == len(PAGES)
    for name in reversed(PAGES[:-1]):
        page.go_back()
        page.wait_for_url(f"**/{name}?*")
        wait_ready(page)
        assert (stem(page), link(page), heading(page)) == (name, selection, headings[name])
    assert record.faults(server) == []


def test_back_undoes_a_choice(small_server: Server, page: Page) -> None:
    visit(page, small_server.page("representation"))
    before = heading(page), link(page)
    Control(page, "year").choose("31 March 2024")
    assert (heading(page), link(page)) != before
    page.go_back()
    page.wait_for_url("**year=2025**")
    wait_ready(page)
    assert (heading(page), link(page)) == before
    assert Control(page, "year").shown == "31 March 2025"


def test_two_readers_do_not_disturb_each_other(server: Server, new_page: Callable[..., Page]) -> None:
    one, two = new_page(), new_page()
    visit(one, server.page("representation?org=XNM&year=2025&view=private&block=clinical"))
    visit(two, server.page("representation?org=XGA&year=2022&view=private&block=medical"))
    before = seen(one)
    Control(two, "year").choose("31 March 2024")
    Control(two, "block").choose("Non-clinical staff")
    after = seen(two)
    assert text_of(two).startswith("Representation · non-clinical staff")
    Control(one, "block").choose("Medical and dental staff")
    Control(one, "block").choose("Clinical staff, medical apart")
    assert text_of(one).startswith("Representation · clinical staff")
    assert (seen(one), seen(two)) == (before, after)
    assert link(two) == {"org": "XGA", "year": "2024", "view": "private", "block": "non_clinical"}
