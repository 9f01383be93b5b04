"""The indicators as tables that people read: the nine of a year, one through the years, one by part."""

from __future__ import annotations

from collections.abc import Sequence

from equality.analyses.indicator_rows import IndicatorRow
from equality.analyses.indicators import Indicators
from equality.config import Configuration
from equality.domain import Status
from equality.indicators import Indicator
from equality.tables.display import Table
from equality.tables.records import records, write_csv
from equality.wording.indicators import basis_name
from equality.wording.names import STATUS_NAMES, part_name, verdict_name
from equality.wording.numbers import DASH, count, interval, percent, points, ratio

_WRITE = {"ratio": ratio, "percent": percent, "points": points}


def tabulate_year(found: Indicators, headlines: Sequence[IndicatorRow], settings: Configuration) -> Table:
    """The nine indicators of one year."""
    names = {definition.indicator: definition.title for definition in found.definitions}
    first = [(f"{row.indicator} {names[row.indicator]}",) for row in headlines]
    year = headlines[0].year if headlines else ""
    return _table(f"The indicators, {year}", "Indicator", first, headlines, settings, "indicators")


def tabulate_indicator(found: Indicators, definition: Indicator, part: str, settings: Configuration) -> Table:
    """One indicator through the years."""
    rows = found.of(definition.indicator, part)
    first = [(str(row.year),) for row in rows]
    return _table(definition.title, "Year", first, rows, settings, f"indicator-{definition.indicator}")


def tabulate_parts(found: Indicators, definition: Indicator, year: int, settings: Configuration) -> Table:
    """One indicator in one year by band, block, route, group or part of the board."""
    rows = [row for row in found.at(year, definition.indicator) if row.part]
    first = [(part_name(row.part),) for row in rows]
    name = f"indicator-{definition.indicator}-by-part"
    return _table(f"{definition.title}, {year}, by part", "Part", first, rows, settings, name)


def _table(
    caption: str,
    heading: str,
    first: Sequence[tuple[str, ...]],
    rows: Sequence[IndicatorRow],
    settings: Configuration,
    file_name: str,
) -> Table:
    bme = settings.terms.bme
    columns = (heading, "Value", "95% interval", "White", bme, "White counts", f"{bme} counts", "Verdict", "England")
    return Table(
        caption=caption,
        columns=(*columns, "Change", "Basis"),
        rows=tuple((*name, *_cells(row, bme)) for name, row in zip(first, rows, strict=True)),
        csv=write_csv(tuple(IndicatorRow.__dataclass_fields__), records(rows)),
        file_name=file_name,
    )


def _cells(row: IndicatorRow, bme: str) -> tuple[str, ...]:
    write = _WRITE[row.unit]
    shown = write(row.value) if row.value is not None else STATUS_NAMES[Status(row.status)]
    england = DASH if row.england_value is None else f"{write(row.england_value)} ({row.england_year})"
    return (
        shown,
        interval(row.lower_95, row.upper_95, write) or DASH,
        percent(row.white_value),
        percent(row.bme_value),
        _counts(row.white_count, row.white_total),
        _counts(row.bme_count, row.bme_total),
        verdict_name(row.verdict, bme),
        england,
        _change(row, bme),
        basis_name(row) or DASH,
    )


def _counts(some: float | None, total: float | None) -> str:
    if total is None:
        return DASH
    return f"base {count(total)}" if some is None else f"{count(some)} of {count(total)}"


def _change(row: IndicatorRow, bme: str) -> str:
    if row.change is None:
        return DASH
    size = f"\u00d7 {ratio(row.change)}" if row.unit == "ratio" else points(row.change)
    return f"{size} since {row.change_from_year}: {verdict_name(row.change_verdict, bme)}"
