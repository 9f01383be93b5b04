"""All styling that Streamlit's configuration cannot reach: one style sheet, and the colours of the palette in force."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import streamlit as st

from equality.charts.palette import PALETTES, Theme

_SHEET = Path(__file__).with_name("style.css")

_CHROME: dict[Theme, dict[str, str]] = {
    "light": {"link": "#005EB8", "rule": "#D8DDE0", "field": "#768692", "side": "#F0F4F5", "raised": "#FFFFFF"},
    "dark": {"link": "#7DB4F0", "rule": "#303B43", "field": "#6A7883", "side": "#1A2229", "raised": "#10161B"},
}
"""Colours of the page around the pictures; the same as in ``.streamlit/config.toml`` (a test compares them)."""


def colours(theme: Theme) -> dict[str, str]:
    """The page's colours by name: those of the pictures' palette that words and grounds use, and the chrome's."""
    palette = PALETTES[theme]
    return {"ground": palette.ground, "text": palette.text, "muted": palette.muted, **_CHROME[theme]}


@lru_cache(maxsize=2)
def style_sheet(theme: Theme) -> str:
    """The whole style sheet for a colour scheme, as one HTML element."""
    variables = "".join(f"--eq-{name}:{value};" for name, value in colours(theme).items())
    return f"<style>:root{{{variables}}}\n{_SHEET.read_text(encoding='utf-8')}</style>"


def show_style(theme: Theme) -> None:
    """Puts the style sheet in the page; it takes no room."""
    st.html(style_sheet(theme))
