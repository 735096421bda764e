"""A table of contents whose heading stands in a frame or on a band of its own."""

import pytest

from extractors.layout.furniture import Furniture
from extractors.layout.page_items import NoteItem
from extractors.layout.page_layout import lay_out
from extractors.text.hyphens import Vocabulary
from tests.layout_builders import LEFT, MEASURES, RIGHT, beside, grid_of_texts, raw_page, set_line, set_right


@pytest.mark.parametrize(("heading", "n_lines"), [("Innehåll", 4), ("Deltagare", 0)])
def test_headings_with_their_pages_below_a_framed_heading_are_contents(heading, n_lines):
    rows = [("Bakgrund", "4"), ("Syfte med planen", "4"), ("Styrning", "8"), ("Insatser", "10")]
    lines = [
        beside(set_line(text, LEFT, 140 + 14 * i), set_right(page, RIGHT, 140 + 14 * i))
        for i, (text, page) in enumerate(rows)
    ]
    band = grid_of_texts([[heading]], edges=[LEFT - 4, RIGHT], bold_rows=1)
    parts = Furniture(body=tuple(lines), running=(), numbers=(), footnotes=(), label=None)

    items = lay_out(raw_page(1), [band], parts, MEASURES, Vocabulary()).items

    assert sum(isinstance(item, NoteItem) and item.note == "contents" for item in items) == n_lines
