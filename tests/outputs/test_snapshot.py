"""Snapshots: whole or not at all, one writer, the same bytes for the same rows, verdicts kept."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import dataframely as dy
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

from models.rows import (
    TABLES,
    Activity,
    ActivityYear,
    CellRow,
    Document,
    Evidence,
    Failure,
    FileRows,
    Finding,
    Page,
    TableRow,
)
from models.schema import to_frame
from outputs.lock import LOCK_NAME, DatasetLockedError, dataset_lock, is_held
from outputs.merge import Outcome, assemble, file_frames, merge_files, merge_findings
from outputs.run_report import RunReport, new_run_id
from outputs.snapshot import UNFINISHED, DatasetUnreadableError, publish, read_current, retire
from tests.places import ROOT

STARTED = datetime(2026, 11, 22, 4, 30, tzinfo=UTC)
BOX = {"x0": 1.0, "top": 2.0, "x1": 3.0, "bottom": 4.0}


def report(night: int) -> RunReport:
    started = STARTED + timedelta(days=night)
    return RunReport(
        run_id=f"{started:%Y%m%dT%H%M%SZ}-{night:04x}",
        started=started,
        finished=started + timedelta(minutes=1),
        version="0.1.0",
        files_seen=1,
        files_new=1,
        files_failed=0,
        durations={"read": 1.5},
    )


def file_rows(name: str, activities: int = 2) -> FileRows:
    """A file with one page, a table of two cells, and activities of two years each."""
    document = f"{name}-1"
    ids = [f"{document}-activity-{n}" for n in range(1, activities + 1)]
    return FileRows(
        documents=(
            Document(
                document_id=document,
                source_name=f"{name}.pdf",
                source_sha256=hashlib.sha256(name.encode()).hexdigest(),
                first_page=1,
                last_page=1,
                doc_type="action_plan",
            ),
        ),
        pages=(
            Page(
                source_sha256=hashlib.sha256(name.encode()).hexdigest(),
                page=1,
                document_id=document,
                width=595,
                height=842,
                rotation=0,
                text_layer="native",
                n_words=10,
            ),
        ),
        activities=tuple(
            Activity(activity_id=i, document_id=document, ordinal=n, text=name, category="local", page=1, **BOX)
            for n, i in enumerate(ids, start=1)
        ),
        activity_years=tuple(
            ActivityYear(activity_id=i, year=year, source="text") for i in ids for year in (2017, 2018)
        ),
        tables=(
            TableRow(
                table_id=f"{document}-table-1",
                document_id=document,
                ordinal=1,
                n_rows=1,
                n_cols=2,
                first_page=1,
                last_page=1,
                method="ruled",
            ),
        ),
        cells=tuple(CellRow(table_id=f"{document}-table-1", row=0, col=c, role="body", page=1, **BOX) for c in (0, 1)),
    )


def finding(finding_id: str, document: str = "a-1", **content: Any) -> Finding:
    return Finding.model_validate(
        {
            "finding_id": finding_id,
            "rule": "footing.column",
            "family": "footing",
            "severity": "error",
            "document_id": document,
            "subject": "Summa",
            "message_sv": "Summan stämmer inte.",
            "message_en": "The total does not add up.",
            "difference": Decimal(90),
        }
        | content
    )


def frames_of(*names: str, night: int = 0) -> dict[str, pl.DataFrame]:
    run = report(night)
    files = merge_files({}, file_frames(map(file_rows, names), run.run_id), replaced=())
    return assemble({}, files, Outcome(run))


def publish_locked(dataset: Path, frames: dict[str, pl.DataFrame], night: int) -> Path:
    with dataset_lock(dataset):
        return publish(dataset, frames, report(night))


def names_in(frames: dict[str, pl.DataFrame]) -> list[str]:
    return frames["documents"]["source_name"].to_list()


# --- what a snapshot holds


def test_an_empty_dataset_has_every_table_with_its_schema(tmp_path: Path):
    folder = publish_locked(tmp_path, {}, 1)

    assert sorted(p.name for p in folder.glob("*.parquet")) == sorted(f"{t.table_name}.parquet" for t in TABLES)
    for row_type in TABLES:
        frame = pl.read_parquet(tmp_path / "current" / f"{row_type.table_name}.parquet")
        assert_frame_equal(frame, to_frame(row_type, ()))


def test_what_is_published_is_what_is_read(tmp_path: Path):
    frames = frames_of("a", "b")

    folder = publish_locked(tmp_path, frames, 1)

    assert folder == tmp_path / "snapshots" / report(1).run_id
    read = read_current(tmp_path)
    assert list(read) == [t.table_name for t in TABLES]
    for name, frame in read.items():
        assert_frame_equal(frame, frames[name], check_row_order=False)


def test_nothing_published_is_read_as_nothing(tmp_path: Path):
    assert read_current(tmp_path / "none") == {}


def test_current_is_a_relative_link_so_that_the_folder_can_be_moved(tmp_path: Path):
    publish_locked(tmp_path / "here", frames_of("a"), 1)

    (tmp_path / "here").rename(tmp_path / "there")

    assert names_in(read_current(tmp_path / "there")) == ["a.pdf"]
    assert (tmp_path / "there" / "current").readlink() == Path("snapshots") / report(1).run_id


def test_the_data_package_bears_size_hash_and_rows(tmp_path: Path):
    folder = publish_locked(tmp_path, frames_of("a", "b"), 1)

    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))

    assert [r["name"] for r in package["resources"]] == [t.table_name for t in TABLES]
    for resource in package["resources"]:
        content = (folder / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert resource["rows"] == pl.read_parquet(folder / resource["path"]).height


def test_the_run_record_says_what_ran_and_what_failed(tmp_path: Path):
    failure = Failure(source_name="x.pdf", source_sha256=None, stage="take", error="empty", message="Tom. / Empty.")
    frames = assemble({}, frames_of("a"), Outcome(report(1), failures=[failure]))

    folder = publish_locked(tmp_path, frames, 1)

    record = json.loads((folder / "_run.json").read_text(encoding="utf-8"))
    assert record["run_id"] == report(1).run_id
    assert record["durations"] == {"read": 1.5}
    assert record["rows"]["activities"] == 2
    assert record["failures"] == [
        {
            "source_name": "x.pdf",
            "source_sha256": None,
            "stage": "take",
            "error": "empty",
            "message": "Tom. / Empty.",
        }
    ]


@settings(max_examples=4, deadline=None)
@given(order=st.permutations(["a", "b", "c"]), seed=st.integers(0, 100))
def test_identical_rows_give_identical_bytes_whatever_their_order(
    order: list[str], seed: int, tmp_path_factory: pytest.TempPathFactory
):
    dataset = tmp_path_factory.mktemp("dataset")
    shuffled = {name: frame.sample(fraction=1, shuffle=True, seed=seed) for name, frame in frames_of(*order).items()}

    first = publish_locked(dataset, frames_of("a", "b", "c"), 1)
    second = publish_locked(dataset, shuffled, 2)

    for row_type in TABLES:
        name = f"{row_type.table_name}.parquet"
        assert (first / name).read_bytes() == (second / name).read_bytes()


def test_rows_stand_in_the_documents_order(tmp_path: Path):
    run = report(1)
    many = file_frames([file_rows("b", activities=11), file_rows("a")], run.run_id)

    publish_locked(tmp_path, merge_files({}, many, replaced=()), 1)

    activities = read_current(tmp_path)["activities"]["activity_id"].to_list()
    assert activities[:2] == ["a-1-activity-1", "a-1-activity-2"]
    assert activities[2:] == [f"b-1-activity-{n}" for n in range(1, 12)]
    years = read_current(tmp_path)["activity_years"]["activity_id"].unique(maintain_order=True).to_list()
    assert years == activities


@pytest.mark.parametrize(
    ("frames", "error"),
    [
        ({"plans": pl.DataFrame()}, KeyError),
        ({"runs": pl.DataFrame({"run_id": ["x"]})}, dy.exc.SchemaError),
        (
            {"documents": pl.concat([frames_of("a")["documents"]] * 2)},
            dy.exc.ValidationError,
        ),
    ],
)
def test_what_breaks_the_contract_is_not_published(
    tmp_path: Path, frames: dict[str, pl.DataFrame], error: type[Exception]
):
    with pytest.raises(error):
        publish_locked(tmp_path, frames, 1)

    assert read_current(tmp_path) == {}


# --- crashes


class Crash(BaseException):
    """The machine stops here: nothing that runs on an error is to help."""


@contextmanager
def crash_at(step: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Stop before the n:th thing that touches the disk; gives the steps taken."""
    taken: list[str] = []

    def guarded(name: str, act: Callable[..., Any]) -> Callable[..., Any]:
        def stepping(*arguments: Any, **options: Any) -> Any:
            if len(taken) == step:
                raise Crash(name)
            taken.append(name)
            return act(*arguments, **options)

        return stepping

    with monkeypatch.context() as patch:
        for owner, name in (
            (os, "fsync"),
            (Path, "mkdir"),
            (Path, "rename"),
            (Path, "replace"),
            (Path, "symlink_to"),
            (Path, "write_text"),
            (pl.DataFrame, "write_parquet"),
            (shutil, "rmtree"),
        ):
            patch.setattr(owner, name, guarded(name, getattr(owner, name)))
        yield taken


