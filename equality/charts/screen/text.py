"""Words in a picture: their style, the room they take, and their safe form."""

from dataclasses import dataclass, replace
from html import escape
from textwrap import wrap
from typing import Literal

Anchor = Literal["left", "right", "centre"]

BOLD_WIDENS = 1.07
CHARACTER_WIDTH = 0.505
"""Mean width of a character in ems, for Arial and its kin: to keep words apart, not to set them."""


@dataclass(frozen=True)
class TextStyle:
    """Size in pixels; `anchor` is the side of the words at which their position lies."""

    size: float
    colour: str
    anchor: Anchor = "left"
    bold: bool = False

    def at(self, anchor: Anchor) -> "TextStyle":
        """The same style, placed by another side."""
        return replace(self, anchor=anchor)


def text_width(words: str, style: TextStyle) -> float:
    """About how many pixels the longest line of the words takes."""
    longest = max((len(line) for line in words.split("\n")), default=0)
    return longest * style.size * CHARACTER_WIDTH * (BOLD_WIDENS if style.bold else 1)


def wrapped(words: str, width: float, style: TextStyle) -> str:
    """The words in lines (parted by a line feed) that take about `width` pixels at most; a long word stays whole."""
    letters = max(int(width / text_width("x", style)), 1)
    return "\n".join(wrap(words, letters, break_long_words=False, break_on_hyphens=True))


def marked_up(words: str, *, bold: bool = False) -> str:
    """The words as Plotly takes them: "<5" stays as it is written, a line feed breaks the line."""
    safe = escape(words, quote=False).replace("\n", "<br>")
    return f"<b>{safe}</b>" if bold and safe else safe
