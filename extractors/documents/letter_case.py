"""A title that is set in capitals throughout, in the letters that the document writes its words with elsewhere."""

import re
from collections import Counter
from collections.abc import Sequence

from models.blocks import Block, Table

_WORD = re.compile(r"[^\W\d_]+")
_WITHIN = re.compile(r"(?<=[\w,] )[^\W\d_]+")
"""Words within a sentence: the first letter of its first word tells nothing."""
_FEW = 3
"""Words that the title must have: a name of one or two in capitals can be an abbreviation."""
_LONGEST_SHORT = 4
"""Letters up to which a word that stands nowhere else may be an abbreviation: it stays as it is."""


def in_running_case(title: str | None, blocks: Sequence[Block]) -> str | None:
    """The title in sentence case, each word as the running text has it; any other title as it is."""
    if title is None or not title.isupper() or len(_WORD.findall(title)) < _FEW:
        return title
    own = {word.casefold() for word in _WORD.findall(title)}
    forms: dict[str, Counter[str]] = {word: Counter() for word in own}
    for block in blocks:
        if not isinstance(block, Table) and not block.text.isupper():
            for word in _WITHIN.findall(block.text):
                if word.casefold() in own:
                    forms[word.casefold()][word] += 1
    text = _WORD.sub(lambda word: _written(word.group(), forms[word.group().casefold()]), title)
    return text[0].upper() + text[1:]


def _written(word: str, forms: Counter[str]) -> str:
    """The word as most texts have it; one that no text has is no name, if it is long."""
    if not forms:
        return word.lower() if len(word) > _LONGEST_SHORT else word
    return max(forms, key=lambda form: (forms[form], form))
