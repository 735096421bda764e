"""A region in columns without drawn grid: rows, header, and whether it is a table at all."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from extractors.pages.geometry import Box, Drawn
from extractors.tables.cell_numbers import with_number_rests
from extractors.tables.cell_text import is_caption
from extractors.tables.cells_over_rows import with_cells_over_rows
from extractors.tables.centred_sections import as_sections, centred_sections, ends_in_section, with_sections_apart
from extractors.tables.contents_rows import is_contents
from extractors.tables.cut_lines import CutLine, cut_all
from extractors.tables.head_rows import head_cells, head_lines
from extractors.tables.open_cells import cells_of_row, doubt_of
from extractors.tables.open_feet import outer_heights
from extractors.tables.open_regions import OpenRegion
from extractors.tables.open_rows import border_heights, numeric_columns, row_groups
from extractors.tables.options_beside import options_beside
from extractors.tables.ruled_tables import DraftCell, DraftGrid
from extractors.tables.told_answers import tell_answers
from extractors.tables.told_heads import told_head_lines
from extractors.text.lines import Line
from extractors.text.markers import NUMBER_MARK, marker_of
from extractors.text.measures import Measures
from models.tick_signs import BOXES_AND_RINGS

RegionKind = Literal["table", "answers", "contents", "columns"]

_LETTERHEAD = 3
"""Rows of words in two columns below bold type: fewer are a sender and a date."""
_LEVEL = 0.3
"""Of the type size: texts whose tops differ by less stand at one height."""
_NEARER = 0.3
"""Of the type size: white that is narrower by so much tells what a line belongs to."""
_MOST_TEXT_COLUMNS = 3
_PHRASE = 6
"""Words."""
_FEW_LABELS = 0.25
"""Part of what stands to the right of labels that ends as a label does: more are labels side by side."""
_MOST_ROWS = 0.6
"""Part of the rows that begin together, where texts stand side by side."""
_WAYS = (0.0, 0.5, 1.0)
"""So far down a text, from its top to its foot, its row's other texts can stand at the same height."""
_WHOLE = 0.95
"""Of the region's width: what is drawn over so much of it parts rows, and not a head from those under it."""


@dataclass(frozen=True)
class OpenTable:
    """What a region in columns is: a table or answers with its grid, contents, or text side by side."""

    region: OpenRegion
    kind: RegionKind
    grid: DraftGrid


def read_region(
    page: int,
    lines: Sequence[Line],
    region: OpenRegion,
    drawn: Drawn,
    measures: Measures,
    heading: str | None,
) -> OpenTable:
    """Rows, header and kind of one region.

    `drawn` is what may part its rows; `heading` is the text above the region, to know a
    contents page by.
    """
    rows = with_number_rests(cut_all(lines[region.first : region.last], region.edges))
    n_cols = region.n_cols
    numeric = numeric_columns(rows, n_cols)
    heights = border_heights(rows, drawn.rules, drawn.bands)
    whole = border_heights(rows, drawn.rules, drawn.bands, share=_WHOLE)
    told = told_head_lines(rows, region.edges, heights, numeric)
    goes_on = region.known_heads is not None
    if region.known_heads is None:
        n_header_lines = head_lines(rows, told, whole)
        n_header_lines -= ends_in_section(rows, n_header_lines, whole, numeric)
    else:
        n_header_lines = region.known_heads
    sections = centred_sections(rows, n_header_lines, numeric)
    rows = as_sections(rows, sections)
    plain = not goes_on and n_header_lines == 0 and not numeric
    told_apart = _label_share(rows, 0) >= 0.5 and _label_share(rows, 1) < _FEW_LABELS
    each_answered = plain and n_cols == 2 and not told_apart and tell_answers(rows)
    labelled = plain and n_cols == 2 and (told_apart or each_answered)
    optional = options_beside(rows, n_cols) if plain and not labelled else None
    answers = labelled or optional is not None
    if optional is not None:
        groups = optional
    elif each_answered:
        groups = [[at] for at in range(len(rows))]
    else:
        groups = _answer_rows(rows) if labelled else row_groups(rows, n_header_lines, heights, numeric)
        groups = with_sections_apart(groups, sections)
    head = _head(rows[:n_header_lines], rows[n_header_lines:], region, drawn.rules)
    body = groups[1:] if n_header_lines else groups
    captioned = any(is_caption(line.text) for line in _around(lines, region))
    grid = _grid(page, rows, body, region, head, numeric, spans=not answers)
    outer = outer_heights(grid.box, rows[-1].line.size, (*drawn.rules, *drawn.bands))
    grid = replace(grid, heights=tuple(sorted([*heights, *outer])), drawn_edges=region.drawn)
    if not answers:
        grid = with_cells_over_rows(grid, drawn.rules)
    if goes_on:
        return OpenTable(region, "table", grid)
    kind = _kind(rows, grid, n_header_lines, numeric, answers=answers, heading=heading, measures=measures)
    told = _is_drawn(rows, grid, heights, n_header_lines) or (captioned and _stands_together(rows, grid))
    if kind == "columns" and told:
        kind = "table"
    return OpenTable(region, kind, grid)


