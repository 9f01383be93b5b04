"""A description on paper: the screen's sheet, drawn in ink, between its title and its source."""

from dataclasses import dataclass

from matplotlib.figure import Figure

from equality.charts.descriptions import Description, Form
from equality.charts.palette import LIGHT
from equality.charts.paper import PaperForm
from equality.charts.paper.ink import Ink
from equality.charts.paper.marks import draw_trace
from equality.charts.paper.shapes import draw_axes, draw_plate, draw_shape
from equality.charts.paper.sheet import Layout, panel_numbers, plane
from equality.charts.paper.words import LEADING, balanced, broken
from equality.charts.screen import draw as draw_on_screen
from equality.charts.screen.canvas import Box
from equality.charts.screen.canvas import Figure as Sheet
from equality.charts.screen.text import TextStyle

MILLIMETRES_PER_INCH = 25.4
EDGE = 12.0
"""Pixels of ground around everything."""

SPACE = 8.0
"""Pixels between title, subtitle, picture and source."""


@dataclass(frozen=True)
class Paper:
    """A form of the paper: which sheet it takes, how many pixels that is set to, how wide they are on paper."""

    sheet: Form
    pixels: float
    millimetres: float
    sizes: tuple[float, float, float]
    """Title, subtitle, source."""


PAPERS: dict[PaperForm, Paper] = {
    "page": Paper("wide", 900, 170, (22, 15, 13)),
    "half": Paper("narrow", 350, 82, (17, 13, 12)),
}


@dataclass(frozen=True)
class Paragraph:
    """Lines of words of one style, and how many pixels below the top of the paper they begin."""

    lines: list[str]
    style: TextStyle
    top: float

    @property
    def bottom(self) -> float:
        """Where the lines end, with the space that follows them."""
        return self.top + (len(self.lines) * self.style.size * LEADING + SPACE if self.lines else 0)


def draw(description: Description, form: PaperForm) -> Figure:
    """The picture as a figure of its own. Raises TypeError for a kind that has no drawing."""
    paper = PAPERS[form]
    sheet = draw_on_screen(description, LIGHT, paper.sheet)
    title, subtitle = _heading(description, paper)
    content = Box(EDGE, subtitle.bottom, EDGE + paper.pixels, subtitle.bottom + sheet["layout"]["height"])
    source = _paragraph(description.source_note, TextStyle(paper.sizes[2], LIGHT.muted), content.bottom + SPACE, paper)
    ink = _ink(paper, source.bottom - SPACE * bool(source.lines) + EDGE)
    for paragraph in (title, subtitle, source):
        _write(ink, paragraph)
    _draw_sheet(ink, sheet, content)
    return ink.figure


def _heading(description: Description, paper: Paper) -> tuple[Paragraph, Paragraph]:
    big, small, _ = paper.sizes
    style = TextStyle(big, LIGHT.text, bold=True)
    title = Paragraph(balanced(description.title, paper.pixels, style), style, EDGE)
    return title, _paragraph(description.subtitle, TextStyle(small, LIGHT.muted), title.bottom, paper)


def _paragraph(words: str, style: TextStyle, top: float, paper: Paper) -> Paragraph:
    return Paragraph(broken(words, paper.pixels, style), style, top)


def _ink(paper: Paper, height: float) -> Ink:
    """A clean figure of the paper's width, so many pixels high."""
    inches = paper.millimetres / MILLIMETRES_PER_INCH
    each = inches / (paper.pixels + 2 * EDGE)
    return Ink(Figure(figsize=(inches, height * each), facecolor=LIGHT.ground, edgecolor="none"), each, height)


def _write(ink: Ink, paragraph: Paragraph) -> None:
    middle = paragraph.top + len(paragraph.lines) * paragraph.style.size * LEADING / 2
    ink.words((EDGE, middle), paragraph.lines, paragraph.style)


def _draw_sheet(ink: Ink, sheet: Sheet, content: Box) -> None:
    layout: Layout = sheet["layout"]
    for number in panel_numbers(layout):
        panel = plane(layout, content, f"x{number}", f"y{number}")
        draw_axes(ink, panel, layout[f"xaxis{number}"], layout[f"yaxis{number}"])
    for shape in layout["shapes"]:
        draw_shape(ink, plane(layout, content, shape["xref"], shape["yref"]), shape)
    for trace in sheet["data"]:
        draw_trace(ink, plane(layout, content, trace["xaxis"], trace["yaxis"]), trace)
    for note in layout["annotations"]:
        draw_plate(ink, plane(layout, content, note["xref"], note["yref"]), note)