def crashing_publish(
    dataset: Path, frames: dict[str, pl.DataFrame], step: int, monkeypatch: pytest.MonkeyPatch
) -> list[str]:
    """Publish over what is there and crash at a step; gives the steps taken, and `done` if all were."""
    with dataset_lock(dataset), crash_at(step, monkeypatch) as taken:
        try:
            publish(dataset, frames, report(2))
        except Crash:
            return taken
    return [*taken, "done"]


def test_a_crash_between_any_two_steps_leaves_a_whole_current(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    publish_locked(tmp_path / "before", frames_of("a"), 1)
    frames = frames_of("b")
    step, taken = 0, list[str]()
    while "done" not in taken:
        dataset = tmp_path / f"crash-{step}"
        shutil.copytree(tmp_path / "before", dataset, symlinks=True)

        taken = crashing_publish(dataset, frames, step, monkeypatch)

        current = read_current(dataset)
        assert names_in(current) == (["b.pdf"] if "replace" in taken else ["a.pdf"])
        assert current["activities"].height == 2
        step += 1
    assert step > 2 * len(TABLES)
    assert [t for t in taken if t in ("rename", "replace")] == ["rename", "replace"]


@pytest.mark.parametrize("last", ["write_parquet", "write_text", "rename", "symlink_to"])
def test_the_next_run_clears_what_a_dead_one_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, last: str):
    publish_locked(tmp_path, frames_of("a"), 1)
    publish_locked(tmp_path / "trial", {}, 1)
    step = crashing_publish(tmp_path / "trial", {}, 10_000, monkeypatch).index(last) + 1
    crashing_publish(tmp_path, frames_of("b"), step, monkeypatch)

    publish_locked(tmp_path, frames_of("b"), 2)

    assert names_in(read_current(tmp_path)) == ["b.pdf"]
    assert not list(tmp_path.rglob(f"{UNFINISHED}*"))
    assert sorted(p.name for p in (tmp_path / "snapshots").iterdir()) == [report(1).run_id, report(2).run_id]


