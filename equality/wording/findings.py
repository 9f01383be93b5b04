"""Findings in sentences: what it is, how many people, since when, against whom, and what a board should ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from equality.analyses.findings import Finding, Findings, Tier
from equality.domain import Verdict
from equality.wording import indicators as words
from equality.wording.names import part_name
from equality.wording.numbers import capital, decimal, number_word, plural

TIER_NAMES = {
    Tier.STANDING: "worse beyond chance for three years or more",
    Tier.ADVERSE: "worse beyond chance",
    Tier.UNCERTAIN: "large, but chance cannot be ruled out",
    Tier.MISSING: "not supplied",
}


NO_ACTIONS = "No action plan is held, so who is doing what cannot be said."


@dataclass(frozen=True, slots=True)
class FindingWords:
    """A finding as it stands on a page: title, size, what has become of it, and the comparison beside it."""

    title: str
    size: str
    since: str
    question: str
    beside: str
    measure: str
    indicator: str


def describe_attention(found: Findings, bme: str) -> str:
    """The title of the page: how many things need attention, or why there is nothing to say."""
    if found.year is None:
        return "No figures are held"
    groups = grouped(found)
    certain = [group[0] for group in groups if group[0].tier in (Tier.STANDING, Tier.ADVERSE)]
    large = [group[0] for group in groups if group[0].tier is Tier.UNCERTAIN]
    if certain:
        noun = "thing needs" if len(certain) == 1 else "things need"
        return f"{capital(number_word(len(certain)))} {noun} the board\u2019s attention{_standing(certain)}"
    if large:
        gap = "gap" if len(large) == 1 else "gaps"
        return f"{capital(number_word(len(large)))} large {gap} for {bme} staff; chance cannot be ruled out"
    return f"Nothing supplied for {found.year} is worse for {bme} staff beyond chance; see what is not known"


def _standing(certain: Sequence[Finding]) -> str:
    stood = [one for one in certain if one.tier is Tier.STANDING]
    if not stood:
        return ""
    number = "all" if len(stood) == len(certain) and len(stood) > 1 else number_word(len(stood))
    verb = "has" if number == "one" else "have"
    subject = "it has" if len(certain) == 1 else f"{number} {verb}"
    return f"; {subject} stood for years"


def describe_measures(found: Findings, bme: str) -> str:
    """The second line: how many measures were looked at, and how many chance alone would mark."""
    tiers = Counter(one.tier for one in found.findings)
    worse = tiers[Tier.STANDING] + tiers[Tier.ADVERSE]
    judged = found.measures - tiers[Tier.MISSING]
    return (
        f"Of {found.measures} measures {worse} are worse for {bme} staff beyond chance, {tiers[Tier.UNCERTAIN]} large "
        f"but uncertain, {tiers[Tier.MISSING]} not supplied; chance alone would mark about {decimal(judged / 20, 1)}."
    )


def grouped(found: Findings) -> list[tuple[Finding, ...]]:
    """The findings that have a value, in their order, those of one indicator and tier together under the first."""
    groups: dict[tuple[int, int], list[Finding]] = {}
    for one in found.adverse:
        groups.setdefault((one.tier, one.row.indicator), []).append(one)
    return [tuple(group) for group in groups.values()]


def describe_group(group: Sequence[Finding], bme: str) -> FindingWords:
    """One finding in words, with the further parts of its indicator that share its tier."""
    found = group[0]
    row, definition = found.row, found.definition
    evidence = words.describe_evidence(row, definition, bme)
    size = [f"{capital(evidence)}." if evidence else "", words.describe_people(row, definition, bme), _also(group[1:])]
    return FindingWords(
        title=words.describe_finding(row, definition, bme),
        size=" ".join(sentence for sentence in size if sentence),
        since=" ".join(s for s in (_since(found, bme), words.describe_change(row, found.before, bme)) if s),
        question=definition.board_question,
        beside=words.describe_england(row).rstrip("."),
        measure=_measure_name(found),
        indicator=str(row.indicator),
    )


def _also(others: Sequence[Finding]) -> str:
    if not others:
        return ""
    listed = ", ".join(f"{part_name(one.row.part)} ({words.value_words(one.row)})" for one in others)
    return f"Also: {listed}."


def _since(found: Finding, bme: str) -> str:
    """Since when it has been worse, without a break in the years held."""
    if found.standing_since is None:
        return ""
    if found.standing_since == found.row.year:
        return "New this year."
    return f"Worse for {bme} staff every year since {found.standing_since}."


def _measure_name(found: Finding) -> str:
    part = f", {part_name(found.row.part)}" if found.row.part else ""
    return f"Indicator {found.row.indicator}{part}"


def describe_unknown_measures(found: Findings) -> list[str]:
    """What is missing for the year, one sentence for all."""
    missing = [one for one in found.findings if one.tier is Tier.MISSING]
    if not missing:
        return [NO_ACTIONS]
    names = ", ".join(f"{one.row.indicator} ({one.definition.short.lower()})" for one in missing)
    noun = plural(len(missing), "indicator")
    return [f"{capital(number_word(len(missing)))} {noun} not supplied for {found.year}: {names}.", NO_ACTIONS]


def describe_improvements(found: Findings, bme: str) -> list[str]:
    """What has improved, held to the same tests; a sentence where nothing has."""
    if not found.improved:
        compared = [one for one in found.findings if one.before is not None]
        return ["Nothing, beyond chance."] if compared else ["No earlier year is held to compare with."]
    return [_improvement(one, bme) for one in found.improved]


def _improvement(found: Finding, bme: str) -> str:
    name = part_name(found.row.part) if found.row.part else found.definition.short
    then = "" if found.before is None else f", from {words.value_words(found.before)} in {found.before.year}"
    still = f"; still worse for {bme} staff" if found.row.verdict == Verdict.WORSE else ""
    return f"{name}: {words.value_words(found.row)}{then}{still}."
