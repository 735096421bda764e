"""A small dataset for the report: a plan whose sum is wrong, a report that says otherwise, and hostile words."""

from collections.abc import Sequence
from datetime import UTC, datetime
from decimal import Decimal

import polars as pl

from models.rows import (
    TABLES,
    Activity,
    ActivityYear,
    Amount,
    CellRow,
    Document,
    Evidence,
    Failure,
    Finding,
    FormField,
    Goal,
    Initiative,
    Page,
    Row,
    Run,
    TableRow,
)
from models.schema import to_frame
from outputs.audit_report.material import Material, RuleText
from outputs.audit_report.words import Language

PLAN, REPORT = "a1" * 10 + "-1", "b2" * 10 + "-1"
PLAN_FILE, REPORT_FILE = "a1" * 32, "b2" * 32
HOSTILE = """<script>alert(1)</script> "><img src=x onerror=alert(1)> {{ 7 * 7 }} 'åäö' & co"""
RUN = "20260301T043000Z-1f3a"


def place(page: int = 1, top: float = 200.0) -> dict[str, float]:
    return {"page": page, "x0": 400.0, "top": top, "x1": 470.0, "bottom": top + 14}


def evidence(finding_id: str, ordinal: int, role: str, text: str | None, value: int | None, **columns) -> Evidence:
    number = None if value is None else Decimal(value)
    where = place(1, 180.0 + 20 * ordinal) if text is not None else {}
    known = {"document_id": PLAN, **where, **columns}
    return Evidence(finding_id=finding_id, ordinal=ordinal, role=role, text=text, value=number, **known)


def finding(finding_id: str, **columns) -> Finding:
    known = {
        "rule": "footing.column",
        "family": "footing",
        "severity": "error",
        "document_id": PLAN,
        "subject": "Tabell 1: Belopp, Summa",
        "message_sv": "Sida 1: kolumnen Belopp summerar till 300, men raden Summa anger 310.",
        "message_en": "Page 1: the column Belopp sums to 300, but the row Summa states 310.",
    }
    return Finding(finding_id=finding_id, **(known | columns))


FOOTING = finding("f-sum", expected=Decimal(300), actual=Decimal(310), difference=Decimal(10), tolerance=Decimal(0))
TIE = finding(
    "f-tie",
    rule="tie.plan-report.total",
    family="tie-out",
    severity="warning",
    subject="Beviljat: 500 kr",
    other_document_id=REPORT,
    expected=Decimal(480),
    actual=Decimal(500),
    difference=Decimal(20),
)
STRANGE = finding("f-odd", severity="note", subject=HOSTILE, message_sv=f"Sida 1: {HOSTILE}", message_en=HOSTILE)
EVIDENCE = (
    evidence("f-sum", 1, "total", "Summa 310", 310),
    evidence("f-sum", 2, "addend", "Skolan 100", 100),
    evidence("f-sum", 3, "addend", "Fritid 2 200", 200),
    evidence("f-sum", 4, "computed", None, 300),
    evidence("f-tie", 1, "reported", "Beviljat", 500),
    evidence("f-tie", 2, "planned", "Beviljade medel", 480, document_id=REPORT, page=2),
    evidence("f-odd", 1, "stated", HOSTILE, None),
)


def document(document_id: str, sha256: str, **columns) -> Document:
    known = {"source_name": "plan.pdf", "first_page": 1, "last_page": 2, "doc_type": "action_plan", "run_id": RUN}
    return Document(document_id=document_id, source_sha256=sha256, **(known | columns))


