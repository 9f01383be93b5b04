"""The list of organisations: code, name, type, region and system."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from equality.intake.cells import map_unique, read_ods_code, tidy
from equality.intake.headers import heading_positions
from equality.intake.kinds import Context, Heading, Kind, Reading, Table
from equality.intake.pointing import Finding, point_at
from equality.intake.problems import Problem, error

HEADINGS = (
    Heading("ods_code", ("organisation code", "code", "org code", "trust code", "ods")),
    Heading("name", ("canonical organisation name", "organisation name", "trust name", "organisation", "trust")),
    Heading("type", ("organisation type", "trust type", "org type", "sector"), required=False, is_key=False),
    Heading("region_code", (), required=False, is_key=False),
    Heading("region", ("region name", "nhs region", "nhs england region"), required=False, is_key=False),
    Heading("system_code", ("ics code", "icb code", "stp code"), required=False, is_key=False),
    Heading("system", ("system name", "ics name", "icb name", "ics", "icb", "stp"), required=False, is_key=False),
)
COLUMNS = tuple(heading.name for heading in HEADINGS)
LEAST_SHARE = 0.25
"""The least share of the headings that must be known: results by organisation also begin with code and name."""
_BY_THEMSELVES = ("type", "region", "system")

_CODE = Finding("wrong_type", "an ODS code of 3 to 6 letters and digits", "Write the organisation's code.")
_NO_CODE = Finding("missing_value", "an ODS code of 3 to 6 letters and digits", "Write the organisation's code.")
_NO_NAME = Finding("missing_value", "the organisation's name", "Write the name.")


def match_header(cells: Sequence[str]) -> float:
    """A code and a name with a type, region or system beside them, and not lost among columns about something else."""
    found = heading_positions(KIND, cells)
    if len(found) < LEAST_SHARE * sum(bool(cell.strip()) for cell in cells):
        return 0.0
    required = sum(name in found for name in ("ods_code", "name"))
    return (required + any(name in found for name in _BY_THEMSELVES)) / 3


def read_organisations(table: Table, context: Context) -> Reading:
    """The list's rows; a code stands once, with a name."""
    raw = table.rows.assign(sheet=table.sheet)
    codes = pd.Series(map_unique(raw["ods_code"], read_ods_code), dtype=object)
    rows = pd.DataFrame({name: map_unique(raw[name], tidy) for name in COLUMNS}).assign(
        ods_code=codes, source_row=raw["source_row"]
    )
    problems = [*_check_cells(raw, codes, table, context.file), *_check_repeated(rows, table, context.file)]
    return Reading({"organisations": rows[codes.notna()]}, tuple(problems), len(rows))


def _check_cells(raw: pd.DataFrame, codes: pd.Series[str], table: Table, file: str) -> list[Problem]:
    blank = raw["ods_code"].str.strip() == ""
    code, name = (table.headings.get(column, column) for column in ("ods_code", "name"))
    return [
        *point_at(raw[codes.isna() & ~blank], _CODE, file, "ods_code", code),
        *point_at(raw[blank], _NO_CODE, file, "ods_code", code),
        *point_at(raw[raw["name"].str.strip() == ""], _NO_NAME, file, "name", name),
    ]


def _check_repeated(rows: pd.DataFrame, table: Table, file: str) -> list[Problem]:
    known = rows[rows["ods_code"].notna()]
    first = known.groupby("ods_code")["source_row"].transform("first")
    again = known.duplicated("ods_code")
    return [
        error(
            "duplicate_key",
            file,
            sheet=table.sheet,
            row=int(row),
            column=table.headings.get("ods_code", "ods_code"),
            found=f"{code} again",
            expected=f"once; it stands in row {earlier}",
            todo="Delete one of the two rows.",
        )
        for code, row, earlier in zip(known["ods_code"][again], known["source_row"][again], first[again], strict=True)
    ]


KIND = Kind(
    name="organisations",
    what="the list of organisations",
    headings=HEADINGS,
    read=read_organisations,
    match=match_header,
    looks_like="ods_code, name, and one of type, region, system",
)
