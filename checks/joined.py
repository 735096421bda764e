"""Tables that go on in the next: their rest has no heading of its own, and the reading doubts that it is a table."""

from collections.abc import Iterator, Mapping, Sequence

from checks.labels import folded
from checks.surroundings import is_lone_number
from models.rows import CellRow, TableRow


def joined(tables: Sequence[TableRow], cells: Mapping[str, Sequence[CellRow]]) -> Iterator[list[TableRow]]:
    """The tables, and as one those that go on in the next.

    Such a rest has as many columns and either no heading and a doubt that says so, which stays: whatever is found in
    them is a warning at most. Or it begins the next page under the same headings, without a title of its own, and
    nothing above it has been summed up yet: headings are printed again where a table is cut by a page.
    """
    together: list[TableRow] = []
    for table in tables:
        goes_on = (
            bool(together)
            and table.document_id == together[-1].document_id
            and table.n_cols == together[-1].n_cols > 1
            and 0 <= table.first_page - together[-1].last_page <= 1
            and not is_lone_number(table.title)
            and (_is_doubted_rest(table, cells) or _is_rest_under_heads(together[-1], table, cells))
        )
        if together and not goes_on:
            yield together
            together = []
        together.append(table)
    if together:
        yield together


def _is_doubted_rest(table: TableRow, cells: Mapping[str, Sequence[CellRow]]) -> bool:
    own = cells[table.table_id]
    return table.doubt is not None and not any(cell.role == "header" for cell in own) and _begins_with_numbers(own)


def _is_rest_under_heads(before: TableRow, table: TableRow, cells: Mapping[str, Sequence[CellRow]]) -> bool:
    heads, heads_before = (_heads(cells[each.table_id]) for each in (table, before))
    return (
        table.first_page == before.last_page + 1
        and table.title in (None, before.title)
        and bool(heads)
        and heads == heads_before
        and not any(cell.role in ("total", "subtotal") for cell in cells[before.table_id])
    )


def _heads(cells: Sequence[CellRow]) -> list[tuple[int, str]]:
    return [(cell.col, folded(cell.text)) for cell in cells if cell.role == "header" and cell.text]


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
