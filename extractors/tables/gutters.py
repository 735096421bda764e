"""Where white parts the columns of lines that stand in a table without drawn lines."""

from collections import Counter
from collections.abc import Sequence

from extractors.tables.cell_text import is_number
from extractors.tables.hidden_gutters import hidden_gutters
from extractors.tables.line_parts import WORD_SPACE, amounts_behind_signs, cut, is_ticks, merged
from extractors.tables.narrow_white import Pair, may_be_one_number, narrow_pairs, pair_at, parts_amounts, parts_columns
from extractors.tables.option_rows import options_from
from extractors.text.lines import Line, segments
from extractors.text.markers import marker_of
from extractors.text.measures import ALIGNED

_GUTTER = 4.0
"""Points of white that part two columns, over all lines."""
_NARROW_GUTTER, _MANY_ROWS = 2.0, 4
"""A gutter may be narrower where it parts text in this many rows."""
LEAST_GUTTER = 1.0
"""... and narrower still where words are aligned beside it."""
_FEW_NUMBERS = 3
"""Numbers that end at one place, so that what ends there is one of them."""
_SPANNING_FROM = 5
"""Lines from which one over the whole width is a head over columns."""


def column_edges(lines: Sequence[Line], drawn: Sequence[float] = ()) -> list[float]:
    """Edges of the columns, points: the left end, the middle of every gutter, the right end.

    `drawn` are edges that drawings tell of, the outer ones among them. Between them only white that is wide in every
    line parts columns: those that the drawings span. Where more heads stand side by side than they tell of columns,
    they are a sum's, whose label spans some.
    """
    white = gutters_of(lines, wide_only=bool(drawn) and len(cut(lines[0])) < len(drawn))
    told = [
        (a, b)
        for a, b in white
        if not any(a - ALIGNED <= x <= b + ALIGNED for x in drawn) and _parts_texts(a, b, lines, drawn)
    ]
    left = min([line.x0 for line in lines] + list(drawn[:1]))
    right = max([line.x1 for line in lines] + list(drawn[-1:]))
    inner = sorted([*drawn[1:-1], *((begin + end) / 2 for begin, end in told)])
    return [left, *(x for x in inner if left < x < right), right]


def _parts_texts(begin: float, end: float, lines: Sequence[Line], drawn: Sequence[float]) -> bool:
    """True where words stand on both sides of the white, between it and the next drawn edges."""
    low = max((x for x in drawn if x < begin), default=float("-inf"))
    high = min((x for x in drawn if x > end), default=float("inf"))
    words = [w for line in lines for w in line.words]
    before = any(low - ALIGNED <= w.x0 and w.x1 <= begin + ALIGNED for w in words)
    return before and any(end - ALIGNED <= w.x0 and w.x1 <= high + ALIGNED for w in words)


def gutters_of(lines: Sequence[Line], *, wide_only: bool = False) -> list[tuple[float, float]]:
    """The white between two columns, from the left: where it begins and where it ends, points."""
    rows = _without_spanning(lines)
    parts = [cut(row) for row in rows]
    found = [
        (begin, end)
        for begin, end in _white([extent for line in rows for extent in _extents(line)])
        if _is_gutter(rows, parts, begin, end, wide_only=wide_only)
    ]
    if wide_only:
        return found
    return sorted([*found, *hidden_gutters(parts, found)])


def _without_spanning(lines: Sequence[Line]) -> list[Line]:
    """The lines without heads over several columns: a single part nearly as wide as all, or set in another style.

    Of a line in parts that is set in another style, as a total is, the first part is left out: it may span columns.
    """
    if len(lines) < _SPANNING_FROM:
        return list(lines)
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    styles = Counter((line.bold, line.italic) for line in lines)
    usual = styles.most_common(1)[0][0]
    kept = []
    for line in lines:
        styled = (line.bold, line.italic) != usual and line.x0 <= left + ALIGNED
        wide = (line.x1 - line.x0) > (0.5 if line.bold else 0.85) * (right - left)
        parts = cut(line)
        if len(parts) == 1 and (styled or wide) and not _ends_in_number(line, lines):
            continue
        kept.append(Line(tuple(w for p in parts[1:] for w in p.words)) if styled and len(parts) == 2 else line)
    if len(kept) > 1 and heads_several(kept[0], merged([(p.x0, p.x1) for line in kept[1:] for p in cut(line)])):
        kept = kept[1:]
    return kept or list(lines)


