"""The looks that Typst makes: every word printed, the same bytes, and what is said where something is missing."""

import os
import re
import subprocess
import sys
from collections import Counter
from decimal import Decimal
from io import BytesIO

import pdfplumber
import pypdfium2
import pytest

from corpus.generator.blocks import (
    Activity,
    Boxed,
    Bullets,
    Column,
    Contents,
    Cover,
    Form,
    FormSection,
    Goal,
    Heading,
    Item,
    Landscape,
    Letterhead,
    Note,
    PageBreak,
    Paragraph,
    Question,
    Row,
    RunIn,
    Signature,
    Strong,
    Table,
)
from corpus.generator.content import Content, Facts
from corpus.generator.figures import BARE, KRONOR, money
from corpus.generator.looks.look import Look, ProducerError
from corpus.generator.looks.typst_looks import LOOKS, missing, typeset, typesetting
from corpus.generator.looks.typst_looks.choosing import choose
from corpus.generator.looks.typst_looks.fonts import FACES, files_of
from corpus.generator.looks.typst_looks.looks import template_of
from corpus.generator.looks.typst_looks.measuring import with_longest_words
from corpus.generator.looks.typst_looks.offers import LOOK_OFFERS, OFFERS
from corpus.generator.plain import plain_document
from tests.places import ROOT

NAMES = [look.name for look in LOOKS]
BY_NAME = {look.name: look for look in LOOKS}
needs_typst = pytest.mark.skipif(missing() is not None, reason=missing() or "")
SPACES = re.compile(r"[\s\u00ad-]")


def planned(key, value, style=BARE):
    return money(key, Decimal(value), ("planned",), style)


def table_of(prefix):
    return Table(
        key=prefix,
        caption="Tabell 1. Satsningar",
        columns=(
            Column("Verksamhet", width=2),
            Column("Mål", width=3),
            Column("År", "mark"),
            Column("Belopp", "figure"),
        ),
        groups=(("Vad", 2), ("När och hur mycket", 2)),
        rows=(
            Row((("Tidigt stöd",), (), (), ()), "section"),
            Row(
                (
                    ("Öppenvård",),
                    (Goal(("Fler får stöd i tid",)), Note("Räknat per år.")),
                    ("x",),
                    (planned(f"{prefix}1", 51000),),
                )
            ),
            Row((("Skola",), ("Trygghet",), ("x",), (planned(f"{prefix}2", 1250000),))),
            Row((("Delsumma",), (), (), (planned(f"{prefix}3", 1301000),)), "subtotal"),
            Row((("Totalt",), (), (), (planned(f"{prefix}4", 1301000),)), "total"),
            Row((("varav gemensamt",), (), (), (planned(f"{prefix}5", 3000),)), "breakdown"),
        ),
        sum_line=("= ", planned(f"{prefix}6", 1301000)),
    )


FORM = Form(
    (
        FormSection(
            "Sökande",
            (
                Question("Kommun", ("Rättvik",), number="1"),
                Question("Nämnd", None, number="2", hint="Den nämnd som svarar"),
                Question("E-post", ("registrator.socialnamnden@exempelkommun.example",), number="3"),
                Question("Erhållet belopp", (planned("form1", 955473, KRONOR),), "figure", number="4"),
                Question("Har medlen använts?", ("Delvis",), "choice", number="5a", choices=("Ja", "Nej", "Delvis")),
                Question(
                    "Hur har ni arbetat?",
                    ("Genom samverkan mellan nämnder",),
                    "choice",
                    choices=("Genom samverkan mellan nämnder", "På annat sätt än ovan"),
                ),
                Question("Beskriv arbetet", ("Grupper har startats i två områden. " * 3,), "long", number="6"),
            ),
        ),
    )
)
HEADLESS = Table(
    "headless",
    "",
    (Column("", width=1), Column("", width=2)),
    (Row((("Ort",), ("Örebro",))), Row((("Län",), ("Örebro län",)))),
    headless=True,
)
ITEMS = Bullets((Item(("Första",)), Item((Strong("Andra: "), "text"), (Item(("Under den",)),))))
CONTENT = Content(
    name="every-block",
    kind="packet",
    facts=Facts("action_plan", "Plan för psykisk hälsa"),
    running_head="Plan 2024–2026",
    running_foot="Box 12, 795 00 Exempelby",
    page_number="Sida {page} av {pages}",
    blocks=(
        Cover("Plan för psykisk hälsa", "En gemensam plan", ("Antagen 2023-12-04",)),
        Contents(),
        Heading("Inledning", 1, "1"),
        Paragraph(("Läget är känt", Note("Rapport 2019."), " sedan länge, med ", planned("p1", 2000000, KRONOR), ".")),
        Heading("Barn", 2, "1.1"),
        RunIn("Mål:", (Goal(("Fler mår bra",), "long_term"), ".")),
        Heading("Aktiviteter", 3),
        ITEMS,
        Heading("2024", 4),
        Bullets((Item((Activity(("Utbilda personal",)),)),), ordered=True),
        Boxed("I korthet", (Paragraph(("Ruta",)), ITEMS, HEADLESS)),
        table_of("a"),
        Landscape((Heading("Bilaga", 1), table_of("b"))),
        PageBreak(restart=True),
        Letterhead(
            "Rättviks kommun",
            "Socialförvaltningen",
            "TJÄNSTESKRIVELSE",
            "2025-02-12",
            "SN 2025:14",
            "Nämnden",
            ("Karin Ekdahl",),
        ),
        Heading("Redovisning", 1),
        FORM,
        PageBreak(),
        Signature("Rättvik 2025-02-12", "Karin Ekdahl", "socialchef"),
    ),
)
DOCUMENT = plain_document(CONTENT)


