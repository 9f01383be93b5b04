"""Where to look: the measures that are worse for BME staff, worst first, by a rule that a reader can follow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

from equality.analyses.indicator_rows import IndicatorRow
from equality.analyses.indicators import Indicators, indicators
from equality.config import Configuration
from equality.domain import Status, Verdict, View, is_wres_snapshot
from equality.indicators import Indicator
from equality.store.connection import Reader

YEARS_THAT_STAND = 3
_BOARD_PARTS = ("total", "voting", "executive")


class Tier(IntEnum):
    """How much a finding asks of a board; within a tier, the longest standing comes first, then the indicator."""

    STANDING = 1  # adverse beyond chance for three comparable years, and no better than in the first held
    ADVERSE = 2  # adverse beyond chance
    UNCERTAIN = 3  # outside the range or five points, but chance cannot be ruled out
    MISSING = 4  # not supplied for the year


@dataclass(frozen=True, slots=True)
class Finding:
    """One measure that asks for attention. ``standing_since``: the first of the years on end in which it was worse."""

    rank: int
    tier: Tier
    row: IndicatorRow
    definition: Indicator
    before: IndicatorRow | None
    standing_since: int | None
    action: str = ""


@dataclass(frozen=True, slots=True)
class Findings:
    """What a year's figures ask of a board: findings worst first, what has improved, of how many measures."""

    ods_code: str
    year: int | None
    measures: int
    findings: tuple[Finding, ...]
    improved: tuple[Finding, ...]

    @property
    def adverse(self) -> tuple[Finding, ...]:
        """The findings with a value: everything but what is missing."""
        return tuple(found for found in self.findings if found.tier != Tier.MISSING)


def findings(
    reader: Reader, settings: Configuration, ods_code: str, view: View = View.PRIVATE, year: int | None = None
) -> Findings:
    """The findings of ``year`` (default: the latest held), by the rule of ``Tier``; none where nothing is held."""
    found = indicators(reader, settings, ods_code, view)
    years = sorted({row.year for row in found.rows})
    chosen = year if year in years else (years[-1] if years and year is None else None)
    if chosen is None:
        return Findings(ods_code, None, 0, (), ())
    candidates = list(_candidates(found, settings, chosen))
    judged = [_judged(found, settings, definition, row) for definition, row in candidates]
    asked = sorted((one for one in judged if one is not None), key=_order)
    ranked = tuple(_ranked(one, place) for place, one in enumerate(asked, start=1))
    improved = tuple(_improvement(found, definition, row) for definition, row in candidates if _has_improved(row))
    return Findings(ods_code, chosen, len(candidates), ranked, improved)


def _candidates(found: Indicators, settings: Configuration, year: int) -> Iterator[tuple[Indicator, IndicatorRow]]:
    """The measures that are looked at: every headline, each senior band, and the parts of the board."""
    senior = {f"band:{band}" for band in settings.model_employer.bands}
    for definition in found.definitions:
        parts = {"representation": {"", *senior}, "board": set(_BOARD_PARTS)}.get(definition.kind, {""})
        for row in found.at(year, definition.indicator):
            if row.part in parts:
                yield definition, row


def _judged(found: Indicators, settings: Configuration, definition: Indicator, row: IndicatorRow) -> Finding | None:
    tier = _tier(found, settings, definition, row)
    if tier is None:
        return None
    earlier = _history(found, row)[:-1]
    before = next((old for old in earlier if old.year == row.change_from_year), None)
    return Finding(0, tier, row, definition, before, _standing_since(row, earlier))


def _history(found: Indicators, row: IndicatorRow) -> list[IndicatorRow]:
    """The years of the same measure that may stand beside this one, oldest first, this one last."""
    return [
        old
        for old in found.of(row.indicator, row.part)
        if old.status == Status.OK
        and old.basis == row.basis
        and old.year <= row.year
        and (old.as_at is None or is_wres_snapshot(old.as_at))
    ]


def _tier(found: Indicators, settings: Configuration, definition: Indicator, row: IndicatorRow) -> Tier | None:
    if row.status in (Status.NOT_SUPPLIED, Status.SUPPRESSED, Status.UNDEFINED):
        # A band that is hidden or empty is no finding of its own; a whole indicator that is missing is one.
        return Tier.MISSING if row.part in ("", "total") and row.status == Status.NOT_SUPPLIED else None
    if row.verdict == Verdict.WORSE:
        return Tier.STANDING if _stands(found, row) else Tier.ADVERSE
    if row.verdict in (Verdict.NOT_DISTINGUISHABLE, Verdict.CANNOT_BE_CALCULATED):
        return Tier.UNCERTAIN if _is_large(settings, definition, row) else None
    return None


def _stands(found: Indicators, row: IndicatorRow) -> bool:
    """Worse beyond chance in each of the last three comparable years, and no better than in the first year held."""
    worse = [old for old in _history(found, row)[-YEARS_THAT_STAND:] if old.verdict == Verdict.WORSE]
    return len(worse) == YEARS_THAT_STAND and row.since_first_verdict != Verdict.BETTER


def _standing_since(row: IndicatorRow, earlier: list[IndicatorRow]) -> int | None:
    if row.verdict != Verdict.WORSE:
        return None
    since = row.year
    for old in reversed(earlier):
        if old.verdict != Verdict.WORSE:
            break
        since = old.year
    return since


def _is_large(settings: Configuration, definition: Indicator, row: IndicatorRow) -> bool:
    if row.value is None:
        return False
    if definition.unit == "ratio":
        lower, upper = settings.thresholds.adverse_range
        return row.value > upper if definition.higher_is_worse else row.value < lower
    gap = row.gap_points or 0.0
    return (gap if definition.higher_is_worse else -gap) >= settings.thresholds.adverse_points


def _order(found: Finding) -> tuple[int, bool, int, int, str]:
    standing = found.row.year - found.standing_since if found.standing_since is not None else 0
    return found.tier, bool(found.action), -standing, found.row.indicator, found.row.part


def _ranked(found: Finding, rank: int) -> Finding:
    return replace(found, rank=rank)


def _has_improved(row: IndicatorRow) -> bool:
    return Verdict.BETTER in (row.since_first_verdict, row.change_verdict) and row.status == Status.OK


def _improvement(found: Indicators, definition: Indicator, row: IndicatorRow) -> Finding:
    since = row.since_first_year if row.since_first_verdict == Verdict.BETTER else row.change_from_year
    then = next((old for old in _history(found, row) if old.year == since), None)
    return Finding(0, Tier.ADVERSE, row, definition, then, None)
