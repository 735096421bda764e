"""One page laid out: its text, tables, answers and notes, in reading order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.layout.asides import asides
from extractors.layout.boxes_in_columns import grids_in_reading_order
from extractors.layout.cards_in_columns import are_cards
from extractors.layout.form_entries import with_entries
from extractors.layout.frame_columns import read_in_columns
from extractors.layout.furniture import Furniture, without_rule_of_notes
from extractors.layout.labels_beside_boxes import with_labels_beside_boxes
from extractors.layout.labels_set_right import with_labels_set_right
from extractors.layout.lines_by_turns import are_by_turns
from extractors.layout.page_items import AnswerItem, Item, NoteItem, PageLayout, TableItem, TextItem
from extractors.layout.panels import parted_in_panels
from extractors.layout.region_columns import drafts_of_columns, no_headings, texts_in_columns
from extractors.layout.tables_going_on import (
    OpenEnd,
    open_end,
    rows_over_columns,
    with_heads_in_body,
    with_rest_unframed,
    with_rows_going_on,
)
from extractors.layout.text_columns import Run, text_runs
from extractors.layout.turned_heads import with_turned_heads
from extractors.layout.units_behind_boxes import with_units_in_boxes
from extractors.layout.written_lines import with_written_lines
from extractors.pages.geometry import Box
from extractors.pages.page_words import RawPage
from extractors.tables.banded_heads import with_banded_heads
from extractors.tables.framed_tables import unframed
from extractors.tables.frames import asks, is_frame
from extractors.tables.frames_beside import with_frames_apart
from extractors.tables.labelled_frames import with_labelled_rows
from extractors.tables.open_regions import find_regions
from extractors.tables.open_tables import OpenTable, read_region
from extractors.tables.part_grids import opened
from extractors.tables.ruled_rows import with_rows
from extractors.tables.ruled_tables import DraftCell, DraftGrid
from extractors.tables.table_flow import table_of
from extractors.tables.undrawn_columns import with_undrawn_columns
from extractors.tables.upright_grids import with_undrawn_rows
from extractors.text.draft_block import Draft
from extractors.text.flow import flow, one_block
from extractors.text.hyphens import Vocabulary
from extractors.text.lines import Line
from extractors.text.measures import ALIGNED, Measures
from models.blocks import GridMethod

_TITLE = 1.1
"""Type this many times the text's size makes a line a title."""
_SECTION_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?")

_AT_BAR = 3.0
"""Points by which a text may reach over the bar at its side."""
_BAR_INDENT = 60.0
"""Points from the bar to a list's text, at most."""


def lay_out(
    page: RawPage,
    grids: Sequence[DraftGrid],
    parts: Furniture,
    measures: Measures,
    vocabulary: Vocabulary,
    before: PageLayout | None = None,
) -> PageLayout:
    """Lay out one page. `grids` are its ruled grids, `parts` its lines outside them, `before` the page before it."""
    layout = PageLayout(page.number, measures)
    items = layout.items
    end = open_end(before)
    parts = with_heads_in_body(parts, end)
    items.extend(NoteItem(page.number, "running_head", (line,)) for line in parts.running)
    page = without_rule_of_notes(page, parts)
    page, grids, body = unframed(page, grids, parts.body, measures)
    panels, grids = parted_in_panels(page, grids, measures)
    apart = with_frames_apart(grids)
    grids = [with_undrawn_rows(with_labelled_rows(grid, measures), measures) for grid in apart]
    rowed = [grid if is_frame(grid) else with_rows(with_undrawn_columns(grid, measures)) for grid in grids]
    rowed, body = with_banded_heads(rowed, body, page.bands)
    rowed, body = with_rest_unframed(rowed, body, end)
    page, grids, body = opened(page, rowed, body, measures.gutters or ())
    grids, body = with_units_in_boxes(grids, body)
    grids, body, boxed = with_labels_beside_boxes(grids, body)
    body, entries = with_entries(page, body)
    body, written = with_written_lines(page, body, measures.gutters or ())
    body, set_right = (body, []) if measures.has_heads_set_right else with_labels_set_right(body)
    page, body = with_turned_heads(page, body)
    rows = rows_over_columns(body, end, measures.gutters or (), page.drawn)
    if rows:
        _text_items(page, rows, replace(measures, gutters=()), vocabulary, items, end)
        body = body[len(rows) :]
    for run in text_runs(body, [*grids, *boxed, *entries, *written, *set_right, *panels], measures, page.drawn):
        begin = len(items)
        if run.is_one_text:
            items.append(TextItem(page.number, one_block(run.lines, run.measures), is_beside=True))
            continue
        for chunk in _chunks(run.lines, run.grids):
            if isinstance(chunk, DraftGrid) and any(chunk is panel for panel in panels):
                for cell in chunk.cells:
                    _text_items(page, cell.lines, _within(cell, run.measures), vocabulary, items, None)
            elif isinstance(chunk, DraftGrid):
                items.extend(_grid_items(chunk, run.measures, vocabulary))
            else:
                is_first = len(items) == len(parts.running)
                _text_items(page, chunk, run.measures, vocabulary, items, end if is_first else None)
        _place_in_column(items[begin:], run)
    items.extend(NoteItem(page.number, "aside", (line,)) for line in asides(page, grids, body, parts))
    items.extend(NoteItem(page.number, "footnote", lines) for lines in parts.footnotes)
    items.extend(NoteItem(page.number, "page_number", (line,)) for line in parts.numbers)
    return layout


