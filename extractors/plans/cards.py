"""An initiative as a table of two columns: its heads in the first, what they say beside them.

Långsiktigt mål | Alla elever har någon att tala med.
Aktiviteter     | Anställa två kuratorer. Utbilda mentorer.
Kostnad         | 300 000 kr per år
"""

import re
from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple

from extractors.drafts import ActivityDraft, GoalDraft, IndicatorDraft, InitiativeDraft, PlanDraft
from extractors.numbers.years import span_of_years
from extractors.plans.card_labels import Labels, folded
from extractors.plans.cell_statements import statements_in
from extractors.plans.heads import Head, head_of, names_several
from extractors.plans.heads_by_content import FOLLOWS_UP
from extractors.plans.kinds_model import read_kinds
from extractors.plans.labels import Label, label_of
from extractors.plans.phrases import INITIATIVES
from extractors.plans.tables import PlanRow, year_of_row
from extractors.sentences import SENTENCE_END
from models.blocks import Cell, Table

_NAME = re.compile(r"^(?:namn|rubrik|(?:namn på )?(?:insats|satsning)(?:en|ens namn)?)\s*:?$", re.IGNORECASE)
_NONE: Labels = MappingProxyType({})
_STATING = frozenset({"goal", "activity", "indicator", "cost"})


class _Entry(NamedTuple):
    """One row of a card: what its first cell heads, and the cell beside it."""

    row: int
    heads: Head | Label | Literal["name"] | None
    label: Cell
    said: Cell | None


class _Card(NamedTuple):
    """One card of a table, and the row over both columns that names it."""

    title: Cell | None
    entries: list[_Entry]


def cards_in(table: Table, labels: Labels = _NONE) -> list[_Card]:
    """The cards of a table; none where it is no table of cards. Rows over both columns name one each.

    labels: what labels open that the cards of the document have in common.
    """
    if table.n_cols != 2:
        return []
    cards: list[_Card] = []
    for entry in _entries(table, labels):
        names = entry.heads is None and entry.label.col_span == table.n_cols
        if names or not cards:
            cards.append(_Card(entry.label if names else None, []))
        if not names:
            cards[-1].entries.append(entry)
    cards = [card for card in cards if card.entries]
    return cards if cards and all(_is_card(card) for card in cards) else []


def _is_card(card: _Card) -> bool:
    opened = [_opened(entry) for entry in card.entries]
    kinds = {head.kind for head in opened if head is not None}
    known = sum(not (entry.heads is None and head is None) for entry, head in zip(card.entries, opened, strict=True))
    states = kinds & {"goal", "activity"}
    return len(kinds) >= 2 and bool(states) and 3 * known >= 2 * len(card.entries)


def is_card(table: Table, labels: Labels = _NONE) -> bool:
    """True where the first of two columns holds heads: goals and activities, and nothing much that is no head.

    labels: what labels open that the cards of the document have in common.
    """
    return bool(cards_in(table, labels))


def read_card(
    table: Table, plan: PlanDraft, above: InitiativeDraft | None, labels: Labels = _NONE
) -> dict[int, PlanRow]:
    """The goals, activities and indicators of the initiative, and by row number whose its sums are.

    An initiative that is told by its name alone ("Insats | Utbilda tränare") is its own activity.

    above: the part of the plan that the card stands in; its heading is the initiative's where the card has no name.
    """
    read: dict[int, PlanRow] = {}
    for card in cards_in(table, labels):
        read |= _read(card, table, plan, above)
    return read


