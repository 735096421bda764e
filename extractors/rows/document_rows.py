"""The document, what it says of itself, and its pages."""

from collections.abc import Sequence

from extractors.drafts import FactDraft
from extractors.privacy import mask
from extractors.rows.columns import box, masked, share, unless_private
from extractors.rows.understood import Understood
from models.blocks import ReadFile, TextLayer
from models.rows import Document, Fact, Page


def document_row(found: Understood, document_id: str, run_id: str) -> Document:
    identity, pages = found.identity, found.read.pages
    return Document(
        document_id=document_id,
        source_name=found.read.source_name,
        source_sha256=found.read.source_sha256,
        first_page=1,
        last_page=len(pages),
        part_confidence=share(found.confidence),
        doc_type=identity.doc_type,
        doc_type_confidence=share(identity.confidence),
        title=masked(identity.title),
        issuer=masked(identity.issuer),
        issuer_kind=identity.issuer_kind,
        kommunkod=identity.kommunkod,
        lanskod=identity.lanskod,
        period_start=identity.period[0] if identity.period else None,
        period_end=identity.period[1] if identity.period else None,
        reporting_year=identity.reporting_year,
        grant_name=masked(identity.grant_name),
        grant_code=identity.grant_code,
        grant_year=identity.grant_year,
        grantor=identity.grantor,
        diary_number=unless_private(identity.diary_number),
        org_number=unless_private(identity.org_number),
        document_date=identity.document_date,
        signed_date=identity.signed_date,
        decision_date=identity.decision_date,
        reported_from=identity.reported_from,
        reported_until=identity.reported_until,
        text_layer=_text_layer(found.read),
        run_id=run_id,
    )


def fact_rows(facts: Sequence[FactDraft], document_id: str) -> list[Fact]:
    """Without those that are a person's: a sole trader's organisation number is an identity number."""
    public = (f for f in facts if mask(f.text) == f.text)
    return [
        Fact(
            fact_id=f"{document_id}-d{n}",
            document_id=document_id,
            ordinal=n,
            kind=fact.kind,
            label=masked(fact.label),
            text=fact.text,
            value=fact.value,
            first_day=fact.first_day,
            last_day=fact.last_day,
            **box(fact.places[0]),
        )
        for n, fact in enumerate(public, start=1)
    ]


def _text_layer(read: ReadFile) -> TextLayer | None:
    layers = {p.text_layer for p in read.pages if p.text_layer is not None}
    return layers.pop() if len(layers) == 1 else "mixed" if layers else None


def page_rows(read: ReadFile, document_id: str) -> list[Page]:
    return [
        Page(
            source_sha256=read.source_sha256,
            page=p.page,
            label=p.label,
            document_id=document_id,
            width=round(p.width, 2),
            height=round(p.height, 2),
            rotation=p.rotation,
            text_layer=p.text_layer,
            n_words=p.n_words,
            doubt=p.doubt,
        )
        for p in read.pages
    ]
