"""Columns that are a stated percent of another column: `varav 4 procent`."""

import re
from collections.abc import Iterator
from decimal import Decimal

from checks.arithmetic import add_up
from checks.recalculation.figures import figures_of
from checks.recalculation.recalculated import Claim, named
from checks.tables.columns import Column
from checks.tables.labels import folded
from checks.tables.structure import TableView
from checks.wording import NO_BREAK_SPACE

_PERCENT = re.compile(r"(?<![\d,])(\d{1,2}(?:,\d+)?) ?(?:%|procent\b)")
_HOLDS = ("equal", "note", "warning")


def shares_that_differ(view: TableView) -> Iterator[Claim]:
    """Every share that is not its column's percent of its base, in a table where the other rows come out.

    Which column is the base must be shown by the table: at least one row, and at least half of those that can be
    tried. A share has been rounded to the unit that it is written in.
    """
    for column in view.columns:
        percent = _percent_in(column.heading)
        if percent is None:
            continue
        best: tuple[int, list[Claim]] | None = None
        for base in view.columns:
            if base is column or _percent_in(base.heading) is not None:
                continue
            claims = list(_tried(view, column, base, percent))
            hits = sum(claim.arithmetic.grade in _HOLDS for claim in claims)
            if hits and 2 * hits >= len(claims) and (best is None or hits > best[0]):
                best = hits, claims
        if best is not None:
            yield from (claim for claim in best[1] if claim.arithmetic.grade not in _HOLDS)


def _percent_in(heading: str) -> Decimal | None:
    """The one percent that a heading names; None where it names none, or several."""
    named_percents = set(_PERCENT.findall(folded(heading)))
    return Decimal(named_percents.pop().replace(",", ".")) if len(named_percents) == 1 else None


def _tried(view: TableView, column: Column, base: Column, percent: Decimal) -> Iterator[Claim]:
    for line in view.lines:
        figures = figures_of(view, [(line, column), (line, base)], shares=True)
        if figures is None or line.kind == "section" or figures[1].quantity.value == 0:
            continue
        share, whole = figures
        yield Claim(
            stated=share,
            terms=(whole,),
            formula=f"{_written(percent)}{NO_BREAK_SPACE}% × {named(whole)}",
            arithmetic=add_up(share.quantity, [whole.quantity], [percent / 100]),
            title=", ".join(words for words in (view.table.title, column.heading) if words),
            column=column.heading,
            doubt=view.doubt,
        )


def _written(percent: Decimal) -> str:
    return str(percent).replace(".", ",")
