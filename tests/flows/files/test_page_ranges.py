"""A long file's pages are read by several processes: the same rows, bounded together, and the trouble's pages named."""

import gc
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
import weakref
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import psutil
import pytest

from extractors import held_sheets, reading
from extractors.held_sheets import HeldSheets
from extractors.ocr.limits import Ocr
from extractors.reading import read_file
from extractors.sheets import PAGES_AT_ONCE, ranges_of, read_packed, unpacked
from flows.files import file_processes
from flows.files.file_processes import FileProcesses, turn
from flows.files.outcome import FileOutcome, failed
from flows.files.page_ranges import RangeEndedError, read_in_ranges
from flows.files.stages import ended_apart, process_file
from flows.files.workers import ApartError
from flows.settings import Settings
from models.failures import IntakeError
from tests.layout_builders import LEFT, DrawnPage, write_pdf
from tests.places import ROOT

RUN_ID = "20261122T000000Z-0000"
N_PAGES = PAGES_AT_ONCE + 3
BEGUN = FileOutcome(path="plan.pdf", source_name="plan.pdf", sha256="0" * 64, n_pages=3 * PAGES_AT_ONCE)


@pytest.fixture(scope="module")
def long_file(tmp_path_factory) -> Path:
    """Pages with a running head, a text that goes on over the page, and a word that differs."""
    pages = [
        DrawnPage()
        .text("Nämndens handlingar", LEFT, 40.0)
        .lines([f"Insats {n} ger stöd åt fler unga och", f"samordnas av kommun {n} under året som"], LEFT, 100.0)
        .text(f"Sida {n}", LEFT, 810.0)
        for n in range(1, N_PAGES + 1)
    ]
    return write_pdf(tmp_path_factory.mktemp("long") / "plan.pdf", pages)


class Told:
    """Processes that come back with what a test says of each range, by its first page."""

    def __init__(self, fates: dict[int, bytes | ApartError]) -> None:
        self._fates = fates

    def run(self, _work: object, arguments: tuple[Any, ...]) -> bytes:
        fate = self._fates[arguments[1].start]
        if isinstance(fate, ApartError):
            raise fate
        return fate


def in_ranges(fates: dict[int, bytes | ApartError]) -> tuple[bytes, ...] | FileOutcome:
    return read_in_ranges(Path("plan.pdf"), BEGUN, RUN_ID, Settings(workers=3), cast(FileProcesses, Told(fates)))


def test_ranges_hold_every_page_once():
    assert [list(pages) for pages in ranges_of(2)] == [[1, 2]]
    assert [n for pages in ranges_of(N_PAGES) for n in pages] == list(range(1, N_PAGES + 1))


def test_a_file_read_in_ranges_is_read_as_by_one_process(long_file):
    packed = [read_packed(long_file, pages) for pages in ranges_of(N_PAGES)]

    whole = read_file(long_file, "0" * 64, "plan.pdf", Ocr(mode="off"))
    put_together = read_file(long_file, "0" * 64, "plan.pdf", Ocr(mode="off"), packed)

    assert len(packed) == 2
    assert put_together.model_dump_json() == whole.model_dump_json()


def test_nothing_but_sheets_is_unpacked():
    with pytest.raises(pickle.UnpicklingError, match=r"posix\.system stands in no sheet"):
        unpacked(zlib.compress(pickle.dumps(os.system)))


def test_sheets_that_were_unpacked_go_with_whoever_asked_for_them(long_file):
    packed = read_packed(long_file, range(1, 3))
    gc.disable()  # what only the collector finds stays in a process in which it seldom looks
    try:
        sheets = unpacked(packed)
        first = weakref.ref(sheets[0])
        del sheets

        assert first() is None
    finally:
        gc.enable()


def test_a_long_file_gives_the_same_rows_by_several_processes(long_file, tmp_path):
    one, several = (
        process_file(long_file, Settings(out=tmp_path, workers=2, ocr="off", long_file=pages), RUN_ID)
        for pages in (N_PAGES + 1, N_PAGES)
    )

    assert one.rows is not None
    assert several.rows is not None
    assert several.rows.model_dump_json() == one.rows.model_dump_json()
    assert several.model_copy(update={"seconds": one.seconds}) == one
    assert set(several.seconds) == {"take", "read", "understand"}


def test_a_long_file_that_takes_too_long_becomes_a_failure(long_file, tmp_path):
    settings = Settings(out=tmp_path, workers=2, ocr="off", long_file=N_PAGES, seconds_per_file=0.01)

    outcome = process_file(long_file, settings, RUN_ID)

    assert outcome.failure is not None
    assert (outcome.failure.stage, outcome.failure.error) == ("read", "too_slow")


