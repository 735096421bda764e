"""Runs every check over the rows and writes their findings out in words."""

import contextlib
import logging
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from checks.arithmetic import Regime, regime_ruled, ruled
from checks.catalogue import Check, catalogue
from checks.check_input import CheckInput
from checks.corpus import Answers, Ask, Corpus
from checks.grouping import Told, grouped
from checks.identity import finding_id, finding_key
from checks.one_matter import of_one_matter
from checks.rulings import NO_RULINGS, Rulings
from checks.violation import Violation
from checks.wording import Argument, Bilingual, Language, render
from models.rows import Document, Evidence, Finding

BROKEN = "check.broken"
_BROKEN_MESSAGES: Mapping[str, Bilingual] = {
    "broken": Bilingual(
        sv="Kontrollen {rule} kunde inte göras på dokumentet ({error}). Övriga kontroller är gjorda.",
        en="The check {rule} could not be made on the document ({error}). All other checks were made.",
    )
}

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class FileTold:
    """What a file tells by itself."""

    found: Mapping[str, Sequence[Told]]
    """document_id -> what the checks of one document find in it, in the order of the checks."""
    answers: Answers


def run_checks(
    rows: CheckInput, checks: Sequence[Check] | None = None, rulings: Rulings = NO_RULINGS
) -> tuple[list[Finding], list[Evidence]]:
    """All findings in these rows and their evidence, in the order of the checks and of the documents."""
    return run_between(rows.documents, told_by_files(rows, checks, rulings), rows.of_documents, checks, rulings)


def told_by_files(
    rows: CheckInput, checks: Sequence[Check] | None = None, rulings: Rulings = NO_RULINGS
) -> list[FileTold]:
    """What each file tells by itself, so that a corpus can be shared out by files.

    A file goes through all checks before the next: what is worked out of it is then at hand, and gone after that. A
    document known to be a duplicate is left out: what it says is said once.
    """
    checks = catalogue() if checks is None else checks
    of_documents = [check for check in checks if check.scope == "document"]
    return [
        FileTold(
            {
                part.documents[0].document_id: grouped(
                    [Told(check.id, *found) for check in of_documents for found in _as_ruled(check, part, rulings)]
                )
                for part in file.one_by_one()
                if part.documents[0].duplicate_of is None
            },
            _answers(file, checks, rulings),
        )
        for file in rows.files()
    ]


def _answers(file: CheckInput, checks: Sequence[Check], rulings: Rulings) -> Answers:
    by_ask: dict[tuple[Ask, Regime | None], Any] = {}
    ruling = rulings.of(None)
    for check in checks:
        if check.asks and not ruling.is_off(check.id):
            with ruled(ruling.regime_of(check.id)):
                for ask in check.asks:
                    with contextlib.suppress(Exception):  # the corpus asks again, and the check meets the fault
                        by_ask[ask, regime_ruled()] = file.once(ask)
    return Answers(tuple(document.document_id for document in file.documents), by_ask)


def run_between(
    documents: Sequence[Document],
    told: Sequence[FileTold],
    rows_of: Callable[[AbstractSet[str]], CheckInput],
    checks: Sequence[Check] | None = None,
    rulings: Rulings = NO_RULINGS,
) -> tuple[list[Finding], list[Evidence]]:
    """All findings and their evidence, in the order of the checks and of the documents, as the auditor has ruled.

    told: what each file tells by itself, in the documents' order; with it the documents are held against each other.
    rows_of gives the rows of a few documents. A check that raises becomes a finding of its own (check.broken, a note)
    and stops nothing.
    """
    checks = catalogue() if checks is None else checks
    corpus = Corpus(tuple(documents), [each.answers for each in told], rows_of)
    of_corpus = {c.id: _as_ruled(c, corpus, rulings) for c in checks if c.scope == "corpus"}
    of_documents = {name: found for each in told for name, found in each.found.items()}
    known = {document.document_id: document for document in documents}
    met: Counter[str] = Counter()
    findings: list[Finding] = []
    evidence: list[Evidence] = []
    for violation, worded in _told(documents, checks, of_corpus, of_documents):
        key = finding_key(violation, known.get(violation.document_id))
        met[key] += 1
        finding = worded.model_copy(update={"finding_id": finding_id(key, met[key])})
        findings.append(finding)
        evidence.extend(_evidence(violation, finding.finding_id))
    return findings, evidence


