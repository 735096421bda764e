"""One matter told twice in a file, as proposal and as decision: the same sentence with another sum in it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from checks.check_input import CheckInput
from checks.identity import normalised
from checks.recalculation.figures import is_sentence
from checks.ties.ledgers import ledger_of
from checks.ties.tie import about_rounding, tie_arguments, tie_evidence, weighed
from checks.ties.wholes import ROLES, Whole, whole_of
from checks.violation import Violation
from checks.wording import Bilingual
from models.rows import Amount, Document

FEWEST_LETTERS = 25
"""A shorter sentence ("Kostnad: 50 000 kr.") comes again for other things."""
_DIGITS = re.compile(r"\d[\d\s.,]*")

REPEATED_MESSAGES: Mapping[str, Bilingual] = {
    "repeated_differs": Bilingual(
        sv="Sida {page}: ”{words}” anger {stated} kr, men samma mening på sida {other_page}, i samma ärende, anger "
        "{against} kr. Skillnad {difference} kr.",
        en="Page {page}: “{words}” says {stated} kr, but the same sentence on page {other_page}, in the same matter, "
        "says {against} kr. Difference {difference} kr.",
    ),
}


def repeated_violations(rule: str, file: CheckInput) -> Iterator[Violation]:
    """Every sentence that two papers of one matter in one file tell with different sums."""
    for first, second in _papers_of_one_matter(file):
        for here, there in sums_that_differ(first, second):
            doubted = first.once(ledger_of).is_doubted(here) or second.once(ledger_of).is_doubted(there)
            yield _violation(rule, there, here, doubted=doubted)


def _papers_of_one_matter(file: CheckInput) -> Iterator[tuple[CheckInput, CheckInput]]:
    """Pairs of one class and title, and those of which one repeats the other, in the file's order."""
    for first, second in combinations([part for part in file.one_by_one() if part.amounts], 2):
        matter = _matter(first)
        is_one = matter is not None and matter == _matter(second)
        if is_one or repeats(first.documents[0], second.documents[0]):
            yield first, second


def repeats(one: Document, other: Document) -> bool:
    """True where one of two documents says what the other says."""
    return one.duplicate_of == other.document_id or other.duplicate_of == one.document_id


def _matter(rows: CheckInput) -> tuple[str, str] | None:
    document = rows.documents[0]
    return (document.doc_type, normalised(document.title)) if document.title else None


def sums_that_differ(first: CheckInput, second: CheckInput) -> list[tuple[Whole, Whole]]:
    """The sums of two papers that stand in the same place of the same sentence and are not the same.

    In a paper that repeats the other a short sentence (`Beviljat: 50 000 kr.`) tells of the same thing too.
    """
    fewest = 0 if repeats(first.documents[0], second.documents[0]) else FEWEST_LETTERS
    told, again = _told(first, fewest), _told(second, fewest)
    return [(here, again[place]) for place, here in told.items() if place in again and not here.agrees(again[place])]


def _told(rows: CheckInput, fewest: int) -> dict[tuple[str, int], Whole]:
    """(sentence without its figures, place in it) -> the sum there; only of sentences that stand once."""
    by_sentence: dict[str, list[Amount]] = defaultdict(list)
    for amount in rows.amounts:
        if is_sentence(amount) and len(amount.subject or "") >= fewest:
            by_sentence[_DIGITS.sub("#", amount.subject or "")].append(amount)
    return {
        (sentence, place): whole_of(ROLES.get(amount.kind, "planned"), amount, "prose")
        for sentence, amounts in by_sentence.items()
        if len({amount.subject for amount in amounts}) == 1 and len({_at(amount) for amount in amounts}) == len(amounts)
        for place, amount in enumerate(amounts)
    }


def _at(amount: Amount) -> int:
    """Where in its sentence the sum stands: a sentence that stands twice has each of its sums there twice."""
    return (amount.subject or "").index(amount.text)


def _violation(rule: str, stated: Whole, against: Whole, *, doubted: bool) -> Violation:
    arithmetic = weighed(stated, against)
    return Violation(
        rule=rule,
        severity="warning" if doubted else "error",
        document_id=stated.document_id,
        subject=stated.words,
        key=(stated.words,),
        messages=("repeated_differs", about_rounding(arithmetic), *(("doubt",) if doubted else ())),
        arguments=tie_arguments(stated, against, arithmetic),
        arithmetic=arithmetic,
        evidence=tie_evidence(stated, against),
        other_document_id=against.document_id,
    )
