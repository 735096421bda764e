"""PDF files that are attached to others: taken in under their carrier's name, and gone with it."""

from pathlib import Path

import pikepdf
import pytest

from extractors.taking.attachments import save_pdfs
from flows.files.carried import with_attachments
from flows.files.outcome import FileOutcome
from flows.files.stages import process_file
from flows.runs.job import run_plain
from flows.runs.progress import Silence
from flows.runs.publishing import RunResult
from flows.settings import Settings
from models.rows import Failure, FileRows
from tests.hostile_pdfs import attached, locked
from tests.layout_builders import DrawnPage, write_pdf
from tests.page_attachments import note_with_file


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def pdf(tmp_path: Path, text: str, **carried: bytes) -> bytes:
    """The bytes of a PDF of one line, to which these files are attached, by name without .pdf."""
    path = write_pdf(tmp_path / "made.pdf", [DrawnPage().text(text, 70, 100)])
    if carried:
        attached(path, {f"{name}.pdf": content for name, content in carried.items()})
    return path.read_bytes()


def run(inbox: Path, *, drop_retired: bool = False, **changes) -> RunResult:
    settings = Settings(out=inbox.parent / "out", ocr="off", workers=1, **changes)
    return run_plain([inbox], settings, Silence(), drop_retired=drop_retired)


def documents(result: RunResult) -> dict[str, bool]:
    """Names of documents, and whether they are in use."""
    rows = result.frames["documents"].select("source_name", "retired_since").iter_rows()
    return {name: retired is None for name, retired in rows}


def failures(result: RunResult) -> dict[str, str]:
    return dict(result.frames["failures"].select("source_name", "error").iter_rows())


def test_an_attached_pdf_is_a_file_of_its_own_and_the_next_run_knows_it(inbox, tmp_path):
    (inbox / "brev.pdf").write_bytes(pdf(tmp_path, "Se bilagan", rapport=pdf(tmp_path, "Rapport")))

    first, second = run(inbox), run(inbox)

    for result in (first, second):
        assert documents(result) == {"brev.pdf": True, "brev.pdf/rapport.pdf": True}
        assert failures(result) == {}
        assert result.is_whole
        assert (result.n_taken, result.report.files_seen) == (1, 1)
        carrier, carried = result.frames["files"].sort("path").to_dicts()
        assert (carrier["path"], carried["path"]) == ("brev.pdf", "brev.pdf/rapport.pdf")
        assert (carrier["carrier_id"], carried["carrier_id"]) == (None, carrier["file_id"])
        assert carried["held_sha256"] == carried["source_sha256"] != carrier["source_sha256"]
    assert first.report.reasons == {"new": 1}
    assert second.report.reasons == {"unchanged": 1}
    pages = first.frames["pages"].join(first.frames["documents"], on="document_id")
    assert sorted(pages.select("source_name", "page").iter_rows()) == [("brev.pdf", 1), ("brev.pdf/rapport.pdf", 1)]


def test_attachments_keep_their_places_whatever_order_they_stand_in(inbox, tmp_path):
    path = inbox / "brev.pdf"
    path.write_bytes(pdf(tmp_path, "Se bilagorna", b=pdf(tmp_path, "Rapport"), a=pdf(tmp_path, "Beslut")))
    first = run(inbox)
    attached(path, {"A.pdf": pdf(tmp_path, "Yttrande")})
    second, third = run(inbox), run(inbox)

    places = [dict(each.frames["files"].select("path", "file_id").iter_rows()) for each in (first, second, third)]
    assert places[0].items() <= places[1].items()
    assert places[1] == places[2]
    assert sorted(places[2]) == ["brev.pdf", "brev.pdf/A.pdf", "brev.pdf/a.pdf", "brev.pdf/b.pdf"]


def test_what_is_attached_goes_with_its_carrier(inbox, tmp_path):
    (inbox / "kvar.pdf").write_bytes(pdf(tmp_path, "Kvar"))
    (inbox / "brev.pdf").write_bytes(pdf(tmp_path, "Se bilagan", rapport=pdf(tmp_path, "Rapport")))
    run(inbox)

    (inbox / "brev.pdf").unlink()
    gone = run(inbox)
    forgotten = run(inbox, drop_retired=True)

    assert documents(gone) == {"kvar.pdf": True, "brev.pdf": False, "brev.pdf/rapport.pdf": False}
    assert documents(forgotten) == {"kvar.pdf": True}
    assert forgotten.frames["files"]["path"].to_list() == ["kvar.pdf"]


def test_a_carrier_with_other_attachments_lets_the_earlier_ones_go(inbox, tmp_path):
    carrier = inbox / "brev.pdf"
    carrier.write_bytes(pdf(tmp_path, "Se bilagan", rapport=pdf(tmp_path, "Rapport")))
    run(inbox)

    carrier.write_bytes(pdf(tmp_path, "Se bilagan", beslut=pdf(tmp_path, "Beslut")))

    assert documents(run(inbox)) == {"brev.pdf": True, "brev.pdf/beslut.pdf": True}


