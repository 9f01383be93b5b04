"""The government's published *NHS workforce* table: head counts of England by grade and ethnic group."""

from __future__ import annotations

import re
from collections import Counter

import pandas as pd

from equality.domain import ETHNIC_GROUPS, Severity
from equality.intake.cells import map_unique, read_band, read_snapshot, slug, tidy
from equality.intake.contracts import COLUMNS, blank_observations, check_observations, check_repeated, read_values
from equality.intake.kinds import Context, Heading, Kind, Reading, Table
from equality.intake.pointing import Finding, point_at, suggest
from equality.intake.problems import Problem, error, warning
from equality.intake.published_totals import check_percentages, check_totals
from equality.intake.roll_up import add_parts
from equality.store.reference import bands

ENGLAND = "ENG"
ALL = "all"
CATEGORIES = {"medical": "medical", "non_medical": "non_medical", ALL: ALL}
MEDICAL_GRADES = (
    (r"consultant", "consultant"),
    (r"(associate specialist|specialty doctor|staff grade)", "career_grade"),
    (r"(specialty registrar|core training|foundation)", "trainee"),
    (r"(hospital practitioner|clinical assistant|other and local|other)", "other"),
)
"""Published medical grades by how they begin, and the WRES medical group that each belongs to."""

HEADINGS = (
    Heading("measure", required=False, is_key=False),
    Heading("ethnicity"),
    Heading("ethnicity_type", required=False, is_key=False),
    Heading("time"),
    Heading("type_of_role"),
    Heading("entry_level", required=False, is_key=False),
    Heading("broad_grade", required=False, is_key=False),
    Heading("specific_grade", ("grade",)),
    Heading("headcount", (), is_key=False),
    Heading("denominator", required=False, is_key=False),
    Heading("value", required=False, is_key=False),
    Heading("value_type", required=False, is_key=False),
)

_TIME = Finding(
    "wrong_type", "a month and year, for example as at September 2017", "Write the snapshot's month and year."
)
_ROLE = Finding("unknown_value", "Medical, Non-medical or All", "Write one of them.")
_GROUP = Finding(
    "unknown_value",
    lambda text: suggest(text, [name.capitalize() for name in ETHNIC_GROUPS]),
    "Write one of the groups.",
)


def read_ethnicity_facts(table: Table, context: Context) -> Reading:
    """England's staff by grade: several published grades of one band are added, the table's own totals are checked."""
    raw = table.rows.assign(sheet=table.sheet)
    rows = _normalised(raw, table)
    problems = [*_check_words(raw, rows, table, context.file), *_check_grades(rows, table, context.file)]
    rows = rows[rows[["as_at", "ethnicity", "category", "band"]].notna().all(axis=1)].reset_index(drop=True)
    rows, unreadable = read_values(rows.assign(year=[day.year for day in rows["as_at"]]), context.file)
    problems += [*unreadable, *_check_once(rows, context.file), *check_totals(rows, context.file)]
    problems += check_percentages(rows, table, context.file)
    observations = _added_up(rows[(rows["band"] != ALL) & (rows["ethnicity"] != ALL)])
    problems += check_observations(observations, context)
    return Reading({"observations": observations}, tuple(problems), len(raw), notes=_notes(rows))


def _normalised(raw: pd.DataFrame, table: Table) -> pd.DataFrame:
    dates = map_unique(raw["time"], read_snapshot)
    category = pd.Series(map_unique(raw["type_of_role"], lambda text: CATEGORIES.get(slug(text))), dtype=object)
    grades = pd.Series(map_unique(raw["specific_grade"], tidy), dtype=object)
    return pd.DataFrame(
        {
            "as_at": pd.Series([day for day, _ in dates], dtype=object),
            "month_named": pd.Series([named for _, named in dates], dtype=bool),
            "ods_code": ENGLAND,
            "item": "staff",
            "category": category,
            "band": pd.Series(list(map(_band, category, grades)), dtype=object),
            "grade": grades,
            "ethnicity": pd.Series(map_unique(raw["ethnicity"], _group), dtype=object),
            "route": "",
            "basis": "",
            "raw_value": raw["headcount"],
            "source_row": raw["source_row"],
            "sheet": table.sheet,
            "value_column": table.headings.get("headcount", "Headcount"),
            "denominator": raw["denominator"],
            "printed": raw["value"],
        }
    )


