"""A table cell or a form's answer that is one number, and what a column's header makes of it."""

import re
from dataclasses import replace
from decimal import Decimal

from extractors.numbers.money_digits import DASH, Digits, find_digits, join_odd_groups, join_stray_comma
from extractors.numbers.money_words import hedge_before, unit_after, unit_before
from extractors.remembered import remembered
from models.numbers import Unit, WrittenNumber

_KRONOR_SIGN = re.compile(rf"\s*[:;,][{DASH}]{{1,2}}(?![0-9])")
_NOT_MONEY = re.compile(r"\s*(?:(?P<percent>%|procent\b)|(?P<count>st\b\.?|stycken\b|styck\b))", re.IGNORECASE)
_FINER_THAN_ORE = "finer than an öre"


@remembered
def parse_number(text: str, unit: Unit | None = None) -> WrittenNumber | None:
    """The whole text as one number; None where it is anything else or nothing.

    `unit` is what the column's header says and holds where the text names none. Bare
    parentheses mean minus, as in accounts; parentheses around a number with its unit do not.
    """
    body = text.strip().removeprefix("=").strip().rstrip("*").rstrip()
    bare = _inside_parentheses(body)
    if bare is not None:
        inner = _signed_number(bare, None)
        if inner is not None and inner.unit is None:
            inner = _signed_number(bare, unit)
            return None if inner is None or inner.value < 0 else replace(inner, value=-inner.value)
        body = bare
    return _signed_number(body, unit)


def _inside_parentheses(text: str) -> str | None:
    if len(text) > 2 and text[0] == "(" and text[-1] == ")" and not re.search("[()]", text[1:-1]):
        return text[1:-1].strip()
    return None


def _signed_number(text: str, unit: Unit | None) -> WrittenNumber | None:
    """[hedge] [minus] [kr] digits [unit], and nothing else."""
    digits = _only_digits(text)
    if digits is None:
        return None
    end, found, malformed = _unit_after_digits(text, digits)
    start = digits.start
    before = unit_before(text, start) if found is None else None
    if before is not None:
        start, found = before.start, before.unit
    start, negative = _sign_before(text, start)
    hedge = hedge_before(text, start)
    if hedge is not None:
        start = hedge.start
    if text[:start].strip() or text[end:].strip(" \u00a0\n."):
        return None
    if text[end:].strip() and found is None:
        return None
    said = found or unit
    if said == "kr":
        digits = digits.as_kronor()
    malformed = malformed or digits.malformed
    if malformed is None and said == "kr" and digits.step < Decimal("0.01"):
        malformed = _FINER_THAN_ORE
    value = -digits.value if negative else digits.value
    return WrittenNumber(value, digits.step, said, None if hedge is None else hedge.side, malformed)


def _only_digits(text: str) -> Digits | None:
    """The one number in a text, a torn group of thousands joined; None where there are none or more."""
    numbers = find_digits(text)
    if len(numbers) == 2:
        first, last = numbers
        joined = join_odd_groups(text, first, last)
        money = unit_after(text, last.end)
        if joined is not None and money is None and (last.end - last.start == 1 or not first.grouped):
            # `50 297 425 1` without a unit: as likely a footnote's mark; and `149 69` two counts.
            return None
        if joined is None and money is not None and money.unit in {"mnkr", "mdkr"}:
            joined = join_stray_comma(text, first, last)
        numbers = () if joined is None else (joined,)
    return numbers[0] if len(numbers) == 1 else None


def _unit_after_digits(text: str, digits: Digits) -> tuple[int, Unit | None, str | None]:
    """Where the number with its unit ends, the unit, and what is odd about it."""
    end = digits.end
    sign = _KRONOR_SIGN.match(text, end)
    if sign is not None:
        money = unit_after(text, sign.end())
        return (sign.end() if money is None else money.end), "kr", None
    money = unit_after(text, end)
    if money is not None:
        return money.end, money.unit, money.malformed
    other = _NOT_MONEY.match(text, end)
    if other is not None:
        return other.end(), "percent" if other["percent"] else "count", None
    return end, None, None


def _sign_before(text: str, start: int) -> tuple[int, bool]:
    """Where the number begins with its sign, and whether it is negative."""
    head = text[:start].rstrip()
    if head and head[-1] in DASH:
        return len(head) - 1, True
    if head.endswith("+"):
        return len(head) - 1, False
    return start, False


# A share that is named by its size ("varav 4 procent") has its sums under it, not percents.
_HEADER_SIGNS: tuple[tuple[Unit, str], ...] = (
    ("percent", r"(?<![0-9])(?<![0-9]\s)(?:%|\bprocent\w*)"),
    ("mdkr", r"\bmdkr\b|\bmiljarder\b"),
    ("mnkr", r"\b(?:mnkr|mkr|msek|miljoner|milj)\b"),
    ("tkr", r"\b(?:tkr|kkr|tsek|ksek)\b|\b(?:tusentals?|tusen|1\s?000(?:-tals?)?)\s+(?:kronor|kr)\b"),
    ("kr", r"\b(?:kr|kronor|sek)\b"),
)
_HEADER_WORDS = re.compile(
    r"\b(?:(?P<count>(?<!\bper )(?<!\befter )(?<!\benligt )(?<!\butifrån )"  # what money is shared by, none is counted
    r"(?:antal\w*|kvinnor|män|flickor|pojkar|personer|invånare|heltidstjänster|årsarbetare))"
    r"|(?P<kr>belopp\w*|\w*kostnad(?:er)?|budget\w*|utfall\w*|bokslut\w*|prognos\w*|\w*medel|\w*bidrag(?:et)?"
    r"|beviljat|beviljade|erhållet|erhållna|rekvirerat|rekvirerade|avsatt|avsatta|fördelat|fördelade|förbrukat"
    r"|förbrukade|kvarstående|återbetalas|anslag|intäkter|ersättning)"
    r"|(?P<share>andel\w*))\b",
    re.IGNORECASE,
)


def unit_of_header(text: str) -> Unit | None:
    """What a column's header says of the numbers under it; None where it says nothing of units.

    A sign of a unit goes before words, and of words the first: `Antal bidrag` counts,
    `Kostnad per invånare` is kronor.
    """
    unit = unit_signed(text)
    if unit is not None:
        return unit
    word = _HEADER_WORDS.search(text)
    if word is None or word["share"]:
        return None
    return "count" if word["count"] else "kr"


def unit_signed(text: str) -> Unit | None:
    """The unit whose sign or own name stands in a header; None for words that only sums or counts have."""
    return next((unit for unit, sign in _HEADER_SIGNS if re.search(sign, text, re.IGNORECASE)), None)