def test_ranges_are_put_together_in_their_order():
    assert in_ranges({1: b"+a", 51: b"+b", 101: b"+c"}) == (b"a", b"b", b"c")


def test_a_crash_names_its_pages():
    with pytest.raises(RangeEndedError) as caught:
        in_ranges({1: b"+a", 51: ApartError("crashed", signal=11), 101: ApartError("out_of_memory")})

    told = ended_apart(caught.value.cause, Settings(), caught.value.pages)
    assert told.code == "crashed"
    assert "på filens sidor 51–100 (signal 11)" in told.message_sv
    assert "on the file, pages 51–100 (signal 11)" in told.message_en


def test_of_several_troubles_the_first_in_the_file_is_told():
    stumbled = failed(IntakeError("read", "unreadable_page", "Sidan 60.", "Page 60."), "read", BEGUN, RUN_ID)
    told = b"-" + stumbled.model_dump_json().encode()

    assert in_ranges({1: b"+a", 51: told, 101: ApartError("crashed")}) == stumbled


def test_all_processes_of_a_file_share_its_time(monkeypatch):
    given: list[float] = []
    now = [100.0]

    def take_a_while(_work: object, _arguments: object, *, seconds: float, memory: int, preload: object) -> bytes:
        given.append(seconds)
        now[0] += 0.2
        return bytes(memory > 0 and preload is not None)

    monkeypatch.setattr(file_processes, "run_apart", take_a_while)
    monkeypatch.setattr(file_processes, "time", SimpleNamespace(monotonic=lambda: now[0]))
    processes = FileProcesses(Settings(seconds_per_file=0.3))
    processes.run(bytes, ())
    processes.run(bytes, ())

    assert given == pytest.approx([0.3, 0.1])
    with pytest.raises(ApartError, match="too_slow"):
        processes.run(bytes, ())


def test_no_more_processes_run_at_once_than_there_are_workers():
    lock, running, most = threading.Lock(), [0], [0]

    def work(_: int) -> None:
        with turn(2):
            with lock:
                running[0] += 1
                most[0] = max(most[0], running[0])
            time.sleep(0.02)
            with lock:
                running[0] -= 1

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(work, range(12)))

    assert most == [2]


def runs(pid: int) -> bool:
    """False for a process that has ended, also where nobody has asked yet how."""
    try:
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def test_work_ends_with_the_program_that_asked_for_it():
    script = """
import multiprocessing, threading, time
from flows.files.apart import run_apart

if __name__ == "__main__":
    asked = (time.sleep, (60,))
    threading.Thread(target=run_apart, args=asked, kwargs={"seconds": 60, "memory": 2**30}, daemon=True).start()
    while not (children := multiprocessing.active_children()):
        time.sleep(0.01)
    print(children[0].pid, flush=True)
    time.sleep(60)
"""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    program = subprocess.Popen([sys.executable, "-c", script], env=environment, stdout=subprocess.PIPE, text=True)
    assert program.stdout is not None
    worker = int(program.stdout.readline())
    program.send_signal(signal.SIGKILL)
    program.wait()
    program.stdout.close()

    until = time.monotonic() + 20
    while runs(worker) and time.monotonic() < until:
        time.sleep(0.05)
    assert not runs(worker)


def test_pages_of_a_long_file_lie_packed_and_come_out_as_they_were(long_file, monkeypatch):
    monkeypatch.setattr(held_sheets, "_UNPACKED", 1)
    ocr = Ocr(mode="off")

    kept = HeldSheets(long_file, ocr, [read_packed(long_file, pages) for pages in ranges_of(N_PAGES)])
    read = HeldSheets(long_file, ocr)

    assert len(read) == N_PAGES
    assert read.has_text
    assert not read.has_lost
    over_ranges = read.between(PAGES_AT_ONCE - 1, PAGES_AT_ONCE + 2)
    assert [sheet.page.number for sheet in over_ranges] == list(range(PAGES_AT_ONCE - 1, PAGES_AT_ONCE + 3))
    assert over_ranges == kept.between(PAGES_AT_ONCE - 1, PAGES_AT_ONCE + 2)


def test_where_documents_begin_in_a_long_file_is_seen_piece_by_piece(long_file, monkeypatch):
    whole = read_file(long_file, "0" * 64, "plan.pdf", Ocr(mode="off"))

    monkeypatch.setattr(reading, "_TOGETHER", 10)
    monkeypatch.setattr(reading, "_PIECE", 7)

    assert read_file(long_file, "0" * 64, "plan.pdf", Ocr(mode="off")) == whole
