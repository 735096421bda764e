"""The lines of a table: its rows under the headings, and what each is, mostly by its label."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from checks.tables.heads import is_header, names_years_in_order
from checks.tables.labels import is_blank, label_sense
from models.rows import CellRow

LineKind = Literal["addend", "sum", "named_total", "wide_total", "frame", "balance", "breakdown", "aside", "section"]
"""What a line is, mostly by its label (checks.tables.labels); a section has no number, only a heading."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row under the headings; other_words are its further texts."""

    row: int
    kind: LineKind
    label: str
    other_words: str


def line_of(row: int, cells: Sequence[CellRow], numeric: set[int]) -> Line:
    words = [c.text for c in cells if c.col not in numeric and c.text is not None and not is_blank(c.text)]
    in_columns = [cell for cell in cells if cell.col in numeric]
    label, others = (words[0], words[1:]) if words else ("", [])
    kind: LineKind
    sense = label_sense(label)
    if is_header(cells) or names_years_in_order(cells) or (not others and not any(cell.text for cell in in_columns)):
        kind = "section"
    elif any((cell.text or "").lstrip().startswith("=") for cell in in_columns):
        kind = "sum"
    elif sense != "plain":
        kind = sense
    elif any(cell.role in ("total", "subtotal") for cell in cells):
        kind = "named_total"
    else:
        kind = "addend"
    return Line(row, kind, label, " ".join(others))


def with_rests(lines: Sequence[Line]) -> list[Line]:
    """The lines, and as one those of a label that was broken within its parentheses.

    `Mottagning (gemensamma medel`, and below it `med Jourtelefonen)`: what a label says of its sum may stand there.
    """
    found: list[Line] = []
    for line in lines:
        is_rest = line.kind == "section" and line.label.count(")") > line.label.count("(")
        if is_rest and found and found[-1].label.count("(") > found[-1].label.count(")"):
            found[-1] = replace(found[-1], label=f"{found[-1].label} {line.label}")
        else:
            found.append(line)
    return found
