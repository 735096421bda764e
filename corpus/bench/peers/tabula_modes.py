"""tabula-java through tabula-py, on all pages; its cells as they are, not as frames with a guessed head."""

from importlib import import_module
from pathlib import Path
from typing import Any, Final

from corpus.bench.tools import TableTexts

# By name: what the type checker says must not depend on whether an optional library is installed.
_tabula: Final[Any] = import_module("tabula")


def guessed(path: Path) -> list[TableTexts]:
    """The method chosen by page, the regions guessed: the default."""
    return _read(path)


def lattice(path: Path) -> list[TableTexts]:
    """Drawn lines."""
    return _read(path, lattice=True)


def stream(path: Path) -> list[TableTexts]:
    """White space between words."""
    return _read(path, stream=True)


def _read(path: Path, **mode: bool) -> list[TableTexts]:
    tables = _tabula.read_pdf(path, pages="all", output_format="json", silent=True, **mode)
    return [[[cell["text"] for cell in row] for row in table["data"]] for table in tables]
