"""A table's head that no type and no rule sets off, known by its words: "Risk | Kontroll | Beskrivning".

Layout knows a head by its looks. Where rows all look alike, words that name what a plan's columns hold make the first
row the head.
"""

from collections.abc import Sequence

from extractors.plans.column_roles import ColumnRole, named_role
from models.blocks import Block, Cell, CellRole, Table

_TELLING: frozenset[ColumnRole] = frozenset(["goal", "goal_and_activity", "activity", "indicator"])
_FEWEST_NAMED = 2
_DEEPEST = 4
"""Rows among which a head is looked for."""
_LONGEST = 45
"""Letters: a longer text is no column's head."""


def with_named_head(block: Block) -> Block:
    """The block itself; a table without a head of its columns has the row as its head whose words name what they hold.

    That is the first row, or the first below rows of one text over all columns: a goal or an area heads them all. Where
    the same words come again, they are a head again.
    """
    if not isinstance(block, Table):
        return block
    texts = {row: [c for c in block.cells if c.row == row and c.text] for row in range(block.n_rows)}
    filled = [row for row, cells in texts.items() if cells]
    first = next((row for row in filled[:_DEEPEST] if not _goes_over_all(block, texts[row])), None)
    above = [row for row in filled if first is not None and row < first]
    headed = {cell.row for cell in block.cells if cell.role == "header"}
    if first is None or headed.difference(above) or first == filled[-1] or not _names_columns(block, first):
        return block
    said = [(c.col, c.text) for c in texts[first]]
    heads = {row for row in filled if [(c.col, c.text) for c in texts[row]] == said}
    roles: dict[int, CellRole] = {row: "header" if row in heads else "label" for row in (*above, *heads)}
    cells = [cell.model_copy(update={"role": roles.get(cell.row, cell.role)}) for cell in block.cells]
    return block.model_copy(update={"cells": tuple(cells)})


def _goes_over_all(table: Table, cells: Sequence[Cell]) -> bool:
    return len(cells) == 1 and table.n_cols > 1 and cells[0].col == 0 and cells[0].col_span == table.n_cols


def _names_columns(table: Table, row: int) -> bool:
    """Whether half of the row's texts or more name a column, two at least, and one of them goals or activities."""
    texts = [cell.text.strip() for cell in table.cells if cell.row == row and cell.text.strip()]
    if any(len(text) > _LONGEST or not text[0].isalpha() for text in texts):
        return False
    named = [role for role in map(named_role, texts) if role is not None]
    return len(named) >= _FEWEST_NAMED and 2 * len(named) >= len(texts) and bool(_TELLING & set(named))
