"""Telling the user how a run goes: a bar on a terminal, plain lines elsewhere, all on standard error."""

import threading
from collections.abc import Mapping
from types import TracebackType
from typing import Protocol, Self

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)
from rich.text import Text

from flows.files.outcome import FileOutcome
from flows.inboxes.inbox import Inbox
from models.rows import FileReason
from outputs.summary import shown

REASONS: dict[FileReason, tuple[str, str]] = {
    "new": ("nya", "new"),
    "changed": ("ändrade", "changed"),
    "renamed": ("med nytt namn", "renamed"),
    "version": ("lästa av en annan version", "read by another version"),
    "settings": ("lästa med andra inställningar", "read with other settings"),
    "retried": ("prövas igen", "tried again"),
    "asked": ("läses om på begäran", "read again as asked"),
    "unchanged": ("oförändrade", "unchanged"),
    "moved": ("flyttade i sin mapp", "moved within their folder"),
    "repeated": ("med samma innehåll som en annan", "of the same content as another"),
    "given_up": ("uppgivna", "given up"),
    "gone": ("borta", "gone"),
}
"""Why files are read or not, in Swedish and in English."""


class Listener(Protocol):
    """Hears of a run's files. Called from several threads."""

    def opened(self, inbox: Inbox, n_to_read: int, reasons: Mapping[FileReason, int] | None = None) -> None: ...

    def begun(self, source_name: str) -> None: ...

    def ended(self, outcome: FileOutcome) -> None: ...


class Silence:
    """Hears and says nothing."""

    def opened(self, inbox: Inbox, n_to_read: int, reasons: Mapping[FileReason, int] | None = None) -> None: ...

    def begun(self, source_name: str) -> None: ...

    def ended(self, outcome: FileOutcome) -> None: ...


class ShownProgress:
    """A line for each file that is done and, on a terminal, a bar with the names being read below them."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._lock = threading.Lock()
        self._n_done = 0
        self._n_to_read = 0
        self._reading: list[str] = []
        self._bar = Progress(
            SpinnerColumn(),
            BarColumn(bar_width=30),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.description}", markup=False),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._files = self._bar.add_task("", total=None)

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def opened(self, inbox: Inbox, n_to_read: int, reasons: Mapping[FileReason, int] | None = None) -> None:
        with self._lock:
            self._n_to_read = n_to_read
            self._bar.update(self._files, total=n_to_read)
        for file, first in inbox.repeated:
            self._say(f"{file.path}: samma innehåll som {first.path}, tas en gång (same content, taken once)")
        told = [f"{REASONS[reason][0]} ({REASONS[reason][1]}) {count}" for reason, count in (reasons or {}).items()]
        if told:
            self._say(f"Filer (files): {', '.join(told)}")

    def begun(self, source_name: str) -> None:
        with self._lock:
            self._reading.append(source_name)
            self._describe()

    def ended(self, outcome: FileOutcome) -> None:
        with self._lock:
            self._reading.remove(outcome.source_name)
            self._n_done += 1
            self._bar.advance(self._files)
            self._describe()
            head = f"[{self._n_done}/{self._n_to_read}] {outcome.source_name}"
        if outcome.failure is not None:
            self._say(f"{head}: gick inte att ta in (not taken in): {outcome.failure.error}", style="red")
            return
        seconds = f"{sum(outcome.seconds.values()):.1f}".replace(".", ",")
        self._say(f"{head}: {outcome.n_pages} sidor (pages), {seconds} s")
        for failure in outcome.left_out:
            within = failure.source_name.removeprefix(outcome.source_name).removeprefix("/")
            of = f" {within}:" if within else ""
            self._say(f"    en del kunde inte läsas (a part could not be read):{of} {failure.error}", style="red")
        if outcome.doubts:
            self._say(f"    osäker läsning på {len(outcome.doubts)} sidor (unsure pages), se pages.doubt")

    def _describe(self) -> None:
        self._bar.update(self._files, description=shown(", ".join(self._reading)))

    def _say(self, line: str, style: str = "") -> None:
        self._console.print(Text(shown(line), style=style), soft_wrap=True)
