"""Which columns of a table are the parts of which total column."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from checks.arithmetic import Arithmetic, add_up, quantities
from checks.tables.columns import Column
from checks.tables.labels import compared_as, is_breakdown, is_wide, names_total, years_in
from checks.tables.lines import Line
from checks.tables.structure import TableView
from models.numbers import Unit
from models.rows import Document


@dataclass(frozen=True, slots=True)
class Parts:
    """A total column and the columns that make it, in the table's order."""

    total: Column
    parts: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class RowSum:
    """One line of the table: its total against its parts."""

    line: Line
    arithmetic: Arithmetic
    is_full: bool
    """Every part has something written in it."""


def parts_of_totals(view: TableView) -> Iterator[tuple[Parts, list[RowSum]]]:
    """Each total column with the parts that the table itself shows to make it, and all its lines.

    Headings alone do not tell whether "Totalt" is the sum of the columns beside it: at least one
    line, and at least half of those that can be tried, must come out.
    """
    for total in view.columns:
        if not names_total(total.heading):
            continue
        best: tuple[int, Parts, list[RowSum]] | None = None
        for parts in _candidates(view.columns, total):
            structure = Parts(total, parts)
            if not _can_be_parts(structure, view.document):
                continue
            sums = row_sums(view, structure)
            tried = [s for s in sums if s.arithmetic.grade != "not_checkable" and s.is_full]
            hits = sum(s.arithmetic.grade in ("equal", "note") and s.arithmetic.actual != 0 for s in tried)
            if hits and 2 * hits >= len(tried) and (best is None or hits > best[0]):
                best = hits, structure, sums
        if best is not None:
            yield best[1], best[2]


def _candidates(columns: Sequence[Column], total: Column) -> Iterator[tuple[Column, ...]]:
    """The runs of columns that a total column can add up: before it, after it, or earlier totals."""
    place = columns.index(total)
    totals = [index for index, column in enumerate(columns) if names_total(column.heading)]
    previous = max((index for index in totals if index < place), default=-1)
    following = min((index for index in totals if index > place), default=len(columns))
    plain = [column for column in columns if not names_total(column.heading)]
    runs = (
        columns[previous + 1 : place],
        columns[place + 1 : following],
        plain,
        [columns[index] for index in totals if index < place],
    )
    for run in runs:
        breakdown = tuple(column for column in run if is_breakdown(column.heading))
        others = tuple(column for column in run if not is_breakdown(column.heading))
        for parts in (others, breakdown):
            if len(parts) > 1 and len(_units((total, *parts))) < 2:
                yield parts


def _units(columns: Sequence[Column]) -> set[Unit]:
    """The units that the columns name; a column that names none has that of its neighbours."""
    return {column.unit for column in columns if column.unit is not None}


def _can_be_parts(structure: Parts, document: Document) -> bool:
    """False for columns that are set against each other, and for totals wider than their parts."""
    compared: set[str] = set()
    for part in structure.parts:
        compared |= compared_as(part.heading)
    if len(compared) > 1:
        return False
    heading = structure.total.heading
    years = part_years(structure)
    whole_period = _period(document)
    if "hela perioden" in heading.casefold():
        return bool(whole_period) and years == whole_period
    return not is_wide(heading) and not (years and years_in(heading) - years)


def part_years(structure: Parts) -> frozenset[int]:
    """The years that the parts are for, where every part is headed by a year."""
    years = [years_in(part.heading) for part in structure.parts]
    return frozenset().union(*years) if all(years) else frozenset()


def _period(document: Document) -> frozenset[int]:
    if document.period_start is None or document.period_end is None:
        return frozenset()
    return frozenset(range(document.period_start, document.period_end + 1))


def row_sums(view: TableView, structure: Parts) -> list[RowSum]:
    """Every line that has the total and some part, the one against the others."""
    sums: list[RowSum] = []
    unit = next(iter(_units((structure.total, *structure.parts))), None)
    for line in view.lines:
        stated = view.number(line, structure.total)
        unread = [part for part in structure.parts if view.is_unreadable(line, part)]
        numbers = [n for part in structure.parts if (n := view.number(line, part)) is not None]
        if stated is None or line.kind == "section" or not numbers or not _is_amount(line):
            continue
        written = [replace(number, unit=unit) for number in (stated, *numbers)]
        total, *addends = quantities(written, shares=structure.total.is_rounded)
        arithmetic = add_up(total, addends)
        if unread and arithmetic.grade != "equal":
            arithmetic = add_up(total, [*addends, None])
        is_full = len(numbers) + len(unread) == len(structure.parts)
        sums.append(RowSum(line, arithmetic, is_full))
    return sums


def _is_amount(line: Line) -> bool:
    """False for lines of percents, averages and rates, which do not add up across."""
    return not is_wide(line.label)
