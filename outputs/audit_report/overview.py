"""What the overview tells: how much was read, what was found, and what sums the documents name."""

from collections import Counter
from decimal import Decimal
from typing import Any

from outputs.audit_report.list_rows import document_rows
from outputs.audit_report.material import Material, Record
from outputs.findings_list import SEVERITIES

_FIRST = 8
"""Findings shown on the overview; the list has all."""


def overview(material: Material) -> dict[str, Any]:
    """Counts, money by kind, and where to begin."""
    alive = [finding for finding in material.findings if finding["status"] != "dismissed"]
    still_open = [finding for finding in alive if finding["status"] == "open"]
    severities = Counter(finding["severity"] for finding in alive)
    rows = [row for row in document_rows(material) if row["document"]["retired_since"] is None]
    files = {row["document"]["source_sha256"] for row in rows}
    return {
        "n_files": len(files),
        "n_documents": len(rows),
        "n_pages": sum(1 for sha256, _ in material.page_sizes if sha256 in files),
        "n_findings": len(alive),
        "n_open": len(still_open),
        "severities": [(severity, severities[severity]) for severity in SEVERITIES],
        "first": _first(still_open),
        "money": _money(material),
        "n_failures": len(material.failures),
        "n_doubtful": sum(len(material.doubtful_pages(row["document"]["document_id"])) for row in rows),
    }


def _first(still_open: list[Record]) -> list[Record]:
    """The gravest findings that wait for a verdict, of these the largest differences, one of each document."""
    severities = {severity: rank for rank, severity in enumerate(SEVERITIES)}
    ranked = sorted(still_open, key=lambda each: (severities[each["severity"]], -abs(each["difference"] or Decimal(0))))
    of_documents: dict[str, Record] = {}
    for finding in ranked:
        of_documents.setdefault(finding["document_id"], finding)
    return list(of_documents.values())[:_FIRST]


def _money(material: Material) -> list[dict[str, Any]]:
    """By kind: in how many documents, how many sums, the row of the largest.

    Nothing is added up here: a document tells a sum, its parts and their parts, and what belongs to what is for the
    checks to know. A sum that is stated again counts once.
    """
    sums: dict[str, list[Record]] = {}
    documents: dict[str, set[str]] = {}
    for document in material.documents:
        if document["duplicate_of"] is not None or document["retired_since"] is not None:
            continue
        for row in material.rows("amounts", document["document_id"]):
            if row["repeat_of"] is None:
                sums.setdefault(row["kind"], []).append(row)
                documents.setdefault(row["kind"], set()).add(row["document_id"])
    return sorted(
        (
            {
                "kind": kind,
                "documents": len(documents[kind]),
                "sums": len(rows),
                "largest": max(rows, key=lambda row: row["value_sek"]),
            }
            for kind, rows in sums.items()
        ),
        key=lambda each: (-each["documents"], each["kind"]),
    )
