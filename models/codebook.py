"""Codes for what documents name in words of their own: focus areas, target groups, those responsible."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

CodedKind = Literal["focus_area", "target_group", "actor"]
SEPARATOR = ";"
"""Between the codes of a text that names several things."""
_NEXT = r"\w*\W+"
"""From the beginning of one word to the next word."""


@dataclass(frozen=True)
class Coded:
    """A code of this codebook's own and its names.

    words: ways in which texts name it, each the beginnings of its words in their order; one that begins with * may
    stand inside a word, as in Swedish compounds.
    """

    kind: CodedKind
    code: str
    name_sv: str
    name_en: str
    words: tuple[tuple[str, ...], ...]


class Codebook:
    """Every code, in the order in which a text's codes are given."""

    def __init__(self, entries: Iterable[Coded] = ()) -> None:
        self.entries = tuple(entries)
        self._patterns = [(entry, re.compile(_pattern(entry))) for entry in self.entries]

    def codes(self, kind: CodedKind, text: str | None) -> str | None:
        """The codes of all that the text names, parted by SEPARATOR; null where it names nothing that is known.

        A name inside a longer one is none: "unga vuxna" are neither "unga" nor "vuxna".
        """
        folded = (text or "").casefold()
        spans = {
            entry.code: [match.span() for match in pattern.finditer(folded)]
            for entry, pattern in self._patterns
            if entry.kind == kind
        }
        every = [span for found in spans.values() for span in found]
        named = (code for code, found in spans.items() if any(not _inside(span, every) for span in found))
        return SEPARATOR.join(named) or None


def _inside(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end and (start, end) != span for start, end in others)


def _pattern(entry: Coded) -> str:
    return "|".join(_NEXT.join(_beginning(word) for word in words) for words in entry.words)


def _beginning(word: str) -> str:
    return re.escape(word[1:]) if word.startswith("*") else rf"\b{re.escape(word)}"
