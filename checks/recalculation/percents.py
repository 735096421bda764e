"""Columns of percents beside what they are percents of: `Antal 120, Andel 60 %` where there are 200 in all."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from checks.arithmetic import Quantity, add_up
from checks.recalculation.figures import Figure, figures_of
from checks.recalculation.recalculated import Claim, named
from checks.tables.columns import Column, last_digit
from checks.tables.labels import is_percentage, is_share
from checks.tables.lines import Line
from checks.tables.structure import TableView
from models.rows import CellRow

FEWEST = 2
"""Percents that must come out before another one is said to be wrong ..."""
MOST_WRONG = 3
"""... and of all that can be tried at most one in so many may be: else they are of something else."""
_HUNDRED = Decimal(100)


def percents_that_differ(view: TableView) -> Iterator[Claim]:
    """Every percent that is not its row's part of the total beside it, in a table where the other rows come out.

    A percent may have been rounded up or down: it is wrong where it misses by more than its last digit.
    """
    for index, heading in view.headings.items():
        percents = told_percents(view, index, heading)
        best: tuple[int, list[Claim]] | None = None
        for base in view.columns if len(percents) > FEWEST else ():
            if base.index == index or base.share or base.unit == "percent":
                continue
            claims = list(_tried(view, heading, base, percents))
            hits = sum(claim.arithmetic.grade != "error" for claim in claims)
            is_shown = hits >= FEWEST and (len(claims) - hits) * MOST_WRONG <= len(claims)
            if is_shown and (best is None or hits > best[0]):
                best = hits, claims
        if best is not None:
            yield from (claim for claim in best[1] if claim.arithmetic.grade == "error")


def told_percents(view: TableView, index: int, heading: str) -> dict[int, CellRow]:
    """Row -> the cell of this column that holds its percent."""
    return {line.row: cell for line in view.lines if (cell := _percent(view, line, index, heading)) is not None}


def _percent(view: TableView, line: Line, index: int, heading: str) -> CellRow | None:
    """The cell that holds a row's percent; None where there is none, or it may be a sum: `varav 4 procent`."""
    cell = view.cells.get((line.row, index))
    if cell is None or cell.value is None or line.kind == "section" or not 0 < cell.value <= _HUNDRED:
        return None
    is_told = cell.unit == "percent" or (cell.unit is None and (is_percentage(heading) or is_share(heading)))
    return cell if is_told else None


def _tried(view: TableView, heading: str, base: Column, percents: dict[int, CellRow]) -> Iterator[Claim]:
    """A claim for each row that has both numbers; none where the column has no total of its own."""
    totals = [line for line in view.lines if line.kind in ("sum", "named_total") and view.number(line, base)]
    if len(totals) != 1:
        return
    for line in view.lines:
        figures = figures_of(view, [(line, base), (totals[0], base)])
        if line is totals[0] or line.row not in percents or figures is None or figures[1].quantity.value == 0:
            continue
        yield _claim(view, f"{line.label}, {heading}".strip(", "), percents[line.row], figures)


def _claim(view: TableView, label: str, cell: CellRow, figures: Sequence[Figure]) -> Claim:
    part, whole = figures
    percent = cell.value or Decimal(0)
    step = last_digit(percent)
    expected = (_HUNDRED * part.quantity.value / whole.quantity.value).quantize(step / 10)
    stated = Quantity.rounded(percent, 2 * step)
    return Claim(
        stated=Figure(label, cell.text or "", stated, "percent", part.document_id, cell.place),
        terms=(part, whole),
        formula=f"{named(part)} ÷ {named(whole)}",
        arithmetic=add_up(stated, [Quantity.exact(expected)]),
        title=view.table.title or "",
        doubt=view.doubt,
    )
