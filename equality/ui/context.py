"""What every page starts from: the configuration, the data version being read, and what the link asks for."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from equality.analyses.holdings import Holdings, Snapshot, holdings
from equality.charts.palette import Theme
from equality.config import Configuration, read_configuration, store_path
from equality.domain import Organisation
from equality.store.connection import Reader, open_reader
from equality.ui.cached import answer
from equality.ui.selection import Selection, read_selection


@dataclass(frozen=True)
class PageContext:
    """One reader's view of one whole data version. ``theme`` is the colour scheme that the browser shows."""

    settings: Configuration
    reader: Reader
    holdings: Holdings
    selection: Selection
    theme: Theme

    @property
    def organisation(self) -> Organisation:
        """The organisation selected; an empty store has none."""
        if not self.holdings.organisations:
            return Organisation("", "No data yet")
        return self.holdings.organisation(self.selection.ods_code)

    @property
    def snapshot(self) -> Snapshot | None:
        """The snapshot selected; None where the organisation holds none."""
        held = self.holdings.snapshots.get(self.selection.ods_code, ())
        return next((snapshot for snapshot in held if snapshot.as_at == self.selection.as_at), None)

    @property
    def snapshot_label(self) -> str:
        """The snapshot selected, in words; empty where the organisation holds none."""
        return self.snapshot.label if self.snapshot else ""

    @property
    def snapshot_caution(self) -> str:
        """What must be said of a snapshot that is not of March; empty otherwise."""
        return self.snapshot.caution if self.snapshot else ""


def open_context() -> PageContext:
    """What the page that is being run starts from; cheap, as all of it is kept by data version.

    Raises ConfigurationError for a faulty configuration and StoreBroken for a store without a whole version.
    """
    settings = read_configuration()
    reader = open_reader(store_path(settings))
    held = answer(holdings, reader)
    return PageContext(settings, reader, held, read_selection(held, settings.organisation), current_theme())


def current_theme() -> Theme:
    """The colour scheme of the reader's browser; light until it has said."""
    return "dark" if st.context.theme.type == "dark" else "light"


def page_title(stem: str) -> str:
    """The name of a page in words, from its file's name: "board_paper" is "Board paper"."""
    return _PROPER_NAMES.get(stem) or stem.replace("_", " ").capitalize()


_PROPER_NAMES = {"model_employer": "Model Employer"}
"""Pages named after something that is written with capitals."""