def _place_in_column(items: Sequence[Item], run: Run) -> None:
    for item in items:
        if isinstance(item, TextItem):
            item.right = run.measures.right
    if run.opens_column and items and isinstance(items[0], TextItem | TableItem):
        items[0].opens_column = True


def _chunks(body: Sequence[Line], grids: Sequence[DraftGrid]) -> list[list[Line] | DraftGrid]:
    """Runs of lines and the grids between them, from the top."""
    waiting = grids_in_reading_order(grids)
    chunks: list[list[Line] | DraftGrid] = []
    run: list[Line] = []
    for line in body:
        while waiting and waiting[0].box.top < (line.top + line.bottom) / 2:
            if run:
                chunks.append(run)
                run = []
            chunks.append(waiting.pop(0))
        run.append(line)
    if run:
        chunks.append(run)
    return [*chunks, *waiting]


def _grid_items(grid: DraftGrid, measures: Measures, vocabulary: Vocabulary) -> Sequence[Item]:
    if grid.is_answer or asks(grid):
        rows = [grid.row_cells(row) for row in range(grid.n_rows)]
        return [AnswerItem(grid.page, label, value, measures) for label, value in rows]
    drawn = set(grid.edges) <= set(grid.drawn_edges)
    table = table_of(grid, "ruled" if drawn else "half_ruled", vocabulary)
    if not is_frame(grid):
        return [TableItem(grid.page, table)]
    drafts: list[Draft] = []
    for row in range(grid.n_rows):
        filled = [cell for cell in grid.row_cells(row) if cell.lines]
        for cell in filled:
            columns = read_in_columns(cell.lines, _within(cell, measures))
            found = [draft for lines, column in columns for draft in flow(lines, column, frame=cell.box)]
            if len(filled) > 1:
                no_headings(found)
            drafts.extend(found)
    return [TableItem(grid.page, table, drafts)]


def _within(cell: DraftCell, measures: Measures) -> Measures:
    """The measures of what stands in a box."""
    return Measures(measures.body_size, measures.pitch, cell.box.x0, _right_of(cell, measures), bold=measures.bold)


def _right_of(cell: DraftCell, measures: Measures) -> float:
    """The right edge of the text in a frame: what its own lines reach, within the frame's padding, that of the left."""
    reach = max((line.x1 for line in cell.lines), default=measures.right)
    padding = min((line.x0 - cell.box.x0 for line in cell.lines), default=0.0)
    return max(reach, cell.box.x1 - min(max(padding, 0.0), 3 * measures.body_size))


