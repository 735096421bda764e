"""Running a piece of work apart from the program: in another process, with a bound on time and memory.

A PDF can be made so that a reader loops, eats all memory or crashes. In another process it takes nothing else down. The
processes are forked from a server that has the heavy libraries loaded already, so that one costs milliseconds, and
do several pieces of work, one at a time (flows.files.workers). What comes back is bytes, never pickled objects.

A process that ends without an answer may have been harmed by what it did before, or have waited too long. So the work
that was asked of it is done once more in a new one, and what becomes of it there is its own doing.
"""

import os
from collections import deque
from collections.abc import Sequence
from typing import Any

from flows.files.workers import LARGER, ApartError, Work, Worker

PRELOADED = [
    "flows.files.loading",
    "flows.files.stages",
    "extractors.reading",
    "extractors.understanding",
    "corpus.registry",
    "flows.files.warm",
]
"""What reading needs, between two that make loading cheap and hand on what was loaded."""

_idle: deque[Worker] = deque()
"""Processes that wait for more work, or have ended since. There are never more than pieces of work have run at once."""
os.register_at_fork(after_in_child=_idle.clear)  # two programs must not ask the same process


def run_apart(
    work: Work,
    arguments: tuple[Any, ...],
    *,
    seconds: float,
    memory: int,
    larger: int = LARGER,
    preload: Sequence[str] = PRELOADED,
) -> bytes:
    """What `work(*arguments)` returns.

    work is a function of a module, found by name in the other process; arguments are pickled.
    seconds is wall time; memory is bytes above what the process has when it begins the work. larger: the bytes by which
    a process may have grown when it is given more. preload: the modules that the server loads, once for all, when the
    first work is asked for.
    A script that calls this keeps its own code under `if __name__ == "__main__":`, as for all
    multiprocessing: the other process imports the script. Raises ApartError.
    """
    used = _idle_worker()
    if used is not None:
        try:
            return _done_by(used, work, arguments, seconds, memory, larger)
        except ApartError as error:
            if error.code == "too_slow":
                raise
    return _done_by(Worker(preload), work, arguments, seconds, memory, larger)


def _done_by(worker: Worker, work: Work, arguments: tuple[Any, ...], seconds: float, memory: int, larger: int) -> bytes:
    answer = worker.do(work, arguments, seconds=seconds, memory=memory, larger=larger)
    if worker.takes_more:
        _idle.append(worker)
    return answer


def _idle_worker() -> Worker | None:
    """The one that has waited least: the others may have ended."""
    try:
        return _idle.pop()
    except IndexError:
        return None