def _around(lines: Sequence[Line], region: OpenRegion) -> list[Line]:
    """The line right above the region and the one right below it, as far as there are any."""
    return [lines[at] for at in (region.first - 1, region.last) if 0 <= at < len(lines)]


def _label_share(rows: Sequence[CutLine], col: int) -> float:
    labels = [t for r in rows if (t := r.text(col))]
    return sum(1 for t in labels if t.rstrip()[-1] in ":?") / len(labels) if labels else 0.0


def _answer_rows(rows: Sequence[CutLine]) -> list[list[int]]:
    """A label ends its row with a colon; a line without label goes on with the answer above.

    Where it stands clearly nearer to the answer below it begins that one, whose label stands lower than its first line.
    """
    groups: list[list[int]] = []
    closed = True
    for i, row in enumerate(rows):
        label = row.text(0)
        unlabelled = bool(groups) and not any(rows[k].text(0) for k in groups[-1])
        closed = closed or _opens(rows, i)
        if not groups or (label and closed and not unlabelled) or (not label and closed and _begins_below(rows, i)):
            groups.append([i])
        else:
            groups[-1].append(i)
        if label:
            closed = label.rstrip()[-1] in ":?"
    return groups


def _opens(rows: Sequence[CutLine], i: int) -> bool:
    """True for a label that is numbered, or has more white over it than the lines of one text have between them."""
    label, above = rows[i].cells[0], rows[i - 1]
    if not label or i == 0:
        return False
    numbered = marker_of(Line(label))
    if numbered is not None and NUMBER_MARK.match(numbered):
        return True
    usual = min(below.line.top - line.line.bottom for line, below in itertools.pairwise(rows))
    return label[0].text[0].isupper() and rows[i].line.top - above.line.bottom > usual + _NEARER * above.line.size


def _begins_below(rows: Sequence[CutLine], i: int) -> bool:
    """True for an answer's line that stands clearly nearer to the next one of an answer than to what is above it."""
    line = rows[i].line
    below = next((row.line for row in rows[i + 1 :] if row.cells[1]), None)
    return below is not None and below.top - line.bottom < line.top - rows[i - 1].line.bottom - _NEARER * line.size


def _head(
    lines: Sequence[CutLine], below: Sequence[CutLine], region: OpenRegion, rules: Sequence[Box]
) -> list[DraftCell]:
    """The cells of the head's rows: one row, but where texts of it stand over several columns."""
    several = head_cells(lines, below, region.edges, rules, region.drawn)
    return several or (cells_of_row(0, lines, region.edges) if lines else [])


def _grid(
    page: int,
    rows: Sequence[CutLine],
    body: Sequence[Sequence[int]],
    region: OpenRegion,
    head: Sequence[DraftCell],
    numeric: set[int],
    *,
    spans: bool,
) -> DraftGrid:
    """The grid of `head` and below it the rows of `body`, which are indexes of `rows`."""
    held = [[rows[i] for i in group] for group in body]
    n_heads = max((cell.row + cell.row_span for cell in head), default=0)
    cells = list(head)
    for row, lines in enumerate(held, n_heads):
        cells.extend(cells_of_row(row, lines, region.edges, spans=spans))
    return DraftGrid(
        page=page,
        box=Box(region.edges[0], min(r.line.top for r in rows), region.edges[-1], max(r.line.bottom for r in rows)),
        cells=tuple(cells),
        n_rows=n_heads + len(held),
        n_cols=region.n_cols,
        edges=region.edges,
        header_rows=n_heads,
        doubt=doubt_of(cells, held, numeric),
    )


