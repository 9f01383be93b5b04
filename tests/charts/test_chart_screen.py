"""What holds for every kind of picture, in every form and theme."""

import json

import plotly.graph_objects as go
import pytest

from equality.charts.descriptions import Description, Form
from equality.charts.palette import LIGHT, PALETTES, Theme
from equality.charts.screen import draw, height_of, with_titles
from equality.charts.screen.canvas import WIDTH
from equality.charts.screen.text import TextStyle, text_width
from tests.charts.builders import every_kind, mountain, row, words_of

KINDS = every_kind()
FORMS: list[Form] = ["wide", "narrow"]
each_kind = pytest.mark.parametrize("description", KINDS, ids=lambda each: type(each).__name__)
each_form = pytest.mark.parametrize("form", FORMS)


@each_kind
@each_form
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_is_a_figure_that_plotly_accepts(description: Description, form: Form, theme: Theme) -> None:
    figure = draw(description, PALETTES[theme], form)
    go.Figure(figure)
    assert json.loads(json.dumps(figure, allow_nan=False)).keys() == {"data", "layout"}


@each_kind
@each_form
def test_nothing_moves_and_the_height_is_the_one_promised(description: Description, form: Form) -> None:
    layout = draw(description, LIGHT, form)["layout"]
    axes = [axis for name, axis in layout.items() if name[:5] in {"xaxis", "yaxis"}]
    assert all(axis["fixedrange"] and axis["range"] for axis in axes)
    assert layout["dragmode"] is False
    assert layout["height"] == height_of(description, form)


@each_kind
@each_form
def test_titles_are_left_to_the_page(description: Description, form: Form) -> None:
    assert description.title not in words_of(draw(description, LIGHT, form)).replace("<br>", " ")


@each_kind
@each_form
def test_no_word_outside_the_panels_leaves_the_sheet(description: Description, form: Form) -> None:
    trace = draw(description, LIGHT, form)["data"][0]
    for x, text, place, size in zip(
        trace["x"], trace["text"], trace["textposition"], trace["textfont"]["size"], strict=True
    ):
        plain = text.replace("<br>", "\n").replace("<b>", "").replace("</b>", "")
        width = text_width(plain, TextStyle(size, "", bold="<b>" in text))
        left = x - {"middle right": 0, "middle left": width, "middle center": width / 2}[place]
        assert left >= -3, text
        assert left + width <= WIDTH[form] + 3, text


def test_a_download_carries_title_and_source_and_leaves_the_figure_as_it_was() -> None:
    description = mountain()
    figure = draw(description, LIGHT, "wide")
    before = json.dumps(figure)
    whole = with_titles(figure, description, LIGHT, "wide")
    assert description.title in words_of(whole)
    assert description.source_note in words_of(whole)
    assert whole["layout"]["height"] > figure["layout"]["height"]
    assert json.dumps(figure) == before


def test_words_that_look_like_markup_are_written_as_they_stand() -> None:
    figure = draw(mountain(row("Band <5 & over")), LIGHT, "wide")
    assert "Band &lt;5 &amp; over" in words_of(figure)


def test_an_unknown_kind_is_refused_by_name() -> None:
    with pytest.raises(TypeError, match="Description"):
        draw(Description(title="a", alt="b"), LIGHT, "wide")
