"""Type whose letters are all as wide, as a typewriter sets them."""

from collections.abc import Iterable

from extractors.text.lines import Line

_NARROWEST_PITCH, _WIDEST_PITCH = 0.54, 0.64
"""Widths of the letters of types with a fixed pitch, as shares of the size: Consolas 0.55, Courier 0.60."""
_PITCH = 0.02
"""... and in one type they differ by less than this share of it."""
_PITCHED = 4
"""Letters of the words that tell a pitch: a short one may hold letters of one width by chance."""
_FEW_WORDS = 3
"""... and so many such words."""


def is_fixed_pitch(lines: Iterable[Line]) -> bool:
    """True for type whose letters are all as wide, as a typewriter's: words stand under each other by chance."""
    pitches = [(w.x1 - w.x0) / len(w.text) / w.size for x in lines for w in x.words if len(w.text) >= _PITCHED]
    if len(pitches) < _FEW_WORDS or max(pitches) - min(pitches) >= _PITCH * max(pitches):
        return False
    return min(pitches) >= _NARROWEST_PITCH and max(pitches) <= _WIDEST_PITCH
