"""The finding of a fact that two documents state differently."""

from collections.abc import Mapping

from checks.ties.between import Conflict
from checks.ties.tie import about_rounding, subject_of, tie_arguments, tie_evidence, weighed
from checks.violation import Violation
from checks.wording import Bilingual
from models.rows import Document

BETWEEN_MESSAGES: Mapping[str, Bilingual] = {
    "documents_differ": Bilingual(
        sv="Sida {page}: {fact} anges till {stated} kr (”{words}”), "
        "men {other} anger {against} kr på sida {other_page} (”{other_words}”). Skillnad {difference} kr.",
        en="Page {page}: {fact} is said to be {stated} kr (“{words}”), "
        "but {other} says {against} kr on page {other_page} (“{other_words}”). Difference {difference} kr.",
    ),
    "spent_above_plan": Bilingual(
        sv="Sida {page}: {stated} kr anges ha använts (”{words}”), mer än de {against} kr som enligt {other}, "
        "sida {other_page}, är beviljade (”{other_words}”). Skillnad {difference} kr. Egna medel kan förklara den.",
        en="Page {page}: {stated} kr is said to have been spent (“{words}”), more than the {against} kr that was "
        "granted by {other}, page {other_page} (“{other_words}”). Difference {difference} kr. Own money may explain "
        "it.",
    ),
}


OVERSPENT = "spent_above_plan"
"""The message of a report that spends more than its plan was granted: its own money may have paid for the rest."""


def name_of(document: Document) -> str:
    """`Lokala satsningar 2020 (plan.pdf)`."""
    return f"{document.title} ({document.source_name})" if document.title else document.source_name


def between_violation(rule: str, each: Conflict, message: str = "documents_differ") -> Violation:
    """An error where both are about one grant and the reading is sure, else a warning; overspending is a warning."""
    arithmetic = weighed(each.ours, each.theirs)
    messages = [message, about_rounding(arithmetic)]
    if not each.sure:
        messages.append("grant_unsure")
    if each.doubted:
        messages.append("doubt")
    other = each.their_extract.document
    return Violation(
        rule=rule,
        severity="error" if each.sure and not each.doubted and message != OVERSPENT else "warning",
        document_id=each.ours.document_id,
        subject=subject_of(each.ours.words, each.ours.text),
        key=(each.ours.role, other.doc_type, other.title or other.source_name),
        messages=tuple(messages),
        arguments=tie_arguments(each.ours, each.theirs, arithmetic) | {"other": name_of(other)},
        arithmetic=arithmetic,
        evidence=tie_evidence(each.ours, each.theirs),
        other_document_id=other.document_id,
    )
