"""What a document states beside its plan: amounts, answers, facts, and the text that is none of these."""

from datetime import date
from typing import ClassVar

from pydantic import Field

from models.rows.columns import AmountKind, FactKind, Money, Number, PassageKind
from models.rows.row import Placed


class Amount(Placed):
    table_name: ClassVar[str] = "amounts"
    primary_key: ClassVar[tuple[str, ...]] = ("amount_id",)

    amount_id: str = Field(description="The document_id, the kind and the order in the document.")
    document_id: str = Field(description="The document that it stands in.")
    value_sek: Money = Field(description="Kronor.")
    value_low: Money = Field(description="Lowest value that the writing allows, kronor.")
    value_high: Money = Field(description="Highest value that the writing allows, kronor.")
    text: str = Field(description="The sum as it stands.")
    approximate: bool = Field(description="Said to be about, above or below.")
    kind: AmountKind
    year: int | None = Field(default=None, description="The year that it is for.")
    subject: str | None = Field(default=None, description="What it is for, in the document's words.")
    grant_code: str | None = Field(default=None, description="The grant that it is of, by the registry of grants.")
    initiative_id: str | None = None
    activity_id: str | None = None
    kommunkod: str | None = Field(default=None, description="Where the row is a municipality.")
    table_id: str | None = Field(default=None, description="The table that it stands in.")
    row: int | None = Field(default=None, description="Row in that table, from 0.")
    col: int | None = Field(default=None, description="Column in that table, from 0.")
    repeat_of: str | None = Field(default=None, description="An earlier amount_id that states the same fact.")


class FormField(Placed):
    table_name: ClassVar[str] = "fields"
    primary_key: ClassVar[tuple[str, ...]] = ("field_id",)

    field_id: str = Field(description="The document_id, the kind and the order in the document.")
    document_id: str = Field(description="The document that it stands in.")
    number: str | None = Field(default=None, description="The question's number: 1, 2a, 5c-d.")
    label: str = Field(description="The question or label, as it stands.")
    value_text: str | None = Field(default=None, description="The answer as it stands; null where it is empty.")
    value_number: Number | None = Field(default=None, description="The answer as a number.")
    value_unit: str | None = Field(default=None, description="Its unit: kr, tkr, mnkr, percent, count.")
    section: str | None = Field(default=None, description="The heading that it stands under.")
    withheld: str | None = Field(
        default=None,
        description="Why an answer that is there was left out: e-mail, telephone, name, identity number.",
    )
    withheld_answer: int | None = Field(
        default=None,
        description="Which of the document's withheld answers it is, from 1: the same answer has the same number. It "
        "tells nothing else of the answer.",
    )


class Passage(Placed):
    table_name: ClassVar[str] = "passages"
    primary_key: ClassVar[tuple[str, ...]] = ("passage_id",)

    passage_id: str = Field(description="The document_id, the kind and the order in the document.")
    document_id: str = Field(description="The document that it stands in.")
    ordinal: int = Field(description="Reading order in the document, from 1.")
    kind: PassageKind = Field(description="What it is by its look and place.")
    level: int | None = Field(
        default=None, description="Of a heading: 1 is the highest; of a list item: 1 is outermost."
    )
    marker: str | None = Field(
        default=None, description="Of a list item: its bullet or number as it stands; of a footnote: its mark."
    )
    text: str | None = Field(description="Its words, made whole; null where they are withheld.")
    withheld: str | None = Field(
        default=None, description="Why its words are left out: they are an answer that fields withholds."
    )


class Fact(Placed):
    table_name: ClassVar[str] = "facts"
    primary_key: ClassVar[tuple[str, ...]] = ("fact_id",)

    fact_id: str = Field(description="The document_id, the kind and the order in the document.")
    document_id: str = Field(description="The document that it stands in.")
    ordinal: int = Field(description="Order in the document, from 1.")
    kind: FactKind = Field(
        description="org_number and diary_number; days: document_date, signed_date, sent_date (sent in or received), "
        "decision_date, meeting_date, due_date (senast); reported_period (what time a report is of)."
    )
    label: str | None = Field(
        default=None, description="The words that say what it is, as they stand; null where its form or place does."
    )
    text: str = Field(description="As it stands, right or wrong.")
    value: str | None = Field(
        default=None,
        description="Normalized: NNNNNN-NNNN, YYYY-MM-DD, YYYY-MM-DD/YYYY-MM-DD; null where it is malformed.",
    )
    first_day: date | None = Field(default=None, description="The day, or a period's first, where it says it.")
    last_day: date | None = Field(default=None, description="The day, or a period's last.")
