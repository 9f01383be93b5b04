from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from equality.config import ROOT
from tests.intake.builders import read_rows, staff, write


def run(folder: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "EQUALITY_STORE": str(folder / "store"), "EQUALITY_USER": "lead"}
    command = [sys.executable, "-m", "equality", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment, check=False)


def test_check_import_and_refusal_end_as_the_contract_says(tmp_path: Path) -> None:
    sound, bad = write(tmp_path), write(tmp_path, [staff("white", "x", "6")], name="bad.csv")
    assert run(tmp_path, "check", sound).returncode == 0
    assert not (tmp_path / "store").exists()
    refused = run(tmp_path, "import", sound, bad, "--csv", tmp_path / "problems.csv")
    assert refused.returncode == 1
    assert "Refused: nothing was stored." in refused.stdout
    assert [row["column"] for row in read_rows(tmp_path / "problems.csv")] == ["value"]
    stored = run(tmp_path, "import", sound)
    assert stored.returncode == 0
    assert "Stored as version 1" in stored.stdout
    assert run(tmp_path, "check", bad).returncode == 1
    assert stored.stderr == ""


@pytest.mark.parametrize(
    "arguments",
    [("check",), ("check", "missing.csv"), ("import", "."), ("check", "missing.csv", "--source", "nonsense"),
     ("check", "x", "--date", "yesterday")],
)  # fmt: skip
def test_wrong_usage_and_unreadable_paths_end_with_two(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = run(tmp_path, *arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr


def test_template_writes_a_workbook_that_check_knows(tmp_path: Path) -> None:
    assert run(tmp_path, "template", tmp_path / "return.xlsx").returncode == 0
    checked = run(tmp_path, "check", tmp_path / "return.xlsx")
    assert checked.returncode == 1
    assert "return.xlsx: return" in checked.stdout
    assert run(tmp_path, "template", tmp_path / "return.xlsx").returncode == 1
