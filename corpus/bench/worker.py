"""The process of one tool: reads one file after the other, and says what each took.

`python -m corpus.bench.worker MODULE:FUNCTION FD`. A path per line comes on standard input, an Answer per line goes
to the file descriptor FD, the first when the tool is loaded. What the tool itself prints goes where it went.
"""

import json
import os
import resource
import sys
from importlib import import_module
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict

from corpus.bench.tools import ReadTables

_STATUS: Final = Path("/proc/self/status")


class Answer(BaseModel):
    """What became of one file, or of loading the tool; cpu and peak are those of the process so far."""

    model_config = ConfigDict(frozen=True)

    grids: list[list[list[str]]] | None
    """Null where the tool raised an error, and for the first answer."""
    error: str | None
    cpu: float
    """Seconds, in user and system mode, of all threads and of the processes that it started."""
    peak: int
    """Bytes of memory held at most, by this process or by one that it started, whichever held more."""


def main(reader: str, descriptor: int) -> None:
    """Answer until standard input ends."""
    with os.fdopen(descriptor, "w", encoding="utf-8") as answers:

        def answer(grids: list[list[list[str]]] | None, error: str | None) -> None:
            said = Answer(grids=grids, error=error, cpu=_cpu(), peak=_peak())
            answers.write(said.model_dump_json() + "\n")
            answers.flush()

        module, _, function = reader.partition(":")
        try:
            read: ReadTables = getattr(import_module(module), function)
        except Exception as fault:  # noqa: BLE001 - whatever it is, the tool cannot be measured, and that is said
            answer(None, _told(fault))
            return
        answer(None, None)
        for line in sys.stdin:
            try:
                grids = [[list(row) for row in grid] for grid in read(Path(json.loads(line)))]
            except Exception as fault:  # noqa: BLE001 - whatever it is, the tool gets nothing for the file, and that is said
                answer(None, _told(fault))
            else:
                answer(grids, None)


def _told(fault: Exception) -> str:
    return f"{type(fault).__name__}: {' '.join(str(fault).split())}"[:200]


def _cpu() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def _peak() -> int:
    """On Linux from the process's own status: its ru_maxrss starts with what the process that started it held."""
    unit = 1 if sys.platform == "darwin" else 1024
    started = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * unit
    if not _STATUS.exists():
        return max(started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit)
    lines = _STATUS.read_text(encoding="ascii", errors="replace").splitlines()
    own = next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:"))
    return max(started, own)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
