"""Runs that are killed at any moment: what is published is whole, and the next run goes on and loses nothing.

    python -m tests.kill_runs --kills 100 --seed 1

kills that many runs of one inbox with SIGKILL, at moments drawn by chance, and says what came of it.
"""

import argparse
import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import polars as pl
import psutil

from models.rows import TABLES
from outputs.lock import dataset_lock
from outputs.snapshot import read_current
from tests.hostile_pdfs import attached
from tests.places import ROOT, SAMPLES

_ORPHANS_END = 60.0
"""Seconds within which the processes of a dead run must have ended: one that is still loading its libraries first does
that, which takes long on a busy machine."""


@dataclass
class Tally:
    """What came of the killed runs."""

    kills: int = 0
    finished: int = 0
    damaged: int = 0
    lost: tuple[str, ...] = ()
    """The files of which the last run, left to finish, says nothing."""
    status: int = 3
    """How the last run ended: 3, since one file is broken."""
    orphans: int = 0

    @property
    def well(self) -> bool:
        return not (self.damaged or self.lost or self.orphans) and self.status == 3


def kill_runs(folder: Path, kills: int, seed: int) -> Tally:
    """Kill so many runs; after each, look at what is published; at last let one finish and count what is there."""
    chance = random.Random(seed)
    inbox, out = folder / "inbox", folder / "out"
    inbox.mkdir(parents=True)
    for sample in ("remissvar", "inriktning", "lokal-plan"):
        shutil.copy(SAMPLES / f"{sample}.pdf", inbox)
    (inbox / "trasig.pdf").write_bytes(b"%PDF-1.7 och inget mer")
    letter = inbox / "brev.pdf"
    shutil.copy(SAMPLES / "inriktning.pdf", letter)
    attached(letter, {"bilaga.pdf": (SAMPLES / "tjansteskrivelse.pdf").read_bytes()})
    begun = time.monotonic()
    _run(inbox, out).wait()
    whole_run = time.monotonic() - begun
    held: set[str] = set(read_current(out / "dataset")["documents"]["source_name"])
    tally = Tally()
    while tally.kills < kills:
        if not (out / "dataset" / ".journal").read_bytes():  # nothing is left to do: give the next run something
            changed = inbox / chance.choice(["remissvar.pdf", "inriktning.pdf", "lokal-plan.pdf", "brev.pdf"])
            changed.write_bytes(changed.read_bytes() + f"\n% {tally.kills}\n".encode())
        run = _run(inbox, out)
        try:
            run.wait(chance.uniform(0.2, 1.1) * whole_run)
            tally.finished += 1
        except subprocess.TimeoutExpired:
            os.kill(run.pid, signal.SIGKILL)
            run.wait()
            tally.kills += 1
            tally.orphans += _orphans(run.pid)
        tally.damaged += not _is_whole(out / "dataset", held)
    tally.status = _run(inbox, out).wait()
    current = read_current(out / "dataset")
    there = set(current["documents"]["source_name"]) | set(current["failures"]["source_name"])
    given = {path.name for path in inbox.iterdir()} | {"brev.pdf/bilaga.pdf"}
    tally.lost = tuple(sorted(given - there))
    with dataset_lock(out / "dataset"):
        return tally


def _run(inbox: Path, out: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "flows.cli", "run", "--plain", str(inbox), "--out", str(out)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PLANKOLL_WORKERS": "2", "PLANKOLL_OCR": "off"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _is_whole(dataset: Path, held: set[str]) -> bool:
    """Every table can be read, agrees with the others, and has the rows of all files that ever were."""
    current = read_current(dataset)
    documents = current["documents"]
    rows = [current[t.table_name] for t in TABLES if "document_id" in t.model_fields and t.table_name != "evidence"]
    strays = sum(frame.join(documents, on="document_id", how="anti").height for frame in rows)
    last = current["runs"].sort("run_id").tail(1)
    counted = pl.read_json(last["rows"][0].encode()).row(0, named=True)
    counts = {name: frame.height for name, frame in current.items()}
    return set(documents["source_name"]) == held and strays == 0 and counted == counts


def _orphans(group: int) -> int:
    """How many groups of processes outlive a dead run: none or one."""
    ends = time.monotonic() + _ORPHANS_END
    while time.monotonic() < ends:
        if not _lives(group):
            return 0
        time.sleep(0.05)
    return 1


def _lives(group: int) -> bool:
    """Whether a process of the group runs: one that has ended and waits for its new parent to notice does not."""
    for process in psutil.process_iter(["status"]):
        with contextlib.suppress(ProcessLookupError):
            if os.getpgid(process.pid) == group and process.info["status"] != psutil.STATUS_ZOMBIE:
                return True
    return False


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--kills", type=int, default=100)
    arguments.add_argument("--seed", type=int, default=1)
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tally = kill_runs(Path(folder) / "kills", asked.kills, asked.seed)
    sys.stdout.write(f"{tally}\n")
    sys.exit(not tally.well)


if __name__ == "__main__":
    main()
