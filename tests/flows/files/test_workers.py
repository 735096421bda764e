"""Processes that do one piece of work after another: what one piece does to its process harms no other."""

import os
import subprocess
import sys
from collections.abc import Iterator
from multiprocessing.connection import wait
from pathlib import Path

import pytest

from flows.files import apart, workers
from flows.files.apart import run_apart
from flows.files.workers import ApartError
from tests import odd_work
from tests.places import ROOT

MEMORY = 256 * 1024**2


@pytest.fixture(autouse=True)
def none_idle() -> Iterator[None]:
    """Each test begins with a process of its own."""
    apart._idle.clear()
    yield
    while apart._idle:
        apart._idle.pop().end()


def done(work, *arguments, seconds: float = 60.0) -> bytes:
    return run_apart(work, arguments, seconds=seconds, memory=MEMORY)


def test_one_process_does_one_work_after_another():
    assert done(odd_work.whose) == done(odd_work.whose) != str(os.getpid()).encode()


def test_work_that_ends_a_used_process_is_done_in_a_new_one():
    harmed = done(odd_work.leaves, 1)

    assert done(odd_work.ends_where_something_is_left) != harmed


def test_work_that_ends_new_processes_too_is_to_blame(tmp_path):
    done(odd_work.whose)

    with pytest.raises(ApartError) as caught:
        done(odd_work.ends_always, str(tmp_path / "tried"))

    assert caught.value.code == "crashed"
    assert Path(tmp_path / "tried").read_text(encoding="utf-8") == "xx"


def test_work_that_takes_too_long_is_not_tried_again():
    first = done(odd_work.whose)

    with pytest.raises(ApartError) as caught:
        done(wait, [], 600, seconds=0.2)

    assert caught.value.code == "too_slow"
    assert done(odd_work.whose) != first


def test_a_process_that_has_grown_is_replaced():
    grown = done(odd_work.leaves, 2 * workers.LARGER)

    assert done(odd_work.whose) != grown


def test_a_process_may_grow_by_as_much_as_its_work_says():
    whose = done(odd_work.whose)
    run_apart(odd_work.leaves, (2 * workers.LARGER,), seconds=60.0, memory=MEMORY, larger=4 * workers.LARGER)

    assert done(odd_work.whose) == whose


def test_each_work_has_the_memory_that_it_is_given_and_no_more():
    of_one = done(odd_work.leaves, workers.LARGER // 2)

    assert done(odd_work.needs, MEMORY * 3 // 4) == b"%d" % (MEMORY * 3 // 4)
    with pytest.raises(ApartError) as caught:
        done(odd_work.needs, MEMORY * 2)
    assert caught.value.code == "out_of_memory"
    assert done(odd_work.whose) != of_one


def test_a_process_that_has_ended_meanwhile_is_replaced():
    first = done(odd_work.whose)
    os.kill(int(first), 9)

    assert done(odd_work.whose) != first


def test_work_is_done_where_the_program_is(tmp_path, monkeypatch):
    first = done(odd_work.whose)
    monkeypatch.chdir(tmp_path)

    assert done(odd_work.where) == os.fsencode(tmp_path)
    assert done(odd_work.whose) == first


def test_a_process_does_so_much_and_then_ends():
    numbers = [done(odd_work.whose) for _ in range(workers._PIECES + 1)]

    assert len(set(numbers[: workers._PIECES])) == 1
    assert numbers[-1] != numbers[0]


def test_where_the_server_of_all_processes_ends_as_it_loads_the_work_crashed(tmp_path):
    (tmp_path / "faulty_installation.py").write_text("raise OSError('a library is missing')", encoding="utf-8")
    asked = f"""
from flows.files.apart import run_apart
from flows.files.workers import ApartError
if __name__ == "__main__":
    try:
        run_apart(bytes, (1,), seconds=60.0, memory={MEMORY}, preload=["faulty_installation"])
    except ApartError as error:
        print(error.code)
"""
    (tmp_path / "asked.py").write_text(asked, encoding="utf-8")
    search = os.pathsep.join([str(ROOT), str(tmp_path)])

    ended = subprocess.run(
        [sys.executable, str(tmp_path / "asked.py")],
        env=os.environ | {"PYTHONPATH": search},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=True,
    )

    assert ended.stdout == "crashed\n"
    assert "a library is missing" in ended.stderr
