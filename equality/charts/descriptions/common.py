"""What every picture says besides its marks."""

from dataclasses import dataclass
from typing import Literal

Form = Literal["wide", "narrow"]
"""How a picture is laid out: wide from about 900 pixels to 1,600, narrow for a telephone of about 350."""

Role = Literal["bme", "white", "unknown", "here", "workforce", "board", "england", "peer", "community", "target"]
"""Who a mark stands for; it decides colour, dash and weight, and never the position."""

Status = Literal["ok", "undefined", "suppressed", "not_supplied", "not_applicable"]


@dataclass(frozen=True, kw_only=True)
class Description:
    """Title (the finding), subtitle (measure, place, period), source and the text alternative that carries the finding.

    The page shows title, subtitle and source itself; a drawing holds the marks and their labels only.
    """

    title: str
    alt: str
    subtitle: str = ""
    source_note: str = ""


@dataclass(frozen=True)
class ReferenceLine:
    """A value drawn right across a picture, with its label as it is to be read ("whole workforce 18.5")."""

    label: str
    value: float
    role: Role
