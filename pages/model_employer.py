"""Model Employer: every senior band against its line to the end year, on the reading of the target that is chosen."""

from equality.analyses.model_employer import model_employer
from equality.analyses.provenance import provenance
from equality.charts.describe.model_employer import describe_trajectories
from equality.charts.screen import draw
from equality.tables.model_employer import tabulate_trajectories
from equality.ui.cached import answer
from equality.ui.components import show_chart, show_footer, show_heading, show_note, show_numbers, show_sentences
from equality.ui.context import open_context
from equality.ui.empty import show_nothing_held
from equality.ui.target import choose_target, chosen_target
from equality.wording.model_employer import describe_assumptions, describe_baseline, describe_line, describe_moved_share
from equality.wording.sources import describe_source

context = open_context()
settings, who = context.settings, context.selection
bme = settings.terms.bme
options, doubts = chosen_target(context)
asked = {"settings": settings, "ods_code": who.ods_code, "view": who.view, "year": who.year, "options": options}
found = answer(model_employer, context.reader, **asked)

if not found.lines:
    show_nothing_held("Model Employer")
else:
    lines = describe_trajectories(found, settings)
    span = f" to {options.end_year}" if found.baseline_year else ""
    kicker = f"Model Employer · {bme} staff in each senior band, {found.baseline_year or who.year}{span}"
    show_heading(kicker, lines.title, lines.subtitle)
    show_chart(lines, draw, key="trajectories")
    show_sentences([describe_assumptions(found, bme)])
    choose_target(context, found)
    show_numbers(tabulate_trajectories(found, settings), name="model-employer")
    show_sentences([describe_line(line, bme) for line in found.lines], title="Band by band")
    show_note([*doubts, describe_baseline(found)])

show_footer(describe_source(answer(provenance, context.reader, ods_code=who.ods_code), ("staff",)))
