"""Heads that run upwards over the columns of a table without drawn cells: they are its heads, and no asides."""

from dataclasses import replace

import pytest

from extractors.layout.furniture import Furniture
from extractors.layout.joining import join_pages
from extractors.layout.page_layout import lay_out
from extractors.layout.turned_heads import with_turned_heads
from extractors.pages.geometry import Word
from extractors.text.hyphens import Vocabulary
from extractors.text.lines import Line
from models.blocks import Note, Table
from tests.layout_builders import LEFT, MEASURES, SIZE, STEP, beside, raw_page, set_line, set_right

COLUMNS = (300.0, 360.0, 420.0)
FOOT = 200.0
NAMES = ("Stämmer helt", "Stämmer delvis", "Vet inte")


def upwards(text: str, x0: float, foot: float = FOOT) -> Word:
    return Word(text, x0, foot - len(text) * SIZE / 2, x0 + SIZE, foot, SIZE, bold=True)


def row(label: str, at: int) -> Line:
    foot = FOOT + 5 + at * STEP
    figures = (set_right(f"{10 * at + i} %", x + 12, foot) for i, x in enumerate(COLUMNS))
    return beside(set_line(label, LEFT, foot), *figures)


ROWS = [row("Jag får stöd", 1), row("Jag är trygg", 2), row("Jag vet mer", 3)]
STUB = set_line("Påstående", LEFT, 165.0, bold=True)


def test_heads_that_run_upwards_are_the_tables():
    page = replace(raw_page(), turned=tuple(upwards(text, x) for text, x in zip(NAMES, COLUMNS, strict=True)))
    parts = Furniture(body=(STUB, *ROWS), running=(), numbers=(), footnotes=(), label=None)

    blocks = join_pages([lay_out(page, [], parts, MEASURES, Vocabulary())], Vocabulary())

    [table] = [block for block in blocks if isinstance(block, Table)]
    assert table.grid()[0] == ["Påstående", *NAMES]
    assert table.grid()[1] == ["Jag får stöd", "10 %", "11 %", "12 %"]
    assert not any(isinstance(block, Note) for block in blocks)


@pytest.mark.parametrize(
    "turned",
    [
        pytest.param([upwards("Diarienummer", 40.0)], id="one-at-the-margin"),
        pytest.param([upwards(x, at) for x, at in zip(NAMES, (300.0, 305.0, 420.0), strict=True)], id="two-over-one"),
        pytest.param([upwards(x, at, 120.0) for x, at in zip(NAMES, COLUMNS, strict=True)], id="far-above"),
        pytest.param([upwards(x, at) for x, at in zip(NAMES, (300.0, 335.0, 420.0), strict=True)], id="over-white"),
    ],
)
def test_other_turned_texts_stay_where_they_are(turned):
    page = replace(raw_page(), turned=tuple(turned))

    assert with_turned_heads(page, [STUB, *ROWS]) == (page, [STUB, *ROWS])
