"""The finer ethnic groups: their shares, from whichever rows supply them, and where they are left out."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from equality.analyses.ethnic_groups import GroupShare, ethnic_groups
from equality.domain import View
from tests.builders import ORG, SETTINGS, Rows, observation, reader_of, with_settings

LOOSE = with_settings(thresholds={"group_minimum_staff": 1, "step_minimum_posts": 1})


def counts(band: str, category: str = "non_medical", **groups: Any) -> Rows:
    """Staff of one band by ethnic group or code."""
    return [observation("staff", name, value, category=category, band=band) for name, value in groups.items()]


def ask(*rows: Rows, view: View = View.PRIVATE) -> dict[tuple[str, str], GroupShare]:
    found = ethnic_groups(reader_of(*rows), LOOSE, ORG, view).at(date(2025, 3, 31), "non_medical")
    return {(row.ethnic_group, row.band): row for row in found}


def test_a_share_is_of_the_whole_band_and_parity_is_the_group_s_share_of_the_block() -> None:
    found = ask(counts("5", white=60, asian=30, black=8, unknown=2), counts("8a", white=95, asian=3, black=2))
    senior = found["asian", "8a"]
    assert (senior.people, senior.headcount, senior.share_pct) == (3, 100, 3.0)
    assert senior.block_pct == pytest.approx(100 * 33 / 200)
    assert senior.short_of_parity == pytest.approx(33 / 200 * 100 - 3)


def test_codes_add_up_to_their_group_and_a_group_by_name_is_not_counted_twice() -> None:
    assert ask(counts("5", A=50, H=20, J=5, M=25))["asian", "5"].people == 25
    both = ask(counts("5", A=50, H=20, J=5, asian=25, M=25))
    assert both["asian", "5"].people == 25


def test_clinical_and_non_clinical_add_up_where_they_are_split() -> None:
    found = ask(counts("5", "clinical", white=50, asian=10), counts("5", "non_clinical", white=30, asian=10))
    assert (found["asian", "5"].people, found["asian", "5"].headcount) == (20, 100)


def test_only_bme_as_a_whole_gives_no_groups() -> None:
    assert ask(counts("5", white=60, bme=40)) == {}


def test_the_public_view_has_no_finer_groups() -> None:
    rows = counts("5", white=600, asian=300, black=100)
    assert ask(rows) and not ask(rows, view=View.PUBLIC)


def test_small_groups_and_small_bands_are_left_out() -> None:
    rows = [*counts("5", white=500, asian=300, chinese=49), *counts("8a", white=12, asian=7)]
    found = ethnic_groups(reader_of(rows), SETTINGS, ORG).rows
    assert {(row.ethnic_group, row.band) for row in found} == {("asian", "5")}
