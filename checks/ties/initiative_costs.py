"""What an initiative costs: told in the text under its heading, and in its row of a table."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checks.check_input import CheckInput
from checks.ties.disagreement import Disagreement, may_be_one_fact
from checks.ties.wholes import Whole, whole_of

FEWEST = 2
"""Initiatives whose text and row agree before another one's differ: that shows what the table's rows hold."""
SURE = 3
"""From so many on, and where no second one differs, it is sure."""
_RATE = re.compile(
    r"\bper (?:år|månad|plats|person|deltagare|tillfälle|kommun)\b|årligen|vardera|varav|därav", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Costs:
    """The sums of one initiative."""

    told: Sequence[Whole]
    in_rows: Sequence[Whole]

    @property
    def agree(self) -> bool:
        return any(one.agrees(other) for one in self.told for other in self.in_rows)


def initiative_costs_that_differ(rows: CheckInput) -> Iterator[Disagreement]:
    """Every initiative of a plan whose one sum in the text is not that of its row, where those of others are."""
    if rows.documents[0].doc_type != "action_plan":
        return
    costs = _costs(rows)
    agreeing = sum(each.agree for each in costs)
    differing = [each for each in costs if not each.agree]
    if agreeing < max(FEWEST, 2 * len(differing)):
        return
    for each in differing:
        told, in_row = each.told[0], each.in_rows[0]
        is_one_sum = len(each.told) == 1 and all(one.agrees(in_row) for one in each.in_rows)
        if is_one_sum and told.high - told.low <= told.value and may_be_one_fact(told, in_row):
            yield Disagreement(told, in_row, (), sure=agreeing >= SURE and len(differing) == 1)


def _costs(rows: CheckInput) -> list[_Costs]:
    """Of every initiative that has sums of both kinds, in the plan's order."""
    told: dict[str, list[Whole]] = defaultdict(list)
    in_rows: dict[str, list[Whole]] = defaultdict(list)
    for amount in rows.amounts:
        if amount.initiative_id is None or amount.activity_id is not None:
            continue
        if amount.table_id is not None:
            in_rows[amount.initiative_id].append(whole_of("planned", amount, "table"))
        elif not _RATE.search(amount.subject or ""):
            told[amount.initiative_id].append(whole_of("planned", amount, "prose"))
    return [_Costs(told[each], in_rows[each]) for each in told if each in in_rows]
