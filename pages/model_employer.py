"""Model Employer: every senior band against its line to the end year, on the reading of the target that is chosen."""

from equality.analyses.model_employer import model_employer
from equality.analyses.provenance import provenance
from equality.analyses.representation import representation
from equality.charts.describe.model_employer import describe_senior_shares, describe_trajectories
from equality.charts.descriptions import Description
from equality.charts.screen import draw
from equality.tables.model_employer import tabulate_trajectories
from equality.ui.cached import answer
from equality.ui.components import show_chart, show_footer, show_heading, show_numbers, show_sentences
from equality.ui.context import open_context
from equality.ui.empty import show_nothing_held
from equality.ui.target import choose_target, chosen_target
from equality.wording.model_employer import describe_assumptions, describe_baseline, describe_line
from equality.wording.sources import describe_source

context = open_context()
settings, who = context.settings, context.selection
bme = settings.terms.bme
options = chosen_target(context)
asked = {"settings": settings, "ods_code": who.ods_code, "view": who.view, "year": who.year, "options": options}
found = answer(model_employer, context.reader, **asked)

shares = answer(representation, context.reader, settings=settings, ods_code=who.ods_code, view=who.view)

if not found.lines or who.as_at is None:
    show_nothing_held("Model Employer")
else:
    described: Description = describe_trajectories(found, settings)
    if found.baseline_year is None:
        described = describe_senior_shares(found, shares, who.as_at, settings)
    span = f" to {options.end_year}" if found.baseline_year else ""
    kicker = f"Model Employer · {bme} staff in each senior band, {found.baseline_year or who.year}{span}"
    show_heading(kicker, described.title, described.subtitle)
    show_chart(described, draw, key="trajectories")
    show_sentences([describe_assumptions(found, bme), describe_baseline(found)])
    if found.baseline_year:
        choose_target(context, found)
    show_numbers(tabulate_trajectories(found, settings), name="model-employer", picture=described)
    show_sentences([describe_line(line, bme) for line in found.lines], title="Band by band")

show_footer(describe_source(answer(provenance, context.reader, ods_code=who.ods_code), ("staff",)))
