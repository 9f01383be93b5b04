"""What a picture says and where: read from its SVG, or from the figure by the renderer that draws it."""

from collections.abc import Iterator
from html import unescape
from itertools import combinations
from xml.etree import ElementTree

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox

SVG = "{http://www.w3.org/2000/svg}"
FINE = 300
"""Dots per inch at which letters are no longer moved to whole pixels."""


def lines_in(svg: bytes) -> list[str]:
    """Every line of words in an SVG, as it is read."""
    return [element.text or "" for element in ElementTree.fromstring(svg).iter(f"{SVG}text")]  # noqa: S314 - our own


def lines_on_screen(marked: str) -> list[str]:
    """The lines of words that were marked up for the screen."""
    plain = marked.replace("<b>", "").replace("</b>", "").replace("<br>", "\n")
    return [line for line in unescape(plain).split("\n") if line]


def faults(figure: Figure) -> list[str]:
    """Words that are cut off by an edge of the paper, and words that lie on others."""
    figure.set_dpi(FINE)
    canvas = FigureCanvasAgg(figure)
    page = Bbox.from_bounds(0, 0, *canvas.get_width_height())
    placed = [(each.get_text(), each.get_window_extent(canvas.get_renderer())) for each in _words(figure)]
    cut = [f"cut: {words}" for words, box in placed if not _within(box, page)]
    return cut + [f"{one} lies on {other}" for (one, a), (other, b) in combinations(placed, 2) if _collide(a, b)]


def _words(figure: Figure) -> Iterator[Text]:
    return (artist for artist in figure.get_children() if isinstance(artist, Text))


def _within(box: Bbox, page: Bbox) -> bool:
    return page.x0 <= box.x0 and box.x1 <= page.x1 and page.y0 <= box.y0 and box.y1 <= page.y1


def _collide(one: Bbox, other: Bbox) -> bool:
    """Whether boxes overlap by more than the space that a font leaves above and below its letters."""
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    down = min(one.y1, other.y1) - max(one.y0, other.y0)
    return across > 1 and down > 0.35 * min(one.height, other.height)
