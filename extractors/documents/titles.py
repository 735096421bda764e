"""What a document is called: its largest heading that is no chapter's, and what goes on right below it."""

import itertools
import re
from collections.abc import Collection, Sequence

from extractors.documents.document_class import CLASSES, names_class
from extractors.documents.memo_parts import is_memo_part, is_proposal, unnumbered
from extractors.documents.plan_titles import is_called_plan
from extractors.forms.questions import asks, opens_with_letter
from models.blocks import Block, Heading, ListItem, Note, Paragraph, Table
from models.rows import DocType

_CHAPTER = re.compile(
    r"^(?:\d[\d.]*\s+)?(?:innehåll|förord|bakgrund|inledning|introduktion|sammanfattning|beslut(?!\s(?:om|att|gällande|angående)\s)"
    r"|(?:\w+s )?förslag till beslut|ärendet"
    r"|syfte\b|tjänsteskrivelse|ordförandeförslag|enkät$|generellt|om (?:handlings|inriktnings)?planen|fokusområde"
    r"|målområde|till\s|uppdrag\s*$)",
    re.IGNORECASE,
)
_ORGANISATION = re.compile(
    r"^(?:(?:[^\s\d,]+\s){0,3}(?:kommun|stad)|region\s\S+|(?:\S+\s){0,2}(?:läns? )?landsting(?:et)?|\S+regionen"
    r"|\S*(?:nämnden|utskottet|styrelsen|förvaltningen|enheten|staben))$",
    re.IGNORECASE,
)
"""A letterhead's name of who writes: a title only where there is no other."""
_SECTION = re.compile(r"^(?:[A-ZÅÄÖ]\d?|\d{1,2}(?:\.\d+)*)[.)]?\s+[A-ZÅÄÖ]")
_MATTER = re.compile(r"\s*\((?!(?:SFS|SOSFS|SOU|Ds|Prop)\b)[A-ZÅÄÖ]{1,6}[ -]?\d[\d:/.-]*\)$", re.IGNORECASE)
"""The matter's diary number in brackets after a memo's title; a law's or an inquiry's number is the title's own."""
_PAGE_NUMBER = re.compile(r"\s+(?:sida\s+)?\d{1,3}\s?(?:\(\d{1,3}\)|/\s?\d{1,3}|\s?av\s\d{1,3})$", re.IGNORECASE)
"""A page's number that stands on the line of a running head or a title."""
_A_LINE = 60
"""Letters up to which a text above a title is a line of its letterhead."""
_YEARS = re.compile(r"^(?:för |år )?20\d\d(?:\s*[-–—/]\s*(?:20)?\d\d)?$", re.IGNORECASE)
_MEETING = re.compile(r"sammanträde|^kallelse\b|föredragningslista", re.IGNORECASE)
_FIRST_PAGES = 3
_GRANT = re.compile(r"^(?:statsbidrag|stimulansmedel|bidrag|medel|stöd)\b", re.IGNORECASE)
_OF_GRANTS: tuple[DocType, ...] = ("grant_report", "grant_application")
"""Classes whose word alone, `Redovisning`, does not say of what."""
_TELLING = re.compile(r"\b20\d\d\b|bidrag|medel\b", re.IGNORECASE)
"""Words of a title that tells what the document is; a section's says `Ekonomisk redovisning`."""
_OPENING = re.compile(r"^(?:\d[\d.]*\s+)?(?:förord|bakgrund|inledning|introduktion)\b", re.IGNORECASE)
"""What a document's first chapter is called: no title comes after it."""
_PREFACE = re.compile(r"^(?:förord|sammanfattning|innehåll(?:sförteckning)?)\b", re.IGNORECASE)
"""What stands before a document's first chapter, at times with page numbers of its own."""
_ALIGNED = 4.0
"""Points by which the left edges of a label and its answer differ at most."""
_LARGER = 1.0
"""Points by which a title that comes all the same is larger."""
_SHORT_NAME, _LONGEST_TITLE = 12, 200
_COVER = 500
"""Letters beside its headings that a cover holds at most."""
_CLOSE = 1.5
"""Type sizes of white between a section's heading and its text, at most."""
_SAME_SIZE = 0.3
"""Points."""
_YEAR = re.compile(r"\b20\d\d\b")
_DECIDED = re.compile(
    r"\b(?:antag|beslut|fastställ|godkän|dnr|diarie|gäller|giltig|version|datum)|§|20\d\d-\d\d-\d\d", re.IGNORECASE
)
_DECISION = re.compile(
    r"(?:antagen|antaget|beslutad|beslutat|fastställd|fastställt|godkänd)\s+(?:av|i|den|20)", re.IGNORECASE
)
"""Below a title: who decided on the document, and when."""
_SAME, _SUBTITLE, _HALF = 0.9, 0.62, 0.5
"""What goes on below a title is of its size; a subtitle on a cover may be this share of it."""


