from __future__ import annotations

from pathlib import Path

import pytest

from equality.config import ROOT, read_configuration
from equality.intake.plausibility import PlausibilityWarning, plausibility_warnings
from equality.intake.storing import Options, import_files
from equality.store.connection import open_reader
from equality.store.layout import Store
from tests.intake.builders import HEADER, TODAY, write

SETTINGS = read_configuration(ROOT / "config.yaml")
LISTED = "ods_code,name,region"


def figures(  # noqa: PLR0917 - a row has many columns
    item: str, year: int, white: int, bme: int, unknown: int = 0, place: str = ",", code: str = "RXX"
) -> list[str]:
    counts = (("white", white), ("bme", bme), ("unknown", unknown))
    return [f"{year},{code},{item},{place},{group},{count}" for group, count in counts]


def doubts(folder: Path, *rows: str) -> list[PlausibilityWarning]:
    """The warnings of a store that holds these rows, the list of organisations being there."""
    returned = write(folder, rows, HEADER)
    listed = write(folder, ["RXX,A trust,North"], LISTED, "list.csv")
    stored = import_files([returned, listed], Store(folder / "store"), SETTINGS, Options(today=TODAY))
    assert stored.version is not None, stored.report.errors
    found = plausibility_warnings(open_reader(folder / "store"), SETTINGS, None)
    told = [(problem.kind, problem.found) for problem in stored.report.warnings]
    assert [(doubt.check, doubt.what) for doubt in found] == told
    assert [warning["what"] for warning in stored.version.manifest.warnings] == [doubt.what for doubt in found]
    return list(found)


@pytest.mark.parametrize(
    ("before", "after", "doubted"),
    [
        (20, 26, True),
        (20, 25, False),
        (20, 14, True),
        (20, 15, False),
        (12, 16, False),
        (4, 9, True),
        (0, 5, True),
        (100, 126, True),
    ],
)
def test_a_band_that_moved_by_more_than_a_quarter_and_five_people(
    tmp_path: Path, before: int, after: int, doubted: bool
) -> None:
    rows = figures("staff", 2024, before, 0, 0, "clinical,7") + figures("staff", 2025, after, 0, 0, "clinical,7")
    found = [doubt for doubt in doubts(tmp_path, *rows) if doubt.check == "band_moved"]
    assert bool(found) is doubted
    if found:
        assert found[0].what == f"Band 7 (clinical) went from {before} to {after} people in a year."
        assert (found[0].where, found[0].year) == ("RXX 2025: staff, clinical, Band 7", 2025)


def test_a_typed_481_for_48_shows_as_a_leaping_likelihood(tmp_path: Path) -> None:
    rows = [*figures("shortlisted", 2024, 900, 500), *figures("appointed", 2024, 90, 50)]
    rows += [*figures("shortlisted", 2025, 900, 500), *figures("appointed", 2025, 90, 481)]
    (found,) = doubts(tmp_path, *rows)
    assert (found.check, found.where) == ("likelihood_moved", "RXX 2025: indicator 2, BME")
    assert found.what == (
        "The likelihood of appointment from shortlisting of BME people went from 10 to 96.2 per cent in a year "
        "(481 of 500)."
    )


@pytest.mark.parametrize(("before", "after", "doubted"), [(5, 11, True), (5, 10, False), (0, 4, False), (0, 5, True)])
def test_a_likelihood_of_discipline_that_more_than_doubled(
    tmp_path: Path, before: int, after: int, doubted: bool
) -> None:
    rows = [row for year in (2024, 2025) for row in figures("staff", year, 500, 500, 0, "clinical,7")]
    rows += figures("disciplinary", 2024, 9, before) + figures("disciplinary", 2025, 9, after)
    assert [doubt.check for doubt in doubts(tmp_path, *rows)] == ["likelihood_moved"] * doubted


def test_white_and_bme_swapped_against_last_year(tmp_path: Path) -> None:
    rows = figures("training", 2024, 100, 40) + figures("training", 2025, 41, 104)
    (found,) = doubts(tmp_path, *rows)
    assert (found.check, found.ods_code, found.year) == ("groups_swapped", "RXX", 2025)
    even = figures("training", 2024, 100, 90) + figures("training", 2025, 98, 95)
    again = tmp_path / "again"
    again.mkdir()
    assert not doubts(again, *even)


def test_groups_of_about_one_size_may_change_places(tmp_path: Path) -> None:
    assert not doubts(tmp_path, *figures("training", 2024, 318, 301), *figures("training", 2025, 296, 312))


@pytest.mark.parametrize(("unknown", "doubted"), [(10, False), (11, True)])
def test_much_unknown_ethnicity(tmp_path: Path, unknown: int, doubted: bool) -> None:
    found = doubts(tmp_path, *figures("staff", 2025, 80, 100 - 80 - unknown, unknown, "clinical,7"))
    assert [doubt.check for doubt in found] == ["unknown_ethnicity"] * doubted


def test_organisations_that_are_not_listed_are_one_warning(tmp_path: Path) -> None:
    rows = [row for code in ("RYY", "RZZ", "ENG", "RXX") for row in figures("training", 2025, 5, 5, code=code)]
    (found,) = doubts(tmp_path, *rows)
    assert found.check == "unlisted_organisation"
    assert found.what == "2 organisations are not in the list of organisations: RYY, RZZ."


def test_only_the_organisations_asked_for_are_judged(tmp_path: Path) -> None:
    doubts(tmp_path, *figures("staff", 2025, 1, 1, 8, "clinical,7"))
    reader = open_reader(tmp_path / "store")
    assert plausibility_warnings(reader, SETTINGS, ["RXX"])
    assert not plausibility_warnings(reader, SETTINGS, ["RYY"])
    assert not plausibility_warnings(reader, SETTINGS, [])


def test_an_import_tells_of_what_it_touches_only(tmp_path: Path) -> None:
    doubts(tmp_path, *figures("staff", 2024, 1, 1, 8, "clinical,7"))
    other = write(tmp_path, figures("training", 2022, 1, 1), name="other.csv")
    stored = import_files([other], Store(tmp_path / "store"), SETTINGS, Options(today=TODAY))
    assert not stored.report.problems
