"""The mountain and the disparity ratios as tables that people read."""

from __future__ import annotations

from datetime import date

from equality.analyses.disparity import STEPS, Disparity
from equality.analyses.ethnic_groups import EthnicGroups, GroupShare
from equality.analyses.representation import BandShare, Representation
from equality.config import Configuration
from equality.domain import Status, is_wres_snapshot
from equality.store.reference import bands
from equality.tables.display import Table
from equality.tables.records import records, write_csv
from equality.wording.names import CATEGORY_NAMES, GROUP_NAMES, STATUS_NAMES, band_name, verdict_name
from equality.wording.numbers import DASH, count, interval, people, percent, points, ratio
from equality.wording.representation import date_words, tier_name


def tabulate_mountain(found: Representation, as_at: date, category: str, settings: Configuration) -> Table:
    """Every band of a block from the summit to the base, its total and the board."""
    bme = settings.terms.bme
    board = found.board_at(as_at)
    total = found.total(as_at, category)
    rows = [*([board] if board else []), *reversed(found.mountain(as_at, category)), *([total] if total else [])]
    counts = ("Band", "Staff", bme, "White", "Unknown")
    shares = (f"{bme} share", "95% interval", "Points from workforce", "Short of parity")
    return Table(
        caption=f"{CATEGORY_NAMES[category]}, {date_words(as_at)}",
        columns=(*counts, *shares, "If unknown all White", f"If unknown all {bme}"),
        rows=tuple(_band_cells(row) for row in rows),
        csv=_csv(rows),
        file_name="representation",
    )


def _band_cells(row: BandShare) -> tuple[str, ...]:
    name = {"all": "All bands", "board": "Board"}.get(row.band) or band_name(row.band)
    share = percent(row.bme_pct) if row.bme_pct is not None else STATUS_NAMES[Status(row.status)]
    return (
        name,
        count(row.headcount),
        count(row.bme),
        count(row.white),
        count(row.unknown),
        share,
        interval(row.lower_95, row.upper_95) or DASH,
        points(row.gap_points),
        people(row.short_of_parity),
        percent(row.lowest_pct),
        percent(row.highest_pct),
    )


def _csv(rows: list[BandShare]) -> str:
    return write_csv(tuple(BandShare.__dataclass_fields__), records(rows))


def tabulate_years(found: Representation, category: str, settings: Configuration) -> Table:
    """The shares of one block by band, a column a March snapshot."""
    rows = [row for row in found.rows if row.category == category and is_wres_snapshot(row.as_at)]
    years = sorted({row.year for row in rows})
    # A band that an early snapshot lacks still stands in its place on the ladder.
    held, ladder = {row.band for row in rows}, bands()[category if category != "all" else "non_medical"]
    names = [band for band in (*ladder, "all") if band in held]
    shares = {(row.band, row.year): row for row in rows}
    return Table(
        caption=f"{CATEGORY_NAMES[category]}: {settings.terms.bme} share of each band by year",
        columns=("Band", *(str(year) for year in years)),
        rows=tuple(
            ("All bands" if band == "all" else band_name(band), *(_share(shares.get((band, year))) for year in years))
            for band in reversed(names)
        ),
        csv=_csv(rows),
        file_name="representation-by-year",
    )


def _share(row: BandShare | None) -> str:
    if row is None:
        return DASH
    return percent(row.bme_pct) if row.bme_pct is not None else STATUS_NAMES[Status(row.status)]


def tabulate_disparities(found: Disparity, as_at: date, settings: Configuration) -> Table:
    """Every disparity ratio of a day with the four counts that it is made of."""
    bme = settings.terms.bme
    rows = [row for row in found.rows if row.as_at == as_at]
    columns = ("Staff", "From", "To", "Ratio", "95% interval", "Verdict")
    counts = ("White, lower tier", "White, higher tier", f"{bme}, lower tier", f"{bme}, higher tier")
    cells = []
    for row in rows:
        lower, upper = (tier_name(getattr(settings.disparity_tiers, name)) for name in STEPS[row.step])
        value = ratio(row.ratio) if row.ratio is not None else STATUS_NAMES[Status(row.status)]
        sure = interval(row.lower_95, row.upper_95, ratio) or DASH
        tiers = (row.white_lower, row.white_upper, row.bme_lower, row.bme_upper)
        verdict = verdict_name(row.verdict, bme)
        words = (CATEGORY_NAMES[row.category], lower, upper, value, sure, verdict)
        cells.append((*words, *(count(tier) for tier in tiers)))
    return Table(
        caption=f"Disparity ratios, {date_words(as_at)}",
        columns=(*columns, *counts),
        rows=tuple(cells),
        csv=write_csv(tuple(type(rows[0]).__dataclass_fields__), records(rows)) if rows else "",
        file_name="disparity",
    )


def tabulate_groups(found: EthnicGroups, as_at: date, category: str) -> Table:
    """The finer groups by band: people, head count, share of the band and of the block."""
    rows = found.at(as_at, category)
    return Table(
        caption=f"{CATEGORY_NAMES[category]} by ethnic group, {date_words(as_at)}",
        columns=("Group", "Band", "People", "Staff", "Share of the band", "Share of all bands", "Short of that share"),
        rows=tuple(
            (
                GROUP_NAMES[row.ethnic_group],
                band_name(row.band),
                count(row.people),
                count(row.headcount),
                percent(row.share_pct),
                percent(row.block_pct),
                people(row.short_of_parity),
            )
            for row in rows
        ),
        csv=write_csv(tuple(GroupShare.__dataclass_fields__), records(rows)),
        file_name="ethnic-groups",
    )
