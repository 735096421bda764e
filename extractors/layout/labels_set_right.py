"""A form's labels that are set to the right, each close to the answer beside it: no wide white parts the two."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from extractors.pages.geometry import Box, box_around
from extractors.tables.line_parts import cut
from extractors.tables.ruled_tables import DraftCell, DraftGrid
from extractors.text.lines import Line

_CLEAR = 0.4
"""White between a label and its answer is wider than this share of the type size, ..."""
_CLEARER = 0.15
"""... and by so much wider than any other white in the line."""
_AT_EDGE = 1.5
"""Points by which the labels' ends may differ, and the answers' beginnings."""
_FEWEST = 3
"""Labels with answers at the same two edges of one page, at the least."""
_LETTERS = 3
"""Of a label, at the least."""
_RAGGED = 2.0
"""Type sizes between the beginning of the longest label and that of the shortest, at the least."""
_MOST_ALIKE = 0.5
"""Part of the labels that begin where the longest does, at most: more are set to the left."""
_NEXT = 0.9
"""White between two lines of one label or one answer, in type sizes, at most."""
_TIGHT = 0.5
"""White between two lines of one text in a table's cell, in type sizes, at most."""
_ROW_WHITE = 2.6
"""White between two rows, in type sizes, at most."""


@dataclass(frozen=True)
class _Pair:
    label: Line
    value: Line

    def is_at(self, edges: tuple[float, float]) -> bool:
        end, begin = edges
        return abs(self.label.x1 - end) <= _AT_EDGE and abs(self.value.x0 - begin) <= _AT_EDGE


@dataclass
class _Row:
    label: list[Line]
    value: list[Line] = field(default_factory=list)

    def grid(self, edges: tuple[float, float]) -> DraftGrid:
        left = box_around(line.box for line in self.label)
        right = (
            box_around(line.box for line in self.value)
            if self.value
            else Box(edges[1], left.top, edges[1] + 1, left.bottom)
        )
        box = Box(left.x0, min(left.top, right.top), right.x1, max(left.bottom, right.bottom))
        cells = (DraftCell(0, 0, 1, 1, left, tuple(self.label)), DraftCell(0, 1, 1, 1, right, tuple(self.value)))
        return DraftGrid(self.label[0].page, box, cells, 1, 2, (box.x0, right.x0, box.x1), is_answer=True)


@dataclass
class _Run:
    """Lines `first` to `last` (exclusive) as rows."""

    first: int
    last: int
    rows: list[_Row] = field(default_factory=list)


def with_labels_set_right(lines: Sequence[Line]) -> tuple[list[Line], list[DraftGrid]]:
    """The lines without such labels and their answers, and each label with its answer as a row of two cells.

    Columns of a table meet by chance here and there: several rows must follow each other, and no text may go on into
    them or out of them.
    """
    pairs = [_pair_in(line) for line in lines]
    edges = _edges_of([pair for pair in pairs if pair is not None])
    if edges is None:
        return list(lines), []
    runs = [run for run in _runs(lines, edges) if not _goes_on_outside(lines, run, edges)]
    if not any(_is_form(run) for run in runs):
        return list(lines), []
    taken = {at for run in runs for at in range(run.first, run.last)}
    rest = [line for at, line in enumerate(lines) if at not in taken]
    return rest, [row.grid(edges) for run in runs for row in run.rows]


def _runs(lines: Sequence[Line], edges: tuple[float, float]) -> list[_Run]:
    """Rows that follow each other without other lines between."""
    runs: list[_Run] = []
    for at, line in enumerate(lines):
        run = runs[-1] if runs and runs[-1].last == at else None
        white = line.top - lines[at - 1].bottom if at else 0.0
        pair = _pair_at(line, edges)
        if pair is not None:
            if run is None:
                run = _Run(at, at)
                runs.append(run)
            run.rows.append(_Row([pair.label], [pair.value]))
            run.last = at + 1
        elif run is not None and _takes(run.rows, line, white, edges):
            run.last = at + 1
    return runs


