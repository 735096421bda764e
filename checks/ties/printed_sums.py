"""A form's sum that its sender has printed in the question, `1. Erhållet statsbidrag: (636 982 kr)`, and the answer."""

import re
from collections.abc import Iterator

from checks.check_input import CheckInput
from checks.recalculation.figures import figure_of_field
from checks.tables.labels import folded, without_numbering
from checks.ties.wholes import ROLES, Whole, whole_of
from models.rows import Amount

_PRINTED = re.compile(r"\s*:?\s*\((?P<sum>[^()]*)\)\s*:?\s*$")


def printed_and_answered(rows: CheckInput) -> Iterator[tuple[Whole, Whole]]:
    """(answer, what is printed) of every question whose answer is another sum; they stand on one page."""
    for amount in rows.amounts:
        label = _label_of(amount)
        role = ROLES.get(amount.kind)
        if label is None or role is None:
            continue
        printed = whole_of(role, amount, "form")
        for field in rows.fields:
            answer = figure_of_field(field)
            if answer is None or field.page != amount.page or without_numbering(folded(field.label)) != label:
                continue
            low, high = answer.quantity.low, answer.quantity.high
            if not printed.meets(low, high):
                told = Whole(
                    role,
                    answer.quantity.value,
                    low,
                    high,
                    amount.year,
                    "form",
                    field.document_id,
                    field.label,
                    field.value_text or "",
                    answer.place,
                )
                yield told, printed


def _label_of(amount: Amount) -> str | None:
    """The question without the sum in parentheses at its end; None where it has none, or bounds the answer by it."""
    match = _PRINTED.search(amount.subject or "")
    if match is None or folded(match["sum"]) != folded(amount.text):
        return None
    return without_numbering(folded((amount.subject or "")[: match.start()]))
