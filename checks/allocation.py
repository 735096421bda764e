"""A municipality's granted sum against what the county's table allocates to it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checks.between import NEAR_WHERE_UNSURE, main_statement
from checks.check_input import CheckInput
from checks.disagreement import may_be_one_fact, unit_slipped
from checks.dossiers import Allocation, allocations_of, dossiers_of
from checks.grants import is_same_grant
from checks.ledgers import Ledger
from checks.tie import about_rounding, tie_arguments, tie_evidence, weighed
from checks.tie_between import name_of
from checks.violation import Violation
from checks.wholes import Whole, whole_of
from checks.wording import Bilingual

ALLOCATION_MESSAGES: Mapping[str, Bilingual] = {
    "allocation_differs": Bilingual(
        sv="Sida {page}: beviljat anges till {stated} kr (”{words}”), "
        "men {other} fördelar {against} kr till kommunen på sida {other_page} (”{other_words}”). "
        "Skillnad {difference} kr.",
        en="Page {page}: {stated} kr is said to be granted (“{words}”), "
        "but {other} allocates {against} kr to the municipality on page {other_page} (“{other_words}”). "
        "Difference {difference} kr.",
    ),
}


@dataclass(frozen=True, slots=True)
class AllocationConflict:
    """A municipality's granted sum and the county's, which differ. sure: both are about one grant."""

    stated: Whole
    ledger: Ledger
    allocated: Whole
    allocation: Allocation
    sure: bool


def allocation_conflicts(rows: CheckInput) -> Iterator[AllocationConflict]:
    """Every granted sum that no county's table of the year agrees with, where one county's table has it."""
    allocations = rows.once(allocations_of)
    for key, dossier in rows.once(dossiers_of).items():
        several = allocations.get(key, ())
        ledgers = [*dossier.plans, *dossier.reports, *dossier.memos, *dossier.applications]
        given = [(each, whole_of("granted", each.amount, "table")) for each in several]
        if not given or any(not one.agrees(given[0][1]) for _, one in given):
            continue
        allocation, allocated = given[0]
        borne_out = [ledger for ledger in ledgers if any(w.agrees(allocated) for w in ledger.of("granted"))]
        for ledger in ledgers:
            same = is_same_grant(ledger.document, allocation.document)
            if ledger in borne_out or same is False:
                continue
            stated = main_statement(ledger.of("granted"))
            sure = bool(same or any(is_same_grant(ledger.document, each.document) for each in borne_out))
            if stated is not None and _comparable(stated, allocated, sure=sure):
                yield AllocationConflict(stated, ledger, allocated, allocation, sure)


def allocation_violation(rule: str, each: AllocationConflict) -> Violation:
    """An error where both are about one grant and the reading is sure, else a warning."""
    doubted = (
        each.ledger.is_doubted(each.stated) or each.allocation.doubted or unit_slipped(each.stated, each.allocated)
    )
    arithmetic = weighed(each.stated, each.allocated)
    messages = ["allocation_differs", about_rounding(arithmetic)]
    if not each.sure:
        messages.append("grant_unsure")
    if doubted:
        messages.append("doubt")
    other = each.allocation.document
    return Violation(
        rule=rule,
        severity="error" if each.sure and not doubted else "warning",
        document_id=each.stated.document_id,
        subject=f"{each.stated.words}: {each.stated.text}",
        key=(other.title or other.source_name, each.allocated.words),
        messages=tuple(messages),
        arguments=tie_arguments(each.stated, each.allocated, arithmetic) | {"other": name_of(other)},
        arithmetic=arithmetic,
        evidence=tie_evidence(each.stated, each.allocated),
        other_document_id=other.document_id,
    )


def _comparable(stated: Whole, allocated: Whole, *, sure: bool) -> bool:
    low, high = sorted((abs(stated.value), abs(allocated.value)))
    return may_be_one_fact(stated, allocated) and (sure or high <= NEAR_WHERE_UNSURE * low)
