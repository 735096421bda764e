"""Lines whose sum is another line's too: `Lugn stund (gemensamma medel med Trygg start)`."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from checks.tables.labels import MOST_KEPT, folded
from checks.tables.lines import Line

_POT: Final = "gemensam pott"
_SHARED: Final = re.compile(
    rf"\b(?:{_POT}\b"
    r"|(?:(?:gemensamma|samma) medel (?:med|som)|del(?:as|ar) (?:medel |pott(?:en)? )?med)\b(?P<partner>.*))",
    re.IGNORECASE | re.DOTALL,
)
_BY_PLACE: Final = re.compile(
    r"\b(?:ovan\w*|nedan\w*|rad(?:en)?|insats(?:en)?|aktivitet(?:en)?|satsning(?:en)?|nr|punkt)\b"
)
_NO_NAME: Final = re.compile(r"[\W_]+")
_FEWEST_LETTERS: Final = 3


def shares_a_sum(line: Line, lines: Sequence[Line]) -> bool:
    """True for a line that says that its sum is that of another of the lines too: it counts once.

    Money can be shared with others than those who have a line: `Delas med kommunalförbundet` is a sum of its own.
    """
    partner = _partner(f"{line.label} {line.other_words}")
    if not partner or partner == _POT or _BY_PLACE.search(partner):
        return bool(partner)
    names = (_name(other.label) for other in lines if other.row != line.row)
    return any(
        min(len(name), len(partner)) >= _FEWEST_LETTERS and (name in partner or partner in name) for name in names
    )


@lru_cache(maxsize=MOST_KEPT)
def _partner(text: str) -> str:
    """What the text says that its sum is shared with; empty where it says nothing of it."""
    told = _SHARED.search(text)
    return _name(told["partner"] or _POT) if told is not None else ""


def _name(words: str) -> str:
    return _NO_NAME.sub(" ", folded(words)).strip()
