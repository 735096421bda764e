"""Step 4, part: where in a file a document ends and the next begins, by weighing what the pages show.

No sign is enough alone: chapters begin pages, have titles, and can be numbered each from 1. A wrong cut is worse than
none, so a page begins a document only where several signs agree and little speaks against it.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from extractors.documents.document_class import names_another_class
from extractors.documents.page_signs import Number, PageSigns, bare
from extractors.documents.papers import of_paper
from models.blocks import Part

_ENOUGH = 3.0
"""Weight from which on a page begins a document."""
_STEEPNESS = 1.0
"""How fast confidence grows with the weight beyond what is enough."""
_SAME_SIZE = 0.3
"""Points by which type of one size may differ."""
_MOVED = 0.08
"""Share of the page by which a page number's place must differ to be another design."""
_SHORT, _FULL = 0.7, 0.88
"""A page whose text ends above the first of these heights ended by choice; below the second it may have been full."""

_YEAR = re.compile(r"\b20\d\d\b")
_COUNTED_ON = "numbers go on"
_IN_SPITE = 2
"""So many documents that begin in spite of their numbers were counted through when they were bound together."""


@dataclass
class _Open:
    """The document that the pages so far belong to."""

    first: int
    title: str | None
    title_size: float
    body_size: float | None
    is_memo: bool
    """It begins with a proposed decision or a summary."""
    only_prefaces: bool
    """So far it has no chapter, only what stands before the first."""
    section_size: float = 0.0
    """The largest type of its headings but the title."""
    number: Number | None = None
    """The last that was printed."""
    restarts: bool = False
    """Its own chapters are numbered from 1: such a number tells nothing more."""
    note: int | None = None
    """Its last footnote's number."""
    notes_restart: bool = False
    """Its footnotes begin again at 1 on each page or in each chapter."""
    section: tuple[int, ...] = ()
    contents: set[str] = field(default_factory=set)
    faces: set[str] = field(default_factory=set)
    matters: set[str] = field(default_factory=set)
    """The digits of the diary numbers in its pages' letterheads."""
    weight: float = math.inf
    """Of the signs that it begins a document."""
    in_spite_of_numbers: bool = False
    """It begins a document though the page numbers go on."""


def part(signs: Sequence[PageSigns]) -> tuple[Part, ...]:
    """The documents that a file is bound of, one after another; together they have all its pages.

    `signs` are those of all pages (page_signs), laid out as if the file were one document.
    """
    opened = _parted(signs, numbers_tell=True)
    if sum(each.in_spite_of_numbers for each in opened) >= _IN_SPITE:
        opened = _parted(signs, numbers_tell=False)
    lasts = [*(each.first - 1 for each in opened[1:]), len(signs)]
    ends = [*(each.weight for each in opened[1:]), math.inf]
    return tuple(
        Part(first_page=each.first, last_page=last, confidence=_confidence(min(each.weight, end)))
        for each, last, end in zip(opened, lasts, ends, strict=True)
    )


def _parted(signs: Sequence[PageSigns], *, numbers_tell: bool) -> list[_Open]:
    """Page by page; `numbers_tell` is False where the pages of all the papers are counted through."""
    opened = [_opened(signs[0], {})]
    for before, page, after in zip(signs[:-1], signs[1:], [*signs[2:], None][: len(signs) - 1], strict=True):
        current = opened[-1]
        weights = dict(_of_numbers(current, before, page, after)) if numbers_tell else {}
        weights |= dict(_of_footnotes(current, page))
        weights |= dict(_of_page(current, before, page))
        if sum(weights.values()) >= _ENOUGH:
            opened.append(_opened(page, weights))
        else:
            _add(current, page)
    return opened


def _opened(page: PageSigns, weights: Mapping[str, float]) -> _Open:
    current = _Open(
        page.page,
        page.title,
        page.title_size,
        page.body_size,
        page.proposes,
        page.is_preface,
        weight=sum(weights.values()) if weights else math.inf,
        in_spite_of_numbers=_COUNTED_ON in weights,
    )
    _add(current, page)
    return current


