"""How everything is worked out, written from the indicator files, the configuration in force and the glossary."""

from __future__ import annotations

from collections.abc import Sequence

from equality.config import Configuration
from equality.indicators import Indicator
from equality.wording.names import range_name
from equality.wording.numbers import decimal

_WAYS = {"higher": "A higher value is worse for {bme} staff.", "lower": "A lower value is worse for {bme} staff."}
_REFERENCES = {
    "white_over_bme": "White over {bme}: above 1, White people are likelier.",
    "bme_over_white": "{bme} over White: above 1, {bme} people are likelier. The other way up from indicators 2 and 4.",
    "white": "{bme} respondents beside White respondents.",
    "workforce": "Compared with the whole workforce.",
}
_NATURES = {
    "flow": "Other people each year: a change is tested as the ratio of two ratios.",
    "stock": "Mostly the same people a year later, and all of them counted: a change counts once it is one person.",
    "survey": "A sample of answers: a change is tested where both bases are known.",
}


def describe_definition(indicator: Indicator, bme: str) -> list[str]:
    """An indicator in sentences: question, formula, direction, source, breaks, caveats."""
    questions = ", ".join(f"{year}: {asked}" for year, asked in sorted(indicator.survey_questions.items()))
    return [
        indicator.question,
        indicator.formula,
        " ".join(part.format(bme=bme) for part in (_REFERENCES[indicator.reference], _WAYS[indicator.worse_when])),
        _NATURES[indicator.nature],
        f"Source: {indicator.source}." + (f" Survey question by survey year: {questions}." if questions else ""),
        *(f"Break: {found.words}." for found in indicator.breaks),
        *indicator.caveats,
        f"A question for the board: {indicator.board_question}",
    ]


def list_thresholds(settings: Configuration) -> list[tuple[str, str]]:
    """Every limit in force and what it does, as the configuration sets it."""
    limits, disclosure, target = settings.thresholds, settings.disclosure, settings.model_employer
    return [
        ("Certainty of every interval", f"{limits.confidence_pct}%"),
        ("Range drawn as non-adverse for ratios", range_name(settings)),
        ("A gap listed among the findings though chance is not ruled out", f"{_number(limits.adverse_points)} points"),
        ("Posts on both sides of a step for it to count", str(limits.step_minimum_posts)),
        ("Staff of a finer ethnic group for it to be drawn", str(limits.group_minimum_staff)),
        (
            "A band that moved enough to ask why",
            f"more than {_number(limits.band_moved_share_pct)}% and {limits.band_moved_people} people",
        ),
        ("A likelihood that moved enough to ask why", f"a factor of {_number(limits.likelihood_moved_factor)}"),
        ("Unknown ethnicity that is worth a question", f"above {_number(limits.unknown_ethnicity_pct)}%"),
        ("Counts hidden in the public view", f"1 to {disclosure.threshold - 1}"),
        ("The board in the public view", f"{disclosure.board}: {disclosure.board_reason}".rstrip(": ")),
        ("Model Employer baseline and end year", f"{target.baseline_year} and {target.end_year}"),
        ("Posts that a band must have to be judged", str(target.fewest_posts)),
        *((f"Disparity tier: {name}", _bands(getattr(settings.disparity_tiers, name))) for name in _TIERS),
    ]


_TIERS = ("lower", "middle", "upper")

RULE_FOR_FINDINGS = (
    "Where to look lists first what is worse beyond chance in each of the last three comparable years and no better "
    "than in the first year held; then what is worse beyond chance; then what lies outside the range, or is a large "
    "gap, though chance cannot be ruled out; then what is missing. Within each, what has stood longest comes first, "
    "then the order of the indicators. Nothing is added up into a score. Counts of people do not decide the order: "
    "they would bury the board under the large bands."
)


def describe_terms(settings: Configuration) -> str:
    """The word in force for the fixed group, with its definition."""
    return (
        f"{settings.terms.bme} ({settings.terms.bme_long}) is the word shown for everyone who is not White. The word "
        "can be changed in config.yaml; the definition cannot."
    )


def _bands(names: Sequence[str]) -> str:
    return ", ".join(name.replace("under_1", "under 1").replace("vsm", "VSM") for name in names)


def _number(value: float) -> str:
    return decimal(value, 0 if float(value).is_integer() else 1)
