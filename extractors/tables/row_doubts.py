"""What in a finished table without drawn cells speaks against its rows: texts torn between them, texts left alone."""

from collections.abc import Sequence
from itertools import pairwise

from extractors.tables.cell_text import begins_breakdown

_WORDS = 3
"""Letters from which a text that begins in lower case is the rest of a sentence: marks and units are shorter."""
_MOST_LOWER = 0.25
"""Share of a column's texts, at most, that begin in lower case where that tells of a torn one."""
_ENDS = ".:;!?)"

Rows = Sequence[Sequence[str]]


def torn_texts(rows: Rows) -> int:
    """How many texts go on from the row above: in lower case below one that has not ended, in a column of capitals.

    `rows` are the texts of the rows below the head, n_rows x n_cols.
    """
    return sum(
        sum(goes_on(above, below) for above, below in pairwise(column))
        for column in zip(*rows, strict=True)
        if _begins_in_capitals([text for text in column if text])
    )


def _begins_in_capitals(texts: Sequence[str]) -> bool:
    return sum(text[0].islower() for text in texts) <= _MOST_LOWER * len(texts)


def goes_on(above: str, below: str) -> bool:
    """Whether the lower of two texts is the rest of the upper one: in lower case, and that has not ended."""
    ended = not above or above[-1] in _ENDS or above[-1].isdigit()
    return not ended and len(below) >= _WORDS and below[0].islower() and not begins_breakdown(below)


def lone_texts(rows: Rows) -> int:
    """How many rows hold one text only, and that not in the first column: they may be the rest of another's.

    `rows` as for `torn_texts`; a table whose rows have no labels tells nothing.
    """
    filled = [[col for col, text in enumerate(row) if text] for row in rows]
    labelled = sum(0 in row for row in filled)
    lone = sum(len(row) == 1 and row[0] > 0 for row in filled)
    return lone if lone < labelled else 0
