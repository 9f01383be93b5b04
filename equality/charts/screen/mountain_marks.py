"""The marks of the mountain, on whatever panels it is laid out."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from equality.charts.descriptions import Mountain, MountainRow, ReferenceLine
from equality.charts.palette import Palette
from equality.charts.screen.canvas import Canvas, Panel
from equality.charts.screen.key import KeyItem
from equality.charts.screen.marks import (
    DASHED,
    DOTTED,
    Dash,
    Point,
    Stroke,
    cased,
    dot_marker,
    dots,
    line,
    role_colour,
    role_text_colour,
)
from equality.charts.screen.placing import Segment, spread
from equality.charts.screen.scales import Scale, linear_scale
from equality.charts.screen.text import TextStyle, marked_up, text_width

GAP = 0.45
"""The space, in rows, between the bands and a row that stands apart."""

BOUNDS_DROP = 11.0
"""Pixels by which the line of the best and worst case lies below its row's dot."""

LEAST_BOUNDS = 0.3
"""Bounds nearer to each other than this, in points, would not be seen."""

FAR = 1.6
ROOM_FOR_LABEL = 1.18
"""How far beyond the largest share the axis goes, so that its value finds room beside its dot."""

FEW_POSTS = 20
"""A band of fewer staff has an interval that says little and would stretch the axis for all the others."""

ARROW = 10.0


def row_places(rows: Sequence[MountainRow]) -> list[float]:
    """For each row (base first) how many rows its middle lies below the top of the picture."""
    places: list[float] = []
    top = 0.0
    above: MountainRow | None = None
    for row in reversed(rows):
        top += GAP if above is not None and above.apart != row.apart else 0
        places.append(top + 0.5)
        top, above = top + 1, row
    return places[::-1]


def rows_high(rows: Sequence[MountainRow]) -> float:
    """The height of all rows, counted in rows."""
    return max(row_places(rows), default=0.0) + 0.5


def share_scale(description: Mountain, most: int = 6) -> Scale:
    """From 0 to beyond every share and line. Long intervals are let in up to half as far again, then cut.

    The intervals and bounds of bands of few posts are drawn as far as the axis goes, and do not set it.
    """
    shares = [row.share_pct for row in description.rows if row.share_pct is not None]
    labelled = [share * ROOM_FOR_LABEL for share in shares]
    main = max([*labelled, *(reference.value for reference in description.lines), 5.0])
    many = [row for row in description.rows if (row.headcount or 0) >= FEW_POSTS]
    ends = [end for row in many for end in (row.upper_pct, row.highest_pct) if end is not None]
    return linear_scale([min(max([main, *ends]), main * FAR)], most, ceiling=100)


def draw_bars(panel: Panel, description: Mountain, places: Sequence[float], thickness: float = 0.82) -> None:
    """Bars about the middle, as wide as the staff are many: BME solid, White in outline, unknown hatched."""
    drawn = [(row, place) for row, place in zip(description.rows, places, strict=True) if _counted(row)]
    for part, look in _bar_looks(panel.sheet.palette).items():
        panel.add(_bar_trace(drawn, part, look) | {"width": thickness})
    for row, place in zip(description.rows, places, strict=True):
        if not _counted(row) and row.headcount:
            panel.shape(_bare_bar(row.headcount, place, panel.sheet.palette))


def _bar_trace(drawn: Sequence[tuple[MountainRow, float]], part: str, look: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "y": [place for _, place in drawn],
        "x": [_parts(row)[part] for row, _ in drawn],
        "base": [_start(row, part) for row, _ in drawn],
        "marker": look,
        "hovertext": [marked_up(row.hover) for row, _ in drawn],
        "hovertemplate": "%{hovertext}<extra></extra>" if any(row.hover for row, _ in drawn) else None,
        "hoverinfo": "skip",
    }


def _bar_looks(palette: Palette) -> dict[str, dict[str, Any]]:
    outline = {"color": palette.unknown, "width": 1}
    hatch = {"shape": "/", "size": 5, "solidity": 0.25, "fgcolor": palette.unknown, "bgcolor": palette.white_fill}
    return {
        "bme": {"color": palette.bme, "line": {"color": palette.bme, "width": 1}},
        "white": {"color": palette.white_fill, "line": outline},
        "unknown": {"color": palette.white_fill, "line": outline, "pattern": hatch | {"fillmode": "overlay"}},
    }


