"""The finding of a fact that one document states in two ways."""

from collections.abc import Mapping

from checks.check_input import CheckInput
from checks.ties.disagreement import Disagreement
from checks.ties.ledgers import ledger_of
from checks.ties.tie import about_rounding, subject_of, tie_arguments, tie_evidence, weighed
from checks.violation import Violation
from checks.wording import Bilingual

WITHIN_MESSAGES: Mapping[str, Bilingual] = {
    "differs": Bilingual(
        sv="Sida {page}: {fact} anges till {stated} kr (”{words}”), "
        "men sida {other_page} anger {against} kr (”{other_words}”). Skillnad {difference} kr.",
        en="Page {page}: {fact} is said to be {stated} kr (“{words}”), "
        "but page {other_page} says {against} kr (“{other_words}”). Difference {difference} kr.",
    ),
    "table_makes": Bilingual(
        sv="Sida {page}: texten säger {stated} kr i allt (”{words}”), men beloppen i tabellen på sida {other_page} "
        "(”{other_words}”) summerar till {against} kr. Skillnad {difference} kr.",
        en="Page {page}: the text says {stated} kr in all (“{words}”), but the sums of the table on page {other_page} "
        "(“{other_words}”) add up to {against} kr. Difference {difference} kr.",
    ),
    "swapped": Bilingual(
        sv="Sida {page}: texten säger {stated} kr (”{words}”), men tabellen på sida {other_page} (”{other_words}”) "
        "säger {against} kr: samma siffror, så när som på två som bytt plats. Skillnad {difference} kr.",
        en="Page {page}: the text says {stated} kr (“{words}”), but the table on page {other_page} (“{other_words}”) "
        "says {against} kr: the same digits, but for two that have changed places. Difference {difference} kr.",
    ),
    "digit_apart": Bilingual(
        sv="Sida {page}: texten säger {stated} kr (”{words}”), men tabellen på sida {other_page} (”{other_words}”) "
        "säger {against} kr: samma siffror, så när som på en. Skillnad {difference} kr.",
        en="Page {page}: the text says {stated} kr (“{words}”), but the table on page {other_page} (“{other_words}”) "
        "says {against} kr: the same digits, but for one. Difference {difference} kr.",
    ),
    "told_otherwise": Bilingual(
        sv="Sida {page}: {stated} kr (”{words}”), men en mening med liknande ord på sida {other_page} säger "
        "{against} kr (”{other_words}”). Skillnad {difference} kr.",
        en="Page {page}: {stated} kr (“{words}”), but a sentence of like words on page {other_page} says "
        "{against} kr (“{other_words}”). Difference {difference} kr.",
    ),
}


def is_text_and_table(each: Disagreement) -> bool:
    """True where one of the two is prose and the other a table's total."""
    return {each.stated.source, each.against.source} == {"prose", "table"}


def within_violation(rule: str, rows: CheckInput, each: Disagreement) -> Violation:
    """An error where the two can only be one fact and the reading is sure, else a warning."""
    doubt = rows.once(ledger_of).is_doubted(each.stated, each.against)
    arithmetic = weighed(each.stated, each.against)
    messages = [each.message, about_rounding(arithmetic)]
    if not each.sure:
        messages.append("unsure")
    if doubt:
        messages.append("doubt")
    return Violation(
        rule=rule,
        severity="error" if each.sure and not doubt else "warning",
        document_id=each.stated.document_id,
        subject=subject_of(each.against.words, each.stated.text),
        key=(each.stated.role, each.stated.source, each.stated.words),
        messages=tuple(messages),
        arguments=tie_arguments(each.stated, each.against, arithmetic),
        arithmetic=arithmetic,
        evidence=tie_evidence(each.stated, each.against, each.others),
    )
