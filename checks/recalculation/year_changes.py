"""A column of changes beside a column that tells of one time a row: each is this row's number less that of the last.

`2022 | 23 451 | +213` below `2021 | 23 238 | −40`.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from checks.arithmetic import add_up
from checks.recalculation.balances import HOLDS
from checks.recalculation.figures import figures_of
from checks.recalculation.recalculated import Claim, difference_of
from checks.tables.columns import Column
from checks.tables.labels import years_in
from checks.tables.structure import TableView

FEWEST_ROWS = 2
"""Rows that must come out before another one is said to be wrong, and at most one in MOST_WRONG may be."""
MOST_WRONG = 3
_WEIGHTS = (Decimal(1), Decimal(-1))


def changes_between_rows_that_differ(view: TableView) -> Iterator[Claim]:
    """Every change that is not the difference between two years' rows, where the other rows' are.

    Years may go up or down from row to row.
    """
    if not view.changes or len([line for line in view.lines if years_in(line.label)]) <= FEWEST_ROWS:
        return
    for change in view.changes:
        for level in view.columns:
            if level in view.changes:
                continue
            claims = list(_tried(view, change, level))
            hits = sum(claim.arithmetic.grade in HOLDS and claim.stated.quantity.value != 0 for claim in claims)
            wrong = [claim for claim in claims if claim.arithmetic.grade not in HOLDS]
            if hits >= FEWEST_ROWS and len(wrong) * MOST_WRONG <= len(claims):
                yield from wrong


def _tried(view: TableView, change: Column, level: Column) -> Iterator[Claim]:
    for one, other in pairwise(view.lines):
        years = [years_in(line.label) for line in (one, other)]
        if any(len(each) != 1 for each in years) or abs(min(years[0]) - min(years[1])) != 1:
            continue
        later, earlier = (one, other) if min(years[0]) > min(years[1]) else (other, one)
        figures = figures_of(view, [(later, change), (later, level), (earlier, level)])
        if figures is None:
            continue
        stated, *terms = figures
        called = [replace(term, label=f"{level.heading} {term.label}".strip()) for term in terms]
        yield Claim(
            stated=stated,
            terms=called,
            formula=difference_of(*called),
            arithmetic=add_up(stated.quantity, [term.quantity for term in terms], _WEIGHTS),
            weights=(1, -1),
            title=", ".join(words for words in (view.table.title, change.heading) if words),
            column=change.heading,
            doubt=view.doubt,
        )
