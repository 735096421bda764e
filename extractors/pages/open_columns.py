"""Tables that rules part into columns without closing them: the outermost have a rule on their inner side only."""

from collections.abc import Iterator, Sequence

from extractors.pages.geometry import Word
from extractors.pages.grids import Edge, Mesh

_TOGETHER = 2.0
"""Points within which standing rules begin, or end, together."""
_MEETS = 4.0
"""Points that a lying rule may lack to meet a standing one."""
_FEWEST = 2
"""Rules beside each other from which they part a table: one may stand between two columns of text."""
_AIR = 2.0
"""Points between a text and the side that is drawn for it here."""
_FULL, _MOST_LINES = 0.85, 0.7
"""Running text: so large a share of its lines, or more, reach so far into their column."""
_FEW_LINES = 4
"""Columns of running text have more lines than this."""


def outer_sides(mesh: Mesh, words: Sequence[Word]) -> list[Edge]:
    """The left and the right side of each table of which only the edges between columns are drawn.

    `words` are the page's; text stands on both sides of the rules, within their height.
    """
    return [side for posts in _parallel(mesh) for side in _sides(posts, words)]


def _parallel(mesh: Mesh) -> Iterator[list[Edge]]:
    """Standing rules that begin together and end together, from the left; no other one beside them, no lying one."""
    lying = [edge for edge in mesh.edges if edge.across]
    standing = sorted((e for e in mesh.edges if not e.across), key=lambda e: e.at)
    groups: list[list[Edge]] = []
    for post in standing:
        group = next((g for g in groups if _is_level(g[0], post)), None)
        if group is None:
            groups.append([post])
        else:
            group.append(post)
    for group in groups:
        met = any(_meets(edge, post) for edge in lying for post in group)
        beside = any(e not in group and e.low < group[0].high and group[0].low < e.high for e in standing)
        if len(group) >= _FEWEST and not met and not beside:
            yield group


def _is_level(post: Edge, other: Edge) -> bool:
    return abs(post.low - other.low) <= _TOGETHER and abs(post.high - other.high) <= _TOGETHER


def _meets(lying: Edge, post: Edge) -> bool:
    beside = lying.low - _MEETS <= post.at <= lying.high + _MEETS
    return beside and post.low - _MEETS <= lying.at <= post.high + _MEETS


def _sides(posts: Sequence[Edge], words: Sequence[Word]) -> list[Edge]:
    low, high = posts[0].low, posts[0].high
    held = [w for w in words if low <= (w.top + w.bottom) / 2 <= high]
    places = [post.at for post in posts]
    columns = [
        [w for w in held if left <= (w.x0 + w.x1) / 2 < right]
        for left, right in zip([float("-inf"), *places], [*places, float("inf")], strict=True)
    ]
    if not all(columns) or all(_is_running_text(column) for column in columns):
        return []
    left, right = min(w.x0 for w in columns[0]) - _AIR, max(w.x1 for w in columns[-1]) + _AIR
    return [Edge(False, left, low, high), Edge(False, right, low, high)]


def _is_running_text(column: Sequence[Word]) -> bool:
    """True where most of the column's lines are full, as those of paragraphs are."""
    left, right = min(w.x0 for w in column), max(w.x1 for w in column)
    ends: dict[int, float] = {}
    for word in column:
        foot = round(word.bottom)
        ends[foot] = max(ends.get(foot, left), word.x1)
    full = sum(end - left >= _FULL * (right - left) for end in ends.values())
    return len(ends) > _FEW_LINES and full >= _MOST_LINES * len(ends)
