"""Whole runs of thousands of files, hostile ones among them: is each accounted for, and how does the cost grow?

    python -m tests.at_scale DIR --sizes 100 1000 10000 --hostile 200

DIR holds PDF files, in subfolders too, such as `plankoll corpus make` writes. For each size a run of its own is made
from nothing, of so many of the files; of the largest, `--hostile` files are made to do harm, and of the others as great
a part. After each run its dataset is held against its inbox. Ends with status 1 where a file is not accounted for, or
where anything else was published than one whole snapshot.
"""

import argparse
import ctypes
import hashlib
import math
import os
import random
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import polars as pl
import psutil

from models.rows import TABLES
from models.schema import frame_schema
from outputs.snapshot import current_snapshot, read_current
from tests.hostile_inbox import write_hostile
from tests.places import ROOT

HOSTILE = "fientliga"
"""The subfolder of an inbox in which the files made to do harm lie."""
_PR_SET_CHILD_SUBREAPER = 36
"""As Linux has it in sys/prctl.h."""
_LOOKS = 2.0
"""Seconds between looks at a run's memory and at what is published: a look costs milliseconds for each process."""


@dataclass(frozen=True)
class Measured:
    """One run: what it cost, and what became of its files."""

    files: int
    seconds: float
    processor: float
    memory: int
    """Bytes, the most that all its processes held together; what they share counts once."""
    disk: int
    """Bytes of the snapshot."""
    states: Counter[str] = field(default_factory=Counter)
    """How many files are taken, taken in part, failed (and of what), repeated."""
    rows: int = 0
    pages: int = 0
    findings: int = 0
    faults: tuple[str, ...] = ()
    """What is not as it must be; empty where all is well."""


def measured_run(inbox: Path, out: Path, *, plain: bool) -> Measured:
    """Take in the inbox into a new folder `out`, and hold what was published against the inbox."""
    _adopt_orphans()
    begun, spent = time.monotonic(), _spent()
    others = _children()
    log = out.with_suffix(".log")
    with log.open("wb") as told:
        run = subprocess.Popen(
            [sys.executable, "-m", "flows.cli", "run", *(["--plain"] if plain else []), str(inbox), "--out", str(out)],
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            stdout=told,
            stderr=subprocess.STDOUT,
        )
        watch = _Watch(run.pid, out / "dataset")
        watch.start()
        status = run.wait()
        watch.stop()
    for orphan in _children() - others:
        os.waitpid(orphan, 0)
    seconds, processor = time.monotonic() - begun, _spent() - spent
    snapshot = current_snapshot(out / "dataset")
    if snapshot is None:
        told_last = log.read_text(encoding="utf-8", errors="replace")[-2_000:]
        raise SystemExit(f"nothing was published (status {status}): {told_last}")
    current = read_current(out / "dataset")
    states = _states(current)
    faults = [*_unaccounted(inbox, current), *_torn(current), *watch.faults]
    if status != (3 if any(name.startswith(("failed", "in_part")) for name in states) else 0):
        faults.append(f"exit status {status}")
    return Measured(
        files=sum(1 for _ in _pdfs(inbox)),
        seconds=seconds,
        processor=processor,
        memory=watch.most,
        disk=sum(path.stat().st_size for path in snapshot.iterdir()),
        states=states,
        rows=sum(frame.height for frame in current.values()),
        pages=current["pages"].height,
        findings=current["findings"].height,
        faults=tuple(faults),
    )


