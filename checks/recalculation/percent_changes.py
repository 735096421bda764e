"""A column that tells in percent how much more one column has than another: `2022`, `2023`, `Förändring %`."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations

from checks.arithmetic import Quantity, add_up
from checks.recalculation.figures import Figure, figures_of
from checks.recalculation.growth import change_in_percent
from checks.recalculation.percents import FEWEST, MOST_WRONG
from checks.recalculation.recalculated import Claim, named
from checks.tables.columns import Column, last_digit
from checks.tables.labels import folded
from checks.tables.structure import TableView
from checks.wording import MINUS
from models.rows import CellRow

_CHANGE = re.compile(r"\b(?:förändring\w*|ändring\w*|ökning\w*|utveckling)\b")
_PERCENT = re.compile(r"%|procent")
MOST = Decimal(1000)
"""A change of more percent is another measure."""


def percent_changes_that_differ(view: TableView) -> Iterator[Claim]:
    """Every change in percent that is not that of its row's two numbers, where the other rows' are.

    A percent may have been cut off at its last digit.
    """
    for index, heading in view.headings.items():
        if not _CHANGE.search(folded(heading)):
            continue
        cells = {line.row: cell for line in view.lines if (cell := _told(view, line.row, index, heading)) is not None}
        best: tuple[int, list[Claim]] | None = None
        columns = [column for column in view.columns if column.index != index and not column.share]
        for later, earlier in permutations(columns, 2) if len(cells) > FEWEST else ():
            claims = list(_tried(view, heading, cells, later, earlier))
            hits = sum(claim.arithmetic.grade != "error" for claim in claims)
            is_shown = hits >= FEWEST and (len(claims) - hits) * MOST_WRONG <= len(claims)
            if is_shown and (best is None or hits > best[0]):
                best = hits, claims
        if best is not None:
            yield from (claim for claim in best[1] if claim.arithmetic.grade == "error")


def _told(view: TableView, row: int, index: int, heading: str) -> CellRow | None:
    cell = view.cells.get((row, index))
    if cell is None or cell.value is None or abs(cell.value) > MOST:
        return None
    return cell if cell.unit == "percent" or (cell.unit is None and _PERCENT.search(folded(heading))) else None


def _tried(view: TableView, heading: str, cells: dict[int, CellRow], later: Column, earlier: Column) -> Iterator[Claim]:
    for line in view.lines:
        figures = figures_of(view, [(line, later), (line, earlier)])
        if line.row not in cells or line.kind == "section" or figures is None or figures[1].quantity.value == 0:
            continue
        cell, (now, before) = cells[line.row], figures
        stated = cell.value or Decimal(0)
        step = last_digit(stated) if "," in (cell.text or "") else Decimal(1)
        expected = change_in_percent(now.quantity.value, before.quantity.value, step)
        if before.quantity.value < 0 and expected.value * stated < 0:
            expected = expected.times(Decimal(-1))  # costs with a minus that have grown have grown
        told = Quantity.rounded(stated, 2 * step)
        label = f"{line.label}, {heading}".strip(", ")
        yield Claim(
            stated=Figure(label, cell.text or "", told, "percent", now.document_id, cell.place),
            terms=(now, before),
            formula=f"({named(now)} {MINUS} {named(before)}) ÷ {named(before)}",
            arithmetic=add_up(told, [expected]),
            title=view.table.title or "",
            doubt=view.doubt,
        )
