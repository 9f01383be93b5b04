"""Title, subtitle and source around a picture that leaves the page: a download has no headings beside it."""

from typing import Any

from equality.charts.descriptions import Description, Form
from equality.charts.palette import Palette
from equality.charts.screen.canvas import WIDTH, Figure
from equality.charts.screen.text import TextStyle, marked_up, wrapped

EDGE = 16.0
SIZES = {"wide": (24.0, 15.0), "narrow": (18.0, 13.0)}
LEADING = 1.3


def with_titles(figure: Figure, description: Description, palette: Palette, form: Form) -> Figure:
    """The figure on its own ground, with title and subtitle above and the source below; the given one is unchanged."""
    big, small = SIZES[form]
    title = TextStyle(big, palette.text, bold=True)
    lines = [(description.title, title), (description.subtitle, TextStyle(small, palette.muted))]
    words, top = [], EDGE
    for text, style in lines:
        broken = wrapped(text, WIDTH[form], style)
        words.append((broken, style, top))
        top += (broken.count("\n") + 1) * style.size * LEADING + 6 if text else 0
    source = wrapped(description.source_note, WIDTH[form], TextStyle(13, palette.muted))
    foot = EDGE + (source.count("\n") + 2) * 13 * LEADING if source else EDGE
    notes = [_note(text, style, 1, top + 4 - above) for text, style, above in words if text]
    if source:
        notes.append(_note(source, TextStyle(13, palette.muted), 0, -10))
    layout = figure["layout"]
    frame = {
        "height": layout["height"] + top + 4 + foot,
        "margin": layout["margin"] | {"t": top + 4, "b": foot, "l": EDGE, "r": EDGE},
        "paper_bgcolor": palette.ground,
        "annotations": [*layout["annotations"], *notes],
    }
    return figure | {"layout": layout | frame}


def _note(words: str, style: TextStyle, edge: float, shift: float) -> dict[str, Any]:
    place = {"xref": "paper", "yref": "paper", "x": 0, "y": edge, "yshift": shift, "xanchor": "left", "yanchor": "top"}
    font = {"size": style.size, "color": style.colour}
    return place | {"text": marked_up(words, bold=style.bold), "showarrow": False, "align": "left", "font": font}
