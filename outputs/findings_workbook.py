"""Findings as an Excel workbook: one sheet to work off, one with what each finding rests on."""

from collections.abc import Mapping
from pathlib import Path

import polars as pl
import xlsxwriter

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
_WIDTHS: Mapping[str, int] = {
    "fynd (finding_id)": 180,
    "kontroll (rule)": 150,
    "fil (file)": 220,
    "gäller (subject)": 320,
    "på svenska": 560,
    "in English": 560,
    "text": 560,
}
"""Pixels; the others fit their heading."""
_NUMBERS = "#,##0.00;[Red]-#,##0.00"


def write_findings_workbook(frames: Mapping[str, pl.DataFrame], wanted: FindingFilter, path: Path) -> None:
    """Write the findings asked for, in the order of the list, and their evidence. Raises OSError.

    Words of a document that begin as a formula does stay words.
    """
    found = select_findings(frames, wanted)
    names = frames["documents"].select("document_id", "source_name")
    evidence = (
        frames["evidence"]
        .join(found.select("finding_id").with_row_index("_place"), on="finding_id")
        .join(names, on="document_id", how="left")
        .sort("_place", "ordinal")
    )
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(path, options) as workbook:
        _sheet(workbook, "Fynd", found, _FINDINGS)
        _sheet(workbook, "Underlag", evidence, _EVIDENCE)


def _sheet(workbook: xlsxwriter.Workbook, name: str, frame: pl.DataFrame, columns: Mapping[str, str]) -> None:
    """A sheet with its head kept in sight and a filter on each column."""
    headed = frame.select(pl.col(name).alias(heading) for name, heading in columns.items())
    headed.write_excel(
        workbook,
        name,
        autofit=True,
        autofilter=True,
        freeze_panes=(1, 0),
        column_widths={heading: width for heading, width in _WIDTHS.items() if heading in headed.columns},
        dtype_formats={pl.Decimal: _NUMBERS},
    )
