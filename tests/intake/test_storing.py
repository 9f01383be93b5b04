from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from equality.config import ROOT, Configuration, read_configuration
from equality.errors import StoreBroken, StoreUnwritable
from equality.intake import storing
from equality.intake.storing import Options, Stored, check_against_store, import_files, store_for_import
from equality.store.layout import Store
from equality.store.versions import create_store, verify
from tests.intake.builders import GOOD_ROWS, TODAY, flow, staff, write

SETTINGS = read_configuration(ROOT / "config.yaml")
OPTIONS = Options(today=TODAY)


def bring_in(store: Path, *paths: Path) -> Stored:
    return import_files(paths, Store(store), SETTINGS, OPTIONS)


def held(store: Path, table: str = "observations") -> pd.DataFrame:
    version = Store(store).current()
    assert version is not None
    return pd.read_parquet(version.table_path(table))


def fingerprint(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def kinds(stored: Stored) -> list[str]:
    return [problem.kind for problem in stored.report.problems]


def test_an_import_makes_the_store_and_keeps_rows_file_and_hash(tmp_path: Path) -> None:
    path = write(tmp_path)
    stored = bring_in(tmp_path / "store", path)
    assert stored.made
    assert stored.version is not None
    files = held(tmp_path / "store", "files")
    observations = held(tmp_path / "store")
    assert len(observations) == len(GOOD_ROWS)
    assert list(files["sha256"]) == [hashlib.sha256(path.read_bytes()).hexdigest()]
    assert set(observations["file_id"]) == {files["sha256"][0][:12]}
    assert stored.version.manifest.files[0].rows == len(GOOD_ROWS)
    assert not verify(stored.store)


def test_an_import_replaces_whole_sets_and_leaves_other_items(tmp_path: Path) -> None:
    store = tmp_path / "store"
    bring_in(store, write(tmp_path))
    bring_in(store, write(tmp_path, [flow("training", "white", 150)], name="later.csv"))
    observations = held(store)
    training = observations[observations["item"] == "training"]
    assert list(training["value"]) == [150]
    assert len(observations) == len(GOOD_ROWS) - 2
    assert len(held(store, "files")) == 2


def test_a_file_of_which_nothing_is_left_is_no_longer_named(tmp_path: Path) -> None:
    store = tmp_path / "store"
    bring_in(store, write(tmp_path, [staff("white", 5)], name="first.csv"))
    bring_in(store, write(tmp_path, [staff("white", 6)], name="second.csv"))
    assert list(held(store, "files")["name"]) == ["second.csv"]


def test_an_autumn_snapshot_does_not_replace_the_march_one(tmp_path: Path) -> None:
    store = tmp_path / "store"
    header = "Ethnicity,Time,Type_of_role,Specific_grade,Headcount"
    rows = [f"White,as at {month} 2017,Non-medical,Band 5,10" for month in ("March", "September")]
    for row, name in zip(rows, ("march.csv", "september.csv"), strict=True):
        bring_in(store, write(tmp_path, [row], header, name))
    assert sorted(day.month for day in held(store)["as_at"]) == [3, 9]


def test_several_files_are_one_version_all_or_none(tmp_path: Path) -> None:
    store = tmp_path / "store"
    sound = write(tmp_path, [staff("white", 5)], name="sound.csv")
    assert bring_in(store, sound, write(tmp_path, [staff("white", -5)], name="bad.csv")).version is None
    assert not store.exists()
    both = bring_in(store, sound, write(tmp_path, [staff("bme", 5)], name="more.csv"))
    assert both.version is not None
    assert both.version.number == 1
    assert len(held(store)) == 2


def test_a_refused_import_leaves_the_store_byte_for_byte(tmp_path: Path) -> None:
    store = tmp_path / "store"
    bring_in(store, write(tmp_path))
    before = fingerprint(store)
    assert bring_in(store, write(tmp_path, [staff("white", "x")], name="bad.csv")).version is None
    too_many = write(tmp_path, [flow("training", "white", 431)], name="over.csv")
    assert kinds(bring_in(store, too_many)) == ["over_staff"]
    assert fingerprint(store) == before


def test_check_changes_nothing_and_needs_no_store(tmp_path: Path) -> None:
    path = write(tmp_path)
    report = check_against_store([path], Store(tmp_path / "store"), SETTINGS, OPTIONS)
    assert not report.refused
    assert [entry.name for entry in tmp_path.iterdir()] == ["return.csv"]


@pytest.mark.parametrize("item", ["disciplinary", "training"])
def test_more_people_than_staff_is_found_within_a_file_and_against_the_store(tmp_path: Path, item: str) -> None:
    rows = [staff("white", 5, "5"), staff("white", 4, "6"), flow(item, "white", 10)]
    stored = bring_in(tmp_path / "none", write(tmp_path, rows))
    (problem,) = stored.report.errors
    assert (problem.kind, problem.row, problem.column) == ("over_staff", 4, "value")
    assert problem.expected.startswith("at most 9")
    store = tmp_path / "store"
    bring_in(store, write(tmp_path, rows[:2], name="staff.csv"))
    (problem,) = bring_in(store, write(tmp_path, rows[2:], name="flow.csv")).report.errors
    assert (problem.kind, problem.row, problem.file) == ("over_staff", 2, "flow.csv")
    assert "as the store holds it" in problem.expected


def test_a_file_with_other_faults_is_told_of_these_too(tmp_path: Path) -> None:
    rows = [staff("white", 5), staff("bme", "x"), staff("bme", 3, "6"), flow("training", "white", 6)]
    rows += [flow("training", "bme", 4), flow("shortlisted", "bme", 5), flow("appointed", "bme", 6), staff("white", 5)]
    report = bring_in(tmp_path / "store", write(tmp_path, rows)).report
    assert sorted((problem.kind, problem.row) for problem in report.errors) == [
        ("appointed_over_shortlisted", 8),
        ("duplicate_key", 9),
        ("over_staff", 5),
        ("wrong_type", 3),
    ]


def test_fewer_staff_than_the_store_has_in_training_points_at_the_new_staff(tmp_path: Path) -> None:
    store = tmp_path / "store"
    bring_in(store, write(tmp_path, [flow("training", "white", 10)], name="flow.csv"))
    (problem,) = bring_in(store, write(tmp_path, [staff("white", 9)], name="staff.csv")).report.errors
    assert (problem.kind, problem.file, problem.row) == ("over_staff", "staff.csv", 2)


def test_senior_medical_managers_do_not_make_the_staff_larger(tmp_path: Path) -> None:
    rows = [staff("white", 5, "consultant", "medical"), staff("white", 5, "senior_medical_manager", "medical")]
    stored = bring_in(tmp_path / "store", write(tmp_path, [*rows, flow("training", "white", 6)]))
    assert [problem.kind for problem in stored.report.errors] == ["over_staff"]


@pytest.mark.parametrize(
    ("shortlisted", "appointed", "row"),
    [
        ([flow("shortlisted", "bme", 5)], [flow("appointed", "bme", 6)], 3),
        ([flow("shortlisted", "bme", 5, band="7")], [flow("appointed", "bme", 6, band="7")], 3),
        ([flow("shortlisted", "bme", 5, band="7")], [flow("appointed", "bme", 6)], 3),
        (
            [flow("shortlisted", "bme", 9), flow("shortlisted", "white", 4)],
            [flow("appointed", "bme", 8), flow("appointed", "white", 5)],
            5,
        ),
    ],
)
def test_more_appointed_than_shortlisted(
    tmp_path: Path, shortlisted: list[str], appointed: list[str], row: int
) -> None:
    (problem,) = bring_in(tmp_path / "store", write(tmp_path, [*shortlisted, *appointed])).report.errors
    assert (problem.kind, problem.row) == ("appointed_over_shortlisted", row)


def test_the_later_of_two_kinds_wins_and_is_named(tmp_path: Path) -> None:
    store = tmp_path / "store"
    facts = write(
        tmp_path,
        ["White,as at March 2018,Non-medical,Band 5,10"],
        "Ethnicity,Time,Type_of_role,Specific_grade,Headcount",
        "facts.csv",
    )
    own = write(tmp_path, ["2018,ENG,staff,clinical,5,white,12"], name="own.csv")
    assert "later_file_wins" in kinds(bring_in(tmp_path / "together", facts, own))
    assert list(held(tmp_path / "together")["value"]) == [12]
    bring_in(store, facts)
    stored = bring_in(store, own)
    assert "later_file_wins" in kinds(stored)
    assert stored.version is not None
    assert [warning["check"] for warning in stored.version.manifest.warnings] == ["later_file_wins"]


def test_organisations_are_updated_by_code_and_others_stay(tmp_path: Path) -> None:
    store = tmp_path / "store"
    header = "ods_code,name,region"
    bring_in(store, write(tmp_path, ["RXX,Old,North", "RYY,Other,South"], header, "a.csv"))
    bring_in(store, write(tmp_path, ["rxx ,New,North"], header, "b.csv"))
    assert dict(zip(*held(store, "organisations")[["ods_code", "name"]].to_numpy().T, strict=True)) == {
        "RXX": "New",
        "RYY": "Other",
    }


def test_the_identical_file_again_changes_nothing_and_is_no_error(tmp_path: Path) -> None:
    store, path = tmp_path / "store", write(tmp_path)
    assert bring_in(store, path).changed
    again = bring_in(store, path)
    assert again.version is not None
    assert not again.changed


def test_an_import_never_writes_to_invented_figures(tmp_path: Path) -> None:
    invented = create_store(tmp_path / "demo", invented=True)
    settings = SETTINGS.model_copy(update={"store": tmp_path / "own", "demonstration_store": invented.path})
    store, sentence = store_for_import(settings, invented.path)
    assert store.path == tmp_path / "own"
    assert str(store.path) in sentence
    assert store_for_import(settings, tmp_path / "other")[1] == ""
    with pytest.raises(StoreUnwritable):
        store_for_import(settings.model_copy(update={"store": invented.path}), invented.path)


def test_the_place_of_the_demonstration_is_kept_free_even_before_it_is_there(tmp_path: Path) -> None:
    settings: Configuration = SETTINGS.model_copy(
        update={"store": tmp_path / "own", "demonstration_store": tmp_path / "demo"}
    )
    assert store_for_import(settings, tmp_path / "demo")[0].path == tmp_path / "own"


def test_an_import_builds_on_no_damaged_version_and_check_goes_without(tmp_path: Path) -> None:
    store, path = tmp_path / "store", write(tmp_path)
    version = bring_in(store, path).version
    assert version is not None
    version.table_path("observations").write_bytes(b"rubbish")
    with pytest.raises(StoreBroken):
        bring_in(store, path)
    assert not check_against_store([path], Store(store), SETTINGS, OPTIONS).refused


def test_another_writer_that_came_between_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = tmp_path / "store"
    flows = write(tmp_path, [flow("training", "white", 10)], name="flow.csv")
    small = write(tmp_path, [staff("white", 9)], name="staff.csv")

    def create_after_another(path: Path) -> Store:
        monkeypatch.setattr(storing, "create_store", create_store)
        bring_in(store, small)
        return create_store(path)

    monkeypatch.setattr(storing, "create_store", create_after_another)
    assert kinds(bring_in(store, flows)) == ["over_staff"]
    assert set(held(store)["item"]) == {"staff"}


def test_the_census_year_may_be_said(tmp_path: Path) -> None:
    header = "Lower tier local authorities Code,Lower tier local authorities,Ethnic group (20 categories) Code,"
    header += "Ethnic group (20 categories),Observation"
    path = write(tmp_path, ["E1,Leeds,1,White: Irish,5"], header, "table.csv")
    stored = import_files([path], Store(tmp_path / "s"), SETTINGS, Options(as_at=date(2021, 3, 21), today=TODAY))
    assert stored.version is not None
    assert list(held(tmp_path / "s", "census")["census_year"]) == [2021]
