"""Indicators in sentences: what was found, whether it could be chance, how many people, what has changed."""

from __future__ import annotations

from equality.analyses.indicator_rows import IndicatorRow
from equality.domain import Status, Verdict
from equality.indicators import Indicator
from equality.wording.names import BASIS_NAMES, BOARD_NAMES, band_name, part_name
from equality.wording.numbers import (
    count,
    decimal,
    interval,
    number_word,
    people,
    percent,
    plural,
    points,
    ratio,
    ratio_in_speech,
    rounded,
)

CHANCE = "not distinguishable from chance"


def describe_indicator(row: IndicatorRow, indicator: Indicator, bme: str) -> str:
    """One row in a sentence: both groups, the counts, the interval, and chance where it cannot be ruled out.

    A value that is missing is said to be, with its reason; an undefined one is said with its counts.
    """
    finding, evidence = describe_finding(row, indicator, bme), describe_evidence(row, indicator, bme)
    return f"{finding} ({evidence})." if evidence else f"{finding}."


def describe_finding(row: IndicatorRow, indicator: Indicator, bme: str) -> str:
    """The row as a title: what was found, whole, without its counts and without a full stop."""
    if row.status in _REASONS:
        part = f" ({part_name(row.part)})" if row.part else ""
        return f"{indicator.title}{part}: {_REASONS[Status(row.status)]} for {row.year}"
    if indicator.kind == "likelihood":
        return _likelihood_finding(row, indicator, bme)
    if indicator.kind == "survey":
        return _survey_finding(row, indicator, bme)
    return _gap_finding(row, bme)


def describe_evidence(row: IndicatorRow, indicator: Indicator, bme: str) -> str:
    """What the finding rests on: counts, interval and what chance allows; empty for a row without a value."""
    if row.status in _REASONS or row.value is None:
        return ""
    if indicator.kind == "likelihood":
        return _likelihood_evidence(row, indicator)
    if indicator.kind == "survey":
        return _survey_evidence(row)
    return _gap_evidence(row)


_REASONS = {
    Status.NOT_SUPPLIED: "not supplied",
    Status.SUPPRESSED: "hidden because numbers are small",
    Status.NOT_APPLICABLE: "does not apply",
}


def _likelihood_finding(row: IndicatorRow, indicator: Indicator, bme: str) -> str:
    if row.value is None:
        white, others = count_of(row.white_count, row.white_total), count_of(row.bme_count, row.bme_total)
        return (
            f"The likelihood to {indicator.did} cannot be compared: {white} White {indicator.who} against "
            f"{others} {bme} {indicator.who}"
        )
    one, two = ("White", bme) if _white_first(row, indicator) else (bme, "White")
    if row.value == 0:
        return f"No {two} {indicator.who} were found to {indicator.did}; {one} {indicator.who} were"
    size = 1 / row.value if row.value < 1 else row.value
    return f"{one} {indicator.who} were {_times(size)} as likely as {two} {indicator.who} to {indicator.did}"


def _white_first(row: IndicatorRow, indicator: Indicator) -> bool:
    """Whether White people are the likelier ones, and so stand first: nobody is said to be 0.66 times as likely."""
    return ((row.value or 0) >= 1) == (indicator.reference == "white_over_bme")


def _likelihood_evidence(row: IndicatorRow, indicator: Indicator) -> str:
    counts = [count_of(row.white_count, row.white_total), count_of(row.bme_count, row.bme_total)]
    against = " against ".join(counts if _white_first(row, indicator) else reversed(counts))
    sure = _bounds_in_speech(row, flipped=(row.value or 0) < 1)
    if row.verdict == Verdict.NOT_DISTINGUISHABLE:
        return f"{against}; anywhere from {sure}, so {CHANCE}"
    return f"{against}; it could be anywhere from {sure}"


def _times(size: float) -> str:
    if rounded(size, 2) == 1:
        return "exactly" if size == 1 else "about"
    return f"{ratio_in_speech(size)} times"


def _bounds_in_speech(row: IndicatorRow, flipped: bool) -> str:
    lower, upper = row.lower_95, row.upper_95
    if flipped:
        lower, upper = (None if upper is None else 1 / upper), (1 / lower if lower else None)
        lower = 0.0 if lower is None else lower
    return interval(lower, upper, ratio_in_speech)


def count_of(some: float | None, total: float | None) -> str:
    """``9 of 725``."""
    return f"{count(some)} of {count(total)}"


def _survey_finding(row: IndicatorRow, indicator: Indicator, bme: str) -> str:
    start = f"{percent(row.bme_value)} of {bme} respondents {indicator.did}"
    white = (
        "the White share was not supplied" if row.white_value is None else f"{percent(row.white_value)} of White did"
    )
    return f"{start}; {white}"


def _survey_evidence(row: IndicatorRow) -> str:
    if row.white_value is None:
        return ""
    gap = f"a gap of {decimal(abs(row.gap_points or 0), 1)} points"
    if row.verdict == Verdict.CANNOT_BE_CALCULATED:
        return f"{gap}; no base was supplied, so chance cannot be judged"
    bases = f"{count(row.bme_total)} and {count(row.white_total)} respondents"
    chance = CHANCE if row.verdict == Verdict.NOT_DISTINGUISHABLE else "more than chance would explain"
    return f"{gap} among {bases}: {chance}"


