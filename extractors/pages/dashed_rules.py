"""Rules that are drawn dash by dash, or dot by dot."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from extractors.pages.geometry import Box

_GAP = 3.0
"""Points between two dashes, at most."""
_FEWEST = 8
"""Dashes of a rule, at the least: fewer are a broken line's ends, or marks."""
_EVEN = 1.0
"""Points by which the gaps between dashes may differ."""


def whole_dashes(pieces: Iterable[Box]) -> list[Box]:
    """One rule for the flat pieces that follow each other evenly on one height, from the top."""
    levels: dict[tuple[float, float], list[Box]] = defaultdict(list)
    for piece in pieces:
        levels[round(piece.top, 1), round(piece.bottom, 1)].append(piece)
    return [rule for _, level in sorted(levels.items()) for run in _runs(level) for rule in _rule(run)]


def _runs(level: Iterable[Box]) -> Iterator[list[Box]]:
    """Pieces of one height from the left, parted where the white between two is wide or unlike that before."""
    run: list[Box] = []
    for piece in sorted(set(level), key=lambda b: b.x0):
        white = piece.x0 - run[-1].x1 if run else 0.0
        usual = run[1].x0 - run[0].x1 if len(run) > 1 else white
        if white > _GAP or abs(white - usual) > _EVEN:
            yield run
            run = []
        run.append(piece)
    yield run


def _rule(dashes: list[Box]) -> list[Box]:
    if len(dashes) < _FEWEST:
        return []
    return [Box(dashes[0].x0, dashes[0].top, max(dash.x1 for dash in dashes), dashes[0].bottom)]