@pytest.mark.parametrize("name", ["a.pdf", "c.pdf"])
def test_the_same_pdf_in_two_carriers_is_held_once_as_long_as_one_of_them_is_there(inbox, tmp_path, name):
    report = pdf(tmp_path, "Rapport")
    for text in ("a", "c"):
        (inbox / f"{text}.pdf").write_bytes(pdf(tmp_path, text, rapport=report))
    both = run(inbox)
    (inbox / name).unlink()
    one = run(inbox)

    assert documents(both) == {"a.pdf": True, "c.pdf": True, "a.pdf/rapport.pdf": True}
    assert both.frames["files"].height == 4
    assert {each for each, used in documents(one).items() if not used} == {name}


def test_a_pdf_that_is_also_a_file_by_itself_is_that_file(inbox, tmp_path):
    report = pdf(tmp_path, "Rapport")
    (inbox / "brev.pdf").write_bytes(pdf(tmp_path, "Se bilagan", rapport=report))
    alone = run(inbox)
    (inbox / "rapport.pdf").write_bytes(report)
    both = run(inbox)
    (inbox / "rapport.pdf").unlink()
    carried = run(inbox)

    assert documents(alone) == {"brev.pdf": True, "brev.pdf/rapport.pdf": True}
    assert documents(both) == {"brev.pdf": True, "rapport.pdf": True}
    assert list(documents(carried).values()) == [True, True]
    assert carried.frames["documents"].height == 2


def test_attachments_that_cannot_be_read_are_told_of_under_both_names_until_something_changes(inbox, tmp_path):
    plain = tmp_path / "plain.pdf"
    plain.write_bytes(pdf(tmp_path, "Rapport"))
    shut = locked(tmp_path / "shut.pdf", plain, "hemligt").read_bytes()
    (inbox / "brev.pdf").write_bytes(pdf(tmp_path, "Se bilagorna", brutet=b"%PDF-1.7 nothing", last=shut, bra=b"text"))

    results = [run(inbox, attempts=2) for _ in range(3)]

    assert [result.report.reasons for result in results] == [{"new": 1}, {"retried": 1}, {"given_up": 1}]
    for result in results:
        told = failures(result)
        assert told["brev.pdf/last.pdf"] == "encrypted"
        assert told["brev.pdf/bra.pdf"] == "not_a_pdf"
        assert told["brev.pdf/brutet.pdf"] in ("broken_pdf", "truncated")
        assert documents(result) == {"brev.pdf": True}
    words = tmp_path / "words.txt"
    words.write_text("hemligt\n", encoding="utf-8")
    assert "brev.pdf/last.pdf" in documents(run(inbox, passwords=words))


def test_what_is_no_pdf_stays_told_of(inbox, tmp_path):
    path = inbox / "brev.pdf"
    path.write_bytes(pdf(tmp_path, "Se bilagorna", rapport=pdf(tmp_path, "Rapport")))
    attached(path, {"kalkyl.xlsx": b"PK\x03\x04"})

    result = run(inbox)

    assert documents(result) == {"brev.pdf": True, "brev.pdf/rapport.pdf": True}
    (failure,) = result.frames["failures"].to_dicts()
    assert "1 bilagda filer som inte är lästa: kalkyl.xlsx." in failure["message"]


def test_a_file_that_carries_itself_is_read_once_and_a_chain_ends(inbox, tmp_path):
    inner = pdf(tmp_path, "Innerst")
    for depth in range(4):
        inner = pdf(tmp_path, f"Djup {depth}", bilaga=inner)
    (inbox / "kedja.pdf").write_bytes(inner)
    before = pdf(tmp_path, "Ett")
    (inbox / "sjalv.pdf").write_bytes(pdf(tmp_path, "Ett", bilaga=pdf(tmp_path, "Två", tillbaka=before), igen=before))

    result = run(inbox)

    assert sorted(documents(result)) == [
        "kedja.pdf",
        "kedja.pdf/bilaga.pdf",
        "kedja.pdf/bilaga.pdf/bilaga.pdf",
        "sjalv.pdf",
        "sjalv.pdf/bilaga.pdf",
        "sjalv.pdf/igen.pdf",
    ]
    assert failures(result) == {"kedja.pdf/bilaga.pdf/bilaga.pdf": "attachments"}


def test_files_in_notes_on_pages_are_attached_too_and_told_of_once(inbox, tmp_path):
    path, report = inbox / "brev.pdf", pdf(tmp_path, "Rapport")
    path.write_bytes(pdf(tmp_path, "Se noten", rapport=report))
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        contents = {
            "beslut.pdf": pdf(tmp_path, "Beslut"),
            "samma.pdf": report,
            "bild.png": b"\x89PNG",
        }
        notes = [note_with_file(name, each, document) for name, each in contents.items()]
        document.pages[0].obj.Annots = pikepdf.Array([document.make_indirect(note) for note in notes])
        document.save(path)

    result = run(inbox)

    assert sorted(documents(result)) == ["brev.pdf", "brev.pdf/beslut.pdf", "brev.pdf/rapport.pdf"]
    (failure,) = result.frames["failures"].to_dicts()
    assert "1 bilagda filer som inte är lästa: bild.png." in failure["message"]


