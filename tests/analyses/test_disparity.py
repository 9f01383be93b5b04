"""Disparity ratios: tiers, orientation, Woolf's interval, the product of the steps."""

from __future__ import annotations

import math

import pytest

from equality.analyses.disparity import DisparityRow, disparity
from equality.store.connection import Reader
from tests.analyses import naive
from tests.analyses.invented import invented_organisation
from tests.builders import ORG, SETTINGS, Rows, reader_of, staff

SEEDS = range(20, 28)
ROWS = [row for seed in SEEDS for row in invented_organisation(seed, (2025,))]
TIERS = {
    "lower": ("under_1", "1", "2", "3", "4", "5"),
    "middle": ("6", "7"),
    "upper": ("8a", "8b", "8c", "8d", "9", "vsm"),
}


@pytest.fixture(scope="module")
def reader() -> Reader:
    return reader_of(ROWS)


def steps(*rows: Rows, category: str = "clinical") -> dict[str, DisparityRow]:
    found = disparity(reader_of(*rows), SETTINGS, ORG).rows
    return {row.step: row for row in found if row.category == category}


@pytest.mark.parametrize("seed", SEEDS)
def test_every_ratio_is_the_naive_one(reader: Reader, seed: int) -> None:
    rows = [row for row in ROWS if row["ods_code"] == f"X{seed}"]
    for row in disparity(reader, SETTINGS, f"X{seed}").rows:
        blocks = {"clinical", "non_clinical"} & {held["category"] for held in rows}
        chosen = (blocks or {"non_medical"}) if row.category == "non_medical" else {row.category}
        below, above = ("lower", "middle") if row.step == "lower_middle" else ("middle", "upper")
        below = "lower" if row.step == "lower_upper" else below
        low, high = (
            naive.added(*(naive.counted(rows, "staff", category=c, band=b) for c in chosen for b in TIERS[tier]))
            for tier in (below, above)
        )
        cells = (low["white"], high["white"], low["bme"], high["bme"])
        assert (row.white_lower, row.white_upper, row.bme_lower, row.bme_upper) == cells
        if 0 in cells:
            assert (row.ratio, row.lower_95, row.status) == (None, None, "undefined")
            assert row.verdict == "cannot_be_calculated"
            continue
        expected = (cells[1] / cells[0]) / (cells[3] / cells[2])
        spread = math.exp(float(naive.Z) * math.sqrt(sum(1 / float(cell) for cell in cells)))
        assert row.ratio == pytest.approx(float(expected))
        assert (row.lower_95, row.upper_95) == pytest.approx((float(expected) / spread, float(expected) * spread))


def test_lower_to_upper_is_the_product_of_the_steps(reader: Reader) -> None:
    found = {(s, row.category, row.step): row.ratio for s in SEEDS for row in disparity(reader, SETTINGS, f"X{s}").rows}
    products = 0
    for (seed, category, step), ratio in found.items():
        parts = (found[seed, category, "lower_middle"], found[seed, category, "middle_upper"])
        if step == "lower_upper" and ratio is not None and None not in parts:
            assert ratio == pytest.approx((parts[0] or 0) * (parts[1] or 0))
            products += 1
    assert products > 5


def test_above_one_is_worse_for_bme_staff() -> None:
    found = steps(staff(100, 100), staff(200, 100, band="6"))["lower_middle"]
    assert found.ratio == 2
    assert found.verdict == "worse"


def test_no_bme_staff_in_a_tier_is_undefined_and_keeps_its_counts() -> None:
    found = steps(staff(100, 100), staff(50, 0, band="7"), staff(9, 3, band="8a"))
    assert found["lower_middle"].status == "undefined"
    assert (found["lower_middle"].white_upper, found["lower_middle"].bme_upper) == (50, 0)
    assert found["lower_upper"].status == "ok"


def test_every_non_medical_block_has_three_steps_and_medical_has_none() -> None:
    rows = [staff(category=block) for block in ("clinical", "non_clinical")]
    found = disparity(reader_of(*rows, staff(category="medical", band="consultant")), SETTINGS, ORG).rows
    assert [(row.category, row.step) for row in found] == [
        (block, step)
        for block in ("non_clinical", "clinical", "non_medical")
        for step in ("lower_middle", "middle_upper", "lower_upper")
    ]


def test_a_hidden_count_in_a_tier_hides_the_ratio() -> None:
    found = steps(staff(100, 100), staff(80, "*", band="6"))["lower_middle"]
    assert (found.ratio, found.bme_upper, found.status) == (None, None, "suppressed")
