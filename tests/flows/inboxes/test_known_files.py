"""Why a run reads a file or passes it over, and what stays of files that are gone."""

import json
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

import polars as pl
import pytest

from extractors.ocr.tesseract import Tesseract
from extractors.taking.fingerprint import Limits
from flows.files.outcome import FileOutcome, refused
from flows.inboxes.files_now import files_now, replaced, retired
from flows.inboxes.inbox import InboxFile, gather
from flows.inboxes.known_files import Known, Plan, plan_run
from flows.inboxes.known_hashes import KnownHashes
from flows.runs.job import run_plain
from flows.runs.progress import Silence
from flows.settings import Settings
from models.failures import IntakeError
from models.rows import Document, FileRows, Page, SourceFile
from models.schema import to_frame
from outputs.merge import with_same_text
from outputs.snapshot import read_current
from tests.places import SAMPLES

FIRST, SECOND = "20261122T000000Z-0001", "20261123T000000Z-0002"
NIGHT = datetime(2026, 11, 22, tzinfo=UTC)
SETTINGS = Settings(ocr="off")


def inbox_of(folder: Path, **texts: str):
    """An inbox of one folder with these files, by name without .pdf."""
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.pdf"):
        old.unlink()
    for name, text in texts.items():
        (folder / f"{name}.pdf").write_text(text, encoding="utf-8")
    return gather([folder], Limits())


def taken(file: InboxFile) -> FileOutcome:
    assert file.sha256 is not None
    document = Document(
        document_id=f"{file.sha256[:20]}-1",
        source_name=file.source_name,
        source_sha256=file.sha256,
        first_page=1,
        last_page=1,
        doc_type="memo",
    )
    page = Page(
        source_sha256=file.sha256,
        page=1,
        document_id=document.document_id,
        width=595,
        height=842,
        rotation=0,
        text_layer="native",
        n_words=9,
    )
    return FileOutcome(
        path=str(file.path),
        source_name=file.source_name,
        sha256=file.sha256,
        rows=FileRows(documents=(document,), pages=(page,)),
    )


def refusal(file: InboxFile) -> FileOutcome:
    error = IntakeError("read", "too_slow", "Hann inte.", "Not done in time.")
    failure = refused(error, file.source_name, file.sha256, FIRST)
    return FileOutcome(path=str(file.path), source_name=file.source_name, sha256=file.sha256, failure=failure)


def known_after(plan: Plan, *, failing: str = "", run_id: str = FIRST) -> Known:
    """What the next run knows where this plan was carried out and the files so named could not be read."""
    outcomes = [refusal(f) if f.source_name == failing else taken(f) for f in plan.to_read]
    rows = files_now(plan, outcomes, run_id, NIGHT)
    held = dict(plan.known.held) | {o.sha256: o.source_name for o in outcomes if o.sha256 and o.rows is not None}
    documents = [Document(document_id=s, source_name=n, source_sha256=s, first_page=1, last_page=1, doc_type="memo")
                 for s, n in held.items()]  # fmt: skip
    return Known.from_frames({"files": to_frame(SourceFile, rows), "documents": to_frame(Document, documents)})


def reasons(plan: Plan) -> dict[str, str]:
    names = {row.file_id: row.source_name for row in plan.known.by_place.values()}
    names |= {file.file_id: file.source_name for file in plan.inbox.all_files}
    return {names[file_id].removesuffix(".pdf"): reason for file_id, reason in plan.reasons.items()}


def test_each_file_has_its_reason(tmp_path):
    folder = tmp_path / "inbox"
    first = plan_run(inbox_of(folder, lika="a", annan="b", borta="c", flyttad="d"), Known(), SETTINGS)
    second = plan_run(
        inbox_of(folder, lika="a", annan="B", ny="e", omdopt="d", tvilling="a"), known_after(first), SETTINGS
    )

    assert set(reasons(first).values()) == {"new"}
    assert reasons(second) == {
        "lika": "unchanged",
        "annan": "changed",
        "ny": "new",
        "omdopt": "renamed",
        "tvilling": "repeated",
        "borta": "gone",
        "flyttad": "gone",
    }
    assert [file.source_name for file in second.to_read] == ["annan.pdf", "ny.pdf", "omdopt.pdf"]
    assert second.counts["gone"] == 2


