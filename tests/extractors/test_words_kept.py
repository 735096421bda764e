"""No word is lost between the page and its blocks, none comes twice, and none stands over its cell's edge unsaid."""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.layout.furniture import Furniture
from extractors.layout.joining import join_pages
from extractors.layout.page_items import AnswerItem, Item, NoteItem, TableItem, TextItem
from extractors.layout.page_layout import lay_out
from extractors.pages.geometry import Box, RuledGrid, Word
from extractors.reading import read_file
from extractors.sheets import read_pages
from extractors.tables.ruled_tables import grid_of
from extractors.text.hyphens import Vocabulary
from extractors.text.lines import Line
from extractors.text.printed_lines import lines_of
from models.blocks import Block, ListItem, Note, Table
from tests.layout_builders import LEFT, MEASURES, raw_page, set_words
from tests.places import ROOT

SAMPLES = sorted((ROOT / "corpus" / "samples" / "pdf").glob("*.pdf"))
OVER_EDGE = 2.5
"""Points that a word may reach over its cell's edge."""
TEXTS = ["Kurs", "Stöd till unga", "45 000", "Summa", "2024", "skolan och", "x"]


def letters(texts: Iterable[str]) -> Counter[str]:
    return Counter(c for text in texts for c in unicodedata.normalize("NFKC", text) if c.isalnum())


def texts_of(block: Block) -> list[str]:
    if isinstance(block, Table):
        return [cell.text for cell in block.cells]
    return [block.marker, block.text] if isinstance(block, ListItem) else [block.text]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_files_words_are_its_blocks_but_for_repeated_heads_and_marks(path):
    blocks = read_file(path, "0" * 64, path.name).blocks
    printed = letters(w.text for page in read_pages(path) for w in (*page.words, *page.turned))

    read = letters(text for block in blocks for text in texts_of(block))
    heads = letters(
        cell.text
        for table in blocks
        if isinstance(table, Table)
        for cell in table.cells
        if cell.role == "header"
        for _ in table.places[1:]
    )
    marks = 2 * sum(isinstance(b, Note) and b.note == "footnote" for b in blocks)
    lost = printed - read

    assert not read - printed
    assert sum(n for letter, n in (lost - heads).items() if letter.isdigit()) <= marks
    assert not any(letter.isalpha() for letter in lost - heads)


def lines_in(item: Item) -> list[Line]:
    if isinstance(item, TextItem):
        return item.draft.lines
    if isinstance(item, TableItem):
        return [line for grid in item.table.grids for cell in grid.cells for line in cell.lines]
    if isinstance(item, AnswerItem):
        return [*item.label.lines, *item.value.lines]
    return list(item.lines) if isinstance(item, NoteItem) else []


rows_of_texts = st.lists(
    st.tuples(
        st.lists(
            st.tuples(st.sampled_from(TEXTS), st.integers(0, 42)), min_size=1, max_size=4, unique_by=lambda t: t[1]
        ),
        st.sampled_from([12, 13, 15, 22]),
    ),
    min_size=1,
    max_size=14,
)
"""Rows of texts with where they begin, in tens of points, and the step to the next row."""


def placed(rows) -> list[Word]:
    """The words of the texts, those left out that would stand over others."""
    words: list[Word] = []
    bottom = 100.0
    for texts, step in rows:
        reach = LEFT
        for text, at in sorted(texts, key=lambda t: t[1]):
            x0 = LEFT + 10.0 * at
            if x0 >= reach:
                words += set_words(text, x0, bottom)
                reach = words[-1].x1 + 3.0
        bottom += step
    return words


@given(rows=rows_of_texts, rules=st.sets(st.integers(7, 24), max_size=6), drawn=st.booleans())
def test_each_word_of_a_page_is_in_one_place_and_in_its_cell_or_the_table_says_so(rows, rules, drawn):
    words = placed(rows)
    box = Box(LEFT - 2, 88.0, LEFT + 452, 140.0)
    edges = [box.x0, box.x0 + 150.0, box.x0 + 300.0, box.x1]
    cells = tuple(Box(a, top, b, top + 26.0) for top in (88.0, 114.0) for a, b in pairwise(edges))
    found = grid_of(1, RuledGrid(box, cells), words) if drawn else None
    grids = [found] if found is not None else []
    body = lines_of(w for w in words if not any(grid.box.holds(w) for grid in grids))
    page = raw_page(rules=[Box(LEFT, 13.0 * y, LEFT + 450, 13.0 * y + 0.5) for y in sorted(rules)])
    parts = Furniture(body=tuple(body), running=(), numbers=(), footnotes=(), label=None)

    layout = lay_out(page, grids, parts, MEASURES, Vocabulary())
    tables = [block for block in join_pages([layout], Vocabulary()) if isinstance(block, Table)]

    kept = Counter(w for item in layout.items for line in lines_in(item) for w in line.words)
    assert kept == Counter(words)
    items = [item.table for item in layout.items if isinstance(item, TableItem) and item.frame is None]
    for draft, table in zip(items, tables, strict=True):
        over = [
            w
            for grid in draft.grids
            for cell in grid.cells
            for line in cell.lines
            for w in line.words
            if w.x0 < cell.box.x0 - OVER_EDGE or w.x1 > cell.box.x1 + OVER_EDGE
        ]
        assert not over or table.doubt is not None
