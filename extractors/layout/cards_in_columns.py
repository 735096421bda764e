"""Cards side by side, known by the heads that each column has again: "Mål", "Insatser" over texts of its own."""

from extractors.tables.ruled_tables import DraftGrid

_SEVERAL = 2
"""Heads that all columns have, at the least: of a table's, columns have one each."""


def are_cards(grid: DraftGrid) -> bool:
    """Whether every column holds the same heads in bold among texts that are not: each is read to its foot."""
    heads: dict[int, set[str]] = {}
    texts: set[int] = set()
    for cell in grid.cells:
        for line in cell.lines:
            if line.bold:
                heads.setdefault(cell.col, set()).add(line.text.strip().casefold())
            else:
                texts.add(cell.col)
    if grid.n_cols < _SEVERAL or len(heads) < grid.n_cols or len(texts) < grid.n_cols:
        return False
    return len(set.intersection(*heads.values())) >= _SEVERAL
