"""What is and is not held, in words: the pages that have nothing to show are written here."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from equality.analyses.holdings import Snapshot
from equality.wording.numbers import joined

_ITEM_NAMES = {
    "staff": "staff by band",
    "shortlisted": "shortlisted applicants",
    "appointed": "appointments",
    "disciplinary": "disciplinary cases",
    "training": "training",
    "board": "the board",
    "leadership": "chairs and chief executives",
}


def describe_nothing(subject: str, label: str, held: Sequence[Snapshot]) -> str:
    """The title of a page that has nothing to show: an empty store, or a trust without this kind of figure."""
    if not held:
        return "No figures have been brought in yet"
    return f"{subject} cannot be shown: no counts of staff by band are held for {label}"


def describe_held(held: Sequence[Snapshot]) -> str:
    """What is held for an organisation, by kind and year, in one sentence; empty for an empty store."""
    if not held:
        return ""
    items = sorted({item for snapshot in held for item in snapshot.items})
    years = sorted({snapshot.year for snapshot in held})
    span = str(years[0]) if len(years) == 1 else f"{years[0]} to {years[-1]}"
    return f"Held for WRES {span}: {joined(_kinds(items))}."


def _kinds(items: Collection[str]) -> list[str]:
    numbers = [item.removeprefix("survey_") for item in items if item.startswith("survey_") and item[7:].isdigit()]
    named = [_ITEM_NAMES[item] for item in items if item in _ITEM_NAMES]
    noun = "indicator" if len(numbers) == 1 else "indicators"
    return [*named, *([f"survey results for {noun} {joined(numbers)}"] if numbers else [])]


def describe_steps(held: Sequence[Snapshot]) -> list[str]:
    """What to do about it, step by step."""
    if held:
        return [
            "To show this page, bring in a WRES return with the three staff blocks: python -m equality import FILE",
            "python -m equality template return.xlsx writes a workbook to fill in, laid out as the national return is.",
        ]
    return [
        "Write a workbook to fill in, laid out as the national return is: python -m equality template return.xlsx",
        "See what would be wrong with a file before anything is stored: python -m equality check FILE",
        "Bring it in: python -m equality import FILE, then load this page again.",
    ]
