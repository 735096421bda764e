"""Options side by side on one line, each behind its own box: `☒ Ja   ☐ Nej   ☐ Vet ej`. They are one answer.

Where several questions have such lines the options stand in columns by chance; they are no cells of a table. A line of
boxes alone is: the options are the heads of its columns.
"""

from extractors.text.lines import Line
from models.tick_signs import CHECKS, EMPTY_BOXES, EMPTY_RINGS, FILLED, TICKED_BOXES

_BOXES = EMPTY_BOXES | EMPTY_RINGS | TICKED_BOXES
_SIGNS = _BOXES | FILLED | CHECKS
_FEW = 2


def options_from(line: Line) -> int | None:
    """Which of the line's words is the first option's box; None where no two options stand side by side.

    Every sign has words behind it, and one of them is a box: filled rings and squares alone are bullets.
    """
    signs = [i for i, word in enumerate(line.words) if word.text in _SIGNS]
    if len(signs) < _FEW or not any(line.words[i].text in _BOXES for i in signs):
        return None
    bare = any(b - a == 1 for a, b in zip(signs, [*signs[1:], len(line.words)], strict=True))
    return None if bare else signs[0]
