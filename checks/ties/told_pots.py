"""Pots told in running text: what sentences share out makes, to the krona, a sum that another sentence tells.

No word need say that the sentences share out that very sum: so many sums do not come to it by chance.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from math import gcd

from checks.check_input import CheckInput
from checks.recalculation.figures import is_sentence
from checks.ties.ledgers import ledger_of
from checks.ties.pots import Pot
from checks.ties.wholes import whole_of
from models.rows import Amount

FEWEST_PARTS = 4
FEWEST_STEPS = 10_000
"""So many times must the pot hold what all its parts can be divided by: sums in whole hundred thousands meet easily."""
_SHARED_OUT = ("allocated", "planned")
_FOR_ANOTHER_TOO = re.compile(
    r"\btotalpott|\bsamma (?:medel|pengar|summa|pott|belopp)\b|\bdelas (?:av|med|mellan)\b"
    r"|\b(?:täcka?|täcker|räcka|räcker|avser|gäller|finansierar?|bekostar?)\s(?:till\s)?både\b",
    re.IGNORECASE,
)
"""The sum is for something else as well, where it is told again: `en totalpott på 60 000 kr som ska täcka både ...`."""


def told_pots_of(rows: CheckInput) -> Iterator[Pot]:
    """Every sum that the document's sentences make only where money that two of them share counts in both."""
    told = [amount for amount in rows.amounts if is_sentence(amount)]
    if not any(_FOR_ANOTHER_TOO.search(amount.subject or "") for amount in told):
        return
    met: set[Decimal] = set()
    for pot in told:
        if pot.approximate or pot.value_low != pot.value_high or pot.value_sek in met:
            continue
        parts = [each for each in told if each.kind in _SHARED_OUT and _may_be_of(each, pot)]
        twice = sum((part.value_sek for part in parts), Decimal(0))
        again = _told_again(parts)
        if len(parts) >= FEWEST_PARTS and again and twice == pot.value_sek and _is_telling(pot, parts):
            met.add(pot.value_sek)
            yield Pot(
                rows.once(ledger_of),
                name="",
                total=whole_of("planned", pot, "prose"),
                row=None,
                once=twice - again,
                twice=twice,
                shared=True,
                told=tuple(whole_of("planned", part, "prose") for part in parts),
                is_rough=any(part.approximate for part in parts),
            )


def _may_be_of(part: Amount, pot: Amount) -> bool:
    return part is not pot and part.value_sek < pot.value_sek and part.year in (None, pot.year)


def _told_again(parts: Sequence[Amount]) -> Decimal:
    """What is left out where shared money counts once: of sums that are alike, and one of which says it is shared."""
    alike: dict[Decimal, list[Amount]] = defaultdict(list)
    for part in parts:
        alike[part.value_sek].append(part)
    again = Decimal(0)
    for value, several in alike.items():
        shared = sum(_FOR_ANOTHER_TOO.search(each.subject or "") is not None for each in several)
        if shared and len(several) > 1:
            again += value * max(1, shared - 1)
    return again


def _is_telling(pot: Amount, parts: Sequence[Amount]) -> bool:
    grain = gcd(int(pot.value_sek), *(int(part.value_sek) for part in parts))
    return int(pot.value_sek) >= FEWEST_STEPS * grain
