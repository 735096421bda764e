"""What the heads of a plan's table say of all its rows: how far off its goals are, when and by whom rows are done."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from extractors.numbers.years import find_years
from extractors.plans.calendar_columns import actors_by_marks, calendar_columns, is_marked, tells_part_of_year
from extractors.plans.column_roles import ColumnRole, years_of_columns, years_of_costs
from extractors.plans.heads import head_of
from models.blocks import Table
from models.rows import Horizon

_LAST_DAY = re.compile(r"^(?:klara?t?|färdigt?|senast|slut|avslut|deadline)", re.IGNORECASE)


class HeadsOfRows(NamedTuple):
    """What the headers say of all rows."""

    horizons: dict[int, Horizon] | None
    """Of the columns of goals; None where the class states no goals of its own."""
    years: dict[int, tuple[int, int] | None]
    """Of the columns of activities that years, or parts of a year, head."""
    cost_years: dict[int, int]
    """Of the columns of costs that years head."""
    times: tuple[int, ...]
    """Columns of when the rows are done, but those of a last day."""
    calendar: dict[int, int | None]
    """The year, where it is told, of the columns that parts of a year head."""
    actors: dict[int, str]
    """Who takes part in the rows that these columns mark."""
    marked: frozenset[tuple[int, int]]
    """Row and column of what is ticked or painted, or below a part of a year said in a word or two: "Start"."""


def heads_of_rows(table: Table, roles: Mapping[int, ColumnRole], *, goals: bool) -> HeadsOfRows:
    """goals: the document's class states goals of its own."""
    horizons = {col: _horizon_of(table, col) for col, role in roles.items() if role == "goal"}
    last_days = {c.col for c in table.cells if c.role == "header" and _LAST_DAY.match(c.text)}
    calendar = calendar_columns(table)
    return HeadsOfRows(
        horizons if goals else None,
        years_of_columns(table),
        years_of_costs(table),
        tuple(col for col, role in roles.items() if role == "years" and col not in last_days),
        calendar,
        actors_by_marks(table),
        frozenset((c.row, c.col) for c in table.cells if is_marked(c) or (c.text and c.col in calendar)),
    )


def _horizon_of(table: Table, col: int) -> Horizon:
    """The horizon that a column of goals has by its header."""
    headers = (c.text for c in table.cells if c.role == "header" and c.col == col)
    said = (head for text in headers if (head := head_of(text)) is not None)
    return next((head.horizon for head in said if head.kind == "goal"), "unspecified")


def taking_part(row: int, heads: HeadsOfRows) -> str | None:
    """Those whom a row marks, by the heads of their columns; None where it marks nobody."""
    return ", ".join(name for col, name in heads.actors.items() if (row, col) in heads.marked) or None


def is_in_plan_year(row: int, col: int, when: str, heads: HeadsOfRows) -> bool:
    """Whether months or the like, and no year, say when an activity is done: by its column, its row's marks or words.

    when: what the row says of when.
    """
    marked = any(year is None and (row, at) in heads.marked for at, year in heads.calendar.items())
    headed = col in heads.years and heads.years[col] is None
    return marked or headed or (tells_part_of_year(when) and not find_years(when))
