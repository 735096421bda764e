"""Tables beside each other, each below a numbered caption of its own: each is read by itself."""

import itertools
from collections.abc import Sequence

from extractors.layout.column_sides import parts_of
from extractors.layout.text_beside_rows import Beside
from extractors.tables.cell_text import is_caption
from extractors.tables.line_parts import cut, merged
from extractors.text.lines import Line

_STRIP = 1.0
"""White in type sizes between the two, at the least, over all of their lines."""
_NEAR = 1.0
"""A caption begins, or has its middle, within so many type sizes of where its table does."""
_FEWEST = 3
"""Lines on either side, its caption among them."""
_FAR = 3.0
"""White in type sizes between two lines, at most: what is farther below is something else."""


def captioned_beside(lines: Sequence[Line]) -> list[Beside]:
    """Where two captions stand on one line, from the top: with the lines below them as far as white parts them."""
    found: list[Beside] = []
    at = 0
    while at < len(lines):
        beside = _below_captions(lines, at)
        if beside is None:
            at += 1
        else:
            found.append(beside)
            at = beside.last
    return found


def _below_captions(lines: Sequence[Line], first: int) -> Beside | None:
    captions = cut(lines[first])
    if len(captions) != 2 or not all(is_caption(part.text) for part in captions):
        return None
    found: Beside | None = None
    for at in range(first + 1, len(lines)):
        held = lines[first : at + 1]
        if lines[at].top - lines[at - 1].bottom > _FAR * lines[at].size:
            break
        strips = [x for x in _strips(held, captions) if _stand_over(captions, held, x)]
        if not strips:
            break
        found = Beside(first, at + 1, strips[-1])
    sides = parts_of(lines[first : found.last], found.x) if found is not None else ()
    return found if all(len(side) >= _FEWEST for side in sides) else None


def _strips(lines: Sequence[Line], captions: Sequence[Line]) -> list[float]:
    """The middles of the whites over all the lines, between the two captions, that are wide enough, from the left."""
    filled = merged([(part.x0, part.x1) for line in lines for part in cut(line)])
    whites = ((max(a[1], captions[0].x1), min(b[0], captions[1].x0)) for a, b in itertools.pairwise(filled))
    return [(x0 + x1) / 2 for x0, x1 in whites if x1 - x0 >= _STRIP * lines[0].size]


def _stand_over(captions: Sequence[Line], lines: Sequence[Line], x: float) -> bool:
    """True where each caption begins where what stands on its side of x does, or is centred over that."""
    for caption, side in zip(captions, parts_of(lines, x), strict=True):
        near = _NEAR * caption.size
        x0, x1 = min(line.x0 for line in side), max(line.x1 for line in side)
        if caption.x0 - x0 > near and abs(caption.x0 + caption.x1 - x0 - x1) > 2 * near:
            return False
    return True