ROWS: dict[type[Row], Sequence[Row]] = {
    Document: (
        document(PLAN, PLAN_FILE, title=HOSTILE, kommunkod="2031", period_start=2024, period_end=2026),
        document(REPORT, REPORT_FILE, source_name="rapport.pdf", doc_type="grant_report", reporting_year=2024),
    ),
    Page: tuple(
        Page(
            source_sha256=sha256,
            page=page,
            document_id=document_id,
            width=595.0,
            height=842.0,
            rotation=0,
            text_layer="native",
            n_words=90,
            doubt="the page was read by OCR, 91 % sure" if sha256 == REPORT_FILE and page == 2 else None,
        )
        for document_id, sha256 in ((PLAN, PLAN_FILE), (REPORT, REPORT_FILE))
        for page in (1, 2)
    ),
    Initiative: (Initiative(initiative_id="i1", document_id=PLAN, ordinal=1, title="Trygg skola", **place()),),
    Goal: (
        Goal(
            goal_id="g1",
            document_id=PLAN,
            initiative_id="i1",
            ordinal=1,
            horizon="long_term",
            text="Fler elever trivs i skolan.",
            doubt="orden låter som en aktivitet / its words sound like an activity",
            **place(),
        ),
    ),
    Activity: (
        Activity(
            activity_id="act1",
            document_id=PLAN,
            initiative_id="i1",
            ordinal=1,
            text="Samtalsgrupper startar.",
            category="priority",
            responsible="Elevhälsan",
            **place(),
        ),
    ),
    ActivityYear: tuple(ActivityYear(activity_id="act1", year=year, source="heading") for year in (2025, 2024)),
    Amount: (
        Amount(
            amount_id="m1",
            document_id=PLAN,
            value_sek=Decimal(100),
            value_low=Decimal(100),
            value_high=Decimal(100),
            text="100 kr",
            approximate=False,
            kind="planned",
            activity_id="act1",
            **place(),
        ),
    ),
    FormField: (
        FormField(field_id="q1", document_id=REPORT, label="Kontaktperson", withheld="name", **place(1, 300.0)),
        FormField(field_id="q2", document_id=REPORT, label="Antal möten", value_text="12", **place(1, 340.0)),
    ),
    TableRow: (
        TableRow(
            table_id="t1",
            document_id=PLAN,
            ordinal=1,
            n_rows=2,
            n_cols=2,
            first_page=1,
            last_page=1,
            method="ruled",
            doubt="2 cells hold several numbers",
        ),
    ),
    CellRow: (
        CellRow(table_id="t1", row=0, col=0, col_span=2, role="header", text="Belopp", **place()),
        CellRow(table_id="t1", row=1, col=0, role="label", text="Skolan", **place()),
        CellRow(table_id="t1", row=1, col=1, role="body", text="100", value=Decimal(100), **place()),
    ),
    Finding: (FOOTING, TIE, STRANGE),
    Evidence: EVIDENCE,
    Failure: (
        Failure(
            source_name="trasig.pdf",
            source_sha256=None,
            stage="take",
            error="broken_pdf",
            message="Spara om den. / Save it anew.",
        ),
    ),
    Run: (
        Run(
            run_id=RUN,
            started=datetime(2026, 3, 1, 4, 30, tzinfo=UTC),
            finished=datetime(2026, 3, 1, 4, 31, tzinfo=UTC),
            version="0.1.0",
            files_seen=3,
            files_new=3,
            files_failed=1,
            rows='{"documents": 2}',
        ),
    ),
}
RULES = {"footing.column": RuleText(("Kolumnens summa", "Column total"), ("Kolumnen ger summan.", "It adds up."))}


def frames(**rows: Sequence[Row]) -> dict[str, pl.DataFrame]:
    """Every table of the dataset; those named hold these rows instead."""
    return {t.table_name: to_frame(t, rows.get(t.table_name, ROWS.get(t, ()))) for t in TABLES}


def material(language: Language = "sv", **rows: Sequence[Row]) -> Material:
    return Material(frames(**rows), RULES, {"2031": "Rättvik"}, language)


def many_findings(number: int) -> Material:
    """As many findings, each a sum of three numbers on the plan's first page."""
    found = [
        finding(f"f-{n:04}", subject=f"Tabell {n}: Belopp, Summa", expected=Decimal(n), actual=Decimal(n + 1))
        for n in range(number)
    ]
    rest = [
        evidence(f.finding_id, ordinal, role, "Skolan", 1)
        for f in found
        for ordinal, role in enumerate(("total", "addend", "addend", "addend"), start=1)
    ]
    return material(findings=found, evidence=rest)
