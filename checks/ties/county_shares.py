"""A county's shares told in prose, the municipalities' and the region's, against the table that allocates them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checks.tables.columns import Column
from checks.tables.labels import folded
from checks.tables.lines import Line
from checks.tables.structure import TableView
from checks.ties.ledgers import Ledger
from checks.ties.table_wholes import from_cell
from checks.ties.wholes import Whole

FEWEST_MUNICIPALITIES = 3
"""A table with fewer municipalities in a column allocates nothing among them."""
_MUNICIPALITIES = re.compile(r"\bkommun(?:er|erna|ernas|ala)\b|\bprimärkommunala\b")
_REGION = re.compile(r"\bregion(?:en|ens)?\b|\blandsting(?:et|ets)?\b|regionens del")
_SHARED_OUT = re.compile(
    r"fördela|\bavs[aä]tt|\bgår\b|\bdelar? på|tillfall|\bdel(?:en)?\b|\bandel|\bska\b.*\banvända\b|\bfinns\b|disponer"
    r"|stannar hos|tillgå"
)
_OTHERWISE = re.compile(
    r"bidrar|betalar|\bper (?:kommun|invånare)|årligen|gemensam|tillsammans|sök(?:er|t)\b|hela landet"
)
_REGION_ROW = re.compile(r"(?:region|landsting)(?:en|et)?\b|(?:\w+ )?\w+regionen\b|.*\bläns landsting\b")


def astray_shares(ledger: Ledger) -> Iterator[tuple[Whole, Whole]]:
    """Sums in prose that nothing in the tables explains, with the share in the table that they tell of."""
    shares = _shares(ledger)
    for told in ledger.shares_told:
        share = shares.get(_whose(told.words))
        if share is None or ledger.explains(told) or ledger.makes_up(told, share):
            continue
        if told.year in (None, share.year):
            yield told, share


def names_party(sentence: str) -> bool:
    """True where a sentence speaks of the region or the municipalities: its sum may be what they get or pay."""
    words = folded(sentence)
    return bool(_MUNICIPALITIES.search(words) or _REGION.search(words))


def _whose(sentence: str) -> str | None:
    """municipalities, region; null where the sentence tells of neither's share, or of both."""
    words = folded(sentence)
    if not _SHARED_OUT.search(words) or _OTHERWISE.search(words):
        return None
    is_municipal, is_regional = bool(_MUNICIPALITIES.search(words)), bool(_REGION.search(words))
    if is_municipal == is_regional:
        return None
    return "municipalities" if is_municipal else "region"


def _shares(ledger: Ledger) -> dict[str | None, Whole]:
    """Whose -> the share by the tables that have municipalities in their rows, where these agree."""
    found: dict[str, list[Whole]] = defaultdict(list)
    of_rows = {(a.table_id, a.row, a.col) for a in ledger.by_municipality}
    for view in ledger.views:
        for column in view.columns:
            rows = {line.row for line in view.lines if view.origin(line.row, column.index) in of_rows}
            if column.share or len(rows) < FEWEST_MUNICIPALITIES:
                continue
            lines = [line for line in view.lines if view.number(line, column) is not None]
            closing = _line_after(lines, rows)
            if closing is not None:
                found["municipalities"].append(from_cell(view, column.index, closing, "planned", ledger.amounts))
            found["region"] += _region_rows(ledger, view, column, lines)
    return {
        whose: wholes[0] for whose, wholes in found.items() if wholes and all(each.agrees(wholes[0]) for each in wholes)
    }


def _line_after(lines: Sequence[Line], rows: set[int]) -> Line | None:
    """The total right below the municipalities; null where another line stands between, or there is none."""
    last = max(rows)
    after = next((line for line in lines if line.row > last), None)
    return after if after is not None and after.kind in ("sum", "named_total") else None


def _region_rows(ledger: Ledger, view: TableView, column: Column, lines: Sequence[Line]) -> list[Whole]:
    named = [line for line in lines if line.kind == "addend" and _REGION_ROW.match(folded(line.label))]
    return [from_cell(view, column.index, line, "planned", ledger.amounts) for line in named] if len(named) == 1 else []


def is_near(one: Decimal, other: Decimal) -> bool:
    """True where neither is more than twice the other: shares of one grant are misprinted, not mistaken, so far."""
    low, high = sorted((abs(one), abs(other)))
    return low > 0 and high <= 2 * low
