"""The WRES return: one count a row, or the laid-out workbook that ``template`` writes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd

from equality.domain import wres_snapshot
from equality.intake.cells import map_unique, read_band, read_ods_code, read_year, slug, tidy
from equality.intake.contracts import COLUMNS, blank_observations, check_observations, read_values
from equality.intake.items import BLANK, default_basis, items
from equality.intake.kinds import Context, Heading, Kind, Reading, Table
from equality.intake.pointing import Finding, point_at, suggest
from equality.intake.problems import Problem
from equality.intake.template_reading import is_template, read_template
from equality.store.reference import ethnic_categories

HEADINGS = (
    Heading("year", ("wres year", "wres_year")),
    Heading("ods_code", ("ods code", "organisation code", "org code", "trust code", "organisation")),
    Heading("item"),
    Heading("category", ("staff category", "block"), is_key=False),
    Heading("band", ("pay band",), is_key=False),
    Heading("ethnicity", ("ethnic group", "ethnic category")),
    Heading("value", ("count",), is_key=False),
    Heading("route", required=False, is_key=False),
    Heading("basis", required=False, is_key=False),
)


def read_return(table: Table, context: Context) -> Reading:
    """The table's rows as observations, with every problem of the long form's contract."""
    raw = table.rows.assign(sheet=table.sheet)
    rows = _normalised(raw)
    problems = [*_unknown_keys(raw, rows, table, context.file)]
    usable = rows[["year", "ods_code", "item"]].notna().all(axis=1)
    known, found = _check_words(raw, rows[usable], table, context.file)
    # A row with a fault is of no further use, but its value is judged all the same: a report tells all at once.
    _, unreadable = read_values(_placed(rows[~usable], table), context.file)
    observations, more = read_values(_observations(rows[usable].assign(known=known), table), context.file)
    problems += [*found, *unreadable, *more, *check_observations(observations, context)]
    observations = observations[observations["known"].astype(bool)] if len(observations) else observations
    return Reading({"observations": observations[list(COLUMNS)]}, tuple(problems), len(raw))


def _normalised(raw: pd.DataFrame) -> pd.DataFrame:
    readers: dict[str, Callable[[str], object]] = {
        "year": read_year,
        "ods_code": read_ods_code,
        "item": _read_item,
        "category": slug,
        "band": read_band,
        "ethnicity": _read_ethnicity,
        "route": slug,
        "basis": slug,
    }
    columns = {name: pd.Series(map_unique(raw[name], read), dtype=object) for name, read in readers.items()}
    return pd.DataFrame({**columns, "raw_value": raw["value"], "source_row": raw["source_row"]})


def _read_item(text: str) -> str | None:
    name = slug(text)
    return name if name in items() else None


def _read_ethnicity(text: str) -> str:
    cell = tidy(text)
    return cell.lower() if cell.lower() in ethnic_categories() else cell.upper()


_KEYS = {
    "year": Finding(
        "wrong_type", "the WRES year in four digits, for example 2025", "Write the year of the 31 March snapshot."
    ),
    "ods_code": Finding(
        "wrong_type", "an ODS code of 3 to 6 letters and digits", "Write the organisation's code, not its name."
    ),
    "item": Finding(
        "unknown_value", lambda text: suggest(slug(text), items()), "Write one of the items of the return."
    ),
}


def _unknown_keys(raw: pd.DataFrame, rows: pd.DataFrame, table: Table, file: str) -> list[Problem]:
    problems: list[Problem] = []
    for column, finding in _KEYS.items():
        blank = raw[column].str.strip() == ""
        missing = Finding("missing_value", _in_words(finding), finding.todo)
        heading = table.headings.get(column, column)
        problems += point_at(raw[rows[column].isna() & ~blank], finding, file, column, heading)
        problems += point_at(raw[blank], missing, file, column, heading)
    return problems


def _in_words(finding: Finding) -> str:
    return finding.expected if isinstance(finding.expected, str) else finding.expected("")


MOST_SUGGESTIONS = 100
"""Of more faults than this, the rest are told what is allowed and not what was probably meant."""
_WORDS = ("category", "band", "ethnicity", "route", "basis")


def _check_words(
    raw: pd.DataFrame, rows: pd.DataFrame, table: Table, file: str
) -> tuple[pd.Series[bool], list[Problem]]:
    known = pd.Series(True, index=rows.index)
    problems: list[Problem] = []
    for column in _WORDS:
        wrong = _wrong_words(rows, column)
        known &= ~rows.index.isin(wrong.index)
        for kind, words in (("missing_value", wrong[rows[column] == ""]), ("unknown_value", wrong[rows[column] != ""])):
            heading, todo = table.headings.get(column, column), f"Correct the {column}, or the item of the row."
            for expected, members in words.groupby(words, sort=False):
                problems += point_at(raw.loc[members.index], Finding(kind, str(expected), todo), file, column, heading)
    return known, problems


def _wrong_words(rows: pd.DataFrame, column: str) -> pd.Series[str]:
    # Which bands there are depends on the category as well as on the item.
    combination = rows.groupby(list(dict.fromkeys(("item", "category", column))), sort=False).ngroup()
    firsts = rows[~combination.duplicated()]
    expected: dict[int, str] = {}
    for number, (_, row) in enumerate(firsts.iterrows()):
        allowed = _allowed(row, column)
        if row[column] not in allowed:
            expected[number] = _expected(column, row[column] if len(expected) < MOST_SUGGESTIONS else "", allowed)
    return combination[combination.isin(expected)].map(expected)


def _allowed(row: pd.Series[Any], column: str) -> tuple[str, ...]:
    item = items()[row["item"]]
    return {
        "category": item.categories,
        "band": item.bands_of(row["category"]),
        "ethnicity": item.ethnicities,
        "route": item.routes,
        "basis": item.bases,
    }[column]


def _expected(column: str, found: str, allowed: tuple[str, ...]) -> str:
    if allowed == BLANK:
        return "blank: this item is not split that way"
    if column == "ethnicity" and len(allowed) > 20:
        return "white, bme, unknown, a group (asian, black, mixed, chinese, other) or an ethnic category code"
    return suggest(found, allowed)


def _observations(rows: pd.DataFrame, table: Table) -> pd.DataFrame:
    if rows.empty:
        return blank_observations()
    rows = _placed(rows, table).reset_index(drop=True)
    pairs = pd.Series(list(zip(rows["item"], rows["year"], strict=True)), dtype=object)
    return rows.assign(
        basis=rows["basis"].where(rows["basis"] != "", pairs.map(lambda pair: default_basis(*pair))),
        year=rows["year"].astype("int64"),
        as_at=map_unique(rows["year"], wres_snapshot),
    )


def _placed(rows: pd.DataFrame, table: Table) -> pd.DataFrame:
    return rows.assign(sheet=table.sheet, value_column=table.headings.get("value", "value"))


KIND = Kind(
    name="return",
    what="the WRES return, one count a row, or the workbook that `template` writes",
    headings=HEADINGS,
    read=read_return,
    reads_workbook=is_template,
    read_workbook=read_template,
)
