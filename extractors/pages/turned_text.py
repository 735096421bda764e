"""Text that does not run from left to right, put together to texts; and whether the whole page lies on its side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extractors.pages.geometry import Word

_MOST = 0.6
"""A page lies on its side where more than this share of its letters does."""
_QUARTER = 0.05
"""A direction may differ from a quarter turn's by this much, and is one."""
_QUARTERS = {(0, -1): 1, (-1, 0): 2, (0, 1): 3}
"""The right angles by which a page is turned clockwise so that text running this way (x, y downwards) is upright."""
_SAME_LINE = 0.5
"""Words whose middles differ by less than this share of the size across their way stand on one line."""
_SPACE = 1.0
"""White along the way, in type sizes, that parts two texts; the boxes of slanting words overlap by less."""
_NEXT_LINE = 1.7
"""The next line of one text is at most this many type sizes further."""


@dataclass(frozen=True, slots=True)
class TurnedWord:
    """A word and the way that it runs, a unit vector, y downwards."""

    word: Word
    x: float
    y: float

    @property
    def ends(self) -> tuple[float, float]:
        """Where it begins and ends along its way."""
        word = self.word
        ends = [self.x * x + self.y * y for x in (word.x0, word.x1) for y in (word.top, word.bottom)]
        return min(ends), max(ends)

    @property
    def across(self) -> float:
        """How far down its middle stands, as its reader sees it."""
        word = self.word
        return self.x * (word.top + word.bottom) / 2 - self.y * (word.x0 + word.x1) / 2


def quarters_of(upright: int, turned: Iterable[TurnedWord]) -> int:
    """Right angles by which the page must be turned clockwise so that most of its letters are upright, 0 to 3.

    `upright` letters are so already.
    """
    letters = dict.fromkeys(_QUARTERS.values(), 0)
    others = 0
    for one in turned:
        way = (round(one.x), round(one.y))
        if way in _QUARTERS and abs(one.x - way[0]) + abs(one.y - way[1]) <= _QUARTER:
            letters[_QUARTERS[way]] += len(one.word.text)
        else:
            others += len(one.word.text)
    most = max(letters, key=lambda quarters: (letters[quarters], -quarters))
    return most if letters[most] > _MOST * (upright + others + sum(letters.values())) else 0


def phrases_of(turned: Sequence[TurnedWord]) -> list[Word]:
    """Turned words put together to texts, each as one word with its box; in the order in which they were written."""
    texts: list[list[list[TurnedWord]]] = []
    for one in turned:
        if texts and _continues(texts[-1][-1], one):
            texts[-1][-1].append(one)
        elif texts and _follows(texts[-1][-1], one):
            texts[-1].append([one])
        else:
            texts.append([[one]])
    return [_whole([one.word for line in text for one in line]) for text in texts]


def _continues(line: Sequence[TurnedWord], one: TurnedWord) -> bool:
    last, size = line[-1], one.word.size
    level = _alike(last, one) and abs(last.across - one.across) <= _SAME_LINE * size
    return level and -_SPACE * size <= one.ends[0] - last.ends[1] <= _SPACE * size


def _follows(line: Sequence[TurnedWord], one: TurnedWord) -> bool:
    """True for the first word of the next line of one text."""
    first, last, size = line[0], line[-1], one.word.size
    near = 0 < one.across - first.across <= _NEXT_LINE * size
    return _alike(first, one) and near and first.ends[0] - size <= one.ends[0] < last.ends[1]


def _alike(a: TurnedWord, b: TurnedWord) -> bool:
    return (a.x, a.y, a.word.size) == (b.x, b.y, b.word.size)


def _whole(words: Sequence[Word]) -> Word:
    return replace(
        words[0],
        text=" ".join(w.text for w in words),
        x0=min(w.x0 for w in words),
        top=min(w.top for w in words),
        x1=max(w.x1 for w in words),
        bottom=max(w.bottom for w in words),
    )
