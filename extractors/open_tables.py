"""A region in columns without drawn grid: rows, header, and whether it is a table at all."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from extractors.lines import Line
from extractors.measures import Measures
from extractors.open_regions import OpenRegion
from extractors.page_words import Box, Word
from extractors.ruled_tables import DraftCell, DraftGrid

RegionKind = Literal["table", "answers", "contents", "columns"]

_NUMBER = re.compile(r"^[=(]?\s*[-–−]?\d[\d\s\u00a0.,]*\)?\s*(?:kr|tkr|mnkr|kronor|\(kr\)|%|:-)?$", re.IGNORECASE)
_PAGE = re.compile(r"^\d{1,3}$")
_CONTENTS = re.compile(r"^innehåll", re.IGNORECASE)


@dataclass(frozen=True)
class OpenTable:
    """What a region in columns is: a table or answers with its grid, contents, or text side by side."""

    region: OpenRegion
    kind: RegionKind
    grid: DraftGrid


@dataclass(frozen=True)
class _Row:
    """A printed line cut at the region's column edges."""

    line: Line
    cells: tuple[tuple[Word, ...], ...]

    def text(self, col: int) -> str:
        return Line(self.cells[col]).text if self.cells[col] else ""

    def filled(self) -> list[int]:
        return [c for c, words in enumerate(self.cells) if words]


def read_region(
    page: int,
    lines: Sequence[Line],
    region: OpenRegion,
    rules: Sequence[Box],
    measures: Measures,
    heading: str | None,
) -> OpenTable:
    """Rows, header and kind of one region. `heading` is the text above it, to know a contents page by."""
    region = _with_heads_over_columns(lines, region)
    rows = [_cut_at(line, region.edges) for line in lines[region.first : region.last]]
    n_cols = region.n_cols
    numeric = _numeric_columns(rows, n_cols)
    borders = _rule_borders(rows, rules)
    n_header_lines = _header_lines(rows, borders, numeric)
    answers = n_header_lines == 0 and not numeric and n_cols == 2 and _label_share(rows) >= 0.5
    groups = _answer_rows(rows) if answers else _row_groups(rows, n_header_lines, borders, numeric)
    grid = _grid(page, rows, groups, region, n_header_lines)
    kind = _kind(rows, grid, n_header_lines, numeric, answers=answers, heading=heading, measures=measures)
    return OpenTable(region, kind, grid)


def _cut_at(line: Line, edges: Sequence[float]) -> _Row:
    cells: list[list[Word]] = [[] for _ in range(len(edges) - 1)]
    for word in line.words:
        centre = (word.x0 + word.x1) / 2
        col = max(c for c in range(len(edges) - 1) if c == 0 or centre >= edges[c])
        cells[col].append(word)
    return _Row(line, tuple(tuple(c) for c in cells))


def _with_heads_over_columns(lines: Sequence[Line], region: OpenRegion) -> OpenRegion:
    """A head that is set to the left of its right-aligned numbers is no column of its own: the two are joined."""
    edges = list(region.edges)
    rows = [_cut_at(line, edges) for line in lines[region.first : region.last]]
    heads = {i for i, r in enumerate(rows) if r.line.bold} or {0}
    col = 1
    while col < len(edges) - 2:
        first = {i for i, r in enumerate(rows) if r.cells[col]}
        second = {i for i, r in enumerate(rows) if r.cells[col + 1]}
        if first and second and ((first <= heads and not second & heads) or (second <= heads and not first & heads)):
            del edges[col + 1]
            rows = [_cut_at(line, edges) for line in lines[region.first : region.last]]
        else:
            col += 1
    return OpenRegion(region.first, region.last, tuple(edges))


def _numeric_columns(rows: Sequence[_Row], n_cols: int) -> set[int]:
    """Columns after the first in which most filled lines are a number."""
    numeric: set[int] = set()
    for col in range(1, n_cols):
        texts = [t for r in rows if (t := r.text(col))]
        numbers = sum(1 for t in texts if _NUMBER.match(t))
        if numbers and numbers >= 0.5 * len(texts):
            numeric.add(col)
    return numeric