def _kind(
    rows: Sequence[CutLine],
    grid: DraftGrid,
    n_header: int,
    numeric: set[int],
    *,
    answers: bool,
    heading: str | None,
    measures: Measures,
) -> RegionKind:
    if is_contents(rows, grid.n_cols, heading):
        return "contents"
    if answers:
        return "answers"
    if _is_prose(rows, grid.n_cols, measures) and not _stands_together(rows, grid):
        return "columns"
    body_rows = grid.n_rows - grid.header_rows
    ticked = any(w.text in BOXES_AND_RINGS for r in rows for w in r.line.words)
    if n_header and body_rows >= 1 and (numeric or ticked or body_rows >= (2 if grid.n_cols > 2 else _LETTERHEAD)):
        return "table"
    numbers = sum(1 for r in rows if any(r.is_number(c) for c in numeric))
    if body_rows >= 2 and numbers >= 2 and numbers >= 0.4 * body_rows:
        return "table"
    if grid.n_cols >= 3 and body_rows >= 4 and sum(1 for r in rows if len(r.filled()) >= 3) >= 3:
        return "table"
    return "table" if _is_full_row_under_another(rows, grid) else "columns"


def _is_full_row_under_another(rows: Sequence[CutLine], grid: DraftGrid) -> bool:
    """True where each row begins with a line over all columns, of which there are more than text is ever set in.

    Several cells hold whole phrases in one type: what a letterhead tells are words.
    """
    full = sum(len(row.filled()) == grid.n_cols for row in rows)
    phrases = sum(sum(len(line.words) for line in cell.lines) >= _PHRASE for cell in grid.cells)
    one_type = len({round(row.line.size) for row in rows}) == 1
    above = grid.n_cols > _MOST_TEXT_COLUMNS and grid.n_rows > 1 and full >= _MOST_ROWS * grid.n_rows
    return above and one_type and phrases > 1


def _is_drawn(rows: Sequence[CutLine], grid: DraftGrid, heights: Sequence[float], n_header: int) -> bool:
    """True where rules or bands across the columns part the rows: what is drawn as a table is one."""
    if 0 < n_header < len(rows) and any(
        rows[n_header - 1].line.bottom - 1 < y < rows[n_header].line.top + 1 for y in heights
    ):
        return grid.n_rows >= 2
    return len(heights) >= 2 and grid.n_rows >= 3


def _stands_together(rows: Sequence[CutLine], grid: DraftGrid) -> bool:
    """True where the texts of three rows or more have their tops at one height, as no running text has.

    Below heads, cells can stand at their row's foot or middle instead.
    """
    size = rows[0].line.size
    ways = _WAYS if grid.header_rows else _WAYS[:1]
    together = max(_together(grid, size, way) for way in ways)
    return together >= 3 and together >= _MOST_ROWS * grid.n_rows


def is_side_by_side(grid: DraftGrid) -> bool:
    """True for short texts that stand beside each other row by row, such as a form's labels and answers.

    None of them goes on in the next row, however full its line is.
    """
    sizes = [cell.lines[0].size for cell in grid.cells if cell.lines]
    together = _together(grid, sizes[0], _WAYS[0]) if sizes else 0
    return together >= 2 and together >= _MOST_ROWS * grid.n_rows


def _together(grid: DraftGrid, size: float, way: float) -> int:
    """How many rows have texts in two columns or more at one height, `way` down each of them: 0 the top, 1 the foot."""
    heights = (
        [c.lines[0].top + way * (c.lines[-1].bottom - c.lines[0].top) for c in grid.row_cells(row) if c.lines]
        for row in range(grid.n_rows)
    )
    return sum(1 for row in heights if len(row) >= 2 and max(row) - min(row) < _LEVEL * size)


def _is_prose(rows: Sequence[CutLine], n_cols: int, measures: Measures) -> bool:
    """Two or three columns of running text: in most of them most lines go on in the next one."""
    if len(rows) < 6 or n_cols > 3:
        return False
    flowing = 0
    for col in range(n_cols):
        parts = [Line(r.cells[col]) for r in rows if r.cells[col]]
        if len(parts) < 4:
            continue
        right = max(p.x1 for p in parts)
        left = min(p.x0 for p in parts)
        goes_on = sum(
            1 for a, b in itertools.pairwise(parts) if a.x1 > left + 0.7 * (right - left) and b.text[0].islower()
        )
        wide = right - left > 0.28 * (measures.right - measures.left)
        flowing += goes_on >= 0.45 * len(parts) and wide
    return flowing >= 2
