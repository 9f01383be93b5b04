"""The indicators at a glance: a small panel each, one form, one span of years."""

from dataclasses import replace

from equality.charts.descriptions import Form, TrendPanel, Trends
from equality.charts.palette import Palette
from equality.charts.screen.canvas import WIDTH, Canvas, Figure
from equality.charts.screen.key import KeyItem, draw_key, key_height
from equality.charts.screen.scales import BLANK, Scale, year_scale
from equality.charts.screen.series import (
    draw_comparisons,
    draw_series,
    end_labels_width,
    series_years,
    value_scale,
    write_end_labels,
)
from equality.charts.screen.small_panels import Cell, Grid, Heading, fitted, write_empty, write_heading

CELLS = {"wide": Cell(96, 46, 34, 34, 60), "narrow": Cell(110, 48, 42, 34, 60)}
COLUMNS = {"wide": 3, "narrow": 1}
LABEL_SIZE = 14.0
SLACK = {"wide": 1.12, "narrow": 1.0}
"""Words keep their size when the page is narrower than the design: their margin has this much room to spare."""

SIDE = 0.03
"""The part of the years' span that is added at each side, so that a ring there lies on no number."""


def trends_height(description: Trends, form: Form) -> float:
    """The pixels that the picture takes."""
    rows = Grid(COLUMNS[form], 0, 1).rows(len(description.panels))
    return rows * _cell(description, form).height + key_height(_key(description), WIDTH[form])


def draw_trends(description: Trends, palette: Palette, form: Form) -> Figure:
    """The picture as a plain Plotly figure: three panels a row, on a telephone one below the other."""
    canvas = Canvas(palette, WIDTH[form], trends_height(description, form))
    grid, cell = Grid(COLUMNS[form], 0, WIDTH[form]), _cell(description, form)
    years = _year_axis(description)
    for index, content in enumerate(description.panels):
        box = grid.box(index, cell)
        write_heading(canvas, _heading(content), box, cell)
        panel = canvas.panel(box, BLANK if content.empty_words else years, _value_axis(description, content, cell))
        if content.empty_words:
            write_empty(panel, content.empty_words, palette)
            continue
        draw_comparisons(panel, content, palette)
        draw_series(panel, content, 9)
        write_end_labels(panel, content, LABEL_SIZE)
    key = _key(description)
    draw_key(canvas, key, 0, canvas.height - key_height(key, WIDTH[form]))
    return canvas.figure()


def _cell(description: Trends, form: Form) -> Cell:
    headings = [_heading(panel) for panel in description.panels]
    labels = max((end_labels_width(panel, LABEL_SIZE) for panel in description.panels), default=0)
    cell = replace(CELLS[form], right=max(CELLS[form].right, labels * SLACK[form]))
    return fitted(cell, headings, WIDTH[form] / COLUMNS[form])


def _heading(panel: TrendPanel) -> Heading:
    return Heading(panel.title, panel.verdict, panel.strong)


def _year_axis(description: Trends) -> Scale:
    years = series_years(description.panels) or [0, 1]
    first, last = min(years), max(years)
    named = {first, (first + last) // 2, last} if last - first > 2 else {first, last}
    return year_scale([first, last], named, pad=(last - first) * SIDE)


def _value_axis(description: Trends, content: TrendPanel, cell: Cell) -> Scale:
    if content.empty_words:
        return BLANK
    group = [content]
    if content.scale_group:
        group = [panel for panel in description.panels if panel.scale_group == content.scale_group and panel.series]
    return value_scale(group, cell.plot)


def _key(description: Trends) -> list[KeyItem]:
    series = [each for panel in description.panels for each in panel.series]
    items = []
    if any(each.intervals for each in series):
        items.append(KeyItem("here", "here, with 95% interval"))
    if any(each.role == "england" for each in series):
        items.append(KeyItem("england", "England"))
    if any(panel.band for panel in description.panels):
        items.append(KeyItem("range", "0.80 to 1.25"))
    return items + [KeyItem("none", words) for words in description.key_words]
