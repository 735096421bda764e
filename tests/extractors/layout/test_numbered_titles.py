"""A section's number that stands at a tab from its title."""

from dataclasses import replace

import pytest

from extractors.layout.furniture import Furniture
from extractors.layout.joining import join_pages
from extractors.layout.page_layout import lay_out
from extractors.text.hyphens import Vocabulary
from extractors.text.measures import Measures
from models.blocks import Block
from tests.layout_builders import LEFT, MEASURES, SIZE, STEP, beside, full_line, raw_page, set_line


def blocks_of(
    number: str, title: str, *, size: float = SIZE, bold: bool = False, all_bold: bool = False
) -> list[Block]:
    """A line of running text, one with the number and the title, and text again."""
    measures: Measures = replace(MEASURES, bold=all_bold)
    top, below = 100.0, 100.0 + 3 * STEP
    parts = [
        set_line(number, LEFT, below, size=size, bold=bold),
        set_line(title, LEFT + 40, below, size=size, bold=bold),
    ]
    lines = (full_line(bottom=top), beside(*parts), full_line(bottom=below + 2 * STEP))
    furniture = Furniture(body=lines, running=(), numbers=(), footnotes=(), label=None)
    return join_pages([lay_out(raw_page(), (), furniture, measures, Vocabulary())], Vocabulary())


@pytest.mark.parametrize("number", ["4", "4.2", "4.2.1", "4."])
@pytest.mark.parametrize(("size", "bold"), [(14.0, True), (14.0, False), (SIZE, True)])
def test_a_number_and_its_title_are_one_heading(number: str, size: float, bold: bool) -> None:
    found = blocks_of(number, "Mobilt team dygnet runt", size=size, bold=bold)

    assert [(b.kind, b.text) for b in found][1] == ("heading", f"{number} Mobilt team dygnet runt")


@pytest.mark.parametrize(
    ("number", "title", "style"),
    [
        ("4.2", "Mobilt team dygnet runt", {}),
        ("4.2", "Mobilt team dygnet runt", {"bold": True, "all_bold": True}),
    ],
)
def test_other_short_texts_side_by_side_are_none(number: str, title: str, style: dict[str, bool]) -> None:
    assert "heading" not in {b.kind for b in blocks_of(number, title, **style)}


def test_what_is_proposed_behind_att_at_the_margin_is_read_line_by_line() -> None:
    texts = ["godkänna redovisningen,", "återbetala det som är kvar och", "lägga den till handlingarna."]
    proposed = [
        beside(set_line("att", LEFT, 140 + 2 * STEP * n), set_line(text, LEFT + 40, 140 + 2 * STEP * n))
        for n, text in enumerate(texts)
    ]
    parts = Furniture(body=(full_line(bottom=100), *proposed), running=(), numbers=(), footnotes=(), label=None)

    blocks = join_pages([lay_out(raw_page(), (), parts, MEASURES, Vocabulary())], Vocabulary())

    assert " ".join(block.text for block in blocks[1:]) == " ".join(f"att {text}" for text in texts)
