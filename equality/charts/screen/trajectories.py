"""Model Employer: a panel for each senior band, BME staff against the dashes of the trajectory."""

from itertools import groupby, pairwise

from equality.charts.descriptions import Fan, Form, Trajectories, TrajectoryPanel
from equality.charts.palette import Palette
from equality.charts.screen.canvas import WIDTH, Box, Canvas, Figure, Panel
from equality.charts.screen.key import KeyItem, draw_key, key_height
from equality.charts.screen.marks import DASHED, Stroke, band, cased, dot_marker, dots, line
from equality.charts.screen.placing import Segment, freest
from equality.charts.screen.scales import BLANK, Scale, linear_scale, year_scale
from equality.charts.screen.small_panels import Cell, Grid, Heading, fitted, write_empty, write_heading
from equality.charts.screen.text import TextStyle, text_width

CELLS = {"wide": Cell(146, 48, 36, 34, 44), "narrow": Cell(112, 50, 36, 26, 30)}
BAND_COLUMNS = 3
SUMS_GAP = 24.0
"""Pixels that set the sums of several bands off from the single ones."""


def trajectories_height(description: Trajectories, form: Form) -> float:
    """The pixels that the picture takes."""
    cell = _cell(description, form)
    bottoms = [box.bottom + cell.foot for _, box in _placed(description, form)]
    return max(bottoms, default=0.0) + key_height(_key(description), WIDTH[form])


def draw_trajectories(description: Trajectories, palette: Palette, form: Form) -> Figure:
    """The picture as a plain Plotly figure: three bands a row with the sums beside them; two a row when narrow."""
    canvas = Canvas(palette, WIDTH[form], trajectories_height(description, form))
    cell, years = _cell(description, form), _years(description)
    for content, box in _placed(description, form):
        panel = canvas.panel(box, _year_axis(content, years, box), _people_axis(content))
        write_heading(canvas, Heading(content.title, content.verdict, content.strong), box, cell)
        _draw_panel(panel, content)
    key = _key(description)
    draw_key(canvas, key, 0, canvas.height - key_height(key, WIDTH[form]))
    return canvas.figure()


def _cell(description: Trajectories, form: Form) -> Cell:
    every = [*description.panels, *description.sums]
    columns = 2 if form == "narrow" else BAND_COLUMNS + bool(description.sums)
    width = WIDTH[form] / columns - (SUMS_GAP / BAND_COLUMNS if description.sums and form == "wide" else 0)
    return fitted(CELLS[form], [Heading(panel.title, panel.verdict, panel.strong) for panel in every], width)


def _placed(description: Trajectories, form: Form) -> list[tuple[TrajectoryPanel, Box]]:
    cell, width = _cell(description, form), WIDTH[form]
    if form == "narrow":
        every = [*description.panels, *description.sums]
        return [(panel, Grid(2, 0, width).box(index, cell)) for index, panel in enumerate(every)]
    edge = width * BAND_COLUMNS / (BAND_COLUMNS + 1) - SUMS_GAP if description.sums else width
    bands, sums = Grid(BAND_COLUMNS, 0, edge), Grid(1, edge + SUMS_GAP, width)
    placed = [(panel, bands.box(index, cell)) for index, panel in enumerate(description.panels)]
    return placed + [(panel, sums.box(index, cell)) for index, panel in enumerate(description.sums)]


def _years(description: Trajectories) -> list[int]:
    found = [year for panel in (*description.panels, *description.sums) for year in _panel_years(panel)]
    return [min(found, default=0), max(found, default=1)]


def _panel_years(panel: TrajectoryPanel) -> list[int]:
    fan = list(panel.fan.years) if panel.fan else []
    return [year for year, _ in (*panel.actual, *panel.target)] + fan


def _year_axis(panel: TrajectoryPanel, years: list[int], box: Box) -> Scale:
    if not panel.actual and not panel.target:
        return BLANK
    now = [panel.actual[-1][0]] if panel.actual else []
    least = 33 * max(years[1] - years[0], 1) / box.width
    return year_scale(years, [*years, *(year for year in now if all(abs(year - end) >= least for end in years))])


