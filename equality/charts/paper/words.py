"""Words on paper: the font that is there, how wide words really are, and where their lines break."""

from collections.abc import Iterator
from functools import lru_cache
from html import unescape

from matplotlib.font_manager import FontProperties, fontManager
from matplotlib.textpath import text_to_path

from equality.charts.screen.text import TextStyle

FAMILIES = {"Liberation Sans": 1.0, "Arial": 1.0, "Helvetica": 1.0, "DejaVu Sans": 0.84}
"""The fonts that will do, the best first, and how much smaller each must be set to take the room of the first.

Matplotlib brings the last one with it.
"""

LEADING = 1.3
"""From line to line, in ems."""

BASELINE = 0.34
"""How far the baseline lies below the middle of a line, in ems."""


@lru_cache(maxsize=1)
def family() -> str:
    """The first of the fonts that this machine has."""
    held = {font.name for font in fontManager.ttflist}
    return next((name for name in FAMILIES if name in held), "DejaVu Sans")


@lru_cache(maxsize=512)
def font(size: float, *, bold: bool) -> FontProperties:
    """The font at a size, in the unit in which the size is given."""
    name = family()
    return FontProperties(family=name, size=size * FAMILIES[name], weight="bold" if bold else "normal")


@lru_cache(maxsize=4096)
def measured(words: str, style: TextStyle) -> float:
    """How wide one line of words is in this font, in the unit of the style's size."""
    width, _, _ = text_to_path.get_text_width_height_descent(words, font(style.size, bold=style.bold), ismath=False)
    return float(width)


def broken(words: str, width: float, style: TextStyle) -> list[str]:
    """The words in lines no wider than `width`; a word that is longer by itself stays whole."""
    # Each word is measured once: measuring every line that is tried takes longer than drawing the picture.
    space, lines, taken = measured("n n", style) - measured("nn", style), list[str](), 0.0
    for word in words.split():
        taken += space + measured(word, style)
        if lines and taken <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
            taken = measured(word, style)
    return lines


def balanced(words: str, width: float, style: TextStyle) -> list[str]:
    """The words in as few lines, but of about one length, so that no word is left by itself."""
    lines = broken(words, width, style)
    narrower = lines
    while len(narrower) == len(lines) > 1:
        lines, width = narrower, width * 0.97
        narrower = broken(words, width, style)
    return lines


def unmarked(marked: str) -> tuple[list[str], bool]:
    """The lines of words that were marked up for the screen, and whether they are bold."""
    bold = marked.startswith("<b>") and marked.endswith("</b>")
    inner = marked[3:-4] if bold else marked
    return [unescape(line) for line in inner.split("<br>")], bold


def baselines(count: int, size: float, middle: float) -> Iterator[float]:
    """The height of each line's baseline, downwards, so that so many lines lie about the middle."""
    for index in range(count):
        yield middle + (index - (count - 1) / 2) * size * LEADING + size * BASELINE
