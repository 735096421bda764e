"""pdfplumber by its own table finder. Pages are closed as they are done with: else a long file takes gigabytes."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pdfplumber
from pdfplumber.page import Page

from corpus.bench.tools import TableTexts

_BY_TEXT: Final = {"vertical_strategy": "text", "horizontal_strategy": "text"}


def lines(path: Path) -> list[TableTexts]:
    """Tables between drawn lines: the default."""
    return [table for page in _pages(path) for table in _filled(page.extract_tables())]


def text(path: Path) -> list[TableTexts]:
    """Tables by how words stand in line."""
    return [table for page in _pages(path) for table in _filled(page.extract_tables(_BY_TEXT))]


def words_and_lines(path: Path) -> list[TableTexts]:
    """As lines, and every page's words too: what a reader of whole documents needs of it."""
    tables = []
    for page in _pages(path):
        page.extract_words()
        tables += _filled(page.extract_tables())
    return tables


def _pages(path: Path) -> Iterator[Page]:
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            yield page
            page.close()


def _filled(tables: list[list[list[str | None]]]) -> list[TableTexts]:
    """With an empty text where a span covers a cell."""
    return [[[cell or "" for cell in row] for row in table] for table in tables]
