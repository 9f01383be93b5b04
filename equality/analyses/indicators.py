"""The nine WRES indicators of an organisation, year by year, each beside England and its own past."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from equality.analyses.change import Change, change_between, comparable
from equality.analyses.disclosure import hide_board, hide_flows, hide_survey
from equality.analyses.england import England, PublishedFigure, england
from equality.analyses.indicator_gap import board_measures, representation_measures
from equality.analyses.indicator_likelihood import BASES_BY_PREFERENCE, likelihood_measures
from equality.analyses.indicator_rows import IndicatorRow, Measure
from equality.analyses.indicator_survey import survey_measures
from equality.analyses.workforce import workforce
from equality.config import Configuration
from equality.domain import BOARD_PARTS, SNAPSHOT_MONTH_DAY, View
from equality.indicators import Indicator, read_indicators
from equality.store.connection import Reader
from equality.store.fetch import fetch_board, fetch_flows, fetch_survey
from equality.store.reference import bands

_FRAME_OF = {"representation": "staff", "likelihood": "flows", "survey": "survey", "board": "board"}
_PREFERRED_LAST = {basis: -place for place, basis in enumerate(BASES_BY_PREFERENCE)}


@dataclass(frozen=True, slots=True)
class Indicators:
    """An organisation's indicators: ``rows`` one a year, indicator and part; oldest first.

    ``alternates`` are the same measures on another basis where a year has two, for drawing beside the break.
    """

    ods_code: str
    definitions: tuple[Indicator, ...]
    rows: tuple[IndicatorRow, ...]
    alternates: tuple[IndicatorRow, ...]
    england: England

    def of(self, indicator: int, part: str = "") -> tuple[IndicatorRow, ...]:
        """The rows of one indicator and part, oldest first."""
        return tuple(row for row in self.rows if row.indicator == indicator and row.part == part)

    def at(self, year: int, indicator: int) -> tuple[IndicatorRow, ...]:
        """Every part of one indicator in one year, the headline first."""
        return tuple(row for row in self.rows if row.year == year and row.indicator == indicator)


def indicators(reader: Reader, settings: Configuration, ods_code: str, view: View = View.PRIVATE) -> Indicators:
    """Every indicator for every year of which the store holds anything about the organisation.

    A year in which an indicator is missing has a row that says so. Where a year has a March snapshot and another, the
    March one counts. In the public view hidden counts are gone before anything is computed.
    """
    definitions = read_indicators()
    frames = _frames(reader, settings, ods_code, view)
    years = sorted({int(year) for frame in frames.values() for year in frame["year"]})
    published = england(reader)
    rows: list[IndicatorRow] = []
    alternates: list[IndicatorRow] = []
    for indicator in definitions:
        measures = _measures(indicator, frames, years)
        series = _by_part(measures)
        for measure, is_alternate in _one_basis_a_year(measures):
            row = _row(indicator, measure, series[measure.part], published, ods_code)
            (alternates if is_alternate else rows).append(row)
    return Indicators(ods_code, definitions, _in_order(rows), _in_order(alternates), published)


def _frames(reader: Reader, settings: Configuration, ods_code: str, view: View) -> dict[str, pd.DataFrame]:
    flows, board, survey = fetch_flows(reader, ods_code), fetch_board(reader, ods_code), fetch_survey(reader, ods_code)
    if view is View.PUBLIC:
        flows, board, survey = (
            hide(frame, settings) for hide, frame in ((hide_flows, flows), (hide_board, board), (hide_survey, survey))
        )
    staff = workforce(reader, settings, ods_code, view)
    frames = {"staff": staff, "flows": flows, "board": board, "survey": survey}
    return {name: _one_snapshot_a_year(frame) for name, frame in frames.items()}


def _one_snapshot_a_year(frame: pd.DataFrame) -> pd.DataFrame:
    march = frame["as_at"].dt.month == SNAPSHOT_MONTH_DAY[0]
    with_march = set(frame.loc[march, "year"])
    latest = frame.groupby("year")["as_at"].transform("max")
    kept: pd.DataFrame = frame[march | (~frame["year"].isin(with_march) & (frame["as_at"] == latest))]
    return kept


def _measures(indicator: Indicator, frames: dict[str, pd.DataFrame], years: list[int]) -> list[Measure]:
    """Every measure of an indicator, with the date of the snapshot that it is of."""
    frame = frames[_FRAME_OF[indicator.kind]]
    dates = {int(year): as_at.date() for year, as_at in zip(frame["year"], frame["as_at"], strict=True)}
    return [replace(measure, as_at=dates.get(measure.year)) for measure in _undated(indicator, frames, years)]


def _undated(indicator: Indicator, frames: dict[str, pd.DataFrame], years: list[int]) -> Iterator[Measure]:
    staff, frame = frames["staff"], frames[_FRAME_OF[indicator.kind]]
    # A board or a year's flows are set against the staff of the same day only.
    same_day = staff[staff["as_at"].isin(frame["as_at"])]
    if indicator.kind == "likelihood":
        return likelihood_measures(indicator, frame, same_day, years)
    if indicator.kind == "survey":
        return survey_measures(indicator, frame, years)
    if indicator.kind == "board":
        return board_measures(indicator, frame, same_day, years)
    return representation_measures(indicator, frame, years)


def _by_part(measures: Sequence[Measure]) -> dict[str, list[Measure]]:
    found: dict[str, list[Measure]] = {}
    for measure in measures:
        found.setdefault(measure.part, []).append(measure)
    return found


def _one_basis_a_year(measures: Sequence[Measure]) -> list[tuple[Measure, bool]]:
    """Each measure, and whether it stands beside its year's figure as one on another basis."""
    chosen: dict[tuple[int, str], Measure] = {}
    for measure in sorted(measures, key=lambda found: (_PREFERRED_LAST.get(found.basis, 0), found.basis)):
        chosen[measure.year, measure.part] = measure
    return [(measure, chosen[measure.year, measure.part] is not measure) for measure in measures]


