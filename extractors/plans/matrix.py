"""A plan's annex of activities by years: its marks give years to the activities that the running text tells of."""

from rapidfuzz import fuzz

from extractors.drafts import ActivityDraft, GoalDraft, IndicatorDraft, PlanDraft
from extractors.numbers.years import year_heading, year_of_part
from extractors.plans.calendar_columns import is_marked
from extractors.plans.cell_statements import statements_in
from extractors.plans.column_roles import ColumnRole, column_roles
from extractors.plans.heads import head_of
from extractors.plans.restating import SAME_WORDS, Activities
from extractors.plans.section_rows import Section, SectionRow, goals_of, section_rows
from models.blocks import Cell, Table


def matrix_years(table: Table) -> dict[int, int]:
    """Column -> year, where the table is a matrix of years with marks below them; else empty.

    A year may head several columns, of quarters or months, or each of these name its own ("VT24", "HT24").
    """
    years: dict[int, int] = {}
    for cell in table.cells:
        if cell.role != "header" or cell.col == 0:
            continue
        span, of_part = year_heading(cell.text), year_of_part(cell.text)
        year = span[0] if span is not None and span[0] == span[1] else of_part
        if year is not None:
            years |= dict.fromkeys(range(cell.col, cell.col + cell.col_span), year)
    below = [c for c in table.cells if c.col in years and c.role != "header"]
    signed = any(is_marked(c) and not c.painted for c in below)
    painted = any(c.painted for c in below) and not any(c.text.strip() for c in below)
    return years if len(years) >= 2 and (signed or painted) else {}


def goes_on(table: Table, matrix: Table) -> bool:
    """Whether a table is the rest of the matrix before it: no header, as many columns, nothing but marks in them."""
    signs = [c for c in table.cells if c.col > 0 and (c.text.strip() or c.painted)]
    headed = any(c.role == "header" for c in table.cells)
    return not headed and table.n_cols == matrix.n_cols and bool(signs) and all(is_marked(sign) for sign in signs)


def read_matrix(table: Table, index: int, plan: PlanDraft, years: dict[int, int]) -> None:
    """Give the body's activities the years that the matrix marks; a row without counterpart is an activity.

    index: the table's place among the document's, from 1. years: column -> year (matrix_years).
    """
    body = Activities(plan.activities)
    roles = column_roles(table)
    of_acts = next((col for col, role in roles.items() if role == "activity" and col not in years), 0)
    by = next((col for col, role in roles.items() if role == "responsible"), None)
    taken: list[ActivityDraft] = []
    group: str | None = None
    sections, section = section_rows(table), Section()
    for row in range(table.n_rows):
        cells = {c.col: c for c in table.cells if c.row == row and (c.text or c.painted)}
        if not cells or any(c.role == "header" for c in cells.values()):
            continue
        for col in [col for col in roles if col in cells and col not in years and row not in sections]:
            _state_beside(cells[col], roles[col], section, plan)
        marked = [years[col] for col, c in cells.items() if col in years and is_marked(c)]
        if not marked:
            group = next(iter(cells.values())).text
            for heads in sections.get(row, ()):
                section.enter(heads, None)
                _state_goal(heads, section, plan)
            continue
        if of_acts not in cells:
            continue
        activity = body.restated_by(cells[of_acts].text, group, taken)
        if activity is None:
            activity = _activity(cells[of_acts], group, section)
            plan.activities.append(activity)
        if by in cells and activity.responsible is None:
            activity.responsible = cells[by].text
        taken.append(activity)
        activity.years |= {(year, "matrix") for year in marked}
        for year in marked:
            activity.marks.setdefault(year, (index, row))


def _state_beside(cell: Cell, role: ColumnRole, section: Section, plan: PlanDraft) -> None:
    """What stands in a column of goals or of indicators beside the activities is the plan's too."""
    if role == "goal":
        for text in statements_in(cell, "goal"):
            areas = (section.focus_area, section.target_group)
            _add_goal(GoalDraft(text, (cell.place,), "unspecified", section.initiative, *areas, "table"), plan)
    elif role == "indicator":
        measures = statements_in(cell, "indicator")
        plan.indicators.extend(IndicatorDraft(text, (cell.place,), section.initiative, "table") for text in measures)


def _state_goal(row: SectionRow, section: Section, plan: PlanDraft) -> None:
    """A goal that heads rows of the matrix is the plan's."""
    for goal in goals_of(row, section):
        if _add_goal(goal, plan):
            plan.initiatives.extend([] if goal.initiative is None else [goal.initiative])


def _add_goal(goal: GoalDraft, plan: PlanDraft) -> bool:
    """Whether the plan has not stated the goal before: then it does now."""
    if any(fuzz.token_sort_ratio(goal.text, other.text) >= SAME_WORDS for other in plan.goals):
        return False
    plan.goals.append(goal)
    return True


def _activity(label: Cell, group: str | None, section: Section) -> ActivityDraft:
    """group: what the row above calls its rows, a focus area's name where it is no target group's and no goal."""
    activity = ActivityDraft(text=label.text, places=(label.place,), initiative=section.initiative, basis="matrix")
    activity.focus_area, activity.target_group = section.focus_area, section.target_group
    if section.open and section.open[-1].heads != "part":
        return activity
    head = head_of(group) if group is not None else None
    if head is not None and head.kind == "target_group":
        activity.target_group = group
    else:
        activity.focus_area = group
    return activity
