"""The digits of a number as written in Swedish: groups of thousands, decimals, and odd groupings.

Characters only; what the number counts is decided by the words around it.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.remembered import remembered

SPACE = r"(?:[ \u00a0\u2007\u2009\u202f]|[ \u00a0]?\r?\n[ \u00a0]?)"
"""What may stand between two groups of thousands: one space of any width, or a line break."""

DASH = "-\u2010\u2011\u2012\u2013\u2014\u2212"
"""Hyphens, dashes and the minus sign, which documents use for one another."""

_BY_SPACE = rf"[0-9]{{1,3}}(?:{SPACE}[0-9]{{3}})+(?![0-9])"
_BY_POINT = r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?!\.?[0-9])"
_BY_COMMA = r"[1-9][0-9]{0,2}(?:,[0-9]{3}){2,}(?!,?[0-9])"
_COMMA_DECIMALS = r"(?:,(?P<decimals>[0-9]{1,6})(?![0-9]))?"
_POINT_DECIMALS = r"(?:[.,](?P<plain_decimals>[0-9]{1,6})(?!\.?[0-9]))?"

_IN_WORDS = {
    "en och en halv": Decimal("1.5"),
    "en halv": Decimal("0.5"),
    "en": Decimal(1),
    "ett": Decimal(1),
    "två": Decimal(2),
    "tre": Decimal(3),
    "fyra": Decimal(4),
    "fem": Decimal(5),
    "sex": Decimal(6),
    "sju": Decimal(7),
    "åtta": Decimal(8),
    "nio": Decimal(9),
    "tio": Decimal(10),
}
"""Numbers that are spelt out before a scale: `två miljoner kronor`, `en halv miljon`."""

_GLUED = rf"(?<=[a-zåäö]{{3}})(?={_BY_SPACE})"

DIGITS = re.compile(
    rf"(?P<tied>(?<=[0-9][.,:/])(?:{_BY_SPACE}|[0-9]+))|"
    rf"(?:(?P<glued>{_GLUED})|(?<!\w))(?:(?P<commas>{_BY_COMMA})"
    rf"|(?P<groups>{_BY_SPACE}|{_BY_POINT}){_COMMA_DECIMALS}"
    rf"|(?P<plain>[0-9]+){_POINT_DECIMALS}"
    rf"|(?P<words>(?i:{'|'.join(_IN_WORDS)}))(?=\s+(?i:miljon|miljard|tusen)))"
)
"""One number without sign or unit. A year before a number ("2023 45 000") is a number of its own.

Digits that stick to a word belong to the number where groups of thousands follow
("beviljades1 127 386"). What is tied to a number before it ("2020:548") is matched so that
its end is not taken for a number, and is none.
"""

_FIGURE = re.compile(r"[0-9]|(?i:milj|tusen)")
"""What a text that holds a number has at the least: most have neither, and are soon told."""
_MOST_DIGITS = 15
_GROUP = 3
_NO_SPACE = "no space before the number"
_ODD_COMMAS = "commas between the thousands"
ODD_GROUPING = "thousands not in groups of three"


@dataclass(frozen=True, slots=True)
class Digits:
    """A number's digits in a text: text[start:end] has the value; step is the unit of its last digit."""

    start: int
    end: int
    value: Decimal
    step: Decimal
    grouped: bool
    in_words: bool = False
    malformed: str | None = None

    @property
    def whole(self) -> bool:
        """Written without decimals."""
        return self.step == 1

    @property
    def like_a_year(self) -> bool:
        """Four digits in a row that may as well name a year."""
        return self.whole and not self.grouped and 1900 <= self.value <= 2199

    def as_kronor(self) -> "Digits":
        """The number where its unit is kronor: `45,000 kr` is no 45 kronor with three decimals."""
        if self.grouped or self.value < 1 or self.step != Decimal("0.001"):
            return self
        return replace(self, value=self.value.scaleb(3), step=Decimal(1), malformed=_ODD_COMMAS)


def decimal_of(integer: str, decimals: str) -> tuple[Decimal, Decimal]:
    """Value and step of `integer,decimals`; separators inside `integer` are dropped."""
    digits = re.sub(r"[^0-9]", "", integer)
    if not decimals:
        return Decimal(digits), Decimal(1)
    return Decimal(f"{digits}.{decimals}"), Decimal(1).scaleb(-len(decimals))


def digits_of(match: re.Match[str]) -> Digits | None:
    """A match of DIGITS as a number; None for a code (007) and for more digits than money can have."""
    if match["tied"] is not None:
        return None
    if match["words"] is not None:
        value = _IN_WORDS[match["words"].lower()]
        step = Decimal(1) if value == value.to_integral_value() else Decimal("0.1")
        return Digits(match.start(), match.end(), value, step, grouped=True, in_words=True)
    integer = match["commas"] or match["groups"] or match["plain"]
    if re.match("0[^,.]", integer) or sum(map(str.isdigit, integer)) > _MOST_DIGITS:
        return None
    value, step = decimal_of(integer, match["decimals"] or match["plain_decimals"] or "")
    return Digits(
        match.start(),
        match.end(),
        value,
        step,
        grouped=match["plain"] is None,
        malformed=_ODD_COMMAS if match["commas"] else _NO_SPACE if match["glued"] is not None else None,
    )


@remembered
def find_digits(text: str) -> tuple[Digits, ...]:
    """Every number in a text in order, whatever it counts."""
    if _FIGURE.search(text) is None:
        return ()
    return tuple(found for match in DIGITS.finditer(text) if (found := digits_of(match)) is not None)


def join_odd_groups(text: str, first: Digits, last: Digits) -> Digits | None:
    """`1 852` and `46` as the one number 185246 with odd grouping; None where they are two numbers.

    Only one or two digits after a group are taken for a torn group (`149 69`): anything longer may be a number of
    its own.
    """
    is_group = first.grouped or (first.end - first.start <= _GROUP and not first.in_words)
    if not (is_group and first.whole and last.whole and not last.grouped and last.end - last.start <= 2):
        return None
    if not re.fullmatch(SPACE, text[first.end : last.start]):
        return None
    value, step = decimal_of(text[first.start : last.end], "")
    return Digits(first.start, last.end, value, step, grouped=True, malformed=ODD_GROUPING)


_STRAY_COMMA = re.compile(rf"{SPACE},{SPACE}?|,{SPACE}")


def join_stray_comma(text: str, first: Digits, last: Digits) -> Digits | None:
    """`6, 4` as the one number 6,4; None where the two cannot be a number and its decimals.

    Whether they are is for the caller to say: only a scale (miljoner) after them makes it likely.
    """
    plain = first.whole and last.whole and not first.grouped and not last.grouped
    if not (plain and first.end - first.start <= 3 and last.end - last.start <= 2):
        return None
    if not _STRAY_COMMA.fullmatch(text[first.end : last.start]):
        return None
    value, step = decimal_of(text[first.start : first.end], text[last.start : last.end])
    return Digits(first.start, last.end, value, step, grouped=False)
