"""Tables that go on in the next: their rest has no heading of its own, or the same ones printed again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checks.tables.labels import folded
from checks.tables.surroundings import Surroundings, is_lone_number
from checks.wording import Bilingual
from models.rows import CellRow, TableRow

CUT_BY_PAGE = Bilingual(
    sv="tabellen fortsätter troligen från sidan före", en="the table probably goes on from the page before"
)


@dataclass(frozen=True, slots=True)
class Joined:
    """Tables that are one. doubt: why they may not be."""

    tables: tuple[TableRow, ...]
    doubt: Bilingual | None = None


def joined(
    tables: Sequence[TableRow], cells: Mapping[str, Sequence[CellRow]], around: Surroundings
) -> Iterator[Joined]:
    """The tables, and as one those that go on in the next.

    Such a rest has as many columns, and nothing above it has been summed up yet. It begins the next page under the
    same headings: they are printed again where a table is cut. Or it has other headings or none and only the page's
    edge is between the two, or the same headings and something else between them, or the reading doubts it: then
    whatever is found in them is a warning at most.
    """
    together: list[TableRow] = []
    doubt: Bilingual | None = None
    for table in tables:
        goes_on = (
            bool(together)
            and table.document_id == together[-1].document_id
            and table.n_cols == together[-1].n_cols > 1
            and 0 <= table.first_page - together[-1].last_page <= 1
            and not is_lone_number(table.title)
            and (_is_doubted_rest(table, cells) or _is_rest(together[-1], table, cells, around))
        )
        if together and not goes_on:
            yield Joined(tuple(together), doubt)
            doubt = CUT_BY_PAGE if _may_be_cut(together[-1], table, cells, around) else None
            together = []
        if goes_on and not (_has_same_heads(together[-1], table, cells) and around.is_cut_between(together[-1], table)):
            doubt = CUT_BY_PAGE
        together.append(table)
    if together:
        yield Joined(tuple(together), doubt)


def _is_doubted_rest(table: TableRow, cells: Mapping[str, Sequence[CellRow]]) -> bool:
    own = cells[table.table_id]
    return table.doubt is not None and not any(cell.role == "header" for cell in own) and _begins_with_numbers(own)


def _is_rest(before: TableRow, table: TableRow, cells: Mapping[str, Sequence[CellRow]], around: Surroundings) -> bool:
    """On the next page, without a title of its own.

    The table before it still lacks its total, or the two have the same headings and only the page's edge between them.
    A heading between them begins another table.
    """
    if table.first_page != before.last_page + 1 or table.title not in (None, before.title):
        return False
    is_alike = _has_same_heads(before, table, cells)
    has_total = any(cell.role in ("total", "subtotal") for cell in cells[before.table_id])
    is_open = not has_total and around.sum_line(before) is None
    if around.is_cut_between(before, table):
        return is_alike or is_open
    return is_alike and is_open and not around.is_headed(table)


def _may_be_cut(
    before: TableRow, table: TableRow, cells: Mapping[str, Sequence[CellRow]], around: Surroundings
) -> bool:
    """True where it may be the rest of the table before, which has not come to its total.

    Only the page's edge parts the two, or they have the same headings, or its title is a line of the page before.
    """
    last = max((cell.row for cell in cells[before.table_id]), default=0)
    is_closed = any(cell.role in ("total", "subtotal") for cell in cells[before.table_id] if cell.row == last)
    if is_closed or around.sum_line(before) is not None:
        return False
    is_on_the_next_page = table.first_page == before.last_page + 1
    if table.title:
        return is_on_the_next_page and around.is_titled_before(table)
    return around.is_cut_between(before, table) or (is_on_the_next_page and _has_same_heads(before, table, cells))


def _has_same_heads(before: TableRow, table: TableRow, cells: Mapping[str, Sequence[CellRow]]) -> bool:
    heads = _heads(cells[table.table_id])
    return bool(heads) and heads == _heads(cells[before.table_id])


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
