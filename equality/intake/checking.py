"""From paths to checked rows: each file is recognised, read and checked, and the files together as one import."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd

from equality.errors import EqualityError
from equality.intake.agreement import check_agreement
from equality.intake.contracts import KEY, SET_KEY, describe_key
from equality.intake.headers import LEAST_MATCH, Found, cut_table, find_header
from equality.intake.kinds import Context, Kind, Reading, kinds
from equality.intake.pointing import each_row
from equality.intake.problems import FileReport, Problem, Report, Skipped, error, warning
from equality.intake.reading import Sheet, SourceFile, read_source

TABLES = ("observations", "organisations", "census")

Progress = Callable[[str], object]


class UnknownKind(EqualityError):
    """The kind of source that was asked for is not one that this program reads."""

    exit_status = 2


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """One file, its kind (None where it was not recognised), and what was read from it."""

    source: SourceFile
    kind: Kind | None
    reading: Reading

    @property
    def report(self) -> FileReport:
        """What the report says of the file beside its problems."""
        reading = self.reading
        name = self.kind.name if self.kind else ""
        return FileReport(self.source.name, name, reading.rows_read, reading.skipped, reading.notes)


@dataclass(frozen=True, slots=True)
class Checked:
    """The files of one import: their report, and their rows by table (with ``file`` and ``file_id``)."""

    files: tuple[CheckedFile, ...]
    report: Report
    tables: Mapping[str, pd.DataFrame]


def check_files(
    paths: Sequence[Path],
    kind: str = "",
    as_at: date | None = None,
    today: date | None = None,
    on_file: Progress = str,
) -> Checked:
    """Read and check files as one import, without looking at any store.

    Raises UnreadableFile where a path cannot be read and UnknownKind for a ``kind`` that is none; everything wrong
    inside the files is in the report. ``on_file`` is told each file's name before it is read.
    """
    wanted = _wanted_kinds(kind)
    today = today or datetime.now(tz=UTC).date()
    files = []
    for path in paths:
        on_file(path.name)
        files.append(_check_file(path, wanted, Context(path.name, today, as_at), forced=bool(kind)))
    return _together(_without_copies(files))


def _wanted_kinds(name: str) -> tuple[Kind, ...]:
    known = kinds()
    if not name:
        return tuple(known.values())
    if name not in known:
        raise UnknownKind(f"There is no kind of source called {name}", "", f"Kinds: {', '.join(known)}.")
    return (known[name],)


def _check_file(path: Path, wanted: tuple[Kind, ...], context: Context, *, forced: bool) -> CheckedFile:
    source = read_source(path)
    if source.problems:
        return CheckedFile(source, None, Reading({}, source.problems))
    for kind in wanted:
        if kind.reads_workbook and kind.read_workbook and kind.reads_workbook(source.sheets):
            return CheckedFile(source, kind, _with_rows(kind.read_workbook(source.sheets, context), context.file))
    return _check_tables(source, wanted, context, forced=forced)


def _check_tables(source: SourceFile, wanted: tuple[Kind, ...], context: Context, *, forced: bool) -> CheckedFile:
    found = [(sheet, find_header(sheet, wanted, forced=forced)) for sheet in source.sheets]
    headers = [(sheet, header) for sheet, header in found if header and _is_sure(sheet, header, forced=forced)]
    if not headers:
        return CheckedFile(source, None, Reading({}, (_unrecognised(source, wanted, forced=forced),)))
    # One file is of one kind: a workbook's other sheets (notes, look-ups) are named and left out.
    best = max(headers, key=lambda header: header[1].match)[1]
    tables = [
        (sheet, header)
        for sheet, header in headers
        if header.kind is best.kind and header.match >= min(1.0, best.match)
    ]
    readings = [_read_sheet(sheet, header, context) for sheet, header in tables]
    read = {sheet.name for sheet, _ in tables}
    others = tuple(
        Skipped("a sheet without such a table was skipped", sheet=s.name) for s in source.sheets if s.name not in read
    )
    return CheckedFile(source, best.kind, _with_rows(_joined(readings, others), context.file))


def _is_sure(sheet: Sheet, header: Found, *, forced: bool) -> bool:
    if forced or header.match >= 1:
        return True
    return header.match >= LEAST_MATCH and bool(
        cut_table(Sheet(sheet.name, sheet.rows[: header.row + 1]), header, "").problems
    )


def _read_sheet(sheet: Sheet, header: Found, context: Context) -> Reading:
    table = cut_table(sheet, header, context.file)
    if any(problem.kind == "missing_column" for problem in table.problems):
        return Reading({}, table.problems, len(table.rows), table.skipped)
    reading = header.kind.read(table, context)
    return replace(reading, problems=(*table.problems, *reading.problems), skipped=(*table.skipped, *reading.skipped))


def _joined(readings: Sequence[Reading], others: tuple[Skipped, ...]) -> Reading:
    tables = {
        name: pd.concat([reading.tables[name] for reading in readings if name in reading.tables], ignore_index=True)
        for name in TABLES
        if any(name in reading.tables for reading in readings)
    }
    return Reading(
        tables,
        tuple(problem for reading in readings for problem in reading.problems),
        sum(reading.rows_read for reading in readings),
        (*(skipped for reading in readings for skipped in reading.skipped), *others),
        tuple(note for reading in readings for note in reading.notes),
    )


def _with_rows(reading: Reading, file: str) -> Reading:
    if reading.rows_read or any(problem.kind == "missing_column" for problem in reading.problems):
        return reading
    nothing = error(
        "no_data_rows",
        file,
        found="a header with no rows below it",
        expected="at least one row of data",
        todo="Export the file again, or fill it in.",
    )
    return replace(reading, problems=(*reading.problems, nothing))


def _unrecognised(source: SourceFile, wanted: tuple[Kind, ...], *, forced: bool) -> Problem:
    headers = "; ".join(f"{kind.name} ({kind.header})" for kind in wanted)
    first = next((row for sheet in source.sheets for row in sheet.rows if any(map(str.strip, row))), [])
    return error(
        "missing_column" if forced else "unrecognised_file",
        source.name,
        found=" | ".join(cell.strip() for cell in first[:12])[:120],
        expected=f"within the first 30 rows the header of {headers}",
        todo="Put the headings right." if forced else "Put the headings right, or name the kind with --source.",
    )


def _without_copies(files: Sequence[CheckedFile]) -> list[CheckedFile]:
    return list({file.source.sha256: file for file in reversed(files)}.values())[::-1]


def _together(files: list[CheckedFile]) -> Checked:
    tables = {name: _stacked(files, name) for name in TABLES}
    problems = [problem for file in files for problem in file.reading.problems]
    observations, overtaken = _latest_kind(tables["observations"])
    problems += [*overtaken, *_check_repeated(observations)]
    observations = observations.drop_duplicates(list(KEY)).reset_index(drop=True)
    problems += check_agreement(observations) if len(observations) else []
    report = Report(tuple(file.report for file in files), tuple(problems))
    return Checked(tuple(files), report, {**tables, "observations": observations})


def _stacked(files: Sequence[CheckedFile], table: str) -> pd.DataFrame:
    frames = [
        rows.assign(file=file.source.name, file_id=file.source.file_id, kind=file.kind.name if file.kind else "")
        for file in files
        if (rows := file.reading.tables.get(table)) is not None and len(rows)
    ]
    if frames:
        return pd.concat(frames, ignore_index=True)
    return pd.DataFrame(
        columns=[*KEY, "value", "status", "source_row", "sheet", "raw_value", "value_column", "file", "file_id", "kind"]
    )


def _latest_kind(rows: pd.DataFrame) -> tuple[pd.DataFrame, list[Problem]]:
    if rows.empty:
        return rows, []
    last = rows.groupby(list(SET_KEY), sort=False)["kind"].transform("last")
    overtaken = rows["kind"] != last
    firsts = rows[overtaken].drop_duplicates([*SET_KEY])
    return rows[~overtaken].reset_index(drop=True), [
        warning(
            "later_file_wins",
            row.file,
            found=f"{row.item} of {row.ods_code} {row.year} from {row.kind}",
            expected="each figure from one kind of file",
            todo="The later of the two files was kept.",
        )
        for row in each_row(firsts)
    ]


def _check_repeated(rows: pd.DataFrame) -> list[Problem]:
    if rows.empty:
        return []
    grouped = rows.groupby(list(KEY), sort=False)
    first_file, first_row = (grouped[name].transform("first") for name in ("file", "source_row"))
    again = rows[rows.duplicated(list(KEY)) & (first_file != rows["file"])]
    return [
        error(
            "duplicate_key",
            str(row.file),
            sheet=str(row.sheet),
            row=int(row.source_row),
            column=str(row.value_column),
            found=f"{describe_key(row)} again: {row.raw_value}",
            expected=f"once; it stands in row {first_row[row.Index]} of {first_file[row.Index]}",
            todo="Import one of the two files, or delete one of the rows.",
        )
        for row in each_row(again)
    ]
