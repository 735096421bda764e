"""What a document is called: its largest heading, unless that is a body's name alone."""

import pytest

from extractors.documents.titles import title_of
from models.blocks import Block, Heading, Paragraph
from models.place import Place


def heading(text: str, top: float, size: float) -> Heading:
    return Heading(text=text, places=(Place(page=1, x0=70, top=top, x1=400, bottom=top + size),), level=1, size=size)


@pytest.mark.parametrize(
    ("largest", "title"),
    [
        ("Bokslut 2023, Vansbro kommun", "Bokslut 2023, Vansbro kommun"),
        ("Årsredovisning 2022, Region Dalarna", "Årsredovisning 2022, Region Dalarna"),
        ("Vansbro kommun", "Utfall för året"),
        ("Upplands Väsby kommun", "Utfall för året"),
    ],
)
def test_a_bodys_name_with_a_year_or_a_comma_is_more_than_its_letterhead(largest: str, title: str):
    blocks: list[Block] = [
        heading(largest, 60, 20),
        heading("Utfall för året", 110, 14),
        Paragraph(
            text="Nämnderna redovisar ett överskott. " * 8,
            places=(Place(page=1, x0=70, top=140, x1=400, bottom=190),),
            size=11,
        ),
    ]

    assert title_of(blocks) == title


@pytest.mark.parametrize(
    ("subtitle", "joined"),
    [
        ("Handlingsplan för psykisk hälsa 2026–2028", True),
        ("Ungas hälsa i siffror 2026", True),
        ("Antagen av kommunstyrelsen i maj 2026", False),
        ("Så arbetar vi", False),
    ],
)
def test_a_small_subtitle_that_tells_what_a_named_document_is_goes_on_with_the_title(subtitle: str, *, joined: bool):
    blocks: list[Block] = [
        heading("Steg för steg", 60, 24),
        heading(subtitle, 92, 12),
        heading("Läget i dag", 200, 15),
        Paragraph(text="Här bor få. " * 40, places=(Place(page=1, x0=70, top=230, x1=400, bottom=290),), size=11),
    ]

    assert title_of(blocks) == (f"Steg för steg {subtitle}" if joined else "Steg för steg")


def test_a_small_heading_set_as_others_is_no_subtitle():
    blocks: list[Block] = [
        heading("Steg för steg", 60, 24),
        heading("Planen för 2026", 92, 12),
        heading("Planen för 2027", 120, 12),
    ]

    assert title_of(blocks) == "Steg för steg"


def test_who_decided_on_a_document_is_no_part_of_its_title():
    blocks: list[Block] = [
        heading("Folkhälsoplan för Ekby 2026–2030", 60, 24),
        heading("Antagen av kommunfullmäktige den 21 februari 2026", 92, 20),
    ]

    assert title_of(blocks) == "Folkhälsoplan för Ekby 2026–2030"


def test_what_heads_a_proposal_is_no_part_of_the_title():
    blocks: list[Block] = [heading("Fördelning av odlingslotter 2024", 60, 14), heading("Nämndens förslag", 78, 13)]

    assert title_of(blocks) == "Fördelning av odlingslotter 2024"
