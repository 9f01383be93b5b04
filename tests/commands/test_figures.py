"""``figures`` as it is typed: what is printed where, what it ends with, and that no wrong word gives a traceback."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from equality import __main__ as program
from equality.store.versions import create_store, write_version
from equality.tables.figures import QUESTIONS
from tests.builders import board, people, staff, survey

COLUMNS = {
    "representation": "year ods_code category band white bme unknown headcount bme_pct lower_95 upper_95 "
    "workforce_bme_pct gap_points",
    "disparity": "year ods_code category step ratio lower_95 upper_95",
    "indicators": "year ods_code indicator part value unit lower_95 upper_95 method white_value bme_value gap_points "
    "england_value change change_from_year change_verdict verdict sentence",
    "model-employer": "year ods_code band headcount actual_bme target_bme target_pct behind_by additional_needed "
    "standing",
    "findings": "rank tier ods_code indicator part year what how_big people verdict question action",
    "quality": "what where severity since acknowledged",
}
Run = Callable[..., tuple[int, str, str]]


def trust(org: str) -> list[dict[str, Any]]:
    place = {"ods_code": org}
    rows = staff(800, 200, 10, **place) + staff(90, 10, 0, band="8a", **place)
    rows += people("shortlisted", 300, 200, **place) + people("appointed", 60, 20, **place)
    return rows + board("total", 9, 1, **place) + survey(7, 60.0, 45.5, basis="dont_know_included", **place)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("figures") / "store"
    names = dict.fromkeys(("type", "region_code", "region", "system_code", "system", "file_id"), "")
    listed = pd.DataFrame([{"ods_code": "RZZ", "name": "A trust without figures", "source_row": 2, **names}])
    held = pd.DataFrame([*trust("RXX"), *trust("RYY")])
    write_version(create_store(path), {"observations": held, "organisations": listed}, [], [], "a tester")
    return path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, folder: Path) -> Run:
    monkeypatch.setenv("EQUALITY_STORE", str(folder))

    def typed(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["equality", "figures", *words])
        status = program.run()
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return typed


def header(text: str) -> list[str]:
    return next(csv.reader(io.StringIO(text)))


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_contracts_columns_come_first_and_in_order(run: Run, question: str) -> None:
    status, out, err = run(question, "--org", "RXX", "--format", "csv")
    assert (status, err) == (0, "")
    named = COLUMNS[question].split()
    assert header(out)[: len(named)] == named
    if question != "quality":
        assert "status" in header(out)
    assert len(out.splitlines()) > 1


@pytest.mark.parametrize("question", QUESTIONS)
def test_csv_and_json_hold_the_same(run: Run, question: str) -> None:
    _, out, _ = run(question, "--org", "RXX", "--format", "csv")
    _, text, _ = run(question, "--org", "RXX", "--format", "json")
    listed = json.loads(text, parse_constant=lambda word: pytest.fail(f"{word} is no JSON"))
    assert not any(word in out for word in ("nan", "NaN", "inf,", "None"))
    as_text = [{name: "" if value is None else str(value) for name, value in row.items()} for row in listed]
    assert as_text == list(csv.DictReader(io.StringIO(out)))


def test_absent_is_null_and_counts_are_whole(run: Run) -> None:
    rows = json.loads(run("indicators", "--org", "RXX", "--format", "json")[1])
    missing = next(row for row in rows if row["indicator"] == 5)
    assert (missing["value"], missing["lower_95"], missing["change_from_year"]) == (None, None, None)
    shortlisted = next(row for row in rows if row["indicator"] == 2)
    assert repr(shortlisted["white_total"]) == "300"
    assert shortlisted["value"] == 2.0


def test_the_table_is_for_people(run: Run) -> None:
    _, out, _ = run("representation", "--org", "RXX")
    assert out.splitlines()[0].split()[:3] == ["year", "ods_code", "category"]
    assert "  5.52  " in next(line for line in out.splitlines() if " 8a " in line)


def test_a_code_in_lower_case_is_the_same_organisation(run: Run) -> None:
    assert run("indicators", "--org", "rxx") == run("indicators", "--org", "RXX")


def test_all_organisations(run: Run) -> None:
    for word in ("all", "ALL"):
        _, out, _ = run("representation", "--org", word, "--format", "csv")
        assert {row["ods_code"] for row in csv.DictReader(io.StringIO(out))} == {"RXX", "RYY"}


def test_one_year(run: Run) -> None:
    _, out, _ = run("indicators", "--org", "RXX", "--year", "2025", "--format", "csv")
    assert {row["year"] for row in csv.DictReader(io.StringIO(out))} == {"2025"}


@pytest.mark.parametrize("form", ["csv", "json", "table"])
@pytest.mark.parametrize("words", [("--org", "RZZ"), ("--org", "RXX", "--year", "1999")])
def test_nothing_to_show_is_a_header_and_a_sentence(run: Run, words: tuple[str, ...], form: str) -> None:
    status, out, err = run("representation", *words, "--format", form)
    assert status == 0
    assert len(out.splitlines()) == 1
    assert err.startswith("Nothing to show")
    assert (json.loads(out) == []) if form == "json" else ("ods_code" in out)


def test_an_unknown_organisation_ends_with_one_and_says_what_is_held(run: Run) -> None:
    status, out, err = run("representation", "--org", "NOPE")
    assert (status, out) == (1, "")
    assert "NOPE is not in this store" in err
    assert "RXX and RYY" in err


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("nonsense",),
        ("representation", "--year", "soon"),
        ("representation", "--format", "pdf"),
        ("representation", "--view", "secret"),
        ("model-employer", "--target", "nothing"),
        ("model-employer", "--end", "1066"),
        ("representation", "extra"),
        ("representation", "--nonsense"),
    ],
)
def test_wrong_usage_ends_with_two(run: Run, words: tuple[str, ...]) -> None:
    status, out, err = run(*words)
    assert (status, out) == (2, "")
    assert "Error" in err


@pytest.mark.parametrize("words", [("--target", "community"), ("--target", "higher"), ("--target", "local")])
def test_a_target_that_is_not_held_is_told_in_words(run: Run, words: tuple[str, ...]) -> None:
    status, _, err = run("model-employer", "--org", "RXX", *words)
    assert status == 1
    assert "config.yaml" in err


@pytest.mark.parametrize(
    ("question", "words"), [*((question, ()) for question in QUESTIONS), ("quality", ("--org", "all"))]
)
def test_a_store_that_is_not_there_is_an_empty_one(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, question: str, words: tuple[str, ...]
) -> None:
    monkeypatch.setenv("EQUALITY_STORE", str(tmp_path / "none"))
    status, out, err = run(question, *words, "--format", "csv")
    assert (status, len(out.splitlines())) == (0, 1)
    assert "The store is empty" in err
    assert not (tmp_path / "none").exists()


def test_a_file_in_place_of_a_store_gives_no_traceback(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "store.txt"
    path.write_text("not a store", encoding="utf-8")
    status, _, err = run("representation", "--store", str(path))
    assert status in (0, 1, 2)
    assert err


@pytest.mark.parametrize(
    "words", [("--org", "RXX"), ("--org", "all"), ("--org", ""), ("--org", "' or 1=1 --"), ("--org", "é" * 99)]
)
@pytest.mark.parametrize("year", ["-1", "99999999999"])
def test_no_word_gives_a_traceback(run: Run, words: tuple[str, ...], year: str) -> None:
    status, _, err = run("model-employer", *words, "--year", year, "--view", "public", "--end", "2019", "--size", "now")
    assert status in (0, 1)
    assert "Traceback" not in err


def test_the_public_view_is_asked_for_in_every_question(run: Run) -> None:
    for question in QUESTIONS:
        assert run(question, "--org", "RXX", "--view", "public")[0] == 0
    _, out, _ = run("representation", "--org", "RXX", "--view", "public", "--format", "json")
    assert {row["status"] for row in json.loads(out)} <= {"ok", "suppressed"}
