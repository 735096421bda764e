"""Tints behind the line that heads a section of a table: no box round text, though one text stands on them alone."""

import itertools
from collections.abc import Sequence

from extractors.pages.geometry import Box, Placed, Word

_TOUCH = 2.0
"""Points within which two drawn edges touch."""
_BETWEEN_BANDS = 3.0
"""White rows between a band and the next one are at most so many times as high as it."""
_REACH = 2.0
"""Rows right above and below a section's tint stand within so many times its height."""
_FAR, _LABEL = 4.0, 0.6
"""... and the first line of a label of several within so many times; a label is at most so wide, as a share of it."""
_CELL_GAP = 1.2
"""White between two words wider than this share of the size parts cells."""
_ONE_ROW = 0.3
"""Share of a word's height by which it stands beside words of its row, at least; lines set tightly overlap by less."""
_MARKER_GAP = 3.0
"""A list's marker stands at most this many type sizes before its text."""


def is_between_bands(box: Box, bands: Sequence[Box]) -> bool:
    """True for a tint as wide as the bands of rows above and below it, and no higher: a section's line stands on it."""
    alike = [b for b in bands if abs(b.x0 - box.x0) <= _TOUCH and abs(b.x1 - box.x1) <= _TOUCH]
    near = [b for b in alike if max(b.top - box.bottom, box.top - b.bottom) <= _BETWEEN_BANDS * b.height]
    return len(near) > 1 and box.height <= max(b.height for b in near) + _TOUCH


def is_among_rows(box: Box, bands: Sequence[Box], rules: Sequence[Box], words: Placed) -> bool:
    """True for a tint right below its table's head, or with rows in cells on both sides that belong with it.

    They do where bands or a rule are as wide as it, or where they stand as near to it as its own text to its edges.
    A tint right above the head is the table's title.
    """
    held = words.within(box)
    if not held:
        return False
    reach = _REACH * box.height
    below = words.within(Box(box.x0, box.bottom, box.x1, box.bottom + reach))
    if not (holds_cells(below) or _stand_beside(below)):
        return False
    alike = [b for b in bands if _is_as_wide(b, box) and box.height <= b.height + _TOUCH]
    if any(abs(b.bottom - box.top) <= _TOUCH for b in alike):
        return True
    above = words.within(Box(box.x0, box.top - reach, box.x1, box.top))
    ruled = any(_is_as_wide(r, box) and min(abs(r.top - box.bottom), abs(r.bottom - box.top)) <= _TOUCH for r in rules)
    rows_above = holds_cells(above) or _stand_beside(above) or _end_in_label(box, above, below, words)
    return rows_above and (bool(alike) or ruled or _is_as_near(box, held, above, below))


def _end_in_label(box: Box, above: Sequence[Word], below: Sequence[Word], words: Placed) -> bool:
    """True where the last lines above are those of a label of several, whose row has cells beside its first one."""
    if not above or abs(min(w.x0 for w in above) - min(w.x0 for w in below)) > _TOUCH:
        return False
    narrow = max(w.x1 for w in above) - box.x0 <= _LABEL * box.width
    return narrow and holds_cells(words.within(Box(box.x0, box.top - _FAR * box.height, box.x1, box.top)))


def _is_as_wide(other: Box, box: Box) -> bool:
    return abs(other.x0 - box.x0) <= _TOUCH and abs(other.x1 - box.x1) <= _TOUCH


def _is_as_near(box: Box, held: Sequence[Word], above: Sequence[Word], below: Sequence[Word]) -> bool:
    """True where all rows have the same white above and below their text, and none is left between them."""
    padding = max(min(w.top for w in held) - box.top, box.bottom - max(w.bottom for w in held))
    white = max(box.top - max(w.bottom for w in above), min(w.top for w in below) - box.bottom)
    return white <= padding + _TOUCH


def holds_cells(words: Sequence[Word]) -> bool:
    """True where two words of one line stand so far apart that they are cells; a list's marker does not count."""
    for before, word in itertools.pairwise(sorted(words, key=lambda w: (round(w.bottom), w.x0))):
        one_line = abs(before.bottom - word.bottom) < 1.0
        gap = (word.x0 - before.x1) / word.size
        marker = len(before.text) <= 3 and not before.text.isalpha() and gap < _MARKER_GAP
        if one_line and gap > _CELL_GAP and not marker:
            return True
    return False


def _stand_beside(words: Sequence[Word]) -> bool:
    """True where white from top to foot of a row parts it, at whatever heights: a sum at the middle of its label."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.top, w.x0)):
        if rows and max(w.bottom for w in rows[-1]) - word.top >= _ONE_ROW * (word.bottom - word.top):
            rows[-1].append(word)
        else:
            rows.append([word])
    return any(_is_parted(row) for row in rows)


def _is_parted(row: Sequence[Word]) -> bool:
    ordered = sorted(row, key=lambda w: w.x0)
    reach = ordered[0].x1
    for word in ordered[1:]:
        if word.x0 - reach > _MARKER_GAP * word.size:
            return True
        reach = max(reach, word.x1)
    return False
