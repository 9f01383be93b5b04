"""Checking against a store, and storing: one import is one new version, or nothing at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from equality.config import Configuration
from equality.domain import Severity
from equality.errors import StoreBroken, StoreUnwritable
from equality.intake.candidate import Candidate, build_candidate, current_version
from equality.intake.checking import Checked, Progress, check_files
from equality.intake.plausibility import PlausibilityWarning, plausibility_warnings
from equality.intake.problems import Problem, Report, warning
from equality.store.connection import Reader
from equality.store.layout import Store, Version
from equality.store.lock import writer_name
from equality.store.versions import FileEntry, create_store, write_version, writing

Waiting = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Options:
    """What a person may say about the files: their kind, their date, and which day is today (for tests)."""

    kind: str = ""
    as_at: date | None = None
    today: date | None = None


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of an import: its report and, unless it was refused, the new version.

    ``changed`` is False where the store held the same figures before. ``made`` is True where the store is new.
    """

    report: Report
    store: Store
    version: Version | None = None
    changed: bool = True
    made: bool = False


def check_against_store(
    paths: Sequence[Path],
    store: Store,
    settings: Configuration,
    options: Options | None = None,
    on_step: Progress = str,
) -> Report:
    """The report on files as an import into ``store`` would give it; nothing is written anywhere.

    Raises UnreadableFile and UnknownKind. A store that cannot be read is left out of the comparison.
    """
    checked = _check(paths, options or Options(), on_step)
    on_step("the figures already held")
    try:
        base = current_version(store)
        report, _, _ = _judge(checked, base, store, settings)
    except StoreBroken:
        report, _, _ = _judge(checked, None, store, settings)
    return report


def import_files(
    paths: Sequence[Path],
    store: Store,
    settings: Configuration,
    options: Options | None = None,
    on_step: Progress = str,
    on_wait: Waiting = dict,
) -> Stored:
    """Check files and, where nothing is wrong, store them all as one new version; else leave the store as it is.

    Raises UnreadableFile, UnknownKind, StoreUnwritable, StoreBusy, and StoreBroken where the current version is
    damaged: an import builds on it.
    """
    checked = _check(paths, options or Options(), on_step)
    on_step("the figures already held")
    report, _, _ = _judge(checked, current_version(store), store, settings)
    if report.refused:
        return Stored(report, store)
    made = not store.exists()
    store = create_store(store.path)
    with writing(store, on_wait=on_wait):
        # Another import may have finished since: what counts is the version that this one follows.
        report, candidate, doubts = _judge(checked, current_version(store), store, settings)
        if report.refused or candidate is None:
            return Stored(report, store)
        on_step("the new version")
        version = _write(store, checked, candidate, _as_mappings(report, doubts))
    return Stored(report, store, version, candidate.changed, made)


def store_for_import(settings: Configuration, named: Path) -> tuple[Store, str]:
    """The store that an import writes to, and a sentence where it is not the one that was named.

    An import never writes to invented figures: it goes to the trust's own store. Raises StoreUnwritable where that is
    itself marked as invented.
    """
    store = Store(named.resolve())
    if not store.invented and store.path != settings.demonstration_store:
        return store, ""
    own = Store(settings.store)
    if own.invented or own.path == settings.demonstration_store:
        hint = "Name another folder with --store, or as `store` in the configuration."
        raise StoreUnwritable("The store holds invented figures, which an import never touches", str(own.path), hint)
    return own, f"{store.path} holds invented figures, which an import never touches: the store is {own.path}."


def _check(paths: Sequence[Path], options: Options, on_step: Progress) -> Checked:
    return check_files(paths, options.kind, options.as_at, options.today, on_step)


def _judge(
    checked: Checked, base: Version | None, store: Store, settings: Configuration
) -> tuple[Report, Candidate | None, tuple[PlausibilityWarning, ...]]:
    candidate = build_candidate(checked, base, writer_name())
    report = checked.report.with_problems(candidate.problems)
    if report.refused:
        return report, None, ()
    doubts = _doubts(candidate, store, settings)
    files = ", ".join(file.source.name for file in checked.files)
    return report.with_problems(_as_problem(doubt, files) for doubt in doubts), candidate, doubts


def _doubts(candidate: Candidate, store: Store, settings: Configuration) -> tuple[PlausibilityWarning, ...]:
    if not candidate.touched:
        return ()
    rows = candidate.tables["observations"]
    frames = {**candidate.tables, "observations": rows[rows["ods_code"].isin(candidate.ods_codes)]}
    found = plausibility_warnings(Reader(store, None, frames=frames), settings, candidate.ods_codes)
    # A figure is compared with the year before it, so a new year can also make the next one look odd.
    near = candidate.touched | {(code, year + 1) for code, year in candidate.touched}
    return tuple(doubt for doubt in found if doubt.year is None or (doubt.ods_code, doubt.year) in near)


def _as_problem(doubt: PlausibilityWarning, files: str) -> Problem:
    return warning(
        doubt.check, files, found=doubt.what, expected=doubt.where, todo="Check it against the source; it is stored."
    )


def _write(store: Store, checked: Checked, candidate: Candidate, warnings: Sequence[Mapping[str, object]]) -> Version:
    now = datetime.now(tz=UTC)
    entries = [
        FileEntry(
            name=file.source.name,
            sha256=file.source.sha256,
            kind=file.kind.name if file.kind else "",
            rows=file.reading.rows_read,
            imported_at=now,
        )
        for file in checked.files
    ]
    return write_version(store, candidate.tables, entries, warnings, writer_name())


def _as_mappings(report: Report, doubts: Sequence[PlausibilityWarning]) -> list[Mapping[str, object]]:
    from_doubts = {doubt.check for doubt in doubts}
    read = [
        {
            "check": problem.kind,
            "what": problem.found,
            "where": ", ".join(part for part in (problem.file, problem.place) if part),
            "severity": str(Severity.WARNING),
            "ods_code": "",
            "year": None,
        }
        for problem in report.warnings
        if problem.kind not in from_doubts
    ]
    return [*read, *(doubt.as_mapping() for doubt in doubts)]
