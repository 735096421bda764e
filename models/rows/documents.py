"""Documents and their pages."""

from datetime import date, datetime
from typing import ClassVar

from pydantic import Field

from models.blocks import TextLayer
from models.rows.columns import DocType, IssuerKind, Number
from models.rows.row import Row


class Document(Row):
    table_name: ClassVar[str] = "documents"
    primary_key: ClassVar[tuple[str, ...]] = ("document_id",)

    document_id: str = Field(description="From the file's content and the part's ordinal in it.")
    source_name: str = Field(description="File name, without folders.")
    source_sha256: str = Field(description="SHA-256 of the file's bytes.")
    first_page: int = Field(ge=1, description="First page in the file, 1-based.")
    last_page: int = Field(ge=1, description="Last page in the file.")
    part_confidence: Number | None = Field(
        default=None, description="How sure it is that one document begins and ends there, 0 to 1."
    )
    doc_type: DocType = Field(description="Class of document.")
    doc_type_confidence: Number | None = Field(default=None, description="How sure the class is, 0 to 1.")
    title: str | None = Field(default=None, description="Title as it stands in the document.")
    issuer: str | None = Field(default=None, description="Who issued it, in the document's words.")
    issuer_kind: IssuerKind | None = Field(default=None, description="Kind of issuer.")
    kommunkod: str | None = Field(default=None, description="Statistics Sweden's municipality code.")
    lanskod: str | None = Field(default=None, description="Statistics Sweden's county code.")
    period_start: int | None = Field(default=None, description="First year of the period that a plan is for.")
    period_end: int | None = Field(default=None, description="Last year of that period.")
    reporting_year: int | None = Field(default=None, description="The year that a report or yearly plan is about.")
    grant_name: str | None = Field(default=None, description="The grant, in the document's words.")
    grant_code: str | None = Field(default=None, description="The grant, by the registry of grants.")
    grant_year: int | None = Field(default=None, description="The year whose grant it is about.")
    grantor: str | None = Field(default=None, description="The body that gives the grant, where the document says it.")
    diary_number: str | None = Field(default=None, description="Diarienummer.")
    org_number: str | None = Field(default=None, description="Organisation number, NNNNNN-NNNN.")
    document_date: date | None = Field(default=None, description="Date that the document bears.")
    signed_date: date | None = Field(
        default=None, description="Day on which it was signed; where it does not say, on which it was sent in."
    )
    decision_date: date | None = Field(
        default=None, description="Day of the decision that its head or its form names; others are in facts."
    )
    reported_from: date | None = Field(default=None, description="First day of what a report is of, where it says it.")
    reported_until: date | None = Field(default=None, description="Last day of that, where it says it.")
    text_layer: TextLayer | None = Field(default=None, description="Where its text comes from.")
    duplicate_of: str | None = Field(
        default=None, description="document_id of the same document, met earlier or told more fully."
    )
    text_sha256: str | None = Field(
        default=None,
        description="SHA-256 of its letters and digits in reading order, running heads left out: the same for the same "
        "text in other bytes. null where there is too little text to tell.",
    )
    retired_since: datetime | None = Field(
        default=None, description="UTC: when a run first missed the file in its folder; null while it is there."
    )
    run_id: str = Field(default="", description="The run that read it.")


class Page(Row):
    table_name: ClassVar[str] = "pages"
    primary_key: ClassVar[tuple[str, ...]] = ("source_sha256", "page")

    source_sha256: str = Field(description="SHA-256 of the file's bytes.")
    page: int = Field(ge=1, description="Page in the file, 1-based.")
    label: str | None = Field(default=None, description="Page number as printed.")
    document_id: str = Field(description="The document that the page belongs to.")
    width: float = Field(description="Points.")
    height: float = Field(description="Points.")
    rotation: int = Field(description="Degrees.")
    text_layer: TextLayer | None = Field(description="Where its text comes from; null where it has none.")
    n_words: int = Field(description="Words read.")
    doubt: str | None = Field(default=None, description="Why its reading is unsure; null where it is not.")