def _counted(row: MountainRow) -> bool:
    return row.white is not None and row.bme is not None


def _parts(row: MountainRow) -> dict[str, int]:
    return {"bme": row.bme or 0, "white": row.white or 0, "unknown": row.unknown or 0}


def _start(row: MountainRow, part: str) -> float:
    parts = _parts(row)
    before = {"bme": 0, "white": parts["bme"], "unknown": parts["bme"] + parts["white"]}
    return before[part] - sum(parts.values()) / 2


def _bare_bar(headcount: int, place: float, palette: Palette) -> dict[str, Any]:
    pen = {"color": palette.unknown, "width": 1, "dash": "dot"}
    sides = {"x0": -headcount / 2, "x1": headcount / 2, "y0": place - 0.41, "y1": place + 0.41}
    return {"type": "rect", "line": pen} | sides


def widest(rows: Sequence[MountainRow]) -> int:
    """The staff of the largest row that is drawn, at least 1."""
    return max([1, *(sum(_parts(row).values()) if _counted(row) else row.headcount or 0 for row in rows)])


def share_points(description: Mountain, places: Sequence[float]) -> list[list[Point]]:
    """The (share, place) of the bands from the base up, in runs that a line may join."""
    runs: list[list[Point]] = [[]]
    previous_apart = False
    for row, place in zip(description.rows, places, strict=True):
        if row.share_pct is None or row.apart != previous_apart:
            runs.append([])
        if row.share_pct is not None:
            runs[-1].append((row.share_pct, place))
        previous_apart = row.apart
    return [run for run in runs if run]


def step_points(description: Mountain, places: Sequence[float]) -> list[Point]:
    """The two ends of the emphasised step, or nothing where there is none to draw."""
    step = description.emphasised_step
    shown = {row.label: (row.share_pct, place) for row, place in zip(description.rows, places, strict=True)}
    ends = [shown.get(label, (None, 0.0)) for label in (step.lower_label, step.upper_label)] if step else []
    points = [(share, place) for share, place in ends if share is not None]
    return points if len(points) == 2 else []


def draw_shares(panel: Panel, description: Mountain, places: Sequence[float], palette: Palette) -> None:
    """The joining line, the marked step, the intervals, the best and worst case, and the dots on top."""
    for run in share_points(description, places) if description.is_ladder else []:
        panel.add(line(run, Stroke(palette.connection, 1.25)))
    if step := step_points(description, places):
        panel.add(line(step, Stroke(palette.emphasis, 4)))
        panel.add(dots(step, dot_marker(palette.ground, 17)))
    for row, place in zip(description.rows, places, strict=True):
        _draw_bounds(panel, row, place, palette)
        _draw_interval(panel, row, place, palette)
    known = [(row, place) for row, place in zip(description.rows, places, strict=True) if row.share_pct is not None]
    points = [(row.share_pct or 0.0, place) for row, place in known]
    panel.add(dots(points, dot_marker(palette.bme, 12), [row.hover for row, _ in known]))


def _draw_interval(panel: Panel, row: MountainRow, place: float, palette: Palette) -> None:
    if row.lower_pct is None or row.upper_pct is None:
        return
    ends = [(whisker_end(panel, end), place) for end in (row.lower_pct, row.upper_pct)]
    panel.add(line(ends, Stroke(palette.whisker, 3)))
    draw_arrows(panel, (row.lower_pct, row.upper_pct), place)


def whisker_end(panel: Panel, value: float) -> float:
    """Where an interval's line ends: at its bound, or at the arrow head that stands within the panel for it."""
    inset = ARROW / 2 / panel.box.width
    if panel.x.holds(value):
        return value
    return panel.x.value(1 - inset if value > panel.x.high else inset)


def draw_arrows(panel: Panel, bounds: tuple[float, float], place: float) -> None:
    """An arrow head at each end of the axis beyond which an interval goes on."""
    for bound in bounds:
        if not panel.x.holds(bound):
            symbol = "triangle-right" if bound > panel.x.high else "triangle-left"
            look = {"color": panel.sheet.palette.whisker, "size": ARROW, "symbol": symbol}
            panel.add(dots([(whisker_end(panel, bound), place)], look))


