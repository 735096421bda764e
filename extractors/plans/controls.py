"""The planned controls of an internal control plan where no table holds them: each is an activity.

A control stands under the heading of its process, after a label ("Kontrollmoment: ...", "Så kontrolleras det: ..."),
or in a list under a heading of controls, followed by when it is done and by whom.
"""

import re
from collections.abc import Sequence

from extractors.drafts import ActivityDraft, InitiativeDraft, PlanDraft
from models.blocks import Block, Heading, ListItem, Note, Paragraph, Table

_CONTROL = re.compile(
    r"^(?:planerade?\s+)?(?:kontroll(?:en|er)?|kontroll(?:moment|åtgärd|aktivitet|metod|insats)\w*|granskning(?:en)?"
    r"|så\s+(?:kontrolleras|granskas)(?:\s+det)?|vad\s+(?:som\s+)?(?:ska\s+)?kontrolleras?s?)\s*:\s*(\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_BY = re.compile(r"^(?:utförs\s+av|ansvarig|kontrollansvarig|utförare|vem)\s*:\s*([^,;.]+)", re.IGNORECASE)
_LIST_HEAD = re.compile(
    r"^(?:\d+\.?\s+)?(?:(?:planerade\s+)?kontroller|kontrollplan|följande\s+kontroller\b.*"
    r"|(?:(?:beslutade|direkta|planerade|förebyggande|riskreducerande)\s+)?åtgärder(?:\s+(?:som\s+\S.*|att\s+\S.*))?"
    r"|.{0,80}\bföljande\s+(?:\w+\s+)?(?:ska(?:ll)?\s+)?(?:göras?|genomföras?|görs|genomförs|vidtas|åtgärder)\b.*)(?:\s+(?:under\s+)?20\d\d)?[:.]?$",
    re.IGNORECASE,
)
"""Over what a control plan lists to be done: controls, and what is done at once against a risk."""
_WHEN_AND_BY = re.compile(
    r"(?:(?<=[.!?])\s+[^.]{3,40}\.)?\s+(?:utförs\s+av|(?:kontroll)?ansvarig)\s*:\s*([^;.]+)\.?$", re.IGNORECASE
)
_WHEN = re.compile(r"(?<=\.)\s+(?:\w+\s?){1,4}\.$")
"""A last sentence of a few words ("Varje tertial."): when the control is done."""


def read_controls(blocks: Sequence[Block]) -> PlanDraft:
    """The controls in the running text, in its order, each with the process that its heading names."""
    plan = PlanDraft()
    process: InitiativeDraft | None = None
    listed = False
    for block in blocks:
        if isinstance(block, Heading):
            process = InitiativeDraft(block.text, block.places)
        if not isinstance(block, ListItem | Note | Table):
            leads_in = block.text.endswith(":") or _BY.match(block.text) is not None
            listed = _LIST_HEAD.match(block.text) is not None or (listed and leads_in)
        if not isinstance(block, Paragraph | ListItem):
            continue
        control = _CONTROL.match(block.text)
        by = _BY.match(block.text)
        if control is not None:
            plan.list_once(process)
            plan.activities.append(ActivityDraft(control.group(1).strip(), block.places, initiative=process))
        elif by is not None:
            if plan.activities and plan.activities[-1].responsible is None:
                plan.activities[-1].responsible = by.group(1).strip()
        elif listed and isinstance(block, ListItem):
            plan.activities.append(_listed(block))
    return plan


def _listed(block: ListItem) -> ActivityDraft:
    """A control as one list item: what is done, at times when, at times by whom."""
    tail = _WHEN_AND_BY.search(block.text)
    if tail is not None and tail.start() > 0:
        return ActivityDraft(block.text[: tail.start()].strip(), block.places, responsible=tail.group(1).strip())
    return ActivityDraft(_WHEN.sub("", block.text), block.places)
