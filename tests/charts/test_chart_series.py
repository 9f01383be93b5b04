"""Trends and trajectories: breaks are breaks, axes are shared, what is missing is said."""

from itertools import pairwise
from typing import Any

import pytest

from equality.charts.descriptions import Form, IntervalRow, TrajectoryPanel
from equality.charts.palette import LIGHT
from equality.charts.screen import draw_dot_interval, draw_trajectories, draw_trend, draw_trends, height_of
from equality.charts.screen.canvas import WIDTH
from equality.charts.screen.text import TextStyle, text_width
from tests.charts.builders import dot_interval, series, trajectories, trajectory, trend, trend_panel, trends, words_of


def lines(figure: dict[str, Any], colour: str) -> list[list[float]]:
    drawn = [trace for trace in figure["data"] if trace.get("mode") == "lines" and "fill" not in trace]
    return [list(trace["x"]) for trace in drawn if trace["line"]["color"] == colour]


def test_a_break_is_never_joined() -> None:
    assert lines(draw_trends(trends(), LIGHT, "wide"), LIGHT.bme) == [[2018, 2019], [2022, 2023]]


def test_a_value_of_another_source_is_a_ring_by_itself() -> None:
    figure = draw_trends(trends(), LIGHT, "wide")
    assert lines(figure, LIGHT.england) == [[2018, 2019]]
    rings = [trace for trace in figure["data"] if trace.get("marker", {}).get("color") == LIGHT.ground]
    (ring,) = [trace["x"][i] for trace in rings for i, seen in enumerate(trace["marker"]["opacity"]) if seen]
    assert ring == 2023


def test_ratios_stand_on_a_logarithmic_axis() -> None:
    assert draw_trends(trends(), LIGHT, "wide")["layout"]["yaxis2"]["type"] == "log"
    assert draw_trends(trends(trend_panel(unit="percent")), LIGHT, "wide")["layout"]["yaxis2"]["type"] == "linear"


def test_panels_of_one_group_share_their_axis_and_others_do_not() -> None:
    low = trend_panel(unit="percent", scale_group="abuse", series=(series(segments=(((2018, 10.0), (2019, 12.0)),)),))
    high = trend_panel(unit="percent", scale_group="abuse", series=(series(segments=(((2018, 40.0), (2019, 42.0)),)),))
    alone = trend_panel(unit="percent", series=low.series)
    layout = draw_trends(trends(low, high, alone), LIGHT, "wide")["layout"]
    assert layout["yaxis2"]["range"] == layout["yaxis3"]["range"] != layout["yaxis4"]["range"]


def test_labels_at_the_ends_of_near_lines_do_not_overlap() -> None:
    near = tuple(
        series(role=role, segments=(((2018, 26.0), (2019, 26.0)),), end_label=role) for role in ("bme", "white")
    )
    trace = draw_trends(trends(trend_panel(unit="percent", series=near)), LIGHT, "wide")["data"][0]
    places = sorted(y for y, text in zip(trace["y"], trace["text"], strict=True) if text in {"<b>bme</b>", "white"})
    assert all(later - earlier >= 14 for earlier, later in pairwise(places))


def test_one_year_is_a_finished_picture() -> None:
    alone = series(segments=(((2025, 1.8),),), intervals=(((2025, 1.4, 2.2),),))
    figure = draw_trends(trends(trend_panel(series=(alone,))), LIGHT, "wide")
    axis = figure["layout"]["xaxis2"]
    assert axis["ticktext"] == ["2025"]
    assert axis["range"][0] < 2025 <= axis["range"][1]
    assert lines(figure, LIGHT.whisker) == [[2025, 2025]]


def test_an_indicator_that_was_not_supplied_says_so() -> None:
    figure = draw_trends(trends(trend_panel(series=(), empty_words="not supplied")), LIGHT, "narrow")
    assert "not supplied" in words_of(figure)


def test_one_opened_names_its_breaks_actions_and_parity() -> None:
    for form in ("wide", "narrow"):
        written = words_of(draw_trend(trend(), LIGHT, form))
        for words in ("new definition from 2022", "inclusive panels begin", "equal", "England"):
            assert words in written


