"""Headings that name their part as well as what stands below: "Nära: mål", "Nära: det här gör vi", "Tidigt: mål"."""

import re
from collections.abc import Sequence

from extractors.plans.heads import head_of
from models.blocks import Block, Heading

_SEVERAL = 2
"""Headings so built: one alone may be a title that says what the document holds."""
_NAMED = re.compile(r"^(?P<name>[^:–]{2,60}?)(?:\s*:\s+|\s+[–-]\s+)(?P<head>\S.{2,40})$")
_SECTIONS = frozenset({"goal", "activity", "indicator", "cost"})
_PARTS = frozenset({None, "focus_area", "target_group"})


def with_sections_named(flow: Sequence[Block]) -> list[Block]:
    """The flow with the part's name as a heading, once, and each of its heads as a heading of its own a level below."""
    named = {at: name_and_head for at, block in enumerate(flow) if (name_and_head := _name_and_head(block)) is not None}
    if len(named) < _SEVERAL:
        return list(flow)
    found: list[Block] = []
    part, part_level = "", 0
    for at, block in enumerate(flow):
        if not isinstance(block, Heading):
            found.append(block)
            continue
        level = 2 * block.level
        name, head = named.get(at, ("", block.text))
        if name and name.casefold() != part:
            found.append(block.model_copy(update={"text": name, "level": level}))
        if name or block.level <= part_level:
            part, part_level = name.casefold(), block.level
        found.append(block.model_copy(update={"text": head, "level": level + bool(name)}))
    return found


def _name_and_head(block: Block) -> tuple[str, str] | None:
    match = _NAMED.match(block.text.strip()) if isinstance(block, Heading) else None
    if match is None:
        return None
    part, section = head_of(match["name"]), head_of(match["head"])
    is_part = (part.kind if part is not None else None) in _PARTS
    is_section = section is not None and section.kind in _SECTIONS and not section.text
    return (match["name"], match["head"]) if is_part and is_section else None
