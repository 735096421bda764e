"""Sums of money in running text: a number with a unit of money beside it."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.numbers.money_digits import DASH, Digits, find_digits, join_odd_groups, join_stray_comma
from extractors.numbers.money_words import (
    UnitFound,
    counts_things,
    hedge_before,
    label_before,
    unit_after,
    unit_before,
)
from extractors.remembered import remembered
from models.numbers import KRONOR, WrittenNumber

ORE = Decimal("0.01")
_MOST_KRONOR = Decimal(10) ** 15
_KRONOR_SIGN = re.compile(rf"[:;,][{DASH}](?![{DASH}0-9])")
_LIST_BEFORE = re.compile(r"[0-9]\s*,\s*$")
_RANGE = re.compile(rf"(?P<tight>[{DASH}])|\s[{DASH}]\s|\s[{DASH}]|[{DASH}]\s|\s(?P<words>och|till|eller)\s")
_RANGE_WORDS = re.compile(r"(?:mellan|från)\s+(?:(?:ca|cirka)\.?\s+)?$", re.IGNORECASE)
_NEAR = 10
"""A range's ends are within a factor of ten: "aktivitet 3 - 50 000 kr" is no range."""


@dataclass(frozen=True, slots=True)
class MoneyMention:
    """A sum of money at text[start:end], hedging words and unit included."""

    start: int
    end: int
    text: str
    number: WrittenNumber


@remembered
def find_money(text: str) -> tuple[MoneyMention, ...]:
    """Every sum of money in a text, in order, none overlapping another.

    A number counts as money only where a unit or sign of money stands beside it. Of a range
    ("5–6 miljoner kronor") both ends are given; the first one's text is then its digits alone.
    Amounts finer than an öre are prices or rates and are left out.
    """
    numbers = find_digits(text)
    mentions: list[MoneyMention] = []
    for index, number in enumerate(numbers):
        taken = mentions[-1].end if mentions else 0
        if number.start < taken:
            continue
        unit = _unit_of(text, number, taken)
        if unit is None:
            continue
        before = numbers[index - 1] if index and numbers[index - 1].start >= taken else None
        whole = (_joined(text, before, number, unit) if before else None) or number
        low = _range_start(text, before, number, unit) if before and whole is number else None
        if low is None and _glued(text, whole):
            continue
        side = None
        if low is not None:
            lower = _mention(text, low, unit, taken, is_range_start=True)
            side = lower.number.side if lower else None
            mentions += [lower] if lower else []
            # The dash of a range is no minus.
            taken = whole.start
        mention = _mention(text, whole, unit, taken)
        if mention is not None:
            # "ca 5–6 miljoner" hedges both ends.
            hedged = replace(mention.number, side=mention.number.side or side)
            mentions.append(replace(mention, number=hedged))
    return tuple(mentions)


def _unit_of(text: str, number: Digits, taken: int) -> UnitFound | None:
    """The unit beside a number: after it, or else before it where no other number owns that."""
    sign = _KRONOR_SIGN.match(text, number.end)
    if sign is not None and number.whole:
        after = unit_after(text, sign.end())
        says_kronor = after is not None and after.unit == "kr"
        if number.like_a_year and not says_kronor:
            return None
        end = after.end if after is not None and says_kronor else sign.end()
        return UnitFound(sign.start(), end, "kr", scale_only=False, malformed=None)
    unit = unit_after(text, number.end)
    if unit is not None:
        if number.like_a_year and text[unit.start] == "(":
            # "Utfall 2018 (kr)" is a header.
            return None
        # "en miljon" is a figure of speech until kronor are named.
        counts = unit.scale_only and (number.in_words or counts_things(text, number.start, unit.end))
        return None if counts else unit
    unit = unit_before(text, number.start)
    if unit is None or unit.start < taken or number.like_a_year:
        return None
    return unit


def _joined(text: str, before: Digits, number: Digits, unit: UnitFound) -> Digits | None:
    """Two runs of digits that are one number: `1 852 46`, or `6, 4` before `miljoner`."""
    odd = join_odd_groups(text, before, number)
    if odd is not None and (before.grouped or not label_before(text, before.start)):
        return odd
    if (
        unit.unit not in {"mnkr", "mdkr"}
        or _LIST_BEFORE.search(text[max(0, before.start - 8) : before.start])
        or label_before(text, before.start)
    ):
        return None
    return join_stray_comma(text, before, number)


def _range_start(text: str, before: Digits, number: Digits, unit: UnitFound) -> Digits | None:
    """The lower end of a range that ends in `number`; None where the two only stand beside each other."""
    joint = _RANGE.fullmatch(text[before.end : number.start])
    if joint is None or unit.start < number.start or before.in_words:
        return None
    if before.like_a_year and unit.unit == "kr":
        return None
    said = _RANGE_WORDS.search(text[max(0, before.start - 20) : before.start])
    if said is None:
        if joint["words"] is not None or not before.value < number.value <= before.value * _NEAR:
            return None
        if joint["tight"] is None and label_before(text, before.start):
            return None
    return None if _glued(text, before) else before


def _glued(text: str, number: Digits) -> bool:
    """Whether a hyphen ties the number to a code or a date before it ("212000-2882")."""
    head = text[max(0, number.start - 2) : number.start]
    return len(head) == 2 and head[1] in DASH and head[0].isdigit()


def _signed(text: str, start: int, taken: int) -> int:
    """Where the number begins with its minus; a dash before a space is a dash."""
    at = start - 1
    if at < taken or text[at] not in DASH:
        return start
    return at if at == 0 or text[at - 1].isspace() or text[at - 1] in "(=:" else start


def _mention(
    text: str, number: Digits, unit: UnitFound, taken: int, *, is_range_start: bool = False
) -> MoneyMention | None:
    """The mention with sign, hedge and unit; None where the size cannot be a sum of money."""
    if unit.unit == "kr":
        number = number.as_kronor()
    step, value = number.step, number.value
    factor = KRONOR[unit.unit]
    if step * factor < ORE or value * factor >= _MOST_KRONOR:
        return None
    start = number.start
    if unit.start < start:
        start = unit.start
    else:
        start = _signed(text, start, taken)
        if start < number.start:
            value = -value
    hedge = hedge_before(text, start)
    side = None
    if hedge is not None and hedge.start >= taken:
        start, side = hedge.start, hedge.side
    end = number.end if is_range_start else max(number.end, unit.end)
    written = WrittenNumber(value, step, unit.unit, side, number.malformed or unit.malformed)
    return MoneyMention(start, end, text[start:end], written)
