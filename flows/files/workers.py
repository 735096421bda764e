"""A process that does one piece of work after another, each within bounds of its own on time and memory.

To fork a process, and to write in the memory that it shares with the one it was forked from, costs half of what it
costs to read a short file. So a process that has done its work is given more. It ends itself when it has done enough,
when its work has left it larger, and when it has waited in vain; and always with the program that began it.
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
from typing import Any, Final, Literal

from flows.files.collecting import collect_seldom

Work = Callable[..., bytes]
"""A function of a module, found by name in the other process."""

Code = Literal["crashed", "too_slow", "out_of_memory"]

_OUT_OF_MEMORY = 77
"""The exit status that tells of a MemoryError."""
_PIECES: Final = 200
"""Pieces of work after which a process is done: by then what it cost to begin, and to meet words for the first time, is
a hundredth of what they cost."""
LARGER: Final = 64 * 1024**2
"""Bytes by which a process may have grown from when it began and go on: most files leave less than a tenth of it."""
_WAITS: Final = 5.0
"""Seconds that a process waits for more work: a run hands out the next file at once."""
_MORE, _LAST = b"+", b"."
"""What goes before an answer: whether its process takes more work."""


class ApartError(Exception):
    """The work did not come back. `signal` is the number of the signal that ended it, where one did."""

    def __init__(self, code: Code, signal: int | None = None) -> None:
        super().__init__(code, signal)
        self.code = code
        self.signal = signal


class Worker:
    """A process of its own; whoever has it asks one thing of it at a time."""

    def __init__(self, preload: Sequence[str]) -> None:
        """preload: the modules that the server of all processes loads when the first is begun. Raises ApartError."""
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(list(preload))
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
        self.takes_more = True
        """False when it has ended, or is about to."""
        try:
            self._process.start()
        except (EOFError, ConnectionError):  # it ended before it had its arguments, or the server did
            self.end()
            raise ApartError("crashed") from None
        finally:
            theirs.close()

    def do(self, work: Work, arguments: tuple[Any, ...], *, seconds: float, memory: int, larger: int = LARGER) -> bytes:
        """What `work(*arguments)` returns.

        arguments are pickled. seconds is wall time; memory is bytes above what the process has when it begins the work,
        and larger those by which it may have grown in all and take more. Raises ApartError, and then it has ended.
        """
        try:
            self._pipe.send((work, arguments, memory, larger, Path.cwd()))
            in_time = wait([self._pipe, self._process.sentinel], timeout=seconds)
            goes_on, answer = (self._pipe.recv_bytes(), self._pipe.recv_bytes()) if in_time else (_LAST, None)
        except (EOFError, ConnectionError):
            raise self._ended() from None
        except BaseException:
            self.end()
            raise
        if answer is None:
            self.end()
            raise ApartError("too_slow")
        if goes_on == _LAST:
            self.takes_more = False
            self._process.join(timeout=10)
            self.end()
        return answer

    def end(self) -> None:
        """End the process, whatever it does."""
        self.takes_more = False
        self._pipe.close()
        if self._process.pid is not None and self._process.is_alive():
            self._process.kill()
            self._process.join()

    def _ended(self) -> ApartError:
        """Why there is no answer: the process has ended, or shut its ears."""
        self._process.join(timeout=10)
        status = self._process.exitcode or 0
        self.end()
        if status == _OUT_OF_MEMORY:
            return ApartError("out_of_memory")
        return ApartError("crashed", signal=-status if status < 0 else None)


def _serve(pipe: Connection) -> None:
    """In the other process."""
    # Ctrl-C reaches all processes of a terminal: the run itself decides what becomes of this one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # The libraries' warnings about odd PDFs are no news to the user; doubts stand in the rows.
    logging.getLogger().addHandler(logging.NullHandler())
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _end_with_parent()
    collect_seldom()
    begun = _in_use("resident")
    for left in range(_PIECES - 1, -1, -1):
        if not pipe.poll(_WAITS):
            return
        try:
            work, arguments, memory, larger, folder = pipe.recv()
        except EOFError:
            return
        os.chdir(folder)  # the program may have gone elsewhere since, and paths are relative to where it is
        _bound_memory(memory)
        try:
            answer = work(*arguments)
        except MemoryError:
            os._exit(_OUT_OF_MEMORY)
        _bound_memory(None)
        goes_on = left > 0 and _in_use("resident") <= begun + larger
        with contextlib.suppress(BrokenPipeError):  # nobody waits for the answer any longer
            pipe.send_bytes(_MORE if goes_on else _LAST)
            pipe.send_bytes(answer)  # by itself: put together they would be held twice
        del answer
        if not goes_on:
            return


def _end_with_parent() -> None:
    """Let this process end as soon as the one that asked for the work has ended, however it did."""
    parent = multiprocessing.parent_process()
    assert parent is not None

    def watch() -> None:
        wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def _bound_memory(memory: int | None) -> None:
    """Let this process take so many bytes more, or, for None, as many as it could from the start.

    Linux only: elsewhere the address space in use is not known, and the bound is left out.
    """
    if sys.platform != "linux":
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    soft = hard if memory is None else _in_use("virtual") + memory
    resource.setrlimit(resource.RLIMIT_AS, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))


def _in_use(kind: Literal["virtual", "resident"]) -> int:
    """Bytes of this process, as Linux counts them; 0 elsewhere."""
    if sys.platform != "linux":
        return 0
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()
    return int(pages[0 if kind == "virtual" else 1]) * resource.getpagesize()
