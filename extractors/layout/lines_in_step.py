"""Lines of two columns beside each other: rows of a table have their texts on common baselines, columns do not."""

import itertools
from collections.abc import Sequence

from extractors.tables.cell_text import is_number
from extractors.text.lines import Line

_LINES_BESIDE = 5
_SAME_BASELINE, _IN_STEP = 1.0, 0.4
"""Points between the feet of words on one line; the share of lines with one beside them, from which they are rows."""
_EXACT, _HALF_IN_STEP = 0.4, 0.75
"""... or so many with one beside them or half a line off, to the point, as cells at their row's middle stand."""


def in_step(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether lines of the shorter column stand at the heights of lines of the longer one, as a table's rows do."""
    feet = [[max(w.bottom for w in line.words) for line in column] for column in (left, right)]
    return _share_in_step(*sorted(feet, key=len)) >= _IN_STEP


def are_out_of_step(columns: Sequence[Sequence[Line]]) -> bool:
    """True for two columns whose lines stand at heights of their own: rows have their texts on common baselines.

    So are short lines known for columns too: lists, headings, a form's questions with their answers. By chance one
    line in six has another beside it.
    """
    if len(columns) != 2 or min(len(c) for c in columns) < _LINES_BESIDE:
        return False
    top, foot = max(c[0].top for c in columns), min(c[-1].bottom for c in columns)
    feet = [[max(w.bottom for w in x.words) for x in c if x.top >= top - 1 and x.bottom <= foot + 1] for c in columns]
    fewer, more = sorted(feet, key=len)
    if len(fewer) < _LINES_BESIDE or any(_are_figures(column) for column in columns):
        return False
    if _share_in_step(fewer, more) >= _IN_STEP:
        return False
    half = min(b - a for a, b in itertools.pairwise(more)) / 2
    beside = sum(any(min(abs(a - b), abs(abs(a - b) - half)) < _EXACT for b in more) for a in fewer)
    return beside < _HALF_IN_STEP * len(fewer)


def _are_figures(column: Sequence[Line]) -> bool:
    """True where most of the lines are numbers: sums stand in a table, wherever in their row."""
    return 2 * sum(is_number(line.text) for line in column) > len(column)


def _share_in_step(fewer: Sequence[float], more: Sequence[float]) -> float:
    return sum(any(abs(a - b) < _SAME_BASELINE for b in more) for a in fewer) / len(fewer)