class _Watch(threading.Thread):
    """Looks at a run while it is going on: how much memory it holds, and when it publishes."""

    def __init__(self, pid: int, dataset: Path) -> None:
        super().__init__(daemon=True)
        self.most = 0
        self._process, self._dataset = psutil.Process(pid), dataset
        self._published: list[Path] = []
        self._ended = threading.Event()

    def run(self) -> None:
        while not self._ended.wait(_LOOKS):
            self._look()

    def stop(self) -> None:
        self._ended.set()
        self.join()
        self._look()

    @property
    def faults(self) -> list[str]:
        return [] if len(self._published) == 1 else [f"published {len(self._published)} times"]

    def _look(self) -> None:
        try:
            family = [self._process, *self._process.children(recursive=True)]
        except psutil.NoSuchProcess:
            family = []
        held = 0
        for each in family:
            try:
                held += each.memory_full_info().pss
            except psutil.Error:  # it has ended since
                continue
        self.most = max(self.most, held)
        snapshot = current_snapshot(self._dataset)
        if snapshot is not None and snapshot not in self._published:
            self._published.append(snapshot)


def _adopt_orphans() -> None:
    """Be the parent of what a run leaves, the process that begins those of its files: so their time is counted."""
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _children() -> set[int]:
    return {child.pid for child in psutil.Process().children()}


