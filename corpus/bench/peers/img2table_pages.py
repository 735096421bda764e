"""img2table: tables found in the pages' pictures, their words from the file's text; no OCR."""

from importlib import import_module
from pathlib import Path
from typing import Any, Final

from corpus.bench.tools import TableTexts

# By name: what the type checker says must not depend on whether an optional library is installed.
_document: Final[Any] = import_module("img2table.document")


def every_table(path: Path) -> list[TableTexts]:
    """Bordered tables and, since half of the documents' have no borders, borderless ones."""
    pages = _document.PDF(src=str(path)).extract_tables(borderless_tables=True)
    return [_texts(table) for page in sorted(pages) for table in pages[page]]


def _texts(table: Any) -> TableTexts:
    """A cell that spans is given again for each place that it covers, with the same box: only the first counts."""
    met = set()
    texts = []
    for row in table.content.values():
        line = []
        for cell in row:
            box = (cell.bbox.x1, cell.bbox.y1, cell.bbox.x2, cell.bbox.y2)
            line.append("" if box in met else cell.value or "")
            met.add(box)
        texts.append(line)
    return texts