def test_a_published_run_is_not_written_over(tmp_path: Path):
    publish_locked(tmp_path, frames_of("a"), 1)

    with pytest.raises(FileExistsError):
        publish_locked(tmp_path, frames_of("b"), 1)

    assert names_in(read_current(tmp_path)) == ["a.pdf"]


@pytest.mark.parametrize("damage", ["lost", "cut", "no_package", "dangling", "major", "copied"])
def test_a_damaged_dataset_is_said_and_not_taken_for_an_empty_one(tmp_path: Path, damage: str):
    folder = publish_locked(tmp_path, frames_of("a"), 1)
    documents, package = folder / "documents.parquet", folder / "datapackage.json"
    match damage:
        case "lost":
            documents.unlink()
        case "cut":
            documents.write_bytes(documents.read_bytes()[:100])
        case "no_package":
            package.unlink()
        case "dangling":
            shutil.rmtree(folder)
        case "copied":
            (tmp_path / "current").unlink()
            shutil.copytree(folder, tmp_path / "current")
        case "major":
            package.write_text(package.read_text(encoding="utf-8").replace('"version": "1.', '"version": "0.'))

    with pytest.raises(DatasetUnreadableError, match=r"kan inte läsas.* / .*cannot be read"):
        read_current(tmp_path)