def _gap_finding(row: IndicatorRow, bme: str) -> str:
    if row.value is None:
        return f"{_gap_subject(row)}: nobody is counted, so there is no share"
    if row.bme_count == 0:
        whole = percent(row.workforce_bme_pct)
        return f"{_gap_subject(row)}: none of {count(row.bme_total)} is {bme}, against {whole} of the workforce"
    if rounded(row.value, 1) == 0:
        return f"{_gap_subject(row)}: {percent(row.bme_value)} {bme}, as in the workforce"
    side = "below" if row.value < 0 else "above"
    return (
        f"{_gap_subject(row)}: {percent(row.bme_value)} {bme}, {decimal(abs(row.value), 1)} points {side} the "
        f"workforce\u2019s {percent(row.workforce_bme_pct)}"
    )


def _gap_evidence(row: IndicatorRow) -> str:
    counts = count_of(row.bme_count, row.bme_total)
    sure = interval(row.lower_95, row.upper_95, points)
    if not sure:
        return counts
    chance = f", so {CHANCE}" if row.verdict == Verdict.NOT_DISTINGUISHABLE else ""
    return f"{counts}; the gap could be anywhere from {sure}{chance}"


def _gap_subject(row: IndicatorRow) -> str:
    if row.part.startswith("band:"):
        return band_name(row.part.removeprefix("band:"))
    return BOARD_NAMES.get(row.part, "Bands 8a and above")


def describe_people(row: IndicatorRow, indicator: Indicator, bme: str) -> str:
    """How many people the gap stands for; empty where it is under one, or where no count was supplied."""
    if row.people is None or row.value is None or abs(row.people) < 0.5:
        return ""
    if indicator.kind == "likelihood":
        return _people_at_white_rate(row, indicator, bme)
    if row.people < 0:
        return ""
    noun = plural(rounded(row.people, 0), "person", "people")
    place = "on the board" if indicator.kind == "board" else "there"
    return f"Parity would mean about {people(row.people)} more {bme} {noun} {place}."


def _people_at_white_rate(row: IndicatorRow, indicator: Indicator, bme: str) -> str:
    number = row.people or 0.0
    more = "more" if number > 0 else "fewer"
    low, high = row.people_lower_95, row.people_upper_95
    if number < 0 and low is not None and high is not None:
        low, high = -high, -low
    sure = interval(low, high, people)
    who = plural(rounded(abs(number), 0), indicator.who.removesuffix("s"), indicator.who)
    whom = f"about {people(abs(number))} {more} {bme} {who}"
    return f"{indicator.counted_as} at the White rate, {whom} would have been{f' ({sure})' if sure else ''}."


def describe_change(row: IndicatorRow, before: IndicatorRow | None, bme: str) -> str:
    """What it was in the last comparable year, and whether the change could be chance."""
    if row.status != Status.OK:
        return ""
    if row.change is None or row.change_from_year is None or before is None:
        return "No comparable earlier year was supplied."
    was = f"{value_words(before)} in {row.change_from_year}"
    verdicts = {
        Verdict.WORSE: f"worse for {bme} staff since",
        Verdict.BETTER: f"better for {bme} staff since",
        Verdict.NOT_DISTINGUISHABLE: "the change could be chance",
        Verdict.CANNOT_BE_CALCULATED: "no base was supplied, so the change cannot be judged",
        Verdict.NOT_SUPPLIED: "the change cannot be judged",
    }
    words = verdicts[Verdict(row.change_verdict)]
    if row.unit == "points" and row.change_verdict == Verdict.NOT_DISTINGUISHABLE:
        words = "the change is less than one person"
    return f"{was}: {words}."


def describe_run(row: IndicatorRow, bme: str) -> str:
    """How it stands against the first comparable year: what a board that has watched for years should hear."""
    if row.since_first is None or row.since_first_year is None:
        return ""
    years = row.year - row.since_first_year
    if row.since_first_verdict == Verdict.BETTER:
        return f"Better for {bme} staff than in {row.since_first_year}."
    if row.since_first_verdict == Verdict.WORSE:
        return f"Worse for {bme} staff than in {row.since_first_year}."
    if row.since_first_verdict == Verdict.NOT_DISTINGUISHABLE:
        return f"No better in {number_word(years)} years, beyond chance."
    return ""


def describe_england(row: IndicatorRow) -> str:
    """England beside it, with the year it is of and who reported it."""
    if row.england_value is None:
        return "No figure has been published for England on this basis."
    year = f" in {row.england_year}" if row.england_year != row.year else ""
    reported = {"national": "", "trust": ", as reported by a trust", "press": ", as reported by the press"}
    return f"England: {_with_unit(row.england_value, row.unit)}{year}{reported.get(row.england_source_kind, '')}."


def value_words(row: IndicatorRow) -> str:
    """The value as it stands in a small place: ``1.8``, ``26.8%``, ``\u221215.1 points``."""
    return "" if row.value is None else _with_unit(row.value, row.unit)


def _with_unit(value: float, unit: str) -> str:
    if unit == "ratio":
        return ratio(value)
    return percent(value) if unit == "percent" else f"{points(value)} points"


def basis_name(row: IndicatorRow) -> str:
    """The basis of the value in words; empty where the indicator has only one."""
    return BASIS_NAMES.get(row.basis, row.basis)
