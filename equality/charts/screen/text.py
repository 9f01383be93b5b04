"""Words in a picture: their style, the room they take, and their safe form."""

from dataclasses import dataclass, replace
from html import escape
from typing import Literal

Anchor = Literal["left", "right", "centre"]

BOLD_WIDENS = 1.07
CHARACTER_WIDTHS = {
    0.23: "ijl|'\u2019",
    0.29: " .,:;/!ftI",
    0.35: "r-()\u00b7",
    0.51: "sckxyzvJ",
    0.6: "+\u2212=<>~FTZL",
    0.69: "ABEKPSVXY",
    0.75: "CDHNRUw",
    0.81: "GOQ",
    0.86: "mM",
    0.96: "W%\u2014",
}
USUAL_WIDTH = 0.57
"""Widths in ems for Arial and its kin, a little generous: to keep words apart, not to set them."""

_WIDTH_OF = {character: width for width, characters in CHARACTER_WIDTHS.items() for character in characters}


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
    longest = max(sum(_WIDTH_OF.get(character, USUAL_WIDTH) for character in line) for line in words.split("\n"))
    return longest * style.size * (BOLD_WIDENS if style.bold else 1)


def wrapped(words: str, width: float, style: TextStyle) -> str:
    """The words in lines (parted by a line feed) that take about `width` pixels at most; a long word stays whole."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else ""
        if longer and text_width(longer, style) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return "\n".join(lines)


def balanced(words: str, width: float, style: TextStyle) -> str:
    """The words in no more lines than `wrapped` makes of them, of about the same length: no word alone on the last."""
    lines = wrapped(words, width, style)
    while (narrower := wrapped(words, text_width(lines, style) - 1, style)).count("\n") == lines.count("\n"):
        if narrower == lines:
            return lines
        lines = narrower
    return lines


def marked_up(words: str, *, bold: bool = False) -> str:
    """The words as Plotly takes them: "<5" stays as it is written, a line feed breaks the line."""
    safe = escape(words, quote=False).replace("\n", "<br>")
    return f"<b>{safe}</b>" if bold and safe else safe
