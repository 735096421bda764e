"""What an application asks for, against the one budget that stands in it, where nothing tells of other money."""

import re
from collections.abc import Iterator
from decimal import Decimal

from checks.check_input import CheckInput
from checks.ties.ledgers import Ledger
from checks.ties.wholes import Whole

_BUDGETED = ("planned", "requisitioned")
MOST = Decimal("1.25")
"""The most that one may be of the other: a budget of quite another size is of something else."""
_OTHER_MONEY = re.compile(
    r"\begen\b|\begna\b|\beget\b|finansi|insats|intäkt|avgift|\bandra\b|övrig|sponsor|bidrag från|självkostnad|del ?av",
    re.IGNORECASE,
)
"""The applicant's own money, or somebody else's, may pay for a part."""


def asked_otherwise(rows: CheckInput, ledger: Ledger) -> Iterator[tuple[Whole, Whole]]:
    """(what is asked for, the budget's total) where these differ and the whole budget must be asked for."""
    if ledger.document.doc_type != "grant_application":
        return
    asked = ledger.of("requisitioned", "form")
    totals = [whole for whole in ledger.wholes if whole.table_id is not None and whole.role in _BUDGETED]
    if len(asked) != 1 or len(totals) != 1 or asked[0].agrees(totals[0]):
        return
    texts = [passage.text or "" for passage in rows.passages]
    texts += [cell.text or "" for cell in rows.cells] + [field.label for field in rows.fields]
    if any(_OTHER_MONEY.search(text) for text in texts):
        return
    low, high = sorted((asked[0].value, totals[0].value))
    if low > 0 and high <= MOST * low:
        yield asked[0], totals[0]
