"""The signs that answer by themselves: boxes with and without a tick, and the marks that are set in a box or a cell.

Files have more of them than any one font: drawn boxes are read as two of these, typed ones stay as they are.
"""

EMPTY_BOXES = frozenset("☐□▢❏❑❒⬜◻")
EMPTY_RINGS = frozenset("○◯⚪")
TICKED_BOXES = frozenset("☒☑🗹🗷⊠▣")
BOXES_AND_RINGS = EMPTY_BOXES | EMPTY_RINGS | TICKED_BOXES
"""What is ticked or left empty, and no bullet."""
FILLED = frozenset("●◉■⬛⦿🔘⚫◼")
"""Boxes and rings that are filled; before a text they may be its bullet."""
CHECKS = frozenset("✓✔✗✘✕✖")
LETTERS = frozenset("xX×")
"""Marks that in a text are letters, or signs with a sense of their own."""
_MARKS = TICKED_BOXES | FILLED | CHECKS | LETTERS


def is_mark(text: str) -> bool:
    """True for a text that is one sign of a ticked box, or one mark: a cell that holds nothing else says yes."""
    return text in _MARKS
