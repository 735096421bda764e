"""A small published snapshot to query: a county's plan, and a municipality's plan, memo and report."""

from collections.abc import Iterable
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from models.rows import Activity, Amount, CellRow, Document, FileRows, Finding, Goal, Page, Row, TableRow
from outputs.lock import dataset_lock
from outputs.merge import Outcome, assemble, file_frames, merge_files
from outputs.run_report import RunReport
from outputs.snapshot import publish

STARTED = datetime(2026, 11, 22, 4, 30, tzinfo=UTC)
PLACE = {"page": 1, "x0": 70.0, "top": 100.0, "x1": 300.0, "bottom": 112.0}
RUN = "20261122T043000Z-1f3a"


_KINDS: tuple[tuple[str, type[Row]], ...] = (
    ("amounts", Amount),
    ("cells", CellRow),
    ("tables", TableRow),
    ("goals", Goal),
    ("activities", Activity),
)


def document(name: str, doc_type: str, **said: object) -> Document:
    told = {"issuer_kind": "municipality", "issuer": "Falu kommun", "kommunkod": "2080", "lanskod": "20"} | said
    return Document.model_validate(
        {
            "document_id": name,
            "source_name": f"{name}.pdf",
            "source_sha256": name,
            "first_page": 1,
            "last_page": 1,
            "doc_type": doc_type,
            "reporting_year": 2024,
            "grant_code": "psykisk-halsa-suicidprevention",
            "run_id": RUN,
        }
        | told
    )


def amount(document_id: str, ordinal: int, kronor: int, kind: str, **said: object) -> Amount:
    value = {"value_sek": Decimal(kronor), "value_low": Decimal(kronor), "value_high": Decimal(kronor)}
    return Amount.model_validate(
        {
            "amount_id": f"{document_id}-amount-{ordinal}",
            "document_id": document_id,
            "text": str(kronor),
            "approximate": False,
            "kind": kind,
        }
        | value
        | PLACE
        | said
    )


def goal(document_id: str, ordinal: int, **said: object) -> Goal:
    told = {"goal_id": f"{document_id}-goal-{ordinal}", "document_id": document_id, "ordinal": ordinal}
    return Goal.model_validate(told | {"horizon": "short_term", "text": f"Mål {ordinal}"} | PLACE | said)


def column(document_id: str, kinds_and_sums: Iterable[tuple[str, int, str]]) -> tuple[list[Row], ...]:
    """A table of one column of money: (kind, kronor, role) a row; its table, cells and amounts."""
    table_id = f"{document_id}-table-1"
    cells: list[Row] = []
    amounts: list[Row] = []
    for row, (kind, kronor, role) in enumerate(kinds_and_sums):
        cells.append(CellRow.model_validate({"table_id": table_id, "row": row, "col": 1, "role": role} | PLACE))
        amounts.append(amount(document_id, 100 + row, kronor, kind, table_id=table_id, row=row, col=1))
    table = TableRow.model_validate(
        {
            "table_id": table_id,
            "document_id": document_id,
            "ordinal": 1,
            "n_rows": len(cells),
            "n_cols": 2,
            "first_page": 1,
            "last_page": 1,
            "method": "ruled",
        }
    )
    return [table], cells, amounts


def published(
    dataset: Path, documents: Iterable[Document], rows: Iterable[Row], findings: Iterable[Finding] = ()
) -> Path:
    """Publish these rows; gives the snapshot's folder."""
    every = tuple(rows)
    told = tuple(documents)
    pages = tuple(
        Page(
            source_sha256=each.source_sha256,
            page=1,
            document_id=each.document_id,
            width=595,
            height=842,
            rotation=0,
            text_layer="native",
            n_words=9,
        )
        for each in told
    )
    of = {name: tuple(row for row in every if isinstance(row, kind)) for name, kind in _KINDS}
    file = FileRows.model_validate({"documents": told, "pages": pages} | of)
    report = RunReport(
        run_id=RUN, started=STARTED, finished=STARTED, version="0", files_seen=1, files_new=1, files_failed=0
    )
    frames = assemble({}, merge_files({}, file_frames([file], RUN), ()), Outcome(report, findings))
    with dataset_lock(dataset):
        return publish(dataset, frames, report)
