"""Parting is right where a document has just the true pages; its class and its repeats are asked for then."""

import pytest

from corpus.evaluation_parts import score_parts
from corpus.evaluation_scores import Share, Tally
from corpus.truth import TrueDocument, TruePart, Truth
from models.rows import DocType, Document

FACTS = dict.fromkeys(
    ("title", "period_start", "period_end", "reporting_year", "grant_name", "diary_number", "municipality")
)


def truth(*parts: tuple[int, int, DocType, int | None]) -> Truth:
    labels = tuple(
        TruePart(first_page=first, last_page=last, doc_type=doc_type, repeats=repeats, **FACTS)
        for first, last, doc_type, repeats in parts
    )
    return Truth(
        document=TrueDocument(doc_type="other", **FACTS),
        parts=labels,
        goals=(),
        activities=(),
        indicators=(),
        amounts=(),
        fields=(),
        tables=(),
        findings=(),
    )


def document(first: int, last: int, doc_type: DocType = "memo", repeats: str | None = None) -> Document:
    return Document(
        document_id=f"d{first}",
        source_name="a.pdf",
        source_sha256="0" * 64,
        first_page=first,
        last_page=last,
        doc_type=doc_type,
        duplicate_of=repeats,
    )


PACKET = truth((1, 1, "other", None), (2, 3, "memo", None), (4, 5, "memo", 2))


def test_right_pages_classes_and_repeats():
    scores = score_parts(PACKET, [document(1, 1, "other"), document(2, 3), document(4, 5, repeats="d2")])

    assert scores.ranges == Tally(3, 3, 3)
    assert scores.types == scores.repeats == Share(3, 3)


def test_a_part_with_a_wrong_end_is_missed_with_its_class():
    scores = score_parts(PACKET, [document(1, 1, "memo"), document(2, 5)])

    assert scores.ranges == Tally(1, 2, 3)
    assert scores.types == Share(0, 3)
    assert scores.repeats == Share(1, 3)


@pytest.mark.parametrize(
    ("documents", "ranges"),
    [([(1, 4)], Tally(1, 1, 1)), ([(1, 2), (3, 4)], Tally(0, 2, 1)), ([], Tally(0, 0, 1))],
)
def test_a_file_that_is_one_document_must_not_be_parted(documents, ranges):
    scores = score_parts(truth(), [document(first, last) for first, last in documents])

    assert (scores.ranges, scores.types) == (ranges, Share())
