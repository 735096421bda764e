"""The planned controls of an internal control plan where no table holds them: each is an activity.

A control stands under the heading of its process, after a label: "Kontrollmoment: ...", "Så kontrolleras det: ...".
"""

import re
from collections.abc import Sequence

from extractors.drafts import ActivityDraft, InitiativeDraft, PlanDraft
from models.blocks import Block, Heading, ListItem, Paragraph

_CONTROL = re.compile(
    r"^(?:planerade?\s+)?(?:kontroll(?:en|er)?|kontroll(?:moment|åtgärd|aktivitet|metod|insats)\w*|granskning(?:en)?"
    r"|så\s+(?:kontrolleras|granskas)(?:\s+det)?|vad\s+(?:som\s+)?(?:ska\s+)?kontrolleras?s?)\s*:\s*(\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_BY = re.compile(r"^(?:utförs\s+av|ansvarig|kontrollansvarig|utförare|vem)\s*:\s*([^,;.]+)", re.IGNORECASE)


def read_controls(blocks: Sequence[Block]) -> PlanDraft:
    """The controls in the running text, in its order, each with the process that its heading names."""
    plan = PlanDraft()
    process: InitiativeDraft | None = None
    for block in blocks:
        if isinstance(block, Heading):
            process = InitiativeDraft(block.text, block.places)
        if not isinstance(block, Paragraph | ListItem):
            continue
        control = _CONTROL.match(block.text)
        if control is not None:
            if process is not None and process not in plan.initiatives:
                plan.initiatives.append(process)
            plan.activities.append(ActivityDraft(control.group(1).strip(), block.places, initiative=process))
            continue
        by = _BY.match(block.text)
        if by is not None and plan.activities and plan.activities[-1].responsible is None:
            plan.activities[-1].responsible = by.group(1).strip()
    return plan
