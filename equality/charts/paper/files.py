"""A picture as a file: the same picture gives the same bytes, and says in words what it shows."""

from html import escape
from io import BytesIO
from threading import Lock

from matplotlib import rc_context
from matplotlib.figure import Figure

from equality.charts.descriptions import Description
from equality.charts.paper.words import FAMILIES, family

_SETTINGS = Lock()
"""Matplotlib takes the settings of an SVG from the whole process: one at a time."""

SVG_SETTINGS = {"svg.fonttype": "none", "svg.hashsalt": "equality"}
UNDATED = dict.fromkeys(("Creator", "Date", "Format", "Type"))


def svg(figure: Figure, description: Description) -> bytes:
    """The figure as SVG, its words as text in a font that every machine has, with title and text alternative."""
    drawn = BytesIO()
    with _SETTINGS, rc_context(SVG_SETTINGS):
        figure.savefig(drawn, format="svg", metadata=UNDATED)
    return _told(drawn.getvalue().decode(), description).encode()


def _told(drawn: str, description: Description) -> str:
    head, opening, rest = drawn.partition("<svg ")
    attributes, end, body = rest.partition(">")
    named = f'role="img" aria-labelledby="title desc" {attributes}'
    words = f'\n <title id="title">{escape(description.title)}</title>\n <desc id="desc">{escape(description.alt)}</desc>'
    fonts = ", ".join([f"'{name}'" for name in (family(), *FAMILIES)] + ["sans-serif"])
    return head + opening + named + end + words + body.replace(f"'{family()}'", fonts)


def png(figure: Figure, description: Description, width_px: int) -> bytes:
    """The figure as PNG so many pixels wide, with title and text alternative among the words of the file."""
    drawn = BytesIO()
    # A hundredth of a pixel more: Matplotlib cuts off what follows the point, and 1599.99 would lose one.
    resolution = (width_px + 0.01) / figure.get_figwidth()
    words = {"Title": description.title, "Description": description.alt, "Software": None}
    figure.savefig(drawn, format="png", dpi=resolution, metadata=words)
    return drawn.getvalue()
