"""Sums of a whole that two sentences of one document tell in like words: a summary, and the chapter that it sums up."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from checks.recalculation.figures import is_sentence
from checks.tables.labels import folded
from checks.tables.narrowing import is_other_year
from checks.ties.ledgers import Ledger
from checks.ties.wholes import Whole, whole_of
from models.rows import Amount

MOST = Decimal("1.25")
"""The most that one may be of the other: sums of another size are of other things."""
FEWEST_WORDS = 5
"""Words that the two sentences share."""
FEWEST_SHARED = 0.6
"""Of the words of the shorter one, the least that stand in the other too."""
_LETTERS = 6
"""So many letters tell a word, whatever its ending."""
_ALL = re.compile(r"\b(?:totalt|sammanlagt|sammantaget|tillsammans|summa)\b[^,.;]{0,40}$", re.IGNORECASE)
"""Right before the sum: it is of all."""
_WORD = re.compile(r"[a-zåäöé]{3,}|(?:19|20)\d\d")
_EMPTY = frozenset(
    ["totalt", "samman", "summa", "kronor", "miljon", "och", "att", "som", "för", "det", "den", "har", "inom", "med"]
)
"""What sentences of any sum have."""
_PARTY = re.compile(r"kommun|region|landst|huvudm|nämnd|förval")


@dataclass(frozen=True, slots=True)
class _Told:
    whole: Whole
    words: frozenset[str]

    @property
    def parties(self) -> frozenset[str]:
        return frozenset(word[:_LETTERS] for word in self.words if _PARTY.match(word))

    def is_like(self, other: "_Told") -> bool:
        """True where the two sentences tell of one thing: of the same years and the same parties, in like words."""
        shared = self.words & other.words
        years = [{word for word in each.words if word.isdigit()} for each in (self, other)]
        return (
            len(shared) >= FEWEST_WORDS
            and len(shared) >= FEWEST_SHARED * min(len(self.words), len(other.words))
            and years[0] == years[1]
            and self.parties == other.parties
        )


def told_alike(ledger: Ledger, amounts: Sequence[Amount]) -> Iterator[tuple[Whole, Whole]]:
    """(later, earlier): every two such sums that differ, where neither is borne out by a table, nor what parts them."""
    told = [each for amount in amounts if (each := _told_of_all(amount)) is not None]
    for one, other in combinations(told, 2):
        first, second = one.whole, other.whole
        low, high = sorted((first.value, second.value))
        if first.agrees(second) or not 0 < high <= MOST * low or not one.is_like(other):
            continue
        if not (ledger.explains(first) or ledger.explains(second) or ledger.makes_up(first, second)):
            yield second, first


def _told_of_all(amount: Amount) -> _Told | None:
    """A sum in prose that its sentence says is of all; None for any other, and for one that is only roughly told."""
    words = amount.subject
    if words is None or not is_sentence(amount) or amount.approximate or is_other_year(words):
        return None
    if not _ALL.search(words.partition(amount.text)[0]):
        return None
    stems = {word[:_LETTERS] for word in _WORD.findall(folded(words))}
    return _Told(whole_of("planned", amount, "prose"), frozenset(stems - _EMPTY))
