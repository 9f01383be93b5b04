"""What bands, blocks, board parts and bases are called in a sentence, on an axis and in a table."""

from __future__ import annotations

from equality.config import Configuration
from equality.domain import Standing, Status, Verdict
from equality.store.reference import band_labels
from equality.wording.numbers import ratio

CATEGORY_NAMES = {
    "all": "All staff, medical included",
    "non_medical": "All non-medical staff",
    "non_clinical": "Non-clinical staff",
    "clinical": "Clinical staff, medical apart",
    "medical": "Medical and dental staff",
}
BOARD_NAMES = {
    "total": "Whole board",
    "voting": "Voting members",
    "non_voting": "Non-voting members",
    "executive": "Executive members",
    "non_executive": "Non-executive members",
}
ROUTE_NAMES = {"uk": "Recruited in the UK", "international": "Recruited from abroad"}
GROUP_NAMES = {
    "white": "White",
    "bme": "BME",
    "asian": "Asian",
    "black": "Black",
    "chinese": "Chinese",
    "mixed": "Mixed",
    "other": "Other",
}
BASIS_NAMES = {
    "single_year": "single year",
    "two_year_average": "two-year average",
    "dont_know_excluded": "\u201cdon\u2019t know\u201d left out",
    "dont_know_included": "\u201cdon\u2019t know\u201d counted",
    "": "",
}
STANDING_NAMES = {
    Standing.MET: "met",
    Standing.AHEAD: "ahead",
    Standing.ON_LINE: "on the line",
    Standing.BEHIND: "behind",
    Standing.TOO_SMALL: "too few posts to judge",
    Standing.NO_BASELINE: "no March baseline",
}
STATUS_NAMES = {
    Status.OK: "",
    Status.UNDEFINED: "cannot be calculated",
    Status.SUPPRESSED: "hidden: small numbers",
    Status.NOT_SUPPLIED: "not supplied",
    Status.NOT_APPLICABLE: "does not apply",
}
VERDICT_NAMES = {
    Verdict.WORSE: "worse for {bme} staff",
    Verdict.BETTER: "better for {bme} staff",
    Verdict.NOT_DISTINGUISHABLE: "not distinguishable from chance",
    Verdict.CANNOT_BE_CALCULATED: "cannot be calculated",
    Verdict.NOT_SUPPLIED: "not supplied",
}
METHOD_NAMES = {
    "wilson": "Wilson\u2019s interval for a proportion",
    "katz": "Katz\u2019s log interval for a ratio of two proportions",
    "koopman": "Koopman\u2019s score interval, because a cell holds fewer than five",
    "woolf": "Woolf\u2019s interval for an odds ratio",
    "newcombe": "Newcombe\u2019s interval for a difference of two proportions",
    "newcombe_rest": "Newcombe\u2019s interval, the band against the rest of the workforce",
    "none": "no interval: no base was supplied",
    "": "no interval",
}
_SUMS = {"8a_plus": "8a and above", "8c_plus": "8c and above"}


def band_name(band: str) -> str:
    """A band as an axis shows it: ``Band 8a``, ``VSM``, ``8a and above``."""
    return _SUMS.get(band) or band_labels().get(band, band)


def band_in_speech(band: str) -> str:
    """A band in the middle of a sentence: ``band 5``, ``VSM``, ``consultant``."""
    name = band_name(band)
    return name if name == "VSM" or name[0].isdigit() else name[0].lower() + name[1:]


def range_name(settings: Configuration) -> str:
    """The range that WRES publications treat as non-adverse: ``0.80 to 1.25``."""
    return " to ".join(ratio(bound) for bound in settings.thresholds.adverse_range)


def part_name(part: str) -> str:
    """A part of an indicator as a row's label: a band, a block, a route, a group, or a part of the board."""
    kind, _, rest = part.partition(":")
    if not rest:
        return BOARD_NAMES.get(part) or CATEGORY_NAMES.get(part, part) if part else "All"
    if kind == "band":
        return band_name(rest)
    return ROUTE_NAMES.get(rest, rest) if kind == "route" else GROUP_NAMES.get(rest, rest)


def verdict_name(verdict: str, bme: str) -> str:
    """A verdict in words, with the term in force for BME."""
    return VERDICT_NAMES[Verdict(verdict)].format(bme=bme)
