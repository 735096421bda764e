"""A table of cards as labels and what they head, however the two lie: beside each other, above, in one cell.

Aktivitet 1 | Spelkväll på biblioteket                 Mål           | Ansvarig     | Tid
Vad?        | Brädspel för unga | Varför? | De är få   Fler får stöd | Skolchefen   | 2027
Vem?        | Fritidsledaren    | När?    | 2026       Aktiviteter
                                                       Utbilda mentorer. Starta en jour.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from extractors.plans.card_labels import CardHead, Labels, counted_act, folded, heads_of_card
from extractors.plans.heads import Head, run_in_head
from extractors.plans.labels import labelled
from models.blocks import Cell, Table

_NONE: Labels = MappingProxyType({})
_FEWEST_COLUMNS = 2


class Entry(NamedTuple):
    """A label of a card and what it heads."""

    row: int
    heads: CardHead | None
    """None where the label's words are not known."""
    label: Cell
    said: Cell | None
    below: bool = False
    """It stands below its label, in a row of values: what is beside it there is of the same."""


class Card(NamedTuple):
    """One card of a table, and the row over all columns, or the head of its column, that names it."""

    title: Cell | None
    entries: list[Entry]


class _Row(NamedTuple):
    """A table's row: its cells with words, and whether they go over all columns together."""

    at: int
    cells: list[Cell]
    heads: list[CardHead | None]
    full: bool


def entries_of_cards(table: Table, labels: Labels = _NONE) -> list[Card]:
    """The table as cards, whether it is one of cards or not. A row over all columns that is no label begins a card.

    So does the label that began the card before, when it comes back. labels: what labels open that the cards of the
    document have in common.
    """
    rows = list(_rows(table, labels))
    if _is_upright(table, rows):
        return _cards_by_column(table, rows)
    cards: list[Card] = []
    for title, entry in _read(table, rows):
        if title is not None or not cards or (entry is not None and _begins_again(entry, cards[-1])):
            cards.append(Card(title, []))
        if entry is not None:
            cards[-1].entries.append(entry)
    return [card for card in cards if card.entries]


def _rows(table: Table, labels: Labels) -> Iterator[_Row]:
    for at in range(table.n_rows):
        cells = sorted((c for c in table.cells if c.row == at and c.text.strip()), key=lambda c: c.col)
        if cells:
            heads = [heads_of_card(cell.text) or labels.get(folded(cell.text)) for cell in cells]
            yield _Row(at, cells, heads, sum(cell.col_span for cell in cells) == table.n_cols)


def _read(table: Table, rows: Sequence[_Row]) -> Iterator[tuple[Cell | None, Entry | None]]:
    """The titles and entries in their order; a title that is an entry too comes as both."""
    above: _Row | None = None
    beside = _label_columns(rows)
    for n, row in enumerate(rows):
        over_all = row.full and len(row.cells) == 1 and table.n_cols >= _FEWEST_COLUMNS
        within = [entry for cell in row.cells if row.full for entry in _within(cell)]
        if _is_of_labels(row, rows[n + 1 :], over_all=over_all):
            above = row
        elif above is not None and row.heads[0] is None and (len(above.cells) == 1 or not over_all):
            yield from ((None, entry) for entry in _below(row, above))
        elif over_all and row.heads[0] is None:
            above = None
            if not within or _counts(within[0]):
                yield row.cells[0], None
            yield from ((None, entry) for entry in within)
        elif len(within) >= len(row.cells) and row.heads[0] is None:
            above = None
            yield from ((None, entry) for entry in within)
        else:
            above = None
            yield from ((None, entry) for entry in _beside(row, beside))


def _is_of_labels(row: _Row, below: Sequence[_Row], *, over_all: bool) -> bool:
    """Whether the row is nothing but labels, over all columns, and what they head stands in the row below."""
    if not row.full or any(heads is None for heads in row.heads) or (len(row.cells) == 1 and not over_all):
        return False
    return bool(below) and below[0].heads[0] is None


