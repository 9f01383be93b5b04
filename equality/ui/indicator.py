"""One indicator opened in full: the sentence, people, change, chart, parts, caveats, method and table."""

from __future__ import annotations

from equality.analyses.indicators import Indicators
from equality.charts.describe.indicators import describe_parts, describe_trend, headline_part, parts_of
from equality.charts.screen import draw
from equality.config import Configuration
from equality.indicators import Indicator
from equality.tables.indicators import tabulate_indicator, tabulate_parts
from equality.ui.components import show_chart, show_heading, show_note, show_numbers, show_sentences
from equality.wording import indicator_glance as glance
from equality.wording import indicators as words
from equality.wording.names import METHOD_NAMES


def show_indicator(found: Indicators, definition: Indicator, year: int, settings: Configuration) -> None:
    """The page of one indicator for a year: what was found stands first, how it was worked out last."""
    trend = describe_trend(found, definition, year, settings)
    kicker = f"Indicator {definition.indicator} · {definition.title}"
    show_heading(kicker, trend.title, _size(found, definition, year, settings))
    show_chart(trend, draw, key="trend")
    part = headline_part(definition)
    table = tabulate_indicator(found, definition, part, settings)
    show_numbers(table, name=f"indicator-{definition.indicator}", picture=trend, items=definition.items)
    _show_parts(found, definition, year, settings)
    show_note(definition.caveats, title="Read with care")
    show_sentences([definition.board_question], title="A question for the board")
    show_sentences(_method(found, definition, year), title="How it is worked out")


def _size(found: Indicators, definition: Indicator, year: int, settings: Configuration) -> str:
    """How many people, what has changed, and England: the second line of the page."""
    rows = found.of(definition.indicator, headline_part(definition))
    now = next(row for row in rows if row.year == year)
    before = next((row for row in rows if row.year == now.change_from_year), None)
    bme = settings.terms.bme
    evidence = words.describe_evidence(now, definition, bme)
    sentences = (
        f"{evidence[0].upper()}{evidence[1:]}." if evidence else "",
        words.describe_people(now, definition, bme),
        words.describe_change(now, before, bme),
        words.describe_run(now, bme),
        words.describe_england(now),
    )
    return " ".join(sentence for sentence in sentences if sentence)


def _show_parts(found: Indicators, definition: Indicator, year: int, settings: Configuration) -> None:
    parts = describe_parts(found, definition, year, settings)
    if parts is None:
        show_sentences([glance.describe_no_parts(definition)], title="By band and staff group")
        return
    absent = glance.describe_absent_parts(parts_of(found, definition, year))
    show_sentences([glance.describe_chance_among(parts.rows), absent], title="By band and staff group")
    show_chart(parts, draw, key="parts")
    table = tabulate_parts(found, definition, year, settings)
    show_numbers(table, name=table.file_name, picture=parts, items=definition.items)


def _method(found: Indicators, definition: Indicator, year: int) -> list[str]:
    now = next(row for row in found.of(definition.indicator, headline_part(definition)) if row.year == year)
    method = METHOD_NAMES.get(now.method, "")
    asked = definition.survey_questions.get(year - 1)
    sentences = [definition.formula, f"95% interval: {method}." if now.value is not None else ""]
    sentences += [f"Source: {definition.source}." + (f" Question {asked}." if asked else "")]
    sentences += [f"England\u2019s figure is as printed by {now.england_source}." if now.england_source else ""]
    return [sentence for sentence in sentences if sentence]
