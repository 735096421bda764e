"""`plankoll serve`: the report in the browser, with verdicts kept as they are given."""

# ruff: noqa: D301 - the backspace in a docstring is click's mark for lines that are kept as they are

import socket
from typing import Annotated

import typer

from flows.commands.exit_status import ExitStatus, complain, ending_politely
from flows.commands.options import Out, Verbose
from flows.commands.report import Files, ReportLanguage
from flows.commands.terminal import log_to_terminal, settings_from

_ADDRESS = "127.0.0.1"
"""This machine alone: nobody on the network reaches it."""
_TOKEN_BYTES = 24


def serve(
    out: Out = None,
    port: Annotated[
        int, typer.Option("--port", metavar="N", min=0, max=65535, help="Port on this machine; 0 for any free one.")
    ] = 8765,
    language: ReportLanguage = "sv",
    files: Files = None,
    verbose: Verbose = False,
) -> None:
    """Show the audit report in the browser, and keep verdicts as they are given.

    The same pages as `plankoll report` makes, made as they are asked for, of the snapshot that is the current one.
    Verdicts go into DIR/verdicts.csv at once, as with `plankoll review`. Only this machine can reach it, and only
    who has the address that is printed, since it bears a token that is new each time. Ctrl-C ends it.

    \b
    Example:
      plankoll serve
    """
    log_to_terminal(verbose)
    settings = settings_from(out)
    with ending_politely(), _listening(port) as listener:
        import secrets

        import uvicorn

        from flows.commands.served_report import ServedReport, app_of

        token = secrets.token_urlsafe(_TOKEN_BYTES)
        app = app_of(ServedReport(settings, files or (), language), token)
        typer.echo("Rapporten visas här tills du trycker Ctrl-C (the report is here until you press Ctrl-C):")
        typer.echo(f"http://127.0.0.1:{listener.getsockname()[1]}/{token}/")
        # No log of requests: their paths bear the token.
        uvicorn.Server(uvicorn.Config(app, access_log=False, log_level="warning")).run(sockets=[listener])


def _listening(port: int) -> socket.socket:
    """A socket on this machine. Ends the command where the port is taken."""
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((_ADDRESS, port))
    except OSError:
        listener.close()
        complain(
            f"Port {port} är upptagen. Välj en annan med --port, eller --port 0.",
            f"Port {port} is taken. Choose another one with --port, or --port 0.",
            ExitStatus.NOTHING_DONE,
        )
    return listener