def _below(row: _Row, above: _Row) -> Iterator[Entry]:
    for cell in row.cells:
        heads = ((h, label) for h, label in zip(above.heads, above.cells, strict=True) if label.covers(cell.col))
        found, label = next(heads, (None, cell))
        yield Entry(row.at, found, label, cell, below=True)


def _beside(row: _Row, columns: frozenset[int]) -> Iterator[Entry]:
    """Labels with the cells right of them; a cell that stands right of no label is unknown."""
    said: Cell | None = None
    for cell, heads in reversed(list(zip(row.cells, row.heads, strict=True))):
        if cell.col in columns:
            yield Entry(row.at, heads, cell, said)
            said = None
        else:
            if said is not None:
                yield Entry(row.at, None, said, None)
            said = cell
    if said is not None:
        yield Entry(row.at, None, said, None)


def _label_columns(rows: Sequence[_Row]) -> frozenset[int]:
    """The columns that labels stand in: the first, and those most of whose texts are labels."""
    known: dict[int, list[bool]] = defaultdict(list)
    for row in rows:
        for cell, heads in zip(row.cells, row.heads, strict=True):
            if len(row.cells) > 1:
                known[cell.col].append(heads is not None)
    return frozenset({0, *(col for col, told in known.items() if 2 * sum(told) > len(told))})


def _within(cell: Cell) -> list[Entry]:
    """The entries of a cell whose lines say both, the label and what it heads: "Ansvarig: Skolchefen"."""
    found: list[Entry] = []
    for text in cell.parts or (cell.text,):
        told: tuple[CardHead, str] | None = labelled(text) or run_in_head(text) or counted_act(text)
        if told is None:
            return []
        label = cell.model_copy(update={"text": text.removesuffix(told[1]).strip()})
        said = cell.model_copy(
            update={"text": told[1], "items": (), "parts": (), "possible_parts": (), "paragraphs": ()}
        )
        found.append(Entry(cell.row, told[0], label, said))
    return found


def _counts(entry: Entry) -> bool:
    """Whether its label counts what it heads: "Aktivitet 3"."""
    return isinstance(entry.heads, Head) and entry.heads.number is not None


def _begins_again(entry: Entry, card: Card) -> bool:
    """Whether the label that began the card comes back, after others."""
    if not card.entries:
        return False
    first, last = card.entries[0], card.entries[-1]
    return entry.label is not first.label and _is_same(entry, first) and not _is_same(entry, last)


def _is_same(one: Entry, other: Entry) -> bool:
    if isinstance(one.heads, Head) and isinstance(other.heads, Head) and _counts(one) and _counts(other):
        return one.heads.kind == other.heads.kind
    return folded(one.label.text) == folded(other.label.text)


def _is_upright(table: Table, rows: Sequence[_Row]) -> bool:
    """Whether the first column holds the labels and each other one, by the name on top of it, is a card of its own."""
    named = {cell.col for cell in rows[0].cells} if rows and rows[0].heads[0] is None else set()
    if table.n_cols <= _FEWEST_COLUMNS or not named.issuperset(range(1, table.n_cols)) or _label_columns(rows) != {0}:
        return False
    of_labels = [row for row in rows[1:] if row.cells[0].col == 0 and row.heads[0] is not None]
    several = [row for row in of_labels if len(row.cells) > _FEWEST_COLUMNS]
    return 3 * len(of_labels) >= 2 * len(rows[1:]) and 2 * len(several) > len(of_labels)


def _cards_by_column(table: Table, rows: Sequence[_Row]) -> list[Card]:
    """A cell over several columns is the first one's."""
    titles: Mapping[int, Cell] = {cell.col: cell for cell in rows[0].cells}
    cards: list[Card] = []
    for col in range(1, table.n_cols):
        beside = [(row, next((cell for cell in row.cells[1:] if cell.col == col), None)) for row in rows[1:]]
        entries = [Entry(row.at, row.heads[0], row.cells[0], said) for row, said in beside if row.cells[0].col == 0]
        cards.append(Card(titles[col], entries))
    return cards
