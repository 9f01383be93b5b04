"""Model Employer's bands as a table that people read."""

from __future__ import annotations

from equality.analyses.model_employer import BandYear, ModelEmployer
from equality.config import Configuration
from equality.tables.display import Table
from equality.tables.records import records, write_csv
from equality.wording.model_employer import describe_verdict
from equality.wording.names import band_name
from equality.wording.numbers import count, decimal


def tabulate_trajectories(found: ModelEmployer, settings: Configuration) -> Table:
    """A row a band: baseline, goal, where it is now, how it stands and how many more are needed."""
    bme = settings.terms.bme
    start = found.baseline_year or ""
    columns = (
        "Band",
        f"Posts {start}".strip(),
        f"{bme} {start}".strip(),
        f"Goal {found.options.end_year}",
        "Posts now",
        f"{bme} now",
        "Line now",
        "Standing",
        "More needed",
    )
    rows = []
    for line in found.lines:
        target = next((row.target_bme for row in line.years if row.year == line.latest_year), None)
        counts = (line.baseline_posts, line.baseline_bme, line.goal, line.latest_posts, line.latest_bme)
        cells = (*(count(value) for value in counts), decimal(target, 1), describe_verdict(line))
        rows.append((band_name(line.band), *cells, count(line.additional_needed)))
    return Table(
        caption=f"{bme} staff in senior bands against the line to {found.options.end_year}",
        columns=columns,
        rows=tuple(rows),
        csv=write_csv(tuple(BandYear.__dataclass_fields__), records(found.rows)),
        file_name="model-employer",
    )
