"""The label that begins a table's cell, told by its type: the lines below it are set in another."""

from collections.abc import Sequence

from extractors.text.hyphens import Vocabulary, join_lines
from extractors.text.lines import Line

_OTHER_SIZE = 0.45
"""Points by which two sizes of type differ at the least."""
_WITH_INSTRUCTION = 2
"""Changes of type in a cell that holds a label, an instruction and an answer."""


def lead_of(lines: Sequence[Line], vocabulary: Vocabulary) -> str:
    """The words of the first lines, where the type changes once, between two lines; else nothing.

    Words to whoever fills in the form may stand between the two, in smaller type than both.
    """
    changes = [at for at in range(1, len(lines)) if _differ(lines[at - 1], lines[at])]
    explained = len(changes) == _WITH_INSTRUCTION and _is_smaller(lines[changes[0]], lines[0], lines[-1])
    if (len(changes) != 1 and not explained) or any(_is_mixed(line) for line in lines):
        return ""
    return join_lines([line.text for line in lines[: changes[0]]], vocabulary)


def _differ(above: Line, below: Line) -> bool:
    other = (above.bold, above.italic, above.color) != (below.bold, below.italic, below.color)
    return other or abs(above.size - below.size) >= _OTHER_SIZE


def _is_smaller(line: Line, above: Line, below: Line) -> bool:
    return line.size <= min(above.size, below.size) - _OTHER_SIZE


def _is_mixed(line: Line) -> bool:
    """True where words in one weight stand beside words in another: running text stresses some."""
    return len({word.bold for word in line.words}) > 1
