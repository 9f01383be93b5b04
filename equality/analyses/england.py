"""England's published figures beside an organisation's: never joined across sources, scopes or bases."""

from __future__ import annotations

from dataclasses import dataclass, fields

import pandas as pd

from equality.store.connection import Reader
from equality.store.fetch import fetch_england, rows_of

_SERIES = ["source", "scope", "basis"]
_GAP_OF = {1: "workforce", 9: "workforce"}


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    """One national figure as one source printed it; ``value`` in the indicator's unit."""

    year: int
    value: float
    scope: str
    basis: str
    edition: str
    source_kind: str
    source: str


@dataclass(frozen=True, slots=True)
class England:
    """The published figures by (indicator, part), in order of year, the most authoritative of a year first."""

    figures: dict[tuple[int, str], tuple[PublishedFigure, ...]]

    def latest(self, indicator: int, part: str, year: int, basis: str) -> PublishedFigure | None:
        """The figure of ``year`` on the same basis, else the last one known before it.

        Of several for one year: a national body's before one reported by others, a restated before an earlier edition.
        """
        known = [figure for figure in self.figures.get((indicator, part), ()) if figure.year <= year]
        known = [figure for figure in known if not figure.basis or not basis or figure.basis == basis]
        last = max((figure.year for figure in known), default=None)
        return next((figure for figure in known if figure.year == last), None)

    def series(self, indicator: int, part: str) -> tuple[tuple[PublishedFigure, ...], ...]:
        """The figures in groups that may each be joined by a line: one source, scope and basis."""
        groups: dict[tuple[str, str, str], list[PublishedFigure]] = {}
        for figure in self.figures.get((indicator, part), ()):
            groups.setdefault((figure.source, figure.scope, figure.basis), []).append(figure)
        return tuple(tuple(group) for group in groups.values())


def england(reader: Reader) -> England:
    """All published figures for England, in the unit and part of the ``indicators`` question.

    Indicators 1 and 9 are published as shares; their gap to the workforce is taken only within one source and year.
    """
    published = fetch_england(reader)
    groups: dict[tuple[int, str], tuple[PublishedFigure, ...]] = {}
    for indicator in published["indicator"].unique():
        rows = published[published["indicator"] == indicator]
        shaped = _gaps(rows, published) if indicator in _GAP_OF else rows[rows["ethnicity"].isin(("bme", ""))]
        for part, figures in shaped.groupby("part"):
            name = "" if part == "8a_plus" else str(part)
            groups[int(indicator), name] = _figures(figures)
    return England(groups)


def _gaps(rows: pd.DataFrame, published: pd.DataFrame) -> pd.DataFrame:
    workforce = published[(published["indicator"] == 1) & (published["part"] == "workforce")]
    shares = rows[rows["part"] != "workforce"]
    paired = shares.merge(workforce[["year", "value", *_SERIES]], on=["year", *_SERIES], suffixes=("", "_workforce"))
    return paired.assign(value=paired["value"] - paired["value_workforce"])


def _figures(rows: pd.DataFrame) -> tuple[PublishedFigure, ...]:
    ordered = rows.sort_values(["year", "source_rank", "edition"], ascending=[True, True, False], kind="stable")
    names = [field.name for field in fields(PublishedFigure)]
    return tuple(PublishedFigure(**row) for row in rows_of(ordered[names]))
