"""The paper that a page is of: what is bound together from several documents can be of several sizes."""

from collections.abc import Iterator

from extractors.documents.page_signs import PageSigns

_OTHER = 0.02
"""Share of its width or height by which a page must differ to be of another paper."""


def of_paper(before: PageSigns, page: PageSigns) -> Iterator[tuple[str, float]]:
    """The sign, with its weight, that the page is of another paper than the one before it, or lies otherwise.

    A wide table's page lies otherwise as well.
    """
    pairs = zip(sorted(before.shape), sorted(page.shape), strict=True)
    if any(abs(one - other) > _OTHER * max(one, other) for one, other in pairs):
        yield "another paper", 1.0
    elif (before.shape[0] > before.shape[1]) != (page.shape[0] > page.shape[1]):
        yield "a turned page", 0.5
