"""What an account works out from two of its own lines: `Årets resultat` from all incomes and all costs.

`Summa intäkter`, `Summa kostnader`, and right below them the result; `Ingående eget kapital`, `Årets resultat` and
`Utgående eget kapital`. Their names say how they hang together.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from checks.arithmetic import add_up
from checks.recalculation.balances import HOLDS
from checks.recalculation.figures import figures_of
from checks.recalculation.recalculated import Claim, difference_of, sum_of
from checks.tables.columns import Column
from checks.tables.labels import folded, is_deviation
from checks.tables.lines import Line
from checks.tables.structure import TableView

_ALL = r"(?:summa|total[at]?|sammanlagda)\s+"
_INCOMES = re.compile(rf"{_ALL}(?:intäkter|inkomster)$")
_COSTS = re.compile(rf"{_ALL}(?:kostnader|utgifter)$")
_RESULT = re.compile(
    r"(?:(?:årets|periodens)\s+)?(?:resultat|överskott|över-? ?/ ?underskott)(?:\s+för\s+(?:året|perioden))?$"
)
_OPENING = re.compile(r"ingående\s+(?P<of>eget kapital|balans|saldo|behållning|kassa)$")
_CLOSING = re.compile(r"utgående\s+(?P<of>eget kapital|balans|saldo|behållning|kassa)$")


def results_that_differ(view: TableView) -> Iterator[Claim]:
    """Every result that is not all incomes less all costs, and every closing that is not its opening and the result.

    The second is a warning: something else may have changed what stood at the beginning.
    """
    lines = [line for line in view.lines if line.kind != "section"]
    incomes, costs = (_only(lines, pattern) for pattern in (_INCOMES, _COSTS))
    for place, line in enumerate(lines):
        before = lines[:place]
        if not _RESULT.match(folded(line.label)) or incomes is None or costs is None:
            continue
        if incomes in before and costs in before and before[-1] in (incomes, costs):
            for column in view.columns:
                yield from _claim(view, column, (line, incomes, costs), takes_off=True)
    for opening, result, closing in zip(lines, lines[1:], lines[2:], strict=False):
        first, last = _OPENING.match(folded(opening.label)), _CLOSING.match(folded(closing.label))
        if first and last and first["of"] == last["of"] and _RESULT.match(folded(result.label)):
            for column in view.columns:
                yield from _claim(view, column, (closing, opening, result), takes_off=False)


def _only(lines: Sequence[Line], pattern: re.Pattern[str]) -> Line | None:
    found = [line for line in lines if pattern.match(folded(line.label))]
    return found[0] if len(found) == 1 else None


def _claim(view: TableView, column: Column, lines: tuple[Line, Line, Line], *, takes_off: bool) -> Iterator[Claim]:
    figures = figures_of(view, [(line, column) for line in lines])
    if figures is None:
        return
    stated, *terms = figures
    off = takes_off and terms[1].quantity.value > 0 and not is_deviation(column.heading)
    weights = (1, -1 if off else 1)
    arithmetic = add_up(stated.quantity, [term.quantity for term in terms], [Decimal(each) for each in weights])
    if arithmetic.grade not in (*HOLDS, "warning") and abs(arithmetic.actual or 0) != abs(arithmetic.expected or 0):
        yield Claim(
            stated=stated,
            terms=terms,
            formula=difference_of(*terms) if off else sum_of(terms),
            arithmetic=arithmetic,
            weights=weights,
            title=view.table.title or "",
            column=column.heading,
            doubt=view.doubt,
            only_warn=None if takes_off else "ambiguous",
        )
