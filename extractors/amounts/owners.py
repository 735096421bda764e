"""Whose a sum in the running text is: the initiative and the activity that the text around it belongs to.

And whether it stands under a head of costs, however that is worded: "Kostnad", "Ekonomi", "Så finansieras det".
"""

from extractors.drafts import ActivityDraft, InitiativeDraft, PlanDraft
from extractors.plans.heads import head_of, leading_head
from models.blocks import Block, Heading, Note, Paragraph


class Owners:
    """Passes a document's blocks in their order and knows at each which initiative and activity it belongs to."""

    def __init__(self, plan: PlanDraft) -> None:
        self.initiative: InitiativeDraft | None = None
        self.activity: ActivityDraft | None = None
        self.under_costs = False
        self._level = 0
        self._numbered: ActivityDraft | None = None
        self._initiatives = {initiative.places[0]: initiative for initiative in plan.initiatives}
        self._activities = {activity.places[0]: activity for activity in plan.activities}

    def pass_by(self, block: Block) -> None:
        """An initiative goes on below its heads and its sub-headings; what is said below a numbered activity is its."""
        if isinstance(block, Note):
            return
        head = head_of(block.text) if isinstance(block, Heading | Paragraph) else None
        if isinstance(block, Heading) or head is not None:
            self.under_costs = head is not None and head.kind == "cost"
        if isinstance(block, Heading):
            self._pass_heading(block)
        activity = self._activities.get(block.place)
        if activity is not None and activity.number is not None:
            self._numbered = activity
        self.activity = activity or self._numbered
        if activity is not None and activity.initiative is not None:
            self.initiative = activity.initiative

    def _pass_heading(self, heading: Heading) -> None:
        initiative = self._initiatives.get(heading.place)
        head = leading_head(heading.text)
        if initiative is not None:
            self.initiative, self._level = initiative, heading.level
        elif heading.level <= self._level and (head is None or head.kind in ("focus_area", "target_group")):
            self.initiative = None
        if head is None or head.kind != "cost":
            self._numbered = None
