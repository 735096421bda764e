"""Writer's looks print every word of every block, the same each time; without LibreOffice they say what to install."""

import io
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pdfplumber
import pypdfium2
import pytest

from corpus.generator import blocks as c
from corpus.generator.content import Content, Facts
from corpus.generator.figures import BARE, THIN, Style, money
from corpus.generator.looks import writer
from corpus.generator.looks.look import EVERYTHING, Look, ProducerError
from corpus.generator.looks.writer import LOOKS, measure, office, proof
from corpus.generator.looks.writer.design import Design
from corpus.generator.looks.writer.looks import design_of
from corpus.generator.plain import Plain, plain_document

needs_writer = pytest.mark.skipif(writer.missing() is not None, reason=f"no Writer here: {writer.missing()}")

NOT_PRINTED = {"type", "t", "kind", "role", "name", "page_number"}
"""Keys of a plain document whose values are no words; a signature's name and role are, and a letterhead's kind."""


def content() -> Content:
    def amount(key: str, style: Style = BARE) -> c.Prose:
        return (money(key, Decimal(1234500), ("planned",), style),)

    matrix = c.Table(
        "matrix",
        "Bilaga: aktiviteter och år",
        (c.Column("Aktivitet", width=4), c.Column("2031", "mark"), c.Column("2032", "mark")),
        tuple(c.Row(((f"Studiecirkel nummer {number}",), ("x",), ())) for number in range(40)),
        groups=(("", 1), ("Genomförandeår", 2)),
    )
    spending = c.Table(
        "spending",
        "Tabell över satsningar",
        (c.Column("Verksamhet"), c.Column("Beskrivning", width=2), c.Column("Kronor", "figure")),
        (
            c.Row((("Förskolor",),), "section"),
            c.Row((("Samtalsgrupper",), ("Handledning", c.Note("Enligt avtal.")), amount("a1"))),
            c.Row((("Delsumma",), (), amount("a2")), "subtotal"),
            c.Row((("Totalt",), (), amount("a3", Style(separator=THIN))), "total"),
            c.Row((("varav gemensamt",), (), amount("a4")), "breakdown"),
        ),
        sum_line=("= ", *amount("a5")),
    )
    form = c.Form(
        (
            c.FormSection(
                "Uppgifter om mottagaren",
                (
                    c.Question("Mottagare", ("Lillköping",), number="1"),
                    c.Question("Telefon", None, number="2", hint="Växelns nummer"),
                    c.Question("Kostnader", amount("a6"), "figure"),
                    c.Question("Är medlen slut?", ("Nej",), "choice", choices=("Ja", "Nej")),
                    c.Question("Annat svar?", ("Kanske",), "choice", choices=("Ja", "Nej")),
                    c.Question("Berätta mer", ("Långt svar i flera meningar. " * 6,), "long"),
                ),
            ),
        )
    )
    items = (
        c.Item((c.Goal(("Fler vågar fråga",)), c.Note("Mål från 2030."))),
        c.Item((c.Strong("Steg ett"), " för alla"), (c.Item(("Kalla till möte",)),)),
    )
    blocks: c.Blocks = (
        c.Cover("Plan för Lillköping", "Underrubrik", ("Antagen i mars", "Dnr 7")),
        c.Contents(),
        c.Heading("Bakgrund", 1, "1"),
        c.Paragraph(("Vanlig text, ", c.Strong("fet text"), " och fotnot", c.Note("Fotnotens ord."), " mitt i.")),
        c.RunIn("Kortsiktigt mål:", ("Alla hittar rätt.",)),
        c.Heading("Underavsnitt", 2, "1.1"),
        c.Heading("Tredje nivån", 3),
        c.Heading("Fjärde nivån", 4),
        c.Bullets(items),
        c.Bullets(items, ordered=True),
        c.Boxed("Faktaruta", (c.Paragraph(("Ord i rutan.",)), c.Bullets(items))),
        spending,
        c.Table(
            "bare", "", (c.Column("A"), c.Column("B", "figure")), (c.Row((("Ensam",), amount("a7"))),), headless=True
        ),
        form,
        c.Landscape((c.Heading("Liggande bilaga", 1), matrix)),
        c.Signature("Lillköping den 3 maj", "Kim Berg", "förvaltningschef"),
        c.PageBreak(restart=True),
        c.Letterhead("Lillköpings kommun", "Vårdnämnden", "YTTRANDE", "2031-02-03", "VN 9", "Länsrådet", ("Kim Ek",)),
        c.Heading("Yttrande", 1),
        c.PageBreak(),
        c.Paragraph(("Sista sidans text.",)),
    )
    facts = Facts("action_plan", "Plan för Lillköping")
    return Content(
        "alla-block", "packet", facts, blocks, running_head="Sidhuvudet", running_foot="Adress 1, Lillköping"
    )


