"""The year that a part of a document tells its money for.

Of a plan's part, where all its sums that name a year name the same one:

"För 2024 har länet beviljats 48,4 miljoner" over a table of that year: the sums beside them are that year's too, save
those that are told per year or for the whole period.
"""

import re
from collections.abc import Sequence

from extractors.numbers.money import find_money
from extractors.numbers.years import find_years
from extractors.plans.tables import year_in
from extractors.sentences import SENTENCE_OR_FIGURE
from models.blocks import Block, Heading, ListItem, Note, Paragraph, Table

_OVER_YEARS = re.compile(
    r"\bper\s+(?:år|\w*termin)\b|\bårlig|\bvarje\s+år\b|period|\bflera\s+år\b|\btotalt\s+under\b", re.IGNORECASE
)


def framed_years(blocks: Sequence[Block], captions: Sequence[str], period: tuple[int, int] | None) -> dict[int, int]:
    """Id of a block -> the year of the sums in it that name none. `captions` has one text for each table, in order.

    A part reaches from one heading to the next. period: the plan's; a year outside it is told of for another reason.
    """
    if period is None:
        return {}
    framed: dict[int, int] = {}
    tables = iter(captions)
    part: list[Block] = []
    years: set[int] = set()

    def close() -> None:
        if len(years) == 1 and period[0] <= min(years) <= period[1]:
            framed.update(dict.fromkeys((id(b) for b in part), next(iter(years))))

    for block in blocks:
        if isinstance(block, Heading):
            close()
            part, years = [], set()
        elif isinstance(block, Table):
            caption = next(tables)
            if _years_in_headers(block) < 2 and not is_over_years(caption):
                part.append(block)
                years |= _years_of_table(block, caption)
        elif isinstance(block, Paragraph | ListItem) or (isinstance(block, Note) and block.note == "footnote"):
            part.append(block)
            years |= _years_with_sums(block.text)
    close()
    return framed


def headed_years(blocks: Sequence[Block]) -> dict[int, int]:
    """Id of a block -> the one year that the nearest heading over it names, of those that name one.

    So minutes and other papers on several matters, which have no year of their own, tell each matter's.
    """
    headed: dict[int, int] = {}
    above: list[tuple[int, int | None]] = []
    for block in blocks:
        if isinstance(block, Heading):
            above = [(level, year) for level, year in above if level < block.level]
            above.append((block.level, year_in(block.text)))
        year = next((year for _, year in reversed(above) if year is not None), None)
        if year is not None:
            headed[id(block)] = year
    return headed


def is_over_years(text: str) -> bool:
    """True where a sum is told for each year, or for several years together."""
    return _OVER_YEARS.search(text) is not None


def _years_in_headers(table: Table) -> int:
    """How many years the headers name, each column one."""
    return len({year for c in table.cells if c.role == "header" and (year := year_in(c.text)) is not None})


def _years_of_table(table: Table, caption: str) -> set[int]:
    texts = [caption, *(c.text for c in table.cells if c.role == "header")]
    return {year for text in texts if (year := year_in(text)) is not None}


def _years_with_sums(text: str) -> set[int]:
    if not any(find_money(text)):
        return set()
    told = [s for s in SENTENCE_OR_FIGURE.split(text) if any(find_money(s))]
    return {y for s in told for m in find_years(s) if m.kind != "implausible" for y in (m.first, m.last)}
