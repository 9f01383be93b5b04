"""What is doubtful or missing in the data held: plausibility, unknown ethnicity, missing items and years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from equality.config import Configuration
from equality.domain import SNAPSHOT_MONTH_DAY, Severity, View
from equality.intake.plausibility import plausibility_warnings
from equality.store.connection import Reader
from equality.store.fetch import fetch_snapshots

_ABOUT_COUNTS = ("band_moved", "likelihood_moved", "groups_swapped", "unknown_ethnicity")
_EXPECTED = {
    "staff": "staff by band",
    "shortlisted": "shortlisted applicants",
    "appointed": "appointed applicants",
    "disciplinary": "entries to the disciplinary process",
    "training": "non-mandatory training",
    "survey_5": "survey results for indicator 5",
    "survey_6": "survey results for indicator 6",
    "survey_7": "survey results for indicator 7",
    "survey_8": "survey results for indicator 8",
    "board": "board members",
}


@dataclass(frozen=True, slots=True)
class QualityRow:
    """One doubt about the data: ``what`` in a sentence, ``where`` it stands, since which WRES year it is true."""

    what: str
    where: str
    severity: str
    since: int | None
    acknowledged: str
    check: str
    ods_code: str


def quality(
    reader: Reader, settings: Configuration, ods_code: str, view: View = View.PRIVATE
) -> tuple[QualityRow, ...]:
    """Every check that is not clean for an organisation, the newest year first; none for an empty store.

    The public view leaves out the checks of counts: their sentences quote them, and that a band of 8 "moved by at least
    five" bounds last year's hidden one.
    """
    found = [*_plausibility(reader, settings, ods_code), *_missing(reader, ods_code)]
    if view is View.PUBLIC:
        found = [row for row in found if row.check not in _ABOUT_COUNTS]
    return tuple(sorted(found, key=lambda row: (-(row.since or 0), row.check, row.where)))


def _plausibility(reader: Reader, settings: Configuration, ods_code: str) -> Iterator[QualityRow]:
    for warning in plausibility_warnings(reader, settings, [ods_code]):
        yield QualityRow(
            check=warning.check,
            what=warning.what,
            where=warning.where,
            severity=str(warning.severity),
            since=warning.year,
            acknowledged="",
            ods_code=warning.ods_code,
        )


def _missing(reader: Reader, ods_code: str) -> Iterator[QualityRow]:
    """Items of the WRES that the latest March year lacks, and years missing between the first and the last."""
    snapshots = fetch_snapshots(reader)
    held = snapshots[(snapshots["ods_code"] == ods_code) & (snapshots["as_at"].dt.month == SNAPSHOT_MONTH_DAY[0])]
    if held.empty:
        return
    latest = int(held["year"].max())
    items = set(" ".join(held.loc[held["year"] == latest, "items"]).split())
    for item, words in _EXPECTED.items():
        if item not in items:
            what = f"No {words} were supplied for {latest}."
            yield _gap(ods_code, "missing_item", what, f"{latest}, {item}", latest)
    for year in sorted(set(range(int(held["year"].min()), latest)) - set(held["year"])):
        yield _gap(ods_code, "missing_year", f"Nothing was supplied for {year}.", str(year), int(year))


def _gap(ods_code: str, check: str, what: str, where: str, year: int) -> QualityRow:
    return QualityRow(what, where, str(Severity.WARNING), year, "", check, ods_code)