def has_bounds(row: MountainRow) -> bool:
    """Whether the best and worst case lie far enough apart to be seen."""
    if row.lowest_pct is None or row.highest_pct is None:
        return False
    return row.highest_pct - row.lowest_pct >= LEAST_BOUNDS


def _draw_bounds(panel: Panel, row: MountainRow, place: float, palette: Palette) -> None:
    if not has_bounds(row):
        return
    low, high = panel.x.clipped(row.lowest_pct or 0.0), panel.x.clipped(row.highest_pct or 0.0)
    shut = [low, *([high] if panel.x.holds(row.highest_pct or 0.0) else [])]
    per_pixel = (panel.y.low - panel.y.high) / panel.box.height
    drop = place + BOUNDS_DROP * per_pixel
    tick = 2.5 * per_pixel
    stroke = Stroke(palette.unknown, 1)
    panel.add(line([(low, drop), (high, drop)], stroke))
    for end in shut:
        panel.add(line([(end, drop - tick), (end, drop + tick)], stroke))


def draw_reference_lines(panel: Panel, lines: Sequence[ReferenceLine], palette: Palette) -> None:
    """A dashed line right down the shares for each reference."""
    for reference in lines:
        ends = [(reference.value, panel.y.low), (reference.value, panel.y.high)]
        for trace in cased(ends, Stroke(role_colour(reference.role, palette), 2, _dash(reference)), palette.ground):
            panel.add(trace)


def _dash(reference: ReferenceLine) -> Dash:
    return DOTTED if reference.role == "community" else DASHED


def reference_lanes(panel: Panel, lines: Sequence[ReferenceLine], size: float) -> list[tuple[float, int]]:
    """For each line the middle of its label (pixels), and on which line of words below the axis it stands."""
    style = TextStyle(size, "", bold=True)
    widths = [text_width(reference.label, style) * 1.15 + 8 for reference in lines]
    wanted = [panel.x_px(reference.value) for reference in lines]
    half, room = max(widths, default=0) / 2, panel.sheet.width
    if sum(widths) > room:
        return [(min(max(x, half), room - half), lane) for lane, x in enumerate(wanted)]
    return [(x, 0) for x in spread(wanted, sum(widths) / max(len(widths), 1), half, room - half)]


def draw_reference_labels(canvas: Canvas, panel: Panel, lines: Sequence[ReferenceLine], size: float) -> None:
    """The name and value of each line below the axis, under the numbers."""
    for (middle, lane), reference in zip(reference_lanes(panel, lines, size), lines, strict=True):
        colour = role_text_colour(reference.role, canvas.palette)
        style = TextStyle(size, colour, "centre", bold=True)
        canvas.text(middle, panel.box.bottom + 35 + lane * 18, reference.label, style)


def bounds_segments(panel: Panel, description: Mountain, places: Sequence[float]) -> list[Segment]:
    """Where the lines of the best and worst case lie, in pixels."""
    return [
        Segment(panel.x_px(row.lowest_pct or 0), down, panel.x_px(row.highest_pct or 0), down)
        for row, down in zip(description.rows, (panel.y_px(place) + BOUNDS_DROP for place in places), strict=True)
        if has_bounds(row)
    ]


def obstacles(panel: Panel, description: Mountain, places: Sequence[float]) -> list[Segment]:
    """What a label in the panel of shares must not lie on, in pixels."""
    found = []
    for run in [*share_points(description, places), step_points(description, places)]:
        for (x0, y0), (x1, y1) in pairwise(run):
            found.append(Segment(panel.x_px(x0), panel.y_px(y0), panel.x_px(x1), panel.y_px(y1)))
    for reference in description.lines:
        across = panel.x_px(reference.value)
        found.append(Segment(across, panel.box.top, across, panel.box.bottom))
    return found


def mountain_key(description: Mountain) -> list[KeyItem]:
    """What the marks are, with intervals and bounds only where some are drawn."""
    items = [KeyItem("bme", "BME"), KeyItem("white", "White"), KeyItem("unknown", "Unknown")]
    if any(row.lower_pct is not None for row in description.rows):
        items.append(KeyItem("interval", "95% interval"))
    if any(has_bounds(row) for row in description.rows):
        items.append(KeyItem("bounds", "if everyone unknown were White, or BME"))
    return items