@pytest.mark.parametrize("notes", [pikepdf.Name.Wrong, 7, [pikepdf.Name.Wrong, 7, pikepdf.Array()]])
def test_notes_that_are_malformed_carry_nothing_and_the_page_is_read(inbox, tmp_path, notes):
    path = inbox / "brev.pdf"
    path.write_bytes(pdf(tmp_path, "Brev"))
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        document.pages[0].obj.Annots = pikepdf.Array(notes) if isinstance(notes, list) else notes
        document.save(path)

    assert run(inbox).is_whole


def test_of_many_attachments_as_many_are_read_as_the_limit_allows(inbox, tmp_path):
    many = {f"b{number}": pdf(tmp_path, f"Bilaga {number}") for number in range(6)}
    (inbox / "bomb.pdf").write_bytes(pdf(tmp_path, "Bomb", **many))

    some, none = run(inbox, max_attached=2), run(inbox, max_attached=0)

    assert sorted(documents(some)) == ["bomb.pdf", "bomb.pdf/b0.pdf", "bomb.pdf/b1.pdf"]
    (failure,) = some.frames["failures"].to_dicts()
    assert "4 bilagda filer som inte är lästa: b2.pdf" in failure["message"]
    assert "höj gränsen (PLANKOLL_MAX_ATTACHED" in failure["message"]
    assert documents(none) == {"bomb.pdf": True}
    assert failures(none) == {"bomb.pdf": "attachments"}


def test_a_carrier_that_is_put_away_takes_its_attachments_with_it(inbox, tmp_path):
    (inbox / "brev.pdf").write_bytes(pdf(tmp_path, "Se bilagan", rapport=pdf(tmp_path, "Rapport")))

    first, second = run(inbox, after="move"), run(inbox, after="move")

    for result in (first, second):
        assert all(path.startswith("done/") for path in result.frames["files"]["path"])
        assert documents(result) == {"brev.pdf": True, "brev.pdf/rapport.pdf": True}
    assert first.frames["files"]["file_id"].to_list() == second.frames["files"]["file_id"].to_list()
    assert second.report.reasons == {"unchanged": 1}


def test_names_are_told_and_never_used_as_paths(tmp_path):
    path = tmp_path / "brev.pdf"
    path.write_bytes(pdf(tmp_path, "Se bilagan"))
    attached(path, {"../../ut\n.pdf": pdf(tmp_path, "Rapport")})
    folder = tmp_path / "folder"
    folder.mkdir()

    ((saved,), left) = save_pdfs(path, folder, at_most=5, max_bytes=10**6)

    assert saved.name == ".._.._ut?.pdf"
    assert saved.path == folder / "1.pdf"
    assert left.count == 0
    assert sorted(each.name for each in tmp_path.iterdir()) == ["brev.pdf", "folder", "made.pdf"]


def test_attachments_are_written_up_to_a_size_together(tmp_path):
    path = tmp_path / "brev.pdf"
    small, large = pdf(tmp_path, "Rapport"), pdf(tmp_path, "Rapport") + b" " * 5_000
    path.write_bytes(pdf(tmp_path, "Se bilagan", a=large, b=small))

    (saved, left) = save_pdfs(path, tmp_path, at_most=5, max_bytes=4_000)

    assert [each.name for each in saved] == ["b.pdf"]
    assert (left.count, left.names, left.is_bounded) == (1, ("a.pdf",), True)


def test_one_attachment_that_takes_its_time_leaves_the_others_theirs(tmp_path, monkeypatch):
    path = tmp_path / "brev.pdf"
    path.write_bytes(pdf(tmp_path, "Brev", **{str(n): pdf(tmp_path, f"Bilaga {n}") for n in range(3)}))
    given: list[tuple[str, float]] = []

    def read(_path, settings, run_id, name):
        given.append((name, settings.seconds_per_file))
        if not name.endswith("0.pdf"):
            return FileOutcome(path=name, source_name=name, rows=FileRows(), seconds={"read": 1.0})
        late = Failure(
            source_name=name, source_sha256=None, stage="read", error="too_slow", message="sent / late", run_id=run_id
        )
        spent = {"read": settings.seconds_per_file}
        return FileOutcome(path=name, source_name=name, failure=late, seconds=spent)

    settings = Settings(out=tmp_path / "out", seconds_per_file=30.0)
    whole = process_file(path, settings, "run")
    monkeypatch.setattr("flows.files.carried.process_file", read)

    outcome = with_attachments(whole, path, settings, "run")

    shares = [("brev.pdf/0.pdf", 10.0), ("brev.pdf/1.pdf", 10.0), ("brev.pdf/2.pdf", 19.0)]
    assert given == [*shares, ("brev.pdf/0.pdf", 18.0)]
    assert [each.failure is not None for each in outcome.attachments] == [True, False, False]
