"""Findings as sheets of a workbook: one to work off, one with what each finding rests on."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import polars as pl

from outputs.export.report_links import report_links
from outputs.export.workbook import Sheet, write_workbook
from outputs.findings_list import FindingFilter, select_findings

_FINDINGS: Mapping[str, str] = {
    "finding_id": "fynd (finding_id)",
    "status": "omdöme (verdict)",
    "severity": "allvar (severity)",
    "rule": "kontroll (rule)",
    "source_name": "fil (file)",
    "page": "sida (page)",
    "subject": "gäller (subject)",
    "actual": "angivet (stated)",
    "expected": "uträknat (computed)",
    "difference": "skillnad (difference)",
    "tolerance": "avrundning förklarar (tolerance)",
    "message_sv": "på svenska",
    "message_en": "in English",
}
"""Column -> its heading, in order."""
_EVIDENCE: Mapping[str, str] = {
    "finding_id": "fynd (finding_id)",
    "role": "roll (role)",
    "source_name": "fil (file)",
    "page": "sida (page)",
    "text": "text",
    "value": "värde (value)",
}


def write_findings_workbook(
    frames: Mapping[str, pl.DataFrame], wanted: FindingFilter, path: Path, report: Path | None = None
) -> None:
    """Write the findings asked for, in the order of the list, and their evidence. Raises OSError.

    report: the folder of an audit report that the findings link to.
    """
    write_workbook(path, findings_sheets(frames, wanted, report_links(path, report)))


def findings_sheets(
    frames: Mapping[str, pl.DataFrame],
    wanted: FindingFilter,
    link: Callable[[Mapping[str, Any]], str | None] | None = None,
) -> tuple[Sheet, Sheet]:
    """The findings and their evidence, each with the file that it stands in. link: a finding's row -> its address."""
    found = select_findings(frames, wanted)
    names = frames["documents"].select("document_id", "source_name")
    evidence = (
        frames["evidence"]
        .join(found.select("finding_id").with_row_index("_place"), on="finding_id")
        .join(names, on="document_id", how="left")
        .sort("_place", "ordinal")
    )
    links = {"finding_id": link} if link is not None else {}
    return Sheet("Fynd", found, _FINDINGS, links), Sheet("Underlag", evidence, _EVIDENCE)
