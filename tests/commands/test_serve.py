"""``serve`` listens on this machine only."""

from __future__ import annotations

import socket

import pytest
from click.testing import CliRunner

from equality.access import is_loopback
from equality.commands.serve import PortTaken, serve, server_command
from equality.errors import ConfigurationError


@pytest.mark.parametrize(
    ("address", "loopback"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("localhost", True),
        ("::", False),
        ("10.0.0.4", False),
        ("trust.nhs.uk", False),
    ],
)
def test_only_this_machines_own_addresses_are_loopback(address: str, loopback: bool) -> None:
    assert is_loopback(address) is loopback


def test_another_address_is_refused_while_access_is_local() -> None:
    result = CliRunner().invoke(serve, ["--address", "10.0.0.4"])
    assert isinstance(result.exception, ConfigurationError)
    assert "access.mode" in result.exception.hint


def test_a_port_in_use_is_said_before_anything_starts() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = CliRunner().invoke(serve, ["--port", str(port)])
    assert isinstance(result.exception, PortTaken)


def test_the_server_is_told_address_and_port() -> None:
    command = server_command("127.0.0.1", 8600)
    assert command[-4:] == ["--server.address", "127.0.0.1", "--server.port", "8600"]
