"""How a command ends: its exit status, and errors in two short lines instead of a traceback."""

import logging
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from typing import Protocol, runtime_checkable

import click
import typer


class ExitStatus(IntEnum):
    """What a caller can rely on."""

    DONE = 0
    NOTHING_DONE = 1
    USAGE = 2
    SOME_FAILED = 3
    DIFFERENT = 4


_log = logging.getLogger("plankoll")


@runtime_checkable
class Bilingual(Protocol):
    """An error with a message of its own."""

    message_sv: str
    message_en: str


@contextmanager
def ending_politely() -> Iterator[None]:
    """Turn any error into its message on standard error and exit status 1."""
    try:
        yield
    except (typer.Exit, typer.Abort, click.ClickException):
        raise
    except Exception as error:
        if isinstance(error, Bilingual):
            complain(error.message_sv, error.message_en)
        elif isinstance(error, OSError):
            where = f" {error.filename}" if error.filename else ""
            reason = error.strerror or type(error).__name__
            complain(
                f"Det gick inte att läsa eller skriva{where}: {reason}.",
                f"Cannot read or write{where}: {reason}.",
            )
        else:
            _log.debug("%s", traceback.format_exc())
            reason = f"{type(error).__name__}: {error}"[:300]
            complain(
                f"Ett fel i Plankoll: {reason}. Kör med --verbose för hela felet.",
                f"An error in Plankoll: {reason}. Run with --verbose to see all of it.",
            )
        raise typer.Exit(ExitStatus.NOTHING_DONE) from error


def complain(message_sv: str, message_en: str, status: ExitStatus | None = None) -> None:
    """Say what is wrong on standard error, in Swedish and English; end with `status` where one is given."""
    typer.echo(f"plankoll: {message_sv}", err=True)
    typer.echo(f"plankoll: {message_en}", err=True)
    if status is not None:
        raise typer.Exit(status)
