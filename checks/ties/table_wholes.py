"""The sums of a grant as a whole that tables state: closing totals, frames, and what parts of one table come to."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from checks.arithmetic import Quantity, as_ruled
from checks.recalculation.figures import kronor_of
from checks.tables.labels import is_of_incomes
from checks.tables.lines import Line
from checks.tables.narrowing import is_account_label, is_bare_total, names_posts
from checks.tables.structure import TableView
from checks.ties.wholes import ROLES, AmountsByCell, Role, Whole, whole_of
from models.rows import Amount, AmountKind


def wholes_in(
    view: TableView,
    by_cell: AmountsByCell,
    kinds: Mapping[tuple[str, int], AmountKind],
) -> Iterator[Whole]:
    """A column's closing total, and the frame that it is held against; only where the column can be money."""
    money = {col for table, _, col in by_cell if table in view.table_ids}
    for column in view.columns:
        # Beside a column of sums, one that holds none counts something else.
        if column.share or column.unit in ("count", "percent", "year") or (money and column.index not in money):
            continue
        role = ROLES.get(kinds.get((view.table.table_id, column.index), "other"))
        if view.document.doc_type == "grant_application" and _lists_posts(view, kinds):
            role = "requisitioned"
        lines = [line for line in view.lines if view.number(line, column) is not None]
        frames = [line for line in lines if line.kind == "frame"]
        of_rows = {
            line.row: amount.kind
            for line in lines
            if (amount := amount_at(view, line.row, column.index, by_cell)) is not None
        }
        closing = _closing(lines) or _used(lines, of_rows)
        if closing is not None and not is_account_label(closing.label):
            continue
        if closing is not None and is_of_incomes(view.headings, column.index):
            continue  # a grant is one of the incomes
        role = ROLES.get(of_rows.get(closing.row, "other"), role) if closing is not None else role
        if frames and role not in ("planned", "spent"):
            role = "spent" if view.document.doc_type == "grant_report" else "planned"
        told: list[tuple[Role | None, Line]] = [(role, closing)] if closing is not None else []
        if len(frames) == 1 and len(lines) > 1:
            told.append(("granted", frames[0]))
        for each, line in told:
            if each is not None:
                yield from_cell(view, column.index, line, each, by_cell)


def _lists_posts(view: TableView, kinds: Mapping[tuple[str, int], AmountKind]) -> bool:
    """True for the posts that are applied for, with what a full one costs: they make the sum that is applied for."""
    headings = " ".join(view.headings.values())
    return any(table == view.table.table_id and kind == "unit_rate" for (table, _), kind in kinds.items()) or bool(
        names_posts(headings)
    )


def _closing(lines: Sequence[Line]) -> Line | None:
    """The one line that closes the column: the last total, where its name says no less than all of it."""
    totals = [line for line in lines if line.kind in ("sum", "named_total")]
    if not totals or any(line.kind == "addend" for line in lines[lines.index(totals[-1]) + 1 :]):
        return None
    return totals[-1] if len(totals) == 1 or is_bare_total(totals[-1].label) else None


def _used(lines: Sequence[Line], kinds: Mapping[int, AmountKind]) -> Line | None:
    """Beside a frame, the one line that tells what was planned or used of it, without being called a total.

    kinds: row -> what its label says that its sum is.
    """
    if [line.kind for line in lines].count("frame") != 1:
        return None
    addends = [line for line in lines if line.kind == "addend" and is_account_label(line.label)]
    bare = [line for line in addends if is_bare_total(line.label)]
    used = bare or [line for line in addends if ROLES.get(kinds.get(line.row, "other")) in ("planned", "spent")]
    return used[0] if len(used) == 1 else None


def from_cell(
    view: TableView,
    column: int,
    line: Line,
    role: Role,
    by_cell: AmountsByCell,
) -> Whole:
    """The cell as a whole; one that is no amount (its unit is not said) counts as exact kronor."""
    amount = amount_at(view, line.row, column, by_cell)
    words = ": ".join(part for part in (view.table.title, line.label) if part)
    if amount is not None:
        return replace(whole_of(role, amount, "table", words), table_id=view.table.table_id)
    cell = view.cells[line.row, column]
    told = as_ruled(Quantity.exact(kronor_of(cell) or Decimal(0)), Decimal(1))
    year = view.document.reporting_year
    document_id, text = view.document.document_id, cell.text or ""
    value, low, high = told.value, told.low, told.high
    return Whole(role, value, low, high, year, "table", document_id, words, text, cell.place, view.table.table_id)


def amount_at(view: TableView, row: int, col: int, by_cell: AmountsByCell) -> Amount | None:
    """The sum that was read in a cell; null where there is none."""
    origin = view.origin(row, col)
    return None if origin is None else by_cell.get(origin)


def sums_of_groups(views: Sequence[TableView], wholes: Sequence[Whole]) -> Iterator[Whole]:
    """Tables with the same headings are parts of one: their totals together are one more whole.

    Not where one of them has no total that could be read.
    """
    headings = {view.table.table_id: tuple(view.headings.items()) for view in views}
    alike = Counter(headings.values())
    groups: dict[tuple[Role, tuple[tuple[int, str], ...]], list[Whole]] = defaultdict(list)
    for whole in wholes:
        if whole.table_id is not None and any(words for _, words in headings[whole.table_id]):
            groups[whole.role, headings[whole.table_id]].append(whole)
    for (_, words), members in groups.items():
        if len({whole.table_id for whole in members}) == len(members) == alike[words] > 1:
            first = members[0]
            yield Whole(
                first.role,
                sum((whole.value for whole in members), Decimal(0)),
                sum((whole.low for whole in members), Decimal(0)),
                sum((whole.high for whole in members), Decimal(0)),
                first.year,
                "table",
                first.document_id,
                " + ".join(whole.text.lstrip("= ") for whole in members),
                first.text,
                first.place,
            )


def sums_of_columns(views: Sequence[TableView]) -> Iterator[tuple[Decimal, Decimal]]:
    """What the lines of each column come to, lowest and highest, kronor, whatever its total says."""
    for view in views:
        for column in view.columns:
            lines = (line for line in view.lines if line.kind == "addend")
            numbers = [number for line in lines if (number := view.number(line, column)) is not None]
            if len(numbers) > 1 and all(number.is_money for number in numbers):
                made = sum((number.value * number.factor for number in numbers), Decimal(0))
                steps = (number.step * number.factor for number in numbers if number.rounded or column.is_rounded)
                slack = sum(steps, Decimal(0)) / 2
                yield made - slack, made + slack
