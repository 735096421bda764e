"""What each page of a file shows that can tell where a document begins: its number, its top, its end, its type."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from extractors.documents.bookmarked import Bookmarked
from extractors.documents.document_class import names_class, names_paper
from extractors.documents.letterheads import letterhead_lines, proposes
from extractors.documents.memo_parts import is_memo_part
from extractors.documents.titles import is_chapter, is_opening, is_organisation, is_preface
from models.blocks import Block, Heading, ListItem, Note, PageInfo, Paragraph, Table

_NUMBER = re.compile(r"(?P<page>\d{1,3})(?:\s*(?:[(\[/]|av|of)\s*(?P<pages>\d{1,3}))?", re.IGNORECASE)
_OF_SO_MANY = re.compile(r"(?<=\s)(?P<page>\d{1,3})\s?\((?P<pages>\d{1,3})\)$")
_EDGE = 0.1
"""Share of the page's height that running heads and feet take."""
_PARAGRAPH = re.compile(r"^(?:[A-ZÅÄÖ][\wÅÄÖåäö]{0,4}\s)?§\s?\d{1,3}\b.{0,90}$")
_SEVERAL = 2
_SECTION = re.compile(r"^(?P<number>\d{1,2}(?:\.\d+)*)[.)]?\s+\S")
_RUNNING_TEXT = 200
"""Letters from which on a block is running text: what a document says of itself at its top stands above it."""
_A_LINE = 60
"""Letters up to which a text is a line of a letterhead: no document begins with a sentence, and what seems to go on
over the page can be the last line of one document and the first of the next."""
_TOP = 0.6
"""Share of the page that a letterhead and a title take at most."""
_LONGEST_TITLE = 200
_LARGER = 1.08
"""A title is larger than running text by so much; some set it in bold alone."""
_LITTLE = 300
"""Letters of running text from which on the size of a page's type tells something."""
_ENOUGH_WORDS = 50
"""Words from which on the typeface of a page tells something."""
_NONE: Mapping[int, Bookmarked] = MappingProxyType({})


@dataclass(frozen=True)
class Number:
    """A page number as printed: `of` how many pages, and at which height and place across, as shares of the page."""

    page: int
    of: int | None
    height: float
    across: float


@dataclass(frozen=True)
class PageSigns:
    """One page. Sizes are points, heights shares of the page's height."""

    page: int
    number: Number | None
    title: str | None
    """What stands above the running text in the largest type, with what goes on below it; null where nothing does."""
    title_size: float
    is_chapter: bool
    """The title is a chapter's: by its words or its number."""
    is_opening: bool
    """The title is that of a first chapter: `Inledning`."""
    is_preface: bool
    """The title is that of what stands before the first chapter: `Förord`."""
    section: tuple[int, ...]
    """The number before the title: (3, 1); empty where it has none."""
    names_class: bool
    letterhead: frozenset[str]
    """Lines above the running text that only a letter or a form's head has: dates, diary numbers, kinds of letters."""
    matters: frozenset[str]
    """The digits of the diary numbers in its letterhead."""
    is_minutes: bool
    """It has several paragraphs of minutes: `§ 41`, each on a matter of its own."""
    proposes: bool
    """A proposed decision or a summary follows the title: a memo's beginning. In minutes each paragraph decides."""
    is_cover: bool
    body_size: float | None
    face: str | None
    """The typeface of most of the text; null where there is too little of it."""
    running: frozenset[str]
    """Running heads and feet, without their numbers."""
    goes_on: bool
    """A table or running text of the page before goes on on this page."""
    lowest: float
    """Where the page's text ends."""
    section_size: float
    """The largest type of the headings that are no title; 0 where there are none."""
    contents: tuple[str, ...]
    """Lines of a list of contents, bare of all but letters."""
    notes: tuple[int, ...]
    """The numbers of its footnotes, in their order."""
    shape: tuple[float, float]
    """The paper's width and height, points, as it lies."""
    bookmark: Bookmarked | None
    """What leads to the page among a packet's bookmarks."""


def signs_of(
    pages: Sequence[PageInfo], blocks: Sequence[Block], bookmarked: Mapping[int, Bookmarked] = _NONE
) -> list[PageSigns]:
    """The signs of every page, in the file's order; `bookmarked` are the file's pages that bookmarks lead to."""
    on_page: dict[int, list[Block]] = {}
    later: dict[int, list[Block]] = {}
    for block in blocks:
        on_page.setdefault(block.place.page, []).append(block)
        for page in sorted({place.page for place in block.places[1:]} - {block.place.page}):
            later.setdefault(page, []).append(block)
    return [
        _signs(info, on_page.get(info.page, []), later.get(info.page, []), bookmarked.get(info.page)) for info in pages
    ]


def bare(text: str) -> str:
    """Letters alone, for comparing a heading with where else it stands."""
    return re.sub(r"[\W\d]", "", text).casefold()


