"""What the model of kinds makes of each goal, activity and indicator that the rules found.

The rules go by headings and columns, the model by the words alone. Where it is sure of
another kind the row says so. It takes away only what stands under no heading and is something else by its words.
"""

from extractors.drafts import ActivityDraft, GoalDraft, IndicatorDraft, PlanDraft
from extractors.plans.kinds_model import Reading, read_kinds
from models.rows import TextKind

SURE = 0.95
"""How likely the model must hold another kind for the row to say so; measured in the model's card."""
_OTHERWISE: dict[TextKind, str] = {
    "goal": "orden låter som ett mål / its words sound like a goal",
    "activity": "orden låter som en aktivitet / its words sound like an activity",
    "indicator": "orden låter som en indikator / its words sound like an indicator",
    "cost": "orden låter som en kostnad / its words sound like a cost",
    "background": "orden låter som bakgrund / its words sound like background",
}


def give_second_opinion(plan: PlanDraft) -> None:
    """Fill how likely each row's kind is by its words, and the doubt where they speak for another, in place."""
    drafts: list[tuple[GoalDraft | ActivityDraft | IndicatorDraft, TextKind]] = [
        *((goal, "goal") for goal in plan.goals),
        *((activity, "activity") for activity in plan.activities),
        *((indicator, "indicator") for indicator in plan.indicators),
    ]
    for (draft, kind), reading in zip(drafts, read_kinds([draft.text for draft, _ in drafts]), strict=True):
        draft.confidence = round(reading.likely[kind], 2)
        draft.doubt = _doubt(reading, kind)
    plan.goals = [goal for goal in plan.goals if goal.basis != "text" or goal.headed or goal.doubt is None]


def _doubt(reading: Reading, kind: TextKind) -> str | None:
    """None where the model agrees, or is not sure."""
    other = reading.kind != kind and reading.likely[reading.kind] >= SURE
    return _OTHERWISE[reading.kind] if other else None
