"""A paragraph that holds several heads with their texts, cut at each: "Delmål. Alla får svar. Åtgärd. Öppna en jour."

Heads that run in are set in bold at the beginning of a line; where the lines stand close they are one paragraph.
"""

import re

from extractors.plans.heads import run_in_head
from extractors.plans.labels import labelled
from models.blocks import Paragraph

_CUT = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ][^:.?!]{2,44}[:.?]\s)")


def pieces_of(block: Paragraph) -> list[Paragraph]:
    """The paragraph itself, or one for each head in it, with its text; every one stands in the whole's place."""
    starts = [m.end() for m in _CUT.finditer(block.text) if _has_head(block.text[m.end() :])]
    if not starts or not _has_head(block.text):
        return [block]
    ends = [*starts, len(block.text)]
    return [
        block.model_copy(update={"text": block.text[start:end].strip()})
        for start, end in zip([0, *starts], ends, strict=True)
    ]


def _has_head(text: str) -> bool:
    return run_in_head(text) is not None or labelled(text) is not None
