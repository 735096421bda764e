"""On which pages of a typeset packet each of its papers stands: its own words are looked for, page by page."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from corpus.generator.plain import Plain
from corpus.generator.proofreading import page_texts, squeeze

_LEAST_WORDS: Final = 4
"""Letters from which on words tell whose they are."""
_NAMES: Final = frozenset({"type", "t", "kind", "role"})
"""What is said of a block and not printed."""


def pages_of_papers(pdf: bytes, blocks: Sequence[Plain]) -> list[tuple[int, int]]:
    """First and last page of each paper, from 1; empty for what is bound of one alone.

    Papers follow each other and each begins a page. Among the ways to part the pages that one is taken in which most
    of the papers' words stand on their own pages: a memo that comes twice has each time all of its words.
    """
    papers = [[squeeze(words) for words in _printed(paper)] for paper in _papers(blocks)]
    if len(papers) == 1:
        return []
    pages = [squeeze(text) for text in page_texts(pdf)]
    shares = [_shares([words for words in paper if len(words) >= _LEAST_WORDS], pages) for paper in papers]
    begins = _begins(shares, len(pages))
    return list(zip((begin + 1 for begin in begins), [*begins[1:], len(pages)], strict=True))


def _papers(blocks: Sequence[Plain]) -> list[list[Plain]]:
    papers: list[list[Plain]] = [[]]
    for block in blocks:
        if block["type"] == "page_break" and block["restart"]:
            papers.append([])
        else:
            papers[-1].append(block)
    return papers


def _printed(value: Any) -> Iterator[str]:
    """Every run of words in blocks."""
    match value:
        case str():
            yield value
        case list():
            for each in value:
                yield from _printed(each)
        case dict():
            for name, each in value.items():
                if name not in _NAMES:
                    yield from _printed(each)
        case _:
            pass


def _shares(words: Sequence[str], pages: Sequence[str]) -> list[list[float]]:
    """[first][last]: how much of a paper's words stands on these pages, 0 to 1."""
    letters = sum(map(len, words)) or 1
    shares = [[0.0] * len(pages) for _ in pages]
    for first in range(len(pages)):
        missing, found = list(words), 0
        for last in range(first, len(pages)):
            text = "".join(pages[max(first, last - 1) : last + 1])
            here = [each for each in missing if each in text]
            found += sum(map(len, here))
            missing = [each for each in missing if each not in text]
            shares[first][last] = found / letters
    return shares


def _begins(shares: Sequence[Sequence[Sequence[float]]], n_pages: int) -> list[int]:
    """Where each paper begins, from 0, so that the sum of their shares is greatest."""
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
    for share in shares:
        ends: dict[int, tuple[float, list[int]]] = {}
        for begin, (score, begins) in best.items():
            for last in range(begin, n_pages):
                found = (score + share[begin][last], [*begins, begin])
                if last + 1 not in ends or found[0] > ends[last + 1][0]:
                    ends[last + 1] = found
        best = ends
    return best[n_pages][1]
