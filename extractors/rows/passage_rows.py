"""The document's running text as rows: all that stands outside tables and answers, in reading order."""

from collections.abc import Iterator, Sequence
from typing import Final

from extractors.drafts import FieldDraft
from extractors.privacy import mask_boxed
from extractors.rows.columns import box
from models.blocks import Block, Heading, ListItem, Note, NoteKind, Paragraph
from models.place import Place
from models.rows import Passage, PassageKind

_NOTES: Final[dict[NoteKind, PassageKind]] = {
    "caption": "caption",
    "footnote": "footnote",
    "contents": "contents",
    "instruction": "instruction",
    "running_head": "running_head",
}
"""Page numbers stand in pages; asides are no text of the document, and signatures are among them."""


def passage_rows(blocks: Sequence[Block], fields: Sequence[FieldDraft], document_id: str) -> Iterator[Passage]:
    """One row for each heading, paragraph, list item and note, in reading order.

    Where an answer is withheld, so are the passages inside the place that its question and it take up.
    """
    private = [(place, field.withheld) for field in fields if field.withheld for place in field.places]
    told = [(block, kind) for block in blocks if (kind := _kind(block)) is not None and block.text]
    for ordinal, (block, kind) in enumerate(told, start=1):
        withheld = next((why for place, why in private if _is_within(block.place, place)), None)
        yield Passage(
            passage_id=f"{document_id}-p{ordinal}",
            document_id=document_id,
            ordinal=ordinal,
            kind=kind,
            level=block.level if isinstance(block, Heading | ListItem) else None,
            marker=(block.marker or None) if isinstance(block, ListItem | Note) else None,
            text=None if withheld else mask_boxed(block.text),
            withheld=withheld,
            **box(block.place),
        )


def _kind(block: Block) -> PassageKind | None:
    if isinstance(block, Heading | Paragraph | ListItem):
        return block.kind
    return _NOTES.get(block.note) if isinstance(block, Note) else None


def _is_within(inner: Place, outer: Place) -> bool:
    """True where the middle of one lies in the other, on the same page."""
    across, down = (inner.x0 + inner.x1) / 2, (inner.top + inner.bottom) / 2
    return inner.page == outer.page and outer.x0 <= across <= outer.x1 and outer.top <= down <= outer.bottom
