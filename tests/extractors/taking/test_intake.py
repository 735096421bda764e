"""Taking files in: what is let through, and what is refused with which code and which words."""

import os
import unicodedata
import zipfile
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.taking.fingerprint import Limits
from extractors.taking.intake import take
from extractors.taking.names import source_name
from extractors.taking.other_formats import looks_like
from extractors.taking.truncation import truncation
from models.failures import IntakeError
from tests.places import SAMPLES

LIMITS = Limits()


def blank_pdf(path: Path, n_pages: int = 2, **options) -> Path:
    with pikepdf.new() as document:
        for _ in range(n_pages):
            document.add_blank_page(page_size=(595, 842))
        document.save(path, **options)
    return path


def refusal(path: Path, limits: Limits = LIMITS) -> IntakeError:
    with pytest.raises(IntakeError) as caught:
        take(path, limits)
    return caught.value


def word_document(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", "<w:document/>")
    return path


def test_a_whole_pdf_is_taken_in_with_hash_size_and_pages(tmp_path):
    path = blank_pdf(tmp_path / "plan.pdf", n_pages=3)

    taken = take(path, LIMITS)

    assert (taken.source_name, taken.n_pages, taken.size) == ("plan.pdf", 3, path.stat().st_size)
    assert len(taken.sha256) == 64


def test_every_sample_is_taken_in():
    samples = sorted(SAMPLES.glob("*.pdf"))
    assert samples

    assert all(take(sample, LIMITS).n_pages >= 1 for sample in samples)


def test_a_pdf_that_opens_with_an_empty_password_is_taken_in(tmp_path):
    path = blank_pdf(tmp_path / "a.pdf", encryption=pikepdf.Encryption(owner="owner", user=""))

    assert take(path, LIMITS).n_pages == 2


def test_a_locked_pdf_is_refused(tmp_path):
    path = blank_pdf(tmp_path / "a.pdf", encryption=pikepdf.Encryption(owner="owner", user="user"))

    error = refusal(path)

    assert error.code == "encrypted"
    assert "lösenord" in error.message_sv
    assert "password" in error.message_en


@pytest.mark.parametrize(
    ("content", "code", "swedish", "english"),
    [
        (b"", "empty_file", "tom", "empty"),
        ("Målen för 2024".encode(), "not_a_pdf", "vanlig text", "plain text"),
        ("Målen för 2024".encode("latin-1"), "not_a_pdf", "vanlig text", "plain text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not_a_pdf", "bild (PNG)", "image (PNG)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "not_a_pdf", "äldre Office", "old Office"),
        (b"<!DOCTYPE html><p>404", "not_a_pdf", "webbsida", "web page"),
        (b"\x00\x01\x02\x03", "not_a_pdf", "okänt slag", "unknown kind"),
        (b"%PDF-1.7\nskr\xc3\xa4p", "truncated", "avhuggen", "cut off"),
        (b"%PDF-1.7\nx\nstartxref\n2\n%%EOF\n", "broken_pdf", "skadad", "damaged"),
    ],
)
def test_what_is_no_pdf_is_refused_and_said_what_it_is(tmp_path, content, code, swedish, english):
    path = tmp_path / "bilaga.pdf"
    path.write_bytes(content)

    error = refusal(path)

    assert (error.stage, error.code) == ("take", code)
    assert swedish in error.message_sv
    assert english in error.message_en


def test_a_word_document_named_pdf_is_recognised(tmp_path):
    error = refusal(word_document(tmp_path / "plan.pdf"))

    assert error.code == "not_a_pdf"
    assert "Word-dokument" in error.message_sv


def test_a_folder_named_pdf_is_refused(tmp_path):
    folder = tmp_path / "x.pdf"
    folder.mkdir()

    assert refusal(folder).code == "a_folder"


def test_a_file_that_is_not_there_is_refused(tmp_path):
    assert refusal(tmp_path / "borta.pdf").code == "vanished"


def test_a_pipe_is_not_waited_for(tmp_path):
    pipe = tmp_path / "pipe.pdf"
    os.mkfifo(pipe)

    assert refusal(pipe).code == "unreadable"


def test_a_file_without_permission_is_refused(tmp_path, monkeypatch):
    path = blank_pdf(tmp_path / "hemlig.pdf")

    def denied(*_args, **_kwargs):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    error = refusal(path)

    assert error.code == "unreadable"
    assert "läsrättighet" in error.message_sv
    assert isinstance(error.__cause__, PermissionError)


def test_limits_are_kept(tmp_path):
    path = blank_pdf(tmp_path / "stor.pdf", n_pages=4)

    assert refusal(path, Limits(max_bytes=100)).code == "too_large"
    assert refusal(path, Limits(max_pages=3)).code == "too_many_pages"
    assert take(path, Limits(max_pages=4)).n_pages == 4


@pytest.mark.parametrize("percent", [5, 20, 50, 80, 95, 99])
def test_a_cut_pdf_never_passes_as_whole(tmp_path, percent):
    whole = (SAMPLES / "lokal-plan.pdf").read_bytes()
    path = tmp_path / "cut.pdf"
    path.write_bytes(whole[: len(whole) * percent // 100])

    error = refusal(path)

    assert error.code == "truncated"
    assert "hämta filen på nytt" in error.message_sv


@pytest.mark.parametrize("tail", [b"", b"\r\n", b"\x00" * 3000, b"\n-- \nskickat via e-post\n" * 100])
def test_stray_bytes_after_the_end_do_no_harm(tmp_path, tail):
    path = blank_pdf(tmp_path / "a.pdf")
    path.write_bytes(path.read_bytes() + tail)

    assert take(path, LIMITS).n_pages == 2


def test_a_pdf_that_lacks_only_its_last_mark_is_whole(tmp_path):
    path = blank_pdf(tmp_path / "a.pdf")
    path.write_bytes(path.read_bytes().rstrip().removesuffix(b"%%EOF"))

    assert take(path, LIMITS).n_pages == 2


def test_a_linearized_pdf_is_held_to_its_stated_length(tmp_path):
    path = blank_pdf(tmp_path / "a.pdf", n_pages=5, linearize=True)
    whole = path.read_bytes()

    assert take(path, LIMITS).n_pages == 5
    path.write_bytes(whole[:-200])
    assert refusal(path).code == "truncated"


def test_a_revision_that_was_begun_and_cut_is_truncated(tmp_path):
    path = blank_pdf(tmp_path / "a.pdf")
    path.write_bytes(path.read_bytes() + b"\n7 0 obj\n<< /Type /Page >>\nendobj\n")

    assert refusal(path).code == "truncated"


def test_a_pdf_that_lacks_a_page_it_promises_is_broken(tmp_path):
    path = tmp_path / "a.pdf"
    with pikepdf.new() as document:
        for _ in range(3):
            document.add_blank_page()
        document.Root.Pages.Kids[1] = pikepdf.Dictionary(Type=pikepdf.Name.Nonsense)
        document.save(path)

    assert refusal(path).code == "broken_pdf"


def test_a_pdf_without_pages_is_broken(tmp_path):
    assert refusal(blank_pdf(tmp_path / "a.pdf", n_pages=0)).code == "broken_pdf"


def test_names_are_the_same_on_every_system(tmp_path):
    decomposed = unicodedata.normalize("NFD", "åtgärd.pdf")

    assert source_name(tmp_path / decomposed) == "åtgärd.pdf"


@given(st.binary(max_size=300))
def test_anything_looks_like_something(start):
    swedish, english = looks_like(start)

    assert swedish
    assert english


@given(content=st.binary(min_size=1, max_size=400), end=st.sampled_from([b"", b"startxref\n9\n%%EOF"]))
def test_truncation_answers_for_any_bytes(tmp_path_factory, content, end):
    path = tmp_path_factory.getbasetemp() / "any.pdf"
    path.write_bytes(content + end)

    reason = truncation(path)

    assert reason is None or all(reason)
