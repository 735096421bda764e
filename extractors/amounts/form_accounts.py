"""What a form's sums are by its own arithmetic, where their questions say nothing of it: parts of a total above it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractors.amounts.kinds import role_named
from extractors.drafts import AmountDraft
from models.rows import AmountKind

_FEWEST = 2
"""Parts of a total, at the least."""


@dataclass(frozen=True)
class FormSum:
    """A sum that answers a question; its amounts are the same sum, wherever the form states it."""

    label: str
    kronor: Decimal
    kind: AmountKind
    amounts: Sequence[AmountDraft]

    @property
    def is_unsaid(self) -> bool:
        """True where the question's words give the sum no role of its own."""
        return role_named(self.label) is None


def settle_by_arithmetic(sums: Sequence[FormSum], costs_are: AmountKind) -> None:
    """Give the sums that stand one after another and come to the next one its kind: `Löner`, `Hyra`, `Summa kostnader`.

    Parts of a mere total are costs. Only sums whose questions say nothing are parts.
    """
    for at, total in enumerate(sums):
        if total.is_unsaid or not total.kronor:
            continue
        parts = _parts_of(total, sums[:at])
        for part in parts:
            for amount in part.amounts:
                amount.kind = costs_are if total.kind == "total" else total.kind


def _parts_of(total: FormSum, above: Sequence[FormSum]) -> list[FormSum]:
    """The sums right above the total that come to it; none where no number of them does."""
    parts: list[FormSum] = []
    for each in reversed(above):
        if not each.is_unsaid:
            break
        parts.append(each)
        if len(parts) >= _FEWEST and sum(part.kronor for part in parts) == total.kronor:
            return parts
    return []
