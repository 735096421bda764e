"""A plan's initiatives, goals, activities and indicators in the document's order, wherever each was found."""

from collections.abc import Sequence

from extractors.drafts import ActivityDraft, GoalDraft, IndicatorDraft, InitiativeDraft, PlanDraft
from models.blocks import Block, Table
from models.place import Place


def in_reading_order(plan: PlanDraft, blocks: Sequence[Block]) -> None:
    """Sort what the plan holds, in place: by the block that it begins in, within a table by the cell.

    What begins in the same block keeps its order. An initiative that a goal, activity or indicator is of is the plan's.
    """
    told: list[GoalDraft | ActivityDraft | IndicatorDraft] = [*plan.goals, *plan.activities, *plan.indicators]
    named = dict.fromkeys(draft.initiative for draft in told if draft.initiative is not None)
    known = set(plan.initiatives)
    plan.initiatives.extend(initiative for initiative in named if initiative not in known)
    order: dict[Place, int] = {}
    for block in blocks:
        places = [cell.place for cell in block.cells] if isinstance(block, Table) else block.places
        for place in places:
            order.setdefault(place, len(order))

    def position(draft: InitiativeDraft | GoalDraft | ActivityDraft | IndicatorDraft) -> int:
        return order.get(draft.places[0], len(order))

    plan.initiatives.sort(key=position)
    plan.goals.sort(key=position)
    plan.activities.sort(key=position)
    plan.indicators.sort(key=position)
