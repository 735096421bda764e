"""One tool over one folder: in a fresh process, with a limit of time for each file."""

import contextlib
import json
import os
import resource
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Final, Self

from corpus.bench.labelled import Labelled
from corpus.bench.tools import TableTexts, Tool
from corpus.bench.worker import Answer

_READ_AT_ONCE: Final = 1 << 20
_LOADING: Final = 120.0
"""Seconds that loading a tool may take."""
_PATIENCE: Final = 10.0
"""Seconds that a process may take to end when it has nothing more to read."""


@dataclass(frozen=True)
class Outcome:
    """What a tool made of one document."""

    document: Labelled
    grids: tuple[TableTexts, ...]
    error: str | None
    """Why it did not get through the file; it gets nothing for it."""
    cpu: float
    """Seconds, whether it got through or not; loading the tool is not among them."""


@dataclass(frozen=True)
class Trial:
    """What a tool made of all documents, in their order."""

    tool: Tool
    outcomes: tuple[Outcome, ...]
    peak: int
    """Bytes of memory that its process held at most, its libraries included."""
    unusable: str | None = None
    """Why it could not be loaded; then there are no outcomes."""


def try_tool(
    tool: Tool, documents: Sequence[Labelled], *, seconds: float, tell: Callable[[Outcome], None] = lambda _: None
) -> Trial:
    """Read every document with one tool, one after the other.

    seconds is the wall time that one file may take. A tool that takes longer or crashes is started anew for the next
    file. Nothing else that this process starts may end meanwhile: a process that had to be killed is known by what
    it adds to the ended ones.
    """
    outcomes: list[Outcome] = []
    peak = 0
    while len(outcomes) < len(documents):
        with _Process(tool.reader, seconds) as process:
            if process.unusable is not None:
                return Trial(tool, tuple(outcomes), peak, process.unusable)
            for document in documents[len(outcomes) :]:
                outcome = process.read(document)
                outcomes.append(outcome)
                tell(outcome)
                if process.ended:
                    break
            peak = max(peak, process.peak)
    return Trial(tool, tuple(outcomes), peak)


class _EndedError(Exception):
    """The process crashed or took too long; it is gone."""


class _Process:
    """A running corpus.bench.worker."""

    def __init__(self, reader: str, seconds: float) -> None:
        self._seconds = seconds
        self._unread = b""
        self._cpu = 0.0
        self._cpu_before = _cpu_of_ended()
        self.peak = 0
        self.ended = False
        self.unusable: str | None = None
        self._answers, given = os.pipe()
        try:
            self._process = subprocess.Popen(  # noqa: S603 - this very Python, and a reader that the benchmark lists
                [sys.executable, "-m", "corpus.bench.worker", reader, str(given)],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=(given,),
                start_new_session=True,  # so that what it starts can be ended with it
            )
        finally:
            os.close(given)
        try:
            self.unusable = self._next(_LOADING).error
        except _EndedError as error:
            self.unusable = str(error)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._end()
        os.close(self._answers)

    def read(self, document: Labelled) -> Outcome:
        """One file; after one that it did not get through by itself, the process has ended."""
        assert self._process.stdin is not None
        before = self._cpu
        try:
            with contextlib.suppress(BrokenPipeError):  # it has crashed since the last file: the missing answer tells
                self._process.stdin.write(json.dumps(str(document.path.absolute())).encode() + b"\n")
                self._process.stdin.flush()
            answer = self._next(self._seconds)
        except _EndedError as error:
            return Outcome(document, (), str(error), _cpu_of_ended() - self._cpu_before - before)
        return Outcome(document, tuple(answer.grids or ()), answer.error, answer.cpu - before)

    def _next(self, seconds: float) -> Answer:
        """The next line of answers. Raises _EndedError, when the process is gone."""
        until = time.monotonic() + seconds
        while b"\n" not in self._unread:
            ready, _, _ = select.select([self._answers], [], [], max(0.0, until - time.monotonic()))
            if not ready:
                self._end(patience=0)
                raise _EndedError(f"över/over {seconds:g} s")
            if not (more := os.read(self._answers, _READ_AT_ONCE)):
                status = self._end()
                raise _EndedError(f"kraschade/crashed ({_named(status)})")
            self._unread += more
        line, _, self._unread = self._unread.partition(b"\n")
        answer = Answer.model_validate_json(line)
        self._cpu, self.peak = answer.cpu, answer.peak
        return answer

    def _end(self, patience: float = _PATIENCE) -> int:
        """Its exit status. After this it is gone; a second time does nothing more."""
        assert self._process.stdin is not None
        self.ended = True
        with contextlib.suppress(BrokenPipeError):
            self._process.stdin.close()
        try:
            return self._process.wait(timeout=patience)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            return self._process.wait()


def _cpu_of_ended() -> float:
    """Seconds that all ended processes of this one took."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _named(status: int) -> str:
    return signal.Signals(-status).name if status < 0 else f"status {status}"
