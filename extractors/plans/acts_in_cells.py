"""Tables of acts below a head of such, that sort them by their rows and by their columns: level, age, place, season.

Insatser
               Främjande               Förebyggande
Skola          Ha rastvärdar           Erbjuda samtalsgrupper
Fritid         Öppna hallen på lov     Utbilda ledare i att fråga
"""

from extractors.drafts import ActivityDraft, PlanDraft, TablePlace
from extractors.plans.cell_statements import statements_in
from extractors.plans.column_roles import ColumnRole, column_roles
from extractors.plans.commitments import is_infinitive
from extractors.plans.heads import head_of
from extractors.plans.kinds_model import agreed_kind
from extractors.plans.labels import label_of
from models.blocks import Cell, Table

_FEWEST_COLUMNS, _FEWEST_ACTS = 2, 3
_LABEL_WORDS = 4
"""Words of what sorts a row or a column, at the most."""
_MOST = 0.8
"""Of the texts that begin with what is to be done, where they tell it without the model."""
_SORTING: frozenset[ColumnRole] = frozenset(["unit", "focus_area", "target_group"])


def read_acts_in_cells(table: Table, plan: PlanDraft, place: TablePlace) -> None:
    """Add the acts of all cells to the plan, where most of them are such; nothing where a head tells what they are."""
    sorting = _sorting_cells(table)
    if place.opens != "activity" or not sorting:
        return
    rows = {cell.row: cell.text for cell in sorting if cell.col == 0}
    columns = {cell.col: cell.text for cell in sorting if cell.role == "header"}
    cells = [c for c in table.cells if c.col > 0 and c.role in ("body", "label") and c.text]
    stated = [(cell, text) for cell in cells for text in statements_in(cell, "activity")]
    texts = [text for _, text in stated]
    infinitives = sum(map(is_infinitive, texts))
    if len(texts) < _FEWEST_ACTS or any(label_of(text) or head_of(text) for text in texts):
        return
    if infinitives < _MOST * len(texts) and agreed_kind(texts, _FEWEST_ACTS, listed=True) != "activity":
        return
    part = place.part
    plan.list_once(part)
    for cell, text in stated:
        activity = ActivityDraft(text=text, places=(cell.place,), initiative=part, basis="table")
        activity.focus_area = part.focus_area if part is not None else None
        whom = (sorted_by for sorted_by in (rows.get(cell.row), columns.get(cell.col)) if sorted_by)
        activity.target_group = next(filter(_names_group, whom), part.target_group if part is not None else None)
        activity.heading_years = place.years
        plan.activities.append(activity)


def _sorting_cells(table: Table) -> list[Cell]:
    """The first column's cells and the heads of the others, all short; none where the table is another one."""
    sorting = [c for c in table.cells if c.text and (c.role == "header" or c.col == 0)]
    columns = {c.col for c in sorting if c.role == "header" and c.col > 0}
    if (
        len(columns) < _FEWEST_COLUMNS
        or len(columns) < table.n_cols - 1
        or not set(column_roles(table).values()) <= _SORTING
    ):
        return []
    told = [label_of(cell.text) for cell in sorting]
    if any(c.role in ("total", "subtotal", "note") for c in table.cells) or set(told) - {
        None,
        "target_group",
        "focus_area",
    }:
        return []
    return sorting if all(len(cell.text.split()) <= _LABEL_WORDS for cell in sorting) else []


def _names_group(text: str) -> bool:
    head = head_of(text)
    return head is not None and head.kind == "target_group"
