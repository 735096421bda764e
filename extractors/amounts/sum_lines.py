"""The sum that stands alone below a table, as surveys print it: `= 1 041 125`, `Summa: 1 041 125`."""

import re
from collections.abc import Sequence

from extractors.drafts import AmountDraft
from extractors.numbers.money import find_money, parse_number
from models.blocks import Block, Heading, Note, Paragraph, Table
from models.numbers import KRONOR, WrittenNumber

_SUM = re.compile(
    r"^(?:=|(?:summa|totalt?|totalsumma)\s*:?)\s*(?P<figure>\(?[-\u2212]?\d.*)$", re.IGNORECASE | re.DOTALL
)


def sum_lines(
    blocks: Sequence[Block], numbers: Sequence[dict[tuple[int, int], WrittenNumber]], years: Sequence[int | None]
) -> list[AmountDraft]:
    """A total for each such line right below a table with sums, in the unit of the table's last column of sums.

    One that bears its own unit (`Summa: 1 041 125 kr`) is a sum as any in the text, and not told here.

    `numbers` and `years` have one entry for each of the tables, in order.
    """
    found: list[AmountDraft] = []
    index = -1
    above: Table | None = None
    for block in blocks:
        if isinstance(block, Table):
            above, index = block, index + 1
        elif above is not None and isinstance(block, Heading | Paragraph) and (told := _SUM.match(block.text)):
            sums = [at for at, number in numbers[index].items() if number.unit in KRONOR]
            unit = numbers[index][max(sums, key=lambda at: at[::-1])].unit if sums else None
            number = parse_number(told["figure"], unit) if unit is not None else None
            if number is not None and number.unit in KRONOR and not any(find_money(block.text)):
                subject = above.text or None
                found.append(AmountDraft(number, block.text, block.places, "total", years[index], subject))
        elif not isinstance(block, Note):
            above = None
    return found
