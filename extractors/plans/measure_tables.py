"""Tables that list a plan's indicators beside their figures alone: "Indikator | Utfall 2025 | Mål 2026"."""

from extractors.drafts import IndicatorDraft, InitiativeDraft, PlanDraft
from extractors.plans.cell_statements import statements_in
from extractors.plans.column_roles import column_roles, holds_figures, is_plan_table
from extractors.plans.kinds_model import read_kinds
from models.blocks import Table

_STATED = frozenset({"goal", "activity", "goal_and_activity"})


def read_measures(table: Table, plan: PlanDraft, above: InitiativeDraft | None) -> None:
    """Add the indicators of the part that the table stands in to the plan; none where it holds something else.

    Half of what stands below their head, or more, are measures to the model too, and a column of figures stands beside.
    """
    roles = column_roles(table)
    measured = [col for col, role in roles.items() if role == "indicator"]
    if len(measured) != 1 or is_plan_table(roles) or _STATED & set(roles.values()):
        return
    if not any(holds_figures(table, col) for col in range(table.n_cols) if col not in roles):
        return
    cells = [c for c in table.cells if c.col == measured[0] and c.text and c.role in ("body", "label")]
    readings = read_kinds([cell.text for cell in cells])
    if not cells or 2 * sum(reading.kind == "indicator" for reading in readings) < len(cells):
        return
    if above is not None and above not in plan.initiatives:
        plan.initiatives.append(above)
    for cell in cells:
        texts = statements_in(cell, "indicator")
        plan.indicators.extend(IndicatorDraft(text, (cell.place,), above, "table") for text in texts)
