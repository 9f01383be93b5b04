"""Stores as they arise in use: the demonstration, nothing yet, one return, a damaged version, the published tables."""

import subprocess
import sys
from pathlib import Path

import pandas as pd

from equality.demonstration.returns import SEED, invented_return
from equality.demonstration.stores import ORGANISATIONS, return_csv
from equality.store.layout import Store
from tests.browser.serving import ROOT

REAL_DATA = ROOT.parent / "shared" / "data"
SMALL_TRUST = "XLM"
"""The smallest of the invented trusts: about four hundred staff, so that the public view hides much of it."""
LAST, BEFORE = 2025, 2024


def import_files(store: Path, *files: Path) -> None:
    """Brings files into a store by the command, in a process of its own; they must be accepted."""
    command = [sys.executable, "-m", "equality", "import", *map(str, files), "--store", str(store)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def write_return(path: Path, year: int, ods_code: str = SMALL_TRUST) -> Path:
    """The return of one organisation and year in the long form, its figures those of the demonstration."""
    rows = invented_return(SEED, ORGANISATIONS, 2)["return"]
    chosen = rows[(rows["ods_code"] == ods_code) & (rows["year"] == year)]
    assert isinstance(chosen, pd.DataFrame)
    path.write_bytes(return_csv(chosen))
    return path


def single_return(folder: Path) -> Path:
    """A store of one trust and one year, brought in as a trust would."""
    import_files(folder / "store", write_return(folder / "return.csv", BEFORE))
    return folder / "store"


def damage_newest(store: Path) -> None:
    """One byte of the newest version's figures is another."""
    path = Store(store).version(max(version.number for version in Store(store).versions())).table_path("observations")
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
