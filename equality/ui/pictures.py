"""Charts on a page: each is drawn in a wide and a narrow form, and the style sheet shows the one that fits."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from equality.charts.descriptions import Description, Form
from equality.charts.screen import height_of
from equality.ui.cached import Draw, figure
from equality.ui.context import current_theme

_CONFIG = {"displayModeBar": False, "responsive": True, "doubleClick": False, "showTips": False}
FORMS: tuple[Form, ...] = ("wide", "narrow")


def show_chart(description: Description, draw: Draw, key: str) -> None:
    """The picture of a description, with its text alternative; ``key`` names it among the pictures of its page.

    Both forms are in the page and one is displayed, so that neither a rerun nor the server decides about width; the
    other is not announced, as it is not displayed.
    """
    theme = current_theme()
    heights: dict[Form, int] = {form: round(height_of(description, form)) for form in FORMS}
    # The room is kept before the chart's script has arrived, so that what stands below does not jump.
    st.html(_room(key, heights))
    with st.container(key=f"chart-{key}", gap=None):
        for form in FORMS:
            with st.container(key=f"chart-{form}-{key}", gap=None):
                st.plotly_chart(
                    figure(description, draw, theme, form),
                    theme=None,
                    key=f"{key}-{form}",
                    config=_CONFIG,
                    alt=description.alt,
                    height=heights[form],
                )


def _room(key: str, heights: Mapping[Form, int]) -> str:
    rules = "".join(f".st-key-chart-{form}-{key}{{min-height:{pixels}px}}" for form, pixels in heights.items())
    return f"<style>{rules}</style>"
