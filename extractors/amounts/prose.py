"""Sums of money told in running text, with what they are, for which year."""

import re
from collections.abc import Sequence

from extractors.amounts.kinds import kind_of, role_named, role_said, year_told
from extractors.amounts.owners import Owners
from extractors.drafts import AmountDraft, PlanDraft
from extractors.numbers.money import find_money
from extractors.numbers.years import find_years
from models.blocks import Answer, Block, Heading, ListItem, Note, Paragraph
from models.place import Place
from models.rows import AmountKind

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ0-9])")
_SUBJECT_LETTERS = 300


def read_prose(
    blocks: Sequence[Block],
    plan: PlanDraft,
    *,
    costs_are: AmountKind,
    year: int | None,
) -> list[AmountDraft]:
    """Every sum in the document's text outside tables, linked to the plan's initiative and activity that it stands in.

    `costs_are`: what a cost is in this document: planned in a plan, spent in a report. `year`: the
    document's own, for sums whose sentence names none.
    """
    amounts: list[AmountDraft] = []
    heading: str | None = None
    owners = Owners(plan)
    for block in blocks:
        owners.pass_by(block)
        if isinstance(block, Heading):
            heading = block.text
        if (
            isinstance(block, Heading | Paragraph | ListItem)
            or (isinstance(block, Note) and block.note == "footnote")
            or (isinstance(block, Answer) and block.value)
        ):
            text = block.text
        else:
            continue
        for amount in _in_text(text, block.places, heading, costs_are, year):
            if amount.kind == "other" and owners.under_costs:
                amount.kind = costs_are
            amount.initiative, amount.activity = owners.initiative, owners.activity
            amounts.append(amount)
    return amounts


def _in_text(
    text: str,
    places: tuple[Place, ...],
    heading: str | None,
    costs_are: AmountKind,
    year: int | None,
) -> list[AmountDraft]:
    found: list[AmountDraft] = []
    starts = [0, *(m.end() for m in _SENTENCE_END.finditer(text))]
    for mention in find_money(text):
        start = max(s for s in starts if s <= mention.start)
        end = min((s for s in starts if s > mention.start), default=len(text))
        sentence = text[start:end].strip()
        role = role_said(text[start : mention.start]) or role_named(text[mention.end : end])
        if role in (None, "total") and heading is not None:
            role = role_named(heading) or role
        kind = kind_of(role, costs_are)
        said = {m.first for m in find_years(sentence) if m.first == m.last and m.kind != "implausible"}
        found.append(
            AmountDraft(
                number=mention.number,
                text=mention.text,
                places=places,
                kind=kind or "other",
                year=said.pop() if len(said) == 1 else year_told(sentence, year),
                subject=sentence if len(sentence) <= _SUBJECT_LETTERS else heading,
            )
        )
    return found
