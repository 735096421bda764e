"""What a document says of itself besides its title and issuer: numbers and days as written, with places."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from extractors.documents.days import read_days
from extractors.documents.identity import Identity
from extractors.documents.numbers_told import answered_diary_numbers, diary_numbers, org_numbers
from extractors.drafts import FactDraft, FieldDraft
from models.blocks import Block
from models.rows import FactKind


def read_facts(blocks: Sequence[Block], fields: Sequence[FieldDraft], identity: Identity) -> list[FactDraft]:
    """The facts of one document in its order, each kind's form's answers before its text's."""
    facts = [
        *org_numbers(blocks, fields),
        *_each_once([*answered_diary_numbers(fields), *diary_numbers(blocks)]),
        *read_days(blocks, fields, is_report=identity.doc_type == "grant_report"),
    ]
    return sorted(facts, key=lambda f: (f.places[0].page, f.places[0].top, f.places[0].x0))


def with_facts(identity: Identity, facts: Sequence[FactDraft]) -> Identity:
    """The identity with the document's own number and days: of several, the first that its head or form names."""
    periods = [f for f in facts if f.kind == "reported_period"]
    numbers = [f.value for f in facts if f.kind == "org_number" and f.value is not None]
    told = _only_year(periods) if identity.doc_type == "grant_report" and identity.period is None else None
    return replace(
        identity,
        reporting_year=identity.reporting_year or told,
        org_number=next(iter(numbers), None),
        diary_number=identity.diary_number or _only(facts, "diary_number"),
        document_date=_first(facts, "document_date"),
        signed_date=_first(facts, "signed_date") or _first(facts, "sent_date"),
        decision_date=_first([f for f in facts if f.is_own], "decision_date"),
        reported_from=next((f.first_day for f in periods if f.first_day is not None), None),
        reported_until=next((f.last_day for f in periods), None),
    )


def _only_year(periods: Sequence[FactDraft]) -> int | None:
    """The year that all reported periods lie in, from their first day to their last; None where they begin nowhere."""
    days = [day for fact in periods for day in (fact.first_day, fact.last_day)]
    years = {day.year for day in days if day is not None}
    return years.pop() if len(years) == 1 and None not in days else None


def _only(facts: Sequence[FactDraft], kind: FactKind) -> str | None:
    """What all of the document's own facts of the kind say; None where that is several things, as in a packet."""
    said = {f.value for f in facts if f.kind == kind and f.is_own and f.value is not None}
    return said.pop() if len(said) == 1 else None


def _each_once(facts: Sequence[FactDraft]) -> list[FactDraft]:
    """The facts without those that are told again on the same page."""
    first: dict[tuple[str | None, int], FactDraft] = {}
    for fact in facts:
        first.setdefault((fact.value, fact.places[0].page), fact)
    return list(first.values())


def _first(facts: Sequence[FactDraft], kind: FactKind) -> date | None:
    return next((f.first_day for f in facts if f.kind == kind), None)
