"""Small descriptions with defaults, so that a test states only what it is about."""

from typing import Any

from equality.charts.descriptions import (
    Description,
    DotInterval,
    EmphasisedStep,
    Fan,
    IntervalRow,
    Mountain,
    MountainRow,
    MountainYear,
    MountainYears,
    ReferenceLine,
    Series,
    Trajectories,
    TrajectoryPanel,
    Trend,
    TrendPanel,
    Trends,
)

WORDS: dict[str, Any] = {
    "title": "BME staff are 20% of the workforce",
    "alt": "The finding in words",
    "source_note": "WRES return",
}


def row(label: str = "Band 5", **given: Any) -> MountainRow:
    share = given.get("share_pct", 20.0)
    usual: dict[str, Any] = {
        "white": 75,
        "bme": 20,
        "unknown": 5,
        "headcount": 100,
        "headcount_label": "100",
        "share_pct": share,
        "lower_pct": 15.0,
        "upper_pct": 26.0,
        "lowest_pct": 20.0,
        "highest_pct": 25.0,
        "value_label": f"{share}",
        "gap_label": "−9.4",
        "short_text": "9",
        "hover": "20 of 100",
    }
    return MountainRow(label=label, **usual | given)


def hidden(label: str = "Band 9", words: str = "hidden: fewer than 5") -> MountainRow:
    return MountainRow(label=label, headcount=9, headcount_label="9", status="suppressed", status_words=words)


def mountain(*rows: MountainRow, **given: Any) -> Mountain:
    shown = rows or (row("Band 5", share_pct=30.0), row("Band 6"), hidden("Band 9"), row("VSM", share_pct=5.0))
    usual: dict[str, Any] = {"lines": (ReferenceLine("whole workforce 29.4", 29.4, "workforce"),)}
    return Mountain(rows=shown, **WORDS | usual | given)


def mountain_years(count: int = 7, bands: int = 3) -> MountainYears:
    shares = (25.0, None, *([5.0] * (bands - 2)))
    years = [
        MountainYear(heading=str(2019 + n), verdict="VSM 20 points below", shares_pct=shares, workforce_pct=25.0)
        for n in range(count)
    ]
    labels = tuple(f"Band {n + 1}" for n in range(bands - 1))
    return MountainYears(labels=(*labels, "VSM"), years=tuple(years), **WORDS)


def trajectory(title: str = "Band 8a", **given: Any) -> TrajectoryPanel:
    usual: dict[str, Any] = {
        "verdict": "behind by 2",
        "actual": ((2018, 4.0), (2019, 5.0), (2021, 6.0), (2025, 7.0)),
        "target": tuple((2018 + n, 4.0 + n * 0.7) for n in range(11)),
        "current_label": "7",
        "goal_label": "11",
    }
    return TrajectoryPanel(title=title, **usual | given)


def trajectories(**given: Any) -> Trajectories:
    fan = Fan(years=(2025, 2028), low80=(7.0, 5.0), high80=(7.0, 12.0), low50=(7.0, 6.0), high50=(7.0, 9.0))
    empty = TrajectoryPanel(title="VSM", verdict="no baseline", standing_words="no posts at the baseline")
    usual: dict[str, Any] = {
        "panels": (trajectory("Band 8a", fan=fan), trajectory("Band 8b"), empty),
        "sums": (trajectory("8a and above"),),
    }
    return Trajectories(**WORDS | usual | given)


def series(**given: Any) -> Series:
    usual: dict[str, Any] = {
        "role": "here",
        "label": "here",
        "segments": (((2018, 1.4), (2019, 1.5)), ((2022, 1.6), (2023, 1.8))),
        "intervals": (((2018, 1.1, 1.8), (2019, 1.2, 1.9)),),
        "end_label": "1.8",
    }
    return Series(**usual | given)


def england() -> Series:
    return series(
        role="england", segments=(((2018, 1.6), (2019, 1.5)), ((2023, 1.75),)), intervals=(), end_label="England"
    )


def trend_panel(**given: Any) -> TrendPanel:
    usual: dict[str, Any] = {
        "title": "2 · Appointed from shortlisting",
        "unit": "ratio",
        "verdict": "1.8: worse than parity",
        "series": (series(), england()),
        "parity": 1.0,
        "band": (0.8, 1.25),
    }
    return TrendPanel(**usual | given)


def trends(*panels: TrendPanel) -> Trends:
    empty = trend_panel(series=(), empty_words="not supplied")
    return Trends(panels=panels or (trend_panel(), empty), **WORDS)


def trend(**given: Any) -> Trend:
    usual: dict[str, Any] = {
        "panel": trend_panel(),
        "annotations": ((2019, "inclusive panels begin"), (2022, "interviews structured")),
        "breaks": ((2022, "new definition from 2022"),),
    }
    return Trend(**WORDS | usual | given)


def dot_interval(*rows: IntervalRow) -> DotInterval:
    usual = (
        IntervalRow(label="Nursing", value=1.9, lower=1.4, upper=2.6, value_label="1.9", words="worse than parity"),
        IntervalRow(label="Estates", words="undefined: 0 of 4 appointed"),
    )
    return DotInterval(rows=rows or usual, parity=1.0, parity_label="equal", band=(0.8, 1.25), **WORDS)


def every_kind() -> list[Description]:
    step = EmphasisedStep("Band 5", "Band 6", "largest step down")
    board = row("Board", apart=True, share_pct=10.0)
    full = mountain(row("Band 5", share_pct=30.0), row("Band 6"), hidden(), board, emphasised_step=step)
    return [full, mountain_years(), mountain_years(2), trajectories(), trends(), trend(), dot_interval()]


def words_of(figure: dict[str, Any]) -> str:
    """Everything written in a figure, a line each."""
    traces = [text for trace in figure["data"] if trace.get("mode") == "text" for text in trace["text"]]
    return "\n".join([*traces, *(note["text"] for note in figure["layout"]["annotations"])])
