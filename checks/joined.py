"""Tables that go on in the next: their rest has no heading of its own, and the reading doubts that it is a table."""

from collections.abc import Iterator, Mapping, Sequence

from checks.surroundings import is_lone_number
from models.rows import CellRow, TableRow


def joined(tables: Sequence[TableRow], cells: Mapping[str, Sequence[CellRow]]) -> Iterator[list[TableRow]]:
    """The tables, and as one those that may go on in the next: as many columns, no heading, and a doubt that says so.

    The doubt stays: whatever is found in them is a warning at most.
    """
    together: list[TableRow] = []
    for table in tables:
        goes_on = (
            bool(together)
            and table.doubt is not None
            and table.document_id == together[-1].document_id
            and table.n_cols == together[-1].n_cols > 1
            and 0 <= table.first_page - together[-1].last_page <= 1
            and not any(cell.role == "header" for cell in cells[table.table_id])
            and _begins_with_numbers(cells[table.table_id])
            and not is_lone_number(table.title)
        )
        if together and not goes_on:
            yield together
            together = []
        together.append(table)
    if together:
        yield together


def _begins_with_numbers(cells: Sequence[CellRow]) -> bool:
    """True where a number stands in one of the first two rows."""
    return any(cell.value is not None for cell in cells if cell.row < 2)


def one_below_the_other(tables: Sequence[tuple[TableRow, Sequence[CellRow]]]) -> list[CellRow]:
    """The cells of several tables, those of the later ones with their rows counted on, below their titles."""
    found: list[CellRow] = []
    for table, cells in tables:
        begin = max((cell.row + 1 for cell in found), default=0)
        if found and table.title and cells:
            above = {"row": begin, "col": 0, "col_span": table.n_cols, "role": "label", "text": table.title}
            found.append(cells[0].model_copy(update=above | {"value": None, "step": None, "unit": None}))
            begin += 1
        found += [cell.model_copy(update={"row": cell.row + begin}) if begin else cell for cell in cells]
    return found
