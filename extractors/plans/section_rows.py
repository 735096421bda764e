"""Rows that head the rows below them in a plan's table: a goal, a focus area, a target group, years, a part's name.

Mål: Fler elever går klart skolan
Utbilda mentorer   | Rektor | 2026
Starta läxhjälp    | Rektor | 2027
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from extractors.drafts import GoalDraft, InitiativeDraft
from extractors.plans.clauses import is_clause
from extractors.plans.heads import Head, head_of, run_in_head
from extractors.plans.kinds_model import read_kinds
from extractors.plans.labels import label_of, labelled
from models.blocks import Cell, Table

Heads = Literal["goal", "focus_area", "target_group", "years", "part"]
"""What a section row heads its rows with; `part` where its words name nothing but the part itself."""

_LONGEST = 200
"""Letters: what is longer and goes over all columns is a note."""
_FEWEST_GOALS, _AGREE = 2, 0.75
"""Rows without a head of their own, and the share of them that must be goals to the model of kinds."""


_LABEL = re.compile(r"^([A-ZÅÄÖ][^\W\d_]+(?:\s[^\W\d_]+){0,3})\s*:\s+(\S.{9,})$", re.DOTALL)
"""A row's words before what it says: "Utfall: Ingen väntar längre än en vecka"."""


class SectionRow(NamedTuple):
    """What a section row heads its rows with, and its words beyond its head."""

    heads: Heads
    head: Head | None
    text: str
    cell: Cell


@dataclass
class Section:
    """What the section rows met so far say together of the rows below them."""

    initiative: InitiativeDraft | None = None
    """The innermost part; None above the first section row."""
    goal: bool = False
    """A goal heads the rows: they are its activities, whatever they cost."""
    open: list[SectionRow] = field(default_factory=list)
    """Those that hold now, the outermost first."""

    def enter(self, row: SectionRow, above: InitiativeDraft | None) -> None:
        """A section row ends those of its kind and what they held."""
        kinds = [held.heads for held in self.open]
        if row.heads in kinds:
            del self.open[kinds.index(row.heads) :]
        self.open.append(row)
        self.goal = any(held.heads == "goal" for held in self.open)
        if row.heads != "years":
            self.initiative = InitiativeDraft(
                row.text,
                (row.cell.place,),
                self.focus_area or (above.focus_area if above else None),
                self.target_group or (above.target_group if above else None),
                tabled=True,
            )

    @property
    def years(self) -> tuple[int, int] | None:
        """The years that head the rows."""
        return next((held.head.years for held in self.open if held.heads == "years" and held.head), None)

    @property
    def focus_area(self) -> str | None:
        """The focus area that heads the rows in the table."""
        return self._text("focus_area")

    @property
    def target_group(self) -> str | None:
        """The target group that heads the rows in the table."""
        return self._text("target_group")

    def _text(self, heads: Heads) -> str | None:
        return next((held.text for held in self.open if held.heads == heads), None)