def rewrite(path: Path, change: Callable[[pl.DataFrame], pl.DataFrame]) -> None:
    change(pl.read_parquet(path)).write_parquet(path)


def test_a_column_that_came_later_holds_its_default(tmp_path: Path):
    frames = frames_of("a") | {"findings": to_frame(Finding, [finding("f1")])}
    folder = publish_locked(tmp_path, frames, 1)
    rewrite(folder / "documents.parquet", lambda frame: frame.drop("title"))
    rewrite(folder / "findings.parquet", lambda frame: frame.drop("status"))

    read = read_current(tmp_path)

    assert read["documents"]["title"].to_list() == [None]
    assert read["findings"]["status"].to_list() == ["open"]
    assert read["documents"].schema == to_frame(Document, ()).schema


@pytest.mark.parametrize(
    "change",
    [lambda frame: frame.drop("doc_type"), lambda frame: frame.cast({"first_page": pl.Float64})],
    ids=["lost", "retyped"],
)
def test_a_column_that_must_be_there_is_missed(tmp_path: Path, change: Callable[[pl.DataFrame], pl.DataFrame]):
    folder = publish_locked(tmp_path, frames_of("a"), 1)
    rewrite(folder / "documents.parquet", change)

    with pytest.raises(DatasetUnreadableError, match=r"documents\.parquet"):
        read_current(tmp_path)


