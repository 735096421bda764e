"""What the command line shows at the end of a run, and the list of findings: rich renderables.

Swedish, with English in brackets where it is short.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

import polars as pl
from rich import box
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from outputs.findings_list import FindingFilter, select_findings
from outputs.number_form import NO_BREAK_SPACE, swedish_number
from outputs.run_report import RunReport

DOCUMENT_TYPES = {
    "action_plan": "handlingsplan",
    "direction": "inriktning",
    "grant_report": "återrapportering",
    "grant_application": "ansökan",
    "memo": "tjänsteskrivelse",
    "internal_control_plan": "internkontrollplan",
    "other": "annat",
}
SEVERITY_WORDS = {"error": "fel", "warning": "varning", "note": "notering"}
SEVERITY_STYLES = {"error": "bold red", "warning": "yellow", "note": "cyan"}
STATUS_WORDS = {"open": "öppet", "confirmed": "bekräftat", "dismissed": "avfärdat"}
STAGE_WORDS = {
    "take": "intag",
    "read": "läsning",
    "understand": "tolkning",
    "check": "kontroll",
    "publish": "publicering",
}
COUNTED = {
    "goals": "mål\n(goals)",
    "activities": "akt.\n(act.)",
    "amounts": "belopp\n(sums)",
    "tables": "tab.\n(tab.)",
    "findings": "fynd\n(find.)",
}
LISTED = 40
"""Documents and findings shown after a run; the rest are counted."""


def run_summary(frames: Mapping[str, pl.DataFrame], report: RunReport) -> RenderableType:
    """The documents, those read in this run first, what could not be taken in, and the open findings."""
    parts: list[RenderableType] = [documents_table(frames, report.run_id)]
    if frames["failures"].height:
        parts.append(failures_list(frames["failures"]))
    parts.append(_open_findings(frames))
    parts.append(
        Text(
            f"{_count(report.files_seen)} filer (files): {_count(report.files_new)} lästa (read), "
            f"{_count(report.files_failed)} misslyckade (failed). Körning (run) {report.run_id}"
        )
    )
    return Group(*parts)


def documents_table(frames: Mapping[str, pl.DataFrame], run_id: str, limit: int = LISTED) -> RenderableType:
    """One line a document: name, type, pages, and how many rows were found in it."""
    documents = _counted(frames).sort(pl.col("run_id") != run_id, maintain_order=True)
    table = Table(title="Dokument (documents)", title_justify="left", box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0))
    table.add_column("namn\n(name)", overflow="fold")
    table.add_column("typ\n(type)", no_wrap=True)
    table.add_column("sidor\n(pages)", justify="right", no_wrap=True)
    for title in COUNTED.values():
        table.add_column(title, justify="right", no_wrap=True)
    for row in documents.head(limit).iter_rows(named=True):
        table.add_row(
            Text(shown(row["source_name"])),
            DOCUMENT_TYPES[row["doc_type"]],
            _pages(row["first_page"], row["last_page"]),
            *(_count(row[name]) for name in COUNTED),
        )
    return Group(table, *_rest(documents.height - limit, "dokument (documents)"))


def failures_list(failures: pl.DataFrame) -> RenderableType:
    """The files that could not be taken in, with what is wrong and what to do."""
    lines: list[RenderableType] = [Text("Kunde inte tas in (not taken in)", style="italic")]
    for row in failures.iter_rows(named=True):
        head = Text.assemble((shown(row["source_name"]), "bold"), f" · {STAGE_WORDS[row['stage']]}")
        lines += [head.append(f" · {row['error']}"), _indented(shown(row["message"]))]
    return Group(*lines)


def findings_table(
    frames: Mapping[str, pl.DataFrame], wanted: FindingFilter, limit: int | None = None
) -> RenderableType:
    """The findings asked for, each with where it stands, the arithmetic, and all that it rests on.

    Where those that a reviewer has dismissed are left out, a line says how many.
    """
    found = findings_listed(frames, select_findings(frames, wanted), limit)
    if wanted.dismissed or wanted.status is not None:
        return found
    hidden = select_findings(frames, replace(wanted, status="dismissed")).height
    return Group(found, Text(f"{hidden} avfärdade (dismissed): --status dismissed")) if hidden else found


def findings_listed(
    frames: Mapping[str, pl.DataFrame], found: pl.DataFrame, limit: int | None = None
) -> RenderableType:
    """The same for findings that select_findings has chosen."""
    if found.is_empty():
        return Text("Inga fynd (no findings).")
    shown_first = found if limit is None else found.head(limit)
    parts: list[RenderableType] = []
    for finding in shown_first.iter_rows(named=True):
        evidence = frames["evidence"].filter(pl.col("finding_id") == finding["finding_id"]).sort("ordinal")
        parts += [
            _headline(finding),
            _indented(shown(finding["message_sv"])),
            _indented(shown(finding["message_en"])),
            _indented(f"{finding['rule']} · {STATUS_WORDS[finding['status']]} · {finding['finding_id']}"),
            Padding(_evidence_table(evidence), (0, 0, 1, 4)),
        ]
    return Group(*parts, *_rest(found.height - shown_first.height, "fynd (findings)"))


def shown(text: str | None) -> str:
    """A document's words for the terminal: without control characters, which could drive it or turn a name around."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]+", " ", text or "").strip()


