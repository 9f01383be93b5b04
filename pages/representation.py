"""Representation: the snowy white peaks, band by band to the summit, where it drops and through the years."""

from equality.analyses.disparity import disparity
from equality.analyses.ethnic_groups import ethnic_groups
from equality.analyses.provenance import provenance
from equality.analyses.representation import representation
from equality.charts.describe import representation as describe
from equality.charts.screen import draw
from equality.tables.representation import tabulate_disparities, tabulate_groups, tabulate_mountain, tabulate_years
from equality.ui.cached import answer
from equality.ui.components import show_chart, show_footer, show_heading, show_note, show_numbers, show_sentences
from equality.ui.context import open_context
from equality.ui.empty import show_nothing_held
from equality.ui.selection import choose, chosen
from equality.wording.names import CATEGORY_NAMES
from equality.wording.representation import describe_bounds
from equality.wording.sources import describe_source

BLOCKS = ("non_medical", "non_clinical", "clinical", "medical")
SPLIT = ("non_clinical", "clinical")

context = open_context()
settings, who = context.settings, context.selection
asked = {"settings": settings, "ods_code": who.ods_code, "view": who.view}
found = answer(representation, context.reader, **asked)
held = {name: CATEGORY_NAMES[name] for name in BLOCKS if who.as_at and found.mountain(who.as_at, name)}

if who.as_at is None or not held:
    show_nothing_held("Representation")
else:
    block = chosen("block", held, next(iter(held)))
    mountain = describe.describe_mountain(found, who.as_at, block, settings)
    show_heading(f"Representation · {CATEGORY_NAMES[block].lower()}", mountain.title, mountain.subtitle)
    show_chart(mountain, draw, key="mountain")
    choose("block", "Staff shown", held, block, kind="segmented")
    show_numbers(tabulate_mountain(found, who.as_at, block, settings), name="representation", picture=mountain)
    show_note([describe_bounds(found.mountain(who.as_at, block), settings.terms.bme)])

    years = describe.describe_mountain_years(found, block, settings)
    if len(years.years) > 1:
        show_sentences([f"{years.title}."], title="Through the years")
        show_chart(years, draw, key="years")
        show_numbers(tabulate_years(found, block, settings), name="representation-by-year", picture=years)

    ratios = answer(disparity, context.reader, **asked)
    blocks = [name for name in SPLIT if ratios.at(who.as_at, name)] or ["non_medical"]
    if ratios.at(who.as_at, blocks[0]):
        tiers = describe.describe_disparities(ratios, who.as_at, blocks, settings)
        show_sentences([f"{tiers.title}.", tiers.subtitle], title="Disparity ratios")
        show_chart(tiers, draw, key="disparity")
        show_numbers(tabulate_disparities(ratios, who.as_at, settings), name="disparity", picture=tiers)

    finer = answer(ethnic_groups, context.reader, **asked)
    groups = describe.describe_group_mountains(finer, who.as_at, block, settings)
    if groups is not None:
        show_sentences([groups.title], title=f"Within {settings.terms.bme}")
        show_chart(groups, draw, key="groups")
        show_numbers(tabulate_groups(finer, who.as_at, block), name="ethnic-groups", picture=groups)

show_footer(describe_source(answer(provenance, context.reader, ods_code=who.ods_code), ("staff", "board")))
