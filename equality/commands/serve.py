"""``serve``: starts the dashboard on this machine and says where it is."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import click

from equality.access import check_address
from equality.config import ROOT, read_configuration
from equality.errors import EqualityError

_USUAL_PORT = 8501


class PortTaken(EqualityError):
    """Another program listens where the dashboard should."""

    exit_status = 2


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=_USUAL_PORT, show_default=True, help="Where to listen.")
@click.option("--address", default="127.0.0.1", show_default=True, help="This machine's own address.")
@click.option("--store", type=click.Path(path_type=Path), default=None, help="The store to show.")
def serve(port: int, address: str, store: Path | None) -> None:
    """Start the dashboard and print its address; Ctrl-C ends it."""
    check_address(address, read_configuration().access.mode)
    _check_free(address, port)
    click.echo(f"Equality dashboard: {_url(address, port)} (Ctrl-C ends it)")
    environment = {**os.environ, **({"EQUALITY_STORE": str(store.resolve())} if store else {})}
    try:
        ended = subprocess.run(server_command(address, port), cwd=ROOT, env=environment, check=False)  # noqa: S603
    except KeyboardInterrupt:
        return
    if ended.returncode > 0:
        raise SystemExit(ended.returncode)


def server_command(address: str, port: int) -> list[str]:
    """What starts the server: this Python's Streamlit, from the project's folder, where its settings lie."""
    options = ["--server.address", address, "--server.port", str(port)]
    return [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), *options]


def _check_free(address: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        # A server that has just ended leaves its port waiting; that does not make it taken.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as error:
            raise PortTaken(f"Port {port} is in use", _url(address, port), "Give another: --port 8502") from error


def _url(address: str, port: int) -> str:
    host = f"[{address}]" if ":" in address else address
    return f"http://{host}:{port}"
