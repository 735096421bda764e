"""A plan's annex of activities by years: its marks give years to the activities that the running text tells of."""

from extractors.drafts import ActivityDraft, PlanDraft
from extractors.numbers.years import year_heading
from extractors.plans.heads import head_of
from extractors.plans.restating import Activities
from models.blocks import Table
from models.tick_signs import is_mark


def matrix_years(table: Table) -> dict[int, int]:
    """Column -> year, where the table is a matrix of years with marks below them; else empty."""
    years: dict[int, int] = {}
    for cell in table.cells:
        span = year_heading(cell.text) if cell.role == "header" and cell.col > 0 else None
        if span is not None and span[0] == span[1]:
            years[cell.col] = span[0]
    marks = [c for c in table.cells if c.col in years and c.role != "header" and is_mark(c.text.strip())]
    return years if len(years) >= 2 and marks else {}


def goes_on(table: Table, matrix: Table) -> bool:
    """Whether a table is the rest of the matrix before it: no header, as many columns, nothing but marks in them."""
    signs = [c.text.strip() for c in table.cells if c.col > 0 and c.text.strip()]
    headed = any(c.role == "header" for c in table.cells)
    return not headed and table.n_cols == matrix.n_cols and bool(signs) and all(is_mark(sign) for sign in signs)


def read_matrix(table: Table, index: int, plan: PlanDraft, years: dict[int, int]) -> None:
    """Give the body's activities the years that the matrix marks; a row without counterpart is an activity.

    index: the table's place among the document's, from 1. years: column -> year (matrix_years).
    """
    body = Activities(plan.activities)
    taken: list[ActivityDraft] = []
    group: str | None = None
    for row in range(table.n_rows):
        cells = {c.col: c for c in table.cells if c.row == row}
        label = cells.get(0)
        if label is None or not label.text or label.role == "header":
            continue
        marked = [years[col] for col, c in cells.items() if col in years and is_mark(c.text.strip())]
        if not marked:
            group = label.text
            continue
        activity = body.restated_by(label.text, group, taken)
        if activity is None:
            activity = ActivityDraft(text=label.text, places=(label.place,), basis="matrix")
            head = head_of(group) if group is not None else None
            if head is not None and head.kind == "target_group":
                activity.target_group = group
            else:
                activity.focus_area = group
            plan.activities.append(activity)
        taken.append(activity)
        activity.years |= {(year, "matrix") for year in marked}
        for year in marked:
            activity.marks.setdefault(year, (index, row))
