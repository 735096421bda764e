"""What does not add up, and where it is seen."""

from typing import ClassVar

from pydantic import Field

from models.rows.columns import FindingStatus, Number, Severity
from models.rows.row import Row


class Finding(Row):
    table_name: ClassVar[str] = "findings"
    primary_key: ClassVar[tuple[str, ...]] = ("finding_id",)

    finding_id: str = Field(description="From the rule and what it is about.")
    rule: str = Field(description="The check's id, such as footing.column.")
    family: str = Field(description="The family of checks that the rule belongs to.")
    severity: Severity
    document_id: str = Field(description="The document that it is found in.")
    other_document_id: str | None = None
    subject: str = Field(description="What it is about, in the document's words.")
    message_sv: str = Field(description="The finding in a sentence, Swedish.")
    message_en: str = Field(description="The finding in a sentence, English.")
    expected: Number | None = Field(default=None, description="What the arithmetic gives.")
    actual: Number | None = Field(default=None, description="What the document states.")
    difference: Number | None = Field(default=None, description="actual - expected.")
    tolerance: Number | None = Field(default=None, description="What rounding explains.")
    status: FindingStatus = "open"
    first_run: str = ""
    run_id: str = ""


class Evidence(Row):
    table_name: ClassVar[str] = "evidence"
    primary_key: ClassVar[tuple[str, ...]] = ("finding_id", "ordinal")

    finding_id: str = Field(description="The finding that rests on it.")
    ordinal: int = Field(description="Order within the finding, from 1.")
    role: str = Field(description="total, addend, stated, computed, ...")
    document_id: str = Field(description="The document that it stands in.")
    text: str | None = Field(default=None, description="The words as they stand; null for what was computed.")
    value: Number | None = Field(default=None, description="Its number, in its own unit.")
    page: int | None = Field(default=None, ge=1, description="Page in the file, 1-based.")
    x0: float | None = None
    top: float | None = None
    x1: float | None = None
    bottom: float | None = None
