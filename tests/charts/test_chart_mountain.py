"""The mountain shows what it is given, to scale, and nothing of what is hidden."""

from dataclasses import replace
from typing import Any

import pytest

from equality.charts.descriptions import EmphasisedStep, Form, Mountain
from equality.charts.palette import LIGHT
from equality.charts.screen import draw_mountain, draw_mountain_years
from tests.charts.builders import hidden, mountain, mountain_years, row, words_of

each_form = pytest.mark.parametrize("form", ["wide", "narrow"])


def bars(description: Mountain) -> list[dict[str, Any]]:
    return [trace for trace in draw_mountain(description, LIGHT, "wide")["data"] if trace["type"] == "bar"]


def joined(description: Mountain) -> list[list[float]]:
    """The shares that each thin joining line runs through."""
    data = draw_mountain(description, LIGHT, "wide")["data"]
    return [trace["x"] for trace in data if trace.get("line", {}).get("width") == 1.25]


def dots(figure: dict[str, Any]) -> list[dict[str, Any]]:
    return [trace for trace in figure["data"] if trace.get("mode") == "markers" and "hovertext" in trace]


def test_bars_are_as_wide_as_the_staff_are_many_and_centred() -> None:
    bme, white, unknown = bars(mountain(row(white=60, bme=30, unknown=10)))
    assert (bme["base"], bme["x"]) == ([-50], [30])
    assert (white["base"], white["x"]) == ([-20], [60])
    assert (unknown["base"], unknown["x"]) == ([40], [10])
    assert unknown["marker"]["pattern"]["shape"] == "/"


@each_form
def test_dots_stand_at_their_shares_level_with_their_bars(form: Form) -> None:
    figure = draw_mountain(mountain(row("Band 5", share_pct=30.0), row("VSM", share_pct=5.0)), LIGHT, form)
    (shown,) = dots(figure)
    assert shown["x"] == [30.0, 5.0]
    assert shown["y"] == next(trace for trace in figure["data"] if trace["type"] == "bar")["y"]
    assert shown["y"][0] > shown["y"][1], "the summit is at the top, and the axis runs down"


@each_form
def test_a_hidden_row_is_said_in_words_and_has_no_mark(form: Form) -> None:
    figure = draw_mountain(mountain(row(), hidden(words="hidden: fewer than 5")), LIGHT, form)
    assert "hidden: fewer than 5" in words_of(figure)
    assert len(dots(figure)[0]["x"]) == 1
    assert all(len(trace["x"]) == 1 for trace in figure["data"] if trace["type"] == "bar")


def test_the_line_breaks_at_a_band_that_is_missing() -> None:
    shares = [row("1", share_pct=20.0), row("2", share_pct=19.0), hidden(), row("4", share_pct=9.0)]
    assert joined(mountain(*shares)) == [[20.0, 19.0], [9.0]]


def test_the_board_stands_apart() -> None:
    description = mountain(row("VSM", share_pct=5.0), row("Board", share_pct=10.0, apart=True))
    assert joined(description) == [[5.0], [10.0]]
    (shown,) = dots(draw_mountain(description, LIGHT, "wide"))
    assert shown["y"][0] - shown["y"][1] > 1


def test_the_largest_step_is_marked_between_its_two_rows() -> None:
    step = EmphasisedStep("Band 5", "Band 6", "largest step down")
    description = mountain(row("Band 5", share_pct=30.0), row("Band 6", share_pct=20.0), emphasised_step=step)
    figure = draw_mountain(description, LIGHT, "wide")
    marked = [trace["x"] for trace in figure["data"] if trace.get("line", {}).get("color") == LIGHT.emphasis]
    assert marked == [[30.0, 20.0]]
    assert "largest step down" in words_of(figure)


def test_an_interval_that_leaves_the_axis_ends_in_an_arrow() -> None:
    figure = draw_mountain(mountain(row(share_pct=10.0, upper_pct=90.0), row("Band 6")), LIGHT, "wide")
    high = figure["layout"]["xaxis3"]["range"][1]
    ends = [max(trace["x"]) for trace in figure["data"] if trace.get("line", {}).get("color") == LIGHT.whisker]
    assert all(end <= high for end in ends)
    assert any(trace.get("marker", {}).get("symbol") == "triangle-right" for trace in figure["data"])


def test_the_axis_never_passes_a_hundred() -> None:
    figure = draw_mountain(mountain(row(share_pct=98.0, upper_pct=100.0)), LIGHT, "wide")
    assert figure["layout"]["xaxis3"]["range"][1] < 101


@each_form
def test_every_figure_of_a_row_is_written(form: Form) -> None:
    labels = {"headcount_label": "2,085", "value_label": "5.8", "gap_label": "−12.7", "short_text": "264"}
    written = words_of(draw_mountain(mountain(row("VSM", **labels)), LIGHT, form))
    assert all(label in written for label in ("VSM", *labels.values()))


def test_without_intervals_or_bounds_the_key_does_not_speak_of_them() -> None:
    bare = row(lower_pct=None, upper_pct=None, lowest_pct=None, highest_pct=None)
    written = words_of(draw_mountain(mountain(bare), LIGHT, "wide"))
    assert "if everyone unknown" not in written
    assert "if everyone unknown" in words_of(draw_mountain(mountain(row()), LIGHT, "wide"))


def test_years_share_one_axis_and_a_missing_band_breaks_the_line() -> None:
    figure = draw_mountain_years(mountain_years(7), LIGHT, "wide")
    ranges = {
        tuple(axis["range"]) for name, axis in figure["layout"].items() if name.startswith("xaxis") and name != "xaxis"
    }
    assert len(ranges) == 1
    lines = [trace for trace in figure["data"] if trace.get("line", {}).get("color") == LIGHT.bme]
    assert {tuple(trace["x"]) for trace in lines} == {(25.0,), (5.0,)}


@each_form
def test_a_band_of_few_posts_does_not_set_the_axis(form: Form) -> None:
    tiny = row("Band 1", headcount=2, share_pct=20.0, lower_pct=9.0, upper_pct=91.0)
    reach = [
        draw_mountain(mountain(*rows), LIGHT, form)["layout"]["xaxis3"]["range"][1] for rows in ([row(), tiny], [row()])
    ]
    assert reach[0] == reach[1]


def test_every_point_is_on_the_axis_even_of_few_posts() -> None:
    figure = draw_mountain(mountain(row("Band 1", headcount=2, share_pct=80.0), row()), LIGHT, "wide")
    assert figure["layout"]["xaxis3"]["range"][1] > 80


@each_form
def test_names_of_bands_keep_apart_through_the_years(form: Form) -> None:
    figure = draw_mountain_years(mountain_years(7, bands=15), LIGHT, form)
    sheet = figure["data"][0]
    places = [y for y, text in zip(sheet["y"], sheet["text"], strict=True) if text in {"Band 1", "Band 2"}]
    assert abs(places[0] - places[1]) >= 16


@each_form
def test_a_row_whose_counts_are_hidden_still_shows_a_share_that_is_not(form: Form) -> None:
    partly = row("Band 8b", status="suppressed", white=None, unknown=None, value_label="9.6", share_pct=9.6)
    assert "9.6" in words_of(draw_mountain(mountain(row(), partly), LIGHT, form))


def test_a_line_joins_the_bands_of_a_ladder_and_not_medical_grades() -> None:
    ladder = mountain(row("Band 5", share_pct=20.0), row("Band 6", share_pct=10.0))
    assert joined(ladder) == [[20.0, 10.0]]
    assert joined(replace(ladder, is_ladder=False)) == []
