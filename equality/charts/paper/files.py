"""A picture as a file: the same picture gives the same bytes, and says in words what it shows."""

import re
from hashlib import sha256
from html import escape
from io import BytesIO
from threading import Lock

from matplotlib import rc_context
from matplotlib.figure import Figure

from equality.charts.descriptions import Description
from equality.charts.paper.words import FAMILIES, family

_SETTINGS = Lock()
"""Matplotlib takes the settings of an SVG from the whole process: one at a time."""

UNDATED = dict.fromkeys(("Creator", "Date", "Format", "Type"))
NUMBERED = re.compile(r'(?<=<g) id="\w+_\d+"')
"""Matplotlib numbers every group; several pictures in one document would share the numbers, and nothing uses them."""


def svg(figure: Figure, description: Description) -> bytes:
    """The figure as SVG, its words as text in fonts that most machines have, with title and text alternative."""
    drawn = BytesIO()
    with _SETTINGS, rc_context({"svg.fonttype": "none", "svg.hashsalt": "equality"}):
        figure.savefig(drawn, format="svg", metadata=UNDATED)
    return _told(NUMBERED.sub("", drawn.getvalue().decode()), description).encode()


def _told(drawn: str, description: Description) -> str:
    """The drawing with its accessible name and description, each under an id that is this picture's own."""
    head, opening, rest = drawn.partition("<svg ")
    attributes, end, body = rest.partition(">")
    own = sha256(f"{description.alt}{drawn}".encode()).hexdigest()[:10]
    named = f'role="img" aria-labelledby="title-{own}" aria-describedby="desc-{own}" {attributes}'
    title = f'\n <title id="title-{own}">{escape(description.title)}</title>'
    words = f'\n <desc id="desc-{own}">{escape(description.alt)}</desc>'
    fonts = ", ".join([f"'{name}'" for name in dict.fromkeys((family(), *FAMILIES))] + ["sans-serif"])
    return (
        head
        + opening
        + named
        + end
        + title
        + words
        + body.replace(f"font-family: '{family()}'", f"font-family: {fonts}")
    )


def png(figure: Figure, description: Description, width_px: int) -> bytes:
    """The figure as PNG so many pixels wide, with title and text alternative among the words of the file."""
    drawn = BytesIO()
    resolution = width_px / figure.get_figwidth()
    words = {"Title": description.title, "Description": description.alt, "Software": None}
    figure.savefig(drawn, format="png", dpi=resolution, metadata=words)
    return drawn.getvalue()
