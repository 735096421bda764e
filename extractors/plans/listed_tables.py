"""Tables without heads of their own right below a head: "Åtgärder" over rows of what is done, and by whom.

Åtgärder
Öppna en jour på helgerna        Socialnämnden
Utbilda personal i skolan        Utbildningsnämnden   2026
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from extractors.drafts import ActivityDraft, GoalDraft, IndicatorDraft, PlanDraft, TablePlace
from extractors.numbers.years import span_of_years
from extractors.plans.cell_statements import statements_in
from extractors.plans.column_roles import column_roles
from models.blocks import Cell, Table

_FEWEST_ROWS = 2
_MOST_COLUMNS = 4
_STATED_WORDS = 3
"""Words that what is stated has in the middle; what stands beside it has fewer."""
_MOST = 2 / 3
_ACTOR = re.compile(
    r"nämnd|styrelse|utskott|förvaltning|avdelning|enhet|verksamhet|chef|samordnare|strateg|ledare|grupp|råd\b|region|kommun"
    r"|elevhälsa|skola|socialtjänst|psykiatri|vårdcentral|mottagning|förening",
    re.IGNORECASE,
)
"""Words for who does something: bodies, units, functions."""


def read_listed(table: Table, plan: PlanDraft, place: TablePlace) -> None:
    """Add what the rows state to the plan, as what the head above the table opens; nothing where they have heads."""
    if place.opens is None or not table.n_rows >= _FEWEST_ROWS or table.n_cols > _MOST_COLUMNS:
        return
    if column_roles(table) or not _is_headless(table):
        return
    columns = [[c for c in table.cells if c.col == col and c.text] for col in range(table.n_cols)]
    stating = max(range(table.n_cols), key=lambda col: _middle_words(columns[col]))
    if _middle_words(columns[stating]) < _STATED_WORDS:
        return
    part = place.part
    plan.list_once(part)
    areas = (part.focus_area, part.target_group) if part is not None else (None, None)
    beside = [cells for col, cells in enumerate(columns) if col != stating]
    responsible = next((cells for cells in beside if _most(_ACTOR.search(c.text) for c in cells)), [])
    times = next((cells for cells in beside if _most(span_of_years(c.text) for c in cells)), [])
    for cell in columns[stating]:
        if cell.role == "header" and len(cell.text.split()) < _STATED_WORDS:
            continue  # a head after all, in the type of the rest
        for text in statements_in(cell, place.opens):
            if place.opens == "goal":
                plan.goals.append(GoalDraft(text, (cell.place,), place.horizon, part, *areas, "table"))
            elif place.opens == "indicator":
                plan.indicators.append(IndicatorDraft(text, (cell.place,), part, "table"))
            else:
                activity = ActivityDraft(text=text, places=(cell.place,), initiative=part, basis="table")
                activity.focus_area, activity.target_group = areas
                activity.responsible = _in_row(responsible, cell.row)
                activity.heading_years = span_of_years(_in_row(times, cell.row) or "") or place.years
                plan.activities.append(activity)


def _is_headless(table: Table) -> bool:
    """True where no row is a total and the first one looks as those below it do."""
    if any(cell.role in ("total", "subtotal", "note") for cell in table.cells):
        return False
    for first in (c for c in table.cells if c.row == 0 and c.text):
        looks = Counter(c.look for c in table.cells if c.col == first.col and c.row > 0 and c.text)
        if looks and looks.most_common(1)[0][0] != first.look:
            return False
    return True


def _middle_words(cells: Sequence[Cell]) -> int:
    counts = sorted(len(cell.text.split()) for cell in cells)
    return counts[len(counts) // 2] if counts else 0


def _most(signs: Iterable[object]) -> bool:
    told = list(signs)
    return bool(told) and sum(map(bool, told)) >= _MOST * len(told)


def _in_row(cells: Sequence[Cell], row: int) -> str | None:
    return next((cell.text for cell in cells if cell.row == row), None)
