"""A chart as a file: it says whose it is, of when, from what source and in which view."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from streamlit.testing.v1 import AppTest

from equality.charts.descriptions import Description, Mountain
from equality.ui import pictures
from tests.ui.conftest import NORTHMERE, make_store


def page() -> None:
    import streamlit as st

    from equality.charts.descriptions import Mountain
    from equality.tables import Table
    from equality.ui.numbers import show_numbers
    from equality.ui.pictures import captioned

    mountain = Mountain(title="Found", alt="In words", subtitle="Share of each band", rows=())
    table = Table("Share", ("Band",), (("8a",),), csv="", file_name="shares")
    show_numbers(table, name="with", picture=mountain)
    show_numbers(table, name="without")
    described = captioned(mountain, ("staff",))
    st.text(described.subtitle)
    st.text(described.source_note)


def opened(path: Path, monkeypatch: pytest.MonkeyPatch, view: str = "private") -> AppTest:
    monkeypatch.setenv("EQUALITY_STORE", str(make_store(path, {NORTHMERE: [date(2025, 3, 31)]})))
    app = AppTest.from_function(page, default_timeout=30)
    app.query_params["view"] = view
    return app.run()


def test_a_picture_is_offered_beside_the_numbers_of_a_chart_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(tmp_path / "store", monkeypatch)
    assert not app.exception
    assert [button.proto.label for button in app.get("download_button")] == ["Download", "Picture", "Download"]


@pytest.mark.parametrize(("view", "words"), [("private", "Private view"), ("public", "Public view")])
def test_it_says_whose_it_is_and_in_which_view(
    view: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    subtitle, source = (text.value for text in opened(tmp_path / "store", monkeypatch, view).text)
    assert subtitle.startswith("Northmere")
    assert "31 March 2025" in subtitle
    assert subtitle.endswith("Share of each band")
    assert source.startswith("Invented data.")
    assert words in source


def test_the_file_is_drawn_once() -> None:
    described: Description = Mountain(title="Found", alt="In words", rows=())
    first = pictures.picture_file(described)
    assert Image.open(BytesIO(first)).width == 1600
    assert pictures.picture_file(described) is first
