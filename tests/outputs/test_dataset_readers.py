"""Analysts read a published snapshot with polars and DuckDB, through current/, to the last decimal."""

import csv
import io
import json
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import duckdb
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console, RenderableType

from models.rows import (
    TABLES,
    Activity,
    Amount,
    Document,
    Evidence,
    Failure,
    FileRows,
    Finding,
    Row,
    TableRow,
)
from models.schema import to_frame
from outputs.findings_list import FindingFilter, findings_csv, findings_jsonl, select_findings
from outputs.lock import dataset_lock
from outputs.merge import Outcome, assemble, file_frames, merge_files
from outputs.number_form import swedish_number
from outputs.run_report import RunReport
from outputs.snapshot import publish
from outputs.summary import documents_table, findings_table, run_summary

STARTED = datetime(2026, 11, 22, 4, 30, tzinfo=UTC)
REPORT = RunReport(
    run_id="20261122T043000Z-1f3a",
    started=STARTED,
    finished=STARTED,
    version="0.1.0",
    files_seen=2,
    files_new=1,
    files_failed=1,
)
PLACE = {"page": 3, "x0": 70.5, "top": 100.25, "x1": 300.0, "bottom": 112.0}
ORE = Decimal("9999999999999999.99")


def amount(ordinal: int, value: str, subject: str) -> Amount:
    kronor = Decimal(value)
    return Amount(
        amount_id=f"d1-amount-{ordinal}",
        document_id="d1",
        value_sek=kronor,
        value_low=kronor,
        value_high=kronor,
        text=value,
        approximate=False,
        kind="allocated",
        activity_id="d1-activity-1",
        subject=subject,
        **PLACE,
    )


def finding(number: int, severity: str, **content: object) -> Finding:
    return Finding.model_validate(
        {
            "finding_id": f"f{number}",
            "rule": "footing.column",
            "family": "footing",
            "severity": severity,
            "document_id": "d1",
            "subject": "Fördelade medel",
            "message_sv": "Summan stämmer inte.",
            "message_en": "The total does not add up.",
        }
        | content
    )


FILE = FileRows(
    documents=(
        Document(
            document_id="d1",
            source_name="plan [b]Å[/b].pdf",
            source_sha256="a" * 64,
            first_page=2,
            last_page=12,
            doc_type="action_plan",
        ),
    ),
    activities=(
        Activity(
            activity_id="d1-activity-1",
            document_id="d1",
            ordinal=1,
            text="Utbilda personal",
            category="priority",
            **PLACE,
        ),
    ),
    amounts=(amount(1, "0.10", "kurs"), amount(2, "0.20", "kurs"), amount(3, str(ORE), "lokal")),
    tables=(
        TableRow(
            table_id="d1-table-1",
            document_id="d1",
            ordinal=1,
            n_rows=3,
            n_cols=2,
            first_page=3,
            last_page=3,
            method="ruled",
        ),
    ),
)
FINDINGS = (
    finding(1, "note", subject="Andel", expected=Decimal(100), actual=Decimal("99.5")),
    finding(
        2,
        "error",
        expected=Decimal(2739787),
        actual=Decimal(2739877),
        difference=Decimal(90),
        tolerance=Decimal(0),
    ),
    finding(3, "warning", rule="cutoff.year", subject="2107", message_sv="Årtalet \x1b[31mkan inte stämma."),
)
EVIDENCE = (
    Evidence(finding_id="f2", ordinal=1, role="addend", document_id="d1", text="Kurs",
             value=Decimal(2000000), page=2),
    Evidence(finding_id="f2", ordinal=2, role="addend", document_id="d1", text="Lokal",
             value=Decimal("739787.5"), page=2),
    Evidence(finding_id="f2", ordinal=3, role="total", document_id="d1", text="Fördelade medel",
             value=Decimal(2739877), page=3),
    Evidence(finding_id="f2", ordinal=4, role="computed", document_id="d1", value=Decimal(2739787)),
    Evidence(finding_id="f1", ordinal=1, role="addend", document_id="d1", text="99,5", page=7),
    Evidence(finding_id="f1", ordinal=2, role="total", document_id="d2", text="Andel i planen", page=12),
)  # fmt: skip
FAILURES = (
    Failure(source_name="tom.pdf", source_sha256=None, stage="take", error="empty",
            message="Filen är tom. Be om en ny. / The file is empty. Ask for a new one."),
)  # fmt: skip


