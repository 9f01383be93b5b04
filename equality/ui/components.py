"""What pages are built of: the heading, sentences, notes, the empty page and the footer. All text is escaped here."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from html import escape

import streamlit as st

from equality.errors import ConfigurationError, EqualityError
from equality.ui.context import PageContext, open_context
from equality.ui.numbers import show_numbers
from equality.ui.pictures import show_chart
from equality.ui.selection import VIEWS

__all__ = [
    "controls",
    "show_chart",
    "show_empty",
    "show_failure",
    "show_footer",
    "show_heading",
    "show_note",
    "show_notices",
    "show_numbers",
    "show_sentences",
    "show_trouble",
]


def show_heading(kicker: str, title: str, subtitle: str = "", badge: str = "") -> None:
    """The page's name and measure in small type, the finding in large type, its size in people, and the badges.

    ``badge`` is the view in force unless given ("Published data"); "Invented data" joins it for an invented store.
    On a narrow screen and on paper, where the side bar is not seen, the organisation and snapshot stand above.
    """
    context = open_context()
    above = " · ".join(part for part in (kicker, context.snapshot_caution) if part)
    st.html(_heading(above, title, subtitle, _badges(context, badge), _whose(context)))


def _heading(kicker: str, title: str, subtitle: str, badges: Sequence[str], whose: str) -> str:
    marks = "".join(f'<span class="eq-badge">{escape(words)}</span>' for words in badges)
    below = f'<p class="eq-subtitle">{escape(subtitle)}</p>' if subtitle else ""
    return (
        f'<header class="eq-heading"><div class="eq-above"><div><p class="eq-whose">{escape(whose)}</p>'
        f'<p class="eq-kicker">{escape(kicker)}</p></div><p class="eq-badges">{marks}</p></div>'
        f'<h1 id="eq-title" tabindex="-1">{escape(title)}</h1>{below}</header>'
    )


def _badges(context: PageContext, badge: str) -> list[str]:
    shown = [badge or VIEWS[context.selection.view.value]]
    return ["Invented data", *shown] if context.holdings.invented else shown


def _whose(context: PageContext) -> str:
    return " · ".join(part for part in (context.organisation.label, context.snapshot_label) if part)


def show_sentences(sentences: Sequence[str], title: str = "") -> None:
    """Sentences one under the other, in a measure that reads well; a title makes them a section."""
    heading = f"<h2>{escape(title)}</h2>" if title else ""
    body = _paragraphs(sentences)
    if body:
        st.html(f'<section class="eq-sentences">{heading}{body}</section>')


def _paragraphs(sentences: Sequence[str]) -> str:
    return "".join(f"<p>{escape(sentence)}</p>" for sentence in sentences if sentence)


def controls(key: str = "page") -> AbstractContextManager[object]:
    """A row for ``choose`` controls, their labels beside them: ``with controls(): choose(...)``. Below the picture."""
    return st.container(key=f"controls-{key}", horizontal=True, vertical_alignment="center")


def show_note(sentences: Sequence[str], title: str = "What we do not know") -> None:
    """What is missing, hidden or uncertain, as visible as what is there; nothing where there is nothing to say."""
    body = _paragraphs(sentences)
    if body:
        st.html(f'<section class="eq-note"><h2>{escape(title)}</h2>{body}</section>')


def show_empty(title: str, what_to_do: Sequence[str], kicker: str = "", subtitle: str = "") -> None:
    """A finished page for a state with nothing to show: what it is, and what to do about it, step by step."""
    context = open_context()
    st.html(_heading(kicker, title, subtitle, _badges(context, ""), _whose(context)))
    st.html(f'<div class="eq-steps">{_steps(what_to_do)}</div>')


def _steps(steps: Sequence[str]) -> str:
    if len(steps) < 2:
        return "".join(f"<p>{escape(step)}</p>" for step in steps)
    return f"<ol>{''.join(f'<li>{escape(step)}</li>' for step in steps)}</ol>"


def show_footer(source_text: str, files: Sequence[str] = ()) -> None:
    """Source and snapshot at the left, the data version at the right; the last thing on a page."""
    holdings = open_context().holdings
    invented = "Invented data. " if holdings.invented and not source_text.startswith("Invented") else ""
    read_from = f" Read from {', '.join(files)}." if files else ""
    version = f"Data version {holdings.version_number}" if holdings.version_number else "No data yet"
    with st.container(key="footer", gap=None):
        st.html(
            f'<footer class="eq-footer"><span>{escape(invented + source_text + read_from)}</span>'
            f"<span>{escape(version)}</span></footer>"
        )


def show_notices(context: PageContext) -> None:
    """What must be said above every page: a damaged version that is not shown, and what a link asked for in vain."""
    sentences = list(context.selection.faults)
    if context.reader.damage:
        sentences.insert(0, _damage_sentence(context))
    if sentences:
        st.html(f'<div class="eq-notice" role="status">{_paragraphs(sentences)}</div>')


def _damage_sentence(context: PageContext) -> str:
    return (
        f"The newest data version is damaged, so these pages show version {context.holdings.version_number}, "
        f"the last one that is whole. What is wrong: {context.reader.damage}. Run: python -m equality verify"
    )


def show_trouble(error: EqualityError) -> None:
    """One finished page for what stops the dashboard: what happened, where, and what to do."""
    faults = error.hint.split("; ") if isinstance(error, ConfigurationError) else [error.hint]
    body = "".join(f"<li>{escape(fault)}</li>" for fault in faults if fault)
    place = f'<p class="eq-place"><code>{escape(error.place)}</code></p>' if error.place else ""
    after = "Put it right and load this page again." if isinstance(error, ConfigurationError) else ""
    st.html(
        '<header class="eq-heading"><div class="eq-above"><p class="eq-kicker">The dashboard cannot start</p></div>'
        f'<h1 id="eq-title" tabindex="-1">{escape(error.title)}</h1></header>'
        f'{place}<div class="eq-steps"><ul>{body}</ul><p>{after}</p></div>'
    )


def show_failure(_error: Exception) -> bool:
    """The end of a page in which the program failed; the server's log has said how. Always True: handled."""
    st.html(
        '<div class="eq-steps"><h2 id="eq-failure">This page could not be shown</h2>'
        "<p>The fault is in the program, not in your data, and nothing was changed. The reason stands in the window "
        "or log where the dashboard was started; please send it to whoever looks after it.</p>"
        "<p>The other pages in the menu still work.</p></div>"
    )
    return True
