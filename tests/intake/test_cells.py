from __future__ import annotations

from datetime import date

import pytest

from equality.domain import Status
from equality.intake.cells import read_band, read_number, read_ods_code, read_snapshot, read_year


@pytest.mark.parametrize(
    ("text", "value", "status"),
    [
        ("1,000", 1000, Status.OK),
        ("1 234 567", 1234567, Status.OK),
        ("1234567.5", 1234567.5, Status.OK),
        (" 12 ", 12, Status.OK),
        ("12\N{NO-BREAK SPACE}", 12, Status.OK),
        ("-3", -3, Status.OK),
        ("21.7 %", 21.7, Status.OK),
        ("", None, Status.NOT_SUPPLIED),
        ("-", None, Status.NOT_SUPPLIED),
        ("n/a", None, Status.NOT_SUPPLIED),
        ("*", None, Status.SUPPRESSED),
        ("c", None, Status.SUPPRESSED),
        ("<5", None, Status.SUPPRESSED),
    ],
)
def test_a_mark_or_a_number(text: str, value: float | None, status: Status) -> None:
    number = read_number(text)
    assert (number.value, number.status, number.fault) == (value, status, "")


@pytest.mark.parametrize("text", ["#####", "1,00", "1,0000", "ten", "1e999", "nan", "inf", "1-2", "#N/A", "٣"])
def test_neither_a_mark_nor_a_number(text: str) -> None:
    assert read_number(text).fault == "wrong_type"


@pytest.mark.parametrize(("text", "code"), [("r0a ", "R0A"), ("R1F1", "R1F1"), ("The Trust", None), ("R0", None)])
def test_an_organisation_code_is_tidied(text: str, code: str | None) -> None:
    assert read_ods_code(text) == code


@pytest.mark.parametrize(
    ("text", "band"),
    [("Band 8A", "8a"), ("Under Band 1", "under_1"), ("VSM", "vsm"), ("5.0", "5"), ("Career-grade", "career_grade")],
)
def test_bands_as_people_write_them(text: str, band: str) -> None:
    assert read_band(text) == band


@pytest.mark.parametrize(("text", "year"), [("2025", 2025), ("2025.0", 2025), ("2024/25", None), ("25", None)])
def test_years(text: str, year: int | None) -> None:
    assert read_year(text) == year


@pytest.mark.parametrize(
    ("text", "day", "names_month"),
    [
        ("as at September 2017", date(2017, 9, 30), True),
        ("as at Mar 2018", date(2018, 3, 31), True),
        ("September 2017", date(2017, 9, 30), True),
        ("31 March 2019", date(2019, 3, 31), True),
        ("31st March 2019", date(2019, 3, 31), True),
        ("31/03/2019", date(2019, 3, 31), True),
        ("2016-02-01", date(2016, 2, 29), True),
        ("2019", date(2019, 3, 31), False),
        ("soon", None, True),
        ("31/13/2019", None, True),
    ],
)
def test_a_snapshot_is_the_last_day_of_its_month(text: str, day: date | None, names_month: bool) -> None:
    assert read_snapshot(text) == (day, names_month)
