"""Representation in sentences: the finding, the step where it drops, what is not known."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from equality.analyses.disparity import STEPS, DisparityRow
from equality.analyses.ethnic_groups import GroupShare
from equality.analyses.representation import BandShare, Representation, Step
from equality.config import DisparityTiers
from equality.domain import Status, Verdict, is_wres_snapshot
from equality.wording.names import GROUP_NAMES, STATUS_NAMES, band_in_speech, band_name
from equality.wording.numbers import (
    count,
    decimal,
    interval,
    joined,
    people,
    percent,
    plural,
    points,
    ratio,
    ratio_in_speech,
)

FEWEST_POSTS = 5
"""A band of fewer people is not spoken of in a title: its share says nothing."""
_A_TENTH = 0.05
SENIOR_BANDS = ("8a", "8b", "8c", "8d", "9", "vsm")
_SENIOR_ROLES = {"vsm": "very senior managers", "consultant": "consultants"}


def date_words(day: date) -> str:
    """A date as the NHS writes it: ``31 March 2025``."""
    return f"{day.day} {day:%B %Y}"


def describe_finding(found: Representation, as_at: date, category: str, bme: str) -> str:
    """The title of the mountain: the workforce's share beside that of its summit, and how many people that is.

    Medical grades are no ladder, so theirs is beside the grade that is furthest below.
    """
    whole = found.total(as_at)
    rows, enough = found.mountain(as_at, category), found.step_minimum_posts
    summit = _furthest_below(rows, enough) if category == "medical" else _summit(rows, enough)
    if whole is None or whole.bme_pct is None:
        return "The workforce\u2019s share cannot be worked out from what was supplied"
    start = f"{bme} staff are {percent(whole.bme_pct)} of the workforce"
    if summit is None:
        return f"{start}; no {'grade' if category == 'medical' else 'senior band'} can be shown"
    conjunction = "but" if (summit.gap_points or 0) < 0 else "and"
    role = _SENIOR_ROLES.get(summit.band, f"staff in {band_in_speech(summit.band)}")
    if summit.bme == 0:
        return f"{start} but none of its {count(summit.headcount)} {role}"
    return f"{start} {conjunction} {percent(summit.bme_pct)} of {role}: {_people_of(summit)}"


def _people_of(row: BandShare) -> str:
    noun = plural(row.bme or 0, "person", "people")
    return f"{count(row.bme)} {noun} of {count(row.headcount)}"


def _summit(rows: Sequence[BandShare], enough: int) -> BandShare | None:
    """The highest band with posts enough to speak of; of a small trust the highest with at least a few."""
    shown = [row for row in rows if row.bme_pct is not None and row.band not in ("other", "senior_medical_manager")]
    for least in (enough, FEWEST_POSTS, 0):
        if held := [row for row in shown if (row.headcount or 0) >= least]:
            return held[-1]
    return None


def _furthest_below(rows: Sequence[BandShare], enough: int) -> BandShare | None:
    """The medical grade furthest below the workforce, or least above it, among those with posts enough."""
    shown = [row for row in rows if row.gap_points is not None and row.band != "senior_medical_manager"]
    held = [row for row in shown if (row.headcount or 0) >= enough] or shown
    return min(held, key=lambda row: row.gap_points or 0.0, default=None)


def describe_size(found: Representation, as_at: date, category: str, bme: str) -> str:
    """The second line: the largest step down, what parity would mean in people, and the share that is unknown."""
    sentences = [
        describe_step(found.largest_step_down(as_at, category)),
        _describe_parity(found.mountain(as_at, category), category, bme),
        describe_unknown(found.total(as_at, category)),
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def describe_step(step: Step | None) -> str:
    """Where representation drops most, in points and in people."""
    if step is None:
        return ""
    size = f"{decimal(step.points)} points, {people(step.people)} {plural(round(step.people), 'person', 'people')}"
    bands = f"from {band_in_speech(step.lower_band)} to {band_in_speech(step.upper_band)}"
    return f"The largest step down is {bands} ({size})."


def _describe_parity(rows: Sequence[BandShare], category: str, bme: str) -> str:
    names = [row.band for row in rows]
    if category == "medical" or "8a" not in names:
        return ""
    short = [row.short_of_parity for row in rows[names.index("8a") :] if row.band != "other"]
    if any(value is None for value in short):
        return ""
    needed = sum(value for value in short if value is not None)
    if needed < 0.5:
        return "From band 8a up, no band is short of parity."
    return f"Parity from band 8a up would mean {people(needed)} more {bme} staff."


def describe_unknown(total: BandShare | None) -> str:
    """How much of the block is of unknown ethnicity."""
    if total is None or total.unknown is None or not total.headcount:
        return ""
    return f"Ethnicity is unknown for {percent(100 * total.unknown / total.headcount)}."


def describe_bounds(rows: Sequence[BandShare], bme: str) -> str:
    """Which bands would change sides if everyone of unknown ethnicity were BME."""
    flips = [row for row in rows if _flips(row)]
    below = [row for row in rows if row.gap_points is not None and row.gap_points < 0]
    if not below:
        return ""
    if not flips:
        return (
            f"If everyone of unknown ethnicity were {bme}, every band now below the workforce\u2019s share would "
            "still be below it."
        )
    names = ", ".join(band_name(row.band) for row in flips)
    return f"If everyone of unknown ethnicity there were {bme}, these would reach the workforce\u2019s share: {names}."


def _flips(row: BandShare) -> bool:
    below = row.gap_points is not None and row.gap_points < 0
    return below and (row.highest_pct or 0) >= (row.workforce_bme_pct or 0)


def describe_band(row: BandShare, bme: str) -> str:
    """One band in a sentence with its counts, interval and gap; the reason in words where there is no share."""
    name = band_name(row.band)
    if row.bme_pct is None:
        return f"{name}: {STATUS_NAMES[Status(row.status)]}."
    sure = interval(row.lower_95, row.upper_95)
    gap = "" if row.gap_points is None else f", {points(row.gap_points)} points from the workforce"
    return f"{name}: {percent(row.bme_pct)} {bme} ({count(row.bme)} of {count(row.headcount)}; {sure}){gap}."


def describe_mountain(found: Representation, as_at: date, category: str, bme: str) -> str:
    """The text alternative: the finding, then every band from the summit to the base."""
    rows = [describe_band(row, bme) for row in reversed(found.mountain(as_at, category))]
    head = f"{describe_finding(found, as_at, category, bme)}. {describe_size(found, as_at, category, bme)}"
    return " ".join([head, *rows])


def describe_disparity(row: DisparityRow, tiers: DisparityTiers, bme: str) -> str:
    """One disparity ratio in a sentence; in words with the counts where it cannot be calculated."""
    lower, upper = (tier_name(getattr(tiers, name)) for name in STEPS[row.step])
    if row.ratio is None:
        return f"{_pair(row, bme)}: {STATUS_NAMES[Status(row.status)]}."
    odds, ahead, behind = (row.ratio, "White", bme) if row.ratio >= 1 else (1 / row.ratio, bme, "White")
    sure = interval(row.lower_95, row.upper_95, ratio)
    chance = ": not distinguishable from chance" if row.verdict == Verdict.NOT_DISTINGUISHABLE else ""
    return (
        f"{ahead} staff have {ratio_in_speech(odds)} times the odds of {behind} staff of being in {upper} rather than "
        f"{lower} (ratio {ratio(row.ratio)}, {sure}){chance}."
    )


def tier_name(bands: Sequence[str]) -> str:
    """A tier of bands in words: ``band 5 and below``, ``bands 6 and 7``, ``band 8a and above``."""
    if bands[0] == "under_1":
        return f"{band_in_speech(bands[-1])} and below"
    if bands[-1] == "vsm":
        return f"{band_in_speech(bands[0])} and above"
    return f"bands {joined(list(bands))}"


def tier_label(bands: Sequence[str]) -> str:
    """A tier as a chart's row names it: ``5 and below``, ``6 and 7``, ``8a and above``."""
    return tier_name(bands).removeprefix("bands ").removeprefix("band ")


