"""Labels and answers beside each other that nothing sets apart: what the answers are tells that they are answers."""

import re
from collections.abc import Sequence

from extractors.tables.cut_lines import CutLine

_OF_BODIES = re.compile(r"\d{6}-\d{4}|(?:19|20)\d\d-\d\d-\d\d|\d{3} ?\d\d(?: [A-ZÅÄÖ]\S+)?")
"""An organisation's number, a date, a postal code with its town or without."""
_OF_PERSONS = re.compile(r"\S+@\S+\.\w+|0\d{1,3}[- ]?\d[\d ]{4,}")
"""A mail address, a telephone's number: beside a person's name they are no answers."""
_ASKS_FOR_THEM = re.compile(r"(?:e-?post|mejl|mail|telefon|mobil|tel\b)", re.IGNORECASE)
_MOST_WORDS, _LONGEST = 5, 40
"""Words and letters of a label."""
_SHARE = 3
"""One answer in so many is of a known make, at the least."""


def tell_answers(rows: Sequence[CutLine]) -> bool:
    """True where every line is a label of words with an answer, and several of these are what no text is.

    Beside a bare number a label names what is counted: that is a table.
    """
    if len(rows) < 2 or any(row.filled() != [0, 1] for row in rows):
        return False
    pairs = [(row.text(0), row.text(1)) for row in rows]
    if any(len(label.split()) > _MOST_WORDS or len(label) > _LONGEST or _has_digit(label) for label, _ in pairs):
        return False
    return _SHARE * sum(_is_told(label, answer) for label, answer in pairs) >= len(pairs)


def _has_digit(label: str) -> bool:
    return any(sign.isdigit() for sign in label)


def _is_told(label: str, answer: str) -> bool:
    if _OF_BODIES.fullmatch(answer):
        return True
    return _OF_PERSONS.fullmatch(answer) is not None and _ASKS_FOR_THEM.match(label) is not None
