"""Records for machines: whole numbers whole, absent values empty, nothing that a spreadsheet would run."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

import pytest

from equality.domain import Status
from equality.tables.records import records, write_csv, write_json


@dataclass(frozen=True)
class Line:
    name: str
    value: float | None
    day: date = date(2025, 3, 31)
    status: Status = Status.OK


def test_values_are_plain() -> None:
    (record,) = records([Line("a", 3.0)])
    assert record == {"name": "a", "value": 3, "day": "2025-03-31", "status": "ok"}
    assert repr(record["value"]) == "3"


def test_full_precision_is_kept() -> None:
    text = write_csv(("value",), records([Line("a", 0.1 + 0.2)]))
    assert text == "value\n0.30000000000000004\n"


def test_absent_is_empty_in_csv_and_null_in_json() -> None:
    found = records([Line("a", None)])
    assert write_csv(("name", "value"), found) == "name,value\na,\n"
    assert json.loads(write_json(("value",), found)) == [{"value": None}]


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_json_refuses_what_is_no_number(value: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        write_json(("value",), [{"value": value}])


@pytest.mark.parametrize("text", ["=1+1", "+44", "-2", "@cmd", "\tx"])
def test_text_is_no_formula_and_numbers_keep_their_sign(text: str) -> None:
    assert f"'{text}" in write_csv(("name",), [{"name": text}])
    assert write_csv(("value",), [{"value": -2.5}]) == "value\n-2.5\n"
