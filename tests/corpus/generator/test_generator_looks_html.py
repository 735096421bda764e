"""The looks that WeasyPrint makes: every block and every word of it, the same bytes each time."""

import io
import logging
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pdfplumber
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.generator.blocks import (
    Boxed,
    Bullets,
    Column,
    Contents,
    Cover,
    Form,
    FormSection,
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
from corpus.generator.looks.html import LOOKS, missing, typeset, weasy
from corpus.generator.looks.html.composing import split_parts
from corpus.generator.looks.html.dress import draw, profiles
from corpus.generator.looks.html.fonts import FAMILIES, unprintable, width
from corpus.generator.looks.html.tables import lay_out, share
from corpus.generator.looks.html.templating import css_number, css_string, in_pairs
from corpus.generator.looks.look import EVERYTHING, Look, ProducerError
from corpus.generator.plain import Plain, plain_document

MONEY = Table(
    "money",
    "Tabell 1. Satsningar",
    (Column("Verksamhet", width=2), Column("Budget", "figure"), Column("Utfall", "figure"), Column("Klar", "mark")),
    (
        Row((("Förebyggande arbete",),), "section"),
        Row((("Stödgrupper för anhöriga", Note("Inklusive lokaler.")), ("120\u00a0000",), ("98\u2009500",), ("x",))),
        Row((("Delsumma",), ("120\u00a0000",), ("98\u2009500",)), "subtotal"),
        Row((("Summa",), ("120\u00a0000",), ("98\u2009500",)), "total"),
        Row((("därav lön",), ("80\u00a0000",)), "breakdown"),
    ),
    groups=(("", 1), ("Kronor", 2), ("", 1)),
    sum_line=("= 120\u00a0000",),
)
FORM = Form(
    (
        FormSection(
            "Uppgifter om mottagaren",
            (
                Question("Mottagare", ("Rättviks <kommun> & co",), number="1"),
                Question("Kontaktperson", None, number="2", hint="Den som svarar på frågor"),
                Question("Förbrukat", ("98\u00a0500 kr",), "figure", number="3"),
                Question("Återstår medel?", ("Nej",), "choice", number="4", choices=("Ja", "Nej")),
                Question("Beskrivning", ("Första raden\nAndra raden",), "long"),
            ),
        ),
    )
)
ITEMS = Bullets((Item(("Utbilda", Note("Två dagar.")), (Item(("Boka lokal",)),)), Item(("Följa upp",))))
EVERY_BLOCK = (
    Cover("Plan för psykisk hälsa", "Gemensam för länet", ("Antagen i december", "Dnr 2024/12")),
    Contents(),
    Letterhead("Rättviks kommun", "Socialkontoret", "BESLUT", "2025-02-12", "SN 2025:14", "Nämnden", ("Utredare Ek",)),
    Heading("Inledning", 1, "1"),
    Paragraph(("Samverkan har ", Strong("stärkts"), " under åren", Note("Se rapporten."), " 2023–2024.")),
    Heading("Målområde", 2, "1.1"),
    RunIn("Kortsiktigt mål:", ("Fler får hjälp tidigt.",)),
    ITEMS,
    Bullets((Item(("Ett steg",)),), ordered=True),
    Heading("Aktiviteter", 3),
    Heading("2024", 4),
    MONEY,
    Table("bare", "", (Column("a"), Column("b", "figure")), (Row((("Erhållet",), ("7",))),), headless=True),
    Boxed("Att tänka på", (Paragraph(("I rutan.",)), ITEMS)),
    FORM,
    Landscape((Heading("Bilaga", 1), Paragraph(("Liggande sida.",)))),
    Signature("Rättvik den 12 februari", "Karin Ek", "socialchef"),
    PageBreak(restart=True),
    Paragraph(("Nästa handling.",)),
)
SPACES = re.compile(r"[\s\u00ad\ufffe-]+")
"""Space and what divides words; pdfium has U+FFFE for a hyphen at a line's end."""


@pytest.fixture
def installed() -> None:
    if (reason := missing()) is not None:
        pytest.skip(reason)


def content(*blocks: Any) -> Plain:
    facts = Facts("action_plan", "Plan för psykisk hälsa")
    return plain_document(
        Content(
            "prov",
            "packet",
            facts,
            blocks,
            running_head="Huvudet",
            running_foot="Foten",
            page_number="s {page}:{pages}",
        )
    )


def look_named(name: str) -> Look:
    return next(look for look in LOOKS if look.name == name)


def page_texts(pdf: bytes) -> list[str]:
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        return [page.extract_text() for page in opened.pages]


def printed_words(value: Any) -> Iterator[str]:
    """Every word that a look must print, from the plain document."""
    if isinstance(value, str):
        yield from value.split()
    elif isinstance(value, list):
        for each in value:
            yield from printed_words(each)
    elif "t" in value:
        yield from value["s"].split()
    else:
        unprinted = {"type", "kind", "width", "level", "ticked", "restart", "ordered", "headless", "span"}
        if value.get("type") == "letterhead":
            unprinted -= {"kind"}
        if "cells" in value:
            unprinted |= {"role"}
        if value.get("headless"):
            unprinted |= {"columns"}
        for key, each in value.items():
            if key not in unprinted and each is not None:
                yield from printed_words(each)


def test_looks_are_listed_without_their_producer():
    asked = """
import sys
from corpus.generator.looks.html import LOOKS
print(len(LOOKS), {"weasyprint", "jinja2", "fontTools"} & set(sys.modules))
"""
    said = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True)
    assert said.stdout.split(maxsplit=1) == [str(len(LOOKS)), "set()\n"]


