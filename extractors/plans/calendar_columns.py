"""Columns that stand for parts of a year, or for those who take part, and what stands below them.

Aktivitet         | Jan | Feb | Mar        Insats        | Norrby | Söderby | Regionen
Öppna en jour     |     |  x  |  x         Samtalsstöd   |   x    |         |    x
"""

import re

from extractors.numbers.years import year_heading, year_of_part
from models.blocks import Cell, Table
from models.tick_signs import is_mark

_MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split()  # noqa: SIM905
_MONTH = "|".join(rf"{month[:3]}(?:{month[3:]}|\.)?" for month in _MONTHS) + r"|sept\.?"
_PART = (
    rf"(?:{_MONTH}|(?:[qkthv][1-4])|(?:kv\.?|kvartal|tertial|halvår|termin|vecka|v\.)\s?\d{{1,2}}|[vh]t"
    r"|vår(?:en|terminen)?|höst(?:en|terminen)?|sommar(?:en)?|vinter(?:n)?)"
)
_TIME = re.compile(rf"{_PART}(?:\s*[/–-]\s*{_PART})*(?:[\s.'’/–-]*(?:20)?\d\d)?", re.IGNORECASE)
"""A head of a part of a year: `Jan`, `Kvartal 2`, `april–juni`, `HT 2026`."""
_WITHIN = re.compile(rf"(?<!\w)(?:{_PART})(?!\w)", re.IGNORECASE)
_INITIALS = "jfmamjjasond"
_ACTOR = re.compile(
    r"kommun|region|nämnd|styrelse|förvaltning|skol|socialtjänst|elevhälsa|psykiatri|primärvård|vårdcentral|omsorg|polis"
    r"|ansvar|aktör|huvudman|deltar|medverka|förening|kyrka",
    re.IGNORECASE,
)
_FEWEST = 2
_BULLETS = frozenset("•·▪∙⬤")


def is_marked(cell: Cell) -> bool:
    """A bullet before a text is none of its words; alone in a cell it is a mark, and so is paint without words."""
    return cell.painted or is_mark(cell.text.strip()) or cell.text.strip() in _BULLETS


def tells_part_of_year(text: str) -> bool:
    """Whether words of time name a month, a quarter, a term or a week."""
    return _WITHIN.search(text) is not None


def calendar_columns(table: Table) -> dict[int, int | None]:
    """Column -> its year, null where none is told, of those that parts of a year head; at least two, or none."""
    heads = _lowest_heads(table)
    initials = [col for col in sorted(heads) if len(heads[col].strip()) == 1]
    of_months = "".join(heads[col].strip().casefold() for col in initials) == _INITIALS
    parts = {col for col, text in heads.items() if col > 0 and _TIME.fullmatch(text.strip())}
    parts |= set(initials) if of_months else set()
    over = [(c, span) for c in table.cells if c.role == "header" and (span := year_heading(c.text)) is not None]
    years: dict[int, int | None] = {col: year_of_part(heads[col]) for col in sorted(parts)}
    for cell, (first, last) in over:
        if first == last:
            years |= {col: first for col in range(cell.col, cell.col + cell.col_span) if col in years}
    return years if len(years) >= _FEWEST else {}


def marked_columns(table: Table) -> dict[int, str]:
    """Column -> its head, of those behind the first in which nothing but marks stands, one at least; two, or none."""
    heads = _lowest_heads(table)
    body = [c for c in table.cells if c.role != "header" and c.col in heads and (c.text.strip() or c.painted)]
    marks = {c.col for c in body if is_marked(c)}
    others = {c.col for c in body if not is_marked(c)}
    found = {col: heads[col] for col in sorted(heads) if col > 0 and col in marks - others}
    return found if len(found) >= _FEWEST else {}


def actors_by_marks(table: Table) -> dict[int, str]:
    """Column -> who takes part in the rows that it marks: where one of the heads, or one over them, names such."""
    marked = {col: head for col, head in marked_columns(table).items() if not _TIME.fullmatch(head.strip())}
    over = [c.text for c in table.cells if c.role == "header" and any(map(c.covers, marked))]
    return marked if any(map(_ACTOR.search, over)) else {}


def _lowest_heads(table: Table) -> dict[int, str]:
    """Column -> the text of its head, the lowest where it has several."""
    heads = sorted((c for c in table.cells if c.role == "header" and c.text.strip()), key=lambda c: c.row)
    return {cell.col: cell.text for cell in heads}
