"""Grids that drawn lines enclose: cells with spans and the text in them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.pages.geometry import Box, Placed, RuledGrid, Word
from extractors.pages.page_surfaces import PAGE_HIGH, is_surface
from extractors.plain import once, plain
from extractors.tables.unclosed_cells import with_open_cells
from extractors.text.hyphens import Vocabulary, join_lines
from extractors.text.lines import Line, segments
from extractors.text.markers import marker_of
from extractors.text.printed_lines import lines_of
from models.tick_signs import CHECKS, EMPTY_BOXES, EMPTY_RINGS, FILLED, TICKED_BOXES

_TICKS = re.compile(f"[{''.join(sorted(EMPTY_BOXES))}]")
"""Tick boxes whose state the print does not show: no text of the cell, unless one beside them is ticked."""
_TICKED_SIGN = f"[{''.join(sorted(TICKED_BOXES))}]"
_TICKED = re.compile(rf"{_TICKED_SIGN}(?=\s*\S)|(?<=\S)\s*{_TICKED_SIGN}")
_TELLING = frozenset("-–—*(") | TICKED_BOXES | CHECKS
"""Signs that say something where they begin a line: a minus, a footnote's mark, a tick."""
_NOT_CHOSEN = re.compile(f"[{''.join(sorted(EMPTY_BOXES | EMPTY_RINGS))}]")
_CHOSEN = re.compile(f"[{''.join(sorted(FILLED | CHECKS))}⬤]")
"""A dot or square is a bullet, but the chosen one of several where empty ones stand beside it: `● Ja ○ Nej`."""
_SNAP = 3.0
_MIN_SIDE = 12.0
"""Points: smaller drawings are tick boxes, not tables."""
_WIDE_CELL = 40.0
_NEARLY_ALL = 0.8
"""A box higher than PAGE_HIGH that holds this share of the page's words is drawn round the page."""
_STRADDLE = 2.5
"""Points that a word may reach over its cell's edge."""
_APART = 1.0
"""White wider than this share of the type size parts texts that stand side by side."""


@plain
class DraftCell:
    """A cell in the making: position in the grid, box on the page, its printed lines."""

    row: int
    col: int
    row_span: int
    col_span: int
    box: Box
    lines: tuple[Line, ...]
    painted: bool = False
    """Holds no word and is painted otherwise than the cells with its row's texts."""

    @property
    def last_col(self) -> int:
        """The last of the columns that it stands over."""
        return self.col + self.col_span - 1

    @property
    def bold(self) -> bool:
        return bool(self.lines) and all(line.bold for line in self.lines)

    def text(self, vocabulary: Vocabulary) -> str:
        texts = []
        for line in self.lines:
            marker = marker_of(line)
            bullet = marker is not None and not any(c.isalnum() for c in marker) and marker not in _TELLING
            texts.append(line.text[len(marker) :] if bullet and marker else line.text)
        whole = " ".join(line.text for line in self.lines)
        if any(_TICKED.search(line.text) for line in self.lines) or (
            _NOT_CHOSEN.search(whole) and _CHOSEN.search(whole)
        ):
            return join_lines([line.text for line in self.lines], vocabulary)
        return join_lines([_TICKS.sub("", text) for text in texts], vocabulary)


@dataclass(frozen=True)
class DraftGrid:
    """A grid in the making, on one page."""

    page: int
    box: Box
    cells: tuple[DraftCell, ...]
    n_rows: int
    n_cols: int
    edges: tuple[float, ...]
    """The columns' edges, n_cols + 1 positions in points."""
    header_rows: int = 0
    doubt: str | None = None
    heights: tuple[float, ...] = ()
    """Drawn heights that part its rows, the outer ones too where they are drawn."""
    drawn_edges: tuple[float, ...] = ()
    """Those of its columns' edges that drawings tell of."""
    is_answer: bool = False
    """A form's label and what was filled in, as two cells."""
    upright: bool = False
    """Lines are drawn between its columns only."""

    def row_cells(self, row: int) -> list[DraftCell]:
        return [c for c in self.cells if c.row == row]

    @once
    def printed_rows(self) -> list[list[Line]]:
        """Each row's printed lines, over all its cells; a part of a long table is asked for them page after page."""
        words: list[list[Word]] = [[] for _ in range(self.n_rows)]
        for cell in self.cells:
            words[cell.row].extend(w for line in cell.lines for w in line.words)
        return [lines_of(row) for row in words]


def _is_tick_box(grid: RuledGrid) -> bool:
    """True for one too small for a table; the rest of a row that the page cut is as low as a line, of several cells."""
    low = grid.box.height < _MIN_SIDE and not (len(grid.cells) > 1 and all(c.width >= _WIDE_CELL for c in grid.cells))
    return low or grid.box.width < _MIN_SIDE


