"""The link is the view: what a link asks for is what is selected, and what it cannot have is said."""

from __future__ import annotations

from datetime import date

import pytest

from equality.analyses.holdings import Holdings, Snapshot
from equality.domain import Organisation, View
from equality.ui.selection import selection_of, snapshot_options


def holdings(**snapshots: tuple[date, ...]) -> Holdings:
    held = {
        code: tuple(Snapshot(day.year, day, frozenset({"staff"})) for day in days) for code, days in snapshots.items()
    }
    return Holdings(tuple(Organisation(code, f"{code} trust") for code in held), held, 1, "digest", invented=False)


MARCH_2024, MARCH_2025, SEPTEMBER_2024 = date(2024, 3, 31), date(2025, 3, 31), date(2024, 9, 30)
HELD = holdings(AAA=(MARCH_2024,), BBB=(MARCH_2024, SEPTEMBER_2024, MARCH_2025))


def test_a_bare_link_opens_the_configured_organisation_at_its_latest_snapshot_in_the_private_view() -> None:
    chosen = selection_of({}, HELD, "BBB")
    assert (chosen.ods_code, chosen.as_at, chosen.view, chosen.faults) == ("BBB", MARCH_2025, View.PRIVATE, ())


def test_an_organisation_that_is_configured_but_not_held_gives_way_to_the_first_held() -> None:
    assert selection_of({}, HELD, "ZZZ").ods_code == "AAA"


def test_a_link_says_organisation_year_and_view() -> None:
    chosen = selection_of({"org": "BBB", "year": "2024", "view": "public"}, HELD, "AAA")
    assert (chosen.ods_code, chosen.as_at, chosen.view) == ("BBB", MARCH_2024, View.PUBLIC)
    assert chosen.link == {"org": "BBB", "year": "2024", "view": "public"}


def test_a_snapshot_beside_the_wres_one_of_its_year_has_its_date_in_the_link() -> None:
    assert list(snapshot_options(HELD.snapshots["BBB"])) == ["2025", "2024-09-30", "2024"]
    chosen = selection_of({"org": "BBB", "year": "2024-09-30"}, HELD, "AAA")
    assert (chosen.year, chosen.as_at) == (2024, SEPTEMBER_2024)


def test_a_snapshot_not_in_march_alone_in_its_year_is_named_by_the_year_and_labelled() -> None:
    (key, snapshot), *_ = snapshot_options(holdings(AAA=(date(2017, 9, 30),)).snapshots["AAA"]).items()
    assert (key, snapshot.label) == ("2017", "30 September 2017")
    assert "not a WRES date" in snapshot.caution


@pytest.mark.parametrize(
    ("link", "word"),
    [({"org": "<script>"}, "organisation"), ({"year": "1899"}, "snapshot"), ({"view": "odd"}, "view")],
)
def test_what_cannot_be_had_is_said_and_the_default_shown(link: dict[str, str], word: str) -> None:
    chosen = selection_of(link, HELD, "AAA")
    assert len(chosen.faults) == 1
    assert word in chosen.faults[0]
    assert (chosen.ods_code, chosen.as_at, chosen.view) == ("AAA", MARCH_2024, View.PRIVATE)


def test_an_empty_store_has_no_snapshot_and_its_link_names_none() -> None:
    chosen = selection_of({}, holdings(), "AAA")
    assert (chosen.ods_code, chosen.year, chosen.as_at) == ("AAA", None, None)
    assert chosen.link == {"org": "AAA", "view": "private"}
