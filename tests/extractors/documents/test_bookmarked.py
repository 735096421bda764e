"""Bookmarks of a packet: what is read of an outline, what it says, and how little it does alone."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String

from extractors.documents.bookmarked import Bookmarked, bookmarked_pages
from extractors.documents.page_signs import signs_of
from extractors.documents.parting import part
from extractors.pages.outline import bookmarks_of
from extractors.reading import read_file
from models.blocks import Block, Heading, PageInfo, Paragraph, Part
from models.bookmark import Bookmark
from models.place import Place
from tests.layout_builders import DrawnPage, write_pdf

PROSE = "Nämnden följde under året hur medlen nådde ut till de unga, och svaren från skolorna var goda."


def a_page(title: str = "", number: str = "") -> DrawnPage:
    drawn = DrawnPage().text(title, 70, 90, size=18, font="B") if title else DrawnPage()
    for n in range(8):
        drawn.text(PROSE, 70, 130 + 14 * n)
    return drawn.text(number, 300, 800) if number else drawn


def bound(path: Path, pages: Sequence[DrawnPage], bookmarks: Sequence[tuple[str, int]]) -> Path:
    """A file with these bookmarks; pages are from 1."""
    write_pdf(path, pages)
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        with document.open_outline() as outline:
            outline.root.extend(pikepdf.OutlineItem(text, page - 1) for text, page in bookmarks)
        document.save(path)
    return path


def linked(path: Path, n_pages: int, items: Sequence[Mapping[str, pikepdf.Object]]) -> Path:
    """A file whose outline's items are linked one to the next, the last to the first of them."""
    write_pdf(path, [a_page() for _ in range(n_pages)])
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        made = [document.make_indirect(Dictionary(dict(item))) for item in items]
        for item, after in zip(made, [*made[1:], made[0]], strict=True):
            item.Next = after
        document.Root.Outlines = document.make_indirect(Dictionary(Type=Name.Outlines, First=made[0], Last=made[-1]))
        document.save(path)
    return path


def parts(path: Path) -> list[tuple[int, int]]:
    return [(each.first_page, each.last_page) for each in read_file(path, "0" * 64, path.name).parts]


TITLED = [
    a_page("Lokal plan för psykisk hälsa 2025"),
    a_page(),
    a_page("Trygga vuxna i Granvik"),
    a_page(),
]


def test_files_bound_together_are_parted_where_their_names_lead_to_titles(tmp_path):
    plain = bound(tmp_path / "utan.pdf", TITLED, [])
    named = bound(tmp_path / "med.pdf", TITLED, [("Plan 2025.pdf", 1), ("Trygga vuxna.docx", 3)])

    assert parts(plain) == [(1, 4)]
    assert parts(named) == [(1, 2), (3, 4)]


def test_a_bookmark_at_a_page_without_a_title_parts_nothing(tmp_path):
    pages = [a_page("Lokal plan för psykisk hälsa 2025"), a_page(), a_page(), a_page()]

    assert parts(bound(tmp_path / "ett.pdf", pages, [("plan.pdf", 1), ("bilaga.pdf", 3)])) == [(1, 4)]


def test_bookmarks_at_chapters_part_no_document(tmp_path):
    heads = ("Lokal plan för psykisk hälsa 2025", "Trygga vuxna", "Handlingsplan för unga", "Uppföljning")
    pages = [page for head in heads for page in (a_page(head), a_page())]
    plain = bound(tmp_path / "utan.pdf", pages, [])
    chapters = [(head, 2 * n + 1) for n, head in enumerate(heads)]
    marked = bound(tmp_path / "med.pdf", pages, [*chapters, ("1. Inledning", 2)])
    numbered = [a_page(head, str(n)) for n, head in enumerate(heads, start=1)]

    assert parts(marked) == parts(plain)
    assert parts(bound(tmp_path / "numrerad.pdf", [*numbered, a_page(number="5")], chapters[:2])) == [(1, 5)]


def ranged(bookmarked: dict[int, Bookmarked]) -> tuple[Part, ...]:
    infos = [PageInfo(page=n, width=595, height=842, text_layer="native", n_words=100) for n in (1, 2)]

    def at(page: int, top: float, height: float) -> tuple[Place, ...]:
        return (Place(page=page, x0=70, top=top, x1=520, bottom=top + height),)

    blocks: list[Block] = []
    for page, title in ((1, "Lokal plan 2024"), (2, "Lokal plan 2025")):
        blocks.append(Heading(text=title, places=at(page, 90, 20), size=20, bold=True, level=1))
        blocks.append(Paragraph(text=PROSE * 4, places=at(page, 130, 90), size=11))
    return part(signs_of(infos, blocks, bookmarked))


def test_a_bookmark_makes_a_part_surer():
    without, words, file = ranged({})[1], ranged({2: "words"})[1], ranged({2: "file"})[1]

    assert without.confidence < words.confidence < file.confidence


@pytest.mark.parametrize(
    ("bookmarks", "pages"),
    [
        ([("Kallelse", 1), ("Tjänsteskrivelse", 2), ("Bilaga 1.pdf", 3)], {1: "words", 2: "words", 3: "file"}),
        ([("Plan", 1), ("1.Inledning", 2), ("2.Insatser", 3)], {}),
        ([("Plan", 1), ("Sammanfattning", 2)], {}),
        ([("Tjänsteskrivelse", 2), ("Plan", 3)], {}),
        ([(f"Bild {n}", n) for n in range(1, 7)], {}),
        ([("Plan", 1), ("Mål", 1)], {}),
        ([], {}),
    ],
)
def test_bookmarks_say_where_documents_begin_only_where_they_are_a_packets(bookmarks, pages):
    assert bookmarked_pages([Bookmark(*each) for each in bookmarks], 6) == pages


def marked_in(path: Path) -> tuple[Bookmark, ...]:
    with pypdfium2.PdfDocument(path) as document:
        return bookmarks_of(document)


def test_the_bookmarks_under_a_single_one_are_the_uppermost(tmp_path):
    path = bound(tmp_path / "möte.pdf", TITLED, [])
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        with document.open_outline() as outline:
            over = pikepdf.OutlineItem("möte.pdf", 0)
            over.children.extend([pikepdf.OutlineItem("Kallelse", 0), pikepdf.OutlineItem("Protokoll", 2)])
            outline.root.append(over)
        document.save(path)

    assert marked_in(path) == (Bookmark("Kallelse", 1), Bookmark("Protokoll", 3))


def test_an_outline_in_a_circle_and_pages_that_are_not_there_are_borne(tmp_path):
    places = [{"/Dest": Array([page, Name.Fit])} for page in (0, 1, 77, -3)]
    items = [{"/Title": String(f"Fil {n}"), **place} for n, place in enumerate(places)]
    path = linked(tmp_path / "ring.pdf", 2, [*items, {"/Title": String("Ingenstans")}])

    assert marked_in(path) == (Bookmark("Fil 0", 1), Bookmark("Fil 1", 2))


def test_an_outline_without_an_end_is_not_read_to_its_end(tmp_path):
    items = [{"/Title": String("Å" * 400), "/Dest": Array([0, Name.Fit])} for _ in range(3000)]

    found = marked_in(linked(tmp_path / "lång.pdf", 1, items))

    assert len(found) == 1000
    assert {len(each.text) for each in found} == {300}


def test_an_outline_that_only_goes_deeper_ends(tmp_path):
    path = linked(tmp_path / "djup.pdf", 1, [{"/Title": String("Djup")}])
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        deep = document.Root.Outlines.First
        del deep.Next
        deep.First = deep
        document.save(path)

    assert marked_in(path) == ()
