"""The commands: ``python -m equality --help``."""

from __future__ import annotations

import sys
from importlib import import_module

import click

from equality import __version__
from equality.errors import EqualityError

COMMANDS = {
    "check": ("intake", "check_files"),
    "import": ("intake", "import_files"),
    "template": ("intake", "write_template"),
    "figures": ("figures", "print_figures"),
    "versions": ("store", "show_versions"),
    "rollback": ("store", "roll_back"),
    "verify": ("store", "check_store"),
    "demo": ("demo", "write_demo"),
    "serve": ("serve", "serve"),
}
"""Each command's module in ``equality/commands`` and its function; a module is imported when its command is used."""


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, function = COMMANDS[cmd_name]
        found: click.Command = getattr(import_module(f"equality.commands.{module}"), function)
        return found


@click.command(cls=_Commands, name="python -m equality")
@click.version_option(__version__)
def main() -> None:
    """Race equality figures for NHS boards: bring data in, ask it, and show it."""


def run() -> int:
    """Run the command line; an error that a person can put right is told in words, without a traceback."""
    try:
        # Without standalone mode, click returns the status that a command exits with.
        status = main.main(standalone_mode=False)
    except EqualityError as error:
        click.echo(f"{error.title}{f': {error.place}' if error.place else ''}", err=True)
        if error.hint:
            click.echo(error.hint, err=True)
        return error.exit_status
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        click.echo("Stopped.", err=True)
        return 1
    except BrokenPipeError:
        # The reader of our output (head, say) has gone; there is nobody left to tell.
        sys.stderr.close()
        return 0
    return status if isinstance(status, int) else 0


if __name__ == "__main__":
    sys.exit(run())