def test_another_version_reads_everything_again_and_other_settings_what_hangs_on_them(tmp_path, monkeypatch):
    inbox = inbox_of(tmp_path / "inbox", plan="a", seg="b")
    known = known_after(plan_run(inbox, Known(), SETTINGS), failing="seg.pdf")

    slower = plan_run(inbox, known, Settings(ocr="off", seconds_per_file=600))
    monkeypatch.setattr("flows.inboxes.marks.plankoll_version", lambda: "another")
    newer = plan_run(inbox, known, SETTINGS)

    assert reasons(slower) == {"plan": "unchanged", "seg": "settings"}
    assert reasons(newer) == {"plan": "version", "seg": "version"}


def test_what_was_recognised_is_read_again_by_another_recogniser(tmp_path, monkeypatch):
    inbox = inbox_of(tmp_path / "inbox", skannad="a", skriven="b")
    plan = plan_run(inbox, Known(), SETTINGS)
    scanned, typed = map(taken, inbox.files)
    assert scanned.rows is not None
    pages = tuple(page.model_copy(update={"text_layer": "ocr"}) for page in scanned.rows.pages)
    scanned = scanned.model_copy(update={"rows": scanned.rows.model_copy(update={"pages": pages})})
    rows = {row.file_id: row for row in files_now(plan, [scanned, typed], FIRST, NIGHT)}
    known = Known(
        rows,
        {str(row.source_sha256): row for row in rows.values()},
        {str(row.source_sha256): row.source_name for row in rows.values()},
    )

    same = plan_run(inbox, known, SETTINGS)
    monkeypatch.setattr("extractors.ocr.tesseract.find_tesseract", lambda: Tesseract("tesseract", "9.0"))
    other = plan_run(inbox, known, Settings(ocr="auto"))

    assert reasons(same) == {"skannad": "unchanged", "skriven": "unchanged"}
    assert reasons(other) == {"skannad": "settings", "skriven": "unchanged"}


def test_a_file_that_cannot_be_read_is_given_up_and_tried_again_when_asked(tmp_path):
    inbox = inbox_of(tmp_path / "inbox", gift="a")
    known, told = Known(), []
    for night in range(5):
        plan = plan_run(inbox, known, SETTINGS)
        told.append(reasons(plan)["gift"])
        known = known_after(plan, failing="gift.pdf", run_id=f"2026112{night}T000000Z-0000")

    (row,) = known.by_place.values()
    assert told == ["new", "retried", "retried", "given_up", "given_up"]
    assert (row.status, row.attempts, row.read_run) == ("failed", 3, "20261122T000000Z-0000")
    assert reasons(plan_run(inbox, known, SETTINGS, reread=True)) == {"gift": "asked"}


def test_a_file_that_is_gone_is_retired_until_it_is_back(tmp_path):
    folder = tmp_path / "inbox"
    known = known_after(plan_run(inbox_of(folder, plan="a", kvar="b"), Known(), SETTINGS))

    without = plan_run(inbox_of(folder, kvar="b"), known, SETTINGS)
    gone = files_now(without, (), SECOND, NIGHT)
    later = known_after(without)
    back = plan_run(inbox_of(folder, plan="a", kvar="b"), later, SETTINGS)

    assert list(retired(gone).values()) == [NIGHT]
    assert without.changes_rows
    assert reasons(back) == {"plan": "unchanged", "kvar": "unchanged"}
    assert back.changes_rows
    assert retired(files_now(back, (), SECOND, NIGHT)) == {}


def test_what_another_file_still_holds_is_not_retired(tmp_path):
    folder = tmp_path / "inbox"
    known = known_after(plan_run(inbox_of(folder, a="x", b="x"), Known(), SETTINGS))

    rows = files_now(plan_run(inbox_of(folder, a="x"), known, SETTINGS), (), SECOND, NIGHT)

    assert {row.source_name: row.reason for row in rows} == {"a.pdf": "unchanged", "b.pdf": "gone"}
    assert retired(rows) == {}


