"""What a finished grid is known by, and how sure that makes it: drawn edges, white, a number on each row.

The grid is looked at anew, whatever way its rows and columns were found: what is drawn between two rows or columns
tells of them most surely, then white that no text reaches into, then a number on each row. The shares below are those
of grids that came out right to the cell, known by the like, among made and retyped documents.
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extractors.tables.cell_text import is_number
from extractors.tables.ruled_tables import DraftCell, DraftGrid
from extractors.text.lines import Line, main_size
from models.tick_signs import is_mark

_NEAR = 3.0
"""Points within which a drawn height stands between two rows, or a drawn edge between two columns."""
_DRAWN = 0.97
_WHITE_OF_COLUMNS = ((2.0, 0.93), (1.0, 0.88), (0.5, 0.8), (0.0, 0.5))
"""White between columns, in type sizes at least, and how sure it makes them."""
_WHITE_OF_ROWS = 0.15
"""Rows stand farther apart than lines of one cell by so many type sizes, at least, where white tells of them."""
_ONE_NUMBER, _BY_WHITE, _BY_WORDS = 0.95, 0.9, 0.6
_TIGHT_NUMBERS = 0.7
_REACHES, _DOUBTED = 0.5, 0.3
_MOST_NUMBERS = 3
"""More numbers one below the other in a cell are those of several rows, whatever the other columns hold."""


@dataclass(frozen=True)
class GridEvidence:
    """How sure a grid is, 0 to 1 with two digits, and what it is known by, in a few words."""

    confidence: float
    known_by_sv: str
    known_by_en: str


@dataclass(frozen=True)
class _Sign:
    share: float
    sv: str
    en: str


def evidence_of(grids: Sequence[DraftGrid], doubt: str | None) -> GridEvidence:
    """What the parts of one table are known by. `doubt` is what else speaks against it."""
    columns, rows = _columns(grids), _rows(grids)
    share = columns.share * rows.share
    if doubt is not None:
        share *= _DOUBTED
    return GridEvidence(
        confidence=round(share, 2),
        known_by_sv=f"kolumner: {columns.sv}; rader: {rows.sv}",
        known_by_en=f"columns: {columns.en}; rows: {rows.en}",
    )


def _columns(grids: Sequence[DraftGrid]) -> _Sign:
    whites: list[float] = []
    n_drawn = 0
    for grid in grids:
        for col in range(1, grid.n_cols):
            if any(abs(x - grid.edges[col]) <= _NEAR for x in grid.drawn_edges):
                n_drawn += 1
            elif (white := _white_at(grid, col)) is not None:
                whites.append(white)
    if not whites:
        if n_drawn:
            return _Sign(_DRAWN, "ritade gränser", "drawn edges")
        return _Sign(_DRAWN, "en enda", "a single one")
    least = min(whites)
    share = next((share for white, share in _WHITE_OF_COLUMNS if least >= white), _REACHES)
    if least <= 0:
        return _Sign(_REACHES, "text når över deras gränser", "text reaches over their edges")
    some_sv, some_en = ("några ritade, annars ", "some drawn, else ") if n_drawn else ("", "")
    number = f"{least:.1f}"
    return _Sign(
        share,
        f"{some_sv}minst {number.replace('.', ',')} teckengraders vitt emellan",
        f"{some_en}white of {number} type sizes at least",
    )


def _white_at(grid: DraftGrid, col: int) -> float | None:
    """White over the whole grid between a column and the one before it, in type sizes; None where one is empty."""
    before = [line.x1 for c in grid.cells if c.col + c.col_span == col for line in c.lines]
    behind = [line.x0 for c in grid.cells if c.col == col for line in c.lines]
    return (min(behind) - max(before)) / _size(grid) if before and behind else None


def _rows(grids: Sequence[DraftGrid]) -> _Sign:
    n_drawn = 0
    whites: list[float] = []
    for grid in grids:
        rows = [[c for c in grid.row_cells(row) if c.lines] for row in range(grid.n_rows)]
        within = max((w for c in grid.cells for w in _whites(c.lines)), default=0.0)
        for above, below in itertools.pairwise(row for row in rows if row):
            foot, head = max(_feet(above), default=None), min(_heads(below))
            if foot is None or any(min(foot, head) - _NEAR <= y <= max(foot, head) + _NEAR for y in grid.heights):
                n_drawn += 1
            else:
                whites.append((head - foot - within) / _size(grid))
    if not whites:
        return _Sign(_DRAWN, "ritade gränser", "drawn edges") if n_drawn else _Sign(_DRAWN, "en enda", "a single one")
    some_sv, some_en = ("", "")
    if n_drawn > len(grids):
        some_sv, some_en = f"{n_drawn} av {n_drawn + len(whites)} gränser ritade, ", f"{n_drawn} edges drawn, "
    numbers = all(_has_one_number(row) for row in _whole_rows(grids))
    apart = min(whites) >= _WHITE_OF_ROWS
    if numbers and apart:
        return _Sign(_ONE_NUMBER, f"{some_sv}ett tal och vitt vid varje", f"{some_en}a number and white at each")
    if numbers:
        return _Sign(_TIGHT_NUMBERS, f"{some_sv}ett tal i varje", f"{some_en}a number in each")
    if apart:
        return _Sign(_BY_WHITE, f"{some_sv}vitt emellan", f"{some_en}white between them")
    return _Sign(_BY_WORDS, f"{some_sv}hur texterna börjar", f"{some_en}how their texts begin")


def _whole_rows(grids: Sequence[DraftGrid]) -> Iterator[list[DraftCell]]:
    """The filled rows below the head that hold more than their label, but for those that a page may have cut."""
    for n, grid in enumerate(grids):
        rows = [[c for c in grid.row_cells(row) if c.lines] for row in range(grid.header_rows, grid.n_rows)]
        cut = {0} if n else set()
        cut |= {len(rows) - 1} if n + 1 < len(grids) else set()
        yield from (row for i, row in enumerate(rows) if i not in cut and any(c.col > 0 for c in row))


def _has_one_number(row: Iterable[DraftCell]) -> bool:
    return any(_numbers(c) == 1 for c in row if c.col > 0)


def _numbers(cell: DraftCell) -> int:
    return sum(is_number(line.text) or is_mark(line.text) for line in cell.lines)


def holds_unparted_rows(grid: DraftGrid) -> bool:
    """True where several columns of one row hold as many numbers one below the other, or one holds a stack of them."""
    for row in range(grid.header_rows, grid.n_rows):
        counts = [n for c in grid.row_cells(row) if c.col > 0 and (n := _numbers(c)) > 1]
        if (len(counts) > 1 and len(set(counts)) == 1) or max(counts, default=0) > _MOST_NUMBERS:
            return True
    return False


def _whites(lines: Sequence[Line]) -> list[float]:
    return [b.top - a.bottom for a, b in itertools.pairwise(sorted(lines, key=lambda line: line.top))]


def _feet(row: Iterable[DraftCell]) -> list[float]:
    return [line.bottom for c in row if c.row_span == 1 for line in c.lines]


def _heads(row: Iterable[DraftCell]) -> list[float]:
    return [line.top for c in row for line in c.lines]


def _size(grid: DraftGrid) -> float:
    return main_size(w for c in grid.cells for line in c.lines for w in line.words) or 1.0
