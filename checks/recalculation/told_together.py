"""An account told in one text: `Vi fick 812 000 kr. Av dessa har 735 000 kr använts. Resterande 77 000 kr återbetalas.`

Its three sums are each other's, whatever the document's tables say: where a table has the balance right, the text
misprints one of them.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from checks.check_input import CheckInput
from checks.quoting import page_doubt
from checks.recalculation.balances import balance
from checks.recalculation.figures import figure_of_amount, is_sentence
from checks.recalculation.recalculated import Claim, difference_of
from models.rows import Amount

_SUMS = 3
_FRAMES, _USES, _RESTS = ("granted", "received"), ("spent",), ("remaining", "repayable")
_OF_IT = re.compile(r"\bav (?:dess[ae]?|detta|de(?:m|t|n|ssa)?|medlen|beloppet|bidraget|summan)\b", re.IGNORECASE)
_THE_REST = re.compile(
    r"\b(?:resterande|återstående|kvarstående|överskjutande|resten|mellanskillnaden)\b", re.IGNORECASE
)
_MORE = re.compile(
    r"\b(?:tidigare|föregående|ingående|överfört|egna?|utöver|därutöver|dessutom|delvis|varav|bland annat|del av)\b",
    re.IGNORECASE,
)
"""Other money, or a part of it, comes in."""


def accounts_told_together(rows: CheckInput) -> Iterator[Claim]:
    """What is left by a text, where it is not what the same text says was received less what it says was used.

    The text tells these three sums and no other, and says that they hang together: of it, the rest.
    """
    told: dict[int, list[Amount]] = defaultdict(list)
    for amount in rows.amounts:
        if is_sentence(amount):
            told[amount.page].append(amount)
    for passage in rows.passages if told else ():
        text = passage.text or ""
        if passage.page not in told or not ("av " in text or "Av " in text):
            continue
        if not (_OF_IT.search(text) and _THE_REST.search(text)) or _MORE.search(text):
            continue
        sums = [amount for amount in told.get(passage.page, ()) if amount.subject and amount.subject in text]
        frame, use, rest = (_only(sums, kinds) for kinds in (_FRAMES, _USES, _RESTS))
        if len(sums) != _SUMS or frame is None or use is None or rest is None:
            continue
        whole, used, left = (figure_of_amount(each) for each in (frame, use, rest))
        arithmetic = balance(left.quantity, whole.quantity, used.quantity)
        if arithmetic.grade == "error":
            yield Claim(
                stated=left,
                terms=(whole, used),
                formula=difference_of(whole, used),
                weights=(1, -1),
                arithmetic=arithmetic,
                doubt=page_doubt(rows, passage.document_id, passage.page),
            )


def _only(sums: list[Amount], kinds: tuple[str, ...]) -> Amount | None:
    found = [amount for amount in sums if amount.kind in kinds]
    return found[0] if len(found) == 1 else None