def test_a_folder_that_cannot_be_listed_is_itself_a_failure_and_retires_nothing(tmp_path, monkeypatch):
    inbox_of(tmp_path / "inbox", plan="a")
    scandir = os.scandir

    def lost(path):
        if Path(path).name == "nere":
            raise OSError(5, "I/O")
        return scandir(path)

    (tmp_path / "inbox" / "nere").mkdir()
    monkeypatch.setattr("flows.inboxes.inbox.os.scandir", lost)
    inbox = gather([tmp_path / "inbox"], Limits())

    assert [file.source_name for file in inbox.files] == ["nere", "plan.pdf"]
    assert inbox.folders == ()


def test_a_folder_without_any_file_retires_nothing_beside_others_with_files(tmp_path):
    share, other = tmp_path / "share", tmp_path / "other"
    inbox_of(share, plan="a")
    inbox_of(other, kvar="b")
    known = known_after(plan_run(gather([share, other], Limits()), Known(), SETTINGS))
    (share / "plan.pdf").unlink()

    plan = plan_run(gather([share, other], Limits()), known, SETTINGS)

    assert plan.counts == {"unchanged": 1}


def test_rows_stay_where_the_new_bytes_cannot_be_read_and_go_when_better_ones_come(tmp_path):
    folder = tmp_path / "inbox"
    known = known_after(plan_run(inbox_of(folder, plan="a"), Known(), SETTINGS))
    old = next(iter(known.by_content))

    broken = plan_run(inbox_of(folder, plan="trasig"), known, SETTINGS)
    rows = files_now(broken, [refusal(broken.to_read[0])], SECOND, NIGHT)
    mended = plan_run(inbox_of(folder, plan="b"), known_after(broken, failing="plan.pdf"), SETTINGS)
    after = files_now(mended, [taken(mended.to_read[0])], SECOND, NIGHT)

    assert (rows[0].status, rows[0].held_sha256) == ("failed", old)
    assert replaced(broken, rows) == []
    assert replaced(mended, after) == [old]


def test_no_name_tells_a_personal_identity_number(tmp_path):
    (tmp_path / "Akt 19121212-1212").mkdir()
    (tmp_path / "Akt 19121212-1212" / "beslut 19121212-1212.pdf").write_text("a", encoding="utf-8")

    (file,) = gather([tmp_path], Limits()).files

    assert "1212-1212" not in file.inner + file.source_name
    assert file.source_name.startswith("beslut ")


# The hashes that need not be worked out again


