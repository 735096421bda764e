"""Files put away when they have been read: none is lost, read twice or retired, wherever a run dies."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows.command_line import app
from flows.files.outcome import FileOutcome
from flows.runs.job import run_plain
from flows.runs.progress import Silence
from flows.runs.publishing import RunResult
from flows.settings import Settings
from flows.storage import opened
from outputs.snapshot import read_current
from tests.quick_reading import read_as_said

NAMES = ("a.pdf", "falun/b.pdf", "trasig.pdf", "c.pdf")


@pytest.fixture(autouse=True)
def reading(monkeypatch):
    monkeypatch.setattr("flows.runs.job.process_file", read_as_said)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    for name in NAMES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(f"{name}: ett", encoding="utf-8")
    return folder


def settings_in(tmp_path: Path) -> Settings:
    return Settings(out=tmp_path / "out", ocr="off", workers=1, after="move")


def run(given: str | Path, settings: Settings) -> RunResult:
    return run_plain([given], settings, Silence())


def lying(folder: Path) -> list[str]:
    """The files of an inbox, runs' ids left out."""

    def told(path: Path) -> Iterator[str]:
        for part in path.relative_to(folder).parts:
            yield "RUN" if part[:8].isdigit() else part

    return sorted("/".join(told(path)) for path in folder.rglob("*.pdf"))


PUT_AWAY = ["done/RUN/a.pdf", "done/RUN/c.pdf", "done/RUN/falun/b.pdf", "failed/RUN/trasig.pdf"]


def test_what_was_read_is_done_what_was_not_has_failed_and_the_snapshot_says_where(inbox, tmp_path):
    settings = settings_in(tmp_path)

    first = run(inbox, settings)
    files = read_current(settings.dataset)["files"]
    second = run(inbox, settings)

    assert lying(inbox) == PUT_AWAY
    assert (first.troubles, first.n_taken, first.n_failed) == ((), 3, 1)
    assert sorted(files["path"]) == sorted(str(path.relative_to(inbox)) for path in inbox.rglob("*.pdf"))
    assert second.report.reasons == {"retried": 1, "unchanged": 3}
    assert read_current(settings.dataset)["documents"]["retired_since"].null_count() == 3


def test_a_failed_file_is_tried_where_it_lies_and_is_done_when_it_can_be_read(inbox, tmp_path, monkeypatch):
    settings = settings_in(tmp_path)
    run(inbox, settings)
    real = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: b"hel" if path.name == "trasig.pdf" else real(path))

    result = run(inbox, settings)

    assert lying(inbox) == sorted([*PUT_AWAY[:3], "done/RUN/trasig.pdf"])
    assert result.n_failed == 0
    assert result.frames["files"].height == 4


def test_a_new_file_of_an_old_name_is_another_file(inbox, tmp_path):
    settings = settings_in(tmp_path)
    run(inbox, settings)
    (inbox / "a.pdf").write_text("a.pdf: två", encoding="utf-8")

    result = run(inbox, settings)

    assert result.report.reasons == {"new": 1, "retried": 1, "unchanged": 3}
    assert lying(inbox) == sorted([*PUT_AWAY, "done/RUN/a.pdf"])
    assert result.frames["documents"]["source_name"].to_list().count("a.pdf") == 2


