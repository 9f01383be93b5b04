"""Commands about a store as a whole: its versions, rolling back, and whether it is as it was written."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from equality.config import read_configuration, store_path
from equality.errors import UnreadableFile
from equality.store.history import read_history
from equality.store.lock import writer_name
from equality.store.versions import Fault, Store, Version, prune, rollback, verify

_store_option = click.option(
    "--store",
    "folder",
    type=click.Path(path_type=Path),
    help="The store's folder; default: the one that the configuration names.",
)


def _chosen(folder: Path | None) -> Store:
    return Store((folder or store_path(read_configuration())).resolve())


@click.command("versions")
@click.option("--prune", "pruning", is_flag=True, help="Remove old versions; never the current one or a cited one.")
@click.option("--keep", type=click.IntRange(min=1), default=10, show_default=True, help="How many --prune leaves.")
@_store_option
def show_versions(folder: Path | None, pruning: bool, keep: int) -> None:
    """List the store's versions, newest first: when, by whom, from which files."""
    store = _chosen(folder)
    if pruning:
        removed = prune(store, keep, who=writer_name())
        click.echo(f"Removed {_counted(len(removed), 'version')}{_listed(removed)}.")
    versions = store.versions()
    current = store.current_number()
    click.echo(f"{store.path}: {_counted(len(versions), 'version')}{', invented figures' if store.invented else ''}")
    for version in reversed(versions):
        click.echo(_version_line(version, version.number == current))


@click.command("rollback")
@click.argument("number", type=click.IntRange(min=1), metavar="N")
@_store_option
def roll_back(number: int, folder: Path | None) -> None:
    """Make version N the current one. Nothing is removed; the next import builds on it."""
    store = _chosen(folder)
    version = rollback(store, number, writer_name())
    click.echo(f"Version {version.number} is current in {store.path}.")


@click.command("verify")
@_store_option
@click.pass_context
def check_store(context: click.Context, folder: Path | None) -> None:
    """Check every version's manifest and the hash of every table file. Exit status 1 when something is wrong."""
    store = _chosen(folder)
    if not store.exists():  # a path mistyped must not read as all being well
        raise UnreadableFile("There is no store to check", str(store.path), "Name its folder with --store.")
    faults = verify(store)
    click.echo(f"{store.path}: {_checked(store)}")
    for fault in faults:
        click.echo(_fault_line(fault))
    click.echo(f"{_counted(len(faults), 'fault')} found." if faults else "Whole: everything is as it was written.")
    context.exit(1 if faults else 0)


def _version_line(version: Version, current: bool) -> str:
    manifest = version.manifest
    files = ", ".join(f"{file.name} ({file.rows} rows)" for file in manifest.files) or "no files"
    mark = "*" if current else " "
    warned = f", {_counted(len(manifest.warnings), 'warning')}" if manifest.warnings else ""
    note = f" - {manifest.note}" if manifest.note else ""
    made = f"{manifest.created_at:%Y-%m-%d %H:%M} UTC  {manifest.created_by}"
    return f"{mark} {version.number:>4}  {made}  {files}{warned}{note}"


def _fault_line(fault: Fault) -> str:
    where = "the store" if fault.version is None else f"version {fault.version}"
    return f"  {where}, {fault.file}: {fault.what}"


def _checked(store: Store) -> str:
    versions = store.versions()
    entries = [entry for version in versions for entry in version.manifest.tables.values()]
    size = sum(entry.bytes for entry in entries)
    events = len(read_history(store.path))
    return (
        f"checked {_counted(len(store.numbers()), 'version')}, {_counted(len(entries), 'table file')} "
        f"({size:,} bytes), {_counted(events, 'recorded event')}."
    )


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _listed(numbers: Sequence[int]) -> str:
    return f": {', '.join(map(str, numbers))}" if numbers else ""
