"""Counts of people that a sentence tells, against the row of women and men, in the same file, that counts the same."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from checks.arithmetic import Quantity, add_up
from checks.check_input import CheckInput
from checks.tables.labels import folded, is_wide
from checks.tables.lines import Line
from checks.tables.narrowing import is_other_year
from checks.tables.structure import TableView, tables_of
from checks.violation import EvidenceItem, Violation
from checks.wording import Bilingual
from models.rows import Passage

FEWEST_WORDS = 2
"""Words of a row's label that the sentence must have, all of them: `klienter` alone may be any of them."""
MOST = Decimal("1.5")
"""The most that one count may be of the other: those of another size are of other people."""
_LETTERS = 5
"""So many letters tell a word, whatever its ending: avslutade, avslutats."""
_WORD = re.compile(r"[a-zåäöé]{2,}")
_EMPTY = frozenset(
    [
        "antal",
        "antale",
        "total",
        "totala",
        "totalt",
        "sammanlagt",
        "summa",
        "av",
        "som",
        "har",
        "den",
        "det",
        "de",
        "och",
        "för",
        "med",
    ]
)
"""Words of a label that say nothing of whom it counts."""
_WOMEN, _MEN = re.compile(r"\b(?:kvinnor|flickor)\b"), re.compile(r"\b(?:män|pojkar)\b")
_SEXES = re.compile(r"\b(?:kvinn|män\b|flick|pojk|tjej|kill)")
_ALL = re.compile(r"\b(?:totalt?|summa|samtliga|alla)\b")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ0-9])")
_COUNT = re.compile(
    r"(?<![\d,.:–/-])(?<!\d[ \u00a0])(?!(?:19|20)\d\d\b)(\d{1,3}(?:[ \u00a0]\d{3})+|\d{1,6})"
    r"(?![\d,:–/-]|[ \u00a0]\d|\s?(?:%|procent|kr|år\b))"
)
_ROUGH = re.compile(r"\b(?:ca|cirka|drygt|knappt|omkring|närmare|minst|högst|över|cirka|ungefär|varav|därav|per)\b")

COUNT_MESSAGES = {
    "counted_otherwise": Bilingual(
        sv="Sida {page}: texten säger {stated} (”{words}”), men raden ”{label}” på sida {other_page} ger {against} "
        "tillsammans för kvinnor och män. Skillnad {difference}.",
        en="Page {page}: the text says {stated} (“{words}”), but the row “{label}” on page {other_page} makes "
        "{against} for women and men together. Difference {difference}.",
    ),
}


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of women and men: the words that say whom it counts, its numbers, and what they come to."""

    view: TableView
    line: Line
    words: frozenset[str]
    parts: tuple[EvidenceItem, ...]
    together: Decimal


def counts_that_differ(rule: str, file: CheckInput) -> Iterator[Violation]:
    """Every sentence with one count that tells all that a row's label says, and a number that no such row has."""
    parts = [part for part in file.one_by_one() if part.documents[0].duplicate_of is None]
    counted = [row for part in parts for view in tables_of(part) for row in _rows_of(view)]
    for passage in (each for part in parts if counted for each in part.passages if each.kind == "paragraph"):
        for sentence in _SENTENCE.split(passage.text or ""):
            yield from _in_sentence(rule, sentence, passage, counted)


def _rows_of(view: TableView) -> Iterator[_Row]:
    """The rows of a table whose only columns of numbers are women, men and, where it has one, all."""
    headings = {column.index: folded(column.heading) for column in view.columns}
    sexes = [c for c in view.columns if _WOMEN.search(headings[c.index]) or _MEN.search(headings[c.index])]
    rest = [c for c in view.columns if c not in sexes]
    if view.doubt is not None or len(sexes) != 2 or any(not _ALL.search(headings[c.index]) for c in rest):
        return
    if bool(_WOMEN.search(headings[sexes[0].index])) == bool(_WOMEN.search(headings[sexes[1].index])):
        return
    for line in view.lines:
        numbers = [view.number(line, column) for column in sexes]
        words = _stems(line.label)
        if (
            len(words) < FEWEST_WORDS
            or line.kind == "breakdown"
            or is_wide(line.label)
            or _SEXES.search(folded(line.label))
        ):
            continue
        values = [number.value for number in numbers if number is not None]
        if len(values) == 2:
            parts = tuple(view.evidence("addend", line, column) for column in sexes)
            yield _Row(view, line, words, parts, sum(values, Decimal(0)))


def _in_sentence(rule: str, sentence: str, passage: Passage, counted: Sequence[_Row]) -> Iterator[Violation]:
    numbers = _COUNT.findall(sentence)
    words = folded(sentence)
    if len(numbers) != 1 or _ROUGH.search(words) or _SEXES.search(words) or is_other_year(words):
        return
    told = Decimal(re.sub(r"\D", "", numbers[0]))
    stems = _stems(sentence)
    meant = [row for row in counted if row.words <= stems]
    most = max((len(row.words) for row in meant), default=0)
    nearest = [row for row in meant if len(row.words) == most]
    if not nearest or any(told in (row.together, *(part.value for part in row.parts)) for row in meant):
        return
    row = nearest[0]
    low, high = sorted((told, row.together))
    if len(nearest) == 1 and 0 < high <= MOST * low:
        yield _violation(rule, sentence, passage, told, row)


def _violation(rule: str, sentence: str, passage: Passage, told: Decimal, row: _Row) -> Violation:
    arithmetic = add_up(Quantity.exact(told), [Quantity.exact(part.value or Decimal(0)) for part in row.parts])
    other = row.view.document.document_id
    return Violation(
        rule=rule,
        severity="warning",
        document_id=passage.document_id,
        subject=sentence,
        key=("counted", row.line.label),
        messages=("counted_otherwise",),
        arguments={
            "page": str(passage.page),
            "other_page": str(row.parts[0].place.page if row.parts[0].place else ""),
            "words": sentence,
            "label": row.line.label,
            "stated": told,
            "against": row.together,
            "difference": abs(told - row.together),
        },
        arithmetic=arithmetic,
        evidence=(
            EvidenceItem("stated", passage.document_id, text=sentence, value=told, place=passage.place),
            *row.parts,
        ),
        other_document_id=other if other != passage.document_id else None,
    )


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_LETTERS] for word in _WORD.findall(folded(text)) if word not in _EMPTY)
