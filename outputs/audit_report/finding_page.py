"""What a finding's page shows: the sentence, the sum, the places, and the way to the findings before and after."""

from typing import Any

from outputs.audit_report.material import Material, Record
from outputs.audit_report.sheets import has_extent, marks_of, sheets_of
from outputs.audit_report.sums import sums_of
from outputs.verdicts import figures_of


def finding_page(material: Material, finding: Record) -> dict[str, Any]:
    """The variables of finding.html."""
    evidence = material.evidence[finding["finding_id"]]
    sums = sums_of(finding, evidence)
    marks = marks_of(sums)
    sheets = sheets_of(material, finding)
    files = dict.fromkeys(sheet.document["document_id"] for sheet in sheets)
    at = material.places[finding["finding_id"]]
    return {
        "finding": finding,
        "document": material.document[finding["document_id"]],
        "other": material.document.get(finding["other_document_id"] or ""),
        "message": finding["message_sv"] if material.language == "sv" else finding["message_en"],
        "rule": material.rules.get(finding["rule"]),
        "sums": sums,
        "numbers": {mark.evidence["ordinal"]: mark.number for mark in marks},
        "marked": {mark.evidence["ordinal"] for mark in marks if has_extent(mark)},
        "sheets": sheets,
        "side_by_side": len(files) > 1,
        "figures": figures_of(finding),
        "place": at + 1,
        "before": material.findings[at - 1]["finding_id"] if at else None,
        "after": material.findings[at + 1]["finding_id"] if at + 1 < len(material.findings) else None,
    }
