"""Running a piece of work in a process of its own, with a bound on time and memory.

A PDF can be made so that a reader loops, eats all memory or crashes. In a process of its own it
takes nothing else down. The processes are forked from a server that has the heavy libraries
loaded already, so that one costs milliseconds. What comes back is bytes, never pickled objects.
"""

import contextlib
import logging
import multiprocessing
import os
import resource
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, Literal

from flows.files.collecting import collect_seldom

PRELOADED = [
    "flows.command_line",
    "flows.files.stages",
    "extractors.reading",
    "extractors.understanding",
    "corpus.registry",
    "flows.files.warm",
]
"""What reading needs, and the command line, whose imports each process would else run anew with the main module."""

Code = Literal["crashed", "too_slow", "out_of_memory"]

_OUT_OF_MEMORY = 77
"""The exit status that tells of a MemoryError."""


class ApartError(Exception):
    """The work did not come back. `signal` is the number of the signal that ended it, where one did."""

    def __init__(self, code: Code, signal: int | None = None) -> None:
        super().__init__(code, signal)
        self.code = code
        self.signal = signal


def run_apart(
    work: Callable[..., bytes],
    arguments: tuple[Any, ...],
    *,
    seconds: float,
    memory: int,
    preload: Sequence[str] = PRELOADED,
) -> bytes:
    """What `work(*arguments)` returns.

    work is a function of a module, found by name in the other process; arguments are pickled.
    seconds is wall time; memory is bytes above what the process has from the start. preload: the modules that the
    server loads, once for all, when the first work is asked for.
    A script that calls this keeps its own code under `if __name__ == "__main__":`, as for all
    multiprocessing: the other process imports the script. Raises ApartError.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(preload))
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(sender, work, arguments, memory), daemon=True)
    try:
        try:
            process.start()
        except BrokenPipeError:  # it ended before it had its arguments
            raise ApartError("crashed") from None
        sender.close()
        if not wait([receiver, process.sentinel], timeout=seconds):
            raise ApartError("too_slow")
        try:
            answer = receiver.recv_bytes()
        except EOFError:
            process.join(timeout=10)
            status = process.exitcode or 0
            if status == _OUT_OF_MEMORY:
                raise ApartError("out_of_memory") from None
            raise ApartError("crashed", signal=-status if status < 0 else None) from None
        process.join(timeout=10)
        return answer
    finally:
        receiver.close()
        if process.is_alive():
            process.kill()
            process.join()


def _work(sender: Connection, work: Callable[..., bytes], arguments: tuple[Any, ...], memory: int) -> None:
    """In the other process."""
    # Ctrl-C reaches all processes of a terminal: the run itself decides what becomes of this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # The libraries' warnings about odd PDFs are no news to the user; doubts stand in the rows.
    logging.getLogger().addHandler(logging.NullHandler())
    _end_with_parent()
    _bound_memory(memory)
    collect_seldom()
    try:
        answer = work(*arguments)
    except MemoryError:
        os._exit(_OUT_OF_MEMORY)
    with contextlib.suppress(BrokenPipeError):  # nobody waits for the answer any longer
        sender.send_bytes(answer)
    sender.close()


def _end_with_parent() -> None:
    """Let this process end as soon as the one that asked for the work has ended, however it did."""
    parent = multiprocessing.parent_process()
    assert parent is not None

    def watch() -> None:
        wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _bound_memory(memory: int) -> None:
    """Linux only: elsewhere the address space in use is not known, and the bound is left out."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        most = pages * resource.getpagesize() + memory
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
