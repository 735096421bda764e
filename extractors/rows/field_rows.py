"""Answers of forms."""

from collections.abc import Sequence

from extractors.drafts import FieldDraft
from extractors.privacy import mask
from extractors.rows.columns import box, is_public, masked
from models.rows import FormField


def field_rows(drafts: Sequence[FieldDraft], document_id: str) -> list[FormField]:
    secrets = list(dict.fromkeys(draft.secret for draft in drafts if draft.secret is not None))
    return [
        FormField(
            field_id=f"{document_id}-f{n}",
            document_id=document_id,
            number=draft.number,
            label=mask(draft.label),
            value_text=masked(draft.value),
            value_number=draft.value_number if is_public(draft.value) else None,
            value_unit=draft.value_unit if is_public(draft.value) else None,
            section=masked(draft.section),
            withheld=draft.withheld,
            withheld_answer=secrets.index(draft.secret) + 1 if draft.secret is not None else None,
            **box(draft.places[0]),
        )
        for n, draft in enumerate(drafts, start=1)
    ]
