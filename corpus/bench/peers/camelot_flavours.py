"""camelot by each of its methods, on all pages."""

from importlib import import_module
from pathlib import Path
from typing import Any, Final

from corpus.bench.tools import TableTexts

# By name: what the type checker says must not depend on whether an optional library is installed.
_camelot: Final[Any] = import_module("camelot")


def lattice(path: Path) -> list[TableTexts]:
    """Lines found in the page's picture."""
    return _read(path, "lattice")


def stream(path: Path) -> list[TableTexts]:
    """White space between words."""
    return _read(path, "stream")


def network(path: Path) -> list[TableTexts]:
    """How the words' edges and middles stand in line."""
    return _read(path, "network")


def hybrid(path: Path) -> list[TableTexts]:
    """The two together: network and lattice."""
    return _read(path, "hybrid")


def _read(path: Path, flavor: str) -> list[TableTexts]:
    return [table.data for table in _camelot.read_pdf(str(path), pages="all", flavor=flavor)]