def title_of(blocks: Sequence[Block]) -> str | None:
    """The largest heading of the first pages whose style no chapter has, with what goes on right below it.

    A document without one is called what its running head calls it.
    """
    headings = [b for b in blocks if isinstance(b, Heading)]
    over = _set_over_all(blocks, headings)
    if over is not None:
        return _alone(over.text)
    labels = [b for b in blocks if isinstance(b, Paragraph) and b.place.page <= _FIRST_PAGES]
    first = [b for b in headings if b.place.page <= _FIRST_PAGES and not _answers(b, labels)]
    own = [b for b in first if not _CHAPTER.match(b.text) and not _ORGANISATION.match(b.text)]
    own = [b for b in own if not _is_below_chapter(b, first)]
    running = [_PAGE_NUMBER.sub("", b.text) for b in blocks if isinstance(b, Note) and b.note == "running_head"]
    repeated = {_bare(text) for text in running}
    naming = [
        b for b in own if b is _top_heading(own, blocks) or _is_run(b, repeated) or not _is_chapter_style(b, headings)
    ]
    if not naming:
        names = (text for text in running if len(text) > _SHORT_NAME and " " in text)
        long = next((text for text in names if not _ORGANISATION.match(text)), None)
        if long is None and (alone := _alone_in_size(first)) is not None:
            return _alone(alone.text)
        other = (b for b in first if not _CHAPTER.match(b.text) and unnumbered(b.text) == b.text)
        named = long or next((b.text for b in other if not _is_below_chapter(b, first)), None)
        return named and _alone(named)
    largest = max(naming, key=lambda b: b.size)
    start = first.index(largest)
    parts = [largest.text]
    for before, block in itertools.pairwise(first[start:]):
        near = block.place.page == before.place.page and block.place.top - before.place.bottom < 3.0 * before.size
        whole = _bare(" ".join([*parts, block.text]))
        if not near or not (whole in repeated or _goes_on(block, largest, blocks)):
            break
        parts.append(block.text)
    return _alone(" ".join(parts))


def _answers(heading: Heading, labels: Sequence[Paragraph]) -> bool:
    """True for what was filled in on a form: a label that asks stands right above it, in smaller type."""
    return any(
        b.size < heading.size
        and b.place.page == heading.place.page
        and abs(b.place.x0 - heading.place.x0) < _ALIGNED
        and 0 <= heading.place.top - b.places[-1].bottom < heading.size
        and asks(b.text)
        for b in labels
    )


def _alone_in_size(headings: Sequence[Heading]) -> Heading | None:
    """A chapter's word that is set larger than all other headings: `Enkät` over a survey is all that names it."""
    largest = max(headings, key=lambda b: b.size, default=None)
    if largest is None or largest is not headings[0] or is_memo_part(largest.text) or _OPENING.match(largest.text):
        return None
    others = [b.size for b in headings if b is not largest]
    return largest if others and largest.size > max(others) + _LARGER else None


def _set_over_all(blocks: Sequence[Block], headings: Sequence[Heading]) -> Paragraph | None:
    """A title of several lines that is read as a paragraph: at the top of the first page, larger than all else."""
    text = [b for b in blocks if not isinstance(b, Note) and b.place.page == 1]
    lines = len(list(itertools.takewhile(lambda b: len(b.text) <= _A_LINE, text)))
    top = [b for b in text[: lines + 1] if isinstance(b, Paragraph) and len(b.text) <= _LONGEST_TITLE]
    largest = max(top, key=lambda b: b.size, default=None)
    others = max((b.size for b in (*headings, *text) if b is not largest), default=0.0)
    return largest if largest is not None and others and largest.size > others + _LARGER else None


def is_preface(text: str) -> bool:
    """True for what stands before a document's first chapter: `Förord`."""
    return _PREFACE.match(text) is not None


def is_chapter(text: str) -> bool:
    """True for what chapters are called: a title only where nothing else can be."""
    return _CHAPTER.match(text) is not None


def is_opening(text: str) -> bool:
    """True for what a document's first chapter is called: it has one such, at its beginning."""
    return _OPENING.match(text) is not None


def is_organisation(text: str) -> bool:
    """True for the name of a body alone, as letterheads set it."""
    return _ORGANISATION.match(text) is not None


def _alone(title: str) -> str:
    """The title without its own number, the page's and the matter's."""
    return _MATTER.sub("", unnumbered(_PAGE_NUMBER.sub("", title)))


def _is_run(block: Heading, running: Collection[str]) -> bool:
    """True for what the running heads, bare, repeat, whole or cut short."""
    own = _bare(block.text)
    return own in running or any(len(head) > _SHORT_NAME and own.startswith(head) for head in running)


def _is_below_chapter(block: Heading, headings: Sequence[Heading]) -> bool:
    """True where a chapter's heading of no smaller type stands before it: nothing is called what a section is."""
    before = itertools.takewhile(lambda b: b is not block, headings)
    return any(_OPENING.match(b.text) and b.size > block.size - _LARGER for b in before)


