"""The processes that one file is given: bounded together in time, and with those of other files in number."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from flows.files.apart import PRELOADED, run_apart
from flows.files.workers import ApartError
from flows.settings import Settings

_turns: dict[int, threading.BoundedSemaphore] = {}
_turns_lock = threading.Lock()


class FileProcesses:
    """Runs the work on one file, each piece of it apart from the program.

    A file's time is that of all its processes together, without what they wait for their turn: whether it is enough
    depends on the file, and not on how many cores there are or what else is read. Each process may take the memory
    that the settings give a file; no more processes run at once than the settings' workers, over all files.
    """

    def __init__(self, settings: Settings, preload: Sequence[str] = PRELOADED) -> None:
        self._settings = settings
        self._preload = preload
        self._lock = threading.Lock()
        self._spent = 0.0

    @property
    def spent(self) -> float:
        """Seconds that the file's processes have taken so far."""
        with self._lock:
            return self._spent

    def run(self, work: Callable[..., bytes], arguments: tuple[Any, ...]) -> bytes:
        """As flows.files.apart.run_apart, in its turn. Called from several threads. Raises ApartError."""
        with turn(self._settings.workers):
            left = self._settings.seconds_per_file - self.spent
            if left <= 0:
                raise ApartError("too_slow")
            begun = time.monotonic()
            try:
                return run_apart(
                    work, arguments, seconds=left, memory=self._settings.memory_per_file, preload=self._preload
                )
            finally:
                with self._lock:
                    self._spent += time.monotonic() - begun


@contextmanager
def turn(at_once: int) -> Iterator[None]:
    """Wait until fewer than `at_once` pieces of work run in this program, and be one of them.

    Whoever has a turn must not wait for another one: two that did would wait for each other.
    """
    with _turns_lock:
        turns = _turns.setdefault(at_once, threading.BoundedSemaphore(at_once))
    with turns:
        yield
