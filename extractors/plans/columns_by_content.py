"""A plan's column whose head leaves open what it holds, known by what stands in it.

Acts under "Löfte", beside who and when; indicators under "Hur följer vi upp?", or else by whom and how often.
"""

from collections.abc import Collection

from extractors.plans.commitments import is_infinitive
from extractors.plans.kinds_model import agreed_kind, read_kinds
from models.blocks import Table
from models.rows import TextKind

_FEWEST_STATED, _FEWEST_TEXTS = 2, 3
"""... by which a column whose head says nothing is known, and below a head on how things are followed up."""
_AGREE = 0.7
"""The share of the texts below "Hur" that the model must read as acts."""


def stated_in_columns(table: Table, closed: Collection[int]) -> dict[TextKind, int]:
    """What the texts of columns with a head state together, each kind with its first column; not of the closed ones."""
    headed = {c.col for c in table.cells if c.role == "header" and c.text}
    kinds: dict[TextKind, int] = {}
    for col in sorted(headed.difference(closed)):
        kind = agreed_kind(_statements(table, col), _FEWEST_STATED)
        if kind is not None:
            kinds.setdefault(kind, col)
    return kinds


def says_how(table: Table, what: int, how: int) -> bool:
    """Whether one column tells what is to be reached and the other by which acts ("Vad | Hur"), by their texts."""
    reached, done = _texts(table, what), _texts(table, how)
    if not reached or not done or sum(map(is_infinitive, reached)) * 3 > len(reached):
        return False
    goals = sum(reading.likely["goal"] for reading in read_kinds(reached))
    acts = sum(reading.kind == "activity" for reading in read_kinds(done))
    return 2 * goals > len(reached) and acts >= _AGREE * len(done)


def tells_indicators(table: Table, col: int, *, asked: bool) -> bool:
    """Whether a column on how things are followed up says by what, and not when or by whom.

    asked: the head asks ("Hur följer vi upp?"), and most of the answers must be indicators; below "Uppföljning" some.
    """
    texts = _texts(table, col)
    told = sum(reading.kind == "indicator" for reading in read_kinds(texts))
    return 2 * told > len(texts) if asked else told > 0 or len(texts) < _FEWEST_TEXTS


def tells_acts(table: Table, cols: Collection[int]) -> bool:
    """Whether the texts of columns that times head say together what is done."""
    texts = [text for col in cols for text in _statements(table, col)]
    return agreed_kind(texts, _FEWEST_TEXTS) == "activity"


def _statements(table: Table, col: int) -> list[str]:
    """What stands in the column, the items and the parted lines of a cell one by one."""
    cells = [c for c in table.cells if c.col == col and c.role in ("body", "label") and c.text]
    return [text for c in cells for text in (c.items or c.parts or (c.text,))]


def _texts(table: Table, col: int) -> list[str]:
    return [c.text for c in table.cells if c.col == col and c.role in ("body", "label") and c.text]
