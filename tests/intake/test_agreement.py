from __future__ import annotations

from pathlib import Path

import pytest

from tests.intake.builders import HEADER, check_rows, flow, only, place, staff

ROUTED = HEADER + ",route"


def routed(item: str, value: object, route: str = "", band: str = "") -> str:
    return f"{flow(item, 'white', value, band=band)},{route}"


def test_codes_must_add_up_to_their_group_and_groups_to_bme(tmp_path: Path) -> None:
    sound = (staff("bme", 30), staff("asian", 20), staff("H", 15), staff("J", 5), staff("M", 10))
    assert not check_rows(tmp_path, *sound).report.problems
    problem = only(check_rows(tmp_path, staff("bme", 30), staff("H", 15), staff("M", 10)))
    assert place(problem) == ("finer_disagree", 2, "value")
    assert "25, what its parts add up to (rows 3, 4)" in problem.expected
    assert only(check_rows(tmp_path, staff("asian", 20), staff("H", 15))).row == 2


def test_white_and_unknown_codes_add_up_too(tmp_path: Path) -> None:
    assert only(check_rows(tmp_path, staff("white", 9), staff("A", 5), staff("CY", 5))).row == 2
    assert only(check_rows(tmp_path, staff("unknown", 9), staff("Z", 5), staff("99", 5))).row == 2


def test_bands_must_add_up_to_the_blank_band(tmp_path: Path) -> None:
    head = flow("training", "white", 10)
    assert not check_rows(tmp_path, head, *(flow("training", "white", 5, band=band) for band in "56")).report.problems
    assert only(check_rows(tmp_path, head, *(flow("training", "white", 4, band=band) for band in "56"))).row == 2
    assert only(check_rows(tmp_path, staff("white", 10, ""), staff("white", 4, "5"), staff("white", 4, "6"))).row == 2


def test_one_band_or_route_or_block_alone_is_an_excerpt(tmp_path: Path) -> None:
    assert not check_rows(
        tmp_path, flow("training", "white", 10), flow("training", "white", 4, band="7")
    ).report.problems
    assert only(check_rows(tmp_path, flow("training", "white", 10), flow("training", "white", 11, band="7"))).row == 2
    assert not check_rows(
        tmp_path, flow("training", "white", 10), flow("training", "white", 4, "clinical")
    ).report.problems


def test_routes_must_add_up_to_the_blank_route(tmp_path: Path) -> None:
    parts = routed("shortlisted", 6, "uk"), routed("shortlisted", 5, "international")
    assert not check_rows(tmp_path, routed("shortlisted", 11), *parts, header=ROUTED).report.problems
    problem = only(check_rows(tmp_path, routed("shortlisted", 12), *parts, header=ROUTED))
    assert place(problem) == ("finer_disagree", 2, "value")


def test_blocks_must_add_up_band_by_band(tmp_path: Path) -> None:
    rows = [staff("white", 5, "5", category) for category in ("clinical", "non_clinical")]
    assert not check_rows(tmp_path, staff("white", 10, "5", "non_medical"), *rows).report.problems
    assert only(check_rows(tmp_path, staff("white", 11, "5", "non_medical"), *rows)).row == 2


def test_a_part_that_is_withheld_excuses_a_shortfall_but_no_excess(tmp_path: Path) -> None:
    assert not check_rows(tmp_path, staff("bme", 30), staff("H", 15), staff("M", "*")).report.problems
    assert only(check_rows(tmp_path, staff("bme", 30), staff("H", 35), staff("M", "*"))).row == 2


@pytest.mark.parametrize(
    ("counts", "row"),
    [
        ({"total": 12, "voting": 10, "non_voting": 2, "executive": 7, "non_executive": 5}, None),
        ({"total": 12, "voting": 10, "non_voting": 3}, 2),
        ({"total": 12, "executive": 7, "non_executive": 6}, 2),
        ({"voting": 10, "non_voting": 2, "executive": 7, "non_executive": 6}, 2),
        ({"total": 12, "voting": 13}, 2),
        ({"total": 12, "voting": 10}, None),
    ],
)
def test_the_boards_parts_must_add_up(tmp_path: Path, counts: dict[str, int], row: int | None) -> None:
    checked = check_rows(tmp_path, *(flow("board", "white", count, part) for part, count in counts.items()))
    if row is None:
        assert not checked.report.problems
    else:
        assert place(only(checked)) == ("totals_disagree", row, "value")


def test_senior_medical_managers_are_of_the_consultants_and_never_added(tmp_path: Path) -> None:
    rows = [staff("white", 4, "consultant", "medical"), staff("white", 3, "senior_medical_manager", "medical")]
    assert not check_rows(tmp_path, staff("white", 4, "", "medical"), *rows).report.problems
    more = staff("white", 5, "senior_medical_manager", "medical")
    assert place(only(check_rows(tmp_path, rows[0], more))) == ("finer_disagree", 3, "value")


def test_more_people_naming_a_ground_than_were_asked(tmp_path: Path) -> None:
    rows = flow("discrimination_ground_base", "", 10), flow("discrimination_ground_ethnic", "", 11)
    assert place(only(check_rows(tmp_path, *rows))) == ("totals_disagree", 3, "value")
