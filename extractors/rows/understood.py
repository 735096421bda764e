"""All that is known of one document, before rows are made of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from extractors.documents.identity import Identity
from extractors.drafts import FactDraft, FieldDraft, PlanDraft, RiskDraft
from models.blocks import ReadFile, Table
from models.numbers import WrittenNumber


@dataclass(frozen=True)
class Understood:
    """One document: what was read of it, and what it says."""

    read: ReadFile
    identity: Identity
    plan: PlanDraft
    fields: Sequence[FieldDraft]
    facts: Sequence[FactDraft]
    risks: Sequence[RiskDraft]
    tables: Sequence[Table]
    numbers: Sequence[dict[tuple[int, int], WrittenNumber]]
    ordinal: int = 1
    """Its place among the documents of the file."""
    confidence: float = 1.0
    """How sure it is that it begins and ends there."""
