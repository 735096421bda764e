"""What a report says was to be reached and has been done, in lists under headings: "Mål", "Genomförda insatser".

A report's prose tells what came of it all, in a plan's own words; so only lists count, and only where goals and
activities both stand in them. What has been done is a report's to state: in a plan such a heading tells of the past.
"""

import re
from collections.abc import Sequence

from extractors.drafts import ActivityDraft, GoalDraft, PlanDraft
from extractors.plans.heads import leading_head
from extractors.plans.skeleton import read_skeleton
from models.blocks import Block, Heading, ListItem, Paragraph
from models.place import Place

_DONE_BEFORE = re.compile(r"^(\d{1,2}(?:\.\d{1,2})*\.?\s+)?(?:genomförda|utförda|gjorda|avslutade)\s+", re.IGNORECASE)
_DONE_BEHIND = re.compile(
    r"\s+som\s+(?:(?:vi\s+)?har\s+)?(?:genomförts|utförts|gjorts|genomfört|gjort)(?=\s*:?$)", re.IGNORECASE
)
_DONE_ALONE = re.compile(
    r"^(?:\d{1,2}(?:\.\d{1,2})*\.?\s+)?(?:vad|detta|det(?:\s+här)?|så(?:\s+här)?)\s+(?:har\s+(?:vi\s+)?gjor(?:t|ts)|gjorde\s+vi)"
    r"(?:\s+(?:i|inom|under)\s+\w+)?\s*[?:]?$",
    re.IGNORECASE,
)


def read_reported(blocks: Sequence[Block]) -> PlanDraft:
    """The goals and activities of a report's lists; an empty draft where either is not there."""
    plan = read_skeleton([_as_planned(block) for block in blocks])
    listed = {block.places for block in blocks if isinstance(block, ListItem)}
    plan.goals = [goal for goal in plan.goals if _is_listed(goal, listed)]
    plan.activities = [activity for activity in plan.activities if _is_listed(activity, listed)]
    if not plan.goals or not plan.activities:
        return PlanDraft()
    owners = {id(goal.initiative) for goal in plan.goals} | {id(activity.initiative) for activity in plan.activities}
    plan.initiatives = [initiative for initiative in plan.initiatives if id(initiative) in owners]
    plan.indicators = [indicator for indicator in plan.indicators if indicator.places in listed]
    return plan


def _is_listed(draft: GoalDraft | ActivityDraft, listed: set[tuple[Place, ...]]) -> bool:
    return draft.basis == "heading" and draft.places in listed


def _as_planned(block: Block) -> Block:
    """A head over what has been done, as it reads over what is planned; any other block as it is."""
    if not isinstance(block, Heading | Paragraph):
        return block
    text = block.text.strip()
    if _DONE_ALONE.match(text):
        return block.model_copy(update={"text": "Aktiviteter"})
    planned = _DONE_BEHIND.sub("", _DONE_BEFORE.sub("", text))
    if planned == text:
        return block
    head = leading_head(planned)
    return block.model_copy(update={"text": planned}) if head is not None and head.kind == "activity" else block
