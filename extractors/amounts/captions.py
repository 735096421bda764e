"""What a table is called, and the year that its sums are for: its title, or the short text right above it."""

import itertools
from collections.abc import Mapping, Sequence

from extractors.plans.tables import year_in
from models.blocks import Block, Heading, ListItem, Note, Table

_LONGEST = 90
"""Letters of a caption; a longer text above a table is running text."""
_NEAR = 22.0
"""Points of white between a caption and its table, at most."""


def captions_of(blocks: Sequence[Block]) -> list[str]:
    """One text for each table, in order; empty where neither a title nor a caption names it."""
    flow = [b for b in blocks if not isinstance(b, Note) or b.note == "caption"]
    found = {id(b): b.text for b in flow if isinstance(b, Table)}
    for above, block in itertools.pairwise(flow):
        if isinstance(block, Table) and not _is_caption(block.text) and not isinstance(above, Table | ListItem):
            place, own = above.places[-1], block.place
            near = place.page == own.page and 0 <= own.top - place.bottom < _NEAR
            found[id(block)] = above.text if near and _is_caption(above.text) else ""
    return [found[id(b)] if _is_caption(found[id(b)]) else "" for b in flow if isinstance(b, Table)]


def _is_caption(text: str) -> bool:
    return 0 < len(text) < _LONGEST and text[-1] not in ".,;"


def years_of(
    blocks: Sequence[Block], captions: Sequence[str], year: int | None, framed: Mapping[int, int]
) -> list[int | None]:
    """The year of each table's sums: its caption's, the document's, its chapter's, else that of the sums beside it.

    framed: id of a block -> that year (framed_years).
    """
    years: list[int | None] = []
    chapter: str = ""
    tables = iter(captions)
    for block in blocks:
        if isinstance(block, Heading):
            chapter = block.text
        elif isinstance(block, Table):
            years.append(year_in(next(tables)) or year or year_in(chapter) or framed.get(id(block)))
    return years
