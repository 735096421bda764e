"""A file that several documents are bound of: each gives the rows that it gives alone, on the file's pages."""

import weakref
from collections.abc import Sequence
from dataclasses import replace

import pytest

from corpus.registry import load_registry
from extractors.documents.annexes import named_by_memo
from extractors.documents.as_alone import alone
from extractors.documents.identity import Identity
from extractors.understanding import understand
from models.blocks import Answer, Block, Cell, Heading, ListItem, Note, PageInfo, Paragraph, Part, ReadFile, Table
from models.place import Place
from models.rows import FileRows

SUMMARY = (
    "Kommunen fick 412 000 kronor för att utveckla stödet till unga, och nämnden har använt medlen till två tjänster "
    "vid ungdomsmottagningen samt en utbildning för skolornas personal under hösten."
)


def at(page: int, top: float) -> tuple[Place, ...]:
    return (Place(page=page, x0=70, top=top, x1=520, bottom=top + 12),)


def heading(text: str, page: int = 1, top: float = 60, size: float = 20) -> Heading:
    return Heading(text=text, places=at(page, top), level=1, size=size)


def prose(text: str, page: int = 1, top: float = 200) -> Paragraph:
    return Paragraph(text=text, places=at(page, top), size=11)


def memo(page: int = 1, proposal: str = "Förslag till beslut", summary: str = SUMMARY) -> list[Block]:
    return [
        prose("SN 2025:31", page, 30),
        heading("Återrapport av statsbidrag 2024", page),
        heading(proposal, page, 100, 13),
        ListItem(text="Nämnden godkänner återrapporten.", places=at(page, 130), marker="1.", size=11),
        heading("Sammanfattning", page, 160, 13),
        prose(summary, page),
    ]


def plan(page: int = 1) -> list[Block]:
    table = Table(
        text="",
        places=at(page + 1, 100),
        method="ruled",
        n_rows=2,
        n_cols=2,
        cells=tuple(
            Cell(row=r, col=c, text=text, role="body" if r else "header", place=at(page + 1, 100 + 20 * r)[0])
            for r, texts in enumerate((("Post", "Belopp (kr)"), ("Läger", "15 000")))
            for c, text in enumerate(texts)
        ),
    )
    return [
        heading("Handlingsplan för Botkyrka kommun 2025", page),
        heading("Mål", page, 100, 13),
        ListItem(text="Fler unga mår bra.", places=at(page, 130), marker="•", size=11),
        heading("Aktiviteter", page, 160, 13),
        ListItem(text="Öppna en mötesplats.", places=at(page, 190), marker="•", size=11),
        Answer(text="Kostnad 85 000 kr", places=at(page, 300), label="Kostnad", value="85 000 kr"),
        table,
    ]


def bound(blocks: Sequence[Block], *ranges: tuple[int, int]) -> FileRows:
    last = ranges[-1][1]
    pages = tuple(PageInfo(page=n, width=595, height=842, text_layer="native", n_words=90) for n in range(1, last + 1))
    parts = tuple(Part(first_page=first, last_page=end, confidence=0.9) for first, end in ranges)
    read = ReadFile(source_name="a.pdf", source_sha256="7e" * 32, pages=pages, blocks=tuple(blocks), parts=parts)
    return understand(read, load_registry(), "run-1")


def test_each_part_is_a_document_with_its_pages():
    rows = bound([*memo(), *plan(2)], (1, 1), (2, 3))

    first, second = rows.documents
    assert (first.first_page, first.last_page, first.doc_type) == (1, 1, "memo")
    assert (second.first_page, second.last_page, second.doc_type) == (2, 3, "action_plan")
    assert first.document_id != second.document_id
    assert [(page.page, page.document_id) for page in rows.pages] == [
        (1, first.document_id),
        (2, second.document_id),
        (3, second.document_id),
    ]
    assert {goal.document_id for goal in rows.goals} == {second.document_id}
    assert float(first.part_confidence or 0) == 0.9


@pytest.mark.parametrize("before", [1, 2, 7])
def test_a_part_gives_the_rows_that_it_gives_alone(before):
    alone = bound(plan(), (1, 2))
    packet = bound([*memo(), *plan(before + 1)], (1, before), (before + 1, before + 2))

    second = packet.documents[1].document_id
    for name in ("goals", "activities", "amounts", "tables"):
        rows = [row for row in getattr(packet, name) if row.document_id == second]
        assert rows, name
        assert [told(row.model_dump(), before) for row in rows] == [
            told(row.model_dump(), 0) for row in getattr(alone, name)
        ]


