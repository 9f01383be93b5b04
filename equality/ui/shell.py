"""The frame of every page: the side bar with who, when and which view, the menu, and what stands when all is amiss."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page

from equality.config import ROOT, Configuration
from equality.errors import ConfigurationError, EqualityError
from equality.ui.components import show_notices, show_trouble
from equality.ui.context import PageContext, current_theme, open_context, page_title
from equality.ui.document import TITLE
from equality.ui.selection import show_selectors
from equality.ui.style import show_style

SIDEBAR_WIDTH = 212
_ICON = Path(__file__).with_name("icon.svg")

Menu = Mapping[str, Page]
"""The page of each stem, in the order of the menu."""


def show_dashboard() -> None:
    """One view of one page: frame and content, or one finished page that says what is wrong and what to do."""
    st.set_page_config(page_title=TITLE, page_icon=str(_ICON), layout="wide", initial_sidebar_state=SIDEBAR_WIDTH)
    show_style(current_theme())
    try:
        _show_page(open_context())
    except EqualityError as error:
        show_trouble(error)


def _show_page(context: PageContext) -> None:
    current, stem, pages = _navigation(context.settings)
    st.set_page_config(page_title=f"{page_title(stem)} · {context.organisation.label}")
    with st.sidebar:
        _show_sidebar(context, stem, pages)
    show_notices(context)
    current.run()


def _navigation(settings: Configuration) -> tuple[Page, str, Menu]:
    """The page that the address names, its stem, and the menu. The first page opens at ``/`` and under its own name."""
    stems = [stem for section in settings.navigation for stem in section.pages if _file(stem).exists()]
    if not stems:
        raise ConfigurationError("The menu names no page that exists", "navigation", "Name files of pages/.")
    pages = {stem: st.Page(_file(stem), title=page_title(stem), url_path=stem) for stem in stems}
    home = st.Page(_file(stems[0]), title=page_title(stems[0]), url_path="home", default=True)
    current = st.navigation([home, *pages.values()], position="hidden")
    return current, current.url_path or stems[0], pages


def _file(stem: str) -> Path:
    return ROOT / "pages" / f"{stem}.py"


def _show_sidebar(context: PageContext, current: str, pages: Menu) -> None:
    st.html(f'<p class="eq-organisation">{escape(context.organisation.label)}</p>')
    with st.container(key="selectors", gap=None):
        show_selectors(context.holdings, context.selection)
    for number, section in enumerate(context.settings.navigation):
        stems = [stem for stem in section.pages if stem in pages]
        if stems:
            with st.container(key=f"menu-section-{number}", gap=None):
                st.html(f'<p class="eq-section">{escape(section.title)}</p>')
                _show_links(stems, current, pages, context.selection.link)


def _show_links(stems: list[str], current: str, pages: Menu, link: Mapping[str, str]) -> None:
    for stem in stems:
        mark = "current" if stem == current else "other"
        with st.container(key=f"menu-{mark}-{stem}", gap=None):
            st.page_link(pages[stem], label=page_title(stem), query_params=link, width="stretch")
