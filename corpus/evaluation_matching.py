"""When two texts say the same, and which prediction answers to which truth.

Letters may differ a little; numbers and dates never: texts whose numbers or months are not
the same do not match at all.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from rapidfuzz.distance import Levenshtein

SOFT = 0.20
"""Largest normalized Levenshtein distance of a soft match: similarity >= 0.80."""
STRICT = 0.03
"""Largest distance of a strict match: similarity >= 0.97."""

Cost = tuple[float, ...]
Asked = TypeVar("Asked")
Predicted = TypeVar("Predicted")

_GAP_IN_NUMBER = re.compile(r"(?<=\d)\s(?=\d)|(?<=\d,)\s(?=\d)")
_OPENING_MINUS = re.compile(r"^[-−–](?=\d)")
_NUMBER_OR_MONTH = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)*)"
    r"|\b(?P<month>jan(?:uari)?|feb(?:ruari)?|mars?|apr(?:il)?|maj|juni?|juli?"
    r"|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b",
    re.IGNORECASE,
)


_NUMBER_LABEL = re.compile(r"^Aktivitet(?:er)?\s+\d{1,3}(?:\.\d+)?\s*[.:)–-]\s*(?=\S)", re.IGNORECASE)
"""A numbered activity's label: its number has a column of its own and is no part of its text."""


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """NFC, single spaces, none inside numbers, no "Aktivitet 3." before, no punctuation at the end; case is kept."""
    spaced = " ".join(unicodedata.normalize("NFC", text).split())
    return _GAP_IN_NUMBER.sub("", _NUMBER_LABEL.sub("", spaced)).rstrip(" .,;:")


@lru_cache(maxsize=8192)
def numbers_in(text: str) -> tuple[str, ...]:
    """Numbers and months of a text in order: what must be the same, never nearly the same.

    Decimal commas become points; a minus counts where it opens the text (elsewhere it is a dash).
    """
    words = plain(text)
    found = [
        match["number"].replace(",", ".") if match["number"] else match["month"][:3].lower()
        for match in _NUMBER_OR_MONTH.finditer(words)
    ]
    return ("-", *found) if _OPENING_MINUS.match(words) else tuple(found)


def text_distance(one: str, other: str) -> float:
    """Normalized Levenshtein distance, 0 to 1, of the plain texts; 1 where their numbers differ."""
    if numbers_in(one) != numbers_in(other):
        return 1.0
    return Levenshtein.normalized_distance(plain(one), plain(other))


def pair_best(costs: Iterable[tuple[Cost, int, int]]) -> list[tuple[int, int]]:
    """One to one, cheapest first; ties go to the lowest indices. Pairs in order of the first index."""
    left: set[int] = set()
    right: set[int] = set()
    pairs: list[tuple[int, int]] = []
    for _, i, j in sorted(costs):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((i, j))
    return sorted(pairs)


@dataclass(frozen=True)
class Matching(Generic[Asked, Predicted]):
    """What was asked for and found, and how many predictions answered to optional items only."""

    pairs: tuple[tuple[Asked, Predicted], ...]
    excused: int


def match_items(
    required: Sequence[Asked],
    optional: Sequence[Asked],
    predicted: Sequence[Predicted],
    cost: Callable[[Asked, Predicted], Cost | None],
) -> Matching[Asked, Predicted]:
    """Required items take their predictions first, optional ones from what is left.

    cost is None where the two do not match.
    """
    pairs = _pair(required, predicted, cost)
    taken = {j for _, j in pairs}
    rest = [item for j, item in enumerate(predicted) if j not in taken]
    return Matching(
        pairs=tuple((required[i], predicted[j]) for i, j in pairs),
        excused=len(_pair(optional, rest, cost)),
    )


def _pair(
    asked: Sequence[Asked],
    predicted: Sequence[Predicted],
    cost: Callable[[Asked, Predicted], Cost | None],
) -> list[tuple[int, int]]:
    return pair_best(
        (price, i, j)
        for i, one in enumerate(asked)
        for j, other in enumerate(predicted)
        if (price := cost(one, other)) is not None
    )
