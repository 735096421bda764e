"""Columns that are a stated percent of another column, `varav 4 procent`, and rows that are theirs of one whole."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from checks.arithmetic import Quantity, add_up
from checks.recalculation.figures import Figure, figures_of
from checks.recalculation.percents import FEWEST, MOST_WRONG, told_percents
from checks.recalculation.recalculated import Claim, named
from checks.tables.columns import Column
from checks.tables.labels import folded
from checks.tables.structure import TableView
from checks.wording import NO_BREAK_SPACE, format_number
from models.numbers import KRONOR
from models.rows import CellRow

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


def rows_of_one_whole(view: TableView, wholes: Sequence[Figure]) -> Iterator[Claim]:
    """Every sum that is not its row's percent of a whole that the text tells, where the other rows' are to the krona.

    wholes: what the whole may be. Two rows at least, and two in three of those that can be tried, must come out.
    """
    for index, heading in view.headings.items():
        percents = told_percents(view, index, heading)
        best: tuple[int, list[Claim]] | None = None
        for column in view.columns if len(percents) > FEWEST else ():
            if column.index == index or column.share or column.unit not in KRONOR:
                continue
            for whole in wholes:
                claims = list(_of_whole(view, column, percents, whole))
                hits = sum(claim.arithmetic.grade in _HOLDS for claim in claims)
                is_shown = hits >= FEWEST and (len(claims) - hits) * MOST_WRONG <= len(claims)
                if is_shown and (best is None or hits > best[0]):
                    best = hits, claims
        if best is not None:
            yield from (claim for claim in best[1] if claim.arithmetic.grade not in _HOLDS)


def _of_whole(view: TableView, column: Column, percents: Mapping[int, CellRow], whole: Figure) -> Iterator[Claim]:
    factor = next(factor for unit, factor in KRONOR.items() if unit == column.unit)
    for line in view.lines:
        number = view.number(line, column)
        if line.row not in percents or number is None or line.kind != "addend":
            continue
        percent = percents[line.row].value or Decimal(0)
        cell = view.cells[line.row, column.index]
        stated = Quantity.rounded(number.value * factor, number.step * factor)
        yield Claim(
            stated=Figure(line.label, cell.text or "", stated, "kr", view.document.document_id, cell.place),
            terms=(whole,),
            formula=f"{_written(percent)}{NO_BREAK_SPACE}% × {named(whole)}",
            arithmetic=add_up(stated, [Quantity.exact(whole.quantity.value)], [percent / 100]),
            title=", ".join(words for words in (view.table.title, column.heading) if words),
            column=column.heading,
            doubt=view.doubt,
        )


def _written(percent: Decimal) -> str:
    return format_number(percent)