def _pair(row: DisparityRow, bme: str) -> str:
    return (
        f"White {count(row.white_lower)} and {count(row.white_upper)}, "
        f"{bme} {count(row.bme_lower)} and {count(row.bme_upper)} in the lower and higher tier"
    )


DISPARITY_CAUTION = (
    "A disparity ratio compares who is in which bands on one day. It is not a promotion rate, and mass recruitment "
    "into band 5 raises it by itself."
)


def describe_years(found: Representation, category: str, ladder: Sequence[str], bme: str) -> str:
    """The title of the mountain through the years: how far its summit has moved, against the workforce.

    The summit is the highest band of ``ladder`` (base first) with a share in the latest snapshot and an earlier one.
    """
    marches = [row for row in found.rows if row.category == category and is_wres_snapshot(row.as_at)]
    latest = max((row.as_at for row in marches), default=None)
    for band in reversed(ladder):
        rows = [row for row in marches if row.band == band and row.bme_pct is not None]
        if len(rows) > 1 and rows[-1].as_at == latest and (rows[-1].headcount or 0) >= FEWEST_POSTS:
            return _describe_move(rows[0], rows[-1], bme)
    return "No senior band has a share in two snapshots, so nothing can be said about change"


def _describe_move(first: BandShare, last: BandShare, bme: str) -> str:
    moved = (
        f"{band_name(last.band)} went from {percent(first.bme_pct)} to {percent(last.bme_pct)} {bme} since {first.year}"
    )
    if first.gap_points is None or last.gap_points is None:
        return moved
    change = f"from {points(first.gap_points)} to {points(last.gap_points)} points"
    return f"{moved}; its gap to the workforce {_direction(first.gap_points, last.gap_points)}, {change}"


def _direction(first: float, last: float) -> str:
    """Which way a gap has gone: by its size on the same side, or by its side."""
    if first * last < 0:
        return "changed sides"
    by = abs(last) - abs(first)
    return "stayed the same" if abs(by) < _A_TENTH else "widened" if by > 0 else "narrowed"


def describe_groups(rows: Sequence[GroupShare], bme: str) -> str:
    """Which of the finer groups is furthest below its share of the block from band 8a up, in people."""
    short: dict[str, float] = {}
    for row in rows:
        if row.band in SENIOR_BANDS:
            short[row.ethnic_group] = short.get(row.ethnic_group, 0.0) + row.short_of_parity
    furthest = max(short, key=lambda group: short[group], default="")
    if not furthest or short[furthest] < 1:
        return f"No group within {bme} is a person short of its own share from band 8a up."
    fewer = f"{people(short[furthest])} fewer"
    return f"From band 8a up, {GROUP_NAMES[furthest]} staff are furthest below their own share of the block: {fewer}."
