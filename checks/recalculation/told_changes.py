"""Counts that a sentence says have changed: `446 ärenden, vilket är 34 fler än året innan då antalet var 412`."""

import re
from collections.abc import Iterator
from decimal import Decimal

from checks.arithmetic import Quantity, add_up
from checks.check_input import CheckInput
from checks.quoting import page_doubt
from checks.recalculation.figures import Figure
from checks.recalculation.recalculated import Claim
from checks.recalculation.told_counts import IN_TEXT, NUMBER
from checks.wording import MINUS, NO_BREAK_SPACE
from models.rows import Passage

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")
_EARLIER = (
    r"(?:(?:under\s+|år\s+|vid\s+|i\s+)?(?:(?:19|20)\d\d\b|(?:året|månaden|kvartalet|läsåret)\s+(?:innan|före|dessförinnan)|fjol"
    r"|förra\s|föregående\s|tidigare\s)|(?:förra|föregående)\b)"
)
"""What a count is held against: another time's, not another place's."""
_CHANGE = re.compile(
    rf"(?P<change>{NUMBER})\s(?:[a-zåäö-]+\s){{0,2}}?(?:(?P<up>fler|mer|högre)|(?P<down>färre|mindre|lägre))\s+än\s+{_EARLIER}"
    rf"|\b(?:(?P<grew>ökat|ökade|ökar|ökning(?:en)?)|(?P<fell>minskat|minskade|minskar|minskning(?:en)?))\s+"
    rf"(?:med|på|är|var|blev)\s+(?P<by>{NUMBER})(?!\s?(?:%|procent))",
    re.IGNORECASE,
)
_SOME_CHANGE = (" än ", "ök", "Ök", "insk")
"""With one of which every change is told: most texts have none, and need not be looked at closely."""
_COUNT = re.compile(NUMBER)
_OTHERS = re.compile(
    r"%|procent|\bca\b|cirka|drygt|knappt|nästan|omkring|ungefär|runt|\bkr\b|kronor|tkr|mnkr|mkr|miljo|tusen"
    r"|flick|pojk|kvinn|\bmän\b|\bvarav\b|\bdärav\b|\d,\d|\bkl(?:ockan)?\b|§",
    re.IGNORECASE,
)
"""Percents, sums, rounded numbers: such a sentence tells of more than counts."""
_DATES = re.compile(r"\d{1,2}\s(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\w*|\d{4}-\d\d(?:-\d\d)?|\d+[:/]\d+")


def told_changes_that_differ(rows: CheckInput) -> Iterator[Claim]:
    """Every change of a count that is not the difference of the two counts that its sentence tells.

    Silent where the sentence has other numbers than these three.
    """
    for passage in rows.numbered_passages:
        text = passage.text or ""
        if passage.kind not in IN_TEXT or not any(words in text for words in _SOME_CHANGE):
            continue
        for sentence in _SENTENCE.split(text) if _CHANGE.search(text) else ():
            bare = _DATES.sub(" ", sentence)
            changes = list(_CHANGE.finditer(bare))
            if len(changes) != 1 or _OTHERS.search(bare):
                continue
            change = changes[0]["change"] or changes[0]["by"]
            place = changes[0].start("change" if changes[0]["change"] else "by")
            others = [match[0] for match in _COUNT.finditer(bare) if match.start() != place]
            if len(others) == 2:
                yield from _claims(rows, passage, sentence, change, others)


def _claims(rows: CheckInput, passage: Passage, sentence: str, change: str, others: list[str]) -> Iterator[Claim]:
    more, less = sorted(others, key=_value, reverse=True)
    figures = [_figure(passage, sentence, text) for text in (change, more, less)]
    stated, *terms = figures
    arithmetic = add_up(stated.quantity, [term.quantity for term in terms], [Decimal(1), Decimal(-1)])
    if arithmetic.grade == "equal" or not _may_be_a_slip(stated.quantity.value, _value(more) - _value(less)):
        return
    yield Claim(
        stated=stated,
        terms=terms,
        formula=f"{more} {MINUS} {less}".replace(" ", NO_BREAK_SPACE),
        weights=[1, -1],
        arithmetic=arithmetic,
        doubt=page_doubt(rows, passage.document_id, passage.page),
        only_warn="ambiguous",
    )


def _may_be_a_slip(stated: Decimal, made: Decimal) -> bool:
    """False for numbers of quite another size: they are of other things."""
    return made > 0 and stated <= 4 * made and made <= 4 * stated


def _value(text: str) -> Decimal:
    return Decimal(re.sub(r"\D", "", text))


def _figure(passage: Passage, sentence: str, text: str) -> Figure:
    return Figure(sentence, text, Quantity.exact(_value(text)), None, passage.document_id, passage.place)
