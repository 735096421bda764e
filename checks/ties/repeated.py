"""One matter told twice in a file, as proposal and as decision: the same sentence with another sum in it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from checks.check_input import CheckInput
from checks.identity import normalised
from checks.ties.ledgers import is_sentence, ledger_of
from checks.ties.tie import about_rounding, tie_arguments, tie_evidence, weighed
from checks.ties.wholes import ROLES, Whole, whole_of
from checks.violation import Violation
from checks.wording import Bilingual

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


def repeated_violations(rule: str, rows: CheckInput) -> Iterator[Violation]:
    """Every sentence that two papers of one file, of one class and title, tell with different sums."""
    papers: dict[tuple[str, str, str], list[CheckInput]] = defaultdict(list)
    for part in rows.one_by_one():
        document = part.documents[0]
        if document.title and part.amounts:
            papers[document.source_sha256, document.doc_type, normalised(document.title)].append(part)
    for parts in papers.values():
        for first, second in combinations(parts, 2):
            told, again = _told(first), _told(second)
            for sentence, here in told.items():
                there = again.get(sentence)
                if there is not None and not here.agrees(there):
                    doubted = first.once(ledger_of).is_doubted(here) or second.once(ledger_of).is_doubted(there)
                    yield _violation(rule, there, here, doubted=doubted)


def _told(rows: CheckInput) -> dict[str, Whole]:
    """Sentence without its figures -> its sum; only sentences that stand once and hold one sum."""
    found = {
        (_DIGITS.sub("#", amount.subject or ""), amount.amount_id): amount
        for amount in rows.amounts
        if is_sentence(amount) and len(amount.subject or "") >= FEWEST_LETTERS
    }
    times = Counter(sentence for sentence, _ in found)
    return {
        sentence: whole_of(ROLES.get(amount.kind, "planned"), amount, "prose")
        for (sentence, _), amount in found.items()
        if times[sentence] == 1
    }


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
