"""Rows that come out whole: the measure of what an analyst can use as it is."""

from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.evaluation_cells import Grid, cell_text
from corpus.evaluation_scores import Share


def exact_rows(true_grids: Sequence[Grid], predicted_grids: Sequence[Grid]) -> Share:
    """Of the true rows, heads included, those that some predicted row gives exactly.

    A row is given exactly where every text of it is the same, in the same order, with the same empty cells between
    them. White space within a text does not count, nor do a table's wholly empty columns, nor the empty cells at a
    row's ends: so a table cut in two by a page, or a column too many that holds nothing, costs no row, while a row
    cut in two, two rows made one, a broken number and an x in the wrong column do. Each predicted row answers for
    one true row only. Rows without any text are not asked for. Tables need not be paired: the rows of all of
    the document's tables are in one heap. What is predicted too much costs nothing here; the cells' F1 tells that.
    """
    asked = Counter(row for grid in true_grids for row in _rows(grid))
    given = Counter(row for grid in predicted_grids for row in _rows(grid))
    return Share((asked & given).total(), asked.total())


def _rows(grid: Grid) -> Iterator[tuple[str, ...]]:
    width = max((len(row) for row in grid), default=0)
    texts = [[cell_text(text) for text in row] + [""] * (width - len(row)) for row in grid]
    used = [col for col in range(width) if any(row[col] for row in texts)]
    for row in texts:
        filled = [i for i, col in enumerate(used) if row[col]]
        if filled:
            yield tuple(row[col] for col in used[filled[0] : filled[-1] + 1])