def _row(
    indicator: Indicator, measure: Measure, series: Sequence[Measure], published: England, ods_code: str
) -> IndicatorRow:
    earlier = comparable(measure, series)
    last = change_between(indicator, measure, earlier[-1]) if earlier else Change()
    first = change_between(indicator, measure, earlier[0]) if len(earlier) > 1 else Change()
    nation = published.latest(measure.indicator, measure.part, measure.year, measure.basis)
    return _assembled(measure, last, first, nation, ods_code)


def _assembled(
    measure: Measure, last: Change, first: Change, nation: PublishedFigure | None, ods_code: str
) -> IndicatorRow:
    return IndicatorRow(
        year=measure.year,
        ods_code=ods_code,
        indicator=measure.indicator,
        part=measure.part,
        value=measure.value,
        unit=measure.unit,
        lower_95=measure.interval.lower,
        upper_95=measure.interval.upper,
        method=measure.interval.method,
        white_value=measure.white_value,
        bme_value=measure.bme_value,
        gap_points=measure.gap_points,
        england_value=nation.value if nation else None,
        change=last.value,
        change_from_year=last.from_year,
        change_verdict=str(last.verdict),
        verdict=str(measure.verdict),
        status=measure.status,
        basis=measure.basis,
        workforce_bme_pct=measure.workforce_bme_pct,
        white_count=measure.white_count,
        white_total=measure.white_total,
        bme_count=measure.bme_count,
        bme_total=measure.bme_total,
        people=measure.people,
        people_lower_95=measure.people_interval.lower,
        people_upper_95=measure.people_interval.upper,
        england_year=nation.year if nation else None,
        england_source=nation.source if nation else "",
        england_source_kind=nation.source_kind if nation else "",
        change_lower_95=last.interval.lower,
        change_upper_95=last.interval.upper,
        since_first=first.value,
        since_first_year=first.from_year,
        since_first_verdict=str(first.verdict),
        as_at=measure.as_at,
    )


def _in_order(rows: list[IndicatorRow]) -> tuple[IndicatorRow, ...]:
    return tuple(sorted(rows, key=lambda row: (row.year, row.indicator, *_place(row.part))))


def _place(part: str) -> tuple[int, int, str]:
    """The headline first, then blocks, bands from the base up, the medical grades, routes and groups."""
    kind, _, name = part.partition(":")
    if kind == "band":
        ladder = [*bands()["non_medical"], *(band for band in bands()["medical"] if band != "other")]
        return 2, ladder.index(name) if name in ladder else len(ladder), name
    if part in BOARD_PARTS:
        return 1, BOARD_PARTS.index(part), part
    return (0 if not part else 1 if not name else 3), 0, part
