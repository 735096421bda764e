"""One line of an account in several tables: `Årets resultat` in the income statement and in the balance sheet.

Tables that agree in one such number tell of the same thing; then they agree in all of them.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from checks.arithmetic import Arithmetic, Quantity, quantities
from checks.check_input import CheckInput
from checks.tables.columns import Column
from checks.tables.labels import folded, years_in
from checks.tables.lines import Line
from checks.tables.narrowing import is_bare_total
from checks.tables.structure import TableView, tables_of
from checks.violation import Violation
from checks.wording import NO_BREAK_SPACE, Argument, Bilingual
from models.numbers import KRONOR, Unit

FEWEST_LETTERS = 6
"""A shorter label (Lön, Övrigt) comes again for other things."""
TELLING = 100
"""A smaller number may be the same in two tables by chance."""
SURE = 2
"""Numbers that agree where one that does not is sure to be the same fact."""

NAMED_LINE_MESSAGES: Mapping[str, Bilingual] = {
    "line_differs": Bilingual(
        sv="Sida {page}: ”{label}” för {year} är {stated}{unit} i {table}, men {against}{other_unit} i {other_table} "
        "på sida {other_page}. Tabellerna är överens om {count} andra tal.",
        en="Page {page}: “{label}” for {year} is {stated}{unit} in {table}, but {against}{other_unit} in {other_table} "
        "on page {other_page}. The tables agree in {count} other numbers.",
    ),
}
_TABLE = Bilingual(sv="en tabell utan titel", en="a table without a title")

Fact = tuple[str, int]
"""A line's label and the year of the column that its number stands in."""


@dataclass(frozen=True, slots=True)
class _Stated:
    """A fact as one table states it; the sign is left out, for costs bear a minus in some tables only."""

    view: TableView
    line: Line
    column: Column
    value: Quantity

    def agrees(self, other: "_Stated") -> bool:
        return self.value.low <= other.value.high and other.value.low <= self.value.high


def lines_that_differ(rule: str, rows: CheckInput) -> Iterator[Violation]:
    """Every fact in which two tables of one document differ that agree in all others, and in one at least."""
    facts = [stated for view in tables_of(rows) if (stated := _facts_of(view))]
    for first, second in combinations(facts, 2):
        shared = [fact for fact in first if fact in second]
        same = [fact for fact in shared if _agree(first[fact], second[fact])]
        told = {each.value.value for fact in same for each in first[fact] if each.value.value >= TELLING}
        other = [fact for fact in shared if fact not in same]
        if len(other) == 1 and told and len(first[other[0]]) == len(second[other[0]]) == 1:
            yield _violation(rule, second[other[0]][0], first[other[0]][0], other[0], len(same))


def _facts_of(view: TableView) -> dict[Fact, list[_Stated]]:
    """The numbers of lines with a name under years. In one table a fact may be stated of several, as of a group."""
    found: dict[Fact, list[_Stated]] = defaultdict(list)
    for column in view.columns:
        years = years_in(column.heading)
        if len(years) != 1 or column.share or column.unit in ("percent", "count"):
            continue
        for line in view.lines:
            label, number = folded(line.label), view.number(line, column)
            if line.kind == "section" or number is None or len(label) < FEWEST_LETTERS or is_bare_total(label):
                continue
            [told] = quantities([number], shares=column.is_rounded)
            factor = KRONOR[number.unit] if number.unit in KRONOR else Decimal(1)
            value = told.times(factor if number.value >= 0 else -factor)
            found[label, min(years)].append(_Stated(view, line, column, value))
    return found


def _agree(one: Sequence[_Stated], other: Sequence[_Stated]) -> bool:
    return any(first.agrees(second) for first in one for second in other)


def _violation(rule: str, stated: _Stated, against: _Stated, fact: Fact, count: int) -> Violation:
    doubted = any(each.view.doubt is not None for each in (stated, against))
    is_sure = count >= SURE and not doubted
    difference = stated.value.value - against.value.value
    tolerance = (stated.value.width + against.value.width) / 2
    arithmetic = Arithmetic(
        against.value.value, stated.value.value, difference, tolerance, "rounded" if tolerance else "exact", "error"
    )
    here, there = (
        each.view.evidence("stated", each.line, each.column, None if each is against else -difference)
        for each in (stated, against)
    )
    arguments: dict[str, Argument] = {
        "page": str(stated.view.cells[stated.line.row, stated.column.index].page),
        "other_page": str(against.view.cells[against.line.row, against.column.index].page),
        "label": stated.line.label,
        "year": str(fact[1]),
        "stated": here.value or Decimal(0),
        "against": there.value or Decimal(0),
        "unit": _unit(stated),
        "other_unit": _unit(against),
        "table": _name(stated.view),
        "other_table": _name(against.view),
        "count": str(count),
    }
    return Violation(
        rule=rule,
        severity="error" if is_sure else "warning",
        document_id=stated.view.document.document_id,
        subject=f"{stated.line.label} {fact[1]}",
        key=(fact[0], str(fact[1]), stated.view.table.title or ""),
        messages=("line_differs", *(("doubt",) if doubted else ())),
        arguments=arguments,
        arithmetic=arithmetic,
        evidence=(here, there),
    )


def _unit(stated: _Stated) -> str:
    unit: Unit | None = stated.column.unit
    return f"{NO_BREAK_SPACE}{unit}" if unit in KRONOR else ""


def _name(view: TableView) -> Argument:
    return f"”{view.table.title}”" if view.table.title else _TABLE
