"""Charts on a page: each is drawn in a wide and a narrow form, and the style sheet shows the one that fits.

A chart that leaves the page, as a file, says in itself whose it is, of when, from what source and in which view.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import lru_cache

import streamlit as st

from equality.analyses.provenance import provenance
from equality.charts.descriptions import Description, Form
from equality.charts.paper import export_png
from equality.charts.screen import height_of
from equality.ui.cached import Draw, answer, figure
from equality.ui.context import PageContext, current_theme, open_context
from equality.ui.selection import VIEWS
from equality.wording.sources import describe_source

_CONFIG = {"displayModeBar": False, "responsive": True, "doubleClick": False, "showTips": False}
WORKFORCE = ("staff", "board")
"""The items of which most charts are drawn."""

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


def captioned(description: Description, items: Collection[str]) -> Description:
    """The same picture with organisation and snapshot before its subtitle, and below it what it was read from.

    ``items`` are what it shows, so that the files behind them are named; a source that it has already stays.
    """
    context = open_context()
    whose = [context.organisation.label, context.snapshot_caution or context.snapshot_label]
    above = " · ".join(part for part in whose if part)
    subtitle = f"{above}. {description.subtitle}" if description.subtitle else above
    return replace(description, subtitle=subtitle, source_note=_source(description, items, context))


def _source(description: Description, items: Collection[str], context: PageContext) -> str:
    files = answer(provenance, context.reader, ods_code=context.selection.ods_code)
    held = context.holdings
    invented = "Invented data. " if held.invented else ""
    view = VIEWS[context.selection.view.value]
    source = description.source_note or describe_source(files, items)
    return f"{invented}{source} {view}, data version {held.version_number}."


@lru_cache(maxsize=64)
def picture_file(description: Description) -> bytes:
    """The picture as a PNG file, drawn once; the description holds every number that it shows."""
    return export_png(description)
