"""The mountain: staff of each band from the base to the summit, and the share of them who are BME."""

from dataclasses import dataclass

from equality.charts.descriptions.common import Description, ReferenceLine, Status


@dataclass(frozen=True, kw_only=True)
class MountainRow:
    """One band. Counts are people, `_pct` is 0 to 100; None is not drawn. Labels are ready to be read.

    `lowest_pct` and `highest_pct` are the shares if every unknown were White, and if every one were BME.
    A row without a share shows `status_words` in its place; one with a share shows it, though counts may be hidden
    (a status of "suppressed" with only the number unknown withheld). `apart` sets the row off from
    the bands by a gap, and the line that joins them does not reach it (the board).
    """

    label: str
    white: int | None = None
    bme: int | None = None
    unknown: int | None = None
    headcount: int | None = None
    headcount_label: str = ""
    share_pct: float | None = None
    lower_pct: float | None = None
    upper_pct: float | None = None
    lowest_pct: float | None = None
    highest_pct: float | None = None
    value_label: str = ""
    gap_label: str = ""
    short_text: str = ""
    short_strong: bool = True
    status: Status = "ok"
    status_words: str = ""
    hover: str = ""
    apart: bool = False


@dataclass(frozen=True)
class EmphasisedStep:
    """The step between two rows, by their labels, that the picture marks, and the words beside it (or none)."""

    lower_label: str
    upper_label: str
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Mountain(Description):
    """Rows run from the base to the summit. The headings stand above the columns that they name.

    A line joins the shares of a ladder; medical grades are none, so theirs stand apart.
    """

    rows: tuple[MountainRow, ...]
    lines: tuple[ReferenceLine, ...] = ()
    emphasised_step: EmphasisedStep | None = None
    is_ladder: bool = True
    bars_heading: str = "Staff in each band, to scale"
    share_heading: str = "BME share of the band, % (95% interval)"
    gap_heading: str = "Points from workforce"
    short_heading: str = "BME staff short of parity"


@dataclass(frozen=True, kw_only=True)
class MountainYear:
    """One year of the mountain: a share (0 to 100, or None) for each label of `MountainYears.labels`.

    `summit_label` is the uppermost share as it is read. `empty_words` stands in place of the marks
    in a year of which nothing can be shown ("not supplied").
    """

    heading: str
    verdict: str = ""
    strong: bool = False
    shares_pct: tuple[float | None, ...] = ()
    hovers: tuple[str, ...] = ()
    workforce_pct: float | None = None
    workforce_label: str = ""
    summit_label: str = ""
    empty_words: str = ""


@dataclass(frozen=True, kw_only=True)
class MountainYears(Description):
    """The same mountain year by year. Labels run from the base to the summit; `line_label` names the dashes."""

    labels: tuple[str, ...]
    years: tuple[MountainYear, ...]
    line_label: str = "whole workforce"
    dots_label: str = "BME share of the band"
    is_ladder: bool = True
