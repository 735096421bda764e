"""An initiative as a card: its heads as labels of a table, what they say beside or below them.

Långsiktigt mål | Alla elever har någon att tala med.
Aktiviteter     | Anställa två kuratorer. Utbilda mentorer.
Kostnad         | 300 000 kr per år
"""

from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import NamedTuple

from extractors.drafts import ActivityDraft, GoalDraft, IndicatorDraft, InitiativeDraft, PlanDraft
from extractors.numbers.years import span_of_years
from extractors.plans.card_entries import Card, Entry, entries_of_cards
from extractors.plans.card_labels import Labels
from extractors.plans.cell_statements import statements_in
from extractors.plans.heads import Head, head_of, names_several
from extractors.plans.heads_by_content import FOLLOWS_UP
from extractors.plans.kinds_model import read_kinds
from extractors.plans.labels import Label
from extractors.plans.phrases import INITIATIVES
from extractors.plans.tables import PlanRow, year_of_row
from extractors.sentences import SENTENCE_END
from models.blocks import Cell, Table

_NONE: Labels = MappingProxyType({})
_FEWEST_LABELS = 2


class _Stated(NamedTuple):
    """An entry that states goals, activities, indicators or costs, or a cell that does without a head."""

    entry: Entry
    head: Head
    said: Cell


def cards_in(table: Table, labels: Labels = _NONE) -> list[Card]:
    """The cards of a table; none where it is no table of cards.

    labels: what labels open that the cards of the document have in common.
    """
    cards = entries_of_cards(table, labels)
    return cards if cards and all(map(_is_card, cards)) else []


def states_both(card: Card) -> bool:
    """Whether a card says by its heads what is to be reached or done, and another of what a plan says."""
    kinds = {head.kind for head in map(_opened, card.entries) if head is not None}
    return len(kinds) >= _FEWEST_LABELS and bool(kinds & {"goal", "activity"})


def is_card(table: Table, labels: Labels = _NONE) -> bool:
    """True where labels head goals or activities and more that is told of them, and nothing much stands by no label.

    labels: what labels open that the cards of the document have in common.
    """
    return bool(cards_in(table, labels))


def _is_card(card: Card) -> bool:
    """One row of labels over what it heads is a table's: those of a card stand in several, or beside their values."""
    rows = {entry.label.row for entry in card.entries}
    known = sum(entry.heads is not None for entry in card.entries)
    heads = {entry.heads if isinstance(entry.heads, str) else entry.heads.kind for entry in card.entries if entry.heads}
    labelled = len(rows) > 1 or not any(entry.below for entry in card.entries)
    states = any(stated.head.kind in ("goal", "activity") for stated in _stated(card))
    return labelled and states and len(heads) >= _FEWEST_LABELS and 3 * known >= 2 * len(card.entries)


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


def _read(card: Card, table: Table, plan: PlanDraft, above: InitiativeDraft | None) -> dict[int, PlanRow]:
    entries = card.entries
    initiative = above or InitiativeDraft(table.text or entries[0].label.text, (entries[0].label.place,))
    named = (entry.said for entry in entries if entry.heads == "name" and entry.said is not None)
    name = card.title or next(named, None)
    if name is not None:
        initiative = InitiativeDraft(name.text, (name.place,), initiative.focus_area)
    initiative.target_group = _told(entries, "target_group") or initiative.target_group
    initiative.focus_area = _told(entries, "focus_area") or initiative.focus_area
    acts: list[tuple[int, ActivityDraft]] = []
    for stated in _stated(card):
        for text in _statements(stated):
            activity = _state(stated, text, initiative, plan)
            if activity is not None:
                when = _told(entries, "years", stated.entry)
                activity.heading_years = stated.head.years or (span_of_years(when) if when else None)
                activity.responsible = _told(entries, "responsible", stated.entry)
                acts.append((stated.entry.row, activity))
    plan.list_once(initiative)
    when = _told(entries, "years")
    year = year_of_row(when) if when is not None else None
    read: dict[int, PlanRow] = {}
    for entry in entries:
        own = [activity for row, activity in acts if row == entry.row and entry.below] or [each for _, each in acts]
        read[entry.row] = PlanRow(entry.row, initiative, own[0] if len(own) == 1 else None, year)
    return read


def _told(entries: Sequence[Entry], label: Label, of: Entry | None = None) -> str | None:
    """What the card says behind a label: in the row of values that an entry stands in, else next below it, else above.

    Where it says it once it is told of all.
    """
    told = [entry for entry in entries if entry.heads == label and entry.said is not None]
    if of is not None and len(told) > 1:
        told.sort(key=lambda entry: (entry.row != of.row, entry.row < of.row, abs(entry.row - of.row)))
    return told[0].said.text if told and told[0].said is not None else None


def _stated(card: Card) -> Iterator[_Stated]:
    """What the entries state, in their order; a card none of whose heads opens activities may do so in other words."""
    opened = [(entry, _opened(entry)) for entry in card.entries]
    for entry, head in opened:
        if head is not None and entry.said is not None:
            yield _Stated(entry, head, entry.said)
    if not any(head is not None and head.kind == "activity" for _, head in opened):
        yield from _acts_by_name(card)


def _acts_by_name(card: Card) -> Iterator[_Stated]:
    """The activity that the initiative's name is, or what "Vad" tells, or "Hur", or the title over who does it."""
    head = Head("activity")
    told = [_Stated(entry, head, entry.said) for entry in card.entries if entry.said is not None]
    named = [each for each in told if each.entry.heads == "name" and INITIATIVES.search(each.entry.label.text)]
    asked = [each for each in told if each.entry.heads in ("what", "how")]
    if named or asked:
        acts = (each for each in asked if read_kinds([each.said.text])[0].kind == "activity")
        yield named[0] if named else next(acts, asked[0])
        return
    goals = any(isinstance(entry.heads, Head) and entry.heads.kind == "goal" for entry in card.entries)
    who = any(entry.heads == "responsible" for entry in card.entries)
    if card.title is not None and who and not goals and head_of(card.title.text) is None:
        yield _Stated(Entry(card.title.row, head, card.title, card.title), head, card.title)


def _opened(entry: Entry) -> Head | None:
    """What the entry states; how it is followed up is an indicator where its words are one's."""
    if (
        isinstance(entry.heads, Head)
        or entry.said is None
        or not FOLLOWS_UP.match(entry.label.text.strip().rstrip(":?"))
    ):
        return entry.heads if isinstance(entry.heads, Head) else None
    return Head("indicator") if read_kinds([entry.said.text])[0].kind == "indicator" else None


def _statements(stated: _Stated) -> Sequence[str]:
    """What stands beside a head: bullets may be lost in cells, so a head in the plural has a sentence for each."""
    if stated.head.kind in ("goal", "activity", "indicator"):
        texts = statements_in(stated.said, stated.head.kind)
        if len(texts) > 1:
            return texts
    return SENTENCE_END.split(stated.said.text) if names_several(stated.entry.label.text) else [stated.said.text]


def _state(stated: _Stated, text: str, initiative: InitiativeDraft, plan: PlanDraft) -> ActivityDraft | None:
    """Add a statement to the plan; an activity is given back, for the card says more of it."""
    head, places = stated.head, (stated.said.place,)
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
        plan.activities.append(activity)
        return activity
    return None
