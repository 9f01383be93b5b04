"""The mountain through the years: one small panel a year, bands up the side, the share along."""

from itertools import groupby

from equality.charts.descriptions import Form, MountainYear, MountainYears
from equality.charts.palette import Palette
from equality.charts.screen.canvas import WIDTH, Canvas, Figure, Panel
from equality.charts.screen.key import KeyItem, draw_key, key_height
from equality.charts.screen.marks import DASHED, Point, Stroke, cased, dot_marker, dots, line
from equality.charts.screen.scales import Scale, linear_scale
from equality.charts.screen.small_panels import Cell, Grid, Heading, fitted, write_empty, write_heading
from equality.charts.screen.text import TextStyle, text_width

LABEL = TextStyle(13, "", "right")
PLOT_HEIGHT = {"wide": 168.0, "narrow": 216.0}
ONE_ROW_HEIGHT = 330.0
LEAST_PITCH = 16.5
"""Pixels from band to band, so that their names stand apart."""

SLACK = 1.3
"""Words keep their size when the page is narrower than the design."""


def mountain_years_height(description: MountainYears, form: Form) -> float:
    """The pixels that the picture takes."""
    grid, cell = _grid(description, form), _cell(description, form)
    return grid.rows(len(description.years)) * cell.height + key_height(_key(description), WIDTH[form])


def draw_mountain_years(description: MountainYears, palette: Palette, form: Form) -> Figure:
    """The picture as a plain Plotly figure: up to five panels side by side, on a telephone two."""
    canvas = Canvas(palette, WIDTH[form], mountain_years_height(description, form))
    grid, cell = _grid(description, form), _cell(description, form)
    across = _share_scale(description)
    up = Scale(-0.6, max(len(description.labels), 1) - 0.4, tuple((i, "") for i in range(len(description.labels))))
    for index, year in enumerate(description.years):
        panel = canvas.panel(grid.box(index, cell), across, up)
        write_heading(canvas, _heading(year), panel.box, cell)
        _draw_year(panel, year, description.is_ladder)
        if index % grid.columns == 0:
            _write_labels(panel, description)
    draw_key(canvas, _key(description), 0, canvas.height - key_height(_key(description), WIDTH[form]))
    return canvas.figure()


def _grid(description: MountainYears, form: Form) -> Grid:
    longest = max((text_width(label, LABEL) for label in description.labels), default=0)
    left = (longest + 10) * (SLACK if form == "wide" else 1)
    columns = 2 if form == "narrow" else max(3, min(5, -(-len(description.years) // _rows(description))))
    return Grid(columns, left, WIDTH[form])


def _rows(description: MountainYears) -> int:
    return 1 if len(description.years) <= 5 else 2


def _cell(description: MountainYears, form: Form) -> Cell:
    headings = [_heading(year) for year in description.years]
    tall = form == "wide" and _rows(description) == 1
    least = len(description.labels) * LEAST_PITCH
    plot = max(min(ONE_ROW_HEIGHT, 2 * least) if tall else PLOT_HEIGHT[form], least)
    bare = Cell(plot, 56, 32, 0, 16 if form == "wide" else 12, SLACK if form == "wide" else 1.0)
    grid = _grid(description, form)
    return fitted(bare, headings, (grid.right - grid.left) / grid.columns)


def _heading(year: MountainYear) -> Heading:
    return Heading(year.heading, year.verdict, year.strong)


def _share_scale(description: MountainYears) -> Scale:
    shares = [share for year in description.years for share in year.shares_pct if share is not None]
    lines = [year.workforce_pct for year in description.years if year.workforce_pct is not None]
    return linear_scale([*shares, *lines, 5.0], 3, ceiling=100)


def _draw_year(panel: Panel, year: MountainYear, is_ladder: bool) -> None:
    palette = panel.sheet.palette
    if year.empty_words:
        write_empty(panel, year.empty_words, palette)
        return
    if year.workforce_pct is not None:
        _draw_workforce(panel, year, year.workforce_pct)
    points = [(share, float(place)) for place, share in enumerate(year.shares_pct) if share is not None]
    for run in _runs(year) if is_ladder else []:
        panel.add(line(run, Stroke(palette.bme, 1.5)))
    hovers = [words for words, share in zip(year.hovers, year.shares_pct, strict=False) if share is not None]
    panel.add(dots(points, dot_marker(palette.bme, 8), hovers))
    if points and year.summit_label:
        share, place = points[-1]
        panel.text(panel.x_px(share) + 8, panel.y_px(place), year.summit_label, TextStyle(13, palette.text, bold=True))


def _draw_workforce(panel: Panel, year: MountainYear, share: float) -> None:
    palette = panel.sheet.palette
    ends = [(share, panel.y.low), (share, panel.y.high)]
    for trace in cased(ends, Stroke(palette.target, 1.75, DASHED), palette.ground):
        panel.add(trace)
    style = TextStyle(13, palette.text, "centre", bold=True)
    panel.sheet.text(panel.x_px(share), panel.box.top - 8, year.workforce_label, style)


def _runs(year: MountainYear) -> list[list[Point]]:
    """The points in runs of neighbouring bands, so that a missing band breaks the line."""
    known = groupby(enumerate(year.shares_pct), key=lambda pair: pair[1] is not None)
    return [[(share or 0.0, float(place)) for place, share in run] for shown, run in known if shown]


def _write_labels(panel: Panel, description: MountainYears) -> None:
    style = TextStyle(LABEL.size, panel.sheet.palette.text, "right")
    for place, label in enumerate(description.labels):
        panel.sheet.text(panel.box.left - 8, panel.y_px(place), label, style)


def _key(description: MountainYears) -> list[KeyItem]:
    return [KeyItem("target", f"{description.line_label}, %"), KeyItem("none", f"● {description.dots_label}, %")]
