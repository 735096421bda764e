"""Small capitals: capitals drawn small for lower case, which a file may tell as either. Their size tells which.

Where a font has no small capitals of its own, capitals in smaller type stand for them. A shape then stands for two
letters, and the file says of all of them what the first one met was: "aktiVitet".
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.pages.geometry import Word

_LEAST, _MOST = 0.65, 0.9
"""Small capitals are so many times as large as the capitals beside them."""
_TOUCH = 0.1
"""White between two letters of one word, as a share of the type size, at most."""
_LEVEL = 1.0
"""Points by which the feet of one line's words may differ; the boxes of smaller type end a little higher."""
_TORN_CASE = re.compile(r"[a-zåäöéü][A-ZÅÄÖÉÜ]")
_Style = tuple[float, bool, bool, str]


def with_case_by_size(words: Sequence[Word]) -> list[Word]:
    """The words in their order, the case of small capitals mended where the file tears it.

    Only type that follows right on larger type within a word somewhere on the page, and has a lower-case letter there
    or a capital behind one, is taken for small capitals; what a file tells in capitals throughout stays so.
    """
    pairs = [at for at in range(1, len(words)) if words[at].size < words[at - 1].size and _goes_on(words, at)]
    if not pairs:
        return list(words)
    styles = {_style(words[at]) for at in pairs}
    torn = {at for at, word in enumerate(words) if _style(word) in styles and _is_torn(words, at, at in pairs)}
    if not torn:
        return list(words)
    mended = list(words)
    for at, word in enumerate(words):
        if _style(word) not in styles or not any(_on_one_line(word, words[other]) for other in torn):
            continue
        mended[at] = replace(word, text=word.text.lower())
        if at in pairs:
            mended[at - 1] = replace(words[at - 1], text=words[at - 1].text.upper())
    return mended


def _style(word: Word) -> _Style:
    return word.size, word.bold, word.italic, word.color


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """True where the word is the rest of the one before it, in smaller type on the same foot."""
    before, word = words[at - 1], words[at]
    return (
        _LEAST * before.size <= word.size <= _MOST * before.size
        and abs(word.x0 - before.x1) <= _TOUCH * before.size
        and _on_one_line(before, word)
        and before.text[-1].isalpha()
        and word.text[0].isalpha()
        and _style(before)[1:] == _style(word)[1:]
    )


def _on_one_line(word: Word, other: Word) -> bool:
    return abs(word.bottom - other.bottom) <= _LEVEL


def _is_torn(words: Sequence[Word], at: int, is_rest: bool) -> bool:
    """True where a capital stands behind a lower-case letter, or a large lower-case one begins the word."""
    text = words[at].text
    return bool(_TORN_CASE.search(text)) or (is_rest and words[at - 1].text[-1].islower())
