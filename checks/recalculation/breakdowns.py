"""Därav and varav: the lines of a table, or the answers of a form, that say what the one above them holds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from checks.arithmetic import add_up
from checks.check_input import CheckInput
from checks.recalculation.answer_parts import parts_by_whole
from checks.recalculation.figures import Figure, figure_of_field, figures_of
from checks.recalculation.recalculated import Claim, sum_of
from checks.tables.labels import folded, is_breakdown, is_deviation, names_a_breakdown
from checks.tables.lines import Line
from checks.tables.structure import TableView
from checks.tables.units import is_of_sums
from checks.wording import Bilingual
from models.numbers import KRONOR

_MOST_OF_IT = Decimal("0.75")
"""Parts that make up less than this of the whole are told as examples, not as all that it holds."""
MOST_PARTS = 8
"""Of more parts some would make any whole."""
_REST = ("övrig", "resten", "annat", "andra ", "restpost")


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A whole and the parts that are said to be in it, in the document's order."""

    whole: Figure
    parts: Sequence[Figure]
    title: str
    doubt: Bilingual | None
    counts: bool = False
    """It counts people or things, of which one may be in several parts: women and the newly arrived."""

    @property
    def may_overlap(self) -> bool:
        """True where parts that come to more than the whole may be ways to part it, one beside another."""
        if any(part.quantity.low > self.whole.quantity.high for part in self.parts):
            return False
        return self.counts or self._is_parted_by_some

    @property
    def _is_parted_by_some(self) -> bool:
        told = [part.quantity for part in self.parts if part.quantity.value != 0]
        if len(told) > MOST_PARTS:
            return False
        return any(
            add_up(self.whole.quantity, some).grade == "equal"
            for count in range(2, len(told))
            for some in combinations(told, count)
        )

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(folded(part.label) for part in self.parts)


def breakdowns_in(view: TableView) -> Iterator[Breakdown]:
    """Every group of därav lines under a line that has a number, column by column."""
    groups = [(parent, details) for parent, details in _groups(view) if not _is_of_another(view, parent, details)]
    for column in view.columns:
        for parent, details in groups:
            if len(details) == 1 and is_deviation(column.heading):
                continue  # what one part deviates by others may make good
            spots = [(line, column) for line in (parent, *details) if view.cell(line, column) is not None]
            told = [spot for spot in spots if view.number(*spot) is not None or view.is_unreadable(*spot)]
            figures = figures_of(view, told, shares=column.is_rounded) if len(told) > 1 else None
            if figures and view.number(parent, column) is not None:
                counts = column.unit not in KRONOR and not is_of_sums(column)
                yield Breakdown(figures[0], figures[1:], view.table.title or "", view.doubt, counts)


def _is_of_another(view: TableView, parent: Line, details: Sequence[Line]) -> bool:
    """True where a lone part is more than the line above it in every column, of two at least: it is in another line."""
    sums = [(view.number(parent, column), view.number(details[0], column)) for column in view.columns]
    told = [(whole.value, part.value) for whole, part in sums if whole is not None and part is not None]
    return len(details) == 1 and len(told) > 1 and all(abs(part) > abs(whole) for whole, part in told)


def _groups(view: TableView) -> Iterator[tuple[Line, list[Line]]]:
    parent: Line | None = None
    details: list[Line] = []
    for line in view.lines:
        if line.kind == "breakdown":
            details.append(line)
            continue
        if parent is not None and details:
            yield parent, details
        parent, details = (None if line.kind == "section" else line), []
    if parent is not None and details:
        yield parent, details


def breakdowns_of_forms(rows: CheckInput) -> Iterator[Breakdown]:
    """Every answer that därav questions follow in its section, and every one with the lines of its own question."""
    whole: Figure | None = None
    parts: list[Figure] = []
    section: str | None = None
    for field in (*rows.fields, None):
        if field is not None and field.section == section and is_breakdown(field.label):
            parts += [figure for figure in [figure_of_field(field)] if figure is not None]
            continue
        if whole is not None and parts:
            yield Breakdown(whole, parts, section or "", None)
        # A därav answer at the head of a section is a part of something above it.
        opens = field is not None and not names_a_breakdown(field.label)
        whole, parts = (figure_of_field(field) if field is not None and opens else None), []
        section = field.section if field is not None else None
    for answer, lines in parts_by_whole(rows.fields):
        figures = [figure_of_field(field) for field in (answer, *lines)]
        first, *others = [figure for figure in figures if figure is not None]
        yield Breakdown(first, others, answer.section or "", None)


def claims_of(breakdowns: Sequence[Breakdown]) -> Iterator[Claim]:
    """What does not add up: parts above their whole, and parts that should be all of it and are not.

    That they are all of it is shown by one of them that is called the rest, or by another whole of the document that
    parts of the same names make: women and men are all clients, the newly arrived and the parents are some of them.
    Otherwise parts that make up most of it are a warning. One part alone is only told in passing. Parts may come to
    more where they may overlap, and not where parts of the same names make another whole.
    """
    sums = [add_up(each.whole.quantity, [part.quantity for part in each.parts]) for each in breakdowns]
    apart = {
        each.labels
        for each, arithmetic in zip(breakdowns, sums, strict=True)
        if arithmetic.grade == "equal" and each.parts
    }
    for each, arithmetic in zip(breakdowns, sums, strict=True):
        if arithmetic.grade == "equal" or arithmetic.expected is None or each.whole.quantity.value == 0:
            continue
        if arithmetic.expected * each.whole.quantity.value < 0:
            continue  # a loss within what there is of own capital: parts of either sign make the whole
        is_above = abs(arithmetic.expected) > abs(each.whole.quantity.value)
        has_rest = any(word in folded(each.parts[-1].label) for word in _REST)
        is_all = len(each.parts) > 1 and (each.labels in apart or has_rest)
        is_most = len(each.parts) > 1 and arithmetic.expected >= _MOST_OF_IT * each.whole.quantity.value
        if not (is_above or is_all or is_most) or (is_above and each.may_overlap and each.labels not in apart):
            continue
        yield Claim(
            stated=each.whole,
            terms=each.parts,
            formula=sum_of(each.parts),
            weights=[1] * len(each.parts),
            arithmetic=arithmetic,
            title=each.title,
            doubt=each.doubt,
            only_warn=None if is_above or is_all else "some_parts",
        )
