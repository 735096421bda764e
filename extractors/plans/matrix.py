"""A plan's annex of activities by years: its marks give years to the activities that the running text tells of."""

import re

from rapidfuzz import fuzz

from extractors.drafts import ActivityDraft, PlanDraft
from extractors.numbers.years import find_years, year_heading
from extractors.plans.tables import SAME_ACTIVITY
from models.blocks import Table

_MARK = re.compile(r"^[xX×✓✔●■]$")
_LONGEST_YEAR_PHRASE = 45
"""Letters that a year phrase at an activity's end has, at most."""


def matrix_years(table: Table) -> dict[int, int]:
    """Column -> year, where the table is a matrix of years with marks below them; else empty."""
    years: dict[int, int] = {}
    for cell in table.cells:
        span = year_heading(cell.text) if cell.role == "header" and cell.col > 0 else None
        if span is not None and span[0] == span[1]:
            years[cell.col] = span[0]
    marks = [c for c in table.cells if c.col in years and c.role != "header" and _MARK.match(c.text.strip())]
    return years if len(years) >= 2 and marks else {}


def read_matrix(table: Table, plan: PlanDraft) -> None:
    """Give the body's activities the years that the matrix marks; a row without counterpart is an activity."""
    years = matrix_years(table)
    body = list(plan.activities)
    taken: list[ActivityDraft] = []
    group: str | None = None
    for row in range(table.n_rows):
        cells = {c.col: c for c in table.cells if c.row == row}
        label = cells.get(0)
        if label is None or not label.text or label.role == "header":
            continue
        marked = [years[col] for col, c in cells.items() if col in years and _MARK.match(c.text.strip())]
        if not marked:
            group = label.text
            continue
        activity = _restated(label.text, body, group, taken)
        if activity is None:
            activity = ActivityDraft(text=label.text, places=(label.place,), target_group=group)
            plan.activities.append(activity)
        taken.append(activity)
        for year in marked:
            activity.years.setdefault(year, "matrix")


def _restated(
    text: str, activities: list[ActivityDraft], group: str | None, taken: list[ActivityDraft]
) -> ActivityDraft | None:
    """The body's activity that a matrix row restates; None where it restates none.

    Where several are worded alike, the one that no row has restated goes first, then the one whose focus area
    or initiative the rows are grouped by.
    """
    scored = [(_likeness(text, a.text), a) for a in activities]
    alike = [(score, a) for score, a in scored if score >= SAME_ACTIVITY]
    if not alike:
        return None
    best = max(score for score, _ in alike)
    closest = [a for score, a in alike if score == best]
    return min(closest, key=lambda a: (a in taken, not _stands_under(a, group)))


def _likeness(label: str, activity: str) -> float:
    """0 to 100. A matrix leaves out the words that give the year, for its marks say it: they count as alike."""
    begin = label.rstrip(" .").casefold()
    rest = activity[len(begin) :]
    if activity.casefold().startswith(begin) and len(rest) <= _LONGEST_YEAR_PHRASE and find_years(rest):
        return 100.0
    return fuzz.token_sort_ratio(label, activity)


def _stands_under(activity: ActivityDraft, group: str | None) -> bool:
    above = (activity.focus_area, activity.initiative.title if activity.initiative else None)
    return group is not None and any(group in name for name in above if name is not None)
