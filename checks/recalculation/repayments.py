"""What is left of a grant and what is to be repaid of it, told one below the other in a form or a table."""

import re
from collections.abc import Iterator

from checks.arithmetic import add_up
from checks.check_input import CheckInput
from checks.recalculation.figures import figure_of_amount, is_sentence, kronor_of
from checks.recalculation.recalculated import Claim, named
from checks.recalculation.statements import NEAR
from checks.tables.labels import is_breakdown, is_opening
from models.rows import Amount

_KEPT = re.compile(
    r"för(?:as|s|a|des|ts)? över|överför|behåll|anstånd|nästa (?:år|period)|kommande år|kvittas|omfördel", re.IGNORECASE
)
"""The text says that money is kept, or may be."""


def repayments_short_of_what_is_left(rows: CheckInput) -> Iterator[Claim]:
    """Less is to be repaid than the line above it says is left, and nothing tells of the rest: never an error.

    More than that is a balance that does not balance (checks.recalculation.accounts).
    """
    repaid = [each for each in rows.amounts if each.kind == "repayable" and not is_sentence(each)]
    if not repaid or any(_KEPT.search(each.text or "") for each in rows.passages):
        return
    stated = {each.value_sek for each in rows.amounts} | {each.value_number for each in rows.fields}
    stated |= {kronor_of(cell) for cell in rows.cells}
    for rest in repaid:
        left = [each for each in rows.amounts if each.kind == "remaining" and _stands_above(each, rest)]
        values = {each.value_sek for each in left}
        if len(values) != 1 or is_breakdown(rest.subject or "") or not 0 < rest.value_sek < left[0].value_sek:
            continue
        if left[0].value_sek - rest.value_sek not in stated:
            whole, part = figure_of_amount(left[0]), figure_of_amount(rest)
            arithmetic = add_up(part.quantity, [whole.quantity])
            if arithmetic.grade == "error":
                yield Claim(part, (whole,), named(whole), arithmetic, only_warn="part_repaid")


def _stands_above(left: Amount, rest: Amount) -> bool:
    """Right above it, in the same table or form."""
    return (
        not is_sentence(left)
        and not is_opening(left.subject or "")
        and (left.page, left.table_id, left.year, left.col) == (rest.page, rest.table_id, rest.year, rest.col)
        and 0 < rest.top - left.top <= NEAR
    )