def _rule_borders(rows: Sequence[_Row], rules: Sequence[Box]) -> set[int]:
    """Indexes i where drawn rules part row i from row i + 1, over most of the region's width."""
    left = min(r.line.x0 for r in rows)
    right = max(r.line.x1 for r in rows)
    borders: set[int] = set()
    for i, (above, below) in enumerate(itertools.pairwise(rows)):
        low, high = above.line.bottom - 0.25 * above.line.size, below.line.top + 0.25 * below.line.size
        between = [r for r in rules if low <= (r.top + r.bottom) / 2 <= high]
        covered = sum(max(0.0, min(r.x1, right) - max(r.x0, left)) for r in between)
        if covered >= 0.6 * (right - left):
            borders.add(i)
    return borders


def _header_lines(rows: Sequence[_Row], borders: set[int], numeric: set[int]) -> int:
    """How many printed lines at the top are the header."""
    bold = 0
    for row in rows:
        if not row.line.bold:
            break
        bold += 1
    if 0 < bold < len(rows) and len(rows[bold - 1].filled()) + len(rows[0].filled()) > 2:
        return bold
    early = [i for i in sorted(borders) if i < 4]
    if early and not any(_NUMBER.match(r.text(c)) for r in rows[: early[0] + 1] for c in numeric):
        return early[0] + 1
    if numeric and len(rows[0].filled()) > 1 and not any(_NUMBER.match(rows[0].text(c)) for c in numeric):
        later = sum(1 for r in rows[1:] if any(_NUMBER.match(r.text(c)) for c in numeric))
        if all(rows[0].text(c) for c in numeric) and later >= 2:
            return 1
    return 0


def _label_share(rows: Sequence[_Row]) -> float:
    labels = [t for r in rows if (t := r.text(0))]
    return sum(1 for t in labels if t.rstrip()[-1] in ":?") / len(labels) if labels else 0.0


def _answer_rows(rows: Sequence[_Row]) -> list[list[int]]:
    """A label ends its row with a colon; a line without label goes on with the answer above."""
    groups: list[list[int]] = []
    closed = True
    for i, row in enumerate(rows):
        label = row.text(0)
        if not groups or (label and closed):
            groups.append([i])
        else:
            groups[-1].append(i)
        if label:
            closed = label.rstrip()[-1] in ":?"
    return groups


def _row_groups(rows: Sequence[_Row], n_header: int, borders: set[int], numeric: set[int]) -> list[list[int]]:
    """Printed lines to table rows: by rules, by white, by the numbers, in this order of trust."""
    groups: list[list[int]] = []
    if n_header:
        groups.append(list(range(n_header)))
    body = list(range(n_header, len(rows)))
    if not body:
        return groups
    breaks = _breaks(rows, body, borders, numeric)
    current = [body[0]]
    for i in body[1:]:
        if i - 1 in breaks:
            groups.append(current)
            current = []
        current.append(i)
    groups.append(current)
    return _with_unlabelled(rows, groups, n_header, numeric) if not borders & set(body) else groups


def _with_unlabelled(
    rows: Sequence[_Row], groups: list[list[int]], n_header: int, numeric: set[int]
) -> list[list[int]]:
    """A group without label and number is a further paragraph of the row above, where rows have labels."""
    body = groups[1:] if n_header else groups
    unlabelled = [g for g in body if not any(rows[i].cells[0] for i in g)]
    plain = [g for g in unlabelled if not any(_NUMBER.match(rows[i].text(c)) for i in g for c in numeric)]
    if len(unlabelled) > 0.4 * len(body):
        return groups
    merged: list[list[int]] = []
    for group in groups:
        if group in plain and group is not body[0]:
            merged[-1] = [*merged[-1], *group]
        else:
            merged.append(group)
    return merged


def _breaks(rows: Sequence[_Row], body: Sequence[int], borders: set[int], numeric: set[int]) -> set[int]:
    inner = list(body[:-1])
    ruled = borders & set(inner)
    if len(ruled) >= max(2, 0.3 * len(inner)):
        return ruled
    whites = {i: rows[i + 1].line.top - rows[i].line.bottom for i in inner}
    threshold = _white_threshold(list(whites.values()), rows[body[0]].line.size)
    if threshold is not None:
        breaks = {i for i, w in whites.items() if w > threshold} | ruled
    else:
        breaks = _anchored_breaks(rows, body, numeric) | ruled
    return breaks | _between_numbers(rows, body, breaks, whites, numeric)


