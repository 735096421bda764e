"""Organisation and diary numbers as they are written, with their places."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from stdnum.se import orgnr

from extractors.drafts import FactDraft, FieldDraft
from extractors.numbers.diary_words import DIARY_NAME, DIARY_WORD
from models.blocks import Answer, Block, Note, Table
from models.place import Place

_ORG_WORD = re.compile(r"\borg(?:anisations)?\.?[\s-]?(?:nummer|nr)\b\.?", re.IGNORECASE)
_DASH = r"[-\u2010-\u2015\u2212]"
_ORG = re.compile(rf"(?<![\d-])(?:(?:16|SE\s?))?(?P<one>\d{{6}})\s?{_DASH}?\s?(?P<two>\d{{4}})(?:01)?(?![\d]|-\d)")
_DIGITS = re.compile(rf"\d[\d\s]{{3,10}}(?:{_DASH}\s?)?\d{{1,6}}(?!\d)")
"""What was meant for such a number: a digit too many or too few."""
_FEWEST_DIGITS = 8
_PUBLIC = re.compile(r"\b(?:212000|222000|232100|202100)-\d{4}\b")
"""A municipality's, a municipal federation's, a region's or an agency's number, known without a word beside it."""
_AFTER_WORD = 40
"""Letters between the word and its number, at most."""
_UNIT = r"[A-ZÅÄÖ]{2,5}"
"""Whose diary it is: KS, HSN, RS."""
_WITHIN_NUMBER = rf"\d\d{_UNIT}\d{{3,6}}|20\d\d[/-]{_UNIT}[ -]?\d{{2,6}}"
"""The unit between the year and the number: "22RS1234", "2023/KS0123"."""
_DIARY = re.compile(
    rf"(?:\b(?i:(?:er|ert|eder)\s+)?(?i:{DIARY_NAME})\b"
    r"(?i:[^\n:]{0,30}?)[:.]?\s*"
    rf"(\d\d{_UNIT}\d{{1,6}}|{_WITHIN_NUMBER}|"
    r"(?:[A-ZÅÄÖ]{1,6}[ ./-]?|[A-ZÅÄÖ][a-zåäö]?[A-ZÅÄÖ][ -]?)?(?<!\d)\d[\d/:.-]{3,20}\d))"
    rf"|\b({_UNIT}[ /.-]?(?:\d{{4}}[:/]\d{{1,6}}|20\d\d[.-]\d{{3,6}})|{_UNIT}/\d{{1,6}}/20\d\d)\b"
)
_OF_OTHERS = re.compile(r"(?:ert?|eder)\s", re.IGNORECASE)
"""The number of whom a letter is written to: "Ert diarienummer"."""
_DIARY_WORD = re.compile(rf"\b{DIARY_WORD}\b", re.IGNORECASE)
_DIARY_ANSWER = re.compile(r"(?!20\d\d-\d\d-\d\d$)(?:[A-ZÅÄÖ][A-ZÅÄÖa-zåäö]{0,5}[ -]?)?\d[\d/:.-]{3,20}\d")
_ALONE = re.compile(rf"(?<!\S)({_UNIT}[ -]?\d\d[-/:]\d{{3,6}}|{_WITHIN_NUMBER}|\d{{2,3}}-\d{{3,6}}-20\d\d)$")
"""Shapes that other signs have too, known at the end of a running head or foot: "HSN22-0041"."""
_DIGIT = re.compile(r"\d")
"""What a diary number has at the least: most texts have none, and are soon told."""
EARLY = 4
"""Pages at the beginning, where a document says what it is."""
_DIARY_LABEL = re.compile(rf"(?:vår[ta]?\s+)?{DIARY_NAME}\s*:?", re.IGNORECASE)
"""All that stands over a number in a letterhead."""
_LAW = re.compile(r"^(?:SFS|FS|SOSFS|SOU|DS|PROP)\b", re.IGNORECASE)


def org_numbers(blocks: Sequence[Block], fields: Sequence[FieldDraft]) -> list[FactDraft]:
    """Every number that stands by the word, right or wrong; without any, public bodies' numbers with a right digit."""
    told = [*_in_fields(fields), *_by_word(blocks)]
    if not told:
        told = [
            FactDraft("org_number", match.group(), (place,), match.group())
            for text, place in _texts(blocks)
            for match in _PUBLIC.finditer(text)
            if orgnr.is_valid(match.group())
        ]
    first: dict[tuple[str, int], FactDraft] = {}
    for fact in told:
        first.setdefault((fact.value or fact.text, fact.places[0].page), fact)
    return list(first.values())


def _in_fields(fields: Sequence[FieldDraft]) -> Iterator[FactDraft]:
    for field in fields:
        if field.value and _ORG_WORD.search(field.label):
            yield from _number(field.value, field.label, field.places)


