"""Sources in words: what a figure was read from, and of which dates."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from equality.analyses.england import England
from equality.analyses.provenance import Provenance, SourceFile
from equality.wording.numbers import joined, plural
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


def describe_england_sources(found: England) -> list[str]:
    """Each place where figures for England were printed, with what kind of source it is and which indicators."""
    kinds = {"national": "a national body", "trust": "a trust quoting it", "press": "the press, reporting it"}
    cited: dict[tuple[str, str], set[int]] = {}
    for (indicator, _), figures in found.figures.items():
        for figure in figures:
            cited.setdefault((figure.source, figure.source_kind), set()).add(indicator)
    return [
        f"{source} ({kinds.get(kind, kind)}): {_numbered(sorted(numbers))}."
        for (source, kind), numbers in sorted(cited.items())
    ]


def _numbered(numbers: Sequence[int]) -> str:
    return f"{plural(len(numbers), 'indicator')} {joined([str(number) for number in numbers])}"
