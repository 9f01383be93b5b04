"""Ethnic groups of local authorities from the census: a row an authority (2011) or a row a group (2021)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import pandas as pd

from equality.domain import Status
from equality.intake.cells import map_unique, read_number, read_snapshot, tidy
from equality.intake.headers import plain
from equality.intake.kinds import Context, Heading, Kind, Reading, Table
from equality.intake.pointing import Finding, each_row, point_at
from equality.intake.problems import Problem, Skipped, error

HEADINGS = (
    Heading(
        "authority", ("geography", "lower tier local authorities", "upper tier local authorities", "local authority")
    ),
    Heading("authority_code", ("geography code", "lower tier local authorities code", "mnemonic"), required=False),
    Heading("date", ("census year", "year"), required=False, is_key=False),
    Heading("rural_urban", ("rural urban",), required=False, is_key=False),
    Heading("ethnic_group", required=False, is_key=False),
    Heading("people", ("observation", "count"), required=False, is_key=False),
)
FEWEST_GROUPS = 4
CENSUS_YEARS = re.compile(r"\b(20[0-9]1|19[0-9]1)\b")

_GROUP_COLUMN = re.compile(r"ethnic group:\s*(.+?)(?:;\s*measures?:.*)?", re.IGNORECASE)
_LONG_COLUMN = re.compile(r"ethnic group(?: \([0-9]+ categories\))?", re.IGNORECASE)
_CODE_COLUMN = re.compile(r"la[du][0-9]{2}cd|ltla[0-9]{2}cd", re.IGNORECASE)
_TOTAL = re.compile(r"(all categories|total)\b", re.IGNORECASE)
_NOT_APPLICABLE = "does not apply"

_COUNT = Finding("wrong_type", "a count of people", "Write the number of people.")
_BELOW = Finding("below_zero", "0 or more", "Correct the count.")
_WHOLE = Finding("decimals_in_count", "a whole number of people", "Correct the count.")
_YEAR = Finding("wrong_type", "the census year, for example 2011", "Write the year of the census.")


def find_columns(cells: Sequence[str]) -> Mapping[str, int]:
    """Positions of the authority, its code, the date, and every ethnic group (as ``group:<its name>``)."""
    found: dict[str, int] = {}
    names = {plain(name): heading.name for heading in HEADINGS for name in (heading.name, *heading.aliases)}
    for position, cell in enumerate(cells):
        text = tidy(cell)
        if match := _GROUP_COLUMN.fullmatch(text):
            found.setdefault(f"group:{match.group(1)}", position)
        elif _LONG_COLUMN.fullmatch(text):
            found.setdefault("ethnic_group", position)
        elif _CODE_COLUMN.fullmatch(text):
            found.setdefault("authority_code", position)
        elif name := names.get(plain(text)):
            found.setdefault(name, position)
    return found


def match_header(cells: Sequence[str]) -> float:
    """A geography beside ethnic groups across, or beside one column of groups and one of counts."""
    found = find_columns(cells)
    groups = sum(name.startswith("group:") for name in found)
    shaped = groups >= FEWEST_GROUPS or {"ethnic_group", "people"} <= set(found)
    return (("authority" in found) + shaped) / 2 if shaped else 0.0


def read_census(table: Table, context: Context) -> Reading:
    """People by authority and leaf group; the table's own subtotals are checked and not stored."""
    raw, skipped = _without_parts_of_authorities(table)
    cells = _long_form(raw) if "people" in table.headings else _wide_form(raw)
    cells = cells.assign(sheet=table.sheet, column=_headings(cells, table))
    years, problems = _census_years(raw, table, context)
    counted, faults = _counts(cells, context.file)
    problems += [*faults, *_check_repeated(counted, context.file)]
    counted["census_year"] = counted["source_row"].map(dict(zip(raw["source_row"], years, strict=True)))
    leaves = counted[counted["is_leaf"]]
    problems += _check_sums(counted, context.file)
    problems += [] if len(leaves) else [_no_groups(table, context.file)]
    return Reading({"census": _stored(leaves)}, tuple(problems), len(raw), skipped)


def _without_parts_of_authorities(table: Table) -> tuple[pd.DataFrame, tuple[Skipped, ...]]:
    part = ~table.rows["rural_urban"].str.strip().str.lower().isin(["", "total"])
    rows = tuple(int(row) for row in table.rows["source_row"][part])
    skipped = (Skipped("rows of urban or rural parts of an authority were skipped", rows, table.sheet),) if rows else ()
    return table.rows[~part].reset_index(drop=True), skipped


def _wide_form(raw: pd.DataFrame) -> pd.DataFrame:
    groups = [name for name in raw.columns if name.startswith("group:")]
    cells = raw.melt(
        id_vars=["authority", "authority_code", "source_row"], value_vars=groups, var_name="group", value_name="text"
    )
    return cells.assign(group=cells["group"].str.removeprefix("group:"))


def _long_form(raw: pd.DataFrame) -> pd.DataFrame:
    cells = raw[["authority", "authority_code", "source_row", "ethnic_group", "people"]]
    cells = cells.rename(columns={"ethnic_group": "group", "people": "text"})
    return cells[cells["group"].str.strip().str.lower() != _NOT_APPLICABLE].reset_index(drop=True)