def aged(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_that_nobody_touched_is_not_hashed_again(tmp_path, monkeypatch):
    path, record = aged(tmp_path / "a.pdf", "a"), tmp_path / "hashes.json"
    monkeypatch.setattr("flows.inboxes.known_hashes.time.time_ns", lambda: path.stat().st_ctime_ns + 3_000_000_000)
    first = KnownHashes(record)
    sha256 = gather([path], Limits(), first).files[0].sha256
    first.save()

    monkeypatch.setattr("flows.inboxes.inbox.fingerprint", lambda *_: pytest.fail("hashed again"))
    assert gather([path], Limits(), KnownHashes(record)).files[0].sha256 == sha256


def test_a_file_of_other_bytes_is_known_though_size_and_time_are_put_back(tmp_path, monkeypatch):
    path, record = aged(tmp_path / "a.pdf", "a"), tmp_path / "hashes.json"
    before = path.stat()
    monkeypatch.setattr("flows.inboxes.known_hashes.time.time_ns", lambda: before.st_ctime_ns + 3_000_000_000)
    first = KnownHashes(record)
    gather([path], Limits(), first)
    first.save()
    path.write_text("b", encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert KnownHashes(record).of(path, Limits()) is None


def test_a_file_written_a_moment_ago_is_hashed_again(tmp_path):
    path, record = aged(tmp_path / "a.pdf", "a"), tmp_path / "hashes.json"
    first = KnownHashes(record)
    gather([path], Limits(), first)
    first.save()

    assert KnownHashes(record).of(path, Limits()) is None


@pytest.mark.parametrize("damage", ["", "[]", '{"a": 1}', '{"a": [[1], "b"]}'])
def test_a_damaged_record_of_hashes_is_none(tmp_path, damage):
    record = tmp_path / "hashes.json"
    record.write_text(damage, encoding="utf-8")

    assert KnownHashes(record).of(aged(tmp_path / "a.pdf", "a"), Limits()) is None


# The same text in other bytes


def document(name: str, text: str | None, **more) -> Document:
    return Document(
        document_id=f"{name}-1",
        source_name=f"{name}.pdf",
        source_sha256=name,
        first_page=1,
        last_page=1,
        doc_type="memo",
        text_sha256=text,
        **more,
    )


def copies(*documents: Document) -> dict[str, str | None]:
    marked = with_same_text({"documents": to_frame(Document, documents)})["documents"]
    return dict(marked.select("document_id", "duplicate_of").iter_rows())


def test_the_same_text_in_another_file_is_a_duplicate():
    assert copies(document("b", "x"), document("a", "x"), document("c", "y")) == {
        "a-1": None,
        "b-1": "a-1",
        "c-1": None,
    }


def test_documents_too_short_to_tell_are_nobodys_duplicates():
    assert copies(document("a", None), document("b", None)) == {"a-1": None, "b-1": None}


def test_what_is_gone_is_nobodys_original():
    gone = document("a", "x", retired_since=NIGHT)

    assert copies(gone, document("b", "x"), document("c", "x")) == {"a-1": "b-1", "b-1": None, "c-1": "b-1"}


def test_a_duplicate_of_a_file_that_was_is_forgotten_and_one_within_its_file_stays():
    within = document("a", "x", duplicate_of="a-2")

    assert copies(document("b", "x", duplicate_of="gone-1"), within) == {"a-1": "a-2", "b-1": None}


# The whole run


def test_runs_tell_why_retire_and_forget(tmp_path):
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for sample in ("remissvar", "lokal-plan"):
        shutil.copy(SAMPLES / f"{sample}.pdf", inbox)
    settings = Settings(out=tmp_path / "out", workers=2)

    first = run_plain([inbox], settings, Silence())
    idle = run_plain([inbox], settings, Silence())
    (inbox / "lokal-plan.pdf").unlink()
    without = run_plain([inbox], settings, Silence())
    dropped = run_plain([inbox], settings, Silence(), drop_retired=True)

    assert [run.report.reasons for run in (first, idle, without, dropped)] == [
        {"new": 2},
        {"unchanged": 2},
        {"gone": 1, "unchanged": 1},
        {"gone": 1, "unchanged": 1},
    ]
    assert first.frames["findings"].height > without.frames["findings"].height
    gone = without.frames["documents"].filter(pl.col("retired_since").is_not_null())
    assert gone["source_name"].to_list() == ["lokal-plan.pdf"]
    assert gone["retired_since"].to_list() == [
        without.report.started.replace(microsecond=gone["retired_since"][0].microsecond)
    ]
    assert dropped.frames["documents"]["source_name"].to_list() == ["remissvar.pdf"]
    assert dropped.frames["files"]["path"].to_list() == ["remissvar.pdf"]
    assert pl.read_parquet(first.snapshot / "documents.parquet").height == 2


def test_a_run_that_changes_nothing_shares_its_tables_with_the_one_before(tmp_path):
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    shutil.copy(SAMPLES / "lokal-plan.pdf", inbox)
    settings = Settings(out=tmp_path / "out", workers=2, retention=1)
    first = run_plain([inbox], settings, Silence())
    inode = (first.snapshot / "cells.parquet").stat().st_ino

    second = run_plain([inbox], settings, Silence())

    assert (second.snapshot / "cells.parquet").stat().st_ino == inode
    assert not first.snapshot.exists()
    for name, frame in read_current(settings.dataset).items():
        if name not in ("runs", "files"):
            assert frame.equals(second.frames[name]), name
    assert second.frames["findings"].height == 1
    # Two runs within one second stand in no order of time: the one that counts two runs is the second.
    told = sorted((json.loads(rows) for rows in second.frames["runs"]["rows"]), key=lambda rows: rows["runs"])
    assert told[1] == told[0] | {"runs": 2}


def test_changed_rulings_check_again_what_nobody_reads_again(tmp_path):
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    shutil.copy(SAMPLES / "lokal-plan.pdf", inbox)
    rulings = tmp_path / "checks.toml"
    rulings.write_text("", encoding="utf-8")
    settings = Settings(out=tmp_path / "out", workers=2, checks=rulings)
    before = run_plain([inbox], settings, Silence())
    rulings.write_text('off = ["footing.column"]', encoding="utf-8")

    after = run_plain([inbox], settings, Silence())

    assert (before.frames["findings"].height, after.frames["findings"].height) == (1, 0)
    assert after.report.files_new == 0
