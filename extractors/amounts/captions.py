"""What a table is called, and the year and unit of its sums: by its title, or by the text right above it."""

import itertools
import re
from collections.abc import Mapping, Sequence

from extractors.amounts.cells import takes_unit
from extractors.amounts.told_sums import unit_making_sum
from extractors.plans.tables import year_in
from models.blocks import Answer, Block, Heading, ListItem, Note, Paragraph, Table
from models.numbers import Unit

_LONGEST = 90
"""Letters of a caption; a longer text above a table is running text."""
_NEAR = 22.0
"""Points of white between a caption and its table, at most."""
_TELLS_UNIT = re.compile(
    r"\b(?:belopp|summor|siffror)\w*\s(?:[a-zåäö]+\s){0,4}?i\s(?:(?P<tkr>tkr|tusentals?\skronor|tusental|tusen\skronor)"
    r"|mnkr|mkr|miljoner\skronor)\b(?:\s\((?:tkr|mnkr|mkr)\))?(?P<all>,?\s(?:om|där)\s(?:inget|inte)\sannat\s\w+)?(?:\.(?=\s)|[^.]*\.?\s*$)",
    re.IGNORECASE,
)
"""A sentence before a table: `Belopp i tkr.`, or the last one: `Alla belopp anges i miljoner kronor om inget annat`."""


_UNIT_AT_END = re.compile(
    r"\((?:i\s+|hela\s+|ange\s+i\s+)*(?P<unit>kr|kronor|sek|tkr|ksek|tusentals? kronor|mnkr|mkr)\)\s*[:?]?$",
    re.IGNORECASE,
)
"""A question or a heading that says the unit of its answers: `Fördela medlen på områden (kronor)`."""
_DAY = re.compile(
    r"(?:(?:datum|dag|den|upprättad|utskriven|inskickad|fastställd|beslutad)\b:?\s*){0,2}"
    r"(?:\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./ ]\d{4}|\d{1,2}\s[a-z]{3,9}\s\d{4})",
    re.IGNORECASE,
)
"""The day on a paper's head, above its first table: the answer to `Datum`, and no table's title."""
_HINT = 0.45
"""Points of type by which a hint below a question is smaller."""


def captions_of(blocks: Sequence[Block]) -> list[str]:
    """One text for each table, in order; empty where neither a title nor a caption names it."""
    flow = [b for b in blocks if not isinstance(b, Note) or b.note == "caption"]
    found = {id(b): b.text for b in flow if isinstance(b, Table)}
    for above, block in itertools.pairwise(flow):
        untold = isinstance(block, Table) and not _is_caption(block.text)
        if untold and not isinstance(above, Answer | Table | ListItem):
            place, own = above.places[-1], block.place
            near = place.page == own.page and 0 <= own.top - place.bottom < _NEAR
            found[id(block)] = above.text if near and _is_caption(above.text) else ""
    return [found[id(b)] if _is_caption(found[id(b)]) else "" for b in flow if isinstance(b, Table)]


def _is_caption(text: str) -> bool:
    return 0 < len(text) < _LONGEST and text[-1] not in ".,;" and _DAY.fullmatch(text) is None


def units_above(blocks: Sequence[Block]) -> list[Unit | None]:
    """For each table, in order, the unit that the paragraph before it tells; a heading may stand between.

    So does the question above it, at its end; a hint may stand between. And so does a paragraph that tells of the sum
    that the table makes. One that holds `om inget annat anges` is of all tables after it that are of money.
    """
    units: list[Unit | None] = []
    told: Unit | None = None
    of_all: Unit | None = None
    above = ""
    asked: Heading | Paragraph | ListItem | None = None
    for block in blocks:
        if isinstance(block, Table):
            told = told or _unit_at_end(asked, block) or unit_making_sum(block, above)
            units.append(told or (of_all if takes_unit(block) else None))
            told = asked = None
            above = ""
        elif isinstance(block, Paragraph):
            told, above = None, block.text
            for match in _TELLS_UNIT.finditer(block.text):
                told = "tkr" if match["tkr"] else "mnkr"
                of_all = told if match["all"] else of_all
            asked = asked if asked is not None and block.size < asked.size - _HINT else block
        elif isinstance(block, Heading | ListItem):
            told = told if isinstance(block, Heading) else None
            asked = block
    return units


def _unit_at_end(asked: Heading | Paragraph | ListItem | None, table: Table) -> Unit | None:
    """The unit that ends the question right above a table, a hint's line or two between."""
    match = _UNIT_AT_END.search(asked.text) if asked is not None else None
    if asked is None or match is None or not _is_right_above(asked, table):
        return None
    unit = match["unit"].casefold()
    return "kr" if unit in ("kr", "kronor", "sek") else "mnkr" if unit.startswith("m") else "tkr"


def _is_right_above(asked: Block, table: Table) -> bool:
    above, below = asked.places[-1], table.place
    return above.page == below.page and 0 <= below.top - above.bottom < 2 * _NEAR


def years_of(
    blocks: Sequence[Block], captions: Sequence[str], year: int | None, framed: Mapping[int, int]
) -> list[int | None]:
    """The year of each table's sums: its caption's, its labels' head's, else the document's, its chapter's, a frame's.

    framed: id of a block -> that year (framed_years).
    """
    years: list[int | None] = []
    chapter: str = ""
    tables = iter(captions)
    for block in blocks:
        if isinstance(block, Heading):
            chapter = block.text
        elif isinstance(block, Table):
            years.append(
                year_in(next(tables)) or _year_of_labels(block) or year or year_in(chapter) or framed.get(id(block))
            )
    return years


def _year_of_labels(table: Table) -> int | None:
    """The year that the head over the rows' labels names: "Insats 2017" beside "Utfall (kr)"."""
    heads = {cell.col: cell.text for cell in table.cells if cell.role == "header"}
    return year_in(heads.get(0, ""))
