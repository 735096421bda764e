"""What stood at the beginning, what was added and taken away, and what stands at the end: a column of a note.

`Ingående bokfört värde`, `Årets investeringar`, `Årets avskrivningar`, `Utgående bokfört värde`. Whether the changes
bear their signs, and whether all of them are there, must be shown by another year's column that comes out.
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

_OPENING = re.compile(r"ingående\s+(?P<of>\w.*)")
_CLOSING = re.compile(r"utgående\s+(?P<of>\w.*)")


def closings_that_differ(view: TableView) -> Iterator[Claim]:
    """Every value at the end that the one at the beginning and its changes do not make, where they do in a column."""
    for lines in _blocks(view.lines):
        weighed = [claim for column in view.columns if (claim := _claim(view, column, lines)) is not None]
        if any(claim.arithmetic.grade in HOLDS for claim in weighed):
            yield from (claim for claim in weighed if claim.arithmetic.grade not in (*HOLDS, "not_checkable"))


def _blocks(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The lines from one that opens to the next that closes the same, where all between are plain ones."""
    begun: tuple[int, str] | None = None
    for place, line in enumerate(lines):
        opening, closing = _OPENING.match(folded(line.label)), _CLOSING.match(folded(line.label))
        if opening is not None:
            begun = place, opening["of"]
        elif closing is not None and begun is not None:
            between = lines[begun[0] + 1 : place]
            if closing["of"] == begun[1] and between and all(each.kind == "addend" for each in between):
                yield lines[begun[0] : place + 1]
            begun = None


def _claim(view: TableView, column: Column, lines: Sequence[Line]) -> Claim | None:
    """None where a number of them cannot be read, or nothing changed."""
    opening, *between, closing = lines
    if any(view.is_unreadable(line, column) for line in lines):
        return None
    changed = [line for line in between if view.number(line, column) is not None]
    figures = figures_of(view, [(line, column) for line in (closing, opening, *changed)])
    if figures is None or not any(figure.quantity.value for figure in figures[2:]):
        return None
    stated, *terms = figures
    return Claim(
        stated=stated,
        terms=terms,
        formula=sum_of(terms),
        arithmetic=add_up(stated.quantity, [term.quantity for term in terms], [Decimal(1)] * len(terms)),
        weights=[1] * len(terms),
        title=view.table.title or "",
        column=column.heading,
        doubt=view.doubt,
    )
