"""Running text whose paragraphs are numbered through a document: "17. Länet har sedan ...", read as items of a list.

Lists begin again at one. Where numbers go on over headings and what bears them is mostly of several sentences, they
count paragraphs. Acts may be counted through a plan too: they begin by saying what is to be done.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.plans.commitments import is_infinitive
from extractors.sentences import SENTENCE_END
from models.blocks import Block, Heading, ListItem, as_paragraph

_NUMBER = re.compile(r"(\d{1,3}(?:\.\d{1,3}){0,2})[.)]?")
_WIDEST_GAP = 6
"""Numbers: some paragraphs of a series may be read as other than items."""
_FEWEST_OVER_HEADINGS = 2


@dataclass
class _Series:
    """Items whose numbers go on from one to the next, by their place in the running text."""

    last: tuple[int, ...]
    places: list[int] = field(default_factory=list)
    headings: int = 0
    """How many headings stood above its last item."""
    over_headings: int = 0
    """How often it has gone on below a new heading."""

    def goes_on(self, number: tuple[int, ...]) -> bool:
        """Whether the number follows: 18 or 20 after 17, 3.2 or 4.1 after 3.1."""
        if len(number) != len(self.last):
            return False
        steps = [after - before for before, after in zip(self.last, number, strict=True)]
        at = next((at for at, step in enumerate(steps) if step), None)
        return at is not None and 0 < steps[at] <= _WIDEST_GAP and all(n == 1 for n in number[at + 1 :])


def without_paragraph_numbers(flow: Sequence[Block]) -> list[Block]:
    """The running text with the items of such series as the paragraphs that they are."""
    blocks = list(flow)
    for series in _series(flow):
        texts = [flow[at].text for at in series.places]
        if series.over_headings >= _FEWEST_OVER_HEADINGS and _are_prose(texts):
            for at in series.places:
                blocks[at] = as_paragraph(flow[at])
    return blocks


def _series(flow: Sequence[Block]) -> list[_Series]:
    """Each numbered item in the series whose last number is nearest below its own, else in a new one."""
    found: list[_Series] = []
    headings = 0
    for at, block in enumerate(flow):
        headings += isinstance(block, Heading)
        match = _NUMBER.fullmatch(block.marker) if isinstance(block, ListItem) else None
        if match is None:
            continue
        number = tuple(map(int, match[1].split(".")))
        before = [series for series in found if series.goes_on(number)]
        series = max(before, key=lambda s: (s.last, s.places[-1]), default=None)
        if series is None:
            series = _Series(number, headings=headings)
            found.append(series)
        series.over_headings += headings > series.headings
        series.headings, series.last = headings, number
        series.places.append(at)
    return found


def _are_prose(texts: Sequence[str]) -> bool:
    """Whether most are of several sentences, and most begin with none that says what is to be done."""
    several = sum(len(SENTENCE_END.split(text)) > 1 for text in texts)
    return 2 * several > len(texts) and 2 * sum(map(is_infinitive, texts)) < len(texts)
