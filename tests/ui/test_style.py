"""The page's colours: one set, readable, the same in the style sheet, the pictures and Streamlit's configuration."""

from __future__ import annotations

import tomllib

import pytest

from equality.charts.palette import PALETTES, Theme
from equality.config import ROOT
from equality.ui.style import colours, style_sheet

CONFIGURED = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
THEMES: tuple[Theme, ...] = ("light", "dark")


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG 2.2's contrast ratio, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["ground", "side", "raised"])
@pytest.mark.parametrize(("ink", "least"), [("text", 4.5), ("muted", 4.5), ("link", 4.5), ("field", 3)])
def test_words_and_fields_stand_out_from_every_ground(theme: Theme, ground: str, ink: str, least: float) -> None:
    of = colours(theme)
    assert contrast(of[ink], of[ground]) >= least


@pytest.mark.parametrize("theme", THEMES)
def test_streamlit_is_configured_with_the_same_colours(theme: Theme) -> None:
    section, of = CONFIGURED["theme"][theme], colours(theme)
    assert section["backgroundColor"] == of["ground"] == PALETTES[theme].ground
    assert section["textColor"] == of["text"]
    assert section["primaryColor"] == section["linkColor"] == of["link"]
    assert section["borderColor"] == section["sidebar"]["borderColor"] == of["field"]
    assert section["sidebar"]["backgroundColor"] == of["side"]


def test_nothing_leaves_the_machine_and_nobody_else_reaches_it() -> None:
    assert CONFIGURED["browser"]["gatherUsageStats"] is False
    assert CONFIGURED["server"]["address"] == "127.0.0.1"
    assert CONFIGURED["client"]["showErrorDetails"] == "none"
    assert CONFIGURED["client"]["toolbarMode"] == "minimal"
    assert CONFIGURED["client"]["disableDataExport"] is True


@pytest.mark.parametrize("theme", THEMES)
def test_the_style_sheet_names_no_address_and_no_colour_of_its_own(theme: Theme) -> None:
    sheet = style_sheet(theme).split("}", 1)[1]
    assert "url(" not in sheet
    assert "#" not in sheet.replace("#eq-", "")
