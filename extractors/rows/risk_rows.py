"""Rated risks of control plans."""

from collections.abc import Sequence

from extractors.drafts import RiskDraft
from extractors.plans.risks import rating_of
from extractors.privacy import mask
from extractors.rows.columns import box, masked
from models.rows import Risk


def risk_rows(drafts: Sequence[RiskDraft], document_id: str, table_ids: Sequence[str]) -> list[Risk]:
    return [
        Risk(
            risk_id=f"{document_id}-r{n}",
            document_id=document_id,
            ordinal=n,
            process=masked(draft.process),
            text=mask(draft.text),
            reason=masked(draft.reason),
            probability_text=masked(draft.probability),
            consequence_text=masked(draft.consequence),
            probability=rating_of(draft.probability),
            consequence=rating_of(draft.consequence),
            value=rating_of(draft.value),
            value_after=rating_of(draft.value_after),
            table_id=table_ids[draft.table - 1],
            row=draft.row,
            **box(draft.places[0]),
        )
        for n, draft in enumerate(drafts, start=1)
    ]
