"""One fact stated several times is one sum with repeats: in a form and in its letter, in a memo and in its decision.

A sum repeats an earlier one that is of the same kind, of the same value and of the same thing. Of the same thing are

- sums of what is given and accounted for as a whole (granted, received, remaining ...) of one municipality, grant and
  year, wherever they are told: there is one such sum of each kind. A row of a table tells it where its label is the
  role itself (`Beviljade medel`), and not a part's name;
- other sums where both are told with the same words, outside of one and the same table: two rows of a table that cost
  the same are two sums;
- a row's sum that its label says already;
- the sums of a document that another repeats whole.
"""

import re
from collections import defaultdict
from decimal import Decimal
from typing import Final

from extractors.amounts.kinds import role_of_row
from models.rows import Amount, AmountKind, Document, FileRows

_ONE_OF_A_GRANT: Final[frozenset[AmountKind]] = frozenset(
    ["granted", "requisitioned", "received", "remaining", "repayable"]
)
_WIDEST: Final = Decimal("0.05")
"""An interval wider than this part of its value (`drygt 1 miljon`) tells too little to be known again."""
_FEWEST_LETTERS: Final = 12
"""A shorter label stands in many sentences by chance."""
_WORD = re.compile(r"[^\W_]+")


def with_repeats(rows: FileRows) -> FileRows:
    """The rows, where a sum that states an earlier one's fact has that one's id in `repeat_of`."""
    documents = {document.document_id: document for document in rows.documents}
    twins = _twins(rows)
    facts: dict[AmountKind, list[Amount]] = defaultdict(list)
    marked: list[Amount] = []
    for amount in rows.amounts:
        of = twins.get(amount.amount_id) or next(
            (a.amount_id for a in facts[amount.kind] if _is_same(a, amount, documents)), None
        )
        if of is None:
            facts[amount.kind].append(amount)
        marked.append(amount if of is None else amount.model_copy(update={"repeat_of": of}))
    roots = {a.amount_id: a.repeat_of for a in marked if a.repeat_of is not None}
    rooted = tuple(a.model_copy(update={"repeat_of": _root(a.repeat_of, roots)}) if a.repeat_of else a for a in marked)
    return rows.model_copy(update={"amounts": rooted}) if roots else rows


def _root(amount_id: str, roots: dict[str, str]) -> str:
    while amount_id in roots:
        amount_id = roots[amount_id]
    return amount_id


def _twins(rows: FileRows) -> dict[str, str]:
    """Sums of two documents of which one repeats the other: the later one's id -> the earlier one's, in their order."""
    place = {document.document_id: n for n, document in enumerate(rows.documents)}
    by_document: dict[str, list[Amount]] = defaultdict(list)
    for amount in rows.amounts:
        by_document[amount.document_id].append(amount)
    twins: dict[str, str] = {}
    for document in rows.documents:
        if document.duplicate_of not in place:
            continue
        earlier, later = sorted((document.document_id, str(document.duplicate_of)), key=lambda d: place[d])
        left = list(by_document[earlier])
        for amount in by_document[later]:
            same = next((a for a in left if (a.kind, a.value_sek) == (amount.kind, amount.value_sek)), None)
            if same is not None:
                left.remove(same)
                twins[amount.amount_id] = same.amount_id
    return twins


def _is_same(one: Amount, other: Amount, documents: dict[str, Document]) -> bool:
    """True where two sums of one kind state one fact."""
    if not _is_same_value(one, other):
        return False
    if one.table_id is not None and one.table_id == other.table_id:
        return one.row == other.row and 0 in (one.col, other.col)
    if None not in (one.year, other.year) and one.year != other.year:
        return False
    if one.kommunkod != other.kommunkod or not _is_same_grant(one, other, documents):
        return False
    if one.kind in _ONE_OF_A_GRANT and _is_of_whole(one) and _is_of_whole(other):
        return True
    return _is_same_subject(_plain(one), _plain(other))


def _is_same_value(one: Amount, other: Amount) -> bool:
    if one.value_low > other.value_high or other.value_low > one.value_high:
        return False
    return all(a.value_high - a.value_low <= _WIDEST * abs(a.value_sek) for a in (one, other))


def _is_same_grant(one: Amount, other: Amount, documents: dict[str, Document]) -> bool:
    """Of one document, or of two about the same grant of the same municipality in the same year."""
    first, second = documents[one.document_id], documents[other.document_id]
    if None not in (one.grant_code, other.grant_code) and one.grant_code != other.grant_code:
        return False
    if first is second:
        return True
    if (
        one.kind == "remaining"
        and "action_plan" in (first.doc_type, second.doc_type)
        and first.doc_type != second.doc_type
    ):
        return False  # left to plan for, and left unspent
    places = (first.kommunkod, second.kommunkod)
    if None not in places and places[0] != places[1]:
        return False
    names = [(d.grant_name or "").casefold() for d in (first, second)]
    return one.grant_code == other.grant_code is not None or (names[0] == names[1] != "")


def _is_of_whole(amount: Amount) -> bool:
    """Told in text or by a form's question, or in a row whose label is a role."""
    return amount.table_id is None or role_of_row(amount.subject or "") is not None


def _is_same_subject(one: str, other: str) -> bool:
    """Told with the same words, or the shorter, a label, stands whole in the other."""
    short, long = sorted((one, other), key=len)
    return bool(short) and (short == long or (len(short) >= _FEWEST_LETTERS and f" {short} " in f" {long} "))


def _plain(amount: Amount) -> str:
    """The words that tell of the sum, and numbers other than itself."""
    return " ".join(_WORD.findall((amount.subject or "").replace(amount.text, " ").casefold()))
