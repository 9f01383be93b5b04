"""Pages that are read rather than looked at: sections that open, tables in full, and the project's own notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from equality.config import ROOT
from equality.tables import Table
from equality.ui.numbers import table_html


def show_sections(title: str, sections: Mapping[str, Sequence[str]]) -> None:
    """Sections under one title; each opens by itself, and a reader without a mouse or a script can open it too."""
    body = "".join(_section(name, lines) for name, lines in sections.items())
    st.html(f'<section class="eq-sentences eq-sections"><h2>{escape(title)}</h2>{body}</section>')


def _section(name: str, lines: Sequence[str]) -> str:
    body = "".join(f"<p>{escape(line)}</p>" for line in lines if line)
    return f"<details><summary>{escape(name)}</summary>{body}</details>"


def show_table(table: Table) -> None:
    """A table in full, under its caption as a title."""
    st.html(f'<section class="eq-sentences"><h2>{escape(table.caption)}</h2>{table_html(table)}</section>')


def show_notes(name: str) -> None:
    """``docs/<name>.md`` of the project, without its title; its headings become the page's second level and below."""
    text = (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
    with st.container(key=f"notes-{name}"):
        st.markdown("\n".join(line for line in text.splitlines() if not line.startswith("# ")))
