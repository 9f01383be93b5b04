"""Small pictures side by side: where each stands, and the two lines of words above it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from equality.charts.palette import Palette
from equality.charts.screen.canvas import Box, Canvas, Panel
from equality.charts.screen.text import TextStyle, wrapped

TITLE_SIZE = 16.0
VERDICT_SIZE = 14.0
VERDICT_LINE = 18.2


@dataclass(frozen=True)
class Cell:
    """The room around each plot (pixels): words above, numbers below, axis at the left, end labels at the right."""

    plot: float
    head: float
    foot: float
    left: float
    right: float
    slack: float = 1.0
    """How much room to spare the words above have, for a page narrower than the design: they keep their size."""

    @property
    def height(self) -> float:
        """Pixels from the top of one cell to the top of the one below it."""
        return self.head + self.plot + self.foot


@dataclass(frozen=True)
class Grid:
    """Columns between two edges of the sheet, from the top down."""

    columns: int
    left: float
    right: float

    def box(self, index: int, cell: Cell) -> Box:
        """Where the plot of the cell of this number lies, counted row by row."""
        row, column = divmod(index, self.columns)
        width = (self.right - self.left) / self.columns
        left, top = self.left + column * width, row * cell.height + cell.head
        return Box(left + cell.left, top, left + width - cell.right, top + cell.plot)

    def rows(self, count: int) -> int:
        """How many rows so many cells fill."""
        return -(-count // self.columns)


@dataclass(frozen=True)
class Heading:
    """A panel's title and its verdict, which is bold only where it matters."""

    title: str
    verdict: str
    strong: bool = False


def fitted(cell: Cell, headings: Sequence[Heading], width: float) -> Cell:
    """The cell, with room above the plots for the longest verdict when cells are so wide."""
    lines = max((_verdict_lines(heading, width / cell.slack).count("\n") for heading in headings), default=0)
    return replace(cell, head=cell.head + lines * VERDICT_LINE)


def _verdict_lines(heading: Heading, width: float) -> str:
    return wrapped(heading.verdict, width - 6, TextStyle(VERDICT_SIZE, "", bold=heading.strong))


def write_heading(canvas: Canvas, heading: Heading, box: Box, cell: Cell) -> None:
    """Title and verdict above a plot, from the cell's left edge."""
    palette = canvas.palette
    left, top = box.left - cell.left, box.top - cell.head
    colour = palette.text if heading.strong else palette.muted
    words = _verdict_lines(heading, (box.width + cell.left + cell.right) / cell.slack)
    canvas.text(left, top + 10, heading.title, TextStyle(TITLE_SIZE, palette.text, bold=True))
    middle = top + 29 + VERDICT_LINE / 2 * words.count("\n")
    canvas.text(left, middle, words, TextStyle(VERDICT_SIZE, colour, bold=heading.strong))


def write_empty(panel: Panel, words: str, palette: Palette) -> None:
    """Words in the middle of a panel that has nothing to draw."""
    style = TextStyle(14, palette.muted, "centre")
    box = panel.box
    middle = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    panel.text(*middle, wrapped(words, box.width - 8, style), style)
