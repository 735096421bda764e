"""Work on a file that goes wrong by the file's name, as a worker process does it."""

import os
import signal
import time
from pathlib import Path

from flows.files.stages import _process_to_json
from flows.settings import Settings

FATES = {
    "hangs.pdf": "too_slow",
    "eats.pdf": "out_of_memory",
    "aborts.pdf": "crashed",
    "killed.pdf": "crashed",
}


def process_or_fail(path: Path, settings: Settings, run_id: str, name: str | None = None) -> bytes:
    """As flows.files.stages does it, save for the files named above."""
    match path.name:
        case "hangs.pdf":
            time.sleep(600)
        case "eats.pdf":
            return bytes(64 * 1024**4)
        case "aborts.pdf":
            os.abort()
        case "killed.pdf":
            os.kill(os.getpid(), signal.SIGKILL)
        case _:
            pass
    return _process_to_json(path, settings, run_id, name)