def _read(card: _Card, table: Table, plan: PlanDraft, above: InitiativeDraft | None) -> dict[int, PlanRow]:
    entries = card.entries
    named = {entry.heads: entry.said for entry in entries if isinstance(entry.heads, str) and entry.said is not None}
    initiative = above or InitiativeDraft(table.text or entries[0].label.text, (entries[0].label.place,))
    name = card.title or named.get("name")
    if name is not None:
        initiative = InitiativeDraft(name.text, (name.place,), initiative.focus_area)
    initiative.target_group = named["target_group"].text if "target_group" in named else initiative.target_group
    initiative.focus_area = named["focus_area"].text if "focus_area" in named else initiative.focus_area
    before = len(plan.activities)
    years = span_of_years(named["years"].text) if "years" in named else None
    responsible = named["responsible"].text if "responsible" in named else None
    for entry in entries:
        head = _opened(entry)
        if head is not None and entry.said is not None:
            for text in _statements(entry.label.text, entry.said, head):
                _state(head, entry.said, text, initiative, plan, (years, responsible))
    acts = any(isinstance(entry.heads, Head) and entry.heads.kind == "activity" for entry in entries)
    for entry in [] if acts else entries:
        if entry.said is not None and entry.heads == "name" and INITIATIVES.search(entry.label.text):
            for text in statements_in(entry.said, "activity"):
                _state(Head("activity"), entry.said, text, initiative, plan, (years, responsible))
    if initiative not in plan.initiatives:
        plan.initiatives.append(initiative)
    year = year_of_row(named["years"].text) if "years" in named else None
    stated = plan.activities[before:]
    activity = stated[0] if len(stated) == 1 else None
    return {entry.row: PlanRow(entry.row, initiative, activity, year) for entry in entries}


def _entries(table: Table, labels: Labels) -> Iterator[_Entry]:
    for row in range(table.n_rows):
        cells = {cell.col: cell for cell in table.cells if cell.row == row and cell.text.strip()}
        if 0 in cells:
            heads = _heads(cells[0].text.strip()) or labels.get(folded(cells[0].text))
            yield _Entry(row, heads, cells[0], cells.get(1))


def _heads(text: str) -> Head | Label | Literal["name"] | None:
    if _NAME.match(text):
        return "name"
    label = label_of(text)
    if label is not None:
        return label
    head = head_of(text)
    if head is not None and head.kind == "numbered_activity" and not head.text:
        return Head("activity", number=head.number)
    return head if head is not None and head.kind in _STATING else None


def _opened(entry: _Entry) -> Head | None:
    """What the entry states; how it is followed up is an indicator where its words are one's."""
    if (
        isinstance(entry.heads, Head)
        or entry.said is None
        or not FOLLOWS_UP.match(entry.label.text.strip().rstrip(":?"))
    ):
        return entry.heads if isinstance(entry.heads, Head) else None
    return Head("indicator") if read_kinds([entry.said.text])[0].kind == "indicator" else None


def _statements(label: str, cell: Cell, head: Head) -> Sequence[str]:
    """What stands beside a head: bullets may be lost in cells, so a head in the plural has a sentence for each."""
    if head.kind in ("goal", "activity", "indicator"):
        stated = statements_in(cell, head.kind)
        if len(stated) > 1:
            return stated
    return SENTENCE_END.split(cell.text) if names_several(label) else [cell.text]


def _state(
    head: Head,
    cell: Cell,
    text: str,
    initiative: InitiativeDraft,
    plan: PlanDraft,
    told: tuple[tuple[int, int] | None, str | None],
) -> None:
    """told: the years and those responsible, which the card says of all its activities."""
    places, years = (cell.place,), head.years or told[0]
    areas = (initiative.focus_area, initiative.target_group)
    if head.kind == "goal":
        plan.goals.append(GoalDraft(text, places, head.horizon, initiative, *areas, "table"))
    elif head.kind == "indicator":
        plan.indicators.append(IndicatorDraft(text, places, initiative, "table"))
    elif head.kind == "cost":
        initiative.cost = f"{initiative.cost} {text}" if initiative.cost else text
    else:
        activity = ActivityDraft(text, places, head.category, initiative, basis="table")
        activity.focus_area, activity.target_group = areas
        activity.heading_years, activity.responsible = years, told[1]
        plan.activities.append(activity)
