"""The indicators at a glance: a verdict in a few words, the title of the nine, and what is missing."""

from __future__ import annotations

from collections.abc import Sequence

from equality.analyses.indicator_rows import IndicatorRow
from equality.domain import Status, Verdict
from equality.indicators import Indicator
from equality.wording.indicators import CHANCE, count_of, value_words
from equality.wording.names import STATUS_NAMES, part_name
from equality.wording.numbers import capital, decimal, number_word, plural, points, ratio


def describe_verdict(row: IndicatorRow, last_known: IndicatorRow | None, indicator: Indicator, bme: str) -> str:
    """The one line over a small chart: value and verdict, or what is missing and the last that is known."""
    if row.status != Status.OK or row.value is None:
        if row.status == Status.UNDEFINED:
            return f"{count_of(row.bme_count, row.bme_total)} {bme}: cannot be calculated"
        reason = "hidden: small numbers" if row.status == Status.SUPPRESSED else "not supplied"
        if last_known is None:
            return reason
        return f"{row.year} {reason}; {value_words(last_known)} in {last_known.year}"
    if indicator.kind == "survey":
        return _survey_verdict(row, bme)
    if indicator.unit == "points":
        return _gap_verdict(row, bme)
    return f"{ratio(row.value)}: {_against_parity(row, f'{bme} {indicator.who}')}"


def _against_parity(row: IndicatorRow, whom: str) -> str:
    words = {
        Verdict.WORSE: f"worse for {whom}",
        Verdict.BETTER: f"better for {whom}",
        Verdict.NOT_DISTINGUISHABLE: CHANCE,
    }
    return words.get(Verdict(row.verdict), "cannot be judged")


def _survey_verdict(row: IndicatorRow, bme: str) -> str:
    if row.gap_points is None:
        return "White share not supplied"
    gap = f"gap {points(row.gap_points)}"
    if row.verdict == Verdict.CANNOT_BE_CALCULATED:
        return f"{gap}; no base, so chance unknown"
    return f"{gap}: {_against_parity(row, f'{bme} staff')}"


def _gap_verdict(row: IndicatorRow, bme: str) -> str:
    counts = f"{count_of(row.bme_count, row.bme_total)} {bme}"
    if row.verdict == Verdict.NOT_DISTINGUISHABLE:
        return f"{counts}: {CHANCE}"
    return f"{counts}; {decimal(abs(row.value or 0), 1)} points {'below' if (row.value or 0) < 0 else 'above'}"


def describe_indicators(headlines: Sequence[IndicatorRow], definitions: Sequence[Indicator], bme: str) -> str:
    """The title of the nine: how many are worse beyond chance, how many are missing, whether any has improved."""
    supplied = [row for row in headlines if row.status == Status.OK]
    if not supplied:
        return "No indicator has been supplied for this year"
    worse = [row for row in supplied if row.verdict == Verdict.WORSE]
    judged = [row for row in supplied if row.verdict != Verdict.CANNOT_BE_CALCULATED]
    if not judged:
        return _unjudged(supplied, definitions, bme)
    number, verb = number_word(len(worse)) if worse else "none", "is" if len(worse) < 2 else "are"
    # With some missing, "none of nine" would be comfort: only those supplied are counted.
    whole = len(supplied) == len(headlines)
    of = f"{number_word(len(supplied))} {plural(len(supplied), 'indicator')}{'' if whole else ' that can be shown'}"
    start = f"{capital(number)} of {of} {verb} worse for {bme} staff, beyond chance"
    return f"{start}{_improved(supplied)}"


def _improved(rows: Sequence[IndicatorRow]) -> str:
    compared = [row for row in rows if row.since_first_year is not None]
    better = [row for row in compared if row.since_first_verdict == Verdict.BETTER]
    if not compared:
        return ""
    since = min(row.since_first_year for row in compared if row.since_first_year is not None)
    if not better:
        return f"; none has improved since {since}"
    verb = "has" if len(better) == 1 else "have"
    return f"; {number_word(len(better))} {verb} improved since {since}"


def _unjudged(rows: Sequence[IndicatorRow], definitions: Sequence[Indicator], bme: str) -> str:
    higher_is_worse = {definition.indicator: definition.higher_is_worse for definition in definitions}
    wider = [row for row in rows if row.gap_points and (row.gap_points > 0) == higher_is_worse[row.indicator]]
    noun = plural(len(rows), "indicator", "indicators")
    verb = "is" if len(wider) == 1 else "are"
    return (
        f"{capital(number_word(len(wider)))} of {number_word(len(rows))} {noun} supplied {verb} worse for {bme} staff; "
        "without bases, chance cannot be ruled out"
    )


def describe_missing(headlines: Sequence[IndicatorRow], definitions: Sequence[Indicator]) -> str:
    """Which indicators are missing for the year, by number; empty where none is."""
    absent = [row.indicator for row in headlines if row.status != Status.OK]
    if not absent:
        return ""
    names = {definition.indicator: definition.short.lower() for definition in definitions}
    listed = ", ".join(f"{number} ({names[number]})" for number in absent)
    return f"Not shown: {listed}."


def describe_no_parts(indicator: Indicator) -> str:
    """What to say where an indicator was supplied only as a whole."""
    if indicator.kind == "survey":
        return "Not supplied by ethnic group."
    return "Not supplied: only the whole organisation\u2019s figure is held."


def describe_absent_parts(rows: Sequence[IndicatorRow]) -> str:
    """Which parts have no value, by reason, in one sentence each; empty where every part has one."""
    reasons: dict[str, list[str]] = {}
    for row in rows:
        if row.value is None:
            reasons.setdefault(STATUS_NAMES[Status(row.status)], []).append(part_name(row.part))
    return " ".join(f"{capital(reason)}: {', '.join(names)}." for reason, names in reasons.items())


def describe_chance_among(rows: Sequence[object]) -> str:
    """How many of so many comparisons chance alone would flag: one in twenty at 95 %."""
    expected = decimal(len(rows) / 20, 1)
    many = f"{capital(number_word(len(rows)))} {plural(len(rows), 'comparison')}"
    return f"{many}: at 95% certainty chance alone would mark about {expected} of them."
