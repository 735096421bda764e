"""Whether a file was parted into its documents: the right pages, the right class, the right repeats."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.evaluation_scores import Share, Tally
from corpus.truth import Truth
from models.rows import Document


@dataclass(frozen=True)
class PartScores:
    ranges: Tally
    """Parts with just the true first and last page."""
    types: Share
    """Of the true parts, those whose class has a document with these pages."""
    repeats: Share
    """Of the true parts, those known to repeat another or to repeat none."""


def score_parts(truth: Truth, documents: Sequence[Document]) -> PartScores:
    """A file whose truth has no parts is one document: whoever parts it is wrong. Its class is among its facts."""
    if not truth.parts:
        one = len(documents) == 1
        return PartScores(Tally(int(one), len(documents), 1), Share(), Share())
    by_range = {(document.first_page, document.last_page): document for document in documents}
    found = [by_range.get((part.first_page, part.last_page)) for part in truth.parts]
    pairs = [(part, document) for part, document in zip(truth.parts, found, strict=True) if document is not None]
    asked = len(truth.parts)
    return PartScores(
        ranges=Tally(len(pairs), len(documents), asked),
        types=Share(sum(part.doc_type == document.doc_type for part, document in pairs), asked),
        repeats=Share(
            sum((part.repeats is None) == (document.duplicate_of is None) for part, document in pairs), asked
        ),
    )
