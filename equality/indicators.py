"""The only reader of ``indicators/``: one reviewed YAML file an indicator, checked, as a frozen value.

A further standard is a further folder; adding an indicator is adding a file (``docs/how-to/add-an-indicator.md``).
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from equality.config import ROOT, faults_in_words
from equality.errors import ConfigurationError

Kind = Literal["representation", "likelihood", "survey", "board"]
Reference = Literal["white_over_bme", "bme_over_white", "white", "workforce"]


class _Definition(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Break(_Definition):
    """A change of definition: values before ``from_year`` are not joined to those from it on."""

    from_year: int
    words: str


class Indicator(_Definition):
    """What an indicator asks, how it is worked out, which way is worse, and what must be said beside it.

    ``reference`` says which side of a ratio is on top (``white_over_bme``: above 1, White people more likely), or what
    a share is compared with. ``nature`` decides how a change is judged: ``flow`` (different people each year),
    ``stock`` (mostly the same people) or ``survey`` (weighted, respondents only).
    """

    indicator: int
    standard: str
    title: str
    short: str
    question: str
    kind: Kind
    unit: Literal["points", "ratio", "percent"]
    worse_when: Literal["higher", "lower"]
    reference: Reference
    nature: Literal["stock", "flow", "survey"]
    items: tuple[str, ...] = Field(min_length=1)
    numerator: str = ""
    denominator: str = ""
    who: str = ""
    did: str = ""
    counted_as: str = ""
    formula: str
    source: str
    survey_questions: dict[int, str] = Field(default_factory=dict)
    breaks: tuple[Break, ...] = ()
    caveats: tuple[str, ...] = ()
    board_question: str

    @property
    def higher_is_worse(self) -> bool:
        """Whether a higher value is worse for BME staff."""
        return self.worse_when == "higher"


@lru_cache(maxsize=4)
def read_indicators(standard: str = "wres") -> tuple[Indicator, ...]:
    """The indicators of a standard in order of number.

    Raises ConfigurationError naming each faulty file with all its faults.
    """
    folder = ROOT / "indicators" / standard
    read = [_read_indicator(path) for path in sorted(folder.glob("*.yaml"))]
    if not read:
        raise ConfigurationError("No indicators are defined", str(folder), "Add one YAML file an indicator.")
    found = [one for one in read if isinstance(one, Indicator)]
    if faults := [one for one in read if isinstance(one, str)]:
        raise ConfigurationError("Indicator files have faults", str(folder), " | ".join(faults))
    numbers = [one.indicator for one in found]
    if repeated := sorted({number for number in numbers if numbers.count(number) > 1}):
        raise ConfigurationError("Two indicator files have the same number", str(folder), f"indicator: {repeated}")
    return tuple(sorted(found, key=lambda indicator: indicator.indicator))


def _read_indicator(path: Path) -> Indicator | str:
    """The indicator, or the file's name with all its faults."""
    try:
        return Indicator.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        return f"{path.name}: not valid YAML: {error}"
    except ValidationError as error:
        return f"{path.name}: {faults_in_words(error)}"
