"""Sources in words: what a figure was read from, and of which dates."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from equality.analyses.provenance import Provenance, SourceFile
from equality.wording.numbers import joined
from equality.wording.representation import date_words

KIND_NAMES = {
    "return": "WRES return",
    "ethnicity-facts": "Ethnicity facts and figures, NHS workforce",
    "organisations": "list of organisations",
    "census": "census table",
    "demonstration": "WRES return",
}


def describe_source(found: Provenance, items: Collection[str]) -> str:
    """The kinds of file behind these items and the span of their snapshots; what to say where there is none."""
    files = found.behind(items)
    if not files:
        return "No source for this page is held."
    kinds = joined(list(dict.fromkeys(KIND_NAMES.get(file.kind, file.kind) for file in files)))
    return f"{kinds[:1].upper()}{kinds[1:]}, {_span(files)}."


def _span(files: Sequence[SourceFile]) -> str:
    dates = sorted({snapshot for file in files for snapshot in file.snapshots})
    if len(dates) == 1:
        return f"snapshot of {date_words(dates[0])}"
    return f"snapshots from {date_words(dates[0])} to {date_words(dates[-1])}"