def _told(
    documents: Sequence[Document],
    checks: Sequence[Check],
    of_corpus: Mapping[str, Sequence[tuple[Violation, Finding]]],
    of_documents: Mapping[str, Sequence[Told]],
) -> Iterator[tuple[Violation, Finding]]:
    """All that is found, in the order of the checks; what one cause brings about in a document or file is told once."""
    by_rule: dict[str, list[Told]] = defaultdict(list)
    for document in documents:
        for each in of_documents.get(document.document_id, ()):
            by_rule[each.check].append(each)
    for rule, found in of_corpus.items():
        by_rule[rule] = [Told(rule, violation, finding) for violation, finding in found]
    files = {document.document_id: document.source_sha256 for document in documents}
    for each in of_one_matter([each for check in checks for each in by_rule[check.id]], files):
        yield each.violation, each.finding


def _as_ruled(check: Check, rows: CheckInput | Corpus, rulings: Rulings) -> list[tuple[Violation, Finding]]:
    """What the check finds under the rulings for these rows.

    A check of the whole corpus is made under what is ruled for all; what it finds in the documents of a grant that
    it is off for is left out.
    """
    ruling = rulings.of(rows.documents[0] if check.scope == "document" else None)
    if ruling.is_off(check.id):
        return []
    with ruled(ruling.regime_of(check.id)):
        worded = list(_worded(check, rows))
    if check.scope == "document":
        return worded
    documents = {each.document_id: each for each in rows.documents}
    return [
        (violation, finding)
        for violation, finding in worded
        if not rulings.of(documents.get(violation.document_id)).is_off(check.id)
    ]


def _worded(check: Check, rows: CheckInput | Corpus) -> Iterator[tuple[Violation, Finding]]:
    """What the check finds, in words; a fault in the check or its templates comes as one more."""
    try:
        for violation in check.find(rows):
            yield violation, _finding(check, violation)
    except Exception as error:  # noqa: BLE001 - whatever it is, the other checks go on
        _log.exception("check %s failed", check.id)
        broken = Violation(
            rule=BROKEN,
            severity="note",
            document_id=rows.documents[0].document_id if rows.documents else "",
            subject=check.id,
            key=(check.id,),
            messages=("broken",),
            arguments={"rule": check.id, "error": type(error).__name__},
        )
        yield broken, _finding(check, broken)


def message(check: Check, violation: Violation, language: Language) -> str:
    """The finding in words: the violation's templates, filled and said one after another."""
    templates = _BROKEN_MESSAGES if violation.rule == BROKEN else check.messages
    arguments: Mapping[str, Argument] = violation.arguments
    return " ".join(render(templates[name], arguments, language) for name in violation.messages)


def _finding(check: Check, violation: Violation) -> Finding:
    """The row, still without its id, which depends on the findings before it."""
    arithmetic = violation.arithmetic
    return Finding(
        finding_id="",
        rule=violation.rule,
        family="check" if violation.rule == BROKEN else check.family,
        severity=violation.severity,
        document_id=violation.document_id,
        other_document_id=violation.other_document_id,
        subject=violation.subject,
        message_sv=message(check, violation, "sv"),
        message_en=message(check, violation, "en"),
        expected=arithmetic.expected if arithmetic else None,
        actual=arithmetic.actual if arithmetic else None,
        difference=arithmetic.difference if arithmetic else None,
        tolerance=_tolerance(violation),
    )


def _tolerance(violation: Violation) -> Decimal | None:
    """Nothing was weighed where the sum could not be checked."""
    arithmetic = violation.arithmetic
    if arithmetic is None or arithmetic.grade == "not_checkable":
        return None
    return arithmetic.tolerance


def _evidence(violation: Violation, identity: str) -> Iterator[Evidence]:
    for ordinal, item in enumerate(violation.evidence, start=1):
        place = item.place
        yield Evidence(
            finding_id=identity,
            ordinal=ordinal,
            role=item.role,
            document_id=item.document_id,
            text=item.text,
            value=item.value,
            page=place.page if place else None,
            x0=place.x0 if place else None,
            top=place.top if place else None,
            x1=place.x1 if place else None,
            bottom=place.bottom if place else None,
        )
