"""A plan's column whose head leaves open what it holds, known by what stands in it.

Acts under "Löfte", beside who and when; indicators under "Hur följer vi upp?", or else by whom and how often.
"""

from collections.abc import Sequence

from extractors.plans.commitments import is_infinitive
from extractors.plans.kinds_model import read_kinds
from models.blocks import Table
from models.rows import TextKind

_FEWEST_TEXTS = 3
_FEWEST_WORDS = 3.0
"""Words that the texts have on average: names and units are shorter."""
_AGREE = 0.7
"""The share of the texts that the model must read as the kind, and how likely all of them together must be it."""


def column_of(table: Table, kind: TextKind, named: Sequence[int]) -> int | None:
    """The first column whose texts the model of kinds reads as of this kind, among those that are not `named`."""
    for col in range(table.n_cols):
        texts = _texts(table, col)
        headed = any(c.col == col and c.role == "header" and c.text for c in table.cells)
        if headed and col not in named and _are(texts, kind):
            return col
    return None


def says_how(table: Table, what: int, how: int) -> bool:
    """Whether one column tells what is to be reached and the other by which acts ("Vad | Hur"), by their texts."""
    reached, done = _texts(table, what), _texts(table, how)
    if not reached or not done or sum(map(is_infinitive, reached)) * 3 > len(reached):
        return False
    goals = sum(reading.kind == "goal" for reading in read_kinds(reached))
    acts = sum(reading.kind == "activity" for reading in read_kinds(done))
    return 2 * goals > len(reached) and acts >= _AGREE * len(done)


def tells_indicators(table: Table, col: int, *, asked: bool) -> bool:
    """Whether a column on how things are followed up says by what, and not when or by whom.

    asked: the head asks ("Hur följer vi upp?"), and most of the answers must be indicators; below "Uppföljning" some.
    """
    texts = _texts(table, col)
    told = sum(reading.kind == "indicator" for reading in read_kinds(texts))
    return 2 * told > len(texts) if asked else told > 0 or len(texts) < _FEWEST_TEXTS


def _texts(table: Table, col: int) -> list[str]:
    return [c.text for c in table.cells if c.col == col and c.role in ("body", "label") and c.text]


def _are(texts: Sequence[str], kind: TextKind) -> bool:
    if len(texts) < _FEWEST_TEXTS or sum(len(text.split()) for text in texts) < _FEWEST_WORDS * len(texts):
        return False
    readings = read_kinds(texts)
    agree = sum(reading.kind == kind for reading in readings) / len(readings)
    likely = sum(reading.likely[kind] for reading in readings) / len(readings)
    return agree >= _AGREE and likely >= _AGREE
