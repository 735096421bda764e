"""Sums of money."""

from collections.abc import Sequence

from extractors.drafts import ActivityDraft, AmountDraft, InitiativeDraft
from extractors.privacy import mask
from extractors.rows.columns import box, masked, money
from models.rows import Amount


def amount_rows(
    drafts: Sequence[AmountDraft],
    document_id: str,
    initiatives: dict[InitiativeDraft, str],
    activities: dict[ActivityDraft, str],
    table_ids: Sequence[str],
) -> list[Amount]:
    rows: list[Amount] = []
    public = (d for d in drafts if mask(d.text) == d.text)
    for n, draft in enumerate(public, start=1):
        low, high = draft.number.interval
        rows.append(
            Amount(
                amount_id=f"{document_id}-m{n}",
                document_id=document_id,
                value_sek=money(draft.number.kronor),
                value_low=money(low),
                value_high=money(high),
                text=draft.text,
                approximate=draft.number.side is not None,
                kind=draft.kind,
                year=draft.year,
                subject=masked(draft.subject),
                grant_code=draft.grant_code,
                initiative_id=initiatives[draft.initiative] if draft.initiative else None,
                activity_id=activities[draft.activity] if draft.activity else None,
                kommunkod=draft.kommunkod,
                table_id=table_ids[draft.table - 1] if draft.table is not None else None,
                row=draft.row,
                col=draft.col,
                **box(draft.places[0]),
            )
        )
    return rows