def _open_findings(frames: Mapping[str, pl.DataFrame]) -> RenderableType:
    found = select_findings(frames, FindingFilter()).filter(pl.col("status") != "dismissed")
    if found.is_empty():
        return Text("Inga fynd (no findings).")
    lines = [_headline(row) for row in found.head(LISTED).iter_rows(named=True)]
    return Group(Text("Fynd (findings)", style="italic"), *lines, *_rest(found.height - LISTED, "fynd (findings)"))


def _headline(finding: dict[str, Any]) -> Text:
    """`fel (error) plan.pdf, sida 3: Fördelade medel 2 739 877 ≠ 2 739 787 (skillnad 90)`."""
    severity = finding["severity"]
    page = f", sida {finding['page']}" if finding["page"] is not None else ""
    said = finding["arithmetic"] or finding["message_sv"]
    return Text.assemble(
        (f"{SEVERITY_WORDS[severity]} ({severity})", SEVERITY_STYLES[severity]),
        f" {shown(finding['source_name'] or finding['document_id'])}{page}: {shown(said)}",
    )


def _evidence_table(evidence: pl.DataFrame) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    table.add_column("role")
    table.add_column("value", justify="right")
    table.add_column("text", overflow="fold")
    table.add_column("page")
    for row in evidence.iter_rows(named=True):
        value: Decimal | None = row["value"]
        table.add_row(
            Text(row["role"]),
            "" if value is None else swedish_number(value),
            Text(shown(row["text"])),
            "" if row["page"] is None else f"sida {row['page']}",
        )
    return table


def _counted(frames: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """The documents with the number of rows that each has in the tables counted."""
    documents = frames["documents"]
    for name in COUNTED:
        counts = frames[name].group_by("document_id").agg(pl.len().alias(name))
        documents = documents.join(counts, on="document_id", how="left", maintain_order="left")
    return documents.with_columns(pl.col(*COUNTED).fill_null(0))


def _pages(first: int, last: int) -> str:
    """How many; for a part of a packet also which."""
    count = last - first + 1
    return str(count) if first == 1 else f"{count} ({first}–{last})"


def _count(number: int) -> str:
    return swedish_number(number)


def _indented(text: str) -> Padding:
    return Padding(Text(text), (0, 0, 0, 4))


def _rest(number: int, what: str) -> list[Text]:
    return [Text(f"… och {_count(number)}{NO_BREAK_SPACE}{what} till (more)")] if number > 0 else []