def section_rows(table: Table) -> dict[int, tuple[SectionRow, ...]]:
    """Row -> what it heads the rows below it with, where it goes over all columns or its words are a head's.

    A row that names a goal in its first cell may say it in one cell over all others; a cell of several lines may name
    an area in one and its goal in the next. Words over all columns without a head are goals where most of them are to
    the model, else a part's name. Where nothing draws columns, words in bold that stand alone in their row are such
    goals too; so are those that stand alone behind one and the same label.
    """
    found: dict[int, tuple[SectionRow, ...]] = {}
    bare: list[Cell] = []
    bold: list[Cell] = []
    behind: dict[str, list[tuple[Cell, str]]] = defaultdict(list)
    for row in range(table.n_rows):
        cells = [c for c in table.cells if c.row == row and c.text]
        if not cells or table.n_cols < 2 or any(c.role in ("header", "total", "subtotal") for c in cells):
            continue
        first, across = cells[0], cells[-1].col + cells[-1].col_span == table.n_cols
        sections: tuple[SectionRow, ...] = ()
        if len(cells) == 1 and first.col == 0:
            sections = with_heads(first)
            label = _LABEL.match(first.text) if not sections and may_name(first.text) else None
            if label is not None:
                behind[label[1].casefold()].append((first, label[2]))
            if not sections and across and first.col_span > 1 and may_name(first.text):
                bare.append(first)
            elif not sections and first.bold and may_name(first.text):
                bold.append(first)
        elif len(cells) == 2 and first.col == 0 and cells[1].col_span > 1 and across:
            stated = with_head(cells[1], f"{first.text.rstrip(' :')}: {cells[1].text}")
            sections = () if stated is None else (stated,)
        if sections:
            found[row] = sections
    goals = [said for alike in behind.values() if are_goals([text for _, text in alike]) for said in alike]
    bare = [cell for cell in bare if all(cell is not other for other, _ in goals)]
    found |= {cell.row: (SectionRow("goal", None, text, cell),) for cell, text in goals}
    heads: Heads = "goal" if are_goals([cell.text for cell in bare]) else "part"
    found |= {cell.row: (SectionRow(heads, None, cell.text, cell),) for cell in bare}
    if not bare and not _labels_are_bold(table) and are_goals([cell.text for cell in bold]):
        found |= {cell.row: (SectionRow("goal", None, cell.text, cell),) for cell in bold}
    return dict(sorted(found.items()))


def _labels_are_bold(table: Table) -> bool:
    """Whether the first texts of whole rows are in bold: then bold sets no row apart."""
    full = {c.row for c in table.cells if c.col > 0 and c.text and c.role in ("body", "label")}
    return any(c.bold for c in table.cells if c.col == 0 and c.row in full and c.role in ("body", "label"))


def goals_of(row: SectionRow, section: Section) -> list[GoalDraft]:
    """The goal that a section row states; none where it heads its rows with something else."""
    initiative = section.initiative
    if row.heads != "goal" or initiative is None:
        return []
    areas = (initiative.focus_area, initiative.target_group)
    horizon = row.head.horizon if row.head is not None else "unspecified"
    return [GoalDraft(row.text, (row.cell.place,), horizon, initiative, *areas, "table")]


def with_heads(cell: Cell) -> tuple[SectionRow, ...]:
    """What the lines of a cell head the rows below it with, each by its own head; nothing where none has one.

    Lines that have none go on what stands above them; the first may name the part that the goal below it is of.
    """
    lines: list[str] = []
    for part in cell.parts or (cell.text,):
        if lines and with_head(cell, part) is None:
            lines[-1] = f"{lines[-1]} {part}"
        else:
            lines.append(part)
    headed = [(line, with_head(cell, line)) for line in lines]
    if len(headed) > 1 and any(row is not None and row.heads == "goal" for _, row in headed):
        return tuple(row or SectionRow("part", None, line, cell) for line, row in headed)
    whole = with_head(cell, cell.text)
    return () if whole is None else (whole,)


def with_head(cell: Cell, text: str) -> SectionRow | None:
    """What a row heads the rows below it with by its head; None where it has none."""
    run_in = run_in_head(text)
    if run_in is not None and run_in[0].kind == "goal":
        return SectionRow("goal", run_in[0], run_in[1], cell)
    head = head_of(text)
    if head is None or len(text) > _LONGEST:
        return None
    if head.kind in ("focus_area", "target_group"):
        return SectionRow("focus_area" if head.kind == "focus_area" else "target_group", head, head.text, cell)
    return SectionRow("years", head, text, cell) if head.kind == "years" else None


def may_name(text: str) -> bool:
    """Whether a text may be a part's name, or state its goal: no label, and no long note."""
    return len(text) <= _LONGEST and labelled(text) is None and label_of(text) is None


def are_goals(texts: Sequence[str]) -> bool:
    """Whether there are several that say how things shall be, and half of them or more are goals to the model too."""
    readings = read_kinds(texts)
    goals = [reading.kind == "goal" for reading in readings]
    agree = sum(goal or is_clause(text) for goal, text in zip(goals, texts, strict=True))
    return len(texts) >= _FEWEST_GOALS and agree >= _AGREE * len(texts) and 2 * sum(goals) >= len(texts)
