"""Real files through the real commands: every figure against the file's own numbers, added up by other code."""

from __future__ import annotations

import csv
import io
import json
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from equality import __main__ as program
from tests.builders import REAL_DATA

WORKFORCE = REAL_DATA / "nhs-workforce-2017-09.csv"
SURVEY = REAL_DATA / "survey-2024-by-trust-a.csv"
BME = {"Asian", "Black", "Chinese", "Mixed", "Other"}
Ask = Callable[..., list[dict[str, Any]]]

pytestmark = pytest.mark.skipif(not REAL_DATA.exists(), reason="the folder of real data is not beside the project")


@pytest.fixture
def ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Ask:
    """Imports files and gives the answer to a question as records."""
    monkeypatch.setenv("EQUALITY_STORE", str(tmp_path / "store"))

    def typed(*words: str) -> str:
        monkeypatch.setattr("sys.argv", ["equality", *words])
        status = program.run()
        printed = capsys.readouterr()
        assert status == 0, printed.out + printed.err
        return printed.out

    def answered(path: Path, *questions: tuple[str, ...]) -> list[dict[str, Any]]:
        typed("import", str(path))
        return [row for words in questions for row in json.loads(typed("figures", *words, "--format", "json"))]

    return answered


def real_rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))


def grade_counts() -> dict[str, tuple[int, int]]:
    """BME and all headcount of every specific grade of the government's table."""
    bme: dict[str, int] = defaultdict(int)
    everyone: dict[str, int] = defaultdict(int)
    for row in real_rows(WORKFORCE):
        people = int(row["Headcount"].replace(",", ""))
        grade = row["Specific_grade"] if row["Specific_grade"] != "All" else f"all {row['Type_of_role']}"
        is_one = row["Specific_grade"] != "All" or row["Entry_level"] == "All"
        if row["Ethnicity"] in BME | {"White", "Unknown"} and is_one:
            everyone[grade] += people
            bme[grade] += people if row["Ethnicity"] in BME else 0
    return {grade: (bme[grade], everyone[grade]) for grade in everyone}


def test_every_english_share_is_the_files_own(ask: Ask) -> None:
    found = {(row["category"], row["band"]): row for row in ask(WORKFORCE, ("representation", "--org", "ENG"))}
    counts = grade_counts()
    bands = {f"Band {band}": band for band in ("1", "2", "3", "4", "5", "6", "7", "8a", "8b", "8c", "8d", "9")}
    compared = 0
    for grade, (bme, everyone) in counts.items():
        band = bands.get(grade) or {"Very Senior Manager": "vsm", "Consultant": "consultant"}.get(grade)
        row = found.get(("medical" if band == "consultant" else "non_medical", band or ""))
        if row:
            compared += 1
            assert (row["bme"], row["headcount"]) == (bme, everyone), grade
            assert row["bme_pct"] == pytest.approx(100 * bme / everyone)
    assert compared >= 13
    bme, everyone = counts["all All"]
    whole = found["all", "all"]
    assert (whole["bme"], whole["headcount"]) == (bme, everyone)
    assert whole["white"] + whole["bme"] == int(real_rows(WORKFORCE)[0]["Denominator"])
    assert {row["workforce_bme_pct"] for row in found.values()} == {whole["bme_pct"]}


def test_totals_of_blocks_add_up_and_managers_are_not_counted_twice(ask: Ask) -> None:
    found = {
        (row["category"], row["band"]): row["headcount"] for row in ask(WORKFORCE, ("representation", "--org", "ENG"))
    }
    for category in ("non_medical", "medical"):
        bands = [count for (block, band), count in found.items() if block == category and band != "all"]
        assert sum(bands) == found[category, "all"]
    assert found["non_medical", "all"] + found["medical", "all"] == found["all", "all"]


def test_a_september_table_is_no_baseline_and_joins_no_trend(ask: Ask) -> None:
    rows = ask(WORKFORCE, ("model-employer", "--org", "ENG"), ("indicators", "--org", "ENG"))
    senior = [row for row in rows if "band" in row]
    assert {row["standing"] for row in senior} == {"no_baseline"}
    assert {row["target_bme"] for row in senior} == {None}
    measured = [row for row in rows if row.get("indicator") == 1]
    assert {row["as_at"] for row in measured} == {"2017-09-30"}
    assert {row["change"] for row in measured} == {None}


def test_every_survey_share_is_the_files_own(ask: Ask) -> None:
    rows = real_rows(SURVEY)
    codes = sorted({row["ods_code"] for row in rows})
    assert len(codes) == 80
    asked = codes[::7]
    found = ask(SURVEY, *(("indicators", "--org", code) for code in asked))
    printed = {(row["ods_code"], row["indicator"]): row for row in found if not row["part"]}
    for row in (row for row in rows if row["ods_code"] in asked):
        one = printed[row["ods_code"], int(row["item"].removeprefix("survey_"))]
        assert one["white_value" if row["ethnicity"] == "white" else "bme_value"] == float(row["value"])
        assert one["gap_points"] == pytest.approx(one["bme_value"] - one["white_value"])
        assert (one["lower_95"], one["verdict"]) == (None, "cannot_be_calculated")


def test_nine_of_725_against_17_of_2505(ask: Ask, tmp_path: Path) -> None:
    """From counts 1.83 (0.82 to 4.09); from the rounded shares it would be 1.71."""
    path = tmp_path / "return.csv"
    lines = ["year,ods_code,item,category,band,ethnicity,value"]
    for group, staff, entered in (("white", 2505, 17), ("bme", 725, 9), ("unknown", 100, 0)):
        lines += [f"2023,RXY,staff,clinical,5,{group},{staff}", f"2023,RXY,disciplinary,,,{group},{entered}"]
    path.write_text("\n".join(lines), encoding="utf-8")
    (row,) = (r for r in ask(path, ("indicators", "--org", "RXY")) if (r["indicator"], r["part"]) == (3, ""))
    assert [round(row[name], 2) for name in ("value", "lower_95", "upper_95")] == [1.83, 0.82, 4.09]
    assert (row["method"], row["verdict"], row["status"]) == ("katz", "not_distinguishable", "ok")
    assert "BME staff were 1.8 times as likely as White staff to enter" in row["sentence"]
    assert "9 of 725 against 17 of 2,505" in row["sentence"]
