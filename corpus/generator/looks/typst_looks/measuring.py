"""The words that decide how narrow a column may be.

A template knows the width of a word in its own type; which words are worth measuring is found here, once.
"""

import re
from collections.abc import Iterable
from copy import deepcopy
from typing import Any, Final

from corpus.generator.plain import Plain

CANDIDATES: Final = 3
"""How many of a column's words are measured: the estimate may rank two words of like width wrongly."""
KEPT_WHOLE: Final = 24
"""A figure of at most so many letters stands on one line (templates/parts/tables.typ has the same number)."""
_BREAKS: Final = re.compile(r"[ \t\n]+|(?<=\w-)(?=\w)")
"""Where a line may break: at plain spaces and after a hyphen within a word. No-break spaces hold."""
_SOFT: Final = re.compile(r"\w*[^\W\d_]{6}\w*[,.:;)]?|\W*")
"""Words that can be hyphenated."""
_NOTE_MARK: Final = "††"
"""Stands for a footnote's mark: as wide, and Typst hyphenates no word that bears one."""
_NARROW: Final = frozenset("iljtfrI.,:;'|!()[]-\u00a0\u2009 1")
_WIDE: Final = frozenset("mwMWÅÄÖOQGDHNUCRAKVXB%@—")


def with_longest_words(document: Plain) -> Plain:
    """The document with the words that its columns have to hold.

    Each column of a table gets `longest`: its widest words that no line break parts; `firm`: those of them that no
    hyphen can part either; and `letters`: the most letters that one of its cells has. Each question gets `longest`:
    its answer's longest word. A row with fewer cells than there are columns gets empty ones.
    """
    measured = deepcopy(document)
    _measure(measured["blocks"])
    return measured


def _measure(blocks: list[Plain]) -> None:
    for block in blocks:
        if block["type"] == "table":
            _measure_table(block)
        elif block["type"] == "form":
            for section in block["sections"]:
                for question in section["questions"]:
                    words = _BREAKS.split(_letters(question["answer"] or []))
                    question["longest"] = max(words, key=len)
        elif "blocks" in block:
            _measure(block["blocks"])


def _measure_table(table: Plain) -> None:
    for row in table["rows"]:
        row["cells"] += [[] for _ in range(len(table["columns"]) - len(row["cells"]))]
    for place, column in enumerate(table["columns"]):
        cells = [_letters(row["cells"][place]) for row in table["rows"] if _keeps_to_its_column(row, place)]
        heads = [] if table["headless"] else [column["head"]]
        figures = {cell for cell in cells if column["kind"] == "figure" and len(cell) <= KEPT_WHOLE}
        words = {word for cell in cells + heads for word in _BREAKS.split(cell)}
        column["longest"] = _widest(words | figures)
        column["firm"] = _widest(figures | {word for word in words if not _SOFT.fullmatch(word)})
        column["letters"] = max(map(len, cells + heads), default=0)


def _keeps_to_its_column(row: Plain, place: int) -> bool:
    """A section's words may run over the other columns."""
    return not (row["role"] == "section" and place == 0 and not any(row["cells"][1:]))


def _letters(runs: list[dict[str, Any]]) -> str:
    return "".join(_NOTE_MARK if run["t"] == "note" else run["s"] for run in runs)


def _widest(words: Iterable[str]) -> list[str]:
    return sorted(words, key=lambda word: (-estimated_width(word), word))[:CANDIDATES]


def estimated_width(word: str) -> float:
    """Rough width in em of an average type face; serves to rank words, no more."""
    return sum(0.3 if letter in _NARROW else 0.8 if letter in _WIDE else 0.55 for letter in word)
