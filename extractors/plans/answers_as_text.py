"""A plan's labels with what each says beside it, set as a form's answers are: heads and their texts.

**Vi vill uppnå:**  Alla får svar
**Vi ska:**         Öppna en jour
                    Utbilda chefer
"""

from collections.abc import Sequence
from typing import cast

from extractors.drafts import Stated
from extractors.plans.cell_statements import statements_in
from extractors.plans.heads import Head, head_of
from models.blocks import Answer, Block, Heading, Paragraph, as_heading, as_paragraph

_KINDS = frozenset({"goal", "activity", "indicator"})
_FEWEST_KINDS = 2
"""Labels of so many kinds, of goals and of acts, say, tell of a plan's skeleton; one alone may label anything."""


def with_answers_as_text(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; where labels are a plan's heads, each as a heading below all others, over its value as texts."""
    heads = [head_of(block.label) if isinstance(block, Answer) else None for block in blocks]
    if len({head.kind for head in heads if head is not None and head.kind in _KINDS}) < _FEWEST_KINDS:
        return list(blocks)
    level = 1 + max((block.level for block in blocks if isinstance(block, Heading)), default=0)
    told: list[Block] = []
    for block, head in zip(blocks, heads, strict=True):
        told.extend(_as_text(block, head, level) if isinstance(block, Answer) else [block])
    return told


def _as_text(answer: Answer, head: Head | None, level: int) -> list[Heading | Paragraph]:
    texts: tuple[str, ...] = (answer.value,) if answer.value else ()
    if answer.said is not None and head is not None and head.kind in _KINDS:
        texts = statements_in(answer.said, cast("Stated", head.kind))
    label = as_heading(answer, level).model_copy(update={"text": answer.label})
    return [label, *(as_paragraph(answer).model_copy(update={"text": text}) for text in texts)]
