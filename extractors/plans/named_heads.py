"""A table's head that no type and no rule sets off, known by its words: "Risk | Kontroll | Beskrivning".

Layout knows a head by its looks. Where rows all look alike, words that name what a plan's columns hold make the first
row the head.
"""

from extractors.plans.column_roles import ColumnRole, named_role
from models.blocks import Block, Table

_TELLING: frozenset[ColumnRole] = frozenset(["goal", "goal_and_activity", "activity", "indicator"])
_FEWEST_NAMED = 2
_LONGEST = 45
"""Letters: a longer text is no column's head."""


def with_named_head(block: Block) -> Block:
    """The block itself; a table without a head, whose first row names what its columns hold, has it as its head."""
    if not isinstance(block, Table) or any(cell.role == "header" for cell in block.cells):
        return block
    first = min((cell.row for cell in block.cells if cell.text), default=None)
    if first is None or first + 1 >= block.n_rows or not _names_columns(block, first):
        return block
    cells = [cell.model_copy(update={"role": "header"}) if cell.row == first else cell for cell in block.cells]
    return block.model_copy(update={"cells": tuple(cells)})


def _names_columns(table: Table, row: int) -> bool:
    """Whether half of the row's texts or more name a column, two at least, and one of them goals or activities."""
    texts = [cell.text.strip() for cell in table.cells if cell.row == row and cell.text.strip()]
    if any(len(text) > _LONGEST or not text[0].isalpha() for text in texts):
        return False
    named = [role for role in map(named_role, texts) if role is not None]
    return len(named) >= _FEWEST_NAMED and 2 * len(named) >= len(texts) and bool(_TELLING & set(named))