def printed(node):
    """Every string of a plain block that is to be printed, once for each time."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for each in node:
            yield from printed(each)
    elif isinstance(node, dict):
        silent = {"type", "t", "ticked"}
        if node.get("type") != "letterhead":
            silent.add("kind")
        if "cells" in node:
            silent.add("role")
        if node.get("choices"):
            silent.add("answer")
        for name, each in node.items():
            if name not in silent:
                yield from printed(each)


def squeezed(words):
    return SPACES.sub("", words)


WANTED = [squeezed(words) for words in printed(DOCUMENT["blocks"]) if words.strip()]


def pdf_of(name, seed=1, document=DOCUMENT):
    return typeset(document, BY_NAME[name], seed)


def letters_by_pdfium(pdf):
    document = pypdfium2.PdfDocument(pdf)
    try:
        return squeezed("".join(page.get_textpage().get_text_range() for page in document))
    finally:
        document.close()


def page_texts(pdf):
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


@needs_typst
@pytest.mark.parametrize("name", NAMES)
def test_a_look_prints_every_word_on_the_page_and_both_readers_see_it(name):
    pdf = pdf_of(name)

    with pdfplumber.open(BytesIO(pdf)) as opened:
        pages = [(page.width, page.height, page.chars) for page in opened.pages]

    # In the order in which letters are drawn a cell's words stand together.
    by_pdfplumber = squeezed("".join(letter["text"] for _, _, letters in pages for letter in letters))
    outside = [
        letter["text"]
        for width, height, letters in pages
        for letter in letters
        if letter["x0"] < 0 or letter["x1"] > width or letter["top"] < 0 or letter["bottom"] > height
    ]
    assert [words for words in WANTED if words not in by_pdfplumber] == []
    assert Counter("".join(WANTED)) - Counter(by_pdfplumber) == Counter()
    assert Counter("".join(WANTED)) - Counter(letters_by_pdfium(pdf)) == Counter()
    assert outside == []


@needs_typst
@pytest.mark.parametrize("name", NAMES)
def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(name):
    first = pdf_of(name, seed=5)

    assert pdf_of(name, seed=6) != first
    assert pdf_of(name, seed=5) == first


@needs_typst
def test_a_restart_begins_the_page_numbers_anew():
    pages = page_texts(pdf_of("typst-half-ruled"))
    second_part = [text for text in pages if "TJÄNSTESKRIVELSE" in text or "socialchef" in text]

    assert [re.findall(r"Sida \d+ av \d+", text) for text in second_part] == [["Sida 1 av 2"], ["Sida 2 av 2"]]
    assert f"Sida 2 av {len(pages) - 2}" in pages[1]


@needs_typst
def test_a_table_too_wide_for_its_words_stays_on_the_page_with_whole_amounts():
    figures = [planned(f"w{place}", 9876543 + place) for place in range(10)]
    table = Table(
        "wide",
        "",
        (Column("Verksamhetsområdesansvarig"), *(Column(f"{2016 + place}", "figure") for place in range(10))),
        (Row((("Suicidpreventionssamordning",), *((figure,) for figure in figures))),),
    )
    content = Content("wide", "local_plan", CONTENT.facts, (table,))

    with pdfplumber.open(BytesIO(pdf_of("typst-word-ruled", document=plain_document(content)))) as opened:
        (page,) = opened.pages
        words = page.extract_words(x_tolerance=1, keep_blank_chars=True)
        right = max(letter["x1"] for letter in page.chars)

    assert right < page.width - 50
    printed_figures = "".join(word["text"] for word in words)
    assert [figure.words for figure in figures if figure.words not in printed_figures] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_look_has_its_template_and_its_offers(name):
    assert (typesetting.TEMPLATES / template_of(BY_NAME[name])).is_file()
    assert name in LOOK_OFFERS


def test_names_are_unique_and_every_family_that_is_asked_for_is_there():
    families = {look.family for look in LOOKS}

    assert len(set(NAMES)) == len(NAMES)
    assert families >= {
        "unruled",
        "half-ruled",
        "word-ruled",
        "two-column",
        "survey",
        "form-label-above",
        "form-unboxed",
        "memo",
        "old-landsting",
        "modern",
        "landscape",
    }


@pytest.mark.parametrize("name", NAMES)
def test_a_choice_is_one_of_the_offers_and_the_seed_decides(name):
    look = BY_NAME[name]
    offers = {**OFFERS, **LOOK_OFFERS[name]}
    chosen = choose(look, 3)
    flat = {key: value for key, value in chosen.items() if key != "table"} | {
        f"table.{key}": value for key, value in chosen["table"].items()
    }

    assert flat.keys() == offers.keys()
    assert [key for key, value in flat.items() if value not in offers[key]] == []
    assert choose(look, 3) == chosen
    assert any(choose(look, seed) != chosen for seed in range(4, 8))


def test_every_offer_is_read_by_a_template():
    sources = "".join(path.read_text(encoding="utf-8") for path in typesetting.TEMPLATES.rglob("*.typ"))
    names = {name for offers in (OFFERS, *LOOK_OFFERS.values()) for name in offers}

    assert [name for name in names if not re.search(rf"\b(chosen|style)\.{name.rpartition('.')[2]}\b", sources)] == []


def test_a_column_is_measured_by_its_widest_words():
    (table,) = (block for block in with_longest_words(DOCUMENT)["blocks"] if block["type"] == "table")
    words, _, _, amounts = table["columns"]

    assert "Verksamhet" in words["longest"]
    assert "Verksamhet" not in words["firm"]
    assert "1\u00a0250\u00a0000" in amounts["firm"]


def test_a_short_row_gets_empty_cells_and_the_document_itself_is_left_alone():
    row = Row((("Summa",),), "total")
    document = plain_document(
        Content("short", "local_plan", CONTENT.facts, (Table("t", "", (Column("A"), Column("B")), (row,)),))
    )

    measured = with_longest_words(document)

    assert [len(each["cells"]) for each in measured["blocks"][0]["rows"]] == [2]
    assert [len(each["cells"]) for each in document["blocks"][0]["rows"]] == [1]


def test_an_unknown_look_is_refused():
    stranger = Look("typst-stranger", "modern", "typst", frozenset())

    with pytest.raises(ValueError, match="typst-stranger"):
        typeset(DOCUMENT, stranger, 0)


def test_what_is_missing_is_said_with_the_line_that_installs_it(monkeypatch):
    monkeypatch.setattr(typesetting, "find_spec", lambda name: None)
    monkeypatch.setattr(typesetting, "missing_packages", lambda: ["font-lato"])

    assert "pip install typst font-lato" in (missing() or "")
    with pytest.raises(ProducerError, match="pip install typst font-lato"):
        typeset(DOCUMENT, LOOKS[0], 0)


@needs_typst
def test_a_document_that_typst_cannot_set_is_named():
    broken = {**DOCUMENT, "name": "broken", "blocks": [{"type": "unheard-of"}]}

    with pytest.raises(ProducerError, match="broken, typst-unruled"):
        typeset(broken, LOOKS[0], 0)


@needs_typst
def test_a_forked_process_is_refused_where_typst_would_wait_for_ever(monkeypatch):
    pdf_of("typst-memo")
    monkeypatch.setattr(os, "getpid", lambda: -1)

    with pytest.raises(ProducerError, match="spawn"):
        pdf_of("typst-memo")


@needs_typst
@pytest.mark.parametrize("package", FACES)
def test_every_font_file_is_there(package):
    folder = files_of(package)

    assert folder is not None
    assert [name for name in FACES[package] if not (folder / name).is_file()] == []


def test_listing_the_looks_needs_no_producer():
    code = "import sys; from corpus.generator.looks.typst_looks import LOOKS; sys.exit('typst' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False)

    assert done.returncode == 0
