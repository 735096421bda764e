"""Tables that list a plan's indicators beside their figures, or how they are measured: "Indikator | Källa | Mäts"."""

import re
from typing import Final

from extractors.drafts import IndicatorDraft, InitiativeDraft, PlanDraft
from extractors.plans.cell_statements import statements_in
from extractors.plans.column_roles import column_roles, holds_figures, is_plan_table
from extractors.plans.kinds_model import read_kinds
from models.blocks import Table

_HOW_MEASURED: Final = re.compile(
    r"^(?:(?:data)?(?:källa|underlag)\b|(?:så |hur )?(?:det )?mät(?:s|metod|ning|period|tillfälle|frekvens)"
    r"|frekvens|hur ofta\b|baslinje|(?:start|mål|utgångs|nu|nuläges)värde)",
    re.IGNORECASE,
)
"""Heads of columns that tell where an indicator is had from, and how often."""
_STATED = frozenset({"goal", "activity", "goal_and_activity"})


def read_measures(table: Table, plan: PlanDraft, above: InitiativeDraft | None) -> None:
    """Add the indicators of the part that the table stands in to the plan; none where it holds something else.

    Half of what stands below their head, or more, are measures to the model too, and a column of figures stands beside,
    or one that tells how they are measured.
    """
    roles = column_roles(table)
    how = {cell.col for cell in table.cells if cell.role == "header" and _HOW_MEASURED.match(cell.text.strip())}
    measured = [col for col, role in roles.items() if role == "indicator" and col not in how]
    if len(measured) != 1 or is_plan_table(roles) or _STATED & set(roles.values()):
        return
    if not (how or any(holds_figures(table, col) for col in range(table.n_cols) if col not in roles)):
        return
    cells = [c for c in table.cells if c.col == measured[0] and c.text and c.role in ("body", "label")]
    readings = read_kinds([cell.text for cell in cells])
    if not cells or 2 * sum(reading.kind == "indicator" for reading in readings) < len(cells):
        return
    plan.list_once(above)
    for cell in cells:
        texts = statements_in(cell, "indicator")
        plan.indicators.extend(IndicatorDraft(text, (cell.place,), above, "table") for text in texts)
