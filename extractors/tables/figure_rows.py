"""Lines that end in figures, two or more: the rows of a table of statistics, as its heads and sections are not."""

import re
from collections.abc import Sequence

from extractors.pages.geometry import Word
from extractors.tables.cell_text import is_year
from extractors.tables.line_parts import CURRENCY_SIGNS, WORD_SPACE
from extractors.text.lines import Line, segments

_FIGURE = re.compile(r"^[(\[=+\-–−<>~±]*[$€£]?\d[\d.,'’/:]*[%)\]*†‡]{0,3}$")
_NOTHING = re.compile(r"^(?:[-–—−.…:]{1,3}|\([A-Z]{1,2}\)|n[./]?[av]\.?|N/?A|[xX])$")
"""What stands where a figure is nil, unknown or withheld."""
_FEW = 2
"""Figures on a line from which it is a row of them."""


def is_nil(text: str) -> bool:
    """True for what stands where a figure is nil, unknown or withheld: a dash, `n.a.`."""
    return _NOTHING.match(text) is not None


def figures_of(line: Line) -> list[tuple[Word, ...]]:
    """The figures that the line ends in, from the left; words no farther apart than those of a text are one."""
    found: list[tuple[Word, ...]] = []
    for text in reversed(segments(line, WORD_SPACE * line.size)):
        if found and all(w.text in CURRENCY_SIGNS for w in text.words):
            found[0] = (*text.words, *found[0])
        elif all(_FIGURE.match(w.text) or _NOTHING.match(w.text) or w.text in CURRENCY_SIGNS for w in text.words):
            if any(w.text not in CURRENCY_SIGNS for w in text.words):
                found.insert(0, text.words)
        else:
            break
    return found


def is_figure_row(line: Line) -> bool:
    """True where the line ends in two figures or more, but for a head of years or of the columns' numbers."""
    figures = figures_of(line)
    texts = ["".join(w.text for w in figure) for figure in figures]
    told = any(ch.isdigit() for text in texts for ch in text)
    return len(figures) >= _FEW and told and not all(map(is_year, texts)) and not are_numbers_of_columns(texts)


def are_numbers_of_columns(texts: Sequence[str]) -> bool:
    """True for (1), (2), (3) and so on: they number two columns or more."""
    return len(texts) >= _FEW and [text.strip("()[].") for text in texts] == [str(i + 1) for i in range(len(texts))]


def figure_rows(lines: Sequence[Line]) -> list[int]:
    """Which of the lines are rows of figures."""
    return [i for i, line in enumerate(lines) if is_figure_row(line)]