def test_every_kind_of_document_has_a_look():
    assert frozenset().union(*(look.fits for look in LOOKS)) == EVERYTHING
    assert len({look.name for look in LOOKS}) == len(LOOKS) >= 10
    assert all(look.name.startswith("html-") and look.producer == "weasyprint" for look in LOOKS)


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
def test_every_word_of_every_block_is_printed(look, caplog):
    document = content(*EVERY_BLOCK)

    with caplog.at_level(logging.WARNING, "weasyprint"):
        pdf = typeset(document, look, seed=1)

    assert caplog.records == []
    by_pdfium = "".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf))
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        by_pdfplumber = "".join(char["text"] for page in opened.pages for char in page.chars)
    for text in (by_pdfplumber, by_pdfium):
        seen = SPACES.sub("", text).casefold()
        wanted = {SPACES.sub("", word).casefold() for word in printed_words(document["blocks"])}
        assert {word for word in wanted if word not in seen} == set()


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize("name", ["html-word-ruled", "html-form-boxed"])
def test_nothing_runs_out_of_the_page_and_only_own_fonts_are_used(name):
    pdf = typeset(content(*EVERY_BLOCK), look_named(name), seed=2)

    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        for page in opened.pages:
            for char in page.chars:
                assert 0 <= char["x0"] <= char["x1"] <= page.width
                assert 0 <= char["top"] <= char["bottom"] <= page.height
                family = char["fontname"].split("+")[1].replace("-", " ")
                assert any(family.startswith(own) for own in FAMILIES)


@pytest.mark.usefixtures("installed")
def test_the_same_seed_gives_the_same_bytes_and_another_seed_others():
    document, look = content(MONEY), look_named("html-word-ruled")

    first, again, other = (typeset(document, look, seed) for seed in (3, 3, 4))

    assert first == again
    assert first != other


@pytest.mark.usefixtures("installed")
def test_page_numbers_and_notes_begin_anew_in_each_document_of_a_packet():
    note = Paragraph(("Text", Note("Noten.")))

    pages = page_texts(typeset(content(note, PageBreak(), note, PageBreak(restart=True), note), LOOKS[0], seed=1))

    assert [re.findall(r"s (\d:\d)", page) for page in pages] == [["1:2"], ["2:2"], ["1:1"]]
    assert [re.findall(r"Text(\d)", page) for page in pages] == [["1"], ["2"], ["1"]]


@pytest.mark.usefixtures("installed")
def test_a_footnote_stands_under_everything_else_of_its_page():
    pdf = typeset(content(Paragraph(("Först", Note("Noten."))), Paragraph(("Sist.",))), LOOKS[0], seed=1)

    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        tops = {word["text"]: word["top"] for word in opened.pages[0].extract_words()}
    assert tops["Noten."] > tops["Sist."] + 100


@pytest.mark.usefixtures("installed")
def test_a_row_longer_than_a_page_is_printed_to_its_end():
    long = " ".join(f"ord{n}" for n in range(800))
    table = Table("t", "", (Column("A"), Column("B", width=2)), (Row((("kort",), (long,))),))

    text = " ".join(page_texts(typeset(content(table), look_named("html-old-landsting"), seed=1)))

    assert {f"ord{n}" for n in range(800)} <= set(text.split())


