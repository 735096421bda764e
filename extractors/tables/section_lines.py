"""Lines of a label alone that are no part of the row above or below: they head a section of the table."""

import itertools
from collections.abc import Sequence

from extractors.tables.cut_lines import CutLine
from extractors.text.lines import Line

_SPACE = 0.25
"""Of the type size: the white before a word."""
_TOLERANCE = 1.0
"""Points."""
_INDENT = 0.5
"""Of the type size: labels below a section's are set in by so much."""


def section_lines(rows: Sequence[CutLine], body: Sequence[int]) -> set[int]:
    """Which of the lines `body` of `rows` are sections: lines of lone labels that go on from no row and in no row.

    A label goes on where its next word would not have fitted: the column is as wide, at least, as the labels that
    have something beside them. Where other columns hold wrapped texts, a lone label may stand beside white of theirs:
    none is told then.
    """
    if any(not rows[i].cells[0] and not all(map(rows[i].is_number, rows[i].filled())) for i in body):
        return set()
    beside = [Line(rows[i].cells[0]).x1 for i in body if rows[i].cells[0] and len(rows[i].filled()) > 1]
    if not beside:
        return set()
    right = max(beside)
    sections: set[int] = set()
    for lone, run in itertools.groupby(body, lambda i: rows[i].filled() == [0]):
        lines = list(run)
        at = body.index(lines[0])
        if not lone or lines[-1] == body[-1] or not rows[body[at + len(lines)]].cells[0]:
            continue  # a number without label below is that of the label above it
        labels = [i for i in body[:at] if rows[i].cells[0]]  # a number may stand between two lines of its label
        around = [*labels[-1:], *lines, body[at + len(lines)]]
        joined = [_goes_on(rows[a], rows[b], right) for a, b in itertools.pairwise(around)]
        if not any(joined):
            sections.update(lines)
    return sections


def _goes_on(above: CutLine, below: CutLine, right: float) -> bool:
    if not above.cells[0] or not below.cells[0]:
        return False
    text, word = above.text(0), below.cells[0][0]
    if word.text[0].islower() or text[-1] in "-\u2010\u00ad,/&" or text.count("(") > text.count(")"):
        return True
    if word.text[0].isupper() and word.x0 < above.cells[0][0].x0 - _INDENT * word.size:
        return False  # the label above is set in, and its next line would be too
    reach = above.cells[0][-1].x1 + _SPACE * word.size + word.x1 - word.x0
    return reach > right - _TOLERANCE
