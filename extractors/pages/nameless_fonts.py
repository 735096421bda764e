"""The weight and slant of words in fonts of which PDFium tells no name, as the second reader has them.

Browsers print the letters of some fonts as drawings, in fonts of Type 3. Such a font has a name in the file, by which
pdfminer knows its weight: without it a form's bold questions and their answers look alike.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from extractors.pages.geometry import Word

_FEWEST = 30
"""Characters in such fonts on a page: fewer are bullets and signs."""
_BESIDE = 1.0
"""Points by which the readers may differ in where a word begins."""
_HIGHER = 0.5
"""... and by so many type sizes in how high it stands."""


def is_asked(nameless: int) -> bool:
    """True where a page has text in such fonts, and not only signs."""
    return nameless >= _FEWEST


def with_weights(words: Sequence[Word], second: Sequence[Word]) -> tuple[Word, ...]:
    """The words, bold and in italics as the second reader tells of the same words at the same places."""
    told: dict[str, list[Word]] = defaultdict(list)
    for word in second:
        told[word.text].append(word)
    return tuple(_with_weight(word, told[word.text]) if word.text in told else word for word in words)


def _with_weight(word: Word, same: Sequence[Word]) -> Word:
    at = [w for w in same if abs(w.x0 - word.x0) <= _BESIDE and abs(w.middle - word.middle) <= _HIGHER * word.size]
    if len(at) != 1 or (at[0].bold, at[0].italic) == (word.bold, word.italic):
        return word
    return replace(word, bold=word.bold or at[0].bold, italic=word.italic or at[0].italic)
