"""A document made ready for its template: parts, columns, tables measured, the list of contents."""

import re
from typing import Any, Final, TypeAlias

from corpus.generator.looks.html.columns import in_columns, sections
from corpus.generator.looks.html.dress import Dress
from corpus.generator.looks.html.tables import lay_out
from corpus.generator.plain import Plain

Blocks: TypeAlias = list[dict[str, Any]]

POINTS_PER_MM: Final = 72 / 25.4
BOX_PADDING: Final = 26.0
"""What a frame takes from the width of what is in it, in points, at both sides together."""
COLUMN_GAP: Final = 18.0
YEAR: Final = re.compile(r"20\d\d")


def split_parts(blocks: Blocks) -> list[Blocks]:
    """The blocks of each document of a packet: page numbers and notes begin anew in each."""
    parts: list[Blocks] = [[]]
    for block in blocks:
        if block["type"] == "page_break" and block["restart"]:
            parts.append([])
        else:
            parts[-1].append(block)
    return [part for part in parts if part] or [[]]


def compose(document: Plain, blocks: Blocks, dress: Dress) -> Plain:
    """What the template document.html.j2 prints: the document's own facts, and sections of blocks."""
    headings: Blocks = []
    marks = in_columns(blocks, dress, _column_width(dress))
    ready = _prepared(blocks, dress, text_width(dress), headings, marks)
    for block in ready:
        if block["type"] == "contents":
            block["entries"] = [each for each in headings if each["level"] <= dress["contents_levels"]]
    letterhead = next((block for block in blocks if block["type"] == "letterhead"), None)
    years = YEAR.findall(document["running_head"] + document["title"])
    return {
        "title": document["title"],
        "running_head": document["running_head"],
        "running_foot": document["running_foot"] or _address(letterhead),
        "page_number": dress["number_pattern"] or document["page_number"],
        "year_after": int(years[0]) + 1 if years else 2025,
        "sections": sections(ready),
    }


def text_width(dress: Dress, *, lying: bool = False) -> float:
    """The width between the margins, in points; lying for the pages of a landscape block."""
    _, right, _, left = dress["margins"]
    across = max(dress["page"]) if lying else dress["page"][0]
    return float(across - right - left) * POINTS_PER_MM


def _prepared(blocks: Blocks, dress: Dress, room: float, headings: Blocks, marks: list[bool]) -> Blocks:
    """The blocks with what their templates need; marks say of each whether it stands in a column."""
    ready: Blocks = []
    for block, column in zip(blocks, marks, strict=True):
        more: Plain = {"column": column}
        match block["type"]:
            case "heading":
                more["id"] = f"h{len(headings) + 1}"
                headings.append(block | more)
            case "table":
                more |= lay_out(block, dress, _column_width(dress) if column else room)
            case "boxed" | "landscape" as kind:
                inner = room - BOX_PADDING if kind == "boxed" else text_width(dress, lying=True)
                inside = block["blocks"]
                more["blocks"] = _prepared(inside, dress, inner, headings, [False] * len(inside))
        ready.append(block | more)
    return ready


def _column_width(dress: Dress) -> float:
    return (text_width(dress) - COLUMN_GAP) / 2


def _address(letterhead: Plain | None) -> str:
    """An address foot where the document gives none: the issuer's, as far as the letterhead tells it."""
    if letterhead is None or not letterhead["issuer"]:
        return ""
    site = letterhead["issuer"].casefold().translate(str.maketrans("åäöé ", "aaoe-"))
    return f"{letterhead['issuer']} · www.{site}.example"