@pytest.mark.parametrize("survived", range(5))
def test_a_run_that_dies_among_its_moves_loses_nothing(inbox, tmp_path, monkeypatch, survived):
    settings, count = settings_in(tmp_path), [0]
    rename = Path.rename

    def dies(path: Path, target: Path):
        if path.suffix == ".pdf":
            if count[0] == survived:
                raise SystemExit
            count[0] += 1
        return rename(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", dies)
        if survived < 4:
            with pytest.raises(SystemExit):
                run(inbox, settings)
        else:
            run(inbox, settings)
    after_death = read_current(settings.dataset)
    result = run(inbox, settings)

    assert after_death["documents"].height == 3
    assert sorted(lying(inbox)) == PUT_AWAY
    assert result.plan.counts.get("moved", 0) == sum(name != "trasig.pdf" for name in sorted(NAMES)[survived:])
    assert "gone" not in result.plan.counts
    assert result.plan.counts["retried"] == len(result.plan.to_read) == 1
    assert result.frames["files"].height == 4
    assert result.frames["documents"]["retired_since"].null_count() == 3
    assert run(inbox, settings).plan.counts == {"retried": 1, "unchanged": 3}


def test_a_folder_that_takes_no_files_is_said_and_nothing_is_lost(inbox, tmp_path, monkeypatch):
    settings = settings_in(tmp_path)
    rename = Path.rename

    def refuses(path: Path, target: Path):
        if path.suffix == ".pdf":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return rename(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", refuses)
        result = CliRunner().invoke(
            app, ["run", "--plain", str(inbox / "falun"), "--after", "move", "--out", str(settings.out)]
        )

    assert result.exit_code == 3
    assert "could be moved (1: Permission denied)" in result.stderr
    assert lying(inbox) == sorted(NAMES)
    assert run(inbox / "falun", settings).is_whole
    assert lying(inbox / "falun") == ["done/RUN/b.pdf"]


def test_a_file_that_was_named_a_link_and_one_that_changed_meanwhile_stay(inbox, tmp_path, monkeypatch):
    settings = settings_in(tmp_path)
    (inbox / "länk.pdf").symlink_to(inbox / "falun" / "b.pdf")

    def changed_after(path: Path, chosen: Settings, run_id: str) -> FileOutcome:
        outcome = read_as_said(path, chosen, run_id)
        if path.name == "c.pdf":
            path.write_text("c.pdf: två", encoding="utf-8")
        return outcome

    run_plain([inbox / "a.pdf"], settings, Silence())
    assert lying(inbox) == sorted([*NAMES, "länk.pdf"])
    monkeypatch.setattr("flows.runs.job.process_file", changed_after)
    run(inbox, settings)

    assert lying(inbox) == ["c.pdf", "done/RUN/a.pdf", "done/RUN/falun/b.pdf", "failed/RUN/trasig.pdf", "länk.pdf"]


def test_files_are_left_where_they_lie_unless_it_is_asked_for(inbox, tmp_path):
    run(inbox, settings_in(tmp_path).model_copy(update={"after": "leave"}))

    assert lying(inbox) == sorted(NAMES)


@pytest.mark.parametrize("dies_at", ["copy", "rm_file", None])
def test_an_inbox_elsewhere_is_moved_in_there_and_not_fetched_again(inbox, tmp_path, monkeypatch, dies_at):
    settings, url = settings_in(tmp_path), f"local://{inbox}"
    storage, _ = opened(url)

    def dies(*_args: object, **_options: object) -> None:
        raise SystemExit

    if dies_at is not None:
        with monkeypatch.context() as patch:
            patch.setattr(storage, dies_at, dies)
            with pytest.raises(SystemExit):
                run(url, settings)
    first = run(url, settings)
    monkeypatch.setattr(storage, "get_file", lambda *_: pytest.fail("fetched again"))
    second = run(url, settings)

    assert first.troubles == second.troubles == ()
    assert set(lying(inbox)) == set(PUT_AWAY)
    assert second.frames["documents"].height == second.frames["documents"]["retired_since"].null_count() == 3
    assert "gone" not in second.plan.counts


def test_storage_that_cannot_move_is_said(inbox, tmp_path, monkeypatch):
    settings, url = settings_in(tmp_path), f"local://{inbox}"

    def cannot(*_args: object, **_options: object) -> None:
        raise NotImplementedError("read only")

    monkeypatch.setattr(opened(url)[0], "copy", cannot)
    result = run(url, settings)

    assert "NotImplementedError: read only" in result.troubles[0].message_en
    assert lying(inbox) == sorted(NAMES)
    assert not result.is_whole