def test_no_stem_of_an_action_runs_through_the_words_of_an_earlier_one() -> None:
    close = trend(annotations=((2019, "inclusive recruitment panels begin here"), (2020, "second")), breaks=())
    figure = draw_trend(close, LIGHT, "wide")
    first, second = sorted((s for s in figure["layout"]["shapes"] if s.get("yref") == "y"), key=lambda s: s["x0"])
    assert first["y1"] > second["y1"]


def test_a_year_without_a_return_breaks_the_trajectory() -> None:
    figure = draw_trajectories(trajectories(panels=(trajectory(),), sums=()), LIGHT, "wide")
    assert lines(figure, LIGHT.bme) == [[2018, 2019], [2021], [2025]]


def test_a_trajectory_names_start_now_end_count_and_goal() -> None:
    figure = draw_trajectories(trajectories(panels=(trajectory(),), sums=()), LIGHT, "wide")
    assert figure["layout"]["xaxis2"]["ticktext"] == ["2018", "2025", "2028"]
    assert {"<b>7</b>", "<b>11</b>", "<b>Band 8a</b>"} <= set(words_of(figure).split("\n"))


def test_people_are_counted_in_whole_numbers_from_zero() -> None:
    few = trajectory(actual=((2018, 1.0), (2025, 1.0)), target=((2018, 1.0), (2028, 1.0)))
    axis = draw_trajectories(trajectories(panels=(few,), sums=()), LIGHT, "wide")["layout"]["yaxis2"]
    assert axis["tickvals"][0] == 0
    assert all(value == int(value) for value in axis["tickvals"])


def test_a_band_with_nothing_to_draw_stands_in_words() -> None:
    empty = TrajectoryPanel(title="VSM", standing_words="no posts at the baseline")
    written = words_of(draw_trajectories(trajectories(panels=(empty,), sums=()), LIGHT, "wide"))
    assert "no posts at the baseline" in written.replace("<br>", " ")


def test_an_undefined_ratio_has_words_and_no_dot() -> None:
    rows = (IntervalRow(label="Nursing", value=1.9, hover="x"), IntervalRow(label="Estates", words="undefined: 0 of 4"))
    for form in ("wide", "narrow"):
        figure = draw_dot_interval(dot_interval(*rows), LIGHT, form)
        assert [trace["x"] for trace in figure["data"] if trace.get("mode") == "markers"] == [[1.9]]
        assert "undefined: 0 of 4" in words_of(figure)


@pytest.mark.parametrize("form", ["wide", "narrow"])
def test_words_of_breaks_that_lie_close_together_stand_on_lines_of_their_own(form: Form) -> None:
    close = trend(breaks=((2022, "new definition from 2022"), (2023, "another definition from 2023")), annotations=())
    sheet = draw_trend(close, LIGHT, form)["data"][0]
    first, second = [y for y, text in zip(sheet["y"], sheet["text"], strict=True) if "definition" in text]
    assert second - first >= 16


def test_little_to_show_takes_little_room() -> None:
    alone = trend_panel(series=(series(segments=(((2025, 1.8),),)),))
    assert height_of(trend(panel=alone), "wide") < height_of(trend(), "wide") - 100


def test_a_line_by_itself_that_ends_early_is_named_where_it_ends() -> None:
    lone = trend_panel(
        unit="percent", series=(series(role="england", segments=(((2018, 30.0),),), end_label="England"),)
    )
    figure = draw_trends(trends(lone, trend_panel()), LIGHT, "wide")
    named = [trace for trace in figure["data"] if trace.get("mode") == "text" and trace["xaxis"] == "x2"]
    assert [trace["text"] for trace in named] == [["England"]]


@pytest.mark.parametrize("form", ["wide", "narrow"])
def test_labels_at_the_ends_keep_off_the_next_panel(form: Form) -> None:
    long = trend_panel(unit="percent", series=(series(end_label="12.1 of bands 8a and up"),))
    figure = draw_trends(trends(long, long, long), LIGHT, form)
    sheet, width = figure["data"][0], WIDTH[form]
    end = figure["layout"]["xaxis2"]["domain"][1] * width
    label = text_width("12.1 of bands 8a and up", TextStyle(14, "", bold=True))
    cell = width / 3 if form == "wide" else width
    assert end + 9 + label <= cell
    assert any("8a and up" in text for text in sheet["text"])
