"""Small real files for intake's tests: a return that is sound, and ways to spoil it."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from equality.config import ROOT
from equality.intake.checking import Checked, check_files
from equality.intake.problems import Problem

HEADER = "year,ods_code,item,category,band,ethnicity,value"
TODAY = date(2026, 11, 23)
REAL_DATA = ROOT.parent / "shared" / "data"


def staff(ethnicity: str, value: object, band: str = "5", category: str = "clinical", year: object = 2025) -> str:
    return f"{year},RXX,staff,{category},{band},{ethnicity},{value}"


def flow(item: str, ethnicity: str, value: object, category: str = "", band: str = "") -> str:
    return f"2025,RXX,{item},{category},{band},{ethnicity},{value}"


GOOD_ROWS = (
    *(staff(group, count) for group, count in (("white", 300), ("bme", 200), ("unknown", 20))),
    *(staff(group, count, "8a", "non_clinical") for group, count in (("white", 90), ("bme", 9), ("unknown", 1))),
    *(staff(group, count, "consultant", "medical") for group, count in (("white", 40), ("bme", 50), ("unknown", 2))),
    *(flow("shortlisted", group, count) for group, count in (("white", 1201), ("bme", 893), ("unknown", 12))),
    *(flow("appointed", group, count) for group, count in (("white", 248), ("bme", 105), ("unknown", 3))),
    *(flow("disciplinary", group, count) for group, count in (("white", 9), ("bme", 8), ("unknown", 0))),
    *(flow("training", group, count) for group, count in (("white", 200), ("bme", 100), ("unknown", 4))),
    *(flow("survey_7", group, value) for group, value in (("white", "58.1"), ("bme", "41.7"))),
    *(flow("survey_7_base", group, value) for group, value in (("white", 610), ("bme", 205))),
    *(flow("board", "white", count, part) for part, count in (("voting", 10), ("non_voting", 2), ("total", 12))),
)
"""Lines 2 and on of a sound file."""


def write(folder: Path, rows: Sequence[str] = GOOD_ROWS, header: str = HEADER, name: str = "return.csv") -> Path:
    path = folder / name
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return path


def check(*paths: Path, kind: str = "", as_at: date | None = None) -> Checked:
    return check_files(paths, kind, as_at, TODAY)


def check_rows(folder: Path, *rows: str, header: str = HEADER) -> Checked:
    return check(write(folder, rows, header))


def only(checked: Checked) -> Problem:
    """The one problem there is."""
    assert len(checked.report.problems) == 1, checked.report.problems
    return checked.report.problems[0]


def place(problem: Problem) -> tuple[str, int | None, str]:
    return problem.kind, problem.row, problem.column


def read_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
