"""Where a column's text goes on from line to line, and where it breaks off: there the next cell or paragraph begins."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from extractors.tables.cut_lines import CutLine
from extractors.tables.figure_rows import is_nil
from extractors.text.lines import Line

Break = Literal["within", "full", "free"]
"""A text goes on over the line's end (`within`), may do so as nothing more fitted (`full`), or ends there (`free`)."""
_SLACK = 1.0
"""Points: a word that would have fitted by less may not have fitted."""
_SEVERAL = 4
"""Lines that tell how a column's cells are written."""
_SPACE = 0.25
"""White between two words, as a share of the type size."""


class CellBreaks:
    """What the breaks between a region's printed lines tell, column by column.

    How far its lines reach is known of a column in which a text goes on from line to line. A line ends of its own
    accord where the first word of the next would have fitted on it.
    """

    def __init__(self, rows: Sequence[CutLine]) -> None:
        self._rows = rows
        self._above: list[dict[int, int]] = []
        """For each line and each of its filled columns the line with the text above, if any."""
        last: dict[int, int] = {}
        for i, row in enumerate(rows):
            self._above.append({col: last[col] for col in row.filled() if col in last})
            last |= dict.fromkeys(row.filled(), i)
        self._values = [_values(column) for column in self._columns()]
        self._in_lower = {col for col in range(1, len(self._values)) if self._is_in_lower(col)}
        flowing = {col for i, above in enumerate(self._above) for col, j in above.items() if self._goes_on(col, j, i)}
        self._found: dict[tuple[int, int], Break] = {}
        """What was told of a line's column before: rows are asked for in many ways."""
        self._reach = {col: max(row.cells[col][-1].x1 for row in rows if row.cells[col]) for col in flowing}

    def at(self, i: int, col: int, first: int = 0) -> Break | None:
        """The break before the column's text on line i; None where there is none, or none above it from `first` on."""
        above = self._above[i].get(col)
        if above is None or above < first:
            return None
        if (i, col) not in self._found:
            full: Break = "full" if self._is_full(col, above, i) else "free"
            self._found[i, col] = "within" if self._goes_on(col, above, i) else full
        return self._found[i, col]

    def beside(self, i: int, first: int = 0) -> set[Break]:
        """The breaks before the texts of line i that stand beside its label."""
        return {b for col in self._rows[i].filled() if col > 0 and (b := self.at(i, col, first))}

    def several_begin(self, stretch: Sequence[int]) -> bool:
        """True where on one line a label and texts beside it may begin anew, one surely does, and none goes on."""
        found = [(self.at(i, 0, stretch[0]), self.beside(i, stretch[0])) for i in stretch[1:]]
        return any(
            label and beside and "within" not in {label, *beside} and "free" in {label, *beside}
            for label, beside in found
        )

    def tears(self, groups: Sequence[Sequence[int]]) -> bool:
        """True where a text goes on over most of the places where the rows part."""
        starts = [group[0] for group in groups[1:]]
        torn = [i for i in starts if any(self.at(i, col) == "within" for col in self._rows[i].filled())]
        return 2 * len(torn) > len(starts)

    def unlikeliness(self, groups: Sequence[Sequence[int]]) -> int:
        """How much speaks against the rows: texts that they part and that go on, labels within them that begin anew."""
        starts = [group[0] for group in groups[1:]]
        parted = [b for i in starts for col in self._rows[i].filled() if (b := self.at(i, col))]
        inner = [b for group in groups for i in group[1:] if (b := self.at(i, 0))]
        return 2 * parted.count("within") + parted.count("full") + inner.count("full") + 2 * inner.count("free")

    def _columns(self) -> list[list[str]]:
        """The texts of each column's filled lines, from the top."""
        n_cols = len(self._rows[0].cells) if self._rows else 0
        return [[row.text(col) for row in self._rows if row.cells[col]] for col in range(n_cols)]

    def _is_in_lower(self, col: int) -> bool:
        """True where the column's cells are written in lower case: beside those lines labels begin, all in capitals."""
        labels = [row.text(0) for row in self._rows if row.text(col)[:1].islower()]
        return len(labels) >= _SEVERAL and all(label[:1].isupper() for label in labels)

    def _goes_on(self, col: int, above: int, below: int) -> bool:
        before, text = self._rows[above].text(col), self._rows[below].text(col)
        if col in self._rows[below].rests:
            return True
        if self._rows[below].is_number(col) or text in self._values[col] or is_nil(text) or is_nil(before):
            return False
        open_bracket = before.count("(") > before.count(")")
        lower = text[:1].islower() and col not in self._in_lower
        return lower or text[:1] == "(" or before[-1:] in "-\u2010\u00ad,/" or open_bracket

    def _is_full(self, col: int, above: int, below: int) -> bool:
        """True where the first word below would not have fitted on the line above."""
        reach = self._reach.get(col)
        if reach is None:
            return False
        line, word = Line(self._rows[above].cells[col]), self._rows[below].cells[col][0]
        return line.x1 + _SPACE * line.size + (word.x1 - word.x0) > reach + _SLACK


def _values(texts: Sequence[str]) -> set[str]:
    """Words in lower case that are answers of their own, such as "ja" and "nej", and not the rest of what is above.

    `texts` are a column's lines, from the top. Such a word stands alone on several lines, below various others or below
    itself; the rest of a text that comes again stands below one and the same.
    """
    above: dict[str, set[str]] = {}
    for before, text in pairwise(texts):
        if text.isalpha() and text.islower():
            above.setdefault(text, set()).add(before)
    return {text for text, found in above.items() if len(found) > 1 or text in found}
