"""``check``, ``import`` and ``template``: bringing data in."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from equality.config import read_configuration, store_path
from equality.intake.problems import Report
from equality.intake.rendering import show_report, write_problems
from equality.intake.storing import Options, Stored, check_against_store, store_for_import
from equality.intake.storing import import_files as store_files
from equality.intake.template import write_template as write_return_template

QUIET_SECONDS = 2.0
"""How long a command may take before it shows that it is at work."""

Command = TypeVar("Command", bound=Callable[..., Any])

_STEPS_BESIDE_FILES = 2


def _intake_options(command: Command) -> Command:
    for option in reversed(
        (
            click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE..."),
            click.option("--source", "kind", default="", help="The kind of source, where the header does not say it."),
            click.option("--store", "folder", type=click.Path(path_type=Path), help="The store's folder."),
            click.option(
                "--csv",
                "problems_file",
                type=click.Path(path_type=Path, dir_okay=False),
                help="Write every problem to this file as CSV.",
            ),
            click.option(
                "--date",
                "as_at",
                type=click.DateTime(["%Y-%m-%d"]),
                help="The date of a source that does not bear one, for example 2021-03-21.",
            ),
        )
    ):
        command = option(command)
    return command


@click.command("check")
@_intake_options
@click.pass_context
def check_files(
    context: click.Context,
    files: tuple[Path, ...],
    kind: str,
    folder: Path | None,
    problems_file: Path | None,
    as_at: datetime | None,
) -> None:
    """Report on files as an import would, and change nothing. Exit status 0: no errors; 1: refused; 2: unreadable."""
    settings = read_configuration()
    store, _ = store_for_import(settings, folder or store_path(settings))
    with _at_work(len(files) + 1) as on_step:
        report = check_against_store(files, store, settings, Options(kind, _day(as_at)), on_step)
    _tell(report, problems_file)
    click.echo(
        "Refused: nothing may be stored until the errors are put right." if report.refused else "May be imported."
    )
    context.exit(1 if report.refused else 0)


@click.command("import")
@_intake_options
@click.pass_context
def import_files(
    context: click.Context,
    files: tuple[Path, ...],
    kind: str,
    folder: Path | None,
    problems_file: Path | None,
    as_at: datetime | None,
) -> None:
    """Check files and store them as one new version, all or none. Exit status 0: stored; 1: refused; 2: unreadable."""
    settings = read_configuration()
    store, sentence = store_for_import(settings, folder or store_path(settings))
    if sentence:
        click.echo(sentence)
    with _at_work(len(files) + _STEPS_BESIDE_FILES) as on_step:
        stored = store_files(files, store, settings, Options(kind, _day(as_at)), on_step, _say_waiting)
    _tell(stored.report, problems_file)
    click.echo(_outcome(stored))
    context.exit(0 if stored.version else 1)


@click.command("template")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
def write_template(file: Path) -> None:
    """Write the workbook of the WRES return to fill in; `check` and `import` read it back."""
    write_return_template(file if file.suffix else file.with_suffix(".xlsx"))
    click.echo(f"Written: {file if file.suffix else file.with_suffix('.xlsx')}")


def _tell(report: Report, problems_file: Path | None) -> None:
    show_report(report, Console(highlight=False, markup=False, emoji=False))
    if problems_file is not None:
        write_problems(report, problems_file)
        click.echo(f"Every problem is in {problems_file}.")


def _outcome(stored: Stored) -> str:
    if stored.version is None:
        return "Refused: nothing was stored."
    made = f" The store {stored.store.path} was made." if stored.made else ""
    same = " Nothing changed: the store held these figures already." if not stored.changed else ""
    return f"Stored as version {stored.version.number} in {stored.store.path}.{made}{same}"


def _day(given: datetime | None) -> date | None:
    return given.date() if given else None


def _say_waiting() -> None:
    click.echo("Another import is writing to the store: waiting for it to finish.", err=True)


@contextmanager
def _at_work(steps: int) -> Iterator[Callable[[str], object]]:
    """A progress bar on the terminal's error stream, once the work has taken over two seconds."""
    console = Console(stderr=True, highlight=False, markup=False)
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TimeElapsedColumn())
    bar = Progress(*columns, console=console, transient=True, disable=not sys.stderr.isatty())
    task = bar.add_task("reading", total=steps)
    timer = threading.Timer(QUIET_SECONDS, bar.start)
    timer.daemon = True
    timer.start()
    done = iter(range(steps + 1))

    def on_step(name: str) -> None:
        bar.update(task, description=name, completed=next(done, steps))

    try:
        yield on_step
    finally:
        timer.cancel()
        bar.stop()
