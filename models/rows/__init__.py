"""The dataset's tables, one model a row. The only place where a column is described.

The Parquet schema, the data dictionary and the data package descriptor are derived from
these models (models.schema), never typed twice.
"""

from pydantic import BaseModel, ConfigDict

from models.rows.codes import Code
from models.rows.columns import (
    YEAR_SOURCES,
    AmountKind,
    Basis,
    Category,
    DocType,
    FactKind,
    FileReason,
    FileStatus,
    FindingStatus,
    Horizon,
    IssuerKind,
    Money,
    Number,
    PassageKind,
    Severity,
    Stage,
    TextKind,
    YearSource,
)
from models.rows.documents import Document, Page
from models.rows.findings import Evidence, Finding
from models.rows.plans import Activity, ActivityYear, Goal, Indicator, Initiative, Risk
from models.rows.row import Placed, Row
from models.rows.runs import Failure, Run, SourceFile
from models.rows.statements import Amount, Fact, FormField, Passage
from models.rows.tables import CellRow, TableRow

__all__ = [
    "TABLES",
    "YEAR_SOURCES",
    "Activity",
    "ActivityYear",
    "Amount",
    "AmountKind",
    "Basis",
    "Category",
    "CellRow",
    "Code",
    "DocType",
    "Document",
    "Evidence",
    "Fact",
    "FactKind",
    "Failure",
    "FileReason",
    "FileRows",
    "FileStatus",
    "Finding",
    "FindingStatus",
    "FormField",
    "Goal",
    "Horizon",
    "Indicator",
    "Initiative",
    "IssuerKind",
    "Money",
    "Number",
    "Page",
    "Passage",
    "PassageKind",
    "Placed",
    "Risk",
    "Row",
    "Run",
    "Severity",
    "SourceFile",
    "Stage",
    "TableRow",
    "TextKind",
    "YearSource",
]

TABLES: tuple[type[Row], ...] = (
    Document,
    Page,
    Initiative,
    Goal,
    Activity,
    ActivityYear,
    Indicator,
    Amount,
    FormField,
    Passage,
    Fact,
    Risk,
    TableRow,
    CellRow,
    Code,
    Finding,
    Evidence,
    Failure,
    SourceFile,
    Run,
)
"""Every table, in the order of the contract."""


class FileRows(BaseModel):
    """All that was understood from one file, rows in the document's order."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    documents: tuple[Document, ...] = ()
    pages: tuple[Page, ...] = ()
    initiatives: tuple[Initiative, ...] = ()
    goals: tuple[Goal, ...] = ()
    activities: tuple[Activity, ...] = ()
    activity_years: tuple[ActivityYear, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    amounts: tuple[Amount, ...] = ()
    fields: tuple[FormField, ...] = ()
    passages: tuple[Passage, ...] = ()
    facts: tuple[Fact, ...] = ()
    risks: tuple[Risk, ...] = ()
    tables: tuple[TableRow, ...] = ()
    cells: tuple[CellRow, ...] = ()

    def of(self, row_type: type[Row]) -> tuple[Row, ...]:
        """The rows of one table; empty for tables that no file fills (findings, runs)."""
        rows: tuple[Row, ...] = getattr(self, row_type.table_name, ())
        return rows
