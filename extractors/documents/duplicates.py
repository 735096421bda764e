"""Which of a file's documents says what another says: a memo as proposal and as decision, a paper bound in twice."""

import hashlib
import re
import sys
from collections.abc import Sequence
from functools import cached_property

from models.blocks import Answer, Block, Note, Table
from models.rows import Document, FileRows

_WORD = re.compile(r"[^\W\d_]+|\d+")
_RUN = 4
"""Words that follow each other: so many are hardly the same by chance."""
_SAME = 0.85
"""Share of a document's runs of words that stand in the other one too; the head and the decision's words may differ."""
_FEWEST = 20
"""Runs of words below which a document is too short to be known again."""
_SIGNS = re.compile(r"[^\W_]+")
_FEWEST_SIGNS = 150
"""Letters and digits below which a document is too short to be told from others by them."""
_MONEY = 4
"""Digits from which on a number is a sum, a year or a diary number."""


class Said:
    """What a document says, for comparing it with others. The blocks themselves are not kept."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        texts = (text for block in blocks if not isinstance(block, Note) for text in _texts(block))
        self._words = tuple(sys.intern(word) for text in texts for word in _words(text))

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        words = self._words
        return frozenset(words[i : i + _RUN] for i in range(len(words) - _RUN + 1))

    @cached_property
    def numbers(self) -> frozenset[str]:
        return frozenset(word for word in self._words if word.isdigit() and len(word) >= _MONEY)


def with_duplicates(rows: FileRows, said: Sequence[Said]) -> FileRows:
    """The rows, where a document repeats another with that one's id in `duplicate_of`. `said` is what each says.

    Of two that say the same the later is the duplicate; of two of which one says more, the shorter.
    """
    documents = rows.documents
    originals = {i: j for i, document in enumerate(documents) for j in [_original(i, documents, said)] if j is not None}
    marked = [
        document.model_copy(update={"duplicate_of": documents[_root(i, originals)].document_id})
        if i in originals
        else document
        for i, document in enumerate(documents)
    ]
    return rows.model_copy(update={"documents": tuple(marked)}) if originals else rows


def text_fingerprint(blocks: Sequence[Block]) -> str | None:
    """SHA-256 of the letters and digits of the text in their order, wherever a typesetter broke the words.

    None where there are too few: two covers are not the same document because they say the same.
    """
    texts = (text for block in blocks if not isinstance(block, Note) for text in _texts(block))
    said = "".join(_SIGNS.findall("".join(texts))).casefold()
    return hashlib.sha256(said.encode()).hexdigest() if len(said) >= _FEWEST_SIGNS else None


def with_fingerprints(rows: FileRows, prints: Sequence[str | None]) -> FileRows:
    """The rows, where each document has the fingerprint of what it says."""
    documents = tuple(
        document.model_copy(update={"text_sha256": each}) for document, each in zip(rows.documents, prints, strict=True)
    )
    return rows.model_copy(update={"documents": documents})


def _original(i: int, documents: Sequence[Document], said: Sequence[Said]) -> int | None:
    for j, other in enumerate(documents):
        if j == i or other.doc_type != documents[i].doc_type or not _holds(said[j], said[i]):
            continue
        if j < i or not _holds(said[i], said[j]):
            return j
    return None


def _root(i: int, originals: dict[int, int]) -> int:
    while i in originals:
        i = originals[i]
    return i


def _holds(more: Said, less: Said) -> bool:
    """True where nearly all words of `less` and all its sums and years stand in `more`."""
    if not less.numbers <= more.numbers or len(less.runs) < _FEWEST:
        return False
    return len(less.runs & more.runs) >= _SAME * len(less.runs)


def _texts(block: Block) -> list[str]:
    if isinstance(block, Table):
        return [block.text, *(cell.text for cell in block.cells)]
    return [block.label, block.value or ""] if isinstance(block, Answer) else [block.text]


def _words(text: str) -> list[str]:
    """Words and numbers; the groups of a sum are one."""
    joined = re.sub(r"(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))", "", text)
    return [word.casefold() for word in _WORD.findall(joined)]
