"""Intervals, a row each: the plot, the values and the words keep to their own columns and rows."""

from typing import Any

import pytest

from equality.charts.descriptions import DotInterval, IntervalRow, ReferenceLine
from equality.charts.palette import LIGHT
from equality.charts.screen import draw_dot_interval
from equality.charts.screen.canvas import WIDTH
from equality.charts.screen.text import TextStyle, text_width

LONG = IntervalRow(
    label="Non-clinical: 5 and below into 8a and above",
    value=2.45,
    lower=1.52,
    upper=3.95,
    value_label="2.45 (1.52 to 3.95)",
    words="not distinguishable from chance",
    strong=True,
)
MISSING = IntervalRow(label="Band 9", words="cannot be calculated")


def described(*rows: IntervalRow, **given: Any) -> DotInterval:
    usual: dict[str, Any] = {"parity": 1.0, "parity_label": "equal"}
    return DotInterval(title="a", alt="b", rows=rows, **usual | given)


def written(figure: dict[str, Any]) -> dict[str, tuple[float, float]]:
    """Where the words on the sheet stand, in pixels from the left and from the top."""
    sheet = figure["data"][0]
    plain = [text.replace("<b>", "").replace("</b>", "") for text in sheet["text"]]
    return dict(zip(plain, zip(sheet["x"], sheet["y"], strict=True), strict=True))


def plot_right(figure: dict[str, Any]) -> float:
    return float(figure["layout"]["xaxis2"]["domain"][1] * WIDTH["wide"])


def test_the_plot_ends_before_the_values() -> None:
    figure = draw_dot_interval(described(LONG), LIGHT, "wide")
    right, _ = written(figure)[LONG.value_label]
    assert right - text_width(LONG.value_label, TextStyle(15, "", bold=True)) > plot_right(figure)


def test_the_words_for_a_missing_value_stand_beyond_the_plot() -> None:
    figure = draw_dot_interval(described(LONG, MISSING), LIGHT, "wide")
    right, _ = written(figure)["cannot be calculated"]
    assert right - text_width("cannot be calculated", TextStyle(14, "")) > plot_right(figure)
    assert not figure["layout"]["annotations"] or "cannot be" not in str(figure["layout"]["annotations"])


def test_rows_are_as_high_as_their_longest_label() -> None:
    name = "A staff group whose name is so long that it takes a third line of words beside the plot, however set"
    figure = draw_dot_interval(described(IntervalRow(label=name, value=1.0), LONG), LIGHT, "wide")
    (label, first), (_, second) = [
        (text, place)
        for text, place in zip(figure["data"][0]["text"], figure["data"][0]["y"], strict=True)
        if "staff group" in text or "Non-clinical" in text
    ]
    assert label.count("<br>") >= 2
    assert second - first >= (label.count("<br>") + 1) * 19


def test_a_line_of_reference_lies_within_the_axis_and_the_plot() -> None:
    low = IntervalRow(label="VSM", value=5.8, lower=4.9, upper=6.9, value_label="5.8% (4.9 to 6.9)")
    line = ReferenceLine("whole workforce 18.5", 18.5, "workforce")
    figure = draw_dot_interval(described(low, unit="percent", parity=None, lines=(line,)), LIGHT, "wide")
    assert figure["layout"]["xaxis2"]["range"][1] > 18.5
    assert written(figure)[low.value_label][0] > plot_right(figure)


@pytest.mark.parametrize("unit", ["ratio", "percent", "points"])
def test_an_interval_too_long_for_the_axis_ends_in_an_arrow_within_it(unit: Any) -> None:
    wide = IntervalRow(label="Band 9", value=2.0, lower=0.9, upper=99.0)
    figure = draw_dot_interval(described(wide, IntervalRow(label="Band 8d", value=3.0), unit=unit), LIGHT, "wide")
    (arrow,) = [t["x"] for t in figure["data"] if t.get("marker", {}).get("symbol") == "triangle-right"]
    (line,) = [t["x"] for t in figure["data"] if t.get("line", {}).get("color") == LIGHT.whisker]
    end = figure["layout"]["xaxis2"]["range"][1]
    assert line[-1] == arrow[0] < (10**end if unit == "ratio" else end)


def test_on_a_telephone_a_long_label_keeps_clear_of_its_value() -> None:
    figure = draw_dot_interval(described(LONG), LIGHT, "narrow")
    notes = {note["text"]: note for note in figure["layout"]["annotations"]}
    (label,) = [text for text in notes if "Non-clinical" in text]
    lines = label.replace("<b>", "").replace("</b>", "").split("<br>")
    value = text_width(LONG.value_label, TextStyle(15, "", bold=True))
    assert max(text_width(line, TextStyle(14, "", bold=True)) for line in lines) <= WIDTH["narrow"] - value
    (words,) = [note for text, note in notes.items() if "not distinguishable" in text]
    assert words["y"] - notes[label]["y"] >= 17 * len(lines) / 2 + 8
