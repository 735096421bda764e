"""Inboxes elsewhere than on this machine: what is fetched, when it is again, and what is said when it cannot be."""

import json
import shutil
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from uuid import uuid4

import polars as pl
import pytest
from typer.testing import CliRunner

from extractors.taking.fingerprint import Limits
from flows.command_line import app
from flows.inboxes.inbox import gather
from flows.inboxes.object_inbox import RECORD, as_given, fetch, fetched_before, folder_of, is_url, local_path, url_of
from flows.runs.job import run_plain
from flows.runs.opening import NothingToReadError
from flows.runs.progress import Silence
from flows.settings import Settings
from flows.storage import StorageError, opened, shown_url
from outputs.snapshot import read_current
from tests.quick_reading import read_as_said

CREDENTIALS = {"AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_DEFAULT_REGION": "us-east-1"}


@pytest.fixture(scope="module")
def s3_address() -> Iterator[str]:
    """A server that answers as S3 does."""
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    _, port = server.get_host_and_port()
    yield f"http://127.0.0.1:{port}"
    server.stop()


@pytest.fixture
def bucket(s3_address, monkeypatch):
    """The storage, and the name of an empty bucket in it."""
    import s3fs

    for name, value in (CREDENTIALS | {"AWS_ENDPOINT_URL_S3": s3_address}).items():
        monkeypatch.setenv(name, value)
    s3fs.S3FileSystem.clear_instance_cache()
    storage = s3fs.S3FileSystem()
    name = f"b-{uuid4()}"
    storage.mkdir(name)
    yield storage, name
    s3fs.S3FileSystem.clear_instance_cache()


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def filled(folder: Path, *names: str) -> Path:
    """Files that are not PDFs: fetching asks nothing of what stands in them."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    return folder


def files_in(folder: Path) -> dict[str, int]:
    """The files that were fetched, each with its inode: another one where it was fetched again."""
    return {
        path.relative_to(folder).as_posix(): path.stat().st_ino
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != RECORD
    }


# S3


def test_a_run_over_a_bucket_publishes_what_is_there_and_reads_it_once(bucket, tmp_path, monkeypatch):
    monkeypatch.setattr("flows.runs.job.process_file", read_as_said)
    storage, name = bucket
    for inner in ("2024/remissvar.pdf", "inriktning.pdf", "brev.docx"):
        storage.pipe_file(f"{name}/in/{inner}", inner.encode())
    settings = Settings(out=tmp_path / "out", ocr="off", workers=2)

    first = run_plain([f"s3://{name}/in"], settings, Silence())
    lying = files_in(folder_of(f"s3://{name}/in", settings.inboxes))
    second = run_plain([f"s3://{name}/in/"], settings, Silence())
    storage.rm_file(f"{name}/in/inriktning.pdf")
    third = run_plain([f"s3://{name}/in"], settings, Silence())

    assert list(lying) == ["2024/remissvar.pdf", "inriktning.pdf"]
    assert first.report.reasons == {"new": 2}
    assert second.report.reasons == {"unchanged": 2}
    assert third.report.reasons == {"gone": 1, "unchanged": 1}
    assert files_in(folder_of(f"s3://{name}/in", settings.inboxes)) == {
        "2024/remissvar.pdf": lying["2024/remissvar.pdf"]
    }
    documents = read_current(settings.dataset)["documents"]
    assert dict(documents.select("source_name", documents["retired_since"].is_null()).iter_rows()) == {
        "inriktning.pdf": False,
        "remissvar.pdf": True,
    }


def test_all_of_a_nights_work_may_lie_in_a_bucket(bucket, tmp_path, monkeypatch):
    monkeypatch.setattr("flows.runs.job.process_file", read_as_said)
    storage, name = bucket
    storage.pipe_file(f"{name}/in/plan.pdf", b"a plan")
    storage.pipe_file(f"{name}/in/trasig.pdf", b"trasig")
    storage.pipe_file(f"{name}/in/sources.csv", b"fil;licens\nplan.pdf;CC0-1.0\n")
    settings = Settings(out=tmp_path / "out", ocr="off", after="move", copy_to=f"s3://{name}/plankoll", retention=1)

    first = run_plain([f"s3://{name}/in"], settings, Silence())
    lying = files_in(folder_of(f"s3://{name}/in", settings.inboxes))
    second = run_plain([f"s3://{name}/in"], settings, Silence())

    run = first.report.run_id
    assert first.troubles == second.troubles == ()
    assert second.report.reasons == {"retried": 1, "unchanged": 1}
    assert files_in(folder_of(f"s3://{name}/in", settings.inboxes)) == lying
    storage.invalidate_cache()
    assert [path.removeprefix(f"{name}/in/") for path in storage.find(f"{name}/in")] == [
        f"done/{run}/plan.pdf",
        f"failed/{run}/trasig.pdf",
        "sources.csv",
    ]
    pointer = json.loads(storage.cat_file(f"{name}/plankoll/current.json"))
    with storage.open(f"{name}/plankoll/{pointer['snapshot']}/files.parquet") as stream:
        files = pl.read_parquet(stream.read())
    assert dict(files.select("source_name", "licence").iter_rows()) == {"plan.pdf": "CC0-1.0", "trasig.pdf": None}
    assert files["source_url"].to_list()[0].startswith(f"s3://{name}/in/")
    assert [path.rpartition("/")[2] for path in storage.ls(f"{name}/plankoll/snapshots", detail=False)] == [
        second.report.run_id
    ]


def test_an_object_with_other_bytes_is_fetched_again(bucket, tmp_path):
    storage, name = bucket
    storage.pipe({f"{name}/a.pdf": b"one", f"{name}/b.pdf": b"two"})
    folder = fetch(f"s3://{name}", tmp_path, Limits()).folder
    before = files_in(folder)

    storage.pipe_file(f"{name}/a.pdf", b"eno")
    fetch(f"s3://{name}", tmp_path, Limits())

    assert (folder / "a.pdf").read_bytes() == b"eno"
    assert files_in(folder)["b.pdf"] == before["b.pdf"]


@pytest.mark.parametrize(
    ("url", "said"), [("s3://no-such-bucket/in", "There is no s3://no-such-bucket/in"), ("s3://{}/in", None)]
)
def test_a_bucket_that_is_not_there_is_said_and_an_empty_prefix_is_nothing_to_read(bucket, tmp_path, url, said):
    _, name = bucket
    expected: type[Exception] = NothingToReadError if said is None else StorageError

    with pytest.raises(expected, match=said):
        run_plain([url.format(name)], Settings(out=tmp_path / "out"), Silence())


def test_missing_credentials_are_said(bucket, monkeypatch, tmp_path):
    storage, name = bucket
    for variable in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(variable)
    type(storage).clear_instance_cache()  # it has asked for them already
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", str(tmp_path / "none"))

    with pytest.raises(StorageError, match="AWS_SECRET_ACCESS_KEY, or a profile"):
        fetch(f"s3://{name}", tmp_path, Limits())


def test_the_command_takes_a_url_and_says_what_is_wrong_with_it(tmp_path):
    result = CliRunner().invoke(app, ["run", "--plain", "s3://key:secret@bucket/in", "--out", str(tmp_path)])

    assert result.exit_code == 1
    assert "Write no password in the address" in result.stderr
    assert "secret@" not in result.stderr


# Any storage: fsspec's own for this machine stands for it


def test_what_is_fetched_is_what_a_folder_would_give(tmp_path):
    there = filled(tmp_path / "there", "a.pdf", "2024/B.PDF", "c.txt", ".dold.pdf", ".dold/d.pdf", "sources.csv")

    inbox = fetch(f"local://{there}", tmp_path / "inboxes", Limits())
    with_list = fetch(f"local://{there}", tmp_path / "inboxes", Limits(), names=["sources.csv"])

    assert inbox.folder == with_list.folder
    assert list(files_in(inbox.folder)) == ["2024/B.PDF", "a.pdf", "sources.csv"]
    assert fetched_before(inbox.folder).keys() == {"2024/B.PDF", "a.pdf", "sources.csv"}
    assert inbox.folder.stat().st_mode & 0o077 == 0


def test_the_files_that_a_web_page_links_to_are_an_inbox(tmp_path):
    there = filled(tmp_path / "there", "a.pdf", "2024/en plan.pdf", "c.txt")
    handler = partial(QuietHandler, directory=str(there))

    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}/"
        folders = [fetch(url, tmp_path / "inboxes", Limits()).folder for _ in range(2)]
        server.shutdown()

    assert list(files_in(folders[1])) == ["2024/en plan.pdf", "a.pdf"]
    assert (folders[1] / "2024" / "en plan.pdf").read_bytes() == b"2024/en plan.pdf"


def test_one_file_may_be_named_by_its_url(tmp_path):
    there = filled(tmp_path / "there", "a.pdf", "b.pdf")

    inbox = fetch(f"local://{there}/a.pdf", tmp_path / "inboxes", Limits())

    assert list(files_in(inbox.folder)) == ["a.pdf"]
    assert url_of("s3://bucket/in/a.pdf", "a.pdf") == "s3://bucket/in/a.pdf"
    assert url_of("s3://bucket/in/", "2024/a.pdf") == "s3://bucket/in/2024/a.pdf"


def test_a_file_that_cannot_be_fetched_is_refused_and_what_was_there_stays(tmp_path, monkeypatch):
    there = filled(tmp_path / "there", "a.pdf", "b.pdf")
    url = f"local://{there}"
    folder = fetch(url, tmp_path / "inboxes", Limits()).folder
    filled(there, "c.pdf")
    (there / "a.pdf").write_bytes(b"other bytes")
    storage, _ = opened(url)
    get_file = storage.get_file

    def fails(source: str, target: str) -> None:
        if source.endswith("a.pdf"):
            Path(target).write_bytes(b"oth")
            raise TimeoutError("the line is down")
        get_file(source, target)

    monkeypatch.setattr(storage, "get_file", fails)
    inbox = fetch(url, tmp_path / "inboxes", Limits())
    files = {file.inner: file for file in gather([folder], Limits(), refused=inbox.refused).files}

    assert (folder / "a.pdf").read_bytes() == b"a.pdf"
    assert list(files_in(folder)) == ["a.pdf", "b.pdf", "c.pdf"]
    assert [(path.name, why.code) for path, why in inbox.refused.items()] == [("a.pdf", "not_fetched")]
    assert {name for name, file in files.items() if file.refused is not None} == {"a.pdf"}
    assert files["a.pdf"].sha256 is None
    monkeypatch.undo()
    assert not fetch(url, tmp_path / "inboxes", Limits()).refused
    assert (folder / "a.pdf").read_bytes() == b"other bytes"


def test_a_file_that_is_too_large_is_told_of_and_not_fetched(tmp_path):
    there = filled(tmp_path / "there", "stor.pdf")
    limits = Limits(max_bytes=3)

    inbox = fetch(f"local://{there}", tmp_path / "inboxes", limits)
    (file,) = gather([inbox.folder], limits, refused=inbox.refused).files

    assert files_in(inbox.folder) == {}
    assert (file.inner, file.refused and file.refused.code) == ("stor.pdf", "too_large")


def test_a_fetch_that_died_is_gone_on_with(tmp_path, monkeypatch):
    there = filled(tmp_path / "there", "a.pdf", "b.pdf", "c.pdf")
    url = f"local://{there}"
    storage, _ = opened(url)
    get_file = storage.get_file

    def dies(source: str, target: str) -> None:
        if source.endswith("b.pdf"):
            Path(target).write_bytes(b"hal")
            raise KeyboardInterrupt
        get_file(source, target)

    monkeypatch.setattr("flows.inboxes.object_inbox._AT_ONCE", 1)
    monkeypatch.setattr(storage, "get_file", dies)
    with pytest.raises(KeyboardInterrupt):
        fetch(url, tmp_path / "inboxes", Limits())
    monkeypatch.undo()
    folder = folder_of(url, tmp_path / "inboxes")
    with (folder / RECORD).open("a", encoding="utf-8") as record:
        record.write('{"b.pdf": ')
    before = files_in(folder)
    monkeypatch.setattr(storage, "get_file", shutil.copy)

    inbox = fetch(url, tmp_path / "inboxes", Limits())

    assert list(files_in(inbox.folder)) == ["a.pdf", "b.pdf", "c.pdf"]
    assert files_in(inbox.folder)["a.pdf"] == before["a.pdf"]
    assert (folder / "b.pdf").read_bytes() == b"b.pdf"


@pytest.mark.parametrize("inner", ["../utanför.pdf", "a//b.pdf", "/etc/a.pdf", "x/../../y.pdf", "nul\0l.pdf"])
def test_no_key_leads_out_of_the_inboxs_folder(tmp_path, monkeypatch, inner):
    storage, root = opened(f"local://{tmp_path}/there")
    listed = {f"{root}/{inner}": {"name": f"{root}/{inner}", "type": "file", "size": 3, "mtime": 1.0}}
    monkeypatch.setattr(storage, "find", lambda *_args, **_options: listed)
    monkeypatch.setattr(storage, "get_file", lambda _source, target: Path(target).write_bytes(b"abc"))

    inbox = fetch(f"local://{tmp_path}/there", tmp_path / "inboxes", Limits())

    assert not inbox.refused
    here = {path for path in tmp_path.rglob("*.pdf") if path.is_file()}
    assert all(path.is_relative_to(inbox.folder) for path in here)


def test_an_inbox_that_lists_nothing_is_left_as_it_was(tmp_path):
    there = filled(tmp_path / "there", "a.pdf")
    folder = fetch(f"local://{there}", tmp_path / "inboxes", Limits()).folder
    (there / "a.pdf").unlink()

    inbox = fetch(f"local://{there}", tmp_path / "inboxes", Limits())

    assert inbox.is_empty
    assert list(files_in(folder)) == ["a.pdf"]


def test_what_is_a_url_and_what_a_path():
    assert [is_url(each) for each in ("inbox", "/srv/a:b.pdf", "s3://a/b", Path("s3:/a"))] == [
        False,
        False,
        True,
        False,
    ]
    assert local_path("file:///srv/in%20box") == Path("/srv/in box")
    assert local_path("s3://a/b") is None
    assert as_given("s3://a/b") == "s3://a/b"
    assert as_given("inbox") == str(Path("inbox").resolve())
    assert shown_url("https://anna:hemligt@kommun.example/a?signature=1#b") == "https://kommun.example/a"


@pytest.mark.parametrize(
    ("url", "said"), [("nonesuch://a/b", "is no address"), ("adl://a/b", "a library that is missing")]
)
def test_storage_that_is_not_known_is_said(url, said):
    with pytest.raises(StorageError, match=said):
        opened(url)
