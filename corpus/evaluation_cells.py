"""Tables against their truth by neighbour relations.

Source: M. Göbel, T. Hassan, E. Oro, G. Orsi, ICDAR 2013 Table Competition. A cell is related to
its nearest non-empty neighbour to the right and to the one below; a relation is the two texts
and the direction, so that a column too many or a row cut in two costs only what stands around it.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Literal

from corpus.evaluation_matching import pair_best
from corpus.evaluation_scores import Tally
from models.rows import CellRow

Grid = Sequence[Sequence[str]]
Relations = Counter[tuple[str, str, Literal["right", "below"]]]


def relations(grid: Grid) -> Relations:
    """Every neighbour relation of a grid of texts, n_rows x n_cols; short rows are filled up."""
    width = max((len(row) for row in grid), default=0)
    texts = [[cell_text(text) for text in row] + [""] * (width - len(row)) for row in grid]
    found: Relations = Counter()
    for row in texts:
        found.update((one, other, "right") for one, other in _neighbours(row))
    for column in zip(*texts, strict=True):
        found.update((one, other, "below") for one, other in _neighbours(column))
    return found


def grids_of(cells: Iterable[CellRow]) -> list[list[list[str]]]:
    """One grid a table, in the order met; a cell that spans stands at its top left only."""
    tables: dict[str, list[CellRow]] = {}
    for cell in cells:
        tables.setdefault(cell.table_id, []).append(cell)
    grids = []
    for members in tables.values():
        width = 1 + max(cell.col for cell in members)
        grid = [[""] * width for _ in range(1 + max(cell.row for cell in members))]
        for cell in members:
            grid[cell.row][cell.col] = cell.text or ""
        grids.append(grid)
    return grids


def score_cells(true_grids: Sequence[Grid], predicted_grids: Sequence[Grid]) -> tuple[Tally, Tally]:
    """Relations of all tables, and the same with only those predicted tables that found a true one.

    Tables go together one to one, those with most relations in common first.
    """
    asked = [relations(grid) for grid in true_grids]
    predicted = [relations(grid) for grid in predicted_grids]
    common = {
        (i, j): shared
        for i, one in enumerate(asked)
        for j, other in enumerate(predicted)
        if (shared := (one & other).total())
    }
    pairs = pair_best(((-float(shared),), i, j) for (i, j), shared in common.items())
    matched = sum(common[pair] for pair in pairs)
    n_asked = sum(one.total() for one in asked)
    n_predicted = sum(other.total() for other in predicted)
    n_in_matched = sum(predicted[j].total() for _, j in pairs)
    return Tally(matched, n_predicted, n_asked), Tally(matched, n_in_matched, n_asked)


def _neighbours(texts: Iterable[str]) -> list[tuple[str, str]]:
    return list(pairwise(text for text in texts if text))


def cell_text(text: str) -> str:
    """Without white space, NFC; case and punctuation are kept."""
    return "".join(unicodedata.normalize("NFC", text).split())
