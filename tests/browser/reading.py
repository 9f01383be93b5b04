"""What stands on a page, read as a reader, a screen reader or a keyboard finds it; and its controls, found on the page.

Nothing here names a page or a control: a new one is read like the others.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page

from tests.browser.serving import wait_ready

_CHOICE = re.compile(r"st-key-choice-([\w-]+)")
LOOKS_IN_VAIN = 3
FIGURE = re.compile(r"[+−]?\d[\d,]*(?:\.\d+)?%?")


def heading(page: Page) -> str:
    """The finding: the text of the page's one first heading."""
    return page.locator("h1").inner_text()


def text_of(page: Page) -> str:
    """Everything that is shown in the main part of the page."""
    return page.get_by_test_id("stMain").inner_text()


def charts(page: Page) -> Locator:
    """The charts that are displayed at this width."""
    return page.locator('[data-testid="stPlotlyChart"]:visible')


def alternatives(page: Page) -> list[str]:
    """The text alternative of each chart displayed, from the top."""
    return [chart.get_attribute("aria-label") or "" for chart in charts(page).all()]


def link(page: Page) -> dict[str, str]:
    """What the address says: each parameter and its value."""
    return {key: values[-1] for key, values in parse_qs(urlsplit(page.url).query).items()}


def stem(page: Page) -> str:
    """The page that the address names."""
    return urlsplit(page.url).path.strip("/")


def trouble(page: Page) -> list[str]:
    """What no page may show: a program's failure, an exception, Streamlit's alert, or a dialog over the page."""
    unwanted = '[data-testid="stException"], [data-testid="stAlert"], [role="dialog"], #eq-failure'
    return page.locator(unwanted).all_inner_texts()


def table_rows(page: Page, number: int = 0) -> list[list[str]]:
    """The cells of a table under "Numbers as a table", its headings first; it need not be open."""
    rows = page.locator(".eq-table").nth(number).locator("tr").all()
    return [row.locator("th, td").all_text_contents() for row in rows]


def footer(page: Page) -> str:
    """The last line of the page: sources and data version."""
    return page.locator("footer").inner_text()


def notices(page: Page) -> str:
    """What is said above the page about its link or its data; empty where there is nothing."""
    return " ".join(page.locator(".eq-notice").all_inner_texts())


@dataclass(frozen=True)
class Control:
    """A control of the page that is open; `key` is its name in the link."""

    page: Page
    key: str

    @property
    def place(self) -> Locator:
        """The control with its label."""
        return self.page.locator(f".st-key-choice-{self.key}")

    @property
    def is_menu(self) -> bool:
        """Whether it is opened to choose from, rather than a row of buttons."""
        return self.place.get_by_role("combobox").count() > 0

    @property
    def shown(self) -> str:
        """The option that is in force, as it reads."""
        if self.is_menu:
            return self.place.get_by_role("combobox").input_value()
        return self.place.locator('[aria-checked="true"]').inner_text()

    def options(self) -> list[str]:
        """Every option, as it reads; the menu is closed again."""
        if not self.is_menu:
            return self.place.get_by_role("radio").all_inner_texts()
        self._open()
        found = self._scrolled()
        self.page.keyboard.press("Escape")
        self.page.get_by_role("listbox").wait_for(state="detached")
        return found

    def choose(self, option: str) -> None:
        """Chooses as a reader does, and waits until the page is ready."""
        if self.is_menu:
            self._open()
            wanted = self.page.get_by_role("option", name=option, exact=True)
            if wanted.count() == 0:  # a long menu holds only what is in sight; typing finds the rest
                self.place.get_by_role("combobox").fill(option)
            wanted.click()
        else:
            self.place.get_by_role("radio", name=option, exact=True).click()
        wait_ready(self.page)

    def _scrolled(self) -> list[str]:
        # A long menu draws only what is in sight: it is scrolled until three looks on end show nothing new.
        drawn = self.page.get_by_role("option")
        found: dict[str, None] = {}
        looks_in_vain = 0
        while looks_in_vain < LOOKS_IN_VAIN:
            before = len(found)
            found |= dict.fromkeys(drawn.all_inner_texts())
            looks_in_vain = 0 if len(found) > before else looks_in_vain + 1
            drawn.last.scroll_into_view_if_needed()
            self.page.wait_for_timeout(100)
        return list(found)

    def _open(self) -> None:
        # A menu closes when what it lies on scrolls, so that bringing it into view comes first and apart.
        self.place.scroll_into_view_if_needed()
        self.page.wait_for_timeout(100)
        self.place.get_by_role("button").click()
        self.page.get_by_role("option").first.wait_for()


def controls(page: Page) -> list[Control]:
    """Every control of the page, also those that stand under "Change ..."."""
    open_expanders(page)
    places = page.locator('[class*="st-key-choice-"]').all()
    names = [_CHOICE.search(place.get_attribute("class") or "") for place in places]
    return [Control(page, name.group(1)) for name in names if name]


def open_expanders(page: Page) -> None:
    """Opens what is folded away around controls."""
    for summary in page.locator('[data-testid="stExpander"] details:not([open]) > summary').all():
        summary.click()


def open_tables(page: Page) -> None:
    """Opens every table of numbers by keyboard."""
    for summary in page.get_by_text("Numbers as a table", exact=True).all():
        summary.focus()
        page.keyboard.press("Enter")


def tab_stops(page: Page, most: int = 60) -> Iterator[Locator]:
    """Each element that Tab reaches from the top of the page, in order, until the document is left."""
    for _ in range(most):
        page.keyboard.press("Tab")
        focused = page.locator("*:focus")
        if focused.count() == 0:
            return
        yield focused
