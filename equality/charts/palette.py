"""One colour for each role in a picture, for a light and a dark page.

Colour never says a thing alone: areas differ in hatching and outline, lines in dash and width, and every line and
area is named where it stands. Areas that lie side by side keep 3:1, words 4.5:1; the tests compute every pair.
"""

from dataclasses import dataclass
from typing import Literal

Theme = Literal["light", "dark"]
Colour = str
"""A hexadecimal colour, "#12436D"."""

FONT_FAMILY = "-apple-system, BlinkMacSystemFont, Segoe UI, Roboto, Helvetica Neue, Arial, Liberation Sans, sans-serif"


@dataclass(frozen=True)
class Palette:
    """The colour of each role; `ground` is the page behind the picture, which is itself drawn transparent."""

    ground: Colour
    text: Colour
    muted: Colour
    grid: Colour
    bme: Colour
    white_line: Colour
    white_fill: Colour
    unknown: Colour
    whisker: Colour
    connection: Colour
    england: Colour
    target: Colour
    community: Colour
    emphasis: Colour
    range_fill: Colour
    interval_fill: Colour
    likely_fill: Colour


LIGHT = Palette(
    ground="#FFFFFF",
    text="#212B32",
    muted="#4C6272",
    grid="#E3E8EB",
    bme="#12436D",
    white_line="#8C9094",
    white_fill="#FFFFFF",
    unknown="#6E7B85",
    whisker="#6A92B8",
    connection="#8C9094",
    england="#B5500B",
    target="#212B32",
    community="#0B7A75",
    emphasis="#9A3F0C",
    range_fill="#ECEFF0",
    interval_fill="#D3DEE8",
    likely_fill="#A3BACD",
)

DARK = Palette(
    ground="#10161B",
    text="#E8EDEE",
    muted="#AEB9C1",
    grid="#2A343B",
    bme="#AFD1F5",
    white_line="#6A7279",
    white_fill="#10161B",
    unknown="#8B969E",
    whisker="#4F7396",
    connection="#6A7279",
    england="#F2924A",
    target="#E8EDEE",
    community="#3FC1B5",
    emphasis="#E59A6B",
    range_fill="#1F272E",
    interval_fill="#2A3B4C",
    likely_fill="#3D5670",
)

PALETTES: dict[Theme, Palette] = {"light": LIGHT, "dark": DARK}
