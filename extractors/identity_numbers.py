"""Personal identity and coordination numbers in a text, however they are written.

With or without the century, the hyphen, spaces, with another sign in its place, letter by letter, within a VAT number.
The check digit and the day tell one from other digits. Where the word stands before it, digits are one whatever they
are: a misprinted number is as private. Sources: Skatteverket on personnummer and samordningsnummer.
"""

import re
from typing import Final

from stdnum.se import orgnr, personnummer

DASH: Final = r"\-+" + "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
SPACE: Final = r"[\s\u00a0\u2009\u202f]"
_CENTURY: Final = rf"(?:(?:19|20){SPACE}?)?"
_DASHED: Final = rf"{SPACE}?[{DASH}]{SPACE}?"
_WRITTEN: Final = tuple(
    re.compile(form + rf"(?!\d)(?!(?<=(?:19|20)\d\d)[{DASH}./]\d\d[{DASH}./]\d\d(?!\d))")  # no day after a day
    for form in (
        rf"{_CENTURY}\d{{6}}(?:{SPACE}?[{DASH}./:_=]{SPACE}?|{SPACE}{{0,2}})\d{{4}}",
        rf"{_CENTURY}\d{{6}}{_DASHED}\d{{2}}{SPACE}\d{{2}}",
        rf"(?:19|20)?\d\d(?:{SPACE}|[{DASH}./])\d\d(?:{SPACE}|[{DASH}./])\d\d{_DASHED}\d{{4}}",
        rf"{_CENTURY}(?:\d{SPACE}?){{6}}[{DASH}]{SPACE}?\d{{4}}",
        rf"(?:\d{SPACE}){{6,8}}(?:[{DASH}]{SPACE}?)?(?:\d{SPACE}){{3}}\d",
    )
)
_VAT: Final = re.compile(rf"SE{SPACE}?(?P<number>\d{{6}}{SPACE}?[{DASH}]?\d{{4}}){SPACE}?01(?!\d)", re.IGNORECASE)
_NAMED: Final = re.compile(
    rf"(?:\bperson(?:nummer|nr)|\bpnr|\bsamordningsn(?:ummer|r)|\bfödelsen(?:ummer|r))\b[^\w\n]{{0,6}}"
    rf"(?P<number>\d(?:(?:{SPACE}|[{DASH}./:]){{0,2}}\d){{5,11}})(?!\d)",
    re.IGNORECASE,
)
_LAST_FOUR: Final = re.compile(
    r"\b(?:fyra|4)\s+sista(?:\s+siffror(?:na)?)?(?:\s+är|\s+i\s+\w+)?[^\w\n]{1,6}(?P<number>\d{4})"
    r"(?!\d|\s?(?:kr|tkr)\b)",
    re.IGNORECASE,
)
_START: Final = re.compile(r"(?<!\d)\d")
_TEN: Final = 10


def identity_spans(text: str) -> list[tuple[int, int]]:
    """Where identity numbers stand in the text: begin and end, in its order, none over another."""
    found = [(m.start("number"), m.end("number")) for m in _NAMED.finditer(text)]
    found += [m.span("number") for m in _LAST_FOUR.finditer(text)]
    found += [m.span("number") for m in _VAT.finditer(text) if is_identity_number(m["number"])]
    for start in _START.finditer(text):
        matches = (form.match(text, start.start()) for form in _WRITTEN)
        ends = [match.end() for match in matches if match is not None and is_identity_number(match.group())]
        if ends:
            found.append((start.start(), max(ends)))
    spans: list[tuple[int, int]] = []
    for begin, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if not spans or begin >= spans[-1][1]:
            spans.append((begin, end))
    return spans


def is_identity_number(text: str) -> bool:
    """True for a personal identity or coordination number with a right check digit, whatever signs are in it."""
    digits = re.sub(r"\D", "", text)
    sign = "+" if "+" in text else "-"
    plain = f"{digits[:-4]}{sign}{digits[-4:]}"
    return bool(personnummer.is_valid(plain) or _is_coordination_number(digits))


def _is_coordination_number(digits: str) -> bool:
    """A samordningsnummer has 60 added to its day."""
    digits = digits[-_TEN:]
    if len(digits) != _TEN or not 61 <= int(digits[4:6]) <= 91 or not 1 <= int(digits[2:4]) <= 12:
        return False
    return bool(orgnr.is_valid(digits))
