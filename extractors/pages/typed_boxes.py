"""Tick boxes that are typed with brackets: `[ ]` and `[x]`, `( )` and `(x)` are the same words as drawn ones.

A letter in round brackets can be anything else: it is a mark where empty ones stand on its page too.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.pages.geometry import Word
from models.tick_signs import CHECKS

_MARK = rf"[xX{''.join(sorted(CHECKS))}]"
_SQUARE = re.compile(rf"\[\s*(?P<mark>{_MARK})?\s*\]")
_ROUND = re.compile(rf"\(\s*(?P<mark>{_MARK})?\s*\)")
_BEGUN = re.compile(rf"[\[(](?:{_MARK})?")
_MOST_WORDS = 3
"""Words that one box can be cut in: bracket, mark, bracket."""
_WIDEST = 3.5
"""A box's width in type sizes, at the most."""
_EMPTY, _TICKED = "☐", "☒"


def with_typed_boxes(words: Sequence[Word]) -> list[Word]:
    """The words in their order, each box that was typed as one word."""
    found = {at: told for at, word in enumerate(words) if word.text[0] in "[(" and (told := _box_at(words, at))}
    boxes = {at: (box, count) for at, (box, count, is_sure) in found.items() if is_sure}
    if any(words[at].text[0] == "(" for at in boxes):
        boxes = {at: (box, count) for at, (box, count, _) in found.items()}
    kept: list[Word] = []
    at = 0
    while at < len(words):
        box, count = boxes.get(at, (words[at], 1))
        kept.append(box)
        at += count
    return kept


def _box_at(words: Sequence[Word], at: int) -> tuple[Word, int, bool] | None:
    """The box that begins with a word, of how many words it is, and whether it can be nothing else."""
    first = words[at]
    for count in range(1, _MOST_WORDS + 1):
        part = words[at : at + count]
        text, last = " ".join(word.text for word in part), part[-1]
        match = _SQUARE.fullmatch(text) or _ROUND.fullmatch(text)
        if match is not None:
            level = abs(last.bottom - first.bottom) < first.size / 2 and 0 < last.x1 - first.x0 < _WIDEST * first.size
            sign = _TICKED if match["mark"] else _EMPTY
            sure = text[0] == "[" or not match["mark"]
            return (replace(first, text=sign, x1=last.x1), count, sure) if level else None
        if _BEGUN.fullmatch(first.text) is None:
            return None
    return None
