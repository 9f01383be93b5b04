"""The nine indicators at a glance, one opened, and its parts, described."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from equality.analyses.england import PublishedFigure
from equality.analyses.indicator_rows import IndicatorRow
from equality.analyses.indicators import Indicators
from equality.charts.descriptions import DotInterval, IntervalRow, Series, Trend, TrendPanel, Trends
from equality.charts.descriptions.common import Role
from equality.config import Configuration
from equality.domain import Status, Verdict
from equality.indicators import Indicator
from equality.wording import indicator_glance as glance
from equality.wording import indicators as words
from equality.wording.names import STATUS_NAMES, part_name, range_name, verdict_name
from equality.wording.numbers import decimal, interval, percent, points, ratio

HEADLINE_PARTS = {"board": "total"}
"""The part that stands for an indicator among the nine, by kind; the others have a headline of their own."""

_YEARS_SHOWN = 10


def headline_part(indicator: Indicator) -> str:
    """The part that stands for an indicator at a glance: its headline, or the whole board."""
    return HEADLINE_PARTS.get(indicator.kind, "")


def describe_trends(found: Indicators, year: int, settings: Configuration) -> Trends:
    """The nine small trends up to ``year``, each with its verdict for that year."""
    bme = settings.terms.bme
    headlines = headlines_of(found, year)
    sentences = [
        words.describe_indicator(row, definition, bme)
        for row, definition in zip(headlines, found.definitions, strict=True)
    ]
    return Trends(
        title=glance.describe_indicators(headlines, found.definitions, bme),
        subtitle=glance.describe_missing(headlines, found.definitions),
        alt=" ".join([f"{glance.describe_indicators(headlines, found.definitions, bme)}.", *sentences]),
        panels=tuple(_panel(found, definition, year, settings) for definition in found.definitions),
        key_words=("a gap in a line is a change of definition or a missing year",),
    )


def headlines_of(found: Indicators, year: int) -> tuple[IndicatorRow, ...]:
    """The nine rows of a year, in order of number."""
    rows = [row for row in found.rows if row.year == year]
    return tuple(
        row
        for definition in found.definitions
        for row in rows
        if row.indicator == definition.indicator and row.part == headline_part(definition)
    )


def last_known(found: Indicators, row: IndicatorRow) -> IndicatorRow | None:
    """The latest earlier row of the same measure that has a value."""
    earlier = [old for old in found.of(row.indicator, row.part) if old.year < row.year and old.value is not None]
    return earlier[-1] if earlier else None


def _panel(found: Indicators, definition: Indicator, year: int, settings: Configuration) -> TrendPanel:
    part = headline_part(definition)
    rows = [row for row in found.of(definition.indicator, part) if row.year <= year]
    now = next(row for row in rows if row.year == year)
    series = (*_england(found, definition, year), *_series(found, definition, rows, settings))
    return TrendPanel(
        title=f"{definition.indicator} \u00b7 {definition.short}",
        unit="ratio" if definition.unit == "ratio" else "percent",
        verdict=glance.describe_verdict(now, last_known(found, now), definition, settings.terms.bme) if series else "",
        strong=now.verdict == Verdict.WORSE,
        series=series,
        parity=1.0 if definition.unit == "ratio" else None,
        band=settings.thresholds.adverse_range if definition.unit == "ratio" else None,
        scale_group=_SCALES.get(definition.kind, ""),
        empty_words="" if series else STATUS_NAMES[Status(now.status)],
    )


_SCALES = {"likelihood": "ratio", "representation": "workforce", "board": "workforce"}


def _series(
    found: Indicators, definition: Indicator, rows: Sequence[IndicatorRow], settings: Configuration
) -> tuple[Series, ...]:
    shown = [row for row in rows if row.value is not None]
    if not shown:
        return ()
    now = shown[-1]
    if definition.kind == "likelihood":
        return (_line("here", "here", shown, "value", ratio(now.value), True),)
    bme = settings.terms.bme
    if definition.kind == "survey":
        others = [row for row in found.alternates if row.indicator == definition.indicator and row.part == ""]
        extra = [row for row in others if row.value is not None and row.year <= rows[-1].year]
        return (
            _line("white", "White", [*shown, *extra], "white_value", f"{decimal(now.white_value)} White", False),
            _line("bme", bme, [*shown, *extra], "bme_value", f"{decimal(now.bme_value)} {bme}", True),
        )
    own = "board" if definition.kind == "board" else "8a and up"
    return (
        _line(
            "workforce", "workforce", shown, "workforce_bme_pct", f"{decimal(now.workforce_bme_pct)} workforce", False
        ),
        _line("here", own, shown, "bme_value", f"{decimal(now.bme_value)} {own}", False),
    )


def _line(
    role: Role, label: str, rows: Sequence[IndicatorRow], column: str, end_label: str, with_interval: bool
) -> Series:
    """One line, broken where the basis changes or a year is missing."""
    segments = _segments([row for row in rows if getattr(row, column) is not None])
    hovers = tuple((row.year, f"{label}, {row.year}: {_written(getattr(row, column), row.unit)}") for row in rows)
    return Series(
        role=role,
        label=label,
        segments=tuple(tuple((row.year, getattr(row, column)) for row in segment) for segment in segments),
        intervals=tuple(_bounds(segment) for segment in segments) if with_interval else (),
        end_label=end_label,
        hovers=hovers,
    )


def _segments(rows: Sequence[IndicatorRow]) -> list[list[IndicatorRow]]:
    segments: list[list[IndicatorRow]] = []
    for row in sorted(rows, key=lambda found: (found.basis, found.year)):
        last = segments[-1][-1] if segments else None
        if last is not None and last.basis == row.basis and last.year == row.year - 1:
            segments[-1].append(row)
        else:
            segments.append([row])
    return sorted(segments, key=lambda segment: segment[0].year)


def _bounds(segment: Sequence[IndicatorRow]) -> tuple[tuple[int, float, float], ...]:
    return tuple(
        (row.year, row.lower_95, row.upper_95)
        for row in segment
        if row.lower_95 is not None and row.upper_95 is not None
    )


def _england(found: Indicators, definition: Indicator, year: int) -> tuple[Series, ...]:
    """England's figures of the ten years to ``year``: the longest run of one source first, all others as they are.

    The gaps of indicators 1 and 9 are not drawn: their panels show shares.
    """
    if definition.unit == "points":
        return ()
    shown = [
        [figure for figure in run if year - _YEARS_SHOWN < figure.year <= year]
        for run in found.england.series(definition.indicator, "")
    ]
    runs = sorted((part for run in shown for part in _unbroken(run)), key=len, reverse=True)
    if not runs:
        return ()
    figures = [figure for run in runs for figure in run]
    hovers = tuple((at.year, f"England, {at.year}: {_written(at.value, definition.unit)}") for at in figures)
    segments = tuple(tuple((figure.year, figure.value) for figure in run) for run in runs)
    return (Series(role="england", label="England", segments=segments, end_label="England", hovers=hovers),)


def _unbroken(run: Sequence[PublishedFigure]) -> list[list[PublishedFigure]]:
    """The run in stretches of years that follow each other: a line does not pass over a year that nobody printed."""
    stretches: list[list[PublishedFigure]] = []
    for figure in run:
        if stretches and stretches[-1][-1].year == figure.year - 1:
            stretches[-1].append(figure)
        else:
            stretches.append([figure])
    return stretches


def _written(value: float, unit: str) -> str:
    return ratio(value) if unit == "ratio" else percent(value)


def describe_trend(found: Indicators, definition: Indicator, year: int, settings: Configuration) -> Trend:
    """One indicator opened: the same lines, large, with its breaks marked."""
    bme = settings.terms.bme
    rows = found.of(definition.indicator, headline_part(definition))
    now = next(row for row in rows if row.year == year)
    sentence = words.describe_indicator(now, definition, bme)
    return Trend(
        title=words.describe_finding(now, definition, bme),
        subtitle=definition.question,
        alt=" ".join([sentence, *(_year_in_words(row, definition, bme) for row in rows if row.year < year)]),
        panel=_panel(found, definition, year, settings),
        value_heading=_VALUE_HEADINGS[definition.unit].format(bme=bme),
        breaks=_breaks(definition, [row for row in rows if row.value is not None and row.year <= year]),
    )


_VALUE_HEADINGS = {
    "ratio": "Ratio of likelihoods, log scale",
    "percent": "% of respondents",
    "points": "{bme} share, %",
}


def _breaks(definition: Indicator, rows: Sequence[IndicatorRow]) -> tuple[tuple[int, str], ...]:
    known = [(found.from_year, found.words) for found in definition.breaks]
    changes = [
        (later.year, f"from {later.year}: {words.basis_name(later)}")
        for earlier, later in pairwise(rows)
        # A change of basis that the definition names is said in its words, once, though both bases overlap for a year.
        if earlier.basis != later.basis and not known
    ]
    years = [row.year for row in rows]
    inside = [item for item in known if years and min(years) < item[0] <= max(years)]
    return tuple(sorted([*inside, *changes]))


def _year_in_words(row: IndicatorRow, definition: Indicator, bme: str) -> str:
    if row.value is None:
        return f"{row.year}: {STATUS_NAMES[Status(row.status)]}."
    if definition.kind == "survey":
        return f"{row.year}: {bme} {percent(row.bme_value)}, White {percent(row.white_value)}."
    return f"{row.year}: {words.value_words(row)}."


def describe_parts(found: Indicators, definition: Indicator, year: int, settings: Configuration) -> DotInterval | None:
    """The parts of one indicator in a year that have a value (bands, blocks, routes, groups, board parts), or None."""
    rows = [row for row in parts_of(found, definition, year) if row.value is not None]
    if not rows:
        return None
    bme = settings.terms.bme
    return DotInterval(
        title=f"{definition.short} by part",
        alt=" ".join(words.describe_indicator(row, definition, bme) for row in rows),
        rows=tuple(_part_row(row, definition, bme) for row in rows),
        unit=definition.unit,
        value_heading={"ratio": "Ratio", "percent": "Per cent", "points": "Points from workforce"}[definition.unit],
        parity={"ratio": 1.0, "points": 0.0}.get(definition.unit),
        parity_label="equal" if definition.unit == "ratio" else "workforce",
        band=settings.thresholds.adverse_range if definition.unit == "ratio" else None,
        band_label=range_name(settings),
    )


def parts_of(found: Indicators, definition: Indicator, year: int) -> list[IndicatorRow]:
    """The rows of a year by part, whether they have a value or not; senior medical managers are of the consultants."""
    rows = found.at(year, definition.indicator)
    return [row for row in rows if row.part and row.part != "band:senior_medical_manager"]


def _part_row(row: IndicatorRow, definition: Indicator, bme: str) -> IntervalRow:
    writers = {"ratio": ratio, "percent": percent, "points": points}
    write = writers[definition.unit]
    sure = interval(row.lower_95, row.upper_95, write)
    return IntervalRow(
        label=part_name(row.part),
        value=row.value,
        lower=row.lower_95,
        upper=row.upper_95,
        value_label=f"{write(row.value)} ({sure})" if sure else write(row.value),
        words=verdict_name(row.verdict, bme),
        strong=row.verdict == Verdict.WORSE,
        hover=words.describe_indicator(row, definition, bme),
    )
