"""What is applied for and the applicant's own money, below the whole cost: together they pay for it.

`Summa kostnader 512 000`, `Egen medfinansiering 112 000`, `Sökt bidrag 400 000`: the last lines of a budget.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checks.arithmetic import add_up
from checks.recalculation.balances import HOLDS
from checks.recalculation.figures import figures_of
from checks.recalculation.recalculated import Claim, sum_of
from checks.tables.columns import Column
from checks.tables.labels import folded
from checks.tables.lines import Line
from checks.tables.structure import TableView

_COST = re.compile(r"(?:summa|totala?t?|sammanlagda?) (?:(?:projekt)?kostnad|utgift|budget|finansieringsbehov)")
_OWN = re.compile(
    r"(?:[./-]*\s*|avgår |minus )(?:egen |egna |egen-?|övriga? |annan |andra )?"
    r"(?:med|sam)?(?:finansiering|finansiär|insats|medel|kontantinsats|bidrag från andra)"
)
_ASKED = re.compile(r"(?:summa |totalt )?(?:sökt|sökta|ansökt|ansökta) |(?:belopp|bidrag|medel) som söks")


def funding_that_differs(view: TableView) -> Iterator[Claim]:
    """Every whole cost that the lines below it, own money and what is applied for, do not make.

    All lines below the cost must be of these two kinds, with one that is applied for and one of own money at least.
    """
    for column in view.columns:
        lines = [line for line in view.lines if line.kind != "section"]
        cost = next((place for place in reversed(range(len(lines))) if _COST.match(folded(lines[place].label))), None)
        if cost is None:
            continue
        below = lines[cost + 1 :]
        asked = [line for line in below if _ASKED.match(folded(line.label))]
        own = [line for line in below if line not in asked and _OWN.match(folded(line.label))]
        if len(asked) == 1 and own and len(asked) + len(own) == len(below):
            yield from _claims(view, column, lines[cost], [*own, *asked])


def _claims(view: TableView, column: Column, cost: Line, parts: Sequence[Line]) -> Iterator[Claim]:
    figures = figures_of(view, [(line, column) for line in (cost, *parts)])
    if figures is None:
        return
    whole, *terms = figures
    # Own money may be written with the minus of what is taken off.
    weights = [1 if term.quantity.value >= 0 else -1 for term in terms]
    arithmetic = add_up(whole.quantity, [term.quantity for term in terms], [Decimal(each) for each in weights])
    if arithmetic.grade not in HOLDS:
        yield Claim(
            stated=whole,
            terms=terms,
            formula=sum_of(terms),
            arithmetic=arithmetic,
            weights=weights,
            title=view.table.title or "",
            column=column.heading,
            doubt=view.doubt,
        )