def _is_form(run: _Run) -> bool:
    answered = [row.label[0] for row in run.rows if row.value]
    distinct = {label.text for label in answered}
    return len(distinct) >= _FEWEST and _are_ragged(answered)


def _goes_on_outside(lines: Sequence[Line], run: _Run, edges: tuple[float, float]) -> bool:
    """True where the line above or below the rows is of a text with them: set as they are, right at them."""
    first, last = lines[run.first], lines[run.last - 1]
    above = lines[run.first - 1] if run.first else None
    below = lines[run.last] if run.last < len(lines) else None
    return (above is not None and _is_near(above, first, edges)) or (below is not None and _is_near(last, below, edges))


def _is_near(upper: Line, lower: Line, edges: tuple[float, float]) -> bool:
    alike = upper.size == lower.size and upper.bold == lower.bold and upper.words[0].color == lower.words[0].color
    return alike and upper.x0 < edges[0] and lower.x0 < edges[0] and lower.top - upper.bottom <= _TIGHT * lower.size


def _takes(rows: list[_Row], line: Line, white: float, edges: tuple[float, float]) -> bool:
    """True where the line right below a row goes on its label or its answer, or is a label that was left unanswered."""
    last, near = rows[-1], white <= _NEXT * line.size
    if abs(line.x0 - edges[1]) <= _AT_EDGE and near and last.value:
        last.value.append(line)
        return True
    if abs(line.x1 - edges[0]) > _AT_EDGE or white > _ROW_WHITE * line.size or not _is_label(line):
        return False
    if near and line.text[0].islower():
        last.label.append(line)
    else:
        rows.append(_Row([line]))
    return True


def _pair_in(line: Line) -> _Pair | None:
    """The line parted at the one white in it that is clearly wider than all others; None where there is none."""
    whites = [(word.x0 - before.x1, at) for at, (before, word) in enumerate(pairwise(line.words), 1)]
    if not whites:
        return None
    *others, (widest, at) = sorted(whites)
    if widest <= _CLEAR * line.size or (others and widest <= others[-1][0] + _CLEARER * line.size):
        return None
    return _parted(line, at)


def _pair_at(line: Line, edges: tuple[float, float]) -> _Pair | None:
    """The line parted where labels end and answers begin, however wide other white in it is: options stand apart."""
    for at, (before, word) in enumerate(pairwise(line.words), 1):
        pair = _parted(line, at) if word.x0 - before.x1 > _CLEAR * line.size else None
        if pair is not None and pair.is_at(edges):
            return pair
    return None


def _parted(line: Line, at: int) -> _Pair | None:
    label, value = Line(line.words[:at]), Line(line.words[at:])
    return _Pair(label, value) if _is_label(label) and len(cut(label)) == 1 else None


def _is_label(line: Line) -> bool:
    """True for words: no number, mark or sign of a list."""
    return sum(c.isalpha() for c in line.text) >= _LETTERS and line.text[-1] not in ".,;"


def _edges_of(pairs: Sequence[_Pair]) -> tuple[float, float] | None:
    """Where most labels end and their answers begin, should the labels begin raggedly; None where none do."""
    best: tuple[int, tuple[float, float]] | None = None
    for pair in pairs:
        edges = (pair.label.x1, pair.value.x0)
        alike = [other for other in pairs if other.is_at(edges)]
        if len(alike) >= _FEWEST and _are_ragged([other.label for other in alike]):
            best = max(best or (0, edges), (len(alike), edges), key=lambda one: one[0])
    return best[1] if best is not None else None


def _are_ragged(labels: Sequence[Line]) -> bool:
    begins = [label.x0 for label in labels]
    outer = sum(begin - min(begins) <= _AT_EDGE for begin in begins)
    return max(begins) - min(begins) >= _RAGGED * labels[0].size and outer <= _MOST_ALIKE * len(begins)
