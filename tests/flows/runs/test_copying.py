"""A copy of the dataset elsewhere: whole or not pointed at, and no more snapshots of it than are kept."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows.command_line import app
from flows.runs.copying import POINTER, copy_snapshot
from flows.storage import opened
from tests.quick_reading import read_as_said

RUNS = [f"2026112{day}T040000Z-00a{day}" for day in range(5)]


def snapshot(folder: Path, run_id: str) -> Path:
    made = folder / "snapshots" / run_id
    made.mkdir(parents=True)
    for name in ("documents.parquet", "findings.parquet", "datapackage.json"):
        (made / name).write_text(f"{run_id} {name}", encoding="utf-8")
    return made


def pointed_at(there: Path) -> dict[str, str]:
    pointer = json.loads((there / POINTER).read_text(encoding="utf-8"))
    return {path.name: path.read_text(encoding="utf-8") for path in (there / pointer["snapshot"]).iterdir()}


def test_each_snapshot_is_copied_whole_and_the_oldest_go(tmp_path):
    there = tmp_path / "there"
    (there / "snapshots" / "egen mapp").mkdir(parents=True)

    for run_id in RUNS:
        assert copy_snapshot(snapshot(tmp_path / "here", run_id), f"local://{there}", keep=2) == ()

    assert pointed_at(there) == {
        name: f"{RUNS[-1]} {name}" for name in ("documents.parquet", "findings.parquet", "datapackage.json")
    }
    assert sorted(path.name for path in (there / "snapshots").iterdir()) == [*RUNS[-2:], "egen mapp"]


@pytest.mark.parametrize("fault", ["raises", "is cut off"])
def test_a_copy_that_fails_leaves_the_pointer_at_the_one_before(tmp_path, monkeypatch, fault):
    there = tmp_path / "there"
    copy_snapshot(snapshot(tmp_path / "here", RUNS[0]), f"local://{there}", keep=1)
    storage, _ = opened(f"local://{there}")

    def put_file(_path: str, target: str) -> None:
        if target.endswith("findings.parquet") and fault == "raises":
            raise TimeoutError("the line is down")
        Path(target).write_bytes(b"half")

    with monkeypatch.context() as patch:
        patch.setattr(storage, "put_file", put_file)
        (trouble,) = copy_snapshot(snapshot(tmp_path / "here", RUNS[1]), f"local://{there}", keep=1)

    assert "published but not copied" in trouble.message_en
    assert pointed_at(there)["findings.parquet"] == f"{RUNS[0]} findings.parquet"
    assert copy_snapshot(snapshot(tmp_path / "here", RUNS[2]), f"local://{there}", keep=1) == ()
    assert pointed_at(there)["findings.parquet"] == f"{RUNS[2]} findings.parquet"
    assert sorted(path.name for path in (there / "snapshots").iterdir()) == [RUNS[2]]


def test_a_run_whose_copy_fails_publishes_and_ends_with_3(tmp_path, monkeypatch):
    monkeypatch.setattr("flows.runs.job.process_file", read_as_said)
    monkeypatch.setenv("PLANKOLL_COPY_TO", "nonesuch://bucket/plankoll")
    (tmp_path / "plan.pdf").write_text("plan", encoding="utf-8")

    result = CliRunner().invoke(app, ["run", "--plain", str(tmp_path / "plan.pdf"), "--out", str(tmp_path)])

    assert result.exit_code == 3
    assert "published but not copied. nonesuch://bucket/plankoll is no address" in result.stderr
    assert (tmp_path / "dataset" / "current").is_dir()


def test_an_address_is_no_folder_for_the_dataset(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    result = CliRunner().invoke(app, ["run", "--plain", "inbox", "--out", "s3://bucket/plankoll"])

    assert result.exit_code == 2
    assert "PLANKOLL_COPY_TO" in result.stderr
    assert list(tmp_path.iterdir()) == []
