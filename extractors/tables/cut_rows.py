"""A row that the page break cut: whether a page's first row is the rest of the last row of the page before.

All rows are texts by column, an empty string where a cell holds none.
"""

import re
from collections.abc import Sequence

from extractors.tables.cell_text import begins_breakdown, is_number
from models.tick_signs import is_mark

_NEARLY_ALWAYS = 0.8
"""A column that this share of the rows fill is one that every row fills."""
_FEW_OTHERS = 2
"""So many other rows are needed to tell that."""
_SOME = 0.3
"""Where this share of the labels begin in lower case, that tells nothing of where a row begins."""
_ENDS = (".", "!", "?")
_GOES_ON = ("-", "\u2010", "\u00ad", ",", "/", "(")
"""Signs after which a text goes on, whatever it goes on with."""

_FIRST_GROUP = re.compile(r"(?<![\d,.:/-])[1-9]\d{0,2}(?: \d{3})*$")
_FURTHER_GROUPS = re.compile(r"\d{3}(?![\d,.:/-]*\d)")

Row = Sequence[str]


def is_rest_of_row(above: Row, rest: Row, others: Sequence[Row], *, headed: bool, unclosed: bool = False) -> bool:
    """True where `rest`, first on its page, goes on with `above`, last on the page before.

    `others` are the table's further rows, header rows left out; `headed`: the table has a header; `unclosed`: no rule
    closes the row above, as rules do all others. The rest has no label of its own, and leaves empty what every row
    fills where the row above has it, or the other way round: an amount can stand on either side of the cut. Or every
    text of it goes on with the one above; or every text above goes on in it, and what it has besides are numbers.
    """
    filled = [c for c, text in enumerate(rest) if text]
    if not filled or begins_breakdown(rest[0]) or any(_is_another(above[c], rest[c]) for c in filled):
        return False
    if unclosed:
        return True
    lower = sum(row[0][:1].islower() for row in others if row[0])
    by_case = lower < _SOME * max(1, sum(bool(row[0]) for row in others))
    if rest[0] and above[0] and not _goes_on(above[0], rest[0], by_case=by_case):
        return False
    if all(_goes_on(above[c], rest[c], by_case=by_case or c > 0) for c in filled):
        return True
    if _goes_on_with_numbers(above, rest, by_case=by_case):
        return True
    gaps = [c for c in range(len(above)) if bool(above[c]) != bool(rest[c]) and _is_always_filled(c, others, headed)]
    if 0 in gaps and not above[0]:
        # A new label, unless the row above has nothing that a row of its own would have.
        return _complete_each_other(above, rest, others, headed=headed)
    return bool(gaps)


def _is_another(above: str, rest: str) -> bool:
    """True where the two cannot be one cell's text: a number is whole, a sum begins a row of its own."""
    if rest.startswith("="):
        return True
    return bool(above) and (is_number(above) or is_number(rest))


def _goes_on(above: str, rest: str, *, by_case: bool) -> bool:
    if not above:
        return False
    if rest.startswith("("):
        return True
    if above.endswith(_ENDS):
        return False
    return above.endswith(_GOES_ON) or (by_case and rest[0].islower()) or _is_broken_number(above, rest)


def _is_broken_number(above: str, rest: str) -> bool:
    """True where a number was cut between two groups of thousands: "per 10" and "000 invånare"."""
    return bool(_FIRST_GROUP.search(above)) and bool(_FURTHER_GROUPS.match(rest))


def _goes_on_in(above: str, rest: str, *, by_case: bool) -> bool:
    return bool(rest) and _goes_on(above, rest, by_case=by_case)


def _goes_on_with_numbers(above: Row, rest: Row, *, by_case: bool) -> bool:
    """True where every text above goes on, and what the rest has besides are numbers and marks at their row's foot."""
    begun = [c for c, text in enumerate(above) if text]
    more = [text for c, text in enumerate(rest) if text and not above[c]]
    figures = all(is_number(text) or is_mark(text) for text in more)
    on = all(_goes_on_in(above[c], rest[c], by_case=by_case or c > 0) for c in begun)
    return bool(begun) and figures and on


def _is_always_filled(col: int, others: Sequence[Row], headed: bool) -> bool:
    if len(others) < _FEW_OTHERS and col == 0:
        return headed or all(row[0] for row in others)
    return len(others) >= _FEW_OTHERS and sum(bool(row[col]) for row in others) >= _NEARLY_ALWAYS * len(others)


def _complete_each_other(above: Row, rest: Row, others: Sequence[Row], *, headed: bool) -> bool:
    """True where each column that every row fills is filled in one of the two, or goes on from one in the other."""
    needed = [c for c in range(len(above)) if _is_always_filled(c, others, headed)]
    whole = (bool(above[c]) != bool(rest[c]) or _goes_on_in(above[c], rest[c], by_case=True) for c in needed)
    return len(needed) > 1 and all(whole)
