"""The frame of every page, run as Streamlit runs it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from equality.config import ROOT
from equality.store.layout import Store
from tests.ui.conftest import MARSH, NORTHMERE, make_store

MARCH = (date(2024, 3, 31), date(2025, 3, 31))


def html_of(app: AppTest) -> str:
    return "".join(element.proto.body for element in [*app.get("html"), *app.sidebar.get("html")])


def open_dashboard(**link: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "equality" / "ui" / "dashboard.py"), default_timeout=60)
    for name, value in link.items():
        app.query_params[name] = value
    return app.run()


@pytest.fixture
def two_trusts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = make_store(tmp_path / "store", {NORTHMERE: MARCH, MARSH: MARCH[:1]})
    monkeypatch.setenv("EQUALITY_STORE", str(path))
    return path


@pytest.mark.usefixtures("two_trusts")
def test_a_cold_link_sets_every_selector() -> None:
    app = open_dashboard(org=NORTHMERE, year="2024", view="public")
    assert not app.exception
    assert {box.label: box.value for box in app.sidebar.selectbox} == {
        "Organisation": NORTHMERE,
        "Snapshot": "2024",
        "View": "public",
    }


@pytest.mark.usefixtures("two_trusts")
def test_a_choice_is_written_to_the_link_and_the_rest_stays() -> None:
    app = open_dashboard(org=NORTHMERE, year="2024", view="public")
    app.sidebar.selectbox(key="choice-year").select("2025").run()
    assert {name: app.query_params[name] for name in ("org", "year", "view")} == {
        "org": NORTHMERE,
        "year": "2025",
        "view": "public",
    }


@pytest.mark.usefixtures("two_trusts")
def test_a_bare_link_is_completed_so_that_it_means_the_same_next_year() -> None:
    app = open_dashboard()
    assert app.query_params["year"] == "2025"


@pytest.mark.usefixtures("two_trusts")
def test_what_a_link_asks_for_in_vain_is_said() -> None:
    assert "“1990”" in html_of(open_dashboard(org=NORTHMERE, year="1990"))


@pytest.mark.usefixtures("two_trusts")
def test_a_name_from_a_file_is_shown_and_never_run() -> None:
    shown = html_of(open_dashboard(org=NORTHMERE))
    assert "Northmere &lt;b&gt;&amp; Sons&lt;/b&gt;" in shown
    assert "<b>&" not in shown


def test_one_organisation_needs_no_choice_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EQUALITY_STORE", str(make_store(tmp_path / "store", {NORTHMERE: MARCH})))
    assert [box.label for box in open_dashboard().sidebar.selectbox] == ["Snapshot", "View"]


def test_an_empty_store_is_a_finished_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EQUALITY_STORE", str(make_store(tmp_path / "store", {}, invented=False)))
    app = open_dashboard()
    assert not app.exception
    assert [box.label for box in app.sidebar.selectbox] == ["View"]


def test_faults_of_the_configuration_are_one_page_that_names_file_and_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    faulty = tmp_path / "config.yaml"
    text = (ROOT / "config.yaml").read_text(encoding="utf-8")
    faulty.write_text(text.replace("baseline_year: 2018", "baseline_year: long ago"), encoding="utf-8")
    monkeypatch.setenv("EQUALITY_CONFIG", str(faulty))
    app = open_dashboard()
    assert not app.exception
    assert str(faulty) in html_of(app)
    assert "model_employer.baseline_year" in html_of(app)


def test_a_damaged_version_gives_way_to_the_last_whole_one_and_that_is_said(two_trusts: Path) -> None:
    make_second_version(two_trusts)
    current = Store(two_trusts).current()
    assert current is not None
    current.table_path("observations").write_bytes(b"not parquet")
    shown = html_of(open_dashboard())
    assert "damaged" in shown
    assert "version 1" in shown


def make_second_version(path: Path) -> None:
    make_store(path, {NORTHMERE: MARCH})
