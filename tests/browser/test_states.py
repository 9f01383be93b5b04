"""Every state of the data has a finished page: nothing yet, one return, other kinds of data, damage, and new data."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import PAGES, Record, Serve
from tests.browser.reading import Control, alternatives, footer, heading, notices, table_rows, text_of, trouble
from tests.browser.serving import Server, serving, visit
from tests.browser.stores import BEFORE, LAST, REAL_DATA, damage_newest, import_files, write_return

real_data = pytest.mark.skipif(not REAL_DATA.exists(), reason=f"the published tables are not at {REAL_DATA.name}/")


def open_page(page: Page, server: Server, record: Record, name: str) -> None:
    """Opens a page that must be whole: a finding, a footer, nothing amiss."""
    visit(page, server.page(name))
    assert heading(page)
    assert footer(page)
    assert (trouble(page), record.faults(server)) == ([], [])


@pytest.mark.parametrize("name", PAGES)
def test_invented_data_is_called_so_on_every_page(server: Server, page: Page, record: Record, name: str) -> None:
    open_page(page, server, record, name)
    assert page.locator(".eq-badge").all_inner_texts() == ["Invented data", "Private view"]
    assert "Invented data" in footer(page)
    assert "(invented)" in page.get_by_test_id("stSidebar").inner_text()


@pytest.fixture(scope="module")
def empty_server(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> Server:
    """A dashboard whose store is a folder that does not exist."""
    return serve(tmp_path_factory.mktemp("empty") / "new")


@pytest.mark.parametrize("name", PAGES)
def test_an_empty_store_says_what_to_do(empty_server: Server, page: Page, record: Record, name: str) -> None:
    open_page(page, empty_server, record, name)
    assert (alternatives(page), page.locator(".eq-badge").all_inner_texts()) == ([], ["Private view"])
    if page.locator(".eq-steps").count():  # a page of definitions needs no data
        assert "python -m equality import FILE" in text_of(page)
        assert "No data yet" in footer(page)


@pytest.mark.parametrize("name", PAGES)
def test_one_return_of_one_trust_looks_finished(single_server: Server, page: Page, record: Record, name: str) -> None:
    open_page(page, single_server, record, name)
    assert notices(page) == ""
    assert "Invented data" not in text_of(page)
    assert page.locator(".st-key-choice-org").count() == 0
    assert Control(page, "year").options() == ["31 March 2024"]
    # "None of nine indicators" is English; None by itself is Python.
    words = text_of(page).replace("None of", "")
    assert [odd for odd in ("None", "nan", "NaN", "inf ", "{", "undefined") if odd in words] == []


@pytest.fixture(scope="module")
def england_server(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> Server:
    """A store that holds the published table of September 2017 and nothing else."""
    store = tmp_path_factory.mktemp("england") / "store"
    import_files(store, REAL_DATA / "nhs-workforce-2017-09.csv")
    return serve(store)


@real_data
@pytest.mark.parametrize("name", PAGES)
def test_the_published_table_alone_says_what_it_can_show(
    england_server: Server, page: Page, record: Record, name: str
) -> None:
    open_page(page, england_server, record, name)
    assert notices(page) == ""
    assert "Invented" not in text_of(page)
    assert "30 September 2017" in Control(page, "year").shown
    assert "September 2017, not a WRES date" in text_of(page)


@real_data
def test_the_published_table_shows_englands_peaks(england_server: Server, page: Page) -> None:
    visit(page, england_server.page("representation"))
    assert "VSM: " in alternatives(page)[0]
    assert Control(page, "block").options() == ["All non-medical staff", "Medical and dental staff"]


@pytest.fixture(scope="module")
def trusts_server(serve: Serve, tmp_path_factory: pytest.TempPathFactory) -> Server:
    """A store that holds the survey results of eighty trusts and nothing else."""
    store = tmp_path_factory.mktemp("trusts") / "store"
    import_files(store, REAL_DATA / "survey-2024-by-trust-a.csv", REAL_DATA / "organisations.csv")
    return serve(store)


@real_data
@pytest.mark.parametrize("name", PAGES)
def test_survey_results_alone_say_what_they_can_show(
    trusts_server: Server, page: Page, record: Record, name: str
) -> None:
    open_page(page, trusts_server, record, name)
    words = text_of(page)
    assert [odd for odd in ("None", "nan", "NaN", "{") if odd in words.replace("None of", "")] == []
    if page.locator(".eq-steps").count():
        assert "survey results for indicators 5, 6, 7 and 8" in words


@real_data
def test_survey_results_alone_show_their_indicators(trusts_server: Server, page: Page) -> None:
    visit(page, trusts_server.page("indicators"))
    rows = {cells[0][:1]: cells[1] for cells in table_rows(page)}
    assert [number for number, value in rows.items() if value.endswith("%")] == ["5", "6", "7", "8"]
    assert {rows[number] for number in "1234"} == {"not supplied"}
    assert len(Control(page, "org").options()) == 80


@pytest.fixture
def growing(tmp_path: Path) -> Path:
    """A store of one version, with a second return lying ready beside it."""
    import_files(tmp_path / "store", write_return(tmp_path / "first.csv", BEFORE))
    write_return(tmp_path / "second.csv", LAST)
    return tmp_path / "store"


def test_data_brought_in_meanwhile_shows_on_the_next_choice(growing: Path, page: Page, record: Record) -> None:
    with serving(growing) as server:
        open_page(page, server, record, "representation")
        assert footer(page).endswith("Data version 1")
        import_files(growing, growing.parent / "second.csv")
        Control(page, "block").choose("Clinical staff, medical apart")
        assert footer(page).endswith("Data version 2")
        assert Control(page, "year").options() == ["31 March 2025", "31 March 2024"]
        assert Control(page, "year").shown == "31 March 2024"  # what is being looked at does not change by itself
        assert record.faults(server) == []


def test_a_damaged_newest_version_is_said_and_the_last_whole_one_is_shown(
    growing: Path, page: Page, record: Record
) -> None:
    import_files(growing, growing.parent / "second.csv")
    damage_newest(growing)
    with serving(growing) as server:
        for name in PAGES:
            open_page(page, server, record, name)
            assert "The newest data version is damaged, so these pages show version 1" in notices(page)
            assert "observations.parquet" in notices(page)
            assert footer(page).endswith("Data version 1")
            assert Control(page, "year").options() == ["31 March 2024"]
