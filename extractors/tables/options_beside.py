"""A form's labels with their answers in a column to the right, some of which are options one below the other."""

from collections.abc import Sequence

from extractors.tables.cut_lines import CutLine
from models.tick_signs import CHECKS, EMPTY_BOXES, EMPTY_RINGS, FILLED, TICKED_BOXES

_SIGNS = EMPTY_BOXES | EMPTY_RINGS | TICKED_BOXES | FILLED | CHECKS
_FEWEST = 2
"""Labels with something beside them, at the least."""
_GOES_ON = 0.3
"""Part of the labels that begin within a sentence, from which the left column is running text."""


def options_beside(rows: Sequence[CutLine], n_cols: int) -> list[list[int]] | None:
    """The form's rows, as indexes of `rows`; None where the right column has no option without a label beside it.

    A label with something beside it begins a row. Options below it, hints and the rest of the label belong to it.
    """
    if n_cols != _FEWEST or any(row.cells[0] and row.cells[0][0].text in _SIGNS for row in rows):
        return None
    both = [at for at, row in enumerate(rows) if row.cells[0] and row.cells[1]]
    hanging = [row for row in rows if row.cells[1] and not row.cells[0] and row.cells[1][0].text in _SIGNS]
    within = [at for at in both if rows[at].text(0)[0].islower()]
    if len(both) < _FEWEST or not hanging or both[0] != 0 or 0 in within or len(within) >= _GOES_ON * len(both):
        return None
    starts = [at for at in both if at not in within]
    return [list(range(a, b)) for a, b in zip(starts, [*starts[1:], len(rows)], strict=True)]
