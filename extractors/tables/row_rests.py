"""The end of a row that the page before cut, at the head of a page's rows: it stands apart from the row below it."""

from collections.abc import Sequence

from extractors.tables.cut_lines import CutLine

_FEW_GROUPS = 2
"""Rows below it from which labels tell where rows begin."""


def without_rest_of_row(rows: Sequence[CutLine], groups: list[list[int]], numeric: set[int]) -> list[list[int]]:
    """The end of a row that the page before cut stands above the first label, where all labels begin their rows.

    Labels that are as high as their rows tell nothing of that; then a text that goes on does. What has the only number
    of a row is no rest of another.
    """
    first, *others = groups
    starts = [_begins_label(rows[group[0]]) for group in others]
    if len(others) < _FEW_GROUPS or not all(starts) or _begins_label(rows[first[0]]):
        return groups
    telling = any(not rows[i].cells[0] for group in others for i in group[1:])
    if not telling and not all(rows[first[0]].text(col)[0].islower() for col in rows[first[0]].filled()):
        return groups
    start = next((k for k, i in enumerate(first) if _begins_label(rows[i])), 0)
    with_numbers = [any(rows[i].is_number(c) for i in group for c in numeric) for group in (first[start:], *others)]
    if not with_numbers[0] and all(with_numbers[1:]):
        return groups
    return [first[:start], first[start:], *others] if start else groups


def rest_at_head(rows: Sequence[CutLine], found: Sequence[list[int]]) -> tuple[list[int], list[int]]:
    """The first lines of a page's first rows that end one which the page before cut, none or more, and those below.

    `found` are lines that white parts: the row below begins with a label, they have none, and every text of theirs
    goes on.
    """
    rest, below = found[0], [i for group in found[1:] for i in group]
    unlabelled = not any(rows[i].cells[0] for i in rest)
    going_on = all(rows[rest[0]].text(col)[0].islower() for col in rows[rest[0]].filled())
    if below and unlabelled and going_on and _begins_label(rows[below[0]]):
        return rest, below
    return [], [*rest, *below]


def _begins_label(row: CutLine) -> bool:
    """True where the line begins a label: text in the first column that is not the rest of a word or sentence."""
    return bool(row.cells[0]) and not row.text(0)[0].islower()
