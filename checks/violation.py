"""What a check yields: a small frozen record. Its words are rendered later."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from checks.arithmetic import Arithmetic
from checks.wording import Argument
from models.place import Place
from models.rows import Severity

EvidenceRole = Literal["total", "addend", "computed", "stated", "planned", "reported"]


@dataclass(frozen=True, slots=True)
class EvidenceItem:
    """One thing that a finding rests on; no text and no place for what was computed."""

    role: EvidenceRole
    document_id: str
    text: str | None = None
    value: Decimal | None = None
    place: Place | None = None
    should_be: Decimal | None = None
    """What the number would have to be for the finding not to be; None where nobody can say."""


@dataclass(frozen=True, slots=True)
class Violation:
    """One inconsistency.

    key says what it is about in words that outlive a new typesetting: titles, headings and labels,
    never numbers, ids or pages. messages are the names of the check's templates, in the order in
    which they are said; arguments fill them.
    """

    rule: str
    severity: Severity
    document_id: str
    subject: str
    key: tuple[str, ...]
    messages: tuple[str, ...]
    arguments: Mapping[str, Argument]
    arithmetic: Arithmetic | None = None
    evidence: tuple[EvidenceItem, ...] = field(default=())
    other_document_id: str | None = None
