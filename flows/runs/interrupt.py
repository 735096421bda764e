"""Ending a run at once and tidily on Ctrl-C or a scheduler's stop signal."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import typer
from rich.console import Console

from flows.runs.journal import note_stop


@contextmanager
def ending_at_once() -> Iterator[None]:
    """Within this, SIGINT and SIGTERM end the program, its files' processes and Prefect's embedded server.

    Nothing needs to be put in order: the dataset is whole at any moment, and the operating system
    lets go of its lock. Unwinding would instead wait for files that are still being read.
    """
    before = {number: signal.signal(number, _end) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, _frame: FrameType | None) -> None:
    note_stop()
    _kill_work()
    server = sys.modules.get("prefect.server.api.server")
    if server is not None:
        server.SubprocessASGIServer().stop()
        _kill_work()  # what other threads have begun in the meantime
    Console(stderr=True).show_cursor()
    typer.echo("\nplankoll: Avbruten. Datamängden är hel, som efter den senaste färdiga körningen.", err=True)
    typer.echo("plankoll: Interrupted. The dataset is whole, as the last finished run left it.", err=True)
    sys.stdout.flush()
    os._exit(128 + number)


def _kill_work() -> None:
    for process in multiprocessing.active_children():
        process.kill()
