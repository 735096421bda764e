"""reason.outlier: an amount per inhabitant, or a change from year to year, far outside its peers in one table."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from statistics import median

from checks.catalogue import Check
from checks.check_input import CheckInput
from checks.quoting import DOUBT_MESSAGES, quoting, shortened
from checks.tables.columns import Column
from checks.tables.labels import folded, years_in
from checks.tables.lines import Line
from checks.tables.structure import TableView, tables_of
from checks.violation import Violation
from checks.wording import Bilingual
from models.numbers import KRONOR, Unit

RULE = "reason.outlier"

_INHABITANTS = re.compile(r"\b(?:invånar\w*|befolkning\w*|folkmängd\w*)", re.IGNORECASE)
_MONEY = re.compile(r"\b(?:belopp|kronor|t?kr|mnkr|sek|medel|bidrag|kostnad\w*|budget)\b", re.IGNORECASE)
_FEWEST = 6
"""Rows that a table must have for one of them to have peers."""
_NEAR = Decimal("1.5")
"""Peers lie within this factor of their median ..."""
_MOST_FAR = 6
"""... all but one row in so many; else the rows are no peers."""
_FAR = Decimal(4)
"""An outlier lies beyond this factor of the median: a digit too many or too few gives ten."""


@dataclass(frozen=True)
class _Ratio:
    """One row's upper number divided by its lower one."""

    line: Line
    upper: Column
    lower: Column
    value: Decimal


def find(rows: CheckInput) -> Iterator[Violation]:
    """Every row whose ratio lies far outside those of the other rows, which agree."""
    for view in tables_of(rows):
        money = [column for column in view.columns if _is_money(view, column)]
        people = [column for column in view.columns if _INHABITANTS.search(column.heading)]
        for column in money if len(people) == 1 else ():
            yield from _outliers(rows, view, _ratios(view, column, people[0]), "per_inhabitant")
        changes = [_ratios(view, later, earlier) for earlier, later in _years_of_one_thing(money)]
        if _agree_in_most(changes):
            for ratios in changes:
                yield from _outliers(rows, view, ratios, "change")


def _years_of_one_thing(columns: Sequence[Column]) -> Iterator[tuple[Column, Column]]:
    """Columns of years that follow each other and whose heads say the same besides, in one unit."""
    things: dict[tuple[str, Unit | None], dict[int, Column]] = defaultdict(dict)
    for column in columns:
        years = sorted(years_in(column.heading))
        if len(years) == 1:
            things[folded(column.heading).replace(str(years[0]), ""), column.unit].setdefault(years[0], column)
    for by_year in things.values():
        yield from pairwise(by_year[year] for year in sorted(by_year))


def _is_money(view: TableView, column: Column) -> bool:
    said = f"{column.heading} {view.table.title or ''}"
    counts_people = _INHABITANTS.search(column.heading) is not None
    return not counts_people and (column.unit in KRONOR or (column.unit is None and _MONEY.search(said) is not None))


def _ratios(view: TableView, upper: Column, lower: Column) -> list[_Ratio]:
    found: list[_Ratio] = []
    for line in view.lines:
        over, under = view.number(line, upper), view.number(line, lower)
        if line.kind == "addend" and over is not None and under is not None and over.value > 0 and under.value > 0:
            found.append(_Ratio(line, upper, lower, over.value / under.value))
    return found


def _agree_in_most(changes: Sequence[Sequence[_Ratio]]) -> bool:
    """False where the rows go up and down as they like: from some years to the next they may agree by chance."""
    far = sum(len(_far(ratios)) for ratios in changes if ratios)
    return far * _MOST_FAR <= sum(map(len, changes))


def _far(ratios: Sequence[_Ratio]) -> list[_Ratio]:
    """Those that are not near the median."""
    middle = median(ratio.value for ratio in ratios)
    return [ratio for ratio in ratios if not middle / _NEAR <= ratio.value <= middle * _NEAR]


def _outliers(rows: CheckInput, view: TableView, ratios: Sequence[_Ratio], what: str) -> Iterator[Violation]:
    """Only where the other rows agree: then they are peers, and one that does not is worth a look."""
    if len(ratios) < _FEWEST:
        return
    middle = median(ratio.value for ratio in ratios)
    far = _far(ratios)
    if len(far) * _MOST_FAR > len(ratios):
        return
    for ratio in far:
        if not middle / _FAR <= ratio.value <= middle * _FAR:
            yield _violation(rows, view, ratio, middle, what)


def _violation(rows: CheckInput, view: TableView, ratio: _Ratio, middle: Decimal, what: str) -> Violation:
    title = view.table.title or ""
    return quoting(
        rows,
        RULE,
        "warning",
        view.document,
        subject=": ".join(part for part in (title, ratio.line.label) if part),
        key=(title, ratio.line.label, ratio.upper.heading, what),
        messages=(what, "unsure") if view.doubt is not None else (what,),
        arguments={
            "row": shortened(ratio.line.label),
            "upper": ratio.upper.heading,
            "lower": ratio.lower.heading,
            "ratio": _rounded(ratio.value),
            "median": _rounded(middle),
            "unsure": view.doubt or "",
        },
        evidence=[
            view.evidence("stated", ratio.line, ratio.upper),
            view.evidence("stated", ratio.line, ratio.lower),
        ],
    )


def _rounded(number: Decimal) -> Decimal:
    """As many decimals as tell the ratio from its peers."""
    return number.quantize(Decimal(1) if number >= 100 else Decimal("0.01"))


CHECK = Check(
    id=RULE,
    family="reasonableness",
    scope="document",
    title=Bilingual(sv="Sticker ut bland sina likar", en="Far outside its peers"),
    claim=Bilingual(
        sv="I en tabell med minst sex rader, där beloppet per invånare, eller förändringen från ett år till nästa, "
        "är ungefär detsamma på nästan alla rader (inom en halv gång medianen), sticker ingen rad ut mer än fyra "
        "gånger. En som gör det är en varning: det kan vara en siffra för mycket eller för lite, eller ha sina skäl. "
        "Invånarna är tabellens egna; kontrollen tiger om tabeller utan sådan kolumn och utan år i huvudet, om rader "
        "som skiljer sig mycket åt, och om summor, tomma celler och nollor.",
        en="In a table of at least six rows where the amount per inhabitant, or the change from one year to the "
        "next, is about the same on nearly all rows (within half the median), no row lies out by more than four "
        "times. One that does is a warning: it may be a digit too many or too few, or have its reasons. The "
        "inhabitants are the table's own; the check is silent on tables without such a column and without years in "
        "their head, on rows that differ much, and on sums, empty cells and zeros.",
    ),
    messages={
        **DOUBT_MESSAGES,
        "per_inhabitant": Bilingual(
            sv="Sida {page}: {row} har {ratio} i {upper} per {lower}; medianen i tabellen är {median}.",
            en="Page {page}: {row} has {ratio} in {upper} per {lower}; the table's median is {median}.",
        ),
        "change": Bilingual(
            sv="Sida {page}: {row} har i {upper} {ratio} gånger så mycket som i {lower}; medianen i tabellen är "
            "{median}.",
            en="Page {page}: {row} has in {upper} {ratio} times as much as in {lower}; the table's median is {median}.",
        ),
        "unsure": Bilingual(
            sv="Tabellens läsning är osäker: {unsure}.", en="The reading of the table is unsure: {unsure}."
        ),
    },
    find=find,
    example=Bilingual(
        sv="Femton kommuner får 18 till 22 kronor per invånare, den sextonde 205.",
        en="Fifteen municipalities get 18 to 22 kronor per inhabitant, the sixteenth 205.",
    ),
)
