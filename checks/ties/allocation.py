"""A municipality's granted sum against what the county's table allocates to it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checks.corpus import Corpus
from checks.ties.allocating import Allocation
from checks.ties.between import main_statement, may_be_misprinted
from checks.ties.disagreement import unit_slipped
from checks.ties.dossiers import allocations_of, dossiers_of
from checks.ties.extracts import Extract
from checks.ties.grants import is_same_grant
from checks.ties.tie import about_rounding, subject_of, tie_arguments, tie_evidence, weighed
from checks.ties.tie_between import name_of
from checks.ties.wholes import Whole
from checks.violation import Violation
from checks.wording import Bilingual

_REQUISITION = re.compile(r"rekvir|rekvis", re.IGNORECASE)
"""What is applied for may be more than there is; what is requisitioned was allocated before."""

ALLOCATION_MESSAGES: Mapping[str, Bilingual] = {
    "allocation_differs": Bilingual(
        sv="Sida {page}: beviljat anges till {stated} kr (”{words}”), "
        "men {other} fördelar {against} kr till kommunen på sida {other_page} (”{other_words}”). "
        "Skillnad {difference} kr.",
        en="Page {page}: {stated} kr is said to be granted (“{words}”), "
        "but {other} allocates {against} kr to the municipality on page {other_page} (“{other_words}”). "
        "Difference {difference} kr.",
    ),
    "requisition_above": Bilingual(
        sv="Sida {page}: {stated} kr rekvireras (”{words}”), mer än de {against} kr som {other} fördelar till kommunen "
        "på sida {other_page} (”{other_words}”). Skillnad {difference} kr.",
        en="Page {page}: {stated} kr is requisitioned (“{words}”), more than the {against} kr that {other} allocates "
        "to the municipality on page {other_page} (“{other_words}”). Difference {difference} kr.",
    ),
}


@dataclass(frozen=True, slots=True)
class AllocationConflict:
    """A municipality's granted sum and the county's, which differ. sure: both are about one grant."""

    stated: Whole
    extract: Extract
    allocated: Whole
    allocation: Allocation
    sure: bool


def allocation_conflicts(corpus: Corpus) -> Iterator[AllocationConflict]:
    """Every granted sum that no county's table of the year agrees with.

    Where counties' tables differ they are of different grants: then a table counts for the documents of a grant of
    which another document bears it out.
    """
    allocations = corpus.once(allocations_of)
    for key, dossier in corpus.once(dossiers_of).items():
        extracts = [*dossier.plans, *dossier.reports, *dossier.memos, *dossier.applications]
        given = [(each, each.granted) for each in allocations.get(key, ())]
        tables_agree = all(one.agrees(given[0][1]) for _, one in given)
        for extract in extracts:
            if any(whole.agrees(allocated) for whole in extract.of("granted") for _, allocated in given):
                continue
            for allocation, allocated in given[:1] if tables_agree else given:
                same = is_same_grant(extract.document, allocation.document)
                borne_out = _is_borne_out(extract, allocated, extracts)
                stated = main_statement(extract.of_its_year("granted")) or _asked_above(extract, allocated)
                if same is False or stated is None or not (tables_agree or borne_out):
                    continue
                if may_be_misprinted(stated, allocated, sure=bool(same or borne_out)):
                    yield AllocationConflict(stated, extract, allocated, allocation, bool(same or borne_out))


def _asked_above(extract: Extract, allocated: Whole) -> Whole | None:
    """What is requisitioned, where the document tells of no grant and it is more than what there is to requisition."""
    asked = None if extract.of("granted") else main_statement(extract.of_its_year("requisitioned"))
    is_requisition = asked is not None and _REQUISITION.search(asked.words) is not None
    return asked if asked is not None and is_requisition and asked.low > allocated.high else None


def _is_borne_out(extract: Extract, allocated: Whole, extracts: Sequence[Extract]) -> bool:
    """True where another document of the same grant says that this is what was granted."""
    return any(
        is_same_grant(extract.document, other.document) and any(told.agrees(allocated) for told in other.of("granted"))
        for other in extracts
        if other is not extract
    )


def allocation_violation(rule: str, each: AllocationConflict) -> Violation:
    """An error where both are about one grant and the reading is sure, else a warning."""
    doubted = (
        each.extract.is_doubted(each.stated) or each.allocation.doubted or unit_slipped(each.stated, each.allocated)
    )
    arithmetic = weighed(each.stated, each.allocated)
    is_asked = each.stated.role == "requisitioned"
    messages = ["requisition_above" if is_asked else "allocation_differs", about_rounding(arithmetic)]
    if not each.sure:
        messages.append("grant_unsure")
    if doubted:
        messages.append("doubt")
    other = each.allocation.document
    return Violation(
        rule=rule,
        severity="error" if each.sure and not doubted else "warning",
        document_id=each.stated.document_id,
        subject=subject_of(each.stated.words, each.stated.text),
        key=(other.title or other.source_name, each.allocated.words),
        messages=tuple(messages),
        arguments=tie_arguments(each.stated, each.allocated, arithmetic) | {"other": name_of(other)},
        arithmetic=arithmetic,
        evidence=tie_evidence(each.stated, each.allocated),
        other_document_id=other.document_id,
    )