def _by_word(blocks: Sequence[Block]) -> Iterator[FactDraft]:
    """After the word in the same text, or alone in the text right after it."""
    label: str | None = None
    for text, place in _texts(blocks):
        word = _ORG_WORD.search(text)
        after = text[word.end() :].lstrip(" :\n") if word is not None else text
        if word is not None and after:
            yield from _number(after[:_AFTER_WORD], word.group(), (place,))
        elif label is not None and len(text) <= _AFTER_WORD:
            yield from _number(after, label, (place,))
        label = word.group() if word is not None and not after else None


def _number(text: str, label: str, places: tuple[Place, ...]) -> Iterator[FactDraft]:
    """The first number of a text; one of too many or too few digits has no value."""
    match = _ORG.search(text)
    if match is not None:
        yield FactDraft("org_number", match.group(), places, f"{match['one']}-{match['two']}", label)
        return
    other = _DIGITS.match(text.strip())
    if other is not None and sum(c.isdigit() for c in other.group()) >= _FEWEST_DIGITS:
        yield FactDraft("org_number", other.group().strip(), places, None, label)


def _texts(blocks: Sequence[Block]) -> Iterator[tuple[str, Place]]:
    """Every text with its place, cells one by one."""
    for block in blocks:
        if isinstance(block, Table):
            yield from ((cell.text, cell.place) for cell in block.cells if cell.text)
        elif isinstance(block, Answer):
            yield f"{block.label}: {block.value or ''}", block.place
        else:
            yield block.text, block.place


def diary_numbers(blocks: Sequence[Block]) -> list[FactDraft]:
    """Those of the first pages, outside tables and footnotes; of the first page's tables, which letterheads can be."""
    early = [b for b in blocks if b.place.page <= EARLY]
    text = [(b.text, b.place) for b in early if not isinstance(b, Table) and not _is_footnote(b)]
    cells = [(c.text, c.place) for b in early if isinstance(b, Table) and b.place.page == 1 for c in b.cells]
    found = [
        FactDraft("diary_number", number, (place,), number, label, is_own=_OF_OTHERS.match(label or "") is None)
        for told, place in (*text, *cells)
        for number, label in diary_numbers_in(told)
    ]
    return found or list(_at_labels(early)) or list(_in_margins(early))


def _at_labels(blocks: Sequence[Block]) -> Iterator[FactDraft]:
    """Those that stand alone below their label, or on the first page in the cell right of it."""
    texts = [(block.text, block.place) for block in blocks if not isinstance(block, Table)]
    labelled = [(label, told) for (label, _), told in pairwise(texts)]
    for table in (block for block in blocks if isinstance(block, Table) and block.place.page == 1):
        at = {(cell.row, cell.col): cell for cell in table.cells}
        pairs = ((at.get((row, col - 1)), cell) for (row, col), cell in at.items())
        labelled += [(label.text, (cell.text, cell.place)) for label, cell in pairs if label is not None]
    for label, (told, place) in labelled:
        if _DIARY_LABEL.fullmatch(label.strip()) and _is_diary_answer(number := told.strip()):
            yield FactDraft("diary_number", number, (place,), number, label.strip(" :."))


def _in_margins(blocks: Sequence[Block]) -> Iterator[FactDraft]:
    """Those that a running head or foot ends in, one a number."""
    heads = (block for block in blocks if isinstance(block, Note) and block.note == "running_head")
    first: dict[str, FactDraft] = {}
    for block in heads:
        alone = _ALONE.search(block.text.strip())
        if alone is not None and not _LAW.match(alone[1]):
            first.setdefault(alone[1], FactDraft("diary_number", alone[1], (block.place,), alone[1], None))
    yield from first.values() if len(first) == 1 else ()


def answered_diary_numbers(fields: Sequence[FieldDraft]) -> list[FactDraft]:
    """Those that a form's answers give to a question about one: `Länsstyrelsens diarienummer`."""
    return [
        FactDraft("diary_number", number, field.places, number, field.label)
        for field in fields
        if _DIARY_WORD.search(field.label) and _is_diary_answer(number := (field.value or "").strip())
    ]


def _is_diary_answer(text: str) -> bool:
    return _DIARY_ANSWER.fullmatch(text) is not None and _LAW.match(text) is None


def diary_numbers_in(text: str) -> Iterator[tuple[str, str | None]]:
    """The diary numbers in a text with the word before each; a law's number is none."""
    for match in _DIARY.finditer(text) if _DIGIT.search(text) else ():
        number = (match.group(1) or match.group(2)).strip()
        if not _LAW.match(number):
            label = text[match.start() : match.start(1)].strip(" :.") if match.group(1) else None
            yield number, label


def _is_footnote(block: Block) -> bool:
    return isinstance(block, Note) and block.note == "footnote"
