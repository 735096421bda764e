"""Heads that come again beside their text on parts of pages: "Mål" at the left, what it opens at one edge right of it.

A document whose text all stands so has a margin of its own (margin_heads). Here other text stands above and below, over
the page's width. A form's labels stand so too, beside short answers: beside a head stands running text or a list.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extractors.layout.margin_heads import MarginText
from extractors.text.lines import Line, segments
from extractors.text.markers import marker_of
from models.tick_signs import BOXES_AND_RINGS

_APART = 1.5
"""White between a head and the text beside it, in type sizes, at the least."""
_MOST_WORDS = 6
"""Words of a head, at most."""
_SAME_EDGE, _SET_IN = 2.5, 40.0
"""Points within which texts, and heads, begin at one edge; lists are set in by so many more at the most."""
_AGAIN, _KINDS = 2, 2
"""Places of a head in the document, and heads that come again, at the least."""
_RUNNING_WORDS, _MOSTLY = 4, 0.7
"""Words on a line of running text, at the least, and the share of a head's places that have it, or a list, beside."""

_SEVERAL = 2


@dataclass(frozen=True)
class SideHeads:
    """The lines first to last (exclusive), read head by head. x: where the text begins."""

    first: int
    last: int
    x: float
    parts: tuple[MarginText, ...]


def heads_at_sides(pages: Iterable[Sequence[Line]]) -> frozenset[str]:
    """The words of the heads that a document sets beside their text, again and again; empty for most documents.

    pages: each page's lines of text.
    """
    texts: dict[str, list[Line]] = defaultdict(list)
    for lines in pages:
        for line in lines:
            if (parts := _head_and_text(line)) is not None:
                texts[_words(parts[0])].append(parts[1])
    known = {
        head
        for head, beside in texts.items()
        if len(beside) >= _AGAIN and sum(map(_runs, beside)) >= _MOSTLY * len(beside)
    }
    return frozenset(known) if len(known) >= _KINDS else frozenset()


def side_heads(lines: Sequence[Line], known: frozenset[str]) -> list[SideHeads]:
    """The stretches of a page where such heads stand beside their text, from the top."""
    parts = {at: each for at, line in enumerate(lines) if known and (each := _head_and_text(line)) is not None}
    told = [at for at, (head, _) in parts.items() if _words(head) in known]
    if not told:
        return []
    left, edge = (min(parts[at][side].x0 for at in told) for side in (0, 1))
    heads = {
        at
        for at, (head, text) in parts.items()
        if abs(head.x0 - left) <= _SAME_EDGE and -_SAME_EDGE <= text.x0 - edge <= _SET_IN
    }
    found: list[SideHeads] = []
    for at in sorted(heads):
        if found and at < found[-1].last:
            continue
        last = at + 1
        while last < len(lines) and (last in heads or lines[last].x0 >= edge - _SAME_EDGE):
            last += 1
        of_heads = [parts[n] if n in heads else None for n in range(at, last)]
        found.append(SideHeads(at, last, edge, _by_head(lines[at:last], of_heads)))
    return found


def _by_head(lines: Sequence[Line], parts: Sequence[tuple[Line, Line] | None]) -> tuple[MarginText, ...]:
    """Each head, and then its text; what begins in lower case beside the line below a head goes on with it."""
    heads: list[list[Line]] = []
    texts: list[list[Line]] = []
    for line, each, above in zip(lines, parts, [None, *parts], strict=False):
        if each is not None and not (above is not None and each[0].text[0].islower()):
            heads.append([each[0]])
            texts.append([each[1]])
        elif each is not None:
            heads[-1].append(each[0])
            texts[-1].append(each[1])
        else:
            texts[-1].append(line)
    return tuple(
        MarginText(tuple(of_one), in_margin=in_margin)
        for head, text in zip(heads, texts, strict=True)
        for of_one, in_margin in ((head, True), (text, False))
    )


def _head_and_text(line: Line) -> tuple[Line, Line] | None:
    """A few words and, far to their right, text in other type; None for any other line."""
    first, last = line.words[0], line.words[-1]
    if (first.bold, first.italic, first.color) == (last.bold, last.italic, last.color):
        return None
    parts = segments(line, _APART * line.size)
    if len(parts) < 2 or len(parts[0].words) > _MOST_WORDS or not any(map(str.isalpha, parts[0].text)):
        return None
    marks = [(m, x) for m, x in zip(line.marks, line.marks_x0, strict=True) if x > parts[0].x1]
    rest = line.words[len(parts[0].words) :]
    return parts[0], Line(rest, tuple(m for m, _ in marks), None, tuple(x for _, x in marks))


def _runs(line: Line) -> bool:
    """True for running text and for a list's item; boxes side by side are options of a form's statement."""
    boxes = sum(word.text in BOXES_AND_RINGS for word in line.words)
    return boxes < _SEVERAL and (len(line.words) >= _RUNNING_WORDS or marker_of(line) is not None)


def _words(head: Line) -> str:
    return head.text.strip().rstrip(":").casefold()