def _add(current: _Open, page: PageSigns) -> None:
    if page.number is not None:
        if current.number is not None and page.number.page <= current.number.page:
            current.restarts = True
        current.number = page.number
    current.only_prefaces = current.only_prefaces and (page.title is None or page.is_preface)
    if page.notes:
        if current.note is not None and page.notes[0] <= current.note:
            current.notes_restart = True
        current.note = page.notes[-1]
    current.body_size = current.body_size or page.body_size
    current.section = page.section or current.section
    current.contents.update(page.contents)
    title_size = page.title_size if page.page != current.first else 0.0
    current.section_size = max(current.section_size, page.section_size, title_size)
    current.matters.update(page.matters)
    if page.face is not None:
        current.faces.add(page.face)


def _confidence(weight: float) -> float:
    """0.5 for what is just enough, towards 1 for what leaves no doubt."""
    return round(1 / (1 + math.exp(-(weight - _ENOUGH) / _STEEPNESS)), 2)


def _of_page(current: _Open, before: PageSigns, page: PageSigns) -> Iterator[tuple[str, float]]:
    """Each sign but the number that the page begins a document (above 0) or goes on with the one before it (below)."""
    yield from _of_title(current, page)
    yield from _of_letterhead(before, page)
    if page.matters and current.matters and not (page.matters & current.matters or page.is_minutes):
        yield "another diary number", 2.0
    yield from _of_bookmark(page)
    yield from _of_design(current, before, page)
    if page.goes_on:
        yield "text goes on", -5.0
    elif before.lowest < _SHORT:
        yield "the page before ends short", 0.5
    elif before.lowest > _FULL:
        yield "the page before is full", -0.5


def _of_numbers(
    current: _Open, before: PageSigns, page: PageSigns, after: PageSigns | None
) -> Iterator[tuple[str, float]]:
    last, number = current.number, page.number
    complete = last is not None and last.of is not None and last.page == last.of
    if number is None:
        if complete:
            yield "the count was complete", 1.5
        elif last is not None and last.page >= 2 and after is not None and after.number and after.number.page == 2:
            yield "the next page is the second", 0.0 if current.restarts else 1.5
        return
    if number.page == 1 and last is not None:
        if complete or (number.of is not None and number.of != last.of):
            yield "another count begins", 3.0
        else:
            yield "numbers begin again", 0.0 if current.restarts else 2.0
    elif number.page == 1:
        # A count that begins with a title leaves out the pages before it; after a cover it may go on from there.
        anew = number.of is not None and page.names_class and not before.is_cover
        yield "numbers begin", 2.0 if anew else 0.5
    elif complete:
        yield "the count was complete", 1.5
    elif last is not None and number.page > last.page:
        yield _COUNTED_ON, -3.0
    elif last is None and number.page == page.page - current.first + 1:
        yield _COUNTED_ON, -2.0


def _of_footnotes(current: _Open, page: PageSigns) -> Iterator[tuple[str, float]]:
    """Footnotes are counted through a document, also where its chapters' pages are not.

    Where the page numbers begin again for the first time, as some documents' do at every chapter, the footnotes may
    do so with them: then they tell nothing more.
    """
    if not page.notes:
        return
    if page.notes[0] > (current.note or 0) + (0 if current.note else 1):
        yield "footnotes go on", -3.0
    elif _has_notes_anew(current, page) and current.restarts:
        yield "footnotes begin again", 1.5


def _has_notes_anew(current: _Open, page: PageSigns) -> bool:
    """True where its first footnote is the first of a count, in a document whose pages are not each counted so."""
    counted = current.note is not None and current.note > 1 and not current.notes_restart
    return counted and bool(page.notes) and page.notes[0] == 1


