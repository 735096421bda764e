"""What prose tells of goals and acts where headings tell them too: background to these, and no statement of its own."""

from collections.abc import Iterable

from extractors.drafts import ActivityDraft, GoalDraft, InitiativeDraft, PlanDraft


def without_background(plan: PlanDraft) -> None:
    """Take away, in place, what only prose tells in an initiative whose headings tell things of the same kind."""
    goals, activities = _headed(plan.goals), _headed(plan.activities)
    plan.goals = [goal for goal in plan.goals if not _in_prose(goal) or goal.initiative not in goals]
    plan.activities = [act for act in plan.activities if not _in_prose(act) or act.initiative not in activities]


def _in_prose(draft: GoalDraft | ActivityDraft) -> bool:
    return draft.basis == "text" and not draft.headed


def _headed(drafts: Iterable[GoalDraft | ActivityDraft]) -> set[InitiativeDraft | None]:
    """The initiatives that have such things under a heading or in a table; what belongs to none is told by itself."""
    return {draft.initiative for draft in drafts if not _in_prose(draft) and draft.initiative is not None}
