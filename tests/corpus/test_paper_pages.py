"""The pages of a packet's papers are found by their words, also where a paper comes twice."""

import pytest

from corpus.generator import paper_pages
from corpus.generator.paper_pages import pages_of_papers
from corpus.generator.plain import Plain

BREAK: Plain = {"type": "page_break", "restart": True}


def paragraph(words: str) -> Plain:
    return {"type": "paragraph", "runs": [{"t": "text", "s": words}]}


def bound(*papers: list[str]) -> list[Plain]:
    blocks = [[BREAK, *(paragraph(words) for words in paper)] for paper in papers]
    return [block for paper in blocks for block in paper][1:]


@pytest.fixture
def printed(monkeypatch):
    """The pages' texts, as if they had been read from the PDF."""

    def put(*pages: str) -> None:
        monkeypatch.setattr(paper_pages, "page_texts", lambda _: list(pages))

    return put


MEMO = ["Nämnden godkänner rapporten", "Ärendet i korthet"]


@pytest.mark.parametrize(
    ("pages", "papers", "ranges"),
    [
        (["Kallelse till möte", "Nämnden godkänner rapporten"], [["Kallelse till möte"], MEMO[:1]], [(1, 1), (2, 2)]),
        (
            ["Kallelse till möte", *MEMO, "Svaren i formuläret"],
            [["Kallelse till möte"], MEMO, ["Svaren i formuläret"]],
            [(1, 1), (2, 3), (4, 4)],
        ),
        ([*MEMO, *MEMO], [MEMO, MEMO], [(1, 2), (3, 4)]),
    ],
)
def test_papers_stand_on_the_pages_that_hold_their_words(printed, pages, papers, ranges):
    printed(*pages)

    assert pages_of_papers(b"", bound(*papers)) == ranges


def test_words_that_the_page_cuts_belong_to_one_paper(printed):
    printed("Kallelse", "Nämnden godkänner", "rapporten i dess helhet", "Svaren i formuläret")

    papers = bound(["Kallelse"], ["Nämnden godkänner rapporten i dess helhet"], ["Svaren i formuläret"])

    assert pages_of_papers(b"", papers) == [(1, 1), (2, 3), (4, 4)]


def test_what_is_one_document_has_no_papers(printed):
    printed("Handlingsplan")

    assert pages_of_papers(b"", bound(["Handlingsplan"])) == []