def _spent() -> float:
    """Seconds of processor of all processes that have ended and been waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _pdfs(inbox: Path) -> list[Path]:
    return sorted(path for path in inbox.rglob("*.pdf") if path.is_symlink() or path.is_file())


def _states(current: dict[str, pl.DataFrame]) -> Counter[str]:
    """Files per state; of those that failed, per error."""
    files, failures = current["files"].filter(pl.col("carrier_id").is_null()), current["failures"]
    why = dict(failures.select("source_sha256", "error").iter_rows())
    tally: Counter[str] = Counter()
    for status, reason, sha256 in files.select("status", "reason", "source_sha256").iter_rows():
        tally[reason if reason == "repeated" else f"failed: {why.get(sha256)}" if status == "failed" else status] += 1
    return tally


def _unaccounted(inbox: Path, current: dict[str, pl.DataFrame]) -> list[str]:
    """Files of the inbox of which the dataset does not say what became of them, and the other way about."""
    there = {os.fsencode(path.relative_to(inbox)).decode("utf-8", "replace") for path in _pdfs(inbox)}
    files, documents, failures = (current[name] for name in ("files", "documents", "failures"))
    told = set(files.filter(pl.col("carrier_id").is_null())["path"])
    faults = [f"lost: {path}" for path in sorted(there - told)]
    faults += [f"not in the inbox: {path}" for path in sorted(told - there)]
    if files["path"].is_duplicated().any():
        faults.append("a file is told of twice")
    taken = files.filter(pl.col("status") != "failed").unique("source_sha256")
    bare = taken.join(documents, on="source_sha256", how="anti")
    faults += [f"taken in without a document: {path}" for path in bare["path"]]
    missed = files.filter(pl.col("status") != "taken").join(failures, on=["source_name"], how="anti")
    # A file of the bytes of one that failed is told of as its repeat, and why stands by the bytes.
    missed = missed.join(failures, on=["source_sha256"], how="anti")
    faults += [f"not taken in, and not said why: {path}" for path in missed["path"]]
    unsaid = failures.filter(
        ~pl.col("message").str.contains(" / ", literal=True) | (pl.col("error") == "internal_error")
    )
    faults += [f"not foreseen, or not said in both languages: {name}" for name in unsaid["source_name"]]
    return faults


def _torn(current: dict[str, pl.DataFrame]) -> list[str]:
    """Where the tables break their schema, do not agree with each other, or were written by more than one run."""
    documents, runs = current["documents"], current["runs"]
    faults = [f"{t.table_name}: schema" for t in TABLES if not frame_schema(t).is_valid(current[t.table_name])]
    for row_type in TABLES:
        frame = current[row_type.table_name]
        if "document_id" in row_type.model_fields and row_type.table_name != "evidence":
            strays = frame.filter(pl.col("document_id").is_not_null()).join(documents, on="document_id", how="anti")
            faults += [f"{row_type.table_name}: {strays.height} rows of no document"] if strays.height else []
    counted = pl.read_json(runs["rows"][-1].encode()).row(0, named=True)
    if runs.height != 1 or counted != {name: frame.height for name, frame in current.items()}:
        faults.append("runs: not one run, or other numbers of rows than there are")
    return faults


def growth(sizes: Sequence[float], costs: Sequence[float]) -> float:
    """The power of the number of files with which a cost grows, by least squares of the logarithms: 1 is in proportion.

    At least two different sizes, and no cost of nought.
    """
    xs, ys = [math.log(size) for size in sizes], [math.log(cost) for cost in costs]
    middle_x, middle_y = sum(xs) / len(xs), sum(ys) / len(ys)
    moved = sum((x - middle_x) * (y - middle_y) for x, y in zip(xs, ys, strict=True))
    return moved / sum((x - middle_x) ** 2 for x in xs)


def write_inbox(files: Sequence[Path], folder: Path) -> None:
    """An inbox with these files in it, each with a name of its own; they are linked, not copied."""
    folder.mkdir(parents=True)
    for path in files:
        placed = folder / f"{path.parent.parent.name}-{path.name}"
        try:
            placed.hardlink_to(path)
        except OSError:  # another disk
            placed.write_bytes(path.read_bytes())


def write_some_hostile(folder: Path, count: int, of: int, seed: int) -> None:
    """So many of so many files made to do harm, by chance: some of them cost more than a hundred others."""
    written = write_hostile(folder, of, seed)
    for path in random.Random(seed).sample(written, of - count):
        path.unlink()


def _told(measured: Measured) -> str:
    per_file = measured.seconds / measured.files
    lines = [
        f"{measured.files} filer (files), {measured.pages} sidor (pages)",
        f"  {measured.rows} rader (rows), {measured.findings} fynd (findings)",
        f"  {measured.seconds:.0f} s, {per_file:.3f} s/fil (file), processor {measured.processor:.0f} s",
        f"  {measured.memory / 1e6:.0f} MB minne (memory), {measured.disk / 1e6:.1f} MB datamängd (dataset)",
        *(f"  {n:6} {name}" for name, n in measured.states.most_common()),
        *(f"  FEL (FAULT) {fault}" for fault in measured.faults[:20]),
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", metavar="DIR", type=Path)
    arguments.add_argument("--sizes", type=int, nargs="+", default=[100, 1_000, 10_000])
    arguments.add_argument("--hostile", type=int, default=200)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--plain", action="store_true", help="without Prefect")
    arguments.add_argument("--keep", metavar="DIR", type=Path, help="keep inboxes, datasets and logs there")
    asked = arguments.parse_args()
    mixed = sorted(asked.folder.rglob("*.pdf"), key=lambda path: hashlib.sha256(str(path).encode()).digest())
    largest = max(asked.sizes)
    if len(mixed) < largest - asked.hostile:
        raise SystemExit(f"{len(mixed)} PDF files are there, {largest - asked.hostile} are needed")
    runs: list[Measured] = []
    with tempfile.TemporaryDirectory() as temporary:
        place = asked.keep or Path(temporary)
        for size in sorted(asked.sizes):
            n_hostile = round(size * asked.hostile / largest)
            inbox = place / f"inbox-{size}"
            write_inbox(mixed[: size - n_hostile], inbox)
            write_some_hostile(inbox / HOSTILE, n_hostile, asked.hostile, asked.seed)
            runs.append(measured_run(inbox, place / f"out-{size}", plain=asked.plain))
            sys.stdout.write(_told(runs[-1]))
            sys.stdout.flush()
    if len(runs) > 1:
        sizes = [float(each.files) for each in runs]
        for name in ("seconds", "processor", "memory", "disk"):
            power = growth(sizes, [float(getattr(each, name)) for each in runs])
            sys.stdout.write(f"{name}: n^{power:.2f}\n")
    sys.exit(any(each.faults for each in runs))


if __name__ == "__main__":
    main()
