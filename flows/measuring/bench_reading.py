"""Plankoll's reading as the benchmark runs it: a PDF file to the texts of its tables."""

import hashlib
from pathlib import Path

from extractors.reading import read_file
from flows.files.collecting import collect_seldom
from models.blocks import Table

collect_seldom()  # as in the processes that a run reads files in


def tables(path: Path) -> list[list[list[str]]]:
    """Every table that reading finds, in reading order, as printed: the marks of footnotes stand behind their cells.

    Raises IntakeError where the file cannot be read.

    The whole of reading is done, words, layout and all: that is what takes the time that is measured.
    """
    read = read_file(path, hashlib.sha256(path.read_bytes()).hexdigest(), path.name)
    return [_as_printed(block) for block in read.blocks if isinstance(block, Table)]


def _as_printed(table: Table) -> list[list[str]]:
    grid = table.grid()
    for cell in table.cells:
        grid[cell.row][cell.col] += cell.marks
    return grid
