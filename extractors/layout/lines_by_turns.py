"""Lines of a form's labels and answers side by side: by turns in small and in larger type, as no table's rows are."""

from collections.abc import Sequence
from itertools import pairwise

from extractors.text.lines import Line

_FEWEST = 3
"""Lines."""
_OTHER_SIZE = 0.45
"""Points of type by which labels are smaller than answers."""


def are_by_turns(lines: Sequence[Line]) -> bool:
    """True where every other line is smaller than those above and below it, each of one size throughout."""
    sizes = [{round(word.size * 2) / 2 for word in line.words} for line in lines]
    if len(lines) < _FEWEST or any(len(each) > 1 for each in sizes):
        return False
    steps = [below - above for (above,), (below,) in pairwise(sizes)]
    return all(abs(step) > _OTHER_SIZE for step in steps) and all(one * two < 0 for one, two in pairwise(steps))
