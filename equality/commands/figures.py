"""``figures``: prints what the pages show, as a table, CSV or JSON."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click
from rich.console import Console
from rich.progress import track

from equality.analyses.holdings import holdings, is_listed
from equality.analyses.model_employer import Options, default_options
from equality.config import Configuration, read_configuration, store_path
from equality.domain import View
from equality.errors import UnknownOrganisation
from equality.store.connection import Reader, open_reader
from equality.tables.figures import QUESTIONS, Answer, Asked
from equality.tables.records import Record, write_csv, write_json
from equality.wording.numbers import joined

ALL = "all"


@click.command("figures")
@click.argument("question", type=click.Choice(list(QUESTIONS)))
@click.option("--org", "ods_code", help="An organisation's code, or all; default: the configured one.")
@click.option("--year", type=int, help="One WRES year; for model-employer the year that is now.")
@click.option("--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True)
@click.option("--store", "folder", type=click.Path(path_type=Path), help="The store; default: the one in force.")
@click.option("--view", type=click.Choice([view.value for view in View]), default="private", show_default=True)
@click.option(
    "--target", type=click.Choice(["fixed", "moving", "community", "higher", "local"]), help="Model Employer."
)
@click.option("--size", type=click.Choice(["baseline", "now"]), help="Model Employer: whose posts the goal is of.")
@click.option("--unknown", type=click.Choice(["in", "out"]), help="Model Employer: unknown ethnicity in the share.")
@click.option("--end", "end_year", type=click.IntRange(2000, 2100), help="Model Employer: the end year.")
def print_figures(  # noqa: PLR0913, PLR0917 - one parameter an option
    question: str,
    ods_code: str | None,
    year: int | None,
    form: str,
    folder: Path | None,
    view: str,
    target: str | None,
    size: str | None,
    unknown: str | None,
    end_year: int | None,
) -> None:
    """Print what the pages show: percentages 0 to 100, counts whole, full precision in csv and json."""
    settings = read_configuration()
    reader = open_reader((folder or store_path(settings)).resolve())
    chosen = {"target": target, "size": size, "unknown": unknown, "end_year": end_year}
    options = _options(settings, {name: value for name, value in chosen.items() if value is not None})
    codes = _organisations(reader, ods_code or settings.organisation, asked_for=ods_code is not None)
    answers = [
        QUESTIONS[question](reader, settings, Asked(code, year, View(view), options))
        for code in track(codes, "Working it out", console=_console(), transient=True, disable=len(codes) == 1)
    ]
    _print(answers, form, _nothing(reader, codes, question, year))


def _console() -> Console:
    # A bar belongs on a terminal, and never among the figures.
    return Console(stderr=True, quiet=not sys.stderr.isatty())


def _options(settings: Configuration, chosen: dict[str, object]) -> Options:
    return replace(default_options(settings), **chosen)  # type: ignore[arg-type]


def _organisations(reader: Reader, asked: str, asked_for: bool) -> list[str]:
    """The codes to answer for. An empty store has nothing to show; an unknown code in a store that has data is wrong.

    Where the configured organisation is not held and none was asked for, the only one held is meant.
    """
    known = [organisation.ods_code for organisation in holdings(reader).organisations]
    if asked.lower() == ALL and known:
        return sorted(known)
    if asked.upper() in known:
        return [asked.upper()]
    if not asked_for and len(known) == 1:
        return known
    if known and not is_listed(reader, asked.upper()):
        some = joined(known[:5]) + (f" and {len(known) - 5} more" if len(known) > 5 else "")
        raise UnknownOrganisation(f"{asked} is not in this store", hint=f"It holds {some}.")
    return [asked.upper()]


def _nothing(reader: Reader, codes: list[str], question: str, year: int | None) -> str:
    when = f" for {year}" if year else ""
    if reader.version is None:
        return "The store is empty: import a file first (python -m equality import FILE)."
    return f"Nothing to show: no {question} figures are held for {joined(codes)}{when}."


def _print(answers: list[Answer], form: str, nothing: str) -> None:
    columns = answers[0].columns
    rows = [row for answer in answers for row in answer.rows]
    if not rows:
        click.echo(nothing, err=True)
    if form == "json":
        click.echo(write_json(columns, rows))
    elif form == "csv":
        click.echo(write_csv(columns, rows), nl=False)
    else:
        click.echo(_as_table(columns, rows))


def _as_table(columns: tuple[str, ...], rows: list[Record]) -> str:
    cells = [[_cell(row[name]) for name in columns] for row in rows]
    lines = [list(columns), *cells]
    widths = [max(len(line[at]) for line in lines) for at in range(len(columns))]
    return "\n".join("  ".join(cell.ljust(widths[at]) for at, cell in enumerate(line)).rstrip() for line in lines)


def _cell(value: object) -> str:
    if value is None:
        return ""
    return f"{value:.2f}" if isinstance(value, float) else str(value)
