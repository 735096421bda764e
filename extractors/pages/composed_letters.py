"""Letters whose ring or dots are a sign of their own, drawn over the letter: `a` and over it `å` are one `å`.

Where a font puts an accented letter together of two glyphs, the second one stands within the first. It may name the
letter that both make, or another one with the same accent: the dots of an `ä` over an `o`.
"""

import unicodedata
from collections.abc import Sequence
from typing import Final

_OVER: Final = 0.05
"""A sign over a letter reaches at most this share of the letter's width beyond it."""


def composed(begins: Sequence[float], ends: Sequence[float], text: str) -> str:
    """The text of signs in reading order, with where each begins and ends; combining marks are joined too (NFC)."""
    texts: list[str] = []
    left, right = 0.0, 0.0
    for begin, end, sign in zip(begins, ends, text, strict=True):
        if texts and left < begin and end <= right + _OVER * (right - left):
            letter = unicodedata.normalize("NFC", texts[-1] + unicodedata.normalize("NFD", sign)[1:])
            if len(letter) == 1 and letter != texts[-1]:
                texts[-1] = letter
                continue
        texts.append(sign)
        left, right = begin, end
    return unicodedata.normalize("NFC", "".join(texts))
