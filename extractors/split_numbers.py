"""Identity numbers parted over texts beside each other: a box for each digit, or for year, month, day and rest."""

import re
from collections.abc import Sequence
from itertools import groupby

from extractors.identity_numbers import DASH, is_identity_number

_LENGTHS = (10, 12)
_SMALL = 2
"""Digits of a box that holds a digit, a month or a day."""
_LAST = 4
_PIECE = re.compile(rf"\d{{1,8}}|[{DASH}]")
_ASKS = re.compile(r"(?:^|\b)(?:person(?:nummer|nr)|pnr|samordningsn(?:ummer|r)|födelsen(?:ummer|r))\b", re.IGNORECASE)
_ASKS_ALSO = re.compile(r"organisation|\borg\b|\bantal\b", re.IGNORECASE)


def asks_identity(label: str) -> bool:
    """True for what asks for an identity number and for nothing else."""
    return _ASKS.search(label) is not None and _ASKS_ALSO.search(label) is None


def pieces_of_identity(texts: Sequence[str], *, named: bool = False) -> set[int]:
    """Which of the texts, side by side, hold an identity number between them.

    Without its name (`named`) it is one by its check digit where no piece but year and end has more than two digits.
    """
    found: set[int] = set()
    for is_piece, run in groupby(range(len(texts)), lambda at: _PIECE.fullmatch(texts[at].strip()) is not None):
        held = list(run)
        digits = [texts[at].strip() for at in held if texts[at].strip().isdigit()]
        whole = "".join(digits)
        if not is_piece or len(digits) < _SMALL or len(whole) not in _LENGTHS:
            continue
        boxes = all(len(piece) <= _SMALL for piece in digits[1:-1]) and len(digits[0]) <= _LAST >= len(digits[-1])
        if named or (boxes and len(digits) > _SMALL and is_identity_number(whole)):
            found.update(held)
    return found
