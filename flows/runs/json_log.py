"""A run told as JSON, one object a line on standard error: for a log collector, without personal data.

Files go by the ids that they have in the dataset's table files, never by their names.
"""

import json
import sys
import threading
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, TextIO

from flows.files.outcome import FileOutcome
from flows.inboxes.inbox import Inbox
from models.rows import FileReason
from outputs.run_report import RunReport


class JsonLog:
    """Listens to a run as flows.runs.progress.Listener does."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream if stream is not None else sys.stderr
        self._lock = threading.Lock()

    def opened(self, inbox: Inbox, n_to_read: int, reasons: Mapping[FileReason, int] | None = None) -> None:
        self._say("opened", files=inbox.n_seen, to_read=n_to_read, reasons=dict(reasons or {}))

    def begun(self, source_name: str) -> None:
        """Nothing is said: what is done is told when it is done."""

    def ended(self, outcome: FileOutcome) -> None:
        failure = outcome.failure
        self._say(
            "file",
            sha256=outcome.sha256,
            pages=outcome.n_pages,
            seconds={stage: round(seconds, 3) for stage, seconds in outcome.seconds.items()},
            stage=failure.stage if failure is not None else None,
            error=failure.error if failure is not None else None,
            left_out=[each.error for each in outcome.left_out],
        )

    def published(self, report: RunReport) -> None:
        self._say("published", **report.model_dump(mode="json"))

    def _say(self, event: str, **told: Any) -> None:
        line = json.dumps({"time": datetime.now(UTC).isoformat(timespec="milliseconds"), "event": event, **told})
        with self._lock:
            self._stream.write(f"{line}\n")
            self._stream.flush()
