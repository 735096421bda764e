"""Whose a document is, and of which year: what belongs together is found by it."""

from models.rows import Document

PartyYear = tuple[str, int]
"""kommunkod, or R and länskod for a region; and the year."""


def party_year(document: Document) -> PartyYear | None:
    """Null where the document does not say whose it is, or is of several years."""
    year = document.reporting_year
    if year is None and document.period_start == document.period_end:
        year = document.period_start
    if year is None:
        return None
    if document.kommunkod is not None:
        return document.kommunkod, year
    if document.issuer_kind == "region" and document.lanskod is not None:
        return f"R{document.lanskod}", year
    return None