@pytest.fixture(scope="module")
def frames() -> dict[str, pl.DataFrame]:
    now = merge_files({}, file_frames([FILE], REPORT.run_id), replaced=())
    return assemble({}, now, Outcome(REPORT, FINDINGS, EVIDENCE, FAILURES))


@pytest.fixture(scope="module")
def current(frames: dict[str, pl.DataFrame], tmp_path_factory: pytest.TempPathFactory) -> Path:
    dataset = tmp_path_factory.mktemp("outputs") / "dataset"
    with dataset_lock(dataset):
        publish(dataset, frames, REPORT)
    return dataset / "current"


def printed(renderable: RenderableType) -> str:
    console = Console(width=160, file=io.StringIO(), force_terminal=False)
    with console.capture() as capture:
        console.print(renderable)
    return capture.get()


@pytest.mark.parametrize("row_type", TABLES, ids=lambda t: t.table_name)
def test_polars_and_duckdb_read_every_table_alike(row_type: type[Row], current: Path):
    path = current / f"{row_type.table_name}.parquet"

    by_polars = pl.read_parquet(path)
    by_duckdb = duckdb.read_parquet(str(path))

    assert by_polars.schema == to_frame(row_type, ()).schema
    assert by_duckdb.columns == by_polars.columns
    in_order = ("documents", "amounts", "findings", "evidence", "failures", "activities", "tables")
    if row_type.table_name in in_order:
        assert by_duckdb.fetchall() == by_polars.rows()


def test_duckdb_joins_three_tables_with_exact_decimals(current: Path):
    query = f"""
        select d.doc_type, a.text, m.subject, sum(m.value_sek)
        from '{current}/documents.parquet' d
        join '{current}/activities.parquet' a using (document_id)
        join '{current}/amounts.parquet' m using (document_id, activity_id)
        group by all order by m.subject
    """

    rows = duckdb.execute(query).fetchall()

    assert rows == [
        ("action_plan", "Utbilda personal", "kurs", Decimal("0.30")),
        ("action_plan", "Utbilda personal", "lokal", ORE),
    ]


def test_polars_scans_lazily_with_exact_decimals(current: Path):
    amounts = pl.scan_parquet(current / "amounts.parquet")

    assert amounts.select(pl.col("value_sek").max()).collect().item() == ORE


def test_money_is_decimal_in_duckdb(current: Path):
    types = duckdb.execute(f"select distinct typeof(value_sek) from '{current}/amounts.parquet'").fetchall()

    assert types == [("DECIMAL(18,2)",)]


def test_findings_come_gravest_first_with_arithmetic_and_a_page_of_their_own_document(frames: dict[str, pl.DataFrame]):
    found = select_findings(frames, FindingFilter())

    assert found.select("finding_id", "page", "arithmetic").rows() == [
        ("f2", 3, "Fördelade medel 2\xa0739\xa0877 ≠ 2\xa0739\xa0787 (skillnad 90)"),
        ("f3", None, None),
        ("f1", 7, "Andel 99,5 ≠ 100"),
    ]


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (FindingFilter(severity="error"), ["f2"]),
        (FindingFilter(rule="footing"), ["f2", "f1"]),
        (FindingFilter(rule="footing.column", severity="note"), ["f1"]),
        (FindingFilter(rule="foot"), []),
        (FindingFilter(document="[B]å"), ["f2", "f3", "f1"]),
        (FindingFilter(document="d1", rule="cutoff.year"), ["f3"]),
        (FindingFilter(status="dismissed"), []),
    ],
)
def test_findings_are_chosen(frames: dict[str, pl.DataFrame], wanted: FindingFilter, ids: list[str]):
    assert select_findings(frames, wanted)["finding_id"].to_list() == ids


