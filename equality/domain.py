"""The words of the field as values: one vocabulary for statuses, verdicts, items, categories and ethnicity groups.

Everything here is a constant of the WRES data model (``docs/data.md``); years, bands and thresholds are data and live
in ``data/reference/`` and ``config.yaml``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Status(StrEnum):
    """Why a value is there or not; every question's ``status`` column uses these five and no others."""

    OK = "ok"
    UNDEFINED = "undefined"
    SUPPRESSED = "suppressed"
    NOT_SUPPLIED = "not_supplied"
    NOT_APPLICABLE = "not_applicable"


class Verdict(StrEnum):
    """Worse or better for BME staff than parity (or than before, for a change)."""

    WORSE = "worse"
    BETTER = "better"
    NOT_DISTINGUISHABLE = "not_distinguishable"
    CANNOT_BE_CALCULATED = "cannot_be_calculated"
    NOT_SUPPLIED = "not_supplied"


class Standing(StrEnum):
    """Where a senior band stands against its Model Employer trajectory."""

    MET = "met"
    AHEAD = "ahead"
    ON_LINE = "on_line"
    BEHIND = "behind"
    TOO_SMALL = "too_small"
    NO_BASELINE = "no_baseline"


class View(StrEnum):
    """The private view is the board's own; the public view is under disclosure control."""

    PRIVATE = "private"
    PUBLIC = "public"


class Severity(StrEnum):
    """An error keeps a file out of the store; a warning is stored with it and shown while it is true."""

    ERROR = "error"
    WARNING = "warning"


CATEGORIES = ("non_clinical", "clinical", "medical", "non_medical")
"""Staff blocks that a source may supply; ``non_medical`` is the first two, not split."""

ETHNICITIES = ("white", "bme", "unknown")
ETHNIC_GROUPS = ("white", "asian", "black", "chinese", "mixed", "other", "unknown")
BME_GROUPS = ("asian", "black", "chinese", "mixed", "other")
"""The census-2001 groups that add up to BME (everyone who is not White)."""

ROUTES = ("", "uk", "international")
BOARD_PARTS = ("total", "voting", "non_voting", "executive", "non_executive")
LEADERSHIP_PARTS = ("chair", "chief_executive")

SURVEY_INDICATORS = (5, 6, 7, 8)
SNAPSHOT_MONTH_DAY = (3, 31)
"""A WRES year is named after its snapshot date, 31 March."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation as the reference list names it; every field but the code may be empty."""

    ods_code: str
    name: str = ""
    type: str = ""
    region_code: str = ""
    region: str = ""
    system_code: str = ""
    system: str = ""

    @property
    def label(self) -> str:
        """The name, or the code where no name is known."""
        return self.name or self.ods_code


def wres_snapshot(year: int) -> date:
    """The snapshot date of a WRES year: 31 March."""
    month, day = SNAPSHOT_MONTH_DAY
    return date(year, month, day)


def is_wres_snapshot(as_at: date) -> bool:
    """Whether a date is a March snapshot, the only kind that joins a trend or serves as a baseline."""
    return as_at.month == SNAPSHOT_MONTH_DAY[0]