def _group(text: str) -> str | None:
    name = slug(text)
    return ALL if name in {"all", "all_known"} else (name if name in ETHNIC_GROUPS else None)


def _band(category: str | None, grade: str) -> str | None:
    plain = grade.lower()
    if plain == ALL:
        return ALL
    if category == "medical":
        return next((band for begins, band in MEDICAL_GRADES if re.match(begins, plain)), "other")
    if plain.startswith("very senior manager"):
        return "vsm"
    band = "other" if plain.startswith("other") else read_band(grade)
    return band if band in bands()["non_medical"] else None


def _check_words(raw: pd.DataFrame, rows: pd.DataFrame, table: Table, file: str) -> list[Problem]:
    problems: list[Problem] = []
    for column, name, finding in (
        ("as_at", "time", _TIME),
        ("category", "type_of_role", _ROLE),
        ("ethnicity", "ethnicity", _GROUP),
    ):
        problems += point_at(raw[rows[column].isna()], finding, file, name, table.headings.get(name, name))
    bare = rows["as_at"].notna() & ~rows["month_named"]
    if bare.any():
        first = raw[bare].head(1)
        finding = Finding(
            "month_assumed", "a month and year", "It is taken as 31 March of that year.", Severity.WARNING
        )
        problems += point_at(first, finding, file, "time", table.headings.get("time", "time"))
    return problems


def _check_grades(rows: pd.DataFrame, table: Table, file: str) -> list[Problem]:
    column = table.headings.get("specific_grade", "specific_grade")
    unknown = rows[rows["band"].isna() & rows["category"].notna()]
    counts, first = Counter(unknown["grade"]), unknown.groupby("grade")["source_row"].first()
    problems = [
        error(
            "unknown_value",
            file,
            sheet=table.sheet,
            row=int(first[grade]),
            column=column,
            found=f"{grade} ({count} rows)",
            expected="an Agenda for Change band, Very Senior Manager, or Other grade",
            todo="Correct the grade; a new grade needs a rule before anybody in it can be counted.",
        )
        for grade, count in counts.items()
    ]
    medical = rows[(rows["category"] == "medical") & (rows["band"] == "other")]
    unnamed = medical[~medical["grade"].str.lower().str.match(MEDICAL_GRADES[-1][0])]
    for grade, count in Counter(unnamed["grade"]).items():
        row = int(unnamed.loc[unnamed["grade"] == grade, "source_row"].iloc[0])
        problems.append(
            warning(
                "grade_counted_as_other",
                file,
                sheet=table.sheet,
                row=row,
                column=column,
                found=f"{grade} ({count} rows)",
                expected="a published medical grade",
                todo="It is counted in the medical group other.",
            )
        )
    return problems


def _check_once(rows: pd.DataFrame, file: str) -> list[Problem]:
    # Several grades of one band are not one row twice: the grade stands in for the band here.
    return check_repeated(rows.assign(band=rows["grade"]), file)


def _added_up(rows: pd.DataFrame) -> pd.DataFrame:
    if rows.empty:
        return blank_observations()
    return add_parts(rows[list(COLUMNS)])[list(COLUMNS)]


def _notes(rows: pd.DataFrame) -> tuple[str, ...]:
    totals = int(((rows["band"] == ALL) | (rows["ethnicity"] == ALL)).sum())
    return (f"{totals} rows of totals were checked against their parts and not stored.",) if totals else ()


KIND = Kind(
    name="ethnicity-facts",
    what="the government's published table NHS workforce",
    headings=HEADINGS,
    read=read_ethnicity_facts,
)