def _ends_in_number(line: Line, lines: Sequence[Line]) -> bool:
    """True for a label that all but touches its number, which ends where those of other labels do."""
    texts = segments(line, WORD_SPACE * line.size)
    if len(texts) == 1 or not is_number(texts[-1].text):
        return False
    ends = [parts[-1].x1 for other in lines if len(parts := cut(other)) > 1 and is_number(parts[-1].text)]
    return sum(abs(x1 - line.x1) <= ALIGNED for x1 in ends) >= _FEW_NUMBERS


def heads_several(line: Line, columns: Sequence[tuple[float, float]]) -> bool:
    """True for a head over several columns right of the labels': it has its middle where they have theirs.

    `columns` are their extents, points from the left. A short one stands between two of them.
    """
    touched = [(x0, x1) for x0, x1 in columns if line.x0 < x1 and line.x1 > x0]
    if not touched:
        left, right = ([c for c in columns if c[1] <= line.x0], [c for c in columns if c[0] >= line.x1])
        touched = [*left[-1:], *right[:1]]
    if len(touched) < 2 or columns[0] in touched:
        return False
    return abs(line.x0 + line.x1 - touched[0][0] - touched[-1][1]) <= 2 * ALIGNED


def _extents(line: Line) -> list[tuple[float, float]]:
    """Where its words stand, options side by side as one, and a currency's sign with the number behind it."""
    options = options_from(line)
    words = [(w.x0, w.x1) for w in line.words[:options]]
    words += [(sign.x0, word.x1) for sign, word in amounts_behind_signs(line)]
    return words if options is None else [*words, (line.words[options].x0, line.x1)]


def _white(extents: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Stretches from left to right in which no word stands."""
    free: list[tuple[float, float]] = []
    reach: float | None = None
    for x0, x1 in sorted(extents):
        if reach is not None and x0 - reach >= LEAST_GUTTER:
            free.append((reach, x0))
        reach = x1 if reach is None else max(reach, x1)
    return free


def _is_gutter(
    lines: Sequence[Line], parts: Sequence[Sequence[Line]], begin: float, end: float, *, wide_only: bool = False
) -> bool:
    """True where the white from `begin` to `end` parts two columns and not the words of one text.

    `parts` are the lines, each cut where wide white parts cells.
    """
    pairs = [(line, pair) for line in lines if (pair := pair_at(line, begin, end)) is not None]
    if any(_is_marker(line, pair) for line, pair in pairs):
        return False
    narrow = narrow_pairs(pairs)
    if not narrow:
        parted = _parts_text(parts, begin, end)
        wide_enough = end - begin >= _GUTTER or (end - begin >= _NARROW_GUTTER and parted >= _MANY_ROWS)
        return bool(parted) and wide_enough
    if parts_amounts(narrow):
        return True
    if wide_only or any(may_be_one_number(a, b) for a, b in narrow):
        return False
    return parts_columns(lines, parts, pairs, narrow, (begin, end))


def _is_marker(line: Line, pair: Pair) -> bool:
    """True where the word before the white is a list item's marker or number."""
    return pair[0] is line.words[0] and not is_ticks(line) and marker_of(line) is not None


def _parts_text(parts: Sequence[Sequence[Line]], begin: float, end: float) -> int:
    """How many texts on the white's left have text beside them on its right, be it half a line off."""
    left = [p for row in parts for p in row if p.x1 <= begin + 1]
    right = [(p.top, p.bottom) for row in parts for p in row if p.x0 >= end - 1]
    return sum(any(p.top < bottom and top < p.bottom for top, bottom in right) for p in left)
