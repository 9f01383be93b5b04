"""An invented staff list in the headings of the electronic staff record, as long as wanted, from a seed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from equality.demonstration.profiles import LAST_YEAR, Profile, read_profiles
from equality.demonstration.returns import SEED
from equality.demonstration.workforce import invented_workforce
from equality.store.durable import reporting_unwritable

STAFF_LIST = "invented-staff-list.csv"
HEADINGS = (
    "Employee Number",
    "Assignment Number",
    "Assignment Category",
    "Assignment Status",
    "Primary Assignment",
    "Ethnic Origin",
    "Pay Scale",
    "Staff Group",
    "Organisation",
)
ROWS_AT_ONCE = 50_000
_SECOND_ASSIGNMENT_PROP = 0.03
_CATEGORIES = {"Permanent": 0.845, "Fixed Term Temp": 0.07, "Bank": 0.07, "Honorary": 0.01, "Locum": 0.005}
_STATUSES = {"Active Assignment": 0.93, "Maternity & Adoption": 0.03, "Career Break": 0.01, "Ended": 0.03}
_ORIGINS = (
    {"A White - British": 0.84, "B White - Irish": 0.02, "C White - Any other White background": 0.11, "CP": 0.03},
    {
        "D Mixed - White & Black Caribbean": 0.03,
        "G Mixed - Any other mixed background": 0.05,
        "H Asian or Asian British - Indian": 0.27,
        "J Asian or Asian British - Pakistani": 0.12,
        "K Asian or Asian British - Bangladeshi": 0.03,
        "L Asian or Asian British - Any other Asian background": 0.13,
        "M Black or Black British - Caribbean": 0.05,
        "N Black or Black British - African": 0.20,
        "R Chinese": 0.03,
        "S Any Other Ethnic Group": 0.06,
        "SE": 0.03,
    },
    {"Z Not Stated": 0.75, "99": 0.1, "": 0.15},
)
"""White, BME and unknown ethnic origins and how common each is among them."""
_GROUPS = {
    "non_clinical": {"Administrative and Clerical": 0.75, "Estates and Ancillary": 0.25},
    "clinical": {
        "Nursing and Midwifery Registered": 0.64,
        "Allied Health Professionals": 0.19,
        "Add Prof Scientific and Technic": 0.10,
        "Healthcare Scientists": 0.07,
    },
    "support": {"Additional Clinical Services": 1.0},
    "medical": {"Medical and Dental": 1.0},
}
_SUPPORT_BANDS = ("under_1", "2", "3", "4")
"""Clinical posts below the registered professions."""
_SCALES = {"under_1": "Review Body Band 1", "vsm": "VSM", "9": "NHS|XR12|Review Body Band 9"}
_RANGES = {"8a": ("XR08", "A"), "8b": ("XR09", "B"), "8c": ("XR10", "C"), "8d": ("XR11", "D")}
_MEDICAL_SCALES = {
    "consultant": "Consultant",
    "career_grade": "Specialty Doctor",
    "trainee": "Specialty Registrar",
    "other": "Foundation",
}


def _stay_silent(_done: int) -> None:
    """Nobody watches."""


def write_staff_list(
    folder: Path, rows: int, seed: int = SEED, on_progress: Callable[[int], object] = _stay_silent
) -> Path:
    """Write ``rows`` invented assignments as a CSV file into ``folder``; returns its path.

    Nobody on it exists. The same seed gives the same list; it is written in pieces, so that memory does not grow with
    it. Raises StoreUnwritable when the folder cannot be written.
    """
    path = folder.resolve() / STAFF_LIST
    with reporting_unwritable(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", newline="") as file:
            file.write(",".join(HEADINGS) + "\n")
            for done, piece in _pieces(rows, np.random.default_rng((seed, rows))):
                piece.to_csv(file, header=False, index=False, lineterminator="\n")
                on_progress(done)
    return path


def _pieces(rows: int, rng: np.random.Generator) -> Iterator[tuple[int, pd.DataFrame]]:
    (profile,) = read_profiles(1, SEED)
    posts = _posts(profile)
    last_employee = 10_000_000
    for start in range(0, rows, ROWS_AT_ONCE):
        length = min(ROWS_AT_ONCE, rows - start)
        piece = _assignments(posts, length, last_employee, profile.ods_code, rng)
        last_employee = int(piece["Employee Number"].iloc[-1])
        yield start + length, piece


def _posts(profile: Profile) -> pd.DataFrame:
    """Cells of the profile's last workforce by ethnicity (0 White, 1 BME, 2 unknown) with their share of all staff."""
    workforce = invented_workforce(profile, np.array([LAST_YEAR]), np.random.default_rng(SEED))
    counts = workforce.counts[0]
    posts = workforce.cells[["category", "band"]].loc[np.repeat(np.arange(len(counts)), 3)].reset_index(drop=True)
    return posts.assign(ethnicity=np.tile(np.arange(3), len(counts)), share=counts.ravel() / counts.sum())


def _assignments(
    posts: pd.DataFrame, length: int, last_employee: int, ods_code: str, rng: np.random.Generator
) -> pd.DataFrame:
    held = posts.iloc[rng.choice(len(posts), length, p=posts["share"])].reset_index(drop=True)
    second = rng.random(length) < _SECOND_ASSIGNMENT_PROP
    second[0] = False
    employee = last_employee + np.cumsum(~second)
    origin = _origins(held["ethnicity"].to_numpy(), rng)
    # The second assignment is the same person's, in another post.
    first = np.maximum.accumulate(np.where(second, 0, np.arange(length)))
    number = np.arange(length) - first
    columns = (
        employee,
        [f"{who}-{1 + at}" if at else str(who) for who, at in zip(employee, number, strict=True)],
        _chosen(_CATEGORIES, length, rng),
        _chosen(_STATUSES, length, rng),
        np.where(second, "No", "Yes"),
        origin[first],
        _scales(held),
        _staff_groups(held, rng),
        ods_code,
    )
    return pd.DataFrame(dict(zip(HEADINGS, columns, strict=True)))


def _chosen(shares: dict[str, float], length: int, rng: np.random.Generator) -> NDArray[np.str_]:
    weights = np.array(list(shares.values()))
    return rng.choice(np.array(list(shares)), length, p=weights / weights.sum())


def _origins(ethnicity: NDArray[np.int64], rng: np.random.Generator) -> NDArray[np.object_]:
    found = np.empty(len(ethnicity), dtype=object)
    for code, shares in enumerate(_ORIGINS):
        which = ethnicity == code
        found[which] = _chosen(shares, int(which.sum()), rng)
    return found


def _staff_groups(posts: pd.DataFrame, rng: np.random.Generator) -> NDArray[np.object_]:
    support = (posts["category"] == "clinical") & posts["band"].isin(_SUPPORT_BANDS)
    kinds = posts["category"].mask(support, "support")
    found = np.empty(len(posts), dtype=object)
    for name, shares in _GROUPS.items():
        which = (kinds == name).to_numpy()
        found[which] = _chosen(shares, int(which.sum()), rng)
    return found


def _scales(posts: pd.DataFrame) -> pd.Series[str]:
    names = {band: f"Review Body Band {band}" for band in "1234567"}
    names |= {band: f"NHS|{code}|Review Body Band 8 - Range {part}" for band, (code, part) in _RANGES.items()}
    names |= _SCALES
    medical = posts["category"] == "medical"
    return posts["band"].map(names).mask(medical, posts["band"].map(_MEDICAL_SCALES))
