"""Findings down a page: number, what it is, how big, since when, what to ask, and the way to its chart."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from equality.config import ROOT
from equality.ui.context import open_context
from equality.wording.findings import FindingWords


def show_findings(found: Sequence[FindingWords], first: int = 1) -> None:
    """The findings in their order, numbered from ``first``; each links to its indicator."""
    link = open_context().selection.link
    for number, words in enumerate(found, start=first):
        with st.container(key=f"finding-{number}", gap=None):
            st.html(_finding(number, words))
            st.page_link(
                str(ROOT / "pages" / "indicators.py"),
                label=words.measure,
                help="Chart, counts and method",
                query_params={**link, "indicator": words.indicator},
            )


def show_further_findings(found: Sequence[FindingWords], first: int) -> None:
    """The findings that the first screen has no room for, one click away; nothing where there are none."""
    if found:
        with st.expander(f"{len(found)} more"):
            show_findings(found, first)


def _finding(number: int, words: FindingWords) -> str:
    since = f'<span class="eq-quiet">{escape(words.since)}</span>' if words.since else ""
    return (
        f'<article class="eq-finding"><p class="eq-number" aria-hidden="true">{number}</p>'
        f"<div><h2>{escape(words.title)}</h2><p>{escape(words.size)} {since}</p></div>"
        f'<div class="eq-beside"><p>{escape(words.beside)}</p><p class="eq-question">{escape(words.question)}</p></div>'
        "</article>"
    )


def show_two_columns(left: tuple[str, Sequence[str]], right: tuple[str, Sequence[str]]) -> None:
    """Two short lists side by side, under each other on a narrow screen: (title, sentences) each."""
    st.html(f'<div class="eq-columns">{_column(*left)}{_column(*right)}</div>')


def _column(title: str, sentences: Sequence[str]) -> str:
    body = "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences if sentence)
    return f"<section><h2>{escape(title)}</h2>{body}</section>"
