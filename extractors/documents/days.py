"""The days that a document names for what it is and what is done with it: dated, signed, sent in, decided, due.

A day's kind is in the words beside it: a form's question, a letterhead's word, or the words of its sentence. A day
in running text without such a word is no fact of the document.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from extractors.documents.reported_period import reported_periods
from extractors.drafts import FactDraft, FieldDraft
from extractors.numbers.dates import DateMention, find_dates
from extractors.sentences import SENTENCE_END
from models.blocks import Block, Heading, ListItem, Note, Paragraph, Table
from models.place import Place
from models.rows import FactKind

_WORDS: Final[tuple[tuple[FactKind, str], ...]] = (
    ("due_date", r"senast|sista\s+(?:dag|ansökningsdag|datum)|deadline|förfall"),
    (
        "signed_date",
        r"under(?:skri[fv]|teckn)|sign[ae]|namnteckning|intyga|ort\s?(?:och|,|/)\s?datum|uppgifterna\s+(?:har\s+)?lämna",
    ),
    ("sent_date", r"\bin(?:skick|lämn|sän[dt]|kom|given)|\bskicka\w*\s+in|\blämna\w*\s+in|\bankom|\bregistrerad"),
    ("decision_date", r"beslut|fastställ|\banta(?:gen|gits|gna|get|s|g)\b"),
    ("meeting_date", r"sammanträd|\bmötes?(?:dag|datum)|\bkallelse|föredragningslista|dagordning"),
)
_KIND = re.compile("|".join(f"(?P<{kind}>{words})" for kind, words in _WORDS), re.IGNORECASE)
_ASKS_DAY = re.compile(r"datum|\bdag(?:en)?\b|\bden\b|\bnär\b", re.IGNORECASE)
_SIGNING = re.compile(r"underskri[fv]|underteckn|signatur|intyg|försäkra", re.IGNORECASE)
"""A section where the answers are put under one's name."""
_DATED = re.compile(r"^(?:datum|daterad|uppdaterad|upprättad|version)\b", re.IGNORECASE)
_SIGNED_AT = re.compile(r"^[A-ZÅÄÖ][\wåäöé-]+(?:\s[A-ZÅÄÖ][\wåäöé-]+)?,?\s+(?:den\s+)?$")
"""`Mora den 3 februari 2021`: a place before a day, as above a signature."""
_GOVERNED = re.compile(r"\b(?:den|per|till|med|av|från|om|för|sedan|i|på)\s*$|[-\u2010-\u2015]\s*$", re.IGNORECASE)
"""A day that the words before it go on to is theirs: `delredovisning per den 31 augusti`."""
_WORD = re.compile(r"[a-zåäö]{3}")
"""After a day on its line a diary number may stand, but no words."""
_LINE = 80
"""Letters up to which a text is a line of a letterhead or a signature."""
_HEAD_PAGES = 2
_BEFORE, _AFTER = 70, 30
"""Letters of a sentence before and after a day, in which the words stand that say what it is."""
_LABEL = 40


def read_days(blocks: Sequence[Block], fields: Sequence[FieldDraft], *, is_report: bool) -> list[FactDraft]:
    """The days in forms, letterheads, signatures and sentences that say what they are, and the periods reported."""
    answered = list(_of_fields(fields))
    beside = [f for f in (*_of_texts(blocks), *_of_tables(blocks)) if not any(_is_same(f, a) for a in answered)]
    return [*answered, *beside, *(reported_periods(blocks, fields) if is_report else ())]


def _is_same(one: FactDraft, other: FactDraft) -> bool:
    """The same day at the same height of the same page: a form's answer, met as a line."""
    return one.first_day == other.first_day and any(
        a.page == b.page and a.top < b.bottom and b.top < a.bottom for a in one.places for b in other.places
    )


def _of_fields(fields: Sequence[FieldDraft]) -> Iterator[FactDraft]:
    for field in fields:
        mention = next(find_dates(field.value), None) if field.value and len(field.value) <= _LINE else None
        if mention is None:
            continue
        kind = _kind_named(field.label)
        if kind is None and _DATED.match(field.label):
            signing = field.section is not None and _SIGNING.search(field.section) is not None
            kind = "signed_date" if signing else "document_date"
        if kind is not None:
            yield _fact(kind, field.label, mention, field.places)


