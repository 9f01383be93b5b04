"""Random organisations from a seed, as rows of the store: the small, the split, the unsplit, the finely coded."""

from __future__ import annotations

from random import Random

from tests.builders import Rows, board, observation, people, staff, survey

BANDS = ("2", "5", "6", "7", "8a", "8b", "8c", "8d", "9", "vsm")
MEDICAL = ("trainee", "career_grade", "consultant", "other")
BME_CODES = ("D", "H", "J", "M", "N", "R", "S", "asian", "black")
YEARS = (2018, 2019, 2021, 2025)


def invented_organisation(seed: int, years: tuple[int, ...] = YEARS, size: int | None = None) -> Rows:
    """One organisation, ``X<seed>``: staff, flows, board and survey of every year."""
    chance = Random(seed)  # noqa: S311 - a test must be the same every time
    scale = size or chance.choice((4, 40, 400))
    blocks = chance.choice((("clinical", "non_clinical"), ("non_medical",)))
    rows: Rows = []
    for year in years:
        place = {"year": year, "ods_code": f"X{seed}"}
        for block in blocks:
            for height, band in enumerate(BANDS):
                most = max(1, scale // (1 + height))
                rows += invented_cell(chance, most, **place, category=block, band=band)
        for band in MEDICAL:
            rows += invented_cell(chance, max(1, scale // 3), **place, category="medical", band=band)
        rows += _flows(chance, scale, place)
        for part in ("total", "voting", "executive"):
            rows += board(part, chance.randint(1, 12), chance.randint(0, 5), chance.randint(0, 1), **place)
        for indicator in (5, 6, 7, 8):
            basis = {"basis": "dont_know_included"} if indicator == 7 else {}
            bases = (chance.randint(20, 900), chance.randint(11, 300))
            rows += survey(indicator, chance.uniform(5, 60), chance.uniform(5, 60), *bases, **place, **basis)
    return rows


def invented_cell(chance: Random, most: int, **place: object) -> Rows:
    """White, BME (in one of three degrees of detail) and unknown staff of one band."""
    white, bme, unknown = chance.randint(0, 3 * most), chance.randint(0, most), chance.randint(0, most // 4 + 1)
    if chance.random() < 0.7:
        return staff(white, bme, unknown, **place)
    codes = chance.sample(BME_CODES[:7], 3)
    first, second = sorted((chance.randint(0, bme), chance.randint(0, bme)))
    parts = (first, second - first, bme - second)
    finer = [observation("staff", code, part, **place) for code, part in zip(codes, parts, strict=True)]
    return staff(white, None, unknown, **place) + finer


def _flows(chance: Random, scale: int, place: dict[str, object]) -> Rows:
    rows: Rows = []
    for band in ("5", "7"):
        shortlisted = [chance.randint(1, 4 * scale) for _ in range(3)]
        appointed = [chance.randint(0, most) for most in shortlisted]
        rows += people("shortlisted", *shortlisted, band=band, **place)
        rows += people("appointed", *appointed, band=band, **place)
    for item in ("disciplinary", "training"):
        basis = {"basis": "single_year"} if item == "disciplinary" else {}
        rows += people(item, *(chance.randint(0, 3) for _ in range(3)), **place, **basis)
    return rows
