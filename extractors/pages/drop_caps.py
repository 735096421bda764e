"""Initials as high as several lines: each is the first letter of the word at its right, where those lines begin too."""

from collections.abc import Sequence
from dataclasses import replace

from extractors.pages.geometry import Word

_LARGER = 1.7
"""An initial is so many times as large as the text beside it, at the least."""
_FEWEST_LINES = 2
_NEAR = 1.5
"""White between an initial and the lines beside it, in their type sizes, at most."""
_OVER = 1.0
"""Points by which an initial's box may reach into the lines beside it."""
_LEVEL = 0.2
"""Words with feet that differ by less, in type sizes, stand on one line."""
_SAME_SIZE = 0.6
"""Points."""
_WORDS_OF_ONE_LETTER = frozenset("IÅÖ")


def without_initials(words: Sequence[Word]) -> list[Word]:
    """The page's words, initials joined to the words that they begin."""
    caps = [w for w in words if len(w.text) == 1 and w.text.isupper()]
    kept = list(words)
    for cap in caps:
        beside = _lines_beside(cap, kept) if any(w.size * _LARGER <= cap.size for w in kept) else []
        if len(beside) < _FEWEST_LINES or not (beside[0].text[0].islower() or cap.text in _WORDS_OF_ONE_LETTER):
            continue
        begun = {id(word): replace(word, x0=cap.x0) for word in beside}
        first = begun[id(beside[0])]
        begun[id(beside[0])] = replace(
            first, text=_joined(cap.text, first.text, [w for w in kept if w is not beside[0]])
        )
        kept = [begun.get(id(word), word) for word in kept if word is not cap]
    return kept


def _lines_beside(cap: Word, words: Sequence[Word]) -> list[Word]:
    """The first words of the lines at the initial's right, from the top."""
    smaller = [w for w in words if w.size * _LARGER <= cap.size and w.x1 > cap.x0]
    level = [w for w in smaller if cap.top <= w.middle <= cap.bottom]
    right = [w for w in level if -_OVER <= w.x0 - cap.x1 <= _NEAR * w.size]
    found = sorted((w for w in right if not any(_is_before(x, w) for x in level)), key=lambda w: w.top)
    return [w for w in found if abs(w.size - found[0].size) <= _SAME_SIZE]


def _is_before(other: Word, word: Word) -> bool:
    return other.x0 < word.x0 and abs(other.bottom - word.bottom) <= _LEVEL * word.size


def _joined(cap: str, rest: str, words: Sequence[Word]) -> str:
    """The word that the initial begins; two where it is one itself and the rest another of the page's `words`."""
    if cap in _WORDS_OF_ONE_LETTER:
        known = {word.text.strip(".,;:!?()").lower() for word in words}
        if rest[0].isupper() or (rest.lower() in known and (cap + rest).lower() not in known):
            return f"{cap} {rest}"
    return cap + rest
