"""Headings of a plan that ask what its own text then tells ("Vad kostar det?"): no questions of a form."""

from collections.abc import Iterable, Sequence

from extractors.drafts import FieldDraft
from models.blocks import Block, Heading


def without_rhetorical(fields: Iterable[FieldDraft], blocks: Sequence[Block]) -> list[FieldDraft]:
    """The fields of a plan, without those whose label is one of its headings."""
    heads = {block.text.strip().rstrip("?").casefold() for block in blocks if isinstance(block, Heading)}
    return [field for field in fields if field.label.strip().rstrip("?").casefold() not in heads]
