"""The mountain, the mountain through the years, and the disparity ratios, described."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from equality.analyses.disparity import STEPS, Disparity, DisparityRow
from equality.analyses.ethnic_groups import EthnicGroups, GroupShare
from equality.analyses.representation import BandShare, Representation
from equality.charts.descriptions import (
    DotInterval,
    EmphasisedStep,
    IntervalRow,
    Mountain,
    MountainRow,
    MountainYear,
    MountainYears,
    ReferenceLine,
)
from equality.config import Configuration
from equality.domain import BME_GROUPS, Status, Verdict, is_wres_snapshot
from equality.store.reference import bands
from equality.wording import representation as words
from equality.wording.names import CATEGORY_NAMES, GROUP_NAMES, STATUS_NAMES, band_name, range_name, verdict_name
from equality.wording.numbers import count, decimal, interval, people, percent, points, ratio

_BESIDE_THE_LADDER = ("other", "senior_medical_manager")
_YEARS_SHOWN = 10


def describe_mountain(found: Representation, as_at: date, category: str, settings: Configuration) -> Mountain:
    """The mountain of one block on one day; the board stands at the summit of the non-medical one."""
    bme = settings.terms.bme
    rows = [_row(row, bme) for row in _ladder(found, as_at, category)]
    board = found.board_at(as_at)
    if board is not None and category == "non_medical":
        rows.append(_row(board, bme, label="Board", apart=True))
    step = found.largest_step_down(as_at, category)
    return Mountain(
        title=words.describe_finding(found, as_at, category, bme),
        subtitle=words.describe_size(found, as_at, category, bme),
        alt=words.describe_mountain(found, as_at, category, bme),
        rows=tuple(rows),
        lines=_lines(found, as_at),
        is_ladder=category != "medical",
        emphasised_step=EmphasisedStep(band_name(step.lower_band), band_name(step.upper_band)) if step else None,
        share_heading=f"{bme} share of the band, % (95% interval)",
        short_heading=f"{bme} staff short of parity",
    )


def _ladder(found: Representation, as_at: date, category: str) -> list[BandShare]:
    # A band with nobody in it (band 1 closed in 2018) is no step of the mountain; the table still lists it.
    rows = found.mountain(as_at, category)
    beside = _BESIDE_THE_LADDER if category != "medical" else ("senior_medical_manager",)
    return [row for row in rows if row.band not in beside and row.headcount != 0]


def _row(row: BandShare, bme: str, label: str = "", apart: bool = False) -> MountainRow:
    return MountainRow(
        label=label or band_name(row.band),
        white=row.white,
        bme=row.bme,
        unknown=row.unknown,
        headcount=row.headcount,
        headcount_label=count(row.headcount),
        share_pct=row.bme_pct,
        lower_pct=row.lower_95,
        upper_pct=row.upper_95,
        lowest_pct=row.lowest_pct,
        highest_pct=row.highest_pct,
        value_label=decimal(row.bme_pct, 1) if row.bme_pct is not None else "",
        gap_label=points(row.gap_points),
        short_text=_short_text(row),
        short_strong=(row.short_of_parity or 0) >= 1,
        status=Status(row.status).value,
        status_words="" if row.bme_pct is not None else STATUS_NAMES[Status(row.status)],
        hover=_hover(row, bme, label or band_name(row.band)),
        apart=apart,
    )


def _short_text(row: BandShare) -> str:
    if row.short_of_parity is None or row.gap_points is None:
        return "\u2014"
    if row.gap_points >= 0:
        return "at or above"
    return people(row.short_of_parity) if row.short_of_parity >= 0.5 else "under 1"


def _hover(row: BandShare, bme: str, label: str) -> str:
    if row.bme_pct is None:
        return f"{label}: {STATUS_NAMES[Status(row.status)]}"
    known = f"{count(row.bme)} {bme}, {count(row.white)} White, {count(row.unknown)} unknown of {count(row.headcount)}"
    return f"{label}: {percent(row.bme_pct)} ({interval(row.lower_95, row.upper_95)})<br>{known}"


def _lines(found: Representation, as_at: date) -> tuple[ReferenceLine, ...]:
    whole = found.total(as_at)
    lines = []
    if whole is not None and whole.bme_pct is not None:
        lines.append(ReferenceLine(f"whole workforce {decimal(whole.bme_pct, 1)}", whole.bme_pct, "workforce"))
    if found.community is not None:
        label = f"community {decimal(found.community.bme_pct, 1)} ({found.community.census_year})"
        lines.append(ReferenceLine(label, found.community.bme_pct, "community"))
    return tuple(lines)


def describe_mountain_years(found: Representation, category: str, settings: Configuration) -> MountainYears:
    """The shares of one block by band in each of the last ten March snapshots, the same bands in every one."""
    bme = settings.terms.bme
    snapshots = sorted({row.as_at for row in found.rows if is_wres_snapshot(row.as_at)})[-_YEARS_SHOWN:]
    ladder = _bands_in(found, snapshots, category)
    title = words.describe_years(found, category, ladder, bme)
    fewest = settings.model_employer.fewest_posts
    return MountainYears(
        title=title,
        subtitle=f"{CATEGORY_NAMES[category]}: {bme} share of each band, %",
        dots_label=f"{bme} share of the band",
        is_ladder=category != "medical",
        alt=f"{title}. " + " ".join(_year_in_words(found, as_at, category, bme) for as_at in snapshots),
        labels=tuple(band_name(band) for band in ladder),
        years=tuple(_year(found, as_at, category, ladder, fewest) for as_at in snapshots),
    )


def _bands_in(found: Representation, snapshots: Sequence[date], category: str) -> list[str]:
    held = {row.band for as_at in snapshots for row in _ladder(found, as_at, category)}
    return [band for band in bands()[category] if band in held]


def _year(found: Representation, as_at: date, category: str, ladder: Sequence[str], fewest_posts: int) -> MountainYear:
    rows = {row.band: row for row in _ladder(found, as_at, category)}
    whole = found.total(as_at)
    step = found.largest_step_down(as_at, category)
    # The share of two people in a band says nothing, and would set the scale of every year.
    shares = tuple(
        rows[band].bme_pct if band in rows and (rows[band].headcount or 0) >= fewest_posts else None for band in ladder
    )
    return MountainYear(
        heading=str(as_at.year),
        verdict=f"{band_name(step.lower_band)} to {step.upper_band}: \u2212{decimal(step.points, 1)}" if step else "",
        shares_pct=shares,
        hovers=tuple(
            f"{band_name(band)}, {as_at.year}: {percent(share)}" for band, share in zip(ladder, shares, strict=True)
        ),
        workforce_pct=whole.bme_pct if whole else None,
        workforce_label=decimal(whole.bme_pct, 1) if whole and whole.bme_pct is not None else "",
        empty_words="" if any(share is not None for share in shares) else "not supplied",
    )


def _year_in_words(found: Representation, as_at: date, category: str, bme: str) -> str:
    shown = [row for row in _ladder(found, as_at, category) if row.bme_pct is not None]
    shares = ", ".join(f"{band_name(row.band)} {percent(row.bme_pct)}" for row in shown)
    return f"{as_at.year}: {shares or f'no {bme} shares'}."


def describe_disparities(
    found: Disparity, as_at: date, categories: Sequence[str], settings: Configuration
) -> DotInterval:
    """The disparity ratios of the blocks on one day, a row a step, on a log axis."""
    bme = settings.terms.bme
    shown = [row for category in categories for row in found.at(as_at, category)]
    sentences = [words.describe_disparity(row, settings.disparity_tiers, bme) for row in shown]
    return DotInterval(
        title=f"Disparity ratios: White staff\u2019s odds of being in the higher tier, against those of {bme} staff",
        subtitle=words.DISPARITY_CAUTION,
        alt=" ".join([*sentences, words.DISPARITY_CAUTION]),
        rows=tuple(_ratio_row(row, settings) for row in shown),
        unit="ratio",
        value_heading="Ratio (95% interval)",
        parity=1.0,
        parity_label="equal",
        band=settings.thresholds.adverse_range,
        band_label=range_name(settings),
    )


_BLOCK_LABELS = {"non_medical": "Non-medical", "non_clinical": "Non-clinical", "clinical": "Clinical"}


def _ratio_row(row: DisparityRow, settings: Configuration) -> IntervalRow:
    lower, upper = (words.tier_label(getattr(settings.disparity_tiers, name)) for name in STEPS[row.step])
    shown = row.ratio is not None
    sure = interval(row.lower_95, row.upper_95, ratio)
    return IntervalRow(
        label=f"{_BLOCK_LABELS[row.category]}: {lower} into {upper}",
        value=row.ratio,
        lower=row.lower_95,
        upper=row.upper_95,
        value_label=f"{ratio(row.ratio)} ({sure})" if shown else "",
        words=verdict_name(row.verdict, settings.terms.bme) if shown else STATUS_NAMES[Status(row.status)],
        strong=row.verdict == Verdict.WORSE,
        hover=words.describe_disparity(row, settings.disparity_tiers, settings.terms.bme),
    )


def describe_group_mountains(
    found: EthnicGroups, as_at: date, category: str, settings: Configuration
) -> MountainYears | None:
    """The mountain of each finer ethnic group beside its own share of the block; None where none can be drawn."""
    rows = found.at(as_at, category)
    if not rows:
        return None
    held = {row.band for row in rows}
    ladder = [band for band in bands()[category] if band in held and band not in _BESIDE_THE_LADDER]
    groups = [group for group in BME_GROUPS if any(row.ethnic_group == group for row in rows)]
    title = words.describe_groups(rows, settings.terms.bme)
    return MountainYears(
        title=title,
        subtitle=f"{CATEGORY_NAMES[category]}: each group\u2019s share of each band, %",
        alt=" ".join([title, *(_group_in_words(rows, group) for group in groups)]),
        labels=tuple(band_name(band) for band in ladder),
        years=tuple(_group(rows, group, ladder) for group in groups),
        line_label="the group\u2019s share of all bands",
        is_ladder=category != "medical",
        dots_label="the group\u2019s share of the band",
    )


def _group(rows: Sequence[GroupShare], group: str, ladder: Sequence[str]) -> MountainYear:
    own = {row.band: row for row in rows if row.ethnic_group == group}
    whole = next(iter(own.values())).block_pct
    return MountainYear(
        heading=GROUP_NAMES[group],
        shares_pct=tuple(own[band].share_pct if band in own else None for band in ladder),
        hovers=tuple(_group_hover(own.get(band), band) for band in ladder),
        workforce_pct=whole,
        workforce_label=decimal(whole, 1),
    )


def _group_hover(row: GroupShare | None, band: str) -> str:
    if row is None:
        return f"{band_name(band)}: too few to show"
    return f"{band_name(band)}: {percent(row.share_pct)} ({count(row.people)} of {count(row.headcount)})"


def _group_in_words(rows: Sequence[GroupShare], group: str) -> str:
    shares = ", ".join(f"{band_name(row.band)} {percent(row.share_pct)}" for row in rows if row.ethnic_group == group)
    return f"{GROUP_NAMES[group]}: {shares}."