def _white_threshold(whites: Sequence[float], size: float) -> float | None:
    """The white that parts rows from wrapped lines, or None where all lines are spaced alike."""
    ordered = sorted(whites)
    jumps = [(b - a, (a + b) / 2, a) for a, b in itertools.pairwise(ordered)]
    if not jumps:
        return None
    jump, middle, below = max(jumps)
    if jump < 0.18 * size or below > 0.75 * size:
        return None
    return middle


def _anchored_breaks(rows: Sequence[_Row], body: Sequence[int], numeric: set[int]) -> set[int]:
    """Lines spaced alike: rows are told by their numbers, else by the first column."""
    with_number = [i for i in body if any(_NUMBER.match(rows[i].text(c)) for c in numeric)]
    if with_number and len(with_number) < len(body):
        if with_number[0] == body[0]:
            return {i - 1 for i in with_number[1:]}
        return set(with_number[:-1]) if with_number[-1] == body[-1] else set(with_number)
    if with_number or not any(not rows[i].cells[0] for i in body):
        return set(body[:-1])
    return {i - 1 for i in body[1:] if rows[i].cells[0]}


def _between_numbers(
    rows: Sequence[_Row], body: Sequence[int], breaks: set[int], whites: dict[int, float], numeric: set[int]
) -> set[int]:
    """No row holds two numbers of one column: break where the white between them is widest."""
    extra: set[int] = set()
    last: dict[int, int] = {}
    for i in body:
        for col in numeric:
            if not _NUMBER.match(rows[i].text(col)):
                continue
            if col in last and not any(last[col] <= k < i for k in breaks | extra):
                between = range(last[col], i)
                extra.add(max(between, key=lambda k: (round(whites[k], 1), bool(rows[k + 1].cells[0]), k)))
            last[col] = i
    return extra


def _grid(
    page: int, rows: Sequence[_Row], groups: Sequence[Sequence[int]], region: OpenRegion, n_header: int
) -> DraftGrid:
    cells: list[DraftCell] = []
    for r, group in enumerate(groups):
        top = min(rows[i].line.top for i in group)
        bottom = max(rows[i].line.bottom for i in group)
        for col in range(region.n_cols):
            lines = tuple(Line(rows[i].cells[col]) for i in group if rows[i].cells[col])
            box = Box(region.edges[col], top, region.edges[col + 1], bottom)
            cells.append(DraftCell(r, col, 1, 1, box, lines))
    whole = Box(region.edges[0], min(r.line.top for r in rows), region.edges[-1], max(r.line.bottom for r in rows))
    return DraftGrid(
        page=page,
        box=whole,
        cells=tuple(cells),
        n_rows=len(groups),
        n_cols=region.n_cols,
        edges=region.edges,
        header_rows=1 if n_header else 0,
    )


def _kind(
    rows: Sequence[_Row],
    grid: DraftGrid,
    n_header: int,
    numeric: set[int],
    *,
    answers: bool,
    heading: str | None,
    measures: Measures,
) -> RegionKind:
    if _is_contents(rows, grid.n_cols, heading):
        return "contents"
    if answers:
        return "answers"
    if _is_prose(rows, grid.n_cols, measures):
        return "columns"
    body_rows = grid.n_rows - (1 if n_header else 0)
    if n_header and body_rows >= 1 and (numeric or body_rows >= 2):
        return "table"
    numbers = sum(1 for r in rows if any(_NUMBER.match(r.text(c)) for c in numeric))
    if body_rows >= 2 and numbers >= 2 and numbers >= 0.4 * body_rows:
        return "table"
    if grid.n_cols >= 3 and body_rows >= 4 and sum(1 for r in rows if len(r.filled()) >= 3) >= 3:
        return "table"
    return "columns"


def _is_contents(rows: Sequence[_Row], n_cols: int, heading: str | None) -> bool:
    last = [r.text(n_cols - 1) for r in rows]
    pages = [int(t) for t in last if _PAGE.match(t)]
    if len(pages) < max(2, 0.6 * len(rows)) or pages != sorted(pages):
        return False
    dotted = sum(1 for r in rows if "...." in r.line.text or ". . ." in r.line.text)
    return dotted >= 2 or bool(heading and _CONTENTS.match(heading))


def _is_prose(rows: Sequence[_Row], n_cols: int, measures: Measures) -> bool:
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
