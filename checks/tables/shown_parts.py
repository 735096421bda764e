"""Columns that only the numbers call sums: `Ram 2024`, `Löneökningar`, `Effektivisering`, `Ram 2025`, row by row.

A column that in row after row is the sum of those right before it is their sum also in a row where it is not, whatever
its heading is.
"""

from collections.abc import Iterator

from checks.tables.labels import is_rest, names_total
from checks.tables.parts import Parts, RowSum, row_sums
from checks.tables.structure import TableView

FEWEST_ROWS = 3
"""Rows that must come out, with two parts at least that are not nought ..."""
MOST_WRONG = 4
"""... and at most one in so many may be wrong."""
FEWEST_PARTS = 3


def shown_parts(view: TableView) -> Iterator[tuple[Parts, list[RowSum]]]:
    """Each column that the columns right before it make, three of them at least, with all its lines."""
    for place, total in enumerate(view.columns):
        if names_total(total.heading) or is_rest(total.heading) or total.share:
            continue
        best: tuple[int, Parts, list[RowSum]] | None = None
        for first in range(place - FEWEST_PARTS, -1, -1):
            parts = Parts(total, tuple(view.columns[first:place]))
            if any(part.share or part.unit != total.unit for part in parts.parts):
                break
            sums = [each for each in row_sums(view, parts) if each.is_full]
            shown = [
                each for each in sums if each.arithmetic.grade in ("equal", "note") and _is_telling(view, parts, each)
            ]
            wrong = [each for each in sums if each.arithmetic.grade == "error"]
            if (
                len(shown) >= FEWEST_ROWS
                and len(wrong) * MOST_WRONG <= len(sums)
                and (best is None or len(shown) > best[0])
            ):
                best = len(shown), parts, sums
        if best is not None:
            yield best[1], best[2]


def _is_telling(view: TableView, parts: Parts, each: RowSum) -> bool:
    numbers = [view.number(each.line, part) for part in parts.parts]
    return sum(number is not None and number.value != 0 for number in numbers) > 1