def _of_texts(blocks: Sequence[Block]) -> Iterator[FactDraft]:
    last_page = max((b.place.page for b in blocks), default=1)
    above: Block | None = None
    for block in blocks:
        if isinstance(block, Heading | Paragraph | ListItem | Note) and not _is_running(block):
            for mention in find_dates(block.text):
                yield from _of_text(block, mention, above, last_page)
        above = block


def _is_running(block: Block) -> bool:
    return isinstance(block, Note) and block.note not in ("running_head", "aside")


def _of_text(block: Block, mention: DateMention, above: Block | None, last_page: int) -> Iterator[FactDraft]:
    """A line of a letterhead or above a signature, or a sentence that says what is done that day."""
    text, place = block.text, block.place
    before, after = text[: mention.start], text[mention.end :]
    if len(text) > _LINE:
        said = _in_sentence(before, after)
        if said is not None:
            yield replace(_fact(said[0], said[1], mention, block.places), is_own=False)
        return
    kind = _kind_named(before) or _kind_named(after)
    is_alone = _WORD.search(after) is None or (not before.strip() and len(text) <= _LABEL and _is_head(block))
    if kind is not None:
        yield _fact(kind, text[: mention.start].strip(" :") or None, mention, block.places)
    elif is_alone and _SIGNED_AT.match(before) and (place.page == last_page > 1 or not _is_head(block)):
        yield _fact("signed_date", None, mention, block.places)
    elif place.page <= _HEAD_PAGES and is_alone and not _GOVERNED.search(before):
        labelled = before.strip(" :") or (above.text.strip(" :") if above and _labels(above, block) else "")
        named = _kind_named(labelled) if not before.strip() else None
        yield _fact(named or "document_date", labelled or None, mention, block.places)


def _is_head(block: Block) -> bool:
    """In the upper part of the first page, where letterheads stand."""
    return block.place.page == 1 and block.place.top < 300.0


def _labels(above: Block, block: Block) -> bool:
    """A short text right above a lone day names it."""
    near = above.place.page == block.place.page and 0 <= block.place.top - above.place.bottom < 20.0
    return near and len(above.text) <= _LABEL and _ASKS_DAY.search(above.text) is not None


def _in_sentence(before: str, after: str) -> tuple[FactKind, str] | None:
    """The kind by the nearest word before the day in its sentence, else right after it; and the words themselves."""
    start = max((m.end() for m in SENTENCE_END.finditer(before)), default=0)
    lead = before[start:][-_BEFORE:]
    words = list(_KIND.finditer(lead))
    if words:
        return _named(words[-1]), lead[words[-1].start() :].strip()
    follow = _KIND.search(SENTENCE_END.split(after, maxsplit=1)[0][:_AFTER])
    if follow is None or not re.search(r"\bden\s*$|^\s*$", lead, re.IGNORECASE):
        return None
    return _named(follow), after[: follow.end()].strip()


def _of_tables(blocks: Sequence[Block]) -> Iterator[FactDraft]:
    """A letterhead or a form's head laid out as a table: the word stands before the day, left of it or above it."""
    for table in blocks:
        if not isinstance(table, Table) or table.place.page > _HEAD_PAGES:
            continue
        at = {(c.row, c.col): c for c in table.cells}
        for cell in table.cells:
            mention = next(find_dates(cell.text), None) if cell.text and len(cell.text) <= _LINE else None
            if mention is None:
                continue
            own = cell.text[: mention.start].strip(" :\n")
            beside = [at.get((cell.row, cell.col - 1)), at.get((cell.row - 1, cell.col))]
            labels = [own] if own else [c.text for c in beside if c is not None and len(c.text) <= _LABEL]
            label = next((text for text in labels if _kind_named(text) or _DATED.match(text)), None)
            if label is not None:
                yield _fact(_kind_named(label) or "document_date", label, mention, (cell.place,))


def _kind_named(words: str) -> FactKind | None:
    """The kind that a question's or a line's words name."""
    match = _KIND.search(words)
    return _named(match) if match is not None else None


def _named(match: re.Match[str]) -> FactKind:
    return next(kind for kind, _ in _WORDS if match[kind])


def _fact(kind: FactKind, label: str | None, mention: DateMention, places: tuple[Place, ...]) -> FactDraft:
    return FactDraft(kind, mention.text, places, mention.day.isoformat(), label, mention.day, mention.day)