def grid_of(page: int, grid: RuledGrid, words: Sequence[Word]) -> DraftGrid | None:
    """The grid with its words, or None where it holds none (a tick box, an ornament) or the whole page (a border)."""
    inside = Placed(words).within(grid.box)
    if not inside or _is_tick_box(grid) or _is_round_page(grid, inside, words):
        return None
    xs = _positions([c.x0 for c in grid.cells] + [c.x1 for c in grid.cells])
    ys = _positions([c.top for c in grid.cells] + [c.bottom for c in grid.cells])
    cells: list[DraftCell] = []
    straddling = 0
    placed = Placed(inside)
    known = {id(word) for box in grid.cells for word in placed.within(box)}
    drawn_or_open, lost = with_open_cells(grid.cells, xs, ys, [w for w in inside if id(w) not in known])
    near = [_nearest(drawn_or_open, w) for w in lost]
    for box in sorted(drawn_or_open, key=lambda b: (b.top, b.x0)):
        held = placed.within(box)
        col, row = _index(xs, box.x0), _index(ys, box.top)
        held += [w for w, nearest in zip(lost, near, strict=True) if nearest == box]
        straddling += sum(w.x0 < box.x0 - _STRADDLE or w.x1 > box.x1 + _STRADDLE for w in held)
        cell = DraftCell(
            row=row,
            col=col,
            row_span=max(1, _index(ys, box.bottom) - row),
            col_span=max(1, _index(xs, box.x1) - col),
            box=box,
            lines=tuple(lines_of(held)),
            painted=not held and box in grid.painted,
        )
        cells.extend(_parted(cell, xs))
    doubts = []
    if straddling:
        doubts.append(f"{straddling} words reach over a cell's edge")
    if lost:
        doubts.append(f"{len(lost)} words stand in no cell and are put in the nearest")
    once = _each_once(cells)
    if len(once) < len(cells):
        doubts.append("cells are drawn over each other")
    return _without_empty_tracks(
        DraftGrid(
            page=page,
            box=grid.box,
            cells=tuple(once),
            n_rows=len(ys) - 1,
            n_cols=len(xs) - 1,
            edges=tuple(xs),
            doubt="; ".join(doubts) or None,
            heights=tuple(ys),
            drawn_edges=tuple(xs),
            upright=grid.upright,
        )
    )


def _each_once(cells: Sequence[DraftCell]) -> list[DraftCell]:
    """The cells, those that stand over each other as one: the rules of a scan may enclose a place twice."""
    found: dict[tuple[int, int], DraftCell] = {}
    for cell in cells:
        first = found.get((cell.row, cell.col))
        if first is None:
            found[cell.row, cell.col] = cell
            continue
        words = [word for line in first.lines for word in line.words]
        more = [word for line in cell.lines for word in line.words if word not in words]
        if more:
            found[cell.row, cell.col] = replace(first, lines=tuple(lines_of([*words, *more])))
    return list(found.values())


def _is_round_page(grid: RuledGrid, inside: Sequence[Word], words: Sequence[Word]) -> bool:
    """True for boxes that hold nearly all the page's words: they frame the page, not a text.

    They stand one above the other, or are the surfaces that it is set on.
    """
    one_column = len({(round(c.x0), round(c.x1)) for c in grid.cells}) == 1
    whole = grid.box.height > PAGE_HIGH and len(inside) > _NEARLY_ALL * len(words)
    return whole and (one_column or is_surface(grid))


def _parted(cell: DraftCell, xs: Sequence[float]) -> list[DraftCell]:
    """A cell over several columns whose text stands in each of them apart: its inner edges are not drawn.

    `xs` are the grid's column edges. A text that reaches over an edge, or stands in one column only, is left whole.
    """
    texts = [part for line in cell.lines for part in segments(line, _APART * line.size)]
    edges = xs[cell.col : cell.col + cell.col_span + 1]
    columns = [[p for p in texts if a - _STRADDLE <= p.x0 and p.x1 <= b + _STRADDLE] for a, b in pairwise(edges)]
    if cell.col_span < 2 or not all(columns) or sum(map(len, columns)) != len(texts):
        return [cell]
    return [
        replace(
            cell,
            col=cell.col + i,
            col_span=1,
            box=Box(a, cell.box.top, b, cell.box.bottom),
            lines=tuple(lines_of(w for p in texts for w in p.words)),
        )
        for i, ((a, b), texts) in enumerate(zip(pairwise(edges), columns, strict=True))
    ]


def _nearest(boxes: Sequence[Box], word: Word) -> Box:
    """The box that the word's centre is nearest to; the first from the top where several are."""
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2

    def distance(box: Box) -> tuple[float, float, float]:
        aside, above = max(box.x0 - x, 0.0, x - box.x1), max(box.top - y, 0.0, y - box.bottom)
        return aside**2 + above**2, box.top, box.x0

    return min(boxes, key=distance)


def _positions(values: Sequence[float]) -> list[float]:
    """Distinct edges; those nearer than the snap distance are one."""
    positions: list[float] = []
    for value in sorted(values):
        if not positions or value - positions[-1] > _SNAP:
            positions.append(value)
    return positions


def _index(positions: Sequence[float], value: float) -> int:
    return min(range(len(positions)), key=lambda i: abs(positions[i] - value))


def _without_empty_tracks(grid: DraftGrid) -> DraftGrid:
    """Rows and columns in which no cell begins are artefacts of double lines: take them out."""
    rows = sorted({c.row for c in grid.cells})
    cols = sorted({c.col for c in grid.cells})
    if len(rows) == grid.n_rows and len(cols) == grid.n_cols:
        return grid
    row_at = {r: i for i, r in enumerate(rows)}
    col_at = {c: i for i, c in enumerate(cols)}
    cells = tuple(
        DraftCell(
            row=row_at[c.row],
            col=col_at[c.col],
            row_span=sum(1 for r in rows if c.row <= r < c.row + c.row_span),
            col_span=sum(1 for k in cols if c.col <= k < c.col + c.col_span),
            box=c.box,
            lines=c.lines,
        )
        for c in grid.cells
    )
    edges = (*tuple(grid.edges[c] for c in cols), grid.edges[-1])
    return replace(grid, cells=cells, n_rows=len(rows), n_cols=len(cols), edges=edges)