def words(node: Any, holder: str = "") -> Iterator[str]:
    """Every word that a plain document wants printed; holder is the type of the block that the node belongs to."""
    match node:
        case str():
            yield from node.split()
        case list():
            for child in node:
                yield from words(child, holder)
        case dict():
            holder = node.get("type", holder)
            for key, value in node.items():
                if is_printed(node, key, holder):
                    yield from words(value, holder)
        case _:
            pass


def is_printed(node: Plain, key: str, holder: str) -> bool:
    if key == "columns":
        return not node["headless"]
    if holder in {"signature", "letterhead"}:
        return key != "type"
    return key not in NOT_PRINTED


def bare(text: str) -> str:
    """Letters without spaces, hyphens and case: a division at a line's end leaves no trace."""
    return re.sub(r"[\s\u00ad\u2010\ufffe\x02-]", "", text).casefold()


def text_by_pdfium(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def text_by_plumber(pdf: bytes) -> list[str]:
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        return [page.extract_text() or "" for page in opened.pages]


@pytest.fixture(scope="module")
def printed() -> dict[str, bytes]:
    document = plain_document(content())
    return dict(
        zip((look.name for look in LOOKS), writer.typeset_many([(document, look, 7) for look in LOOKS]), strict=True)
    )


def test_the_looks_have_names_of_their_own() -> None:
    assert len({look.name for look in LOOKS}) == len(LOOKS) == 4
    assert all(look.producer == "writer" and look.fits <= EVERYTHING for look in LOOKS)


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_a_seed_always_gives_the_same_design_and_seeds_differ(look: Look) -> None:
    designs = [design_of(look, seed) for seed in range(12)]
    assert designs == [design_of(look, seed) for seed in range(12)]
    assert len({repr(design) for design in designs}) == 12
    assert {design.table.repeat_head for design in designs} == {True, False}
    assert {design.table.whole_rows for design in designs} == {True, False}
    assert len({design.table.figure_vertical for design in designs}) > 1


@needs_writer
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
@pytest.mark.parametrize("read", [text_by_pdfium, text_by_plumber])
def test_every_word_is_printed(printed: dict[str, bytes], look: Look, read: Any) -> None:
    text = bare(" ".join(read(printed[look.name])))
    assert [word for word in words(plain_document(content())) if bare(word) not in text] == []


@needs_writer
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_no_word_runs_out_of_its_page(printed: dict[str, bytes], look: Look) -> None:
    with pdfplumber.open(io.BytesIO(printed[look.name])) as opened:
        outside = [
            char["text"]
            for page in opened.pages
            for char in page.chars
            if char["x0"] < 0 or char["x1"] > page.width or char["top"] < 0 or char["bottom"] > page.height
        ]
    assert outside == []


@needs_writer
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_a_restart_numbers_the_pages_anew_and_annexes_lie_down(printed: dict[str, bytes], look: Look) -> None:
    pages = text_by_plumber(printed[look.name])
    numbers = [found[-1] for page in pages if (found := re.findall(r"(\d+) \((\d+)\)", page))]
    assert numbers[-2:] == [("1", "2"), ("2", "2")]
    assert len({total for _, total in numbers[:-2]}) == 1
    with pdfplumber.open(io.BytesIO(printed[look.name])) as opened:
        lying = [
            "Studiecirkel" in text for page, text in zip(opened.pages, pages, strict=True) if page.width > page.height
        ]
    assert lying
    assert all(lying)


@needs_writer
def test_alone_or_among_others_the_bytes_are_the_same(printed: dict[str, bytes]) -> None:
    look = LOOKS[-1]
    assert writer.typeset(plain_document(content()), look, 7) == printed[look.name]


@needs_writer
def test_words_that_are_not_in_the_pdf_are_told(printed: dict[str, bytes]) -> None:
    document, pdf = plain_document(content()), printed[LOOKS[0].name]
    assert proof.lost_passages(document, pdf) == []
    document["blocks"].append({"type": "paragraph", "runs": [{"t": "text", "s": "En rad som ingen har satt"}]})
    assert proof.lost_passages(document, pdf) == ["En rad som ingen har satt"]


@pytest.mark.parametrize(
    ("passage", "stands"),
    [
        ("Kommunens egen finansiering", True),
        ("Kommunens egna finansiering", False),
        ("samverkan", True),
        ("Studie\u00adcirkel", True),
        ("Återsamling", False),
    ],
)
def test_what_a_page_end_parts_is_not_lost(monkeypatch: pytest.MonkeyPatch, passage: str, stands: bool) -> None:
    monkeypatch.setattr(
        proof, "text_of", lambda pdf: "3 Kommunens egen 52 500 1 (2)\nfinansiering sam-\nSida 2 verkan Studiecirkel"
    )
    document = {"blocks": [{"type": "heading", "words": passage}]}
    assert proof.lost_passages(document, b"") == ([] if stands else [passage])


def test_a_document_that_lost_words_is_printed_anew_with_simpler_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    seed = next(seed for seed in range(99) if design_of(LOOKS[0], seed).table.whole_rows)
    tried: list[list[tuple[str, bool]]] = []

    def print_some(documents: list[Plain], designs: list[Design]) -> list[bytes]:
        tried.append([(each["name"], design.table.whole_rows) for each, design in zip(documents, designs, strict=True)])
        return [
            f"{each['name']} {design.table.whole_rows}".encode()
            for each, design in zip(documents, designs, strict=True)
        ]

    monkeypatch.setattr(writer, "missing", lambda: None)
    monkeypatch.setattr(writer, "_printed", print_some)
    monkeypatch.setattr(writer, "lost_passages", lambda document, pdf: ["rad"] if pdf == b"short True" else [])
    documents = [({"name": name}, LOOKS[0], seed) for name in ("whole", "short")]

    assert writer.typeset_many(documents) == [b"whole True", b"short False"]
    assert tried == [[("whole", True), ("short", True)], [("short", False)]]

    monkeypatch.setattr(writer, "lost_passages", lambda document, pdf: ["rad"])
    with pytest.raises(ProducerError, match="lost words of 'whole'"):
        writer.typeset_many(documents)


def test_an_unknown_look_is_refused() -> None:
    stranger = Look("typst-plan", "modern", "typst", EVERYTHING)
    with pytest.raises(ProducerError, match="typst-plan"):
        writer.typeset(plain_document(content()), stranger, 1)


def test_where_libreoffice_is_missing_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda program: None)
    assert "libreoffice-writer" in (writer.missing() or "")
    with pytest.raises(ProducerError, match="libreoffice-writer"):
        writer.typeset(plain_document(content()), LOOKS[0], 1)


def test_a_program_that_fails_or_hangs_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ProducerError, match="stopped"):
        office._run(["sh", "-c", "exit 3"], {"PATH": "/usr/bin:/bin"}, 5)
    with pytest.raises(ProducerError, match="did not finish"):
        office._run(["sh", "-c", "sleep 60"], {"PATH": "/usr/bin:/bin"}, 1)


@pytest.mark.parametrize(
    ("shares", "needs", "widths"),
    [
        ([1, 1], [10, 10], [50, 50]),
        ([1, 1], [10, 70], [30, 70]),
        ([2, 1, 1], [10, 30, 10], [46, 30, 24]),
        ([1, 1], [60, 60], None),
    ],
)
def test_columns_get_what_they_need(shares: list[float], needs: list[float], widths: list[float] | None) -> None:
    found = measure.fit_columns(shares, needs, 100)
    assert found == (None if widths is None else pytest.approx(widths, abs=1.5))
