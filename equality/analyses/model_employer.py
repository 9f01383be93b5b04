"""Model Employer: each senior band's BME staff against the straight line to the end year (A Model Employer, 2019)."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd

from equality.analyses.community import CommunityShare, community
from equality.analyses.model_employer_lines import BandLine, BandYear, Course, Options, band_lines
from equality.analyses.workforce import senior_sums, workforce
from equality.config import Configuration, UnknownRule
from equality.domain import SNAPSHOT_MONTH_DAY, Standing, Status, View
from equality.errors import EqualityError
from equality.store.connection import Reader

__all__ = ["BandLine", "BandYear", "ModelEmployer", "Options", "default_options", "model_employer"]


@dataclass(frozen=True, slots=True)
class ModelEmployer:
    """Every senior band's line, sums last. ``baseline_year`` is None where no March snapshot is held.

    ``share_pct`` is the share that the goals are made from; ``workforce_pct`` the whole workforce's at the baseline and
    now (0 to 100).
    """

    ods_code: str
    options: Options
    baseline_year: int | None
    published_baseline_year: int
    now_year: int | None
    share_pct: float | None
    workforce_baseline_pct: float | None
    workforce_now_pct: float | None
    community: CommunityShare | None
    lines: tuple[BandLine, ...]

    @property
    def rows(self) -> tuple[BandYear, ...]:
        """Every band's years, baseline to end year."""
        return tuple(row for line in self.lines for row in line.years)


def default_options(settings: Configuration) -> Options:
    """The reading that the configuration names."""
    chosen = settings.model_employer
    return Options(chosen.target, chosen.size, chosen.unknown, chosen.end_year, chosen.local_target_pct)


def model_employer(
    reader: Reader,
    settings: Configuration,
    ods_code: str,
    view: View = View.PRIVATE,
    year: int | None = None,
    options: Options | None = None,
) -> ModelEmployer:
    """Every senior band against its trajectory; ``year`` sets "now" (default: the latest March snapshot).

    Without a March snapshot there is no line: the bands' latest counts are returned with standing ``no_baseline``.
    Raises EqualityError where the target asked for needs a community or local share that is not held.
    """
    options = options or default_options(settings)
    staff = workforce(reader, settings, ods_code, view)
    marches = staff[staff["as_at"].dt.month == SNAPSHOT_MONTH_DAY[0]]
    years = sorted({int(found) for found in marches["year"]})
    served = community(reader, settings)
    empty = ModelEmployer(
        ods_code, options, None, settings.model_employer.baseline_year, None, None, None, None, served, ()
    )
    if not years:
        return replace(empty, lines=_without_baseline(staff, settings, ods_code))
    baseline = settings.model_employer.baseline_year
    baseline = baseline if baseline in years else years[0]
    now = max((held for held in years if year is None or held <= year), default=years[0])
    before, latest = (_workforce_share(marches, held, options.unknown) for held in (baseline, now))
    share = _target_share(options, before, latest, served)
    senior = marches[marches["category"] == "non_medical"]
    cells = {(int(row["year"]), str(row["band"])): row for row in senior.to_dict("records")}
    course = Course(ods_code, cells, baseline, now, share, options, settings.model_employer.fewest_posts)
    return replace(
        empty,
        baseline_year=baseline,
        now_year=now,
        share_pct=_pct(share),
        workforce_baseline_pct=_pct(before),
        workforce_now_pct=_pct(latest),
        lines=band_lines(course, settings.model_employer.bands, senior_sums(settings)),
    )


def _workforce_share(marches: pd.DataFrame, year: int, unknown: UnknownRule) -> float | None:
    whole = marches[(marches["category"] == "all") & (marches["band"] == "all") & (marches["year"] == year)]
    if whole.empty:
        return None
    row = whole.iloc[0]
    base = row["headcount"] if unknown == "in" else row["white"] + row["bme"]
    return None if pd.isna(base) or pd.isna(row["bme"]) or base == 0 else float(row["bme"] / base)


def _target_share(
    options: Options, before: float | None, latest: float | None, served: CommunityShare | None
) -> float | None:
    """The share (0 to 1) that each band's goal is made from."""
    if options.target == "local":
        if options.local_target_pct is None:
            raise EqualityError("No local target is set", "config.yaml, model_employer.local_target_pct", "Set it.")
        return options.local_target_pct / 100
    if options.target in ("community", "higher"):
        if served is None:
            raise EqualityError(
                "The community's share is not known",
                "config.yaml, community",
                "Name its local authorities and import a census table.",
            )
        local = served.bme_pct / 100
        return local if options.target == "community" or before is None else max(local, before)
    return latest if options.target == "moving" else before


def _without_baseline(staff: pd.DataFrame, settings: Configuration, ods_code: str) -> tuple[BandLine, ...]:
    senior = staff[staff["category"] == "non_medical"]
    if senior.empty:
        return ()
    latest = senior[senior["as_at"] == senior["as_at"].max()]
    year = int(latest["year"].iloc[0])
    lines = []
    for band in (*settings.model_employer.bands, *senior_sums(settings)):
        found = latest[latest["band"] == band]
        posts, bme = (
            None if found.empty or pd.isna(found[measure].iloc[0]) else int(found[measure].iloc[0])
            for measure in ("headcount", "bme")
        )
        standing = str(Standing.NO_BASELINE)
        row = BandYear(year, ods_code, band, posts, bme, None, None, None, None, standing, str(Status.NOT_APPLICABLE))
        lines.append(BandLine(band, (band,), None, None, None, year, posts, bme, None, None, standing, (row,)))
    return tuple(lines)


def _pct(prop: float | None) -> float | None:
    return None if prop is None else 100 * prop