def _signs(
    info: PageInfo, blocks: Sequence[Block], going_on: Sequence[Block], bookmark: Bookmarked | None
) -> PageSigns:
    text = [b for b in blocks if not isinstance(b, Note)]
    body = _body_size(text)
    goes_on = any(isinstance(b, Table) or len(b.text) > _A_LINE for b in going_on)
    top = [] if goes_on else _above_running_text(info, text)
    named = _naming(top, body)
    title = " ".join(b.text for b in named) or None
    chapter = bool(named) and (is_chapter(named[0].text) or is_memo_part(named[0].text))
    section = _SECTION.match(title) if title else None
    letterhead = letterhead_lines([*top, *(b for b in blocks if _is_running(b))])
    minutes = sum(_PARAGRAPH.match(b.text) is not None for b in text) >= _SEVERAL
    ends = [p.bottom for b in (*text, *going_on) for p in b.places if p.page == info.page]
    return PageSigns(
        page=info.page,
        number=_number(info, blocks),
        title=title,
        title_size=max((b.size for b in named), default=0.0),
        is_chapter=chapter or section is not None,
        is_opening=bool(named) and is_opening(named[0].text),
        is_preface=bool(named) and is_preface(named[0].text),
        section=tuple(int(n) for n in section["number"].split(".")) if section else (),
        names_class=any(names_class(b.text) or names_paper(b.text) for b in (*named, *_headings(top))),
        letterhead=letterhead,
        matters=frozenset(re.sub(r"\D+", " ", line).strip() for line in letterhead if line.startswith("number "))
        - {""},
        is_minutes=minutes,
        proposes=bool(named) and not minutes and proposes(_heads_below(named[-1], blocks)),
        is_cover=bool(named) and not chapter and _is_cover(text, named, body),
        body_size=body,
        face=info.face if info.n_words >= _ENOUGH_WORDS else None,
        running=frozenset(bare(b.text) for b in blocks if _is_running(b)) - {""},
        goes_on=goes_on,
        lowest=max(ends, default=0.0) / info.height if info.height else 0.0,
        section_size=max(
            (b.size for b in _headings(text) if b not in named and not is_organisation(b.text)), default=0.0
        ),
        contents=tuple(bare(b.text) for b in blocks if isinstance(b, Note) and b.note == "contents"),
        notes=tuple(int(b.marker) for b in blocks if isinstance(b, Note) and b.marker.isdecimal()),
        shape=(info.width, info.height),
        bookmark=bookmark,
    )


def _is_line(block: Block) -> bool:
    return isinstance(block, Paragraph) and len(block.text) <= _A_LINE and block.text[-1] not in ".,;"


def _is_running(block: Block) -> bool:
    return isinstance(block, Note) and block.note == "running_head"


def _headings(blocks: Sequence[Block]) -> list[Heading]:
    return [b for b in blocks if isinstance(b, Heading)]


def _heads_below(title: Block, blocks: Sequence[Block]) -> list[str]:
    """The headings below a title, from the top, and what may be one: a line that is no sentence, or stands on others.

    Memos that are set alike have theirs at one place, as running heads are.
    """
    heads = [b for b in blocks if isinstance(b, Heading) or _is_running(b) or _is_line(b)]
    return [b.text for b in sorted(heads, key=lambda b: b.place.top) if b.place.top > title.place.top]


def _number(info: PageInfo, blocks: Sequence[Block]) -> Number | None:
    """The number that was set apart, else one out of how many behind other words at the page's edge: `PROTOKOLL 1(3)`.

    The words beside it can be other ones on each page, as a running head's are not.
    """
    for block in blocks:
        if isinstance(block, Note) and block.note == "page_number":
            match = _NUMBER.search(block.text)
            if match is not None:
                return _number_at(info, block, match)
    found = [
        (block, match)
        for block in blocks
        if (_is_running(block) or not _EDGE * info.height < block.place.top < (1 - _EDGE) * info.height)
        and (match := _OF_SO_MANY.search(block.text)) is not None
        and 0 < int(match["page"]) <= int(match["pages"])
    ]
    return _number_at(info, *found[0]) if len(found) == 1 else None


def _number_at(info: PageInfo, block: Block, match: re.Match[str]) -> Number:
    place = block.place
    return Number(
        page=int(match["page"]),
        of=int(match["pages"]) if match["pages"] else None,
        height=(place.top + place.bottom) / 2 / info.height,
        across=(place.x0 + place.x1) / 2 / info.width,
    )


def _body_size(blocks: Sequence[Block]) -> float | None:
    sizes: Counter[float] = Counter()
    for block in blocks:
        if isinstance(block, Paragraph | ListItem):
            sizes[round(block.size * 2) / 2] += len(block.text)
    return sizes.most_common(1)[0][0] if sizes.total() >= _LITTLE else None


def _above_running_text(info: PageInfo, blocks: Sequence[Block]) -> list[Block]:
    """What stands at the top of the page, up to the first table or running text."""
    top: list[Block] = []
    for block in sorted(blocks, key=lambda b: (b.place.top, b.place.x0)):
        if block.place.top > _TOP * info.height or isinstance(block, ListItem) or len(block.text) > _RUNNING_TEXT:
            break
        if not top and isinstance(block, Paragraph) and len(block.text) > _A_LINE and block.text.endswith("."):
            break
        if isinstance(block, Table):
            if top:
                break
            continue  # a letterhead can be laid out as a table
        top.append(block)
    return top


def _naming(top: Sequence[Block], body: float | None) -> list[Block]:
    """The largest heading at the top, and those of its size right below it."""
    own = [
        b
        for b in top
        if len(b.text) <= _LONGEST_TITLE
        and (isinstance(b, Heading) or (isinstance(b, Paragraph) and body is not None and b.size > _LARGER * body))
        and not is_organisation(b.text)
    ]
    if not own:
        return []
    largest = max(own, key=lambda b: b.size)
    start = own.index(largest)
    named: list[Block] = [largest]
    for block in own[start + 1 :]:
        if block.size < largest.size - 0.3 or block.place.top - named[-1].place.bottom > 2 * largest.size:
            break
        named.append(block)
    return named


def _is_cover(blocks: Sequence[Block], named: Sequence[Block], body: float | None) -> bool:
    """True where a title stands on a page that has little else."""
    if any(isinstance(b, Table) or len(b.text) > _RUNNING_TEXT for b in blocks):
        return False
    others = [b.size for b in blocks if b not in named]
    small = body or (min(others) if others else 0.0)
    return sum(len(b.text) for b in blocks) < _LITTLE and named[0].size > 1.3 * small
