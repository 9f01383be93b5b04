"""Where to look: what is worst, first; what is not known; what has improved."""

from equality.analyses.findings import findings
from equality.analyses.provenance import provenance
from equality.analyses.representation import representation
from equality.ui.cached import answer
from equality.ui.components import show_footer, show_heading
from equality.ui.context import open_context
from equality.ui.empty import show_nothing_held
from equality.ui.findings import show_findings, show_further_findings, show_two_columns
from equality.wording.findings import (
    describe_attention,
    describe_group,
    describe_improvements,
    describe_measures,
    describe_unknown_measures,
    grouped,
)
from equality.wording.representation import describe_unknown
from equality.wording.sources import describe_source

FIRST_SCREEN = 5
EVERY_ITEM = (
    "staff",
    "board",
    "shortlisted",
    "disciplinary",
    "training",
    *(f"survey_{number}" for number in range(5, 9)),
)

context = open_context()
settings, who = context.settings, context.selection
bme = settings.terms.bme
asked = {"settings": settings, "ods_code": who.ods_code, "view": who.view}
found = answer(findings, context.reader, **asked, year=who.year)

if found.year is None or who.as_at is None:
    show_nothing_held("Where to look")
else:
    show_heading(f"Where to look · WRES {found.year}", describe_attention(found, bme), describe_measures(found, bme))
    listed = [describe_group(group, bme) for group in grouped(found)]
    show_findings(listed[:FIRST_SCREEN])
    show_further_findings(listed[FIRST_SCREEN:], first=FIRST_SCREEN + 1)
    whole = answer(representation, context.reader, **asked).total(who.as_at)
    show_two_columns(
        ("What we do not know", [describe_unknown(whole), *describe_unknown_measures(found)]),
        ("What has improved, beyond chance", describe_improvements(found, bme)),
    )

show_footer(describe_source(answer(provenance, context.reader, ods_code=who.ods_code), EVERY_ITEM))
