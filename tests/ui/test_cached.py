"""An answer is computed once for what it was computed from, and again as soon as any of that differs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from equality.domain import View
from equality.store.connection import Reader, open_reader
from equality.store.layout import Store
from equality.store.versions import write_version
from equality.ui.cached import answer, written
from tests.ui.conftest import make_store, observation


@dataclass(frozen=True)
class Options:
    end_year: int


class Counting:
    """A question that remembers how often it was asked."""

    def __init__(self) -> None:
        self.__qualname__ = "question"
        self.asked = 0

    def __call__(self, reader: Reader, **parameters: object) -> int:
        self.asked += 1
        return self.asked


@pytest.fixture
def question() -> Counting:
    return Counting()


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return make_store(tmp_path / "store", {"XNM": [date(2025, 3, 31)]})


def test_the_same_question_is_computed_once(question: Counting, store: Path) -> None:
    for _ in range(3):
        answer(question, open_reader(store), ods_code="XNM", view=View.PUBLIC, options=Options(2028))
    assert question.asked == 1


@pytest.mark.parametrize(
    "changed", [{"ods_code": "XLM"}, {"view": View.PRIVATE}, {"options": Options(2030)}, {"year": 2025}]
)
def test_another_parameter_is_another_answer(question: Counting, store: Path, changed: dict[str, object]) -> None:
    asked: dict[str, object] = {"ods_code": "XNM", "view": View.PUBLIC, "options": Options(2028)}
    answer(question, open_reader(store), **asked)
    answer(question, open_reader(store), **{**asked, **changed})
    assert question.asked == 2


def test_a_new_data_version_is_another_answer(question: Counting, store: Path) -> None:
    answer(question, open_reader(store))
    rows = pd.DataFrame([observation("XNM", date(2025, 3, 31), value=21)])
    write_version(Store(store), {"observations": rows}, [], [], "test", allow_invented=True)
    answer(question, open_reader(store))
    assert question.asked == 2


def test_a_parameter_that_cannot_name_an_answer_is_refused() -> None:
    with pytest.raises(TypeError, match="DataFrame"):
        written(pd.DataFrame({"a": range(10_000)}))


@pytest.mark.parametrize(("one", "other"), [(1, "1"), (1, True), (("a", "b"), ("a,b",)), (None, "None")])
def test_values_that_differ_are_written_differently(one: object, other: object) -> None:
    assert written(one) != written(other)
