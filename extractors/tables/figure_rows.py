"""Lines that end in figures, two or more: the rows of a table of statistics, as its heads and sections are not."""

import re
from collections.abc import Sequence

from extractors.pages.geometry import Word
from extractors.tables.cell_text import is_year
from extractors.tables.gutters import WORD_SPACE
from extractors.text.lines import Line

_FIGURE = re.compile(r"^[(\[=+\-–−<>~±]*[$€£]?\d[\d.,'’/:]*[%)\]*†‡]{0,3}$")
_NOTHING = re.compile(r"^(?:[-–—−.…:]{1,3}|\([A-Z]{1,2}\)|n\.?[av]\.?|N/?A|[xX])$")
"""What stands where a figure is nil, unknown or withheld."""
_GROUP = re.compile(r"^\d{3}[.,]?\d*[)%]?$")
_GROUP_LENGTH = 4
"""Signs in a group of thousands, with its sign or its bracket."""
_FEW = 2
"""Figures on a line from which it is a row of them."""


def figures_of(line: Line) -> list[tuple[Word, ...]]:
    """The figures that the line ends in, from the left; a figure's groups of thousands are one."""
    found: list[tuple[Word, ...]] = []
    for word in reversed(line.words):
        if found and _goes_on(word, found[0][0]):
            found[0] = (word, *found[0])
        elif _FIGURE.match(word.text) or _NOTHING.match(word.text):
            found.insert(0, (word,))
        else:
            break
    return found


def is_figure_row(line: Line) -> bool:
    """True where the line ends in two figures or more that are not all years, as those of a head are."""
    figures = figures_of(line)
    told = [f for f in figures if any(ch.isdigit() for w in f for ch in w.text)]
    head = len(figures) == len(told) and all(len(f) == 1 and is_year(f[0].text) for f in figures)
    return len(figures) >= _FEW and bool(told) and not head


def figure_rows(lines: Sequence[Line]) -> list[int]:
    """Which of the lines are rows of figures."""
    return [i for i, line in enumerate(lines) if is_figure_row(line)]


def _goes_on(word: Word, after: Word) -> bool:
    """True where `after` is the next group of the number that `word` begins or is within."""
    near = after.x0 - word.x1 < WORD_SPACE * word.size
    return near and bool(_GROUP.match(after.text)) and word.text[-1:].isdigit() and len(word.text) <= _GROUP_LENGTH
