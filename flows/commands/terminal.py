"""What every command needs of its surroundings: settings, consoles, a log."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from flows.commands.exit_status import ExitStatus, complain

if TYPE_CHECKING:
    from rich.console import Console

    from flows.settings import Settings


def settings_from(out: Path | None) -> "Settings":
    """From the environment and the command line; a setting that cannot be is a usage error."""
    from pydantic import ValidationError

    from flows.settings import Settings

    try:
        return Settings() if out is None else Settings(out=out)
    except ValidationError as error:
        for fault in error.errors():
            name = "PLANKOLL_" + "__".join(str(part) for part in fault["loc"]).upper()
            complain(f"{name} går inte att använda: {fault['msg']}", f"{name} cannot be used: {fault['msg']}")
        raise typer.Exit(ExitStatus.USAGE) from error


def console_to(*, error: bool = False) -> "Console":
    """A terminal keeps its own width; a file or a pipe gets lines wide enough for the tables."""
    from rich.console import Console

    console = Console(stderr=error, highlight=False)
    return console if console.is_terminal else Console(stderr=error, highlight=False, width=140)


def log_to_terminal(verbose: bool) -> None:
    if verbose:
        log = logging.getLogger("plankoll")
        log.setLevel(logging.DEBUG)
        log.propagate = False
        log.handlers = [logging.StreamHandler()]
