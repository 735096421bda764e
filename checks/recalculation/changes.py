"""Sentences that tell by how much a sum has changed: `23 miljoner mer än 2017 (56,8 miljoner)`."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal

from checks.arithmetic import Arithmetic, Quantity, add_up
from checks.check_input import CheckInput
from checks.recalculation.balances import HOLDS
from checks.recalculation.figures import figure_of_amount
from checks.recalculation.recalculated import Claim, difference_of
from checks.tables.labels import folded
from models.rows import Amount

Direction = Literal["up", "down"]

_LARGER = r"mer|högre|större"
_SMALLER = r"mindre|lägre"
_AFTER = re.compile(rf"\s*(?:kr|kronor|:-)?\s*(?:(?P<up>{_LARGER})|(?P<down>{_SMALLER}))\s+än\b")
"""Right behind the change: `23 miljoner mer än 2017`."""
_BEFORE = re.compile(
    r"(?:(?P<up>\b(?:ökat|ökar|öka|ökning(?:en)?|höjt[s]?|höjs|höjning(?:en)?|uppräkning(?:en)?))"
    r"|(?P<down>\b(?:minskat|minskar|minska|minskning(?:en)?|sänkt[s]?|sänks|sänkning(?:en)?|neddragning(?:en)?)))"
    r"\s*(?:med|är|på|blir|blev|var|om|motsvarar|uppgår till)?\s*(?:ca|cirka|drygt|knappt|närmare|omkring|nästan)?\s*$"
)
"""Right before it: `har ökat med 421 tkr`, `minskningen är 924 tkr`."""
_FROM = re.compile(r"\b(?:från|mot|jämfört med)\s+(?:[a-zåäö]+\s+){0,3}$")
"""Right before a sum that stands behind the change: `har ökat med 421 tkr från 3 086 tkr`."""
_EARLIER = re.compile(
    r"\b(?:året (?:innan|före)|(?:före|förra|föregående|tidigare) år\w*|i fjol|fjolår\w*|tidigare|förut|då|dåvarande"
    r"|förra \w+|föregående \w+)\b|\b(?:19|20)\d\d\b"
)
"""What a sum that stands before its change is of: else it is the year's own, and the earlier one is not told."""
_ANOTHER_CLAUSE = re.compile(r"[,;–]\s(?!då\b|när\b|som\b)")
"""Ends what `mer än` compares with: `90 000 kr mer än året innan, totalt 1 187 642 kr`."""
_PART_OF = re.compile(r"^av\b[^.]*\d[^.]*\b(?:var|är|avser|avsåg|gick|går|utgör|utgjorde)\b[^.]*\d")
"""Two sums of which one is a part of the other: `Av kostnaden på 31 449 tkr var 2 914 tkr el, 707 tkr mer än 2022`."""
_POINTS_BACK = re.compile(r"(?:det|detta|summan|beloppet)\b", re.IGNORECASE)
_MINUS = Decimal(-1)
_KINDS = ("granted", "received", "requisitioned")
"""What the sum of the year itself is told as."""


def changes_that_differ(rows: CheckInput) -> Iterator[Claim]:
    """Every change told in prose that is not the difference between the year's sum and the one that it names.

    The earlier sum stands in the sentence with the change, and the year's own there too or somewhere before it.
    Any sum of the year that fits is enough. A sentence that names only the year's own sum (`2 mkr, vilket är 90 000
    kr mer än året innan`) gives nothing to hold the change against.
    """
    sentences: dict[str, list[Amount]] = defaultdict(list)
    prose = [amount for amount in rows.amounts if amount.table_id is None and amount.subject]
    for amount in prose:
        sentences[amount.subject or ""].append(amount)
    for words, amounts in sentences.items():
        told = [(amount, way) for amount in amounts if (way := _direction(words, amount)) is not None]
        if len(told) != 1 or len(amounts) not in (2, 3):
            continue
        change, way = told[0]
        others = [amount for amount in amounts if amount is not change]
        if len(others) == 1 and not _is_earlier(words, change, others[0]):
            continue
        if len(others) == 2 and _PART_OF.search(folded(words)):
            continue
        yield from _claims(change, way, others, prose)


def _direction(words: str, amount: Amount) -> Direction | None:
    """Which way the sentence says that things went by this amount; None where it is no change."""
    before, found, after = folded(words).partition(folded(amount.text))
    if not found:
        return None
    match = _AFTER.match(after) or _BEFORE.search(before)
    if match is None:
        return None
    return "up" if match["up"] else "down"


def _is_earlier(words: str, change: Amount, other: Amount) -> bool:
    """True where the sentence's only other sum is the one that the change starts from, by where it stands."""
    before, _, after = folded(words).partition(folded(change.text))
    is_behind = _AFTER.match(after) is not None
    lead, found, _ = after.partition(folded(other.text))
    if found:
        told = is_behind or _FROM.search(lead) is not None or _EARLIER.search(lead) is not None
        return told and _ANOTHER_CLAUSE.search(lead) is None
    return not is_behind and _EARLIER.search(before) is not None


def _claims(change: Amount, way: Direction, others: Sequence[Amount], prose: Sequence[Amount]) -> Iterator[Claim]:
    only_warn = None
    if len(others) == 2:
        pairs = [(others[0], others[1]), (others[1], others[0])]
        meant = pairs
    else:
        earlier = others[0]
        of_the_year, before = _now(change, earlier, prose)
        points_back = _POINTS_BACK.match(change.subject or "") and before is not None and before not in of_the_year
        meant = [(each, earlier) for each in ([before] if points_back and before is not None else of_the_year)]
        pairs = [(each, earlier) for each in (*of_the_year, *([before] if before is not None else []))]
        only_warn = None if len({each.value_sek for each, _ in meant}) == 1 else "ambiguous"
    if not meant or any(_weighed(change, way, *pair).grade in (*HOLDS, "warning") for pair in pairs):
        return
    weighed = [(*pair, _weighed(change, way, *pair)) for pair in meant]
    later, earlier, arithmetic = min(weighed, key=lambda each: (each[0].approximate, abs(each[2].difference or 0)))
    terms = (figure_of_amount(later), figure_of_amount(earlier))
    ordered = terms if way == "up" else terms[::-1]
    yield Claim(
        stated=figure_of_amount(change),
        terms=ordered,
        formula=difference_of(*ordered),
        weights=(1, -1),
        arithmetic=arithmetic,
        only_warn=only_warn,
    )


def _now(change: Amount, earlier: Amount, prose: Sequence[Amount]) -> tuple[list[Amount], Amount | None]:
    """What the year's own sum is told to be, and the sum right before the sentence, which "det är" points back to."""
    of_the_year = [each for each in prose if each.kind in _KINDS and each.year != earlier.year and each is not change]
    place = min(prose.index(change), prose.index(earlier))
    return of_the_year, prose[place - 1] if place > 0 else None


def _weighed(change: Amount, way: Direction, later: Amount, earlier: Amount) -> Arithmetic:
    first, second = (later, earlier) if way == "up" else (earlier, later)
    terms: list[Quantity] = [figure_of_amount(first).quantity, figure_of_amount(second).quantity.times(_MINUS)]
    return add_up(figure_of_amount(change).quantity, terms)
