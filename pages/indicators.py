"""Indicators: the nine at a glance, and one opened in full."""

from equality.analyses.indicators import indicators
from equality.analyses.provenance import provenance
from equality.charts.describe.indicators import describe_trends, headlines_of
from equality.charts.screen import draw
from equality.tables.indicators import tabulate_year
from equality.ui.cached import answer
from equality.ui.components import show_chart, show_footer, show_heading, show_note, show_numbers
from equality.ui.context import open_context
from equality.ui.empty import show_nothing_held
from equality.ui.indicator import show_indicator
from equality.ui.selection import choose, chosen
from equality.wording.sources import describe_source

ALL = "all"

context = open_context()
settings, who = context.settings, context.selection
found = answer(indicators, context.reader, settings=settings, ods_code=who.ods_code, view=who.view)
names = {str(definition.indicator): f"{definition.indicator} · {definition.short}" for definition in found.definitions}
opened = chosen("indicator", {ALL: "All nine", **names}, ALL)
items = [item for definition in found.definitions for item in definition.items]

if who.year is None or not headlines_of(found, who.year):
    show_nothing_held("Indicators")
elif opened == ALL:
    trends = describe_trends(found, who.year, settings)
    first = min(row.year for row in found.rows)
    span = f"{first} to {who.year}" if first < who.year else str(who.year)
    show_heading(f"Indicators · {span}", trends.title)
    show_chart(trends, draw, key="trends")
    choose("indicator", "Open one for counts, parts and method", {ALL: "All nine", **names}, ALL)
    table = tabulate_year(found, headlines_of(found, who.year), settings)
    show_numbers(table, name="indicators", picture=trends, items=items)
    show_note([trends.subtitle])
else:
    definition = next(found_one for found_one in found.definitions if str(found_one.indicator) == opened)
    show_indicator(found, definition, who.year, settings)
    choose("indicator", "Open another", {ALL: "All nine", **names}, opened)

show_footer(describe_source(answer(provenance, context.reader, ods_code=who.ods_code), items))