def _bare(text: str) -> str:
    """Letters and digits alone: a title can be broken over lines, its running head not."""
    return re.sub(r"\W", "", text).casefold()


def _top_heading(headings: Sequence[Heading], blocks: Sequence[Block]) -> Heading | None:
    """The first page's largest heading, where it stands at the top: parts of a packet can be headed like the whole."""
    on_first = [b for b in headings if b.place.page == 1]
    if not on_first:
        return None
    largest = max(on_first, key=lambda b: b.size)
    above = [b for b in blocks if b.place.page == 1 and isinstance(b, Paragraph) and b.place.bottom < largest.place.top]
    called = _MEETING.search(largest.text) is not None or (largest is on_first[0] and _is_cover(blocks, 1))
    return largest if called and not any(len(b.text) > _LONGEST_TITLE for b in above) else None


def _goes_on(block: Heading, title: Heading, blocks: Sequence[Block]) -> bool:
    """True for the title's next line, its years, and a cover's subtitle."""
    if title.text.endswith(",") and block.size >= _SAME * title.size:
        return True
    if (
        _DECISION.match(block.text)
        or opens_with_letter(block.text)
        or _CHAPTER.match(block.text)
        or _ORGANISATION.match(block.text)
        or _SECTION.match(block.text)
        or is_proposal(block.text)
    ):
        return False
    if block.size >= _SAME * title.size and block.bold == title.bold:
        return True
    if _tells_what_it_is(block, title, blocks):
        return True
    if block.size < _SUBTITLE * title.size:
        return False
    if _GRANT.match(block.text):
        return " " not in title.text and any(dict(CLASSES)[kind].search(title.text) for kind in _OF_GRANTS)
    if names_class(block.text) and not names_class(title.text):
        return True
    if _YEARS.match(block.text):
        return True
    return _is_cover(blocks, title.place.page) and not _heads_text(block, blocks)


def _tells_what_it_is(block: Heading, title: Heading, blocks: Sequence[Block]) -> bool:
    """True for a subtitle half as large below a title that does not say what the document is: "Plan för ... 2024-2027".

    It heads no text and no other heading is set as it is; whose decision a line tells is no title.
    """
    if block.size < _HALF * title.size:
        return False
    if is_called_plan(title.text) or names_class(title.text) or _YEAR.search(title.text) or _DECIDED.search(block.text):
        return False
    tells = names_class(block.text) or is_called_plan(block.text) or _YEAR.search(block.text)
    alike = [b for b in blocks if isinstance(b, Heading) and _is_set_alike(b, block)]
    return bool(tells) and len(alike) == 1 and not _heads_text(block, blocks)


def _is_set_alike(one: Heading, other: Heading) -> bool:
    return abs(one.size - other.size) < _SAME_SIZE and one.bold == other.bold


def _heads_text(heading: Heading, blocks: Sequence[Block]) -> bool:
    """True where text follows close below: a section's heading, and no subtitle."""
    flow = [b for b in blocks if not isinstance(b, Note)]
    at = next(n for n, b in enumerate(flow) if b is heading)
    below = next(iter(flow[at + 1 :]), None)
    if below is None or isinstance(below, Heading) or below.place.page != heading.place.page:
        return False
    return below.place.top - heading.places[-1].bottom < _CLOSE * heading.size


def _is_cover(blocks: Sequence[Block], page: int) -> bool:
    """True for a page that holds a title and a few lines, and no running text."""
    text = [b for b in blocks if b.place.page == page and not isinstance(b, Note)]
    return not any(isinstance(b, Table | ListItem) or len(b.text) > _LONGEST_TITLE for b in text) and (
        sum(len(b.text) for b in text if not isinstance(b, Heading)) <= _COVER
    )


def title_of_class(blocks: Sequence[Block], title: str | None, doc_type: DocType) -> str | None:
    """A report's or application's own name, where the largest heading is a memo's or a form's first section.

    It is the largest text of its kind on the first page that has one.
    """
    pattern = dict(CLASSES).get(doc_type)
    if (
        doc_type not in ("grant_report", "grant_application")
        or pattern is None
        or (title and (pattern.search(title) or _TELLING.search(title)))
    ):
        return title
    named = [
        b
        for b in blocks
        if isinstance(b, Heading | Paragraph)
        and b.place.page <= 3
        and len(b.text) < _LONGEST_TITLE
        and not b.text.endswith(".")
        and pattern.search(b.text)
    ]
    return min(named, key=lambda b: (b.place.page, -b.size)).text if named else title


def _is_chapter_style(block: Heading, headings: Sequence[Heading]) -> bool:
    """True where three or more different headings, over several pages, are set as this one is."""
    like = {(b.text, b.place.page) for b in headings if _is_set_alike(b, block)}
    return len({text for text, _ in like}) >= 3 and len({page for _, page in like}) >= 2
