"""Every two colours that can touch are far enough apart, in both themes."""

from itertools import combinations

import pytest

from equality.charts.palette import PALETTES, Theme
from equality.charts.screen.marks import DASHED, DOTTED

BESIDE = [
    ("bme", "white_fill"),
    ("bme", "ground"),
    ("unknown", "white_fill"),
    ("unknown", "ground"),
    ("white_line", "ground"),
    ("whisker", "ground"),
    ("bme", "whisker"),
    ("connection", "ground"),
    ("bme", "connection"),
    ("emphasis", "ground"),
    ("bme", "interval_fill"),
    ("bme", "likely_fill"),
    ("bme", "range_fill"),
    ("target", "ground"),
    ("target", "interval_fill"),
    ("target", "likely_fill"),
    ("target", "range_fill"),
    ("england", "interval_fill"),
    ("england", "range_fill"),
    ("community", "ground"),
]
WRITTEN = [
    (words, ground)
    for words in ("text", "muted", "bme", "target")
    for ground in ("ground", "range_fill", "interval_fill")
] + [("england", "ground"), ("community", "ground"), ("emphasis", "ground"), ("bme", "likely_fill")]
DASHES = {"bme": "solid", "white_line": "solid", "england": DASHED, "community": DOTTED}


def luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("one", "other"), BESIDE)
def test_neighbours_keep_three_to_one(one: str, other: str, theme: Theme) -> None:
    palette = PALETTES[theme]
    assert contrast(getattr(palette, one), getattr(palette, other)) >= 3


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("words", "ground"), WRITTEN)
def test_words_keep_four_and_a_half_to_one(words: str, ground: str, theme: Theme) -> None:
    palette = PALETTES[theme]
    assert contrast(getattr(palette, words), getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("one", "other"), list(combinations(DASHES, 2)))
def test_lines_that_cross_differ_in_lightness_or_in_dash(one: str, other: str, theme: Theme) -> None:
    palette = PALETTES[theme]
    apart = contrast(getattr(palette, one), getattr(palette, other)) >= 3
    assert apart or DASHES[one] != DASHES[other]
