"""A table's columns of numbers: their heading, their unit, and whether their numbers can be added."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, cast, get_args

from checks.tables.labels import adds_up, folded, is_blank, is_percentage, is_share
from models.numbers import KRONOR, Side, Unit, WrittenNumber
from models.rows import CellRow

_HEDGES: Mapping[Side, re.Pattern[str]] = {
    "about": re.compile(r"\b(?:ca|cirka|c:a|omkring|ungefär|uppskattningsvis|runt)\b"),
    "above": re.compile(r"\b(?:drygt|över|mer än|minst)\b"),
    "below": re.compile(r"\b(?:knappt|nästan|högst|upp till)\b"),
}
GIANT = Decimal(10) ** 10
"""Ten milliards: written in full, two numbers side by side are likelier."""
_HUNDRED = 100
NEARLY = 15
"""Percents that miss 100 by more may be of different wholes."""
FAR_BEYOND = 1_000
_UNITS: Final = frozenset(get_args(Unit))
_WORDS = re.compile(r"[^\W\d_]{2}")
_BARE_YEAR = re.compile(r"\s*(?:19|20)\d\d\s*")
_CHAPTER = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})+\.?\s*")
"""Of one or two digits each: 33.566 is written with a point between thousands."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column whose numbers can be added."""

    index: int
    heading: str
    unit: Unit | None
    share: bool
    """The column holds a stated part of something, such as 4 percent of it: it has been rounded."""
    rounded: bool = False
    """What else shows that its numbers may have been rounded: they are one part of another column's, row by row; or
    the document, or another of its tables, is in thousands and nothing at these says kronor."""

    @property
    def is_rounded(self) -> bool:
        return self.share or self.rounded

    def number(self, cell: CellRow) -> WrittenNumber | None:
        """The cell's number in the column's unit; None where it has none."""
        if cell.value is None:
            return None
        unit = _unit(cell) or self.unit
        scale = Decimal(1)
        if unit in KRONOR and self.unit in KRONOR:
            scale = KRONOR[unit] / KRONOR[self.unit]
        step = cell.step if cell.step is not None else last_digit(cell.value)
        return WrittenNumber(cell.value * scale, step * scale, self.unit, _side(cell))


def addable_column(
    index: int, heading: str, cells: Sequence[CellRow], *, title: str = "", labels: str = ""
) -> Column | None:
    """A column, from the cells under its heading; None where its numbers must not be added.

    title is the table's, labels the heading over its rows' labels: `Sjukfrånvaro i procent` tells of all columns.

    Left out are columns of text, years, ages, ordinal numbers, chapter numbers, percents, prices
    and rates, and columns whose units cannot be brought together.
    """
    written = [cell for cell in cells if not is_blank(cell.text)]
    numeric = [cell for cell in written if cell.value is not None]
    values = [cell.value for cell in numeric if cell.value is not None]
    if not numeric or 2 * len(numeric) < len(written) or not adds_up(heading):
        return None
    units = {unit for cell in numeric if (unit := _unit(cell)) is not None}
    if "year" in units or _are_names(numeric, units):
        return None
    if is_percentage(heading) and not units & KRONOR.keys():
        return Column(index, heading, "percent", share=True) if _makes_a_whole(values) else None
    share = is_share(heading)
    if not units and (is_share(title) or is_percentage(labels)) and max(abs(value) for value in values) <= _HUNDRED:
        return Column(index, heading, "percent", share=True) if _makes_a_whole(values) else None
    if "percent" in units or (share and not units & KRONOR.keys()):
        # A heading such as "varav 4 procent" speaks of the rate; the column below it holds money.
        if _makes_a_whole(values) and not units - {"percent"}:
            return Column(index, heading, "percent", share=True)
        said = any("%" in (cell.text or "") for cell in numeric)
        if said or units - {"percent"} or max(abs(value) for value in values) <= _HUNDRED:
            return None
        return Column(index, heading, None, share=True)
    if len(units) > 1:
        return Column(index, heading, "kr", share=share) if units <= KRONOR.keys() else None
    return Column(index, heading, next(iter(units), None), share=share)


def without_run_together(cells: Sequence[CellRow]) -> list[CellRow]:
    """The cells, without the values of those that hold several numbers: `55 000 105 000` reads as one.

    Known by a value that is far beyond all others of its column; what is left is a text that is no number.
    """
    giants = [cell for cell in cells if cell.value is not None and abs(cell.value) >= GIANT]
    if not giants:
        return list(cells)
    largest = {
        cell.col: max(
            (abs(each.value) for each in cells if each.col == cell.col and each.value is not None and each is not cell),
            default=Decimal(0),
        )
        for cell in giants
    }
    return [
        cell.model_copy(update={"value": None, "step": None, "unit": None})
        if cell in giants and cell.value is not None and abs(cell.value) > FAR_BEYOND * largest[cell.col]
        else cell
        for cell in cells
    ]


def _makes_a_whole(values: Sequence[Decimal]) -> bool:
    """True for percents that end in 100 and come near it: parts of one whole, not shares of different things."""
    *parts, last = values
    return last == 100 and len(parts) > 1 and abs(sum(parts) - last) <= NEARLY


def _are_names(cells: Sequence[CellRow], units: set[Unit]) -> bool:
    """True where the numbers only name things: years, chapters (3.1), lines numbered from 1."""
    if units & KRONOR.keys():
        return False
    texts = [cell.text or "" for cell in cells]
    if all(_BARE_YEAR.fullmatch(text) for text in texts) or all(_CHAPTER.fullmatch(text) for text in texts):
        return True
    return len(cells) > 2 and [cell.value for cell in cells] == list(range(1, len(cells) + 1))


def _unit(cell: CellRow) -> Unit | None:
    return cast("Unit", cell.unit) if cell.unit in _UNITS else None


def _side(cell: CellRow) -> Side | None:
    if cell.text is None or not _WORDS.search(cell.text):
        return None
    words = folded(cell.text)
    return next((side for side, hedge in _HEDGES.items() if hedge.search(words)), None)


def last_digit(value: Decimal) -> Decimal:
    """The unit of the last digit that is not a nought, 1 at most: 2.50 -> 0.1; 1200 -> 1."""
    exponent = value.normalize().as_tuple().exponent
    return Decimal(1).scaleb(min(exponent, 0)) if isinstance(exponent, int) else Decimal(1)
