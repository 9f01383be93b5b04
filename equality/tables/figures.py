"""The questions of ``figures``: each answered by one analysis, as records with the columns of the contract first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from typing import Any

from equality.analyses.disparity import DisparityRow, disparity
from equality.analyses.findings import Finding, findings
from equality.analyses.indicator_rows import IndicatorRow
from equality.analyses.indicators import Indicators, indicators
from equality.analyses.model_employer import BandYear, Options, model_employer
from equality.analyses.quality import QualityRow, quality
from equality.analyses.representation import BandShare, representation
from equality.config import Configuration
from equality.domain import View
from equality.store.connection import Reader
from equality.tables.records import Record, records
from equality.wording.indicators import describe_evidence, describe_finding, describe_indicator

_SENTENCE = "sentence"


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom and when a question is about. ``year`` None: every year; ``options`` are for Model Employer alone."""

    ods_code: str
    year: int | None = None
    view: View = View.PRIVATE
    options: Options | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """Column names in order and one record a row; no rows where there is nothing to show."""

    columns: tuple[str, ...]
    rows: tuple[Record, ...]


Question = Callable[[Reader, Configuration, Asked], Answer]


def answer_representation(reader: Reader, settings: Configuration, asked: Asked) -> Answer:
    """Shares by year, category and band."""
    found = representation(reader, settings, asked.ods_code, asked.view)
    return Answer(_columns(BandShare), _of_year(records(found.rows), asked.year))


def answer_disparity(reader: Reader, settings: Configuration, asked: Asked) -> Answer:
    """Disparity ratios by year, category and step."""
    found = disparity(reader, settings, asked.ods_code, asked.view)
    return Answer(_columns(DisparityRow), _of_year(records(found.rows), asked.year))


def answer_indicators(reader: Reader, settings: Configuration, asked: Asked) -> Answer:
    """The indicators by year, number and part, each with its sentence."""
    found = indicators(reader, settings, asked.ods_code, asked.view)
    columns = list(_columns(IndicatorRow))
    columns.insert(columns.index("verdict") + 1, _SENTENCE)
    return Answer(tuple(columns), _of_year(_with_sentences(found, settings.terms.bme), asked.year))


def answer_model_employer(reader: Reader, settings: Configuration, asked: Asked) -> Answer:
    """Bands by year from the baseline to the end year; the year asked for is "now" and leaves no row out."""
    found = model_employer(reader, settings, asked.ods_code, asked.view, asked.year, asked.options)
    return Answer(_columns(BandYear), tuple(records(found.rows)))


def answer_quality(reader: Reader, settings: Configuration, asked: Asked) -> Answer:
    """What is doubtful or missing."""
    rows = [row for row in quality(reader, settings, asked.ods_code, asked.view) if asked.year in (None, row.since)]
    return Answer(_columns(QualityRow), tuple(records(rows)))


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding as a record; ``people`` is how many more BME people parity would mean, not rounded."""

    rank: int
    tier: int
    ods_code: str
    indicator: int
    part: str
    year: int
    what: str
    how_big: str
    people: float | None
    verdict: str
    question: str
    action: str
    status: str
    standing_since: int | None


def answer_findings(reader: Reader, settings: Configuration, asked: Asked) -> Answer:
    """What is worst, first."""
    found = findings(reader, settings, asked.ods_code, asked.view, asked.year)
    rows = [_finding_row(one, settings.terms.bme) for one in found.findings]
    return Answer(_columns(FindingRow), tuple(records(rows)))


def _finding_row(found: Finding, bme: str) -> FindingRow:
    row = found.row
    return FindingRow(
        rank=found.rank,
        tier=int(found.tier),
        ods_code=row.ods_code,
        indicator=row.indicator,
        part=row.part,
        year=row.year,
        what=describe_finding(row, found.definition, bme),
        how_big=describe_evidence(row, found.definition, bme),
        people=row.people,
        verdict=row.verdict,
        question=found.definition.board_question,
        action=found.action,
        status=row.status,
        standing_since=found.standing_since,
    )


QUESTIONS: dict[str, Question] = {
    "representation": answer_representation,
    "disparity": answer_disparity,
    "indicators": answer_indicators,
    "model-employer": answer_model_employer,
    "findings": answer_findings,
    "quality": answer_quality,
}


def _columns(row: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(row))


def _of_year(rows: Iterable[Record], year: int | None) -> tuple[Record, ...]:
    return tuple(row for row in rows if year is None or row["year"] == year)


def _with_sentences(found: Indicators, bme: str) -> Sequence[Record]:
    definitions = {definition.indicator: definition for definition in found.definitions}
    return [
        {**record, _SENTENCE: describe_indicator(row, definitions[row.indicator], bme)}
        for row, record in zip(found.rows, records(found.rows), strict=True)
    ]
