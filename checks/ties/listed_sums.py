"""Sums that a list shares out, below the text that tells what all of it is.

`Nämnden beviljar sammanlagt 485 000 kronor enligt följande:` and an item for each that gets some of it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from checks.arithmetic import add_up
from checks.check_input import CheckInput
from checks.lists import BETWEEN, items_after
from checks.quoting import page_doubt
from checks.recalculation.balances import HOLDS
from checks.recalculation.figures import figure_of_amount
from checks.recalculation.recalculated import Claim, sum_of
from checks.tables.labels import folded, label_sense
from models.rows import Amount, Passage

FEWEST_ITEMS = 2
MOST = Decimal("1.5")
"""The most that one may be of the other: a list of sums of quite another size is of something else."""
_ANNOUNCES = re.compile(
    r":\s*$|\b(?:följande|nedan(?:stående)?|fördela\w*|delas (?:ut|upp))\b[^.?!]*[.:]?\s*$", re.IGNORECASE
)
_SOME_OF_THEM = re.compile(
    r"\bexempel|\bt\.? ?ex\b|bland annat|\bbl\.? ?a\b|\bfrämst\b|i första hand|\bsåsom\b|\bvarav\b|\bdärav\b"
    r"|\b(?:högst|minst|upp till|max(?:imalt)?|utöver|förutom|kvar|resterande|återstående|ytterligare)\b|\bper\b",
    re.IGNORECASE,
)
"""What follows is not all of it, or it bounds what is told."""
_ALL = re.compile(r"\b(?:sammanlagt|totalt|tillsammans|summa|i allt)\b", re.IGNORECASE)
_IN_ITEM = re.compile(r"\b(?:varav|därav|per|kvar|ingår|högst|upp till)\b|/\s?(?:år|mån)", re.IGNORECASE)


def lists_that_differ(rows: CheckInput) -> Iterator[Claim]:
    """Every told sum that the items below it, one sum in each, do not make.

    An error where the text says that it is all of it, else a warning: the list may leave something out.
    """
    told: dict[int, list[Amount]] = defaultdict(list)
    for amount in rows.amounts:
        if amount.table_id is None and amount.subject:
            told[amount.page].append(amount)
    texts = [passage for passage in rows.passages if passage.kind not in BETWEEN]
    for place, passage in enumerate(texts if told else ()):
        text = passage.text or ""
        if passage.kind != "paragraph" or passage.page not in told or not _is_followed_by_a_list(texts, place):
            continue
        if not _ANNOUNCES.search(text) or _SOME_OF_THEM.search(text):
            continue
        items = items_after(texts, place)
        whole = _only_sum(passage, told)
        parts = [part for item in items if (part := _only_sum(item, told)) is not None]
        if whole is not None and len(parts) == len(items) >= FEWEST_ITEMS:
            yield from _claims(rows, text, whole, parts)


def _is_followed_by_a_list(texts: Sequence[Passage], place: int) -> bool:
    return place + 1 < len(texts) and texts[place + 1].kind == "list_item"


def _only_sum(passage: Passage, told: Mapping[int, Sequence[Amount]]) -> Amount | None:
    """The one sum of a passage; None where it has none or several, or one that is no part by its words."""
    text = folded(passage.text)
    found = [each for each in told.get(passage.page, ()) if folded(each.subject) in text and folded(each.text) in text]
    if len(found) != 1 or found[0].approximate:
        return None
    is_item = passage.kind == "list_item"
    return None if is_item and (_IN_ITEM.search(text) or label_sense(text) not in ("plain", "aside")) else found[0]


def _claims(rows: CheckInput, text: str, whole: Amount, parts: Sequence[Amount]) -> Iterator[Claim]:
    figures = [figure_of_amount(part) for part in parts]
    stated = figure_of_amount(whole)
    arithmetic = add_up(stated.quantity, [figure.quantity for figure in figures])
    made = arithmetic.expected or Decimal(0)
    low, high = sorted((made, whole.value_sek))
    if arithmetic.grade in HOLDS or low <= 0 or high > MOST * low:
        return
    if any(2 * part.value_sek == made for part in parts):
        return  # the last of them may be what the others come to
    yield Claim(
        stated=stated,
        terms=figures,
        formula=sum_of(figures),
        arithmetic=arithmetic,
        weights=[1] * len(figures),
        doubt=page_doubt(rows, whole.document_id, whole.page),
        only_warn=None if _ALL.search(text) or made > whole.value_sek else "ambiguous",
    )
