"""The two lists: findings to work off, and documents."""

import re
from typing import Any

from outputs.audit_report.material import Material, Record
from outputs.audit_report.words import Language
from outputs.verdicts import figures_of


def finding_rows(material: Material) -> list[dict[str, Any]]:
    """The findings, gravest first, with their document, its issuer, and what a verdict on them bears."""
    return [
        {
            "finding": finding,
            "document": (document := material.document[finding["document_id"]]),
            "issuer": material.issuer_of(document),
            "years": years_of(document),
            "figures": figures_of(finding),
        }
        for finding in material.findings
    ]


def document_rows(material: Material) -> list[dict[str, Any]]:
    """The documents, with how many rows and findings each has."""
    return [
        {
            "document": document,
            "issuer": material.issuer_of(document),
            "years": years_of(document),
            "counts": {
                name: len(material.rows(name, document["document_id"]))
                for name in ("goals", "activities", "amounts", "tables")
            },
            "findings": len(
                [f for f in material.findings_of.get(document["document_id"], ()) if f["status"] != "dismissed"]
            ),
        }
        for document in material.documents
    ]


def told(finding: Record, language: Language) -> str:
    """The finding's sentence for a list in which its subject stands above it: without repeating that at the end."""
    message: str = finding["message_sv"] if language == "sv" else finding["message_en"]
    before = message.removesuffix(finding["subject"])
    if before in ("", message):
        return message
    return re.sub(r"(?:,? i[n]?)?:?\s*$", "", before)


def years_of(document: Record) -> str:
    """`2020–2023`, `2024`, or nothing."""
    start, end = document["period_start"], document["period_end"]
    if start is not None and end is not None:
        return f"{start}–{end}" if start != end else str(start)
    year = document["reporting_year"] or start or end
    return "" if year is None else str(year)
