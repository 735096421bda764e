"""What an initiative or a chapter costs: told in the text under its heading, and in its row of a table."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from checks.check_input import CheckInput
from checks.tables.labels import folded, without_numbering
from checks.tables.structure import tables_of
from checks.ties.disagreement import Disagreement, may_be_one_fact
from checks.ties.ledgers import ledger_of
from checks.ties.table_wholes import from_cell
from checks.ties.wholes import Whole, whole_of
from models.rows import Amount

FEWEST = 2
"""Initiatives whose text and row agree before another one's differ: that shows what the table's rows hold."""
SURE = 3
"""From so many on, and where no second one differs, it is sure."""
_RATE = re.compile(
    r"\bper (?:år|månad|plats|person|deltagare|tillfälle|kommun)\b|årligen|vardera|varav|därav", re.IGNORECASE
)


_TELLING = ("paragraph", "list_item")
_InRows = dict[str, dict["_Spot", list[Whole]]]
_Spot = tuple[str, int | None]
"""A column of a table: its table_id and its place there."""


@dataclass(frozen=True, slots=True)
class _Costs:
    """The sums of one initiative; of a table with a column for each year only one is what the text tells."""

    told: Sequence[Whole]
    in_rows: Mapping[_Spot, Sequence[Whole]]

    def agrees_in(self, spot: _Spot) -> bool:
        return any(one.agrees(other) for one in self.told for other in self.in_rows.get(spot, ()))

    @property
    def agrees(self) -> bool:
        return any(map(self.agrees_in, self.in_rows))


def initiative_costs_that_differ(rows: CheckInput) -> Iterator[Disagreement]:
    """Every initiative of a plan whose one sum in the text is not that of its row, where those of others are."""
    if rows.documents[0].doc_type != "action_plan":
        return
    costs = _of_initiatives(rows) or _of_chapters(rows)
    shown = Counter(spot for each in costs for spot in each.in_rows if each.agrees_in(spot))
    if not shown:
        return
    spot, agreeing = shown.most_common(1)[0]
    differing = [each for each in costs if spot in each.in_rows and not each.agrees]
    if agreeing < max(FEWEST, 2 * len(differing)):
        return
    for each in differing:
        told, in_row = each.told[0], each.in_rows[spot][0]
        is_one_sum = len(each.told) == len(each.in_rows[spot]) == 1
        if is_one_sum and told.high - told.low <= told.value and may_be_one_fact(told, in_row):
            yield Disagreement(told, in_row, (), sure=agreeing >= SURE and len(differing) == 1)


def _of_initiatives(rows: CheckInput) -> list[_Costs]:
    """Of every initiative that has sums of both kinds, in the plan's order."""
    told: dict[str, list[Whole]] = defaultdict(list)
    in_rows: _InRows = defaultdict(lambda: defaultdict(list))
    for amount in rows.amounts:
        if amount.initiative_id is None or amount.activity_id is not None:
            continue
        if amount.table_id is not None:
            in_rows[amount.initiative_id][amount.table_id, amount.col].append(whole_of("planned", amount, "table"))
        elif _tells_a_cost(amount):
            told[amount.initiative_id].append(whole_of("planned", amount, "prose"))
    return [_Costs(told[each], in_rows[each]) for each in told if each in in_rows]


def _of_chapters(rows: CheckInput) -> list[_Costs]:
    """The same of every heading that a table's row is called by: a chapter of several initiatives has one row."""
    in_text: dict[int, list[Amount]] = defaultdict(list)
    for amount in rows.amounts:
        if amount.table_id is None and amount.activity_id is None and _tells_a_cost(amount):
            in_text[amount.page].append(amount)
    headings = {without_numbering(folded(each.text)) for each in rows.passages if each.kind == "heading"}
    in_rows = _rows_called(rows, headings) if in_text else {}
    told: dict[str, list[Whole]] = defaultdict(list)
    chapter, level = "", 0
    for passage in rows.passages if in_rows and in_text else ():
        if passage.kind == "heading":
            name = without_numbering(folded(passage.text))
            if name in in_rows:
                chapter, level = name, passage.level or 0
            elif (passage.level or 0) < level:
                chapter = ""
        elif chapter and passage.kind in _TELLING and passage.text:
            amounts = (each for each in in_text[passage.page] if each.text in passage.text)
            told[chapter] += [whole_of("planned", each, "prose") for each in amounts]
    return [_Costs(sums, in_rows[name]) for name, sums in told.items() if sums]


def _rows_called(rows: CheckInput, names: Collection[str]) -> _InRows:
    """The numbers of the rows of these names, whether or not their table says that they are kronor."""
    found: _InRows = defaultdict(lambda: defaultdict(list))
    for view in tables_of(rows):
        for line in view.lines:
            name = without_numbering(folded(line.label))
            if line.kind != "addend" or name not in names:
                continue
            for column in view.columns:
                if view.number(line, column) is not None:
                    whole = from_cell(view, column.index, line, "planned", rows.once(ledger_of).amounts)
                    found[name][view.table.table_id, column.index].append(whole)
    return found


def _tells_a_cost(amount: Amount) -> bool:
    return _RATE.search(amount.subject or "") is None
