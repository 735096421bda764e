"""A sum in the text that names a row of a table, and the row's own sum of that kind: `Socialnämnden hade 430 tkr kvar`.

The row's label stands in the sentence, no other row's does, and the sentence tells one sum only. `Kostnaden för
mottagningen` names the one row that is called after a mottagning: `Samtalsmottagning för unga`.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from checks.recalculation.figures import is_sentence
from checks.tables.labels import folded
from checks.tables.narrowing import is_narrowed, is_other_year, is_provisional
from checks.ties.ledgers import Ledger
from checks.ties.wholes import ROLES, Role, Whole, whole_of
from models.rows import Amount

_NEAR = Decimal("1.5")
"""The most that one may be of the other, and still be the same fact."""
_LETTERS = 6
"""A label of fewer letters stands in sentences by chance."""
_OF_ALL = re.compile(r"\b(?:summa|totalt?|samtliga|alla|övrigt?|övriga|kostnad\w*|bidrag\w*|belopp|medel|intäkt\w*)\b")
"""Labels that name no one thing of the table."""

_COST_OF = re.compile(r"\b(?:kostnad|utgift|utfall)\w* för (?P<thing>\w+?(?P<definite>en|et|n|t|na)?)\b")

_Rows = dict[str, dict[Role, list[Amount]]]


def told_of_rows(ledger: Ledger, amounts: Sequence[Amount]) -> Iterator[tuple[Whole, Whole]]:
    """Each such sum that no cell has, with the row's own."""
    rows = _sums_by_label([amount for amount in amounts if amount.table_id is not None])
    if not rows:
        return
    in_prose = [amount for amount in amounts if amount.table_id is None and is_sentence(amount)]
    told = Counter(amount.subject for amount in in_prose)
    own = ledger.document.reporting_year
    for amount in in_prose:
        role, words = ROLES.get(amount.kind), amount.subject or ""
        if role is None or told[amount.subject] > 1 or not _is_of_its_year(words, amount):
            continue
        sentence = folded(words)
        named = [label for label in rows if label in sentence and _stands_in(label, sentence)]
        named = named or _called_after_the_thing(rows, sentence)
        if len(named) != 1 or len(rows[named[0]].get(role, ())) != 1:
            continue
        (cell,) = rows[named[0]][role]
        stated, against = whole_of(role, amount, "prose"), whole_of(role, cell, "table")
        if (amount.year or own) != (cell.year or own) or ledger.explains(stated) or ledger.makes_up(stated, against):
            continue
        low, high = sorted((abs(stated.value), abs(against.value)))
        if low > 0 and high <= _NEAR * low and not stated.agrees(against):
            yield stated, against


def _stands_in(label: str, sentence: str) -> bool:
    return re.search(rf"\b{re.escape(label)}\b", sentence) is not None


def _called_after_the_thing(labels: Iterable[str], sentence: str) -> list[str]:
    """The labels that begin with the thing whose cost the sentence tells, or with a compound that ends in it."""
    told = _COST_OF.search(sentence)
    if told is None or len(told["thing"]) < _LETTERS:
        return []
    stem = told["thing"].removesuffix(told["definite"] or "")
    return [label for label in labels if label.split()[0].endswith((told["thing"], stem))]


def _is_of_its_year(words: str, amount: Amount) -> bool:
    return not (is_narrowed(words, amount.text) or is_other_year(words) or is_provisional(words))


def _sums_by_label(amounts: Sequence[Amount]) -> _Rows:
    """The tables' sums by the label of their row and by what they are; totals and labels of anything left out."""
    rows: _Rows = defaultdict(lambda: defaultdict(list))
    for amount in amounts:
        label, role = folded(amount.subject or ""), ROLES.get(amount.kind)
        if role is not None and sum(map(str.isalpha, label)) >= _LETTERS and not _OF_ALL.search(label):
            rows[label][role].append(amount)
    return rows
