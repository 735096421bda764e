"""Tables that go on in the next: their rest has no heading of its own, or the same ones printed again."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checks.tables.labels import folded
from checks.tables.surroundings import Surroundings, is_lone_number
from checks.wording import Bilingual
from models.rows import CellRow, TableRow

CUT_BY_PAGE = Bilingual(
    sv="tabellen fortsätter troligen från sidan före", en="the table probably goes on from the page before"
)
CUT_BY_TEXT = Bilingual(
    sv="tabellen är troligen resten av den ovanför, och rader mellan dem kan ha lästs som text",
    en="the table is probably the rest of the one above, and rows between them may have been read as text",
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
            doubt = _why_cut(together[-1], table, cells, around)
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
    is_open = not _is_summed_up(cells[before.table_id]) and around.sum_line(before) is None
    if around.is_cut_between(before, table):
        return is_alike or is_open
    return is_alike and is_open and not around.is_headed(table)


def _is_summed_up(cells: Sequence[CellRow], first: int = 0) -> bool:
    """True where a row from the first on is a total, and not the sum of one group of the table only.

    `Summa boende` below a line that says Boende and nothing else is that group's, and the table may go on after it.
    """
    groups = _groups(cells)
    totals = (cell for cell in cells if cell.role in ("total", "subtotal") and cell.row >= first)
    labels = {cell.row: folded(cell.text) for cell in totals if cell.text and cell.value is None}
    return any(not any(group in label for group in groups) for label in labels.values())


def _groups(cells: Sequence[CellRow]) -> list[str]:
    """What the lines say that hold one text and no number."""
    by_row: dict[int, list[CellRow]] = defaultdict(list)
    for cell in cells:
        if cell.text:
            by_row[cell.row].append(cell)
    alone = (of_row[0] for of_row in by_row.values() if len(of_row) == 1)
    return [folded(cell.text) for cell in alone if cell.role in ("label", "body") and cell.value is None]


def _why_cut(
    before: TableRow, table: TableRow, cells: Mapping[str, Sequence[CellRow]], around: Surroundings
) -> Bilingual | None:
    """Why it may be the rest of the table before, which has not come to its total; None where it is not.

    Only the page's edge parts the two, or they have the same headings, or its title is a line of the page before. Or
    it has no title and no heading below a table that has, of as many columns, on one page.
    """
    last = max((cell.row for cell in cells[before.table_id]), default=0)
    is_closed = _is_summed_up(cells[before.table_id], last) or around.sum_line(before) is not None
    if is_closed or before.document_id != table.document_id:
        return None
    is_on_the_next_page = table.first_page == before.last_page + 1
    if table.title:
        return CUT_BY_PAGE if is_on_the_next_page and around.is_titled_before(table) else None
    if around.is_cut_between(before, table) or (is_on_the_next_page and _has_same_heads(before, table, cells)):
        return CUT_BY_PAGE
    is_rest = table.first_page == before.last_page and table.n_cols == before.n_cols
    has_heads = [bool(_heads(cells[each.table_id])) for each in (before, table)]
    return CUT_BY_TEXT if is_rest and has_heads == [True, False] else None


def _has_same_heads(before: TableRow, table: TableRow, cells: Mapping[str, Sequence[CellRow]]) -> bool:
    heads = _heads(cells[table.table_id])
    return bool(heads) and heads == _heads(cells[before.table_id])


def _heads(cells: Sequence[CellRow]) -> list[tuple[int, str]]:
    return [(cell.col, folded(cell.text)) for cell in cells if cell.role == "header" and cell.text]


def _begins_with_numbers(cells: Sequence[CellRow]) -> bool:
    """True where a number stands in one of the first two rows."""
    return any(cell.value is not None for cell in cells if cell.row < 2)


def one_below_the_other(
    tables: Sequence[tuple[TableRow, Sequence[CellRow]]],
) -> tuple[list[CellRow], dict[str, int]]:
    """The cells of several tables, those of the later ones with their rows counted on, below their titles.

    And for each table, by its table_id, the row that its first one has become.
    """
    found: list[CellRow] = []
    begins: dict[str, int] = {}
    for table, cells in tables:
        begin = max((cell.row + 1 for cell in found), default=0)
        if found and table.title and cells:
            above = {"row": begin, "col": 0, "col_span": table.n_cols, "role": "label", "text": table.title}
            found.append(cells[0].model_copy(update=above | {"value": None, "step": None, "unit": None}))
            begin += 1
        begins[table.table_id] = begin
        found += [cell.model_copy(update={"row": cell.row + begin}) if begin else cell for cell in cells]
    return found, begins
