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