def _text_items(
    page: RawPage,
    lines: Sequence[Line],
    measures: Measures,
    vocabulary: Vocabulary,
    items: list[Item],
    end: OpenEnd | None,
) -> None:
    """Append the items of a run of lines.

    `end` is what may go on in them: the columns of a table at the foot of the page before.
    """
    at = 0
    drawn = page.drawn
    regions = find_regions(lines, measures, drawn)
    for region in regions if end is None else with_rows_going_on(lines, regions, end, drawn):
        items.extend(_flow_items(page, lines[at : region.first], measures))
        table = read_region(page.number, lines, region, drawn, measures, _last_heading(items))
        _region_items(page, lines, table, measures, vocabulary, items)
        at = region.last
    items.extend(_flow_items(page, lines[at:], measures))


def _last_heading(items: Sequence[Item]) -> str | None:
    """The text of the last heading; a frame or band right above may hold it."""
    last = items[-1] if items else None
    if isinstance(last, TableItem) and last.frame is not None and len(last.frame) == 1:
        return last.frame[0].first.text
    headings = (x.draft.first.text for x in reversed(items) if isinstance(x, TextItem) and x.draft.heading)
    return next(headings, None)


def _flow_items(page: RawPage, lines: Sequence[Line], measures: Measures) -> Iterator[Item]:
    for draft in flow(lines, measures):
        if draft.caption:
            yield NoteItem(page.number, "caption", tuple(draft.lines))
        else:
            draft.framed = draft.framed or any(_stands_at(bar, draft) for bar in page.bars)
            yield TextItem(page.number, draft)


def _stands_at(bar: Box, draft: Draft) -> bool:
    """True where the bar runs down the whole left side of the text."""
    near = -_AT_BAR <= min(line.x0 for line in draft.lines) - bar.x1 <= _BAR_INDENT
    return near and bar.top - _AT_BAR <= draft.first.top and draft.last.bottom <= bar.bottom + _AT_BAR


def _region_items(
    page: RawPage,
    lines: Sequence[Line],
    found: OpenTable,
    measures: Measures,
    vocabulary: Vocabulary,
    items: list[Item],
) -> None:
    grid, region = found.grid, found.region
    held = lines[region.first : region.last]
    if found.kind == "table" and not are_by_turns(held) and not are_cards(grid):
        method: GridMethod = (
            "half_ruled" if any(grid.box.top < r.top < grid.box.bottom for r in page.rules) else "unruled"
        )
        items.append(TableItem(page.number, table_of(grid, method, vocabulary)))
    elif found.kind == "contents":
        items.extend(NoteItem(page.number, "contents", (line,)) for line in held)
    elif found.kind == "answers":
        for row in range(grid.n_rows):
            label, value = sorted(grid.row_cells(row), key=lambda c: c.col)
            items.append(AnswerItem(page.number, label, value, measures))
    elif all(_is_numbered_title(line, measures) for line in held) or _proposes(held):
        items.extend(_flow_items(page, held, measures))
    else:
        columns = texts_in_columns(found, measures)
        if any(_holds_table(page, column, own) for column, own in columns):
            for column, own in columns:
                _text_items(page, column, own, vocabulary, items, None)
        else:
            items.extend(TextItem(page.number, draft) for draft in drafts_of_columns(found, measures))


def _proposes(lines: Sequence[Line]) -> bool:
    """True for what is proposed, item by item: `att` at the margin, and behind a tab what shall be decided."""
    edge = min(line.x0 for line in lines)
    first = [line.words[0].text.casefold() for line in lines if line.x0 <= edge + ALIGNED]
    return set(first) == {"att"}


def _holds_table(page: RawPage, lines: Sequence[Line], measures: Measures) -> bool:
    """True where a part of a column of text is a table of its own."""
    regions = find_regions(lines, measures, page.drawn)
    read = (read_region(page.number, lines, region, page.drawn, measures, None) for region in regions)
    return any(found.kind == "table" for found in read)


def _is_numbered_title(line: Line, measures: Measures) -> bool:
    """True for a section's number and, at a tab from it, its title: larger than the text, or in bold."""
    stands_out = line.size >= _TITLE * measures.body_size or (line.bold and not measures.bold)
    named = any(map(str.isalpha, line.text))
    return stands_out and named and _SECTION_NUMBER.fullmatch(line.words[0].text) is not None