def _people_axis(panel: TrajectoryPanel) -> Scale:
    if not panel.actual and not panel.target:
        return BLANK
    values = [value for _, value in (*panel.actual, *panel.target)]
    return linear_scale([*values, *(panel.fan.high80 if panel.fan else ())], 4, whole=True)


def _draw_panel(panel: Panel, content: TrajectoryPanel) -> None:
    palette = panel.sheet.palette
    if not content.actual and not content.target:
        write_empty(panel, content.standing_words, palette)
        return
    if content.fan:
        _draw_fan(panel, content.fan)
    panel.add(line(content.target, Stroke(palette.target, 2, DASHED)))
    _draw_actual(panel, content)
    _write_labels(panel, content)


def _draw_fan(panel: Panel, fan: Fan) -> None:
    palette = panel.sheet.palette
    wide = zip(fan.years, fan.low80, fan.high80, strict=True)
    near = zip(fan.years, fan.low50, fan.high50, strict=True)
    panel.add(band(list(wide), palette.interval_fill))
    panel.add(band(list(near), palette.likely_fill))


def _draw_actual(panel: Panel, content: TrajectoryPanel) -> None:
    palette = panel.sheet.palette
    for run in _runs(content):
        for trace in cased(run, Stroke(palette.bme, 2.75), palette.ground):
            panel.add(trace)
    sizes = [6.0] * (len(content.actual) - 1) + [11.0]
    marker = dot_marker(palette.bme, 6) | {"size": sizes, "opacity": 1}
    if content.actual:
        panel.add(dots(content.actual, marker, content.hovers))


def _runs(content: TrajectoryPanel) -> list[list[tuple[int, float]]]:
    """The actual points in runs of following years: a year that is missing breaks the line."""
    numbered = groupby(enumerate(content.actual), key=lambda pair: pair[1][0] - pair[0])
    return [[point for _, point in run] for _, run in numbered]


def _write_labels(panel: Panel, content: TrajectoryPanel) -> None:
    palette = panel.sheet.palette
    style = TextStyle(15, palette.text, bold=True)
    if content.target:
        year, goal = content.target[-1]
        panel.sheet.text(panel.x_px(year) + 7, panel.y_px(goal), content.goal_label, style)
    if content.actual:
        box = _current_box(panel, content)
        colour = TextStyle(15, palette.bme, "centre", bold=True)
        panel.text((box.left + box.right) / 2, (box.top + box.bottom) / 2, content.current_label, colour)
    if content.standing_words:
        small = TextStyle(12.5, palette.muted)
        panel.text(panel.box.left + 4, panel.box.bottom - 10, content.standing_words, small)


def _current_box(panel: Panel, content: TrajectoryPanel) -> Box:
    year, value = content.actual[-1]
    half = text_width(content.current_label, TextStyle(15, "", bold=True)) / 2 + 1
    across, down = panel.x_px(year), panel.y_px(value)
    above, below = [Box(across - half, down + y - 7, across + half, down + y + 7) for y in (-16, 16)]
    beside = [Box(across - half - 16, down + y - 7, across + half - 16, down + y + 7) for y in (-18, 18)]
    target = dict(content.target)
    first = [above, below] if value >= target.get(year, value) else [below, above]
    # Nor may it climb into the verdict above the panel; the first is kept where nothing fits.
    inside = [box for box in (*first, *beside) if box.bottom <= panel.box.bottom + 1]
    fits = [box for box in inside if box.top >= panel.box.top - 8] or inside
    return fits[freest(fits, _segments(panel, content), panel.box)]


def _segments(panel: Panel, content: TrajectoryPanel) -> list[Segment]:
    pairs = [*pairwise(content.target), *(pair for run in _runs(content) for pair in pairwise(run))]
    return [
        Segment(panel.x_px(start[0]), panel.y_px(start[1]), panel.x_px(end[0]), panel.y_px(end[1]))
        for start, end in pairs
    ]


def _key(description: Trajectories) -> list[KeyItem]:
    items = [KeyItem("bme_line", description.actual_name), KeyItem("target", description.target_name)]
    if any(panel.fan for panel in (*description.panels, *description.sums)):
        items.append(KeyItem("fan", description.fan_name))
    return items