def test_a_table_that_came_later_is_empty(tmp_path: Path):
    folder = publish_locked(tmp_path, frames_of("a"), 1)
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    package["resources"] = [r for r in package["resources"] if r["name"] != "fields"]
    (folder / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    (folder / "fields.parquet").unlink()

    assert read_current(tmp_path)["fields"].height == 0


# --- retention


@pytest.mark.parametrize(("keep", "left"), [(1, [4]), (2, [3, 4]), (9, [1, 2, 3, 4])])
def test_old_snapshots_are_retired(tmp_path: Path, keep: int, left: list[int]):
    for night in (1, 2, 3, 4):
        publish_locked(tmp_path, {}, night)

    with dataset_lock(tmp_path):
        retired = retire(tmp_path, keep)

    assert sorted(p.name for p in (tmp_path / "snapshots").iterdir()) == [report(n).run_id for n in left]
    assert len(retired) == 4 - len(left)


def test_the_current_snapshot_is_never_retired(tmp_path: Path):
    for night in (3, 2, 1):
        publish_locked(tmp_path, frames_of("a"), night)

    with dataset_lock(tmp_path):
        retire(tmp_path, keep=1)

    assert sorted(p.name for p in (tmp_path / "snapshots").iterdir()) == [report(1).run_id, report(3).run_id]
    assert names_in(read_current(tmp_path)) == ["a.pdf"]


def test_a_current_that_someone_pointed_back_by_hand_is_never_retired(tmp_path: Path):
    for night in (1, 2, 3):
        publish_locked(tmp_path, frames_of("a"), night)
    (tmp_path / "current").unlink()
    (tmp_path / "current").symlink_to((tmp_path / "snapshots" / report(1).run_id).absolute())

    with dataset_lock(tmp_path):
        (retired,) = retire(tmp_path, keep=1)

    assert retired.name == report(2).run_id
    assert names_in(read_current(tmp_path)) == ["a.pdf"]


def test_at_least_one_snapshot_is_kept(tmp_path: Path):
    with pytest.raises(ValueError, match="at least one"):
        retire(tmp_path, keep=0)


# --- one writer


HOLD = """
import sys, time
from pathlib import Path
from outputs.lock import dataset_lock
with dataset_lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@contextmanager
def another_run(dataset: Path) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(dataset)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == "held\n"
            yield process
        finally:
            process.kill()


def test_another_process_is_refused_until_the_holder_dies(tmp_path: Path):
    with another_run(tmp_path) as process:
        with pytest.raises(DatasetLockedError) as refused, dataset_lock(tmp_path):
            pytest.fail("two runs hold the lock")
        process.kill()
        process.wait()

        with dataset_lock(tmp_path):
            assert is_held(tmp_path)

    assert f"process {process.pid} på " in refused.value.message_sv
    assert "Wait until it has finished" in refused.value.message_en


def test_the_same_process_cannot_hold_it_twice(tmp_path: Path):
    with dataset_lock(tmp_path):
        with pytest.raises(DatasetLockedError), dataset_lock(tmp_path):
            pytest.fail("held twice")
        assert is_held(tmp_path)

    assert not is_held(tmp_path)


def test_a_lock_file_that_says_nothing_still_locks(tmp_path: Path):
    with dataset_lock(tmp_path):
        (tmp_path / LOCK_NAME).write_text("", encoding="utf-8")
        with pytest.raises(DatasetLockedError, match=r"process \? på \?"), dataset_lock(tmp_path):
            pytest.fail("held twice")


FORK = """
import os, signal, sys, time
from pathlib import Path
from outputs.lock import dataset_lock
with dataset_lock(Path(sys.argv[1])):
    ready, started = os.pipe()
    worker = os.fork()
    if worker == 0:
        os.write(started, b"1")
        time.sleep(60)
        os._exit(0)
    os.read(ready, 1)
    print(worker, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_forked_worker_does_not_keep_a_dead_runs_lock(tmp_path: Path):
    with subprocess.Popen(
        [sys.executable, "-c", FORK, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        worker = int(process.stdout.readline())
        process.wait()
    try:
        with dataset_lock(tmp_path):
            held = is_held(tmp_path)
    finally:
        os.kill(worker, 9)

    assert held


@pytest.mark.parametrize("act", [lambda d: publish(d, {}, report(1)), lambda d: retire(d, 1)])
def test_nothing_is_written_without_the_lock(tmp_path: Path, act: Callable[[Path], object]):
    with pytest.raises(RuntimeError, match="lock"):
        act(tmp_path)


# --- merging


def test_files_not_read_now_are_taken_over_and_those_read_now_come_in_whole():
    before = frames_of("a", "b", "c")
    now = file_frames([file_rows("b", activities=1), file_rows("d")], report(1).run_id)

    merged = merge_files(before, now, replaced=())

    runs = dict(merged["documents"].select("source_name", "run_id").rows())
    old, new = report(0).run_id, report(1).run_id
    assert runs == {"a.pdf": old, "c.pdf": old, "b.pdf": new, "d.pdf": new}
    per_file = dict(merged["activities"]["text"].value_counts().rows())
    assert per_file == {"a": 2, "b": 1, "c": 2, "d": 2}
    assert merged["activity_years"].height == 2 * merged["activities"].height
    assert merged["cells"].height == 8
    assert merged["pages"].height == 4


def test_a_file_that_is_gone_leaves_with_all_its_rows():
    before = frames_of("a", "b")
    (gone,) = file_rows("a").documents

    merged = merge_files(before, file_frames([], report(1).run_id), replaced=[gone.source_sha256])

    expected = frames_of("b")
    for name, frame in merged.items():
        assert_frame_equal(frame, expected[name])


def test_reading_the_same_bytes_again_changes_the_run_alone(tmp_path: Path):
    publish_locked(tmp_path, frames_of("a", "b"), 1)
    before = read_current(tmp_path)
    again = file_frames([file_rows("a")], report(2).run_id)

    publish_locked(tmp_path, merge_files(before, again, replaced=()), 2)

    after = read_current(tmp_path)
    for name in again:
        without_run = [c for c in after[name].columns if c != "run_id"]
        assert_frame_equal(after[name].select(without_run), before[name].select(without_run))
    assert after["documents"]["run_id"].to_list() == [report(2).run_id, report(0).run_id]


def test_a_run_with_nothing_new_publishes_the_same_rows(tmp_path: Path):
    found = [finding("f1"), finding("f2")]
    frames = assemble({}, frames_of("a"), Outcome(report(1), findings=found))
    first = publish_locked(tmp_path, frames, 1)
    before = read_current(tmp_path)
    files = merge_files(before, file_frames([], report(2).run_id), replaced=())

    second = publish_locked(tmp_path, assemble(before, files, Outcome(report(2), findings=found)), 2)

    for row_type in TABLES:
        name = f"{row_type.table_name}.parquet"
        same = (first / name).read_bytes() == (second / name).read_bytes()
        assert same == (row_type.table_name != "runs"), name


def test_a_verdict_is_kept_from_run_to_run():
    known = [finding(name) for name in ("kept", "changed", "reworded", "cured")]
    before = merge_findings(None, known, "first")
    before = before.with_columns(status=pl.lit("dismissed"))
    now = [
        finding("new"),
        finding("changed", actual=Decimal(91)),
        finding("reworded", message_sv="Sida 4."),
        finding("kept"),
    ]

    after = merge_findings(before, now, "second")

    assert after.select("finding_id", "status", "first_run", "run_id").rows() == [
        ("new", "open", "second", "second"),
        ("changed", "open", "first", "second"),
        ("reworded", "dismissed", "first", "second"),
        ("kept", "dismissed", "first", "first"),
    ]


def test_runs_accumulate_and_failures_are_this_runs():
    failure = Failure(source_name="x.pdf", source_sha256=None, stage="take", error="empty", message="Tom.")
    before = assemble({}, frames_of("a"), Outcome(report(1), failures=[failure]))
    evidence = [Evidence(finding_id="f1", ordinal=1, role="total", document_id="a-1")]

    after = assemble(before, frames_of("a"), Outcome(report(2), findings=[finding("f1")], evidence=evidence))

    assert before["failures"]["run_id"].to_list() == [report(1).run_id]
    assert after["failures"].height == 0
    assert after["runs"]["run_id"].to_list() == [report(1).run_id, report(2).run_id]
    rows = json.loads(after["runs"]["rows"][1])
    assert rows == {name: frame.height for name, frame in after.items()}


def test_one_file_read_twice_is_refused():
    with pytest.raises(dy.exc.ValidationError):
        file_frames([file_rows("a"), file_rows("a")], "run")


# --- run ids


def test_run_ids_sort_by_start_and_are_in_utc():
    ids = [new_run_id(STARTED + timedelta(hours=h)) for h in range(3)]

    assert ids == sorted(ids)
    assert ids[0].startswith("20261122T043000Z-")
    assert report(0).model_copy(update={"run_id": ids[0]}).row({"goals": 1}).rows == '{"goals": 1}'


def test_runs_that_begin_in_one_second_have_ids_that_sort_by_start():
    ids = [new_run_id(STARTED + timedelta(microseconds=n)) for n in (0, 20, 500_000, 999_999)]

    assert ids == sorted(ids)
    assert len(set(ids)) == len(ids)


def test_a_run_id_needs_a_time_zone():
    with pytest.raises(ValueError, match="time zone"):
        new_run_id(STARTED.replace(tzinfo=None))


@pytest.mark.parametrize("run_id", ["../elsewhere", "20261122T043000Z", ""])
def test_a_run_id_cannot_lead_out_of_the_folder(run_id: str):
    with pytest.raises(ValueError, match="run_id"):
        RunReport.model_validate(report(1).model_dump() | {"run_id": run_id})
