"""Methods: how everything is worked out, from the indicator files, the configuration and the project's own notes."""

from equality.analyses.england import england
from equality.indicators import read_indicators
from equality.tables.methods import tabulate_glossary, tabulate_thresholds
from equality.ui.cached import answer
from equality.ui.components import show_footer, show_heading, show_sentences
from equality.ui.context import open_context
from equality.ui.document_text import show_notes, show_sections, show_table
from equality.wording.methods import RULE_FOR_FINDINGS, describe_definition, describe_terms
from equality.wording.sources import describe_england_sources

context = open_context()
settings = context.settings
bme = settings.terms.bme

show_heading(
    "Methods",
    "How every figure is worked out, and what it can and cannot say",
    "From counts, by published formulas, with an interval; rounded once, at the end. Nothing is added up into a score.",
)
show_sentences([describe_terms(settings)], title="Whom the words mean")
show_sentences([RULE_FOR_FINDINGS], title="The order of the findings")
show_sections(
    "The indicators",
    {
        f"{definition.indicator} · {definition.title}": describe_definition(definition, bme)
        for definition in read_indicators()
    },
)
show_table(tabulate_thresholds(settings))
show_notes("methods")
show_table(tabulate_glossary())
show_sentences(
    describe_england_sources(answer(england, context.reader)), title="Where England\u2019s figures were printed"
)
show_footer("Indicator files, configuration and docs/methods.md of this installation.")
