"""Which blocks of a document stand in two columns.

WeasyPrint balances columns by laying them out again and again, a pixel higher each time where blocks may not be
parted. So what is too short to be parted, a heading that heads nothing there and a table that comes first keep the
whole width, as they would in print.
"""

from itertools import pairwise
from typing import Any, Final

from corpus.generator.looks.html.dress import Dress
from corpus.generator.looks.html.tables import least_width
from corpus.generator.plain import Plain

RUNNING: Final = {"paragraph", "run_in", "bullets"}
ROWS: Final = 14
"""A table of more rows than this keeps the whole width."""
SHORT: Final = 700
"""Letters: less running text than this is not set in columns."""


def in_columns(blocks: list[Plain], dress: Dress, column_width: float) -> list[bool]:
    """For each block whether it stands in a column; column_width is in points."""
    if not dress["columns"]:
        return [False] * len(blocks)
    marks: list[bool] = []
    for block in blocks:
        after_text = bool(marks) and marks[-1]
        marks.append(_may(block, dress) or (after_text and _fits(block, dress, column_width)))
    for n in reversed(range(len(blocks))):
        if blocks[n]["type"] == "heading" and not any(marks[n + 1 : n + 2]):
            marks[n] = False
    for start, end in _runs(marks):
        if sum(_letters(block) for block in blocks[start:end]) < SHORT:
            marks[start:end] = [False] * (end - start)
    return marks


def sections(blocks: list[Plain]) -> list[Plain]:
    """Blocks (each with column) that stand in columns and those that do not, in turn.

    In columns a heading is in one block, "kept", with what follows it.
    """
    made: list[Plain] = []
    for block in blocks:
        if not made or made[-1]["columns"] != block["column"]:
            made.append({"columns": block["column"], "blocks": []})
        inside = made[-1]["blocks"]
        if inside and inside[-1]["type"] == "kept" and inside[-1]["blocks"][-1]["type"] == "heading":
            inside[-1]["blocks"].append(block)
        elif block["column"] and block["type"] in {"heading", "table"}:
            inside.append({"type": "kept", "blocks": [block]})
        else:
            inside.append(block)
    return made


def _may(block: Plain, dress: Dress) -> bool:
    if not dress["notes_in_columns"] and _has_note(block):
        return False
    return block["type"] in RUNNING or (block["type"] == "heading" and block["level"] > dress["spanning_level"])


def _fits(block: Plain, dress: Dress, column_width: float) -> bool:
    if block["type"] != "table" or not dress["table_in_column"] or len(block["rows"]) > ROWS:
        return False
    return least_width(block, dress) <= column_width


def _runs(marks: list[bool]) -> list[tuple[int, int]]:
    """The stretches of True: (first, one past the last)."""
    edges = [n for n, (before, after) in enumerate(pairwise([False, *marks, False])) if before != after]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _has_note(value: Any) -> bool:
    match value:
        case {"t": "note"}:
            return True
        case dict():
            return any(_has_note(each) for each in value.values())
        case list():
            return any(_has_note(each) for each in value)
        case _:
            return False


def _letters(value: Any) -> int:
    """How many letters there are in a block of running text; a table has none."""
    match value:
        case {"t": "note"} | {"type": "table"}:
            return 0
        case {"s": str(words)}:
            return len(words)
        case dict():
            return sum(_letters(each) for each in value.values())
        case list():
            return sum(_letters(each) for each in value)
        case _:
            return 0
