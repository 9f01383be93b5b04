"""A chart's text alternative, its table, its file and the `figures` command give the same numbers."""

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from equality.wording.numbers import count, decimal, interval, percent, points, ratio, ratio_in_speech
from tests.browser.conftest import OPENED, Record
from tests.browser.reading import FIGURE, alternatives, heading, open_tables, table_rows, trouble
from tests.browser.serving import ROOT, Server, visit

WRITE = {"ratio": ratio, "percent": percent, "points": points}
TABLES = "details[open] .eq-table"


@cache
def figures(question: str, *options: str) -> list[dict[str, Any]]:
    """What the command answers, as another process gives it."""
    command = [sys.executable, "-m", "equality", "figures", question, "--format", "json", *options]
    return list(json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout))


def figures_in(words: str) -> set[str]:
    """The figures in words, their signs apart; not the names of bands and years."""
    found = (figure.strip("+−") for figure in FIGURE.findall(re.sub(r"\b[Bb]ands? \d+|\b20\d\d\b", "", words)))
    return {figure for figure in found if len(figure) > 1}


def downloaded(page: Page, number: int = 0) -> list[dict[str, str]]:
    """The rows of the file behind a "Download" button."""
    with page.expect_download() as started:
        page.get_by_role("button", name="Download", exact=True).nth(number).click()
    text = Path(started.value.path()).read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def as_text(row: Mapping[str, Any]) -> dict[str, str]:
    """A record of the command as its CSV has it."""
    return {name: "" if value is None else str(value) for name, value in row.items()}


@pytest.mark.parametrize("address", OPENED)
def test_every_chart_has_an_alternative_whose_figures_stand_in_a_table(
    server: Server, page: Page, record: Record, address: str
) -> None:
    visit(page, server.page(address))
    found = alternatives(page)
    assert page.locator(TABLES).count() == 0
    open_tables(page)
    assert page.locator(TABLES).count() == page.get_by_text("Numbers as a table", exact=True).count()
    tabled = figures_in(" ".join(page.locator(TABLES).all_inner_texts()))
    for words in found:
        told = figures_in(words)
        assert told, f"no figure in: {words}"
        assert len(told & tabled) >= len(told) / 2, f"{sorted(told - tabled)} of: {words}"
    assert (trouble(page), record.faults(server)) == ([], [])


@pytest.mark.parametrize("block", ["non_medical", "clinical"])
def test_the_mountain_is_what_the_command_says(server: Server, page: Page, block: str) -> None:
    visit(page, server.page(f"representation?org=XNM&year=2024&view=private&block={block}"))
    told = figures("representation", "--org", "XNM", "--year", "2024")
    rows = [row for row in told if row["category"] == block]
    shown = {cells[0]: cells[1:9] for cells in table_rows(page)}
    (alternative, *_) = alternatives(page)
    for row in [row for row in rows if row["band"] in ("5", "8a", "vsm", "all")]:
        name = {"vsm": "VSM", "all": "All bands"}.get(row["band"], f"Band {row['band']}")
        counts = [count(row[group]) for group in ("headcount", "bme", "white", "unknown")]
        sure = interval(row["lower_95"], row["upper_95"])
        assert shown[name][:7] == [*counts, percent(row["bme_pct"]), sure, points(row["gap_points"])]
        if row["band"] != "all":
            assert f"{name}: {percent(row['bme_pct'])} BME ({counts[1]} of {counts[0]}; {sure})" in alternative
    taken = {(row["category"], row["band"]): row for row in downloaded(page)}
    assert all(as_text(row).items() <= taken[row["category"], row["band"]].items() for row in rows)


def test_the_trajectories_are_what_the_command_says(server: Server, page: Page) -> None:
    reading = {"target": "moving", "size": "now", "unknown": "out", "end": "2030"}
    link = "&".join(f"{key}={value}" for key, value in reading.items())
    visit(page, server.page(f"model_employer?org=XNM&year=2024&view=private&{link}"))
    options = [part for key, value in reading.items() for part in (f"--{key}", value)]
    told = figures("model-employer", "--org", "XNM", "--year", "2024", *options)
    now = {row["band"]: row for row in told if row["year"] == 2024}
    (headings, *rows) = table_rows(page)
    for cells in rows:
        band = cells[0].removeprefix("Band ").lower().replace(" and above", "_plus")
        shown, row = dict(zip(headings, cells, strict=True)), now[band]
        written = [count(row["headcount"]), count(row["actual_bme"]), decimal(row["target_bme"], 1)]
        assert [shown["Posts now"], shown["BME now"], shown["Line now"]] == written
        assert shown["More needed"] == count(row["additional_needed"])
        assert "Goal 2030" in headings
    taken = downloaded(page)
    assert [as_text(row) for row in told] == [{name: row[name] for name in told[0]} for row in taken]


@pytest.mark.parametrize("number", [2, 5, 9])
def test_an_indicator_is_what_the_command_says(server: Server, page: Page, number: int) -> None:
    visit(page, server.page(f"indicators?org=XNM&year=2024&view=private&indicator={number}"))
    told = [row for row in figures("indicators", "--org", "XNM") if row["indicator"] == number]
    part = "total" if number == 9 else ""
    rows = {str(row["year"]): row for row in told if row["part"] == part}
    (_, *shown) = table_rows(page)
    assert [cells[0] for cells in shown] == list(rows)
    for cells in shown:
        row = rows[cells[0]]
        if row["value"] is not None:
            assert cells[1] == WRITE[row["unit"]](row["value"])
            assert cells[2] == (interval(row["lower_95"], row["upper_95"], WRITE[row["unit"]]) or "—")
    value, unit = rows["2024"]["value"], rows["2024"]["unit"]
    assert (ratio_in_speech(value) if unit == "ratio" else decimal(abs(value))) in heading(page)
    assert heading(page) in alternatives(page)[0]
    taken = {row["year"]: row for row in downloaded(page)}
    for year, row in rows.items():
        expected = {name: value for name, value in as_text(row).items() if name in taken[year]}
        assert len(expected) > 10
        assert expected == {name: taken[year][name] for name in expected}
