"""A published table's own totals and percentages against the figures they are made of."""

from __future__ import annotations

import pandas as pd

from equality.domain import Status
from equality.intake.cells import read_number, tidy
from equality.intake.kinds import Table
from equality.intake.pointing import each_row
from equality.intake.problems import Problem, error, warning

ALL = "all"
UNKNOWN = "unknown"
_SLACK = 1e-9


def check_totals(rows: pd.DataFrame, file: str) -> list[Problem]:
    """Every total of the table (All grades, All roles, All known) that its parts do not add up to.

    ``rows`` have ``as_at``, ``category``, ``grade``, ``band`` and ``ethnicity``, with ``all`` where a row is a total.
    A total with a part that is suppressed or not supplied is not judged.
    """
    known = rows.assign(value=rows["value"].where(rows["status"] == Status.OK))
    leaves = known[known["band"] != ALL]
    problems = []
    for category in ("medical", "non_medical"):
        wanted = known[(known["band"] == ALL) & (known["category"] == category)]
        problems += _compare(wanted, leaves[leaves["category"] == category], ["as_at", "ethnicity"], file)
    roles = known[(known["band"] == ALL) & (known["category"] != ALL)]
    problems += _compare(known[known["category"] == ALL], roles, ["as_at", "ethnicity"], file)
    groups = known[~known["ethnicity"].isin([ALL, UNKNOWN])]
    return problems + _compare(known[known["ethnicity"] == ALL], groups, ["as_at", "category", "grade"], file)


def _compare(totals: pd.DataFrame, parts: pd.DataFrame, keys: list[str], file: str) -> list[Problem]:
    grouped = parts.groupby(keys)["value"]
    sums = grouped.sum().rename("added").to_frame().assign(whole=grouped.count() == grouped.size()).reset_index()
    both = totals.merge(sums, on=keys)
    wrong = both[both["whole"] & both["value"].notna() & (both["value"] != both["added"])]
    return [
        error(
            "totals_disagree",
            file,
            sheet=str(row.sheet),
            row=int(row.source_row),
            column=str(row.value_column),
            found=f"{row.value:,.0f}",
            expected=f"{row.added:,.0f}, what its parts add up to",
            todo="Correct the total or its parts.",
        )
        for row in each_row(wrong)
    ]


def check_percentages(rows: pd.DataFrame, table: Table, file: str) -> list[Problem]:
    """Printed percentages that do not follow from head count and denominator, at the decimals they are printed to."""
    # The table drops a final zero ("4" for 4.0), so the decimals are those of its most precise row.
    texts = [tidy(text).rstrip("%") for text in rows["printed"]]
    decimals = max((len(text.partition(".")[2]) for text in texts if read_number(text).value is not None), default=0)
    return [
        warning(
            "percentage_disagrees",
            file,
            sheet=table.sheet,
            row=int(row),
            column=table.headings.get("value", "Value"),
            found=text,
            expected=f"{share:.{decimals}f}, the head count as a share of the denominator",
            todo="The head count is stored; the printed percentage is not used.",
        )
        for row, text, share in zip(rows["source_row"], texts, _shares(rows), strict=True)
        if (printed := read_number(text).value) is not None
        and share is not None
        and abs(share - printed) > 0.5 * 10**-decimals + _SLACK
    ]


def _shares(rows: pd.DataFrame) -> list[float | None]:
    shares: list[float | None] = []
    for count, text in zip(rows["value"], rows["denominator"], strict=True):
        whole = read_number(text).value
        shares.append(100 * float(count) / whole if whole and not pd.isna(count) else None)
    return shares
