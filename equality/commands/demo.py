"""The command that makes invented data: a demonstration store, or a staff list."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress

from equality.demonstration.returns import SEED
from equality.demonstration.staff_list import write_staff_list
from equality.demonstration.stores import ORGANISATIONS, YEARS, write_demonstration

_SECONDS_WITHOUT_BAR = 2.0
_MOST_ORGANISATIONS, _MOST_YEARS = 350, 40


@click.command("demo")
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
@click.option("--organisations", type=click.IntRange(1, _MOST_ORGANISATIONS), help=f"Default: {ORGANISATIONS}.")
@click.option("--years", type=click.IntRange(1, _MOST_YEARS), help=f"The last so many. Default: {YEARS}.")
@click.option("--staff", type=click.IntRange(min=1), help="Write an invented staff list of so many rows instead.")
@click.option(
    "--seed", type=click.IntRange(min=0), default=SEED, show_default=True, help="Another seed, other figures."
)
def write_demo(folder: Path, organisations: int | None, years: int | None, staff: int | None, seed: int) -> None:
    """Make an invented store (or staff list) in DIR. Nobody and no organisation in it exists."""
    if staff is not None:
        if organisations or years:
            raise click.UsageError("--staff goes without --organisations and --years")
        with _progress("Inventing staff", staff) as done:
            path = write_staff_list(folder, staff, seed, done)
        click.echo(f"{path}: {staff:,} invented assignments")
        return
    count = organisations or ORGANISATIONS
    with _progress("Inventing organisations", count) as done:
        store = write_demonstration(folder, count, years or YEARS, seed, done)
    version = store.version(1)
    rows = version.manifest.tables["observations"].rows
    click.echo(f"{store.path}: {count} invented organisations, {rows:,} figures")


@contextmanager
def _progress(what: str, total: int) -> Iterator[Callable[[int], object]]:
    """A bar on standard error that appears, on a terminal, once the work has taken two seconds."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(what, total=total, visible=False)
        began = time.monotonic()

        def advance(done: int) -> None:
            bar.update(task, completed=done, visible=time.monotonic() - began > _SECONDS_WITHOUT_BAR)

        yield advance
