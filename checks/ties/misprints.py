"""Sums of many digits that differ in one of them: one sum, misprinted, whatever it is called where it stands.

That two sums of six digits or more, not rounded, are alike but for one digit by chance is so rare that the sentence
need not say of which fact it tells.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from checks.check_input import CheckInput
from checks.ties.ledgers import ledger_of
from checks.ties.tie import subject_of, tie_arguments, tie_evidence, weighed
from checks.ties.wholes import ROLES, Role, Whole, whole_of
from checks.violation import Violation
from checks.wording import Bilingual
from models.place import Place
from models.rows import Amount

FEWEST_DIGITS = 6
"""Digits before the zeros at the end: round sums are near each other by nature."""
FEWEST_SWAPPED = 4
"""Enough for two sums outside tables, told of one fact and year, of which two digits have changed places."""
DIGITS_ENOUGH = 7
"""So many that the two are one sum though one is told of another year: what was granted one year is used the next."""
_NO_SUM_OF_ITS_OWN = frozenset(["unit_rate"])
"""A rate may well be near the sum of a whole post."""
_ONE_MONEY: Mapping[Role, Role] = {"requisitioned": "granted"}
"""What was asked for of a grant is what came of it, unless the digits say otherwise."""

MISPRINT_MESSAGES: Mapping[str, Bilingual] = {
    "one_digit_apart": Bilingual(
        sv="Sida {page}: {stated} kr (”{words}”) och {against} kr på sida {other_page} (”{other_words}”) är lika så "
        "när som på en siffra eller två som bytt plats. Skillnad {difference} kr: det är troligen samma belopp.",
        en="Page {page}: {stated} kr (“{words}”) and {against} kr on page {other_page} (“{other_words}”) are the same "
        "but for one digit, or two that have changed places. Difference {difference} kr: it is likely the same sum.",
    ),
}


@dataclass(frozen=True, slots=True)
class _Sum:
    """An amount, and the document's rows that it is one of."""

    amount: Amount
    rows: CheckInput

    @property
    def role(self) -> Role | None:
        role = ROLES.get(self.amount.kind)
        return _ONE_MONEY.get(role, role) if role is not None else None

    @property
    def is_in_table(self) -> bool:
        return self.amount.table_id is not None

    @property
    def whole(self) -> Whole:
        return whole_of(ROLES.get(self.amount.kind, "planned"), self.amount, "table" if self.is_in_table else "prose")

    @property
    def place(self) -> tuple[str, Place]:
        return self.amount.document_id, self.whole.place


@dataclass(frozen=True, slots=True)
class Misprint:
    """stated stands in the running text; against, elsewhere in the same file, has all its digits but one."""

    stated: _Sum
    against: _Sum

    @property
    def is_text_and_table(self) -> bool:
        """True for two of one document, of which one stands in a table."""
        return self.against.is_in_table and self.stated.amount.document_id == self.against.amount.document_id

    @property
    def places(self) -> frozenset[tuple[str, Place]]:
        return frozenset([self.stated.place, self.against.place])

    def violation(self, rule: str) -> Violation:
        """A warning: nothing in the words says that the two are one fact."""
        stated, against = self.stated.whole, self.against.whole
        doubted = any(each.rows.once(ledger_of).is_doubted(each.whole) for each in (self.stated, self.against))
        is_other = stated.document_id != against.document_id
        arithmetic = weighed(stated, against)
        return Violation(
            rule=rule,
            severity="warning",
            document_id=stated.document_id,
            subject=subject_of(stated.words, stated.text),
            key=("misprint", stated.words),
            messages=("one_digit_apart", *(("doubt",) if doubted else ())),
            arguments=tie_arguments(stated, against, arithmetic),
            arithmetic=arithmetic,
            evidence=tie_evidence(stated, against),
            other_document_id=against.document_id if is_other else None,
        )


def misprints_of(rows: CheckInput) -> tuple[Misprint, ...]:
    """For each sum in the text of a file, or of a document, that stands nowhere else in it: what it misses by a digit.

    Where several do, the one that stands most often. Not where their difference is stated too: then they are two
    facts, and what parts them is the third.
    """
    return tuple(_among(_sums_of(rows)))


def _sums_of(rows: CheckInput) -> list[_Sum]:
    """The sums of the documents, those left out that are another's duplicate."""
    own = (part for part in rows.one_by_one() if part.documents[0].duplicate_of is None)
    return [_Sum(amount, part) for part in own for amount in part.amounts]


def _among(sums: Sequence[_Sum]) -> Iterator[Misprint]:
    stated = {each.amount.value_sek for each in sums}
    long = [each for each in sums if _is_long(each.amount)]
    times = Counter(each.amount.value_sek for each in long)
    seen: set[frozenset[Decimal]] = set()
    for told in long:
        if told.is_in_table or times[told.amount.value_sek] > 1:
            continue
        near = [each for each in long if _may_be_one(told, each) and _apart(told, each) not in stated]
        if near:
            against = max(near, key=lambda each: (times[each.amount.value_sek], told.role == each.role))
            pair = frozenset([told.amount.value_sek, against.amount.value_sek])
            if pair not in seen:
                seen.add(pair)
                yield Misprint(told, against)


def _is_long(amount: Amount) -> bool:
    """True for whole kronor, written out, of many digits before the zeros at their end."""
    return (
        amount.kind not in _NO_SUM_OF_ITS_OWN
        and not amount.approximate
        and amount.value_low == amount.value_high
        and amount.value_sek == amount.value_sek.to_integral_value()
        and _digits(amount) >= FEWEST_SWAPPED
    )


def _digits(amount: Amount) -> int:
    """How many digits stand before the zeros at the end."""
    return len(str(int(abs(amount.value_sek))).rstrip("0"))


def _apart(one: _Sum, other: _Sum) -> Decimal:
    return abs(one.amount.value_sek - other.amount.value_sek)


def _may_be_one(one: _Sum, other: _Sum) -> bool:
    """True where their digits say so, and neither their years nor what they are called say otherwise."""
    roles, years = {one.role, other.role} - {None}, {one.amount.year, other.amount.year} - {None}
    digits = min(_digits(one.amount), _digits(other.amount))
    one_year = len(years) < 2 or digits >= DIGITS_ENOUGH
    if digits < FEWEST_DIGITS:
        in_text = not one.is_in_table and not other.is_in_table
        one_fact = in_text and one.role == other.role is not None and one.amount.year == other.amount.year
        first, second = (str(int(abs(each.amount.value_sek))) for each in (one, other))
        return one_fact and is_swapped(first, second)
    return len(roles) < 2 and one_year and is_one_digit_off(one.amount.value_sek, other.amount.value_sek)


def is_one_digit_off(one: Decimal, other: Decimal) -> bool:
    """True where two whole numbers differ in one digit, or in two beside each other that have changed places.

    A difference of 1 is what is left of a sum cut in halves, or of its rounding.
    """
    first, second = str(int(abs(one))), str(int(abs(other)))
    if len(first) != len(second) or abs(one - other) <= 1:
        return False
    differs = sum(a != b for a, b in zip(first, second, strict=True))
    return differs == 1 or is_swapped(first, second)


def is_swapped(one: str, other: str) -> bool:
    """True for the same digits, but for two different ones beside each other that have changed places."""
    differs = [place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    if len(one) != len(other) or len(differs) != 2:
        return False
    left, right = differs
    return right == left + 1 and (one[left], one[right]) == (other[right], other[left])
