"""What is measured: a reader of tables, known by the name of its function."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

TableTexts = list[list[str]]
"""One table as read, n_rows x n_cols; a cell that spans stands at its top left, what it covers is empty."""

ReadTables = Callable[[Path], Sequence[TableTexts]]
"""A reader: every table of a PDF file, in the order of its pages."""


@dataclass(frozen=True)
class Tool:
    """One line of the benchmark.

    reader is `module:function` of a ReadTables. It is imported in a process of its own: its module imports at its
    top all that the tool needs, so that the time to load a library counts for no file.
    """

    name: str
    reader: str
    modules: tuple[str, ...] = ()
    """Libraries that must be installed."""
    programs: tuple[str, ...] = ()
    """Programs that must be on the search path."""

    def missing(self) -> tuple[str, ...]:
        """The libraries and programs that it needs and that are not here."""
        return (
            *(module for module in self.modules if find_spec(module) is None),
            *(program for program in self.programs if shutil.which(program) is None),
        )