def test_an_unknown_look_is_refused():
    with pytest.raises(ProducerError, match="html-none"):
        typeset(content(), Look("html-none", "memo", "weasyprint", EVERYTHING), 1)


@pytest.mark.usefixtures("installed")
def test_a_letter_that_no_font_has_is_refused():
    with pytest.raises(ProducerError, match="漢"):
        typeset(content(Paragraph(("Namn: 漢",))), LOOKS[0], 1)


@pytest.mark.usefixtures("installed")
def test_an_unknown_block_is_refused():
    with pytest.raises(ProducerError, match="picture"):
        typeset(content() | {"blocks": [{"type": "picture"}]}, LOOKS[0], 1)


def test_what_is_missing_is_told_with_what_to_install(monkeypatch):
    monkeypatch.setattr(weasy, "missing_packages", lambda: ["font-lato"])

    assert "pip install" in (missing() or "")
    assert "font-lato" in (missing() or "")
    with pytest.raises(ProducerError, match="font-lato"):
        typeset(content(), LOOKS[0], 1)


def test_weasyprint_is_missed(monkeypatch):
    monkeypatch.setitem(sys.modules, "weasyprint", None)

    assert "weasyprint" in (missing() or "")


def test_a_dress_is_drawn_by_the_seed_alone():
    profile = profiles()["html-modern"]

    assert draw(profile, 5) == draw(profile, 5)
    assert len({draw(profile, seed)["palette"] for seed in range(20)}) > 1


def test_parts_are_split_where_the_numbers_restart():
    stop, turn, text = {"type": "page_break", "restart": True}, {"type": "page_break", "restart": False}, {"type": "x"}

    assert split_parts([text, turn, text, stop, text, stop]) == [[text, turn, text], [text]]
    assert split_parts([]) == [[]]


@given(
    st.lists(st.tuples(st.floats(0.2, 9), st.floats(1, 90), st.booleans()), min_size=1, max_size=9), st.floats(40, 700)
)
def test_room_is_dealt_out_whole_and_no_one_gets_less_than_its_least(columns, room):
    weights, least, firm = (list(each) for each in zip(*columns, strict=True))

    dealt = share(room, weights, least, firm)

    assert sum(dealt) == pytest.approx(room)
    if sum(least) < room:
        assert all(got >= need - 1e-6 for got, need in zip(dealt, least, strict=True))


def test_room_that_is_just_enough_is_dealt_out_too():
    least = [1.6, 7.6, 5.2]  # their sum is a hair below 14.4

    assert share(14.4, [2.0, 2.0, 3.0], least, [False] * 3) == pytest.approx(least)


@pytest.mark.usefixtures("installed")
def test_a_column_is_as_wide_as_its_amount():
    dress = draw(profiles()["html-plain-ruled"], 1)
    table = plain_document(Content("x", "memo", Facts("memo", "x"), (MONEY,)))["blocks"][0]

    laid = lay_out(table, dress, room=260)

    amount = width("120\u00a0000", dress["body_font"], bold=True) * laid["size"]
    assert laid["widths"][1] >= amount + 2 * dress["cell_side"]
    assert sum(laid["widths"]) <= 260 + 1e-6


@pytest.mark.usefixtures("installed")
def test_letters_that_no_font_has_are_told():
    assert unprintable("Åtgärd – 1\u2009000 kr ≤ ½ ”så” ■", "Lato") == ""
    assert unprintable("ok 漢", "Lato") == "漢"


@pytest.mark.parametrize(
    ("pattern", "css"),
    [
        ("{page} ({pages})", 'counter(page) " (" counter(pages) ")"'),
        ("Sida {page}", '"Sida " counter(page)'),
        ("", ""),
    ],
)
def test_a_page_number_becomes_counters(pattern, css):
    assert css_number(pattern) == css


def test_words_in_a_style_sheet_are_escaped():
    assert css_string('a "b" \\ c\nd') == '"a \\"b\\" \\\\ c\\a d"'


def test_short_questions_stand_in_pairs():
    kinds = ["text", "figure", "text", "long", "text", "choice"]

    rows = in_pairs([{"kind": kind} for kind in kinds])

    assert [[question["kind"] for question in row] for row in rows] == [
        ["text", "figure"],
        ["text"],
        ["long"],
        ["text"],
        ["choice"],
    ]