def told(row: dict[str, object], before: int) -> dict[str, object]:
    """A row without ids, its pages counted from the part's first."""
    pages = {name: value - before for name, value in row.items() if name.endswith("page") and isinstance(value, int)}
    return {name: value for name, value in (row | pages).items() if not name.endswith("_id")}


def test_ids_of_a_part_do_not_hang_on_the_rows_of_another():
    small, large = bound([*memo(), *plan(2)], (1, 1), (2, 3)), bound([*plan(), *plan(3)], (1, 2), (3, 4))

    second = [[goal.goal_id for goal in rows.goals if goal.goal_id[21] == "2"] for rows in (small, large)]
    assert second[0] == second[1] != []


def test_a_memo_and_its_decision_are_one_document_told_twice():
    rows = bound([*memo(), *plan(2), *memo(4, proposal="Beslut")], (1, 1), (2, 3), (4, 4))

    first, second, third = rows.documents
    assert third.duplicate_of == first.document_id
    assert (first.duplicate_of, second.duplicate_of) == (None, None)


def test_a_shorter_telling_is_the_duplicate_wherever_it_stands():
    more = (
        SUMMARY + " Av medlen återstår 18 500 kronor, som enligt villkoren ska betalas tillbaka till Kammarkollegiet."
    )
    rows = bound([*memo(proposal="Beslut"), *memo(2, summary=more)], (1, 1), (2, 2))

    assert [document.duplicate_of for document in rows.documents] == [rows.documents[1].document_id, None]


@pytest.mark.parametrize("other", ["411 000", "412 500"])
def test_a_memo_of_another_sum_is_another_document(other):
    rows = bound([*memo(), *memo(2, summary=SUMMARY.replace("412 000", other))], (1, 1), (2, 2))

    assert [document.duplicate_of for document in rows.documents] == [None, None]


def test_an_annex_without_a_title_is_called_as_its_memo_calls_it():
    before = Identity("memo", title="Internkontrollplan 2025", reporting_year=2025, issuer="Botkyrka kommun")
    annex = Identity("internal_control_plan")

    named = named_by_memo(annex, before)

    assert (named.title, named.reporting_year, named.issuer) == ("Internkontrollplan 2025", 2025, "Botkyrka kommun")
    assert named.doc_type == "internal_control_plan"


@pytest.mark.parametrize(
    ("annex", "memo_says"),
    [
        (Identity("internal_control_plan", title="Risker och kontroller"), "Internkontrollplan 2025"),
        (Identity("action_plan"), "Internkontrollplan 2025"),
        (Identity("other"), "Internkontrollplan 2025"),
    ],
)
def test_what_has_a_title_or_is_something_else_keeps_its_own(annex, memo_says):
    before = Identity("memo", title=memo_says, reporting_year=2025)

    assert named_by_memo(annex, before) == annex
    assert named_by_memo(annex, None) == annex
    assert named_by_memo(annex, replace(before, doc_type="other")) == annex


@pytest.mark.parametrize(("head", "stamped"), [("Handlingar till nämnden, sid {}", True), ("Kommunens plan", False)])
def test_a_running_head_that_counts_the_pages_of_all_papers_is_none_of_theirs(head: str, stamped: bool):
    pages = range(1, 4)
    notes = [Note(text=head.format(page + 20), places=at(page, 20), note="running_head") for page in pages]
    blocks = [block for page in pages for block in (notes[page - 1], prose(SUMMARY, page))]
    parts = [Part(first_page=page, last_page=page, confidence=1.0) for page in pages]
    infos = tuple(PageInfo(page=n, width=595, height=842, text_layer="native", n_words=9) for n in pages)
    read = ReadFile(source_name="f.pdf", source_sha256="0" * 64, pages=infos, blocks=tuple(blocks))

    kinds = {block.note for piece in alone(read, parts) for block in piece.blocks if isinstance(block, Note)}

    assert kinds == {"aside" if stamped else "running_head"}


def test_a_document_goes_when_the_next_one_is_asked_for():
    parts = (Part(first_page=1, last_page=1, confidence=1.0), Part(first_page=2, last_page=3, confidence=1.0))
    infos = tuple(PageInfo(page=n, width=595, height=842, text_layer="native", n_words=9) for n in (1, 2, 3))
    read = ReadFile(source_name="p.pdf", source_sha256="0" * 64, pages=infos, blocks=(*memo(), *plan(2)), parts=parts)

    pieces = alone(read, parts)
    del read
    first = weakref.ref(next(pieces).blocks[0])
    next(pieces)

    assert first() is None
