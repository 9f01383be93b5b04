"""Representation against a naive twin over random organisations, and the rules of the contract one by one."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from equality.analyses.representation import BandShare, representation
from equality.store.connection import Reader
from tests.analyses import naive
from tests.analyses.invented import YEARS, invented_organisation
from tests.builders import ORG, SETTINGS, Rows, observation, reader_of, staff

SEEDS = range(12)
ROWS = [row for seed in SEEDS for row in invented_organisation(seed)]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return reader_of(ROWS)


def shares(*rows: Rows | dict[str, object], org: str = ORG) -> dict[tuple[str, str], BandShare]:
    found = representation(reader_of(*rows), SETTINGS, org).rows
    return {(row.category, row.band): row for row in found}


@pytest.mark.parametrize("seed", SEEDS)
def test_every_share_is_the_naive_one(reader: Reader, seed: int) -> None:
    org = f"X{seed}"
    rows = [row for row in ROWS if row["ods_code"] == org]
    split = {"clinical", "non_clinical"} & {row["category"] for row in rows}
    found = representation(reader, SETTINGS, org).rows
    assert len(found) == len({(row.as_at, row.category, row.band) for row in found})
    for row in found:
        where: dict[str, object] = {"year": row.year} | ({} if row.band == "all" else {"band": row.band})
        blocks = {"all": None, "non_medical": sorted(split) or ["non_medical"]}.get(row.category, [row.category])
        cells = [where] if blocks is None else [where | {"category": block} for block in blocks]
        cell = naive.added(*(naive.workforce(rows, **place) for place in cells))
        whole = naive.share_pct(naive.workforce(rows, year=row.year))
        share = naive.share_pct(cell)
        assert (row.white, row.bme, row.unknown) == (cell["white"], cell["bme"], cell["unknown"])
        assert row.headcount == naive.headcount(cell)
        assert row.workforce_bme_pct == pytest.approx(float(whole or 0))
        if share is None:
            assert (row.bme_pct, row.lower_95, row.gap_points, row.status) == (None, None, None, "undefined")
            continue
        assert row.bme_pct == pytest.approx(float(share))
        assert row.gap_points == pytest.approx(float(share - (whole or 0)))
        assert (row.lower_95, row.upper_95) == pytest.approx(naive.wilson_pct(cell["bme"], naive.headcount(cell)))
        assert 0 <= (row.lower_95 or 0) <= row.bme_pct <= (row.upper_95 or 0) <= 100
        assert row.highest_pct == pytest.approx(float(100 * (cell["bme"] + cell["unknown"]) / naive.headcount(cell)))


def test_each_year_has_the_blocks_their_bands_and_all(reader: Reader) -> None:
    found = representation(reader, SETTINGS, "X0").rows
    assert {row.year for row in found} == set(YEARS)
    for year in YEARS:
        bands = {row.band for row in found if row.year == year and row.category == "non_medical"}
        assert {"2", "8a", "vsm", "all"} <= bands
        assert [row.band for row in found if row.year == year and row.category == "all"] == ["all"]


def test_unknown_ethnicity_stays_in_the_denominator() -> None:
    assert shares(staff(60, 20, 20))["clinical", "5"].bme_pct == 20


def test_the_workforce_counts_medical_staff_and_stands_on_every_row() -> None:
    found = shares(staff(80, 20), staff(0, 100, category="medical", band="consultant"))
    assert {row.workforce_bme_pct for row in found.values()} == {60}
    assert found["clinical", "5"].gap_points == -40


def test_senior_medical_managers_are_of_the_consultants_and_never_added() -> None:
    medical = {"category": "medical"}
    found = shares(staff(10, 10, **medical, band="consultant"), staff(5, 0, **medical, band="senior_medical_manager"))
    assert found["medical", "senior_medical_manager"].headcount == 5
    assert found["medical", "all"].headcount == 20
    assert found["all", "all"].headcount == 20


def test_a_block_supplied_as_a_total_is_added_to_one_supplied_by_band() -> None:
    found = shares(staff(100, 0, band=""), staff(100, 0), staff(40, 10, category="non_clinical"))
    assert (found["non_medical", "all"].headcount, found["all", "all"].headcount) == (150, 150)


def test_a_total_beside_an_excerpt_of_its_bands_is_the_total() -> None:
    found = shares(staff(700, 300, band=""), staff(9, 1, band="8a"))
    assert found["clinical", "all"].headcount == 1000
    assert found["all", "all"].bme_pct == 30


def test_non_medical_as_supplied_is_not_added_to_its_blocks() -> None:
    rows = [staff(80, 20, category=block) for block in ("clinical", "non_clinical")]
    found = shares(*rows, staff(160, 40, category="non_medical"))
    assert found["non_medical", "5"].headcount == 200
    assert found["all", "all"].headcount == 200


def test_splitting_the_blocks_changes_nothing_in_non_medical() -> None:
    split = shares(staff(80, 20, 1), staff(30, 5, 2, category="non_clinical"))
    whole = shares(staff(110, 25, 3, category="non_medical"))
    for key in whole:
        assert split[key] == whole[key]


@pytest.mark.parametrize("finer", [{"H": 12, "M": 8}, {"asian": 12, "black": 8}, {"asian": 12, "H": 5, "J": 7, "M": 8}])
def test_finer_ethnic_groups_give_what_bme_gives_and_nobody_counts_twice(finer: dict[str, int]) -> None:
    place = {"category": "clinical", "band": "5"}
    rows = [observation("staff", code, value, **place) for code, value in finer.items()]
    assert shares(staff(80, None, 3), *rows) == shares(staff(80, 20, 3))


def test_codes_beside_the_group_that_they_are_of_are_not_added_to_it() -> None:
    row = observation("staff", "H", 12, category="clinical", band="5")
    assert shares(staff(80, 20), row)["clinical", "5"].bme == 20


def test_every_white_code_is_white_and_99_and_z_are_unknown() -> None:
    place = {"category": "clinical", "band": "5"}
    codes = ("A", "B", "CY", "99", "Z", "LA", "S")
    found = shares(*[observation("staff", code, 10, **place) for code in codes])["clinical", "5"]
    assert (found.white, found.unknown, found.bme) == (30, 20, 20)


def test_a_count_that_the_source_hid_is_no_zero() -> None:
    row = shares(staff(80, "*", 3))["clinical", "5"]
    assert (row.white, row.bme, row.headcount, row.bme_pct, row.status) == (80, None, None, None, "suppressed")
    row = shares(staff(80, 5, 3), staff(90, "*", band="6"))["clinical", "all"]
    assert (row.bme, row.headcount, row.status) == (None, None, "suppressed")


def test_a_group_left_out_of_a_cell_that_has_others_is_zero() -> None:
    assert shares(staff(80, 0, None))["clinical", "5"].bme_pct == 0


def test_the_order_of_rows_changes_nothing() -> None:
    rows = invented_organisation(3)
    shuffled = list(rows)
    Random(1).shuffle(shuffled)  # noqa: S311 - a test must be the same every time
    assert representation(reader_of(rows), SETTINGS, "X3") == representation(reader_of(shuffled), SETTINGS, "X3")


def test_two_snapshots_of_a_year_stand_apart() -> None:
    september = staff(80, 20, year=2018, as_at=date(2018, 9, 30))
    found = representation(reader_of(staff(90, 10, year=2018), september), SETTINGS, ORG)
    assert [row.bme_pct for row in found.rows if row.category == "all"] == [10, 20]
    assert found.total(date(2018, 9, 30)) is not None


def test_the_largest_step_is_in_people_and_needs_posts_on_both_sides() -> None:
    rows = [staff(50, 50), staff(150, 50, band="6"), staff(19, 0, band="7"), staff(900, 100, band="8a")]
    found = representation(reader_of(*rows), SETTINGS, ORG)
    step = found.largest_step_down(date(2025, 3, 31), "clinical")
    assert step is not None
    assert (step.lower_band, step.upper_band, step.people) == ("5", "6", 50)


def test_nothing_held_is_no_rows() -> None:
    assert representation(reader_of(staff()), SETTINGS, "RZZ").rows == ()
