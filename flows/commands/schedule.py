"""`plankoll schedule`: runs at set times, served by Prefect."""

# ruff: noqa: D301 - the backspace in a docstring is click's mark for lines that are kept as they are

import os
import warnings
from typing import Annotated

import typer

from flows.commands.exit_status import ExitStatus, complain, ending_politely
from flows.commands.options import Out
from flows.commands.terminal import settings_from

NAME = "plankoll-schedule"
"""The deployment's name on Prefect's server."""


def schedule(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH", help="PDF files, folders (searched to the bottom), URLs of folders.")
    ],
    cron: Annotated[
        str, typer.Option("--cron", metavar="CRON", help="When: minute, hour, day, month, weekday.")
    ] = "0 4 * * *",
    timezone: Annotated[
        str, typer.Option("--timezone", metavar="ZONE", help="The time zone that the times are of.")
    ] = "Europe/Stockholm",
    out: Out = None,
) -> None:
    """Run on a schedule, for as long as this command runs: Prefect's own serving.

    A standing Prefect server keeps the schedule and the log of every run: start one with `prefect server start`, and
    name it in PREFECT_API_URL. One run goes on at a time; one that is due while another runs waits for it. Those who
    have cron or systemd need neither this nor a server: docs/operations.md has a line and a unit for them.

    \b
    Examples:
      plankoll schedule inbox/
      plankoll schedule inbox/ --cron "30 2 * * 1-5" --out results

    \b
    Exit status: 1 nothing could be done; 2 usage. Ctrl-C or SIGTERM ends it with 0, within some ten seconds, and pauses
    the schedule.
    """
    settings = settings_from(out)
    if not os.environ.get("PREFECT_API_URL"):
        complain(
            "Ett schema behöver en stående Prefect-server. Starta den med: prefect server start, och sätt "
            "PREFECT_API_URL=http://127.0.0.1:4200/api. Utan server: se docs/operations.md (cron, systemd).",
            "A schedule needs a standing Prefect server. Start it with: prefect server start, and set "
            "PREFECT_API_URL=http://127.0.0.1:4200/api. Without a server: see docs/operations.md (cron, systemd).",
            ExitStatus.USAGE,
        )
    with ending_politely():
        from flows.runs.prefect_environment import prepare_prefect

        prepare_prefect()
        from prefect.client.schemas.schedules import CronSchedule
        from prefect.schedules import Cron
        from prefect.types.entrypoint import EntrypointType
        from pydantic import ValidationError

        from flows.inboxes.object_inbox import as_given
        from flows.runs.run_flow import parameters_of, take_in

        try:
            CronSchedule(cron=cron, timezone=timezone)
        except ValidationError as error:
            reason = error.errors()[0]["msg"]
            complain(f"--cron går inte att använda: {reason}", f"--cron cannot be used: {reason}", ExitStatus.USAGE)
        # how Prefect's runner stops itself on SIGTERM; it does stop, and pauses the schedule
        warnings.filterwarnings("ignore", "coroutine 'Runner.astop' was never awaited", RuntimeWarning)
        typer.echo(f"Schema (schedule): {cron} {timezone}. Ctrl-C avslutar (ends it).")
        take_in.serve(
            name=NAME,
            schedule=Cron(cron, timezone=timezone),
            parameters=parameters_of([as_given(path) for path in paths], settings),
            limit=1,
            global_limit=1,
            print_starting_message=False,
            entrypoint_type=EntrypointType.MODULE_PATH,
        )
