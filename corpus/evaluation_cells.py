"""Tables against their truth by neighbour relations.

Source: M. Göbel, T. Hassan, E. Oro, G. Orsi, ICDAR 2013 Table Competition. A cell is related to
its nearest non-empty neighbour to the right and to the one below; a relation is the two texts
and the direction, so that a column too many or a row cut in two costs only what stands around it.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from corpus.evaluation_matching import pair_best
from corpus.evaluation_scores import ByName, Share, Tally
from models.rows import CellRow
from models.tick_signs import EMPTY_BOXES, EMPTY_RINGS

Grid = Sequence[Sequence[str]]
_NOTHING_TICKED = EMPTY_BOXES | EMPTY_RINGS | {"()", "[]"}
_SURENESS = (
    (Decimal("0.90"), "0,90–1"),
    (Decimal("0.75"), "0,75–0,90"),
    (Decimal("0.50"), "0,50–0,75"),
    (Decimal(0), "0–0,50"),
)
"""Ranges of how sure a grid is said to be, from their least."""
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


def grids_by_table(cells: Iterable[CellRow]) -> dict[str, list[list[str]]]:
    """By table_id the grid of each table, in the order met; a cell that spans stands at its top left only."""
    tables: dict[str, list[CellRow]] = {}
    for cell in cells:
        tables.setdefault(cell.table_id, []).append(cell)
    grids = {}
    for table_id, members in tables.items():
        width = 1 + max(cell.col for cell in members)
        grid = [[""] * width for _ in range(1 + max(cell.row for cell in members))]
        for cell in members:
            grid[cell.row][cell.col] = cell.text or ""
        grids[table_id] = grid
    return grids


def score_cells(true_grids: Sequence[Grid], predicted_grids: Sequence[Grid]) -> tuple[Tally, Tally]:
    """Relations of all tables, and the same with only those predicted tables that found a true one.

    Tables go together one to one, those with most relations in common first.
    """
    asked = [relations(grid) for grid in true_grids]
    predicted = [relations(grid) for grid in predicted_grids]
    common = _paired(asked, predicted)
    matched = sum(common.values())
    n_asked = sum(one.total() for one in asked)
    n_predicted = sum(other.total() for other in predicted)
    n_in_matched = sum(predicted[j].total() for _, j in common)
    return Tally(matched, n_predicted, n_asked), Tally(matched, n_in_matched, n_asked)


def score_sureness(true_grids: Sequence[Grid], predicted: Sequence[tuple[Grid, Decimal | None]]) -> ByName[Share]:
    """By how sure a table's grid is said to be: of those that found a true one, those with nothing but true relations.

    What is said is right where the shares lie in the ranges that they stand for.
    """
    grids = [relations(grid) for grid, _ in predicted]
    found: ByName[Share] = ByName()
    for (_, j), shared in _paired([relations(grid) for grid in true_grids], grids).items():
        said = predicted[j][1]
        if said is not None:
            name = next(name for least, name in _SURENESS if said >= least)
            found += ByName({name: Share(int(shared == grids[j].total()), 1)})
    return found


def _paired(asked: Sequence[Relations], predicted: Sequence[Relations]) -> dict[tuple[int, int], int]:
    """Tables that go together, (true, predicted), with how many relations they have in common."""
    common = {
        (i, j): shared
        for i, one in enumerate(asked)
        for j, other in enumerate(predicted)
        if (shared := (one & other).total())
    }
    pairs = pair_best(((-float(shared),), i, j) for (i, j), shared in common.items())
    return {pair: common[pair] for pair in pairs}


def _neighbours(texts: Iterable[str]) -> list[tuple[str, str]]:
    return list(pairwise(text for text in texts if text))


def cell_text(text: str) -> str:
    """Without white space, NFC; case and punctuation are kept. An empty box to tick says as little as nothing does."""
    bare = "".join(unicodedata.normalize("NFC", text).split())
    return "" if bare in _NOTHING_TICKED else bare
