"""Where everything stands in the workbook of the return: written by ``template``, read back by ``template_reading``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from equality.domain import ETHNICITIES, SURVEY_INDICATORS
from equality.indicators import read_indicators
from equality.intake.items import PEOPLE, items
from equality.store.reference import band_labels, bands

SHEET = "WRES return"
NOTES = "Notes"
TITLE = "NHS Workforce Race Equality Standard: return"
CODE_ROW, YEAR_ROW = 3, 4
INPUT_COLUMN = "B"
FIRST_BLOCK_ROW = 6
YEAR_COLUMNS: tuple[tuple[int, str], ...] = ((0, "BCD"), (-1, "GHI"))
"""Years from the return's own, and the columns of White, BME and unknown."""
TOTAL_COLUMNS = {"BCD": ("E", "F"), "GHI": ("J", "K")}
"""The columns of the row's total and BME share, by those that they sum up."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the workbook to fill in: what it counts, and where it stands (row 1 is the first)."""

    row: int
    label: str
    item: str
    category: str = ""
    band: str = ""

    @property
    def is_count(self) -> bool:
        """Whether people are counted, rather than per cent given."""
        return items()[self.item].unit == PEOPLE

    @property
    def ethnicities(self) -> tuple[str, ...]:
        """The groups to fill in: the survey does not ask for unknown ethnicity."""
        return ETHNICITIES[:2] if self.item.startswith("survey") else ETHNICITIES

    @property
    def is_added(self) -> bool:
        """Whether the block's automatic total includes the line."""
        return self.band != "senior_medical_manager"


@dataclass(frozen=True, slots=True)
class Block:
    """A titled group of lines with a heading row above them and, where ``total`` names one, a total row below."""

    title: str
    row: int
    lines: tuple[Line, ...]
    total: str = ""
    added_categories: tuple[str, ...] = ()

    @property
    def total_row(self) -> int:
        """The row of the automatic total."""
        return self.lines[-1].row + 1


_STAFF_TITLES = {
    "non_clinical": "1a. Non-clinical staff: head count by band on 31 March",
    "clinical": "1b. Clinical staff (not medical): head count by band on 31 March",
    "medical": "1c. Medical and dental staff: head count on 31 March",
}


@lru_cache(maxsize=1)
def blocks() -> tuple[Block, ...]:
    """Every block from the top of the sheet down."""
    found: list[Block] = []
    row = FIRST_BLOCK_ROW
    for title, contents, total, added in _contents():
        lines = tuple(Line(row + 2 + place, *content) for place, content in enumerate(contents))
        found.append(Block(title, row, lines, total, added))
        row = lines[-1].row + (3 if total else 2)
    return tuple(found)


Content = tuple[str, str, str, str]


def _contents() -> list[tuple[str, list[Content], str, tuple[str, ...]]]:
    staff = [
        (title, [(_label(band), "staff", category, band) for band in bands()[category]], "Total", ())
        for category, title in _STAFF_TITLES.items()
    ]
    flows = [
        ("2. Recruitment: people, 1 April to 31 March", [
            ("Shortlisted", "shortlisted", "", ""), ("Appointed from shortlisting", "appointed", "", ""),
        ], "", ()),
        ("3. Formal disciplinary process: people who entered it", [
            ("Entered the process", "disciplinary", "", "")], "", ()),
        ("4. Non-mandatory training and continuing professional development", [
            ("Staff who accessed it", "training", "", "")], "", ()),
    ]  # fmt: skip
    board = [(_board_label(part), "board", part, "") for part in ("voting", "non_voting", "executive", "non_executive")]
    voting = ("voting", "non_voting")
    return [*staff, *flows, *_surveys(), ("9. The board: members on 31 March", board, "Whole board", voting)]


def _surveys() -> list[tuple[str, list[Content], str, tuple[str, ...]]]:
    titles = {indicator.indicator: indicator.title for indicator in read_indicators()}
    return [
        (
            f"{number}. {titles[number]} (staff survey of the autumn before)",
            [
                ("Per cent of respondents", f"survey_{number}", "", ""),
                ("Respondents (base)", f"survey_{number}_base", "", ""),
            ],
            "",
            (),
        )
        for number in SURVEY_INDICATORS
    ]


def _label(band: str) -> str:
    label = band_labels()[band]
    return f"of whom: {label.lower()}" if band == "senior_medical_manager" else label


def _board_label(part: str) -> str:
    return f"{part.replace('_', '-').capitalize()} members"
