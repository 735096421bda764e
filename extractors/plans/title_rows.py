"""A row over all of a table's columns, above its heads, that states the goal which the table's rows are to reach.

Alla barn har någon att tala med
Aktivitet          | Ansvarig | När
Utbilda mentorer   | Rektor   | 2026
"""

from collections.abc import Sequence

from extractors.plans.section_rows import SectionRow, are_goals, may_name, with_heads
from models.blocks import Cell, Table


def title_rows(tables: Sequence[Table]) -> list[dict[int, tuple[SectionRow, ...]]]:
    """Per table, the row that titles it and what it heads the others with; empty where it has none, or a mere name.

    Titles without a head of their own are goals where most of the tables' are to the model of kinds.
    """
    titles = [_title_of(table) for table in tables]
    bare = [cell for cell in titles if cell is not None and not with_heads(cell)]
    named = [cell for cell in bare if may_name(cell.text)]
    stated = set(map(id, named)) if are_goals([cell.text for cell in named]) else set()
    found: list[dict[int, tuple[SectionRow, ...]]] = []
    for cell in titles:
        rows = () if cell is None else with_heads(cell)
        if cell is not None and id(cell) in stated:
            rows = (SectionRow("goal", None, cell.text, cell),)
        found.append({} if cell is None or not rows else {cell.row: rows})
    return found


def _title_of(table: Table) -> Cell | None:
    """The first row's only text, over all columns, where heads stand right below it."""
    filled = [cell for cell in table.cells if cell.text]
    first = [cell for cell in filled if cell.row == 0]
    if len(first) != 1 or table.n_cols < 2 or first[0].col_span < table.n_cols:
        return None
    heads = [cell for cell in filled if cell.row == 1 and cell.role == "header"]
    return first[0] if len(heads) > 1 else None
