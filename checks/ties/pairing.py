"""Pairing the activities of a plan with those of a report, by what they mean.

Two rows are one activity where they have the same words; else where their words are alike enough (word order and
endings do not matter) and nothing else is nearly as like. Equal sums speak for a pair, and so does the same place in
the order. A pairing says how sure it is.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from rapidfuzz import fuzz, process

from checks.tables.labels import folded

SURE = 88.0
"""token_sort_ratio from which two texts are the same activity in other words."""
POSSIBLE = 68.0
"""Below it they are different activities, whatever their sums."""
LEAD = 8.0
"""By how much a pair must be more alike than the next candidate, to be sure."""
EQUAL_SUMS = 14.0
"""What an equal sum adds to the likeness of two texts; sums of whole thousands meet by chance, so it never suffices."""
SAME_PLACE = 2.0
"""What the same place in the order adds."""
_NOT_A_WORD = re.compile(r"[^a-zåäöé0-9]+")


@dataclass(frozen=True, slots=True)
class Described:
    """An activity as a table's row describes it: the texts of its cells, the longest first, and its sums."""

    texts: tuple[str, ...]
    sums: frozenset[Decimal] = frozenset()


@dataclass(frozen=True, slots=True)
class Pairing:
    """Places in the two lists. unsure: they may be one activity, or two."""

    sure: tuple[tuple[int, int], ...]
    unsure: tuple[tuple[int, int], ...]

    def alone(self, count: int, side: int) -> list[int]:
        """The places of one list (side 0 or 1) that are in no pair."""
        paired = {pair[side] for pair in (*self.sure, *self.unsure)}
        return [place for place in range(count) if place not in paired]


def pair(planned: Sequence[Described], reported: Sequence[Described]) -> Pairing:
    """Pair two lists of activities, each with at most one of the other."""
    sure = _same_words(planned, reported)
    left = [place for place in range(len(planned)) if place not in {one for one, _ in sure}]
    right = [place for place in range(len(reported)) if place not in {other for _, other in sure}]
    likeness = _likeness(planned, reported, left, right)
    unsure: list[tuple[int, int]] = []
    taken: set[tuple[int, int]] = set()
    for (one, other), score in sorted(likeness.items(), key=lambda item: (-item[1], item[0])):
        if (0, one) in taken or (1, other) in taken:
            continue
        taken |= {(0, one), (1, other)}
        rivals = [rest for (a, b), rest in likeness.items() if (a == one) != (b == other)]
        clear = score - max(rivals, default=0.0) >= LEAD
        (sure if score >= SURE and clear else unsure).append((one, other))
    return Pairing(tuple(sorted(sure)), tuple(sorted(unsure)))


def _same_words(planned: Sequence[Described], reported: Sequence[Described]) -> list[tuple[int, int]]:
    """Pairs that share a text no other row of either list has."""
    places: tuple[dict[str, list[int]], dict[str, list[int]]] = (defaultdict(list), defaultdict(list))
    for side, rows in enumerate((planned, reported)):
        for place, row in enumerate(rows):
            for text in {plain(text) for text in row.texts}:
                places[side][text].append(place)
    found: dict[int, int] = {}
    for text, ones in sorted(places[0].items(), key=lambda item: -len(item[0])):
        others = places[1].get(text, [])
        if len(ones) == len(others) == 1 and ones[0] not in found and others[0] not in found.values():
            found[ones[0]] = others[0]
    return list(found.items())


def _likeness(
    planned: Sequence[Described], reported: Sequence[Described], left: Sequence[int], right: Sequence[int]
) -> dict[tuple[int, int], float]:
    """Every pair that can be one activity, with how like the two are, 0 to 100 and what else speaks for them."""
    choices = {(other, k): plain(text) for other in right for k, text in enumerate(reported[other].texts)}
    found: dict[tuple[int, int], float] = {}
    for one in left:
        for text in planned[one].texts:
            matches = process.extract(
                plain(text), choices, scorer=fuzz.token_sort_ratio, score_cutoff=POSSIBLE - EQUAL_SUMS, limit=None
            )
            for _, ratio, (other, _) in matches:
                score = ratio + SAME_PLACE * (one == other)
                if not planned[one].sums.isdisjoint(reported[other].sums):
                    score += EQUAL_SUMS
                found[one, other] = max(found.get((one, other), 0.0), score)
    return {each: score for each, score in found.items() if score >= POSSIBLE}


def plain(text: str) -> str:
    """Lower case, words and digits only."""
    return _NOT_A_WORD.sub(" ", folded(text)).strip()
