"""What of a text tells its kind, apart from what it is about: the words that the model of kinds reads.

Words that texts about anything share are kept. Others are known by their ending alone, as Swedish forms its verbs and
its nouns of action (~ning, ~era, ~ad); figures, years and sums by what they are. How long the text is comes last.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable

from spacy.lang.sv.stop_words import STOP_WORDS

_PIECE = re.compile(r"[^\W\d_]+|\d[\d\s.,]*|[^\w\s]")
_SUM = re.compile(r"\d[\d\s.,\u00a0]*(?::-|(?:kr|kronor|tkr|mnkr|mkr|tusen|miljon(?:er)?)\b)", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d\s*")
_NEW_SENTENCE = re.compile(r"[.!?]\s+[A-ZÅÄÖ]")
_CODE = re.compile(r"^(?:[A-ZÅÄÖ]{1,2}\.?\d{1,2}(?:\.\d{1,2})*|\d{1,2}(?:\.\d{1,2})+)[.:)]?\s+(?=[^\W\d_])")
"""What counts a text before its words ("A.1.2", "3.2"): no part of what it says."""
_ENDING = 3
"""Letters: spaCy's own suffix feature has as many."""
_MOST_PIECES = 60
"""A text's kind shows in its first sentences; what is longer is told by its length."""
_ENDS = " .,;:"
"""How a text ends is its writer's habit: items of lists go with a full stop or without."""
_SHARED_BY = 15
"""A word that so many of the texts learnt from have is no subject's own."""


def shared_words(texts: Iterable[str]) -> frozenset[str]:
    """The words that are kept: spaCy's Swedish stop words, and those that many of the texts have."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update({piece.casefold() for piece in _PIECE.findall(text) if piece[0].isalpha()})
    return frozenset(STOP_WORDS) | {word for word, count in counts.items() if count >= _SHARED_BY}


def telling_words(text: str, shared: Collection[str]) -> list[str]:
    """The text as the model reads it; never empty."""
    said = _CODE.sub("", text).rstrip(_ENDS) or text
    pieces = _PIECE.findall(_SUM.sub(" \u00a4 ", said))
    words = [_word(piece, shared, first=at == 0) for at, piece in enumerate(pieces[:_MOST_PIECES])]
    return [*words, f"<length {min(6, len(pieces) // 8)}>", f"<sentences {min(3, len(_NEW_SENTENCE.findall(said)))}>"]


def _word(piece: str, shared: Collection[str], *, first: bool) -> str:
    if piece == "\u00a4":
        return "<sum>"
    if piece[0].isdigit():
        return "<year>" if _YEAR.fullmatch(piece) else "<figure>"
    if not piece[0].isalpha() or piece.casefold() in shared:
        return piece.casefold()
    return ("^" if piece[0].isupper() and not first else "~") + piece.casefold()[-_ENDING:]
