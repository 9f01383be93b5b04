"""Who may see what: while access is local, only this machine may reach the server."""

from __future__ import annotations

from ipaddress import ip_address

from equality.errors import ConfigurationError


def is_loopback(address: str) -> bool:
    """Whether only this machine can reach ``address``; a name other than ``localhost`` is not trusted."""
    if address == "localhost":
        return True
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def check_address(address: str, mode: str) -> None:
    """Nothing, where the server may listen on ``address``; raises ConfigurationError where it may not."""
    if mode == "local" and not is_loopback(address):
        raise ConfigurationError(
            "The dashboard does not listen beyond this machine",
            f"address {address}",
            "access.mode is local: anyone who reached the server would see the board's private view. "
            "Leave the address at 127.0.0.1.",
        )