def test_a_finding_about_two_documents_is_one_of_either():
    [plan] = FILE.documents
    report = plan.model_copy(update={"document_id": "d2", "source_name": "rapport.pdf", "kommunkod": "2031"})
    both = FileRows(documents=(plan, report))
    differs = finding(1, "error", rule="tie.plan-report.total", family="tie-out", other_document_id="d2")
    now = merge_files({}, file_frames([both], REPORT.run_id), replaced=())
    frames = assemble({}, now, Outcome(REPORT, (differs, finding(2, "error")), (), ()))

    for wanted in (FindingFilter(document="rapport"), FindingFilter(municipality="2031")):
        assert select_findings(frames, wanted)["finding_id"].to_list() == ["f1"]
    assert select_findings(frames, FindingFilter(document="plan"))["finding_id"].to_list() == ["f1", "f2"]


def test_json_lines_bear_the_evidence_and_exact_numbers(frames: dict[str, pl.DataFrame]):
    lines = [json.loads(line) for line in findings_jsonl(frames, FindingFilter()).splitlines()]

    assert [line["finding_id"] for line in lines] == ["f2", "f3", "f1"]
    assert Decimal(lines[0]["actual"]) == 2739877
    assert [e["role"] for e in lines[0]["evidence"]] == ["addend", "addend", "total", "computed"]
    assert Decimal(lines[0]["evidence"][1]["value"]) == Decimal("739787.5")
    assert lines[1]["evidence"] is None


def test_csv_has_one_line_a_finding(frames: dict[str, pl.DataFrame]):
    lines = list(csv.DictReader(io.StringIO(findings_csv(frames, FindingFilter()))))

    assert [(line["finding_id"], line["page"]) for line in lines] == [("f2", "3"), ("f3", ""), ("f1", "7")]


def test_the_summary_says_what_does_not_add_up_and_where(frames: dict[str, pl.DataFrame]):
    text = printed(run_summary(frames, REPORT)).replace("\xa0", " ")

    assert "fel (error) plan [b]Å[/b].pdf, sida 3: Fördelade medel 2 739 877 ≠ 2 739 787 (skillnad 90)" in text
    assert "tom.pdf · intag · empty" in text
    assert "Filen är tom. Be om en ny." in text
    assert "2 filer (files): 1 lästa (read), 1 misslyckade (failed)." in text


def test_a_documents_words_cannot_drive_the_terminal(frames: dict[str, pl.DataFrame]):
    text = printed(run_summary(frames, REPORT)) + printed(findings_table(frames, FindingFilter()))

    assert "\x1b" not in text
    assert "Årtalet  [31mkan inte stämma." in text


def test_documents_are_counted(frames: dict[str, pl.DataFrame]):
    (line,) = (x for x in printed(documents_table(frames, REPORT.run_id)).splitlines() if "plan [b]" in x)

    assert line.split() == ["plan", "[b]Å[/b].pdf", "handlingsplan", "11", "(2–12)", "0", "1", "3", "1", "3"]


def test_more_documents_than_shown_are_said(frames: dict[str, pl.DataFrame]):
    assert "… och 1\xa0dokument (documents) till" in printed(documents_table(frames, REPORT.run_id, limit=0))


def test_the_list_of_findings_shows_all_that_a_finding_rests_on(frames: dict[str, pl.DataFrame]):
    text = printed(findings_table(frames, FindingFilter(severity="error"))).replace("\xa0", " ")

    lines = [" ".join(line.split()) for line in text.splitlines()]
    assert "footing.column · öppet · f2" in lines
    assert lines[4:8] == [
        "addend 2 000 000 Kurs sida 2",
        "addend 739 787,5 Lokal sida 2",
        "total 2 739 877 Fördelade medel sida 3",
        "computed 2 739 787",
    ]


def test_no_findings_is_said_in_words(frames: dict[str, pl.DataFrame]):
    assert "Inga fynd" in printed(findings_table(frames, FindingFilter(rule="tie")))


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal("2739877.000000"), "2 739 877"),
        (Decimal("-0.50"), "−0,5"),
        (Decimal("1E+6"), "1 000 000"),
        (Decimal("1234.05"), "1 234,05"),
        (Decimal("-0.00"), "0"),
        (0, "0"),
        (-1234, "−1 234"),
    ],
)
def test_numbers_are_written_in_swedish(value: Decimal | int, written: str):
    assert swedish_number(value) == written.replace(" ", "\xa0")


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**20), max_value=10**20))
def test_no_digit_is_lost_in_swedish(value: Decimal):
    written = swedish_number(value)

    assert Decimal(written.replace("\xa0", "").replace(",", ".").replace("−", "-")) == value