def _headings(cells: pd.DataFrame, table: Table) -> pd.Series[str]:
    if "people" in table.headings:
        return pd.Series(table.headings["people"], index=cells.index)
    return cells["group"].map(lambda group: table.headings[f"group:{group}"])


def _census_years(raw: pd.DataFrame, table: Table, context: Context) -> tuple[list[int | None], list[Problem]]:
    if "date" in table.headings:
        read = [day.year if day else None for day, _ in map_unique(raw["date"], read_snapshot)]
        wrong = raw[[year is None for year in read]].assign(sheet=table.sheet)
        return read, point_at(wrong, _YEAR, context.file, "date", table.headings["date"])
    said = CENSUS_YEARS.search(f"{table.title} {context.file}".replace("-", " ").replace("_", " "))
    if context.as_at or said:
        year = context.as_at.year if context.as_at else int(said.group(1)) if said else None
        return [year] * len(raw), []
    todo = "Say which with --date, for example --date 2021-03-21."
    missing = error(
        "missing_column", context.file, sheet=table.sheet, column="date", expected="the census year", todo=todo
    )
    return [None] * len(raw), [missing]


def _counts(cells: pd.DataFrame, file: str) -> tuple[pd.DataFrame, list[Problem]]:
    numbers = map_unique(cells["text"], read_number)
    ok = [number.status == Status.OK and number.value is not None and not number.percent for number in numbers]
    people = pd.Series([number.value for number in numbers], index=cells.index, dtype="float64")
    groups = cells["group"].map(tidy)
    cells = cells.assign(
        people=people, group=groups, authority=cells["authority"].map(tidy), code=cells["authority_code"].map(tidy)
    )
    cells = cells.assign(is_total=groups.str.match(_TOTAL), family=groups.map(_family), is_leaf=_leaves(groups))
    problems = [
        *point_at(cells[~pd.Series(ok)], _COUNT, file, "text", cells["column"][~pd.Series(ok)]),
        *point_at(cells[people < 0], _BELOW, file, "text", cells["column"][people < 0]),
        *point_at(cells[people % 1 > 0], _WHOLE, file, "text", cells["column"][people % 1 > 0]),
    ]
    return cells[ok].reset_index(drop=True), problems


def _family(group: str) -> str:
    return re.split(r"[^a-z]", group.lower(), maxsplit=1)[0]


def _leaves(groups: pd.Series[str]) -> pd.Series[bool]:
    is_total = groups.str.match(_TOTAL)
    detailed = groups.str.contains(":", regex=False) & ~is_total
    # A table of broad groups alone has no leaves under them: then the broad groups are what there is.
    split_families = set(groups[detailed].map(_family))
    return detailed | ~(is_total | groups.map(_family).isin(split_families))


def _check_sums(cells: pd.DataFrame, file: str) -> list[Problem]:
    place = ["authority", "code"]
    leaves = cells[cells["is_leaf"]]
    whole = leaves.groupby(place)["people"].sum().rename("added").reset_index()
    totals = cells[cells["is_total"]].merge(whole, on=place)
    of_family = leaves.groupby([*place, "family"])["people"].sum().rename("added").reset_index()
    broad = cells[~cells["is_leaf"] & ~cells["is_total"]].merge(of_family, on=[*place, "family"])
    both = pd.concat([totals, broad])
    return [
        error(
            "totals_disagree",
            file,
            sheet=str(row.sheet),
            row=int(row.source_row),
            column=str(row.column),
            found=f"{row.authority}: {row.people:,.0f}",
            expected=f"{row.added:,.0f}, what its groups add up to",
            todo="Correct the total or its groups.",
        )
        for row in each_row(both[both["people"] != both["added"]])
    ]


def _check_repeated(cells: pd.DataFrame, file: str) -> list[Problem]:
    again = cells[cells.duplicated(["authority", "code", "group"])]
    once = again.drop_duplicates("source_row")
    finding = Finding("duplicate_key", "each authority and group once", "Delete one of the two rows.")
    return point_at(once, finding, file, "authority", "geography")


def _no_groups(table: Table, file: str) -> Problem:
    return error("no_data_rows", file, sheet=table.sheet, found="no counts of ethnic groups", expected="at least one")


def _stored(leaves: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "census_year": leaves["census_year"],
            "authority_code": leaves["code"],
            "authority": leaves["authority"],
            "ethnic_group": leaves["group"],
            "wres_group": leaves["family"].map(lambda family: "white" if family == "white" else "bme"),
            "people": leaves["people"],
            "source_row": leaves["source_row"],
        }
    ).reset_index(drop=True)


KIND = Kind(
    name="census",
    what="ethnic groups by local authority",
    headings=HEADINGS,
    read=read_census,
    match=match_header,
    columns=find_columns,
    looks_like="geography, and a column for each ethnic group (Ethnic Group: White: Irish; ..); "
    "or Lower tier local authorities, Ethnic group (20 categories), Observation",
)
