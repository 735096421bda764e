"""Findings that quote: rows as evidence with their words and place, and what a doubtful page makes of a finding."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from checks.check_input import CheckInput
from checks.tables.structure import doubt_of
from checks.violation import EvidenceItem, EvidenceRole, Violation
from checks.wording import Argument, Bilingual
from models.rows import Document, Placed, Severity

DOUBT_MESSAGES: Mapping[str, Bilingual] = {
    "doubt": Bilingual(sv="Läsningen är osäker: {doubt}.", en="The reading is unsure: {doubt}."),
}
"""What a finding adds where it rests on a page that was read with doubt."""

_QUOTED = 160
"""Characters of a text that a message repeats; the evidence has all of it."""


def quote(
    row: Placed, document_id: str, text: str | None, role: EvidenceRole = "stated", value: Decimal | None = None
) -> EvidenceItem:
    """A row that a finding rests on, with its words as they stand."""
    return EvidenceItem(role=role, document_id=document_id, text=text, value=value, place=row.place)


def shortened(text: str, most: int = _QUOTED) -> str:
    """A text as a message repeats it: whole words, `most` characters of them."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def quoting(  # noqa: PLR0913 - a finding's own parts
    rows: CheckInput,
    rule: str,
    severity: Severity,
    document: Document,
    *,
    subject: str,
    key: tuple[str, ...],
    messages: tuple[str, ...],
    arguments: Mapping[str, Argument],
    evidence: Sequence[EvidenceItem],
) -> Violation:
    """A finding without arithmetic. Where a page that it quotes was read with doubt it says so, and is no error.

    arguments: `page` is filled in, from the first evidence that has a place.
    """
    pages = {(item.document_id, item.place.page) for item in evidence if item.place is not None}
    doubt = next((said for page in sorted(pages) if (said := page_doubt(rows, *page)) is not None), None)
    first = next((item.place.page for item in evidence if item.place is not None), document.first_page)
    filled: dict[str, Argument] = {"page": str(first), **arguments}
    if doubt is not None:
        messages = (*messages, "doubt")
        filled["doubt"] = doubt
    return Violation(
        rule=rule,
        severity="warning" if doubt is not None and severity == "error" else severity,
        document_id=document.document_id,
        subject=subject,
        key=key,
        messages=messages,
        arguments=filled,
        evidence=tuple(evidence),
    )


def page_doubt(rows: CheckInput, document_id: str, page: int) -> Bilingual | None:
    """Why what stands on a page may have been misread; None where nothing says so."""
    for each in rows.pages:
        if each.document_id == document_id and each.page == page:
            return doubt_of(each)
    return None
