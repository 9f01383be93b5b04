"""Pictures on paper: any description as a vector drawing or a file of it, without a browser or the network.

Each is laid out once, by `equality.charts.screen`; here the same sheet is drawn with Matplotlib, with its title,
subtitle and source inside. Matplotlib takes half a second to load, so it is loaded by the first picture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from equality.charts.descriptions import Description

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["PaperForm", "draw_picture", "export_png", "export_svg"]

PaperForm = Literal["page", "half"]
"""As wide as the text of an A4 page, or as one of two columns on it."""


def draw_picture(description: Description, form: PaperForm = "page") -> Figure:
    """The picture with title, subtitle and source, 170 mm wide or 82, as high as it needs; it belongs to no window.

    Whatever is missing from the description is left out. Raises TypeError for a kind of picture that has no drawing.
    """
    from equality.charts.paper.drawing import draw

    return draw(description, form)


def export_svg(description: Description, form: PaperForm = "page") -> bytes:
    """The picture as an SVG file: words are text, and its title and text alternative are in it.

    The same description gives the same bytes wherever the same fonts are. Raises TypeError as `draw_picture` does.
    """
    from equality.charts.paper.files import svg

    return svg(draw_picture(description, form), description)


def export_png(description: Description, width_px: int = 1600, form: PaperForm = "page") -> bytes:
    """The picture as a PNG file so many pixels wide, which a word processor places at its size on paper.

    Its title and text alternative are in the file's own words. Raises TypeError as `draw_picture` does.
    """
    from equality.charts.paper.files import png

    return png(draw_picture(description, form), description, width_px)