def _of_title(current: _Open, page: PageSigns) -> Iterator[tuple[str, float]]:
    if page.title is None:
        yield "no title", -1.0
        return
    if bare(page.title) in current.contents:
        yield "a chapter of the contents", -3.0
    anew = _is_numbered_anew(current, page)
    if anew and page.is_opening:
        yield "an introduction on a first page", 1.0
    elif anew and page.section == (1,) and current.section > (1,):
        yield "sections begin again", 1.0
    elif page.is_chapter:
        yield "a chapter", -0.5 if page.section == (1,) and not current.section else -1.5
    if page.section > (1,) and current.section and page.section > current.section:
        yield "sections go on", -2.0
    if page.title_size > current.section_size + _SAME_SIZE:
        is_title = page.title_size >= current.title_size - _SAME_SIZE
        yield ("as large as the title", 1.0) if is_title else ("larger than any section", 0.5)
    if page.names_class:
        yield "names a class", 1.0
    if page.names_class and current.is_memo and not page.proposes:
        yield "what a memo is about", 1.5
    if page.proposes:
        yield "proposes a decision", 1.5
    if page.is_cover:
        yield "a cover", 2.0 if names_another_class(current.title, page.title) else 1.5
    if page.names_class and _is_of_another_year(current.title, page.title):
        yield "the same title with another year", 2.0


def _is_of_another_year(one: str | None, other: str) -> bool:
    """True for titles that differ in their years alone: a document has no chapter called as itself."""
    years = _YEAR.findall(one or ""), _YEAR.findall(other)
    return one is not None and all(years) and years[0] != years[1] and _YEAR.sub("", one) == _YEAR.sub("", other)


def _is_numbered_anew(current: _Open, page: PageSigns) -> bool:
    """True where the page is numbered 1 after a count, in a document whose chapters are not each numbered so.

    Where they are, its footnotes tell. A first chapter that is numbered after its preface begins nothing.
    """
    if current.only_prefaces:
        return False
    counted = current.number is not None and current.number.page > 1
    anew = not current.restarts or _has_notes_anew(current, page)
    return counted and anew and page.number is not None and page.number.page == 1


def _of_letterhead(before: PageSigns, page: PageSigns) -> Iterator[tuple[str, float]]:
    """A letter's head that the page before does not have too: the paragraphs of minutes have such lines each."""
    if page.is_minutes:
        return
    kinds = {line.partition(" ")[0] for line in page.letterhead - before.letterhead}
    if len(kinds) >= 2:
        yield "a letterhead", 2.0 if len(kinds) == 2 else 3.0
    elif kinds:
        yield "a line of a letterhead", 0.5


def _of_bookmark(page: PageSigns) -> Iterator[tuple[str, float]]:
    """A packet's bookmark, where the page shows a beginning itself: a title that is no chapter's, or a letterhead.

    Alone it is never enough, be it a file's name.
    """
    if page.bookmark is not None and (page.letterhead or (page.title is not None and not page.is_chapter)):
        yield "a bookmark", 2.0 if page.bookmark == "file" else 1.0


def _has_another_size(current: _Open, page: PageSigns) -> bool:
    sizes = (current.body_size, page.body_size)
    return sizes[0] is not None and sizes[1] is not None and abs(sizes[0] - sizes[1]) > _SAME_SIZE


def _has_another_face(current: _Open, page: PageSigns) -> bool:
    return page.face is not None and bool(current.faces) and page.face not in current.faces


def _of_design(current: _Open, before: PageSigns, page: PageSigns) -> Iterator[tuple[str, float]]:
    size, face = _has_another_size(current, page), _has_another_face(current, page)
    if size:
        yield "another size of type", 1.0
    if face:
        yield "another typeface", 1.5
    if (size or face) and _is_numbered_anew(current, page):
        # Chapters that are each numbered from 1 are set alike.
        yield "numbers begin again in another type", 1.0
    if current.number is not None and page.number is not None:
        moved = max(
            abs(current.number.height - page.number.height), abs(current.number.across - page.number.across) - 0.1
        )
        if moved > _MOVED:
            yield "page numbers stand elsewhere", 1.0
    if before.running and not before.running & page.running:
        yield "other running heads", 1.0
    yield from of_paper(before, page)
