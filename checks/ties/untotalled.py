"""Tables without a total, and the sum that the text before them tells of all that they share out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from checks.check_input import CheckInput
from checks.quoting import shortened
from checks.tables.labels import folded
from checks.tables.structure import TableView
from checks.ties.ledgers import Ledger
from checks.ties.table_wholes import amount_at
from checks.ties.wholes import Whole, whole_of
from models.rows import Amount, Passage

FEWEST_SUMS = 4
"""A table of fewer is no division of a whole."""
FEWEST_WORDS = 3
"""Words and years that the text and the table's title share, where they are about the same money."""
FEWEST_LETTERS = 4
"""Shorter words (för, och, län) say nothing of what a text is about."""
MOST_PAGES_BEFORE = 1
"""The table may stand on the page after the text that tells of it."""
MOST = Decimal("1.25")
"""The most that one may be of the other: the table may hold another division, of quite another size."""
_ALL = re.compile(r"\b(?:sammanlagt|totalt|tillsammans|summa)\b[^.;]{0,30}$", re.IGNORECASE)
"""Right before the sum: it is of all."""
_WORD = re.compile(r"[a-zåäöé]+|\d{4}")


@dataclass(frozen=True, slots=True)
class Untotalled:
    """told is what the text says of all; table is what the table's sums come to, and its place is the first one's."""

    told: Whole
    table: Whole


def untotalled(rows: CheckInput, ledger: Ledger) -> Iterator[Untotalled]:
    """Every table without a total that misses the sum told right before it, and none of whose columns makes it."""
    said = [each for amount in rows.amounts if (each := _told_of_all(amount, rows.passages)) is not None]
    for view in ledger.views:
        sums = _sums(view, ledger) if said else []
        if len(sums) < FEWEST_SUMS or view.doubt is not None:
            continue
        about = _words(view.table.title or "")
        near = [
            (amount, sentence)
            for amount, sentence in said
            if 0 <= view.table.first_page - amount.page <= MOST_PAGES_BEFORE
            and len(about & _words(sentence)) >= FEWEST_WORDS
        ]
        if len(near) != 1:
            continue
        amount, sentence = near[0]
        told = whole_of("planned", amount, "prose", shortened(sentence))
        columns = {each.col for each in sums}
        parts = [sums, *([each for each in sums if each.col == column] for column in columns)]
        if any(told.meets(*_interval(part)) for part in parts):
            continue
        table = _whole(view, sums)
        low, high = sorted((told.value, table.value))
        if low > 0 and high <= MOST * low:
            yield Untotalled(told, table)


def _told_of_all(amount: Amount, passages: Sequence[Passage]) -> tuple[Amount, str] | None:
    """A sum in the running text that is said to be of all, with its text; None for any other."""
    if amount.table_id is not None:
        return None
    for passage in passages:
        text = passage.text or ""
        if passage.page == amount.page and passage.kind == "paragraph" and amount.text in text:
            return (amount, text) if _ALL.search(text.partition(amount.text)[0]) else None
    return None


def _sums(view: TableView, ledger: Ledger) -> list[Amount]:
    """Its sums of money, in every column; none where one of its lines is a total or what is left."""
    if any(line.kind not in ("addend", "section") for line in view.lines):
        return []
    found = (
        amount_at(view, line.row, column.index, ledger.amounts)
        for line in view.lines
        for column in view.columns
        if not column.share
    )
    return [amount for amount in found if amount is not None]


def _interval(sums: Sequence[Amount]) -> tuple[Decimal, Decimal]:
    return sum((each.value_low for each in sums), Decimal(0)), sum((each.value_high for each in sums), Decimal(0))


def _whole(view: TableView, sums: Sequence[Amount]) -> Whole:
    first = sums[0]
    low, high = _interval(sums)
    value = sum((each.value_sek for each in sums), Decimal(0))
    words = shortened(view.table.title or "")
    document_id = view.document.document_id
    place, table_id = first.place, view.table.table_id
    return Whole("planned", value, low, high, first.year, "table", document_id, words, "", place, table_id)


def _words(text: str) -> set[str]:
    """What it is about: its words without their endings, and its years."""
    words = _WORD.findall(folded(text))
    return {word[:6] for word in words if len(word) >= FEWEST_LETTERS}
