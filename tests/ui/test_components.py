"""What pages are built of, each run in a page of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.conftest import NORTHMERE, make_store

MARCH = (date(2025, 3, 31),)


def html_of(page: Callable[[], None]) -> str:
    """All the HTML that a page writes."""
    app = AppTest.from_function(page, default_timeout=60).run()
    assert not app.exception
    return "".join(element.proto.body for element in app.get("html"))


@pytest.fixture
def invented(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EQUALITY_STORE", str(make_store(tmp_path / "store", {NORTHMERE: MARCH})))


@pytest.fixture
def real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EQUALITY_STORE", str(make_store(tmp_path / "store", {NORTHMERE: MARCH}, invented=False)))


def _page_with_heading() -> None:
    from equality.ui.components import show_footer, show_heading

    show_heading("Kicker", "A finding & its <size>", "Second line")
    show_footer("WRES return.", files=["return.xlsx"])


@pytest.mark.usefixtures("invented")
def test_invented_data_is_said_in_badge_and_footer() -> None:
    shown = html_of(_page_with_heading)
    assert '<span class="eq-badge">Invented data</span><span class="eq-badge">Private view</span>' in shown
    assert "Invented data. WRES return. Read from return.xlsx." in shown


@pytest.mark.usefixtures("real")
def test_real_data_is_not_called_invented() -> None:
    assert "Invented" not in html_of(_page_with_heading)


@pytest.mark.usefixtures("real")
def test_a_page_has_one_first_heading_escaped_and_says_its_data_version() -> None:
    shown = html_of(_page_with_heading)
    assert shown.count("<h1") == 1
    assert "A finding &amp; its &lt;size&gt;" in shown
    assert "Data version 1" in shown


@pytest.mark.usefixtures("real")
def test_paper_and_telephone_say_whose_figures_and_when() -> None:
    assert "(invented) · 31 March 2025</p>" in html_of(_page_with_heading)


def _page_with_blanks() -> None:
    from equality.ui.components import show_note, show_sentences

    show_note(["", ""])
    show_sentences([""], title="Nothing")


@pytest.mark.usefixtures("real")
def test_a_section_without_a_sentence_is_not_shown() -> None:
    assert html_of(_page_with_blanks) == ""


def _page_with_a_chart() -> None:
    from equality.charts.descriptions import DotInterval, IntervalRow
    from equality.charts.screen import draw
    from equality.ui.components import show_chart

    row = IntervalRow(label="Band 7", value=1.8, lower=1.4, upper=2.2, value_label="1.8")
    show_chart(DotInterval(title="A finding", alt="White applicants 1.8 times as likely", rows=(row,)), draw, "parts")


@pytest.mark.usefixtures("real")
def test_a_chart_has_a_text_alternative_in_each_of_its_forms() -> None:
    app = AppTest.from_function(_page_with_a_chart, default_timeout=60).run()
    assert not app.exception
    assert [chart.proto.alt for chart in app.get("plotly_chart")] == ["White applicants 1.8 times as likely"] * 2
    assert all('"displayModeBar": false' in chart.proto.config for chart in app.get("plotly_chart"))
