"""Findings as a list to work off: chosen, with their page and arithmetic, as a table, JSON lines or CSV."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

import polars as pl

from models.rows import FindingStatus, Severity
from outputs.export.text_files import csv_text, jsonl_text
from outputs.number_form import swedish_number

SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
"""The gravest first."""

STATED_ROLES = ("total", "stated", "reported")
"""Evidence that shows where the number in question stands, the best first."""


@dataclass(frozen=True)
class FindingFilter:
    """What to list; None is everything.

    rule: a check's id or its beginning (`footing`, `footing.column`). document: a document_id, or
    any part of a file's name, in any case. municipality: its code, or a part of the issuer's name. grant: a part of
    the grant's name, or of the document's title. year: what a document is about, or a year of its period.
    dismissed: whether those that a reviewer has dismissed are listed where no status is asked for.

    A finding about two documents is one of either.
    """

    severity: Severity | None = None
    rule: str | None = None
    document: str | None = None
    status: FindingStatus | None = None
    municipality: str | None = None
    grant: str | None = None
    year: int | None = None
    dismissed: bool = True

    @property
    def asks_for_documents(self) -> bool:
        """Whether only some documents' findings are wanted."""
        asked = (self.document, self.municipality, self.grant, self.year)
        return any(each is not None for each in asked)


def select_documents(documents: pl.DataFrame, wanted: FindingFilter) -> pl.DataFrame:
    """The documents whose findings are asked for; all of them where no option tells them apart."""
    return documents.filter(pl.lit(value=True), *_about_documents(wanted))


def select_findings(frames: Mapping[str, pl.DataFrame], wanted: FindingFilter) -> pl.DataFrame:
    """The findings asked for, gravest first, then in the dataset's order.

    Columns: those of the table findings, and source_name, page (where the number in question
    stands; null where nothing has a place) and arithmetic (Swedish, one line; null where no
    numbers are compared).
    """
    names = frames["documents"].select("document_id", "source_name")
    findings = (
        frames["findings"]
        .filter(*_about_findings(wanted))
        .join(names, on="document_id", how="left", maintain_order="left")
        .join(_pages(frames["findings"], frames["evidence"]), on="finding_id", how="left", maintain_order="left")
        .sort(pl.col("severity").cast(pl.Enum(SEVERITIES)), maintain_order=True)
    )
    if wanted.asks_for_documents:
        chosen = select_documents(frames["documents"], wanted)["document_id"].implode()
        is_of_one = pl.col("document_id").is_in(chosen) | pl.col("other_document_id").is_in(chosen)
        findings = findings.filter(is_of_one.fill_null(value=False))
    arithmetic = [_arithmetic(row) for row in findings.iter_rows(named=True)]
    return findings.with_columns(arithmetic=pl.Series(arithmetic, dtype=pl.String))


def findings_jsonl(frames: Mapping[str, pl.DataFrame], wanted: FindingFilter) -> str:
    """One JSON object a line, its evidence as a list of objects; decimals are strings, so none is rounded."""
    columns = [name for name in frames["evidence"].columns if name != "finding_id"]
    evidence = (
        frames["evidence"]
        .sort("finding_id", "ordinal")
        .group_by("finding_id", maintain_order=True)
        .agg(pl.struct(columns).alias("evidence"))
    )
    found = select_findings(frames, wanted).join(evidence, on="finding_id", how="left", maintain_order="left")
    return jsonl_text(found)


def findings_csv(frames: Mapping[str, pl.DataFrame], wanted: FindingFilter) -> str:
    """One finding a line, as csv_text writes it by default."""
    return csv_text(select_findings(frames, wanted))


def _pages(findings: pl.DataFrame, evidence: pl.DataFrame) -> pl.DataFrame:
    """finding_id -> page: that of the stated number, else of the first evidence with a place; in its own document."""
    placed = evidence.join(findings.select("finding_id", "document_id"), on=["finding_id", "document_id"]).filter(
        pl.col("page").is_not_null()
    )
    rank = pl.col("role").replace_strict(
        {role: n for n, role in enumerate(STATED_ROLES)}, default=len(STATED_ROLES), return_dtype=pl.Int64
    )
    first = placed.sort(rank, "ordinal").unique("finding_id", keep="first", maintain_order=True)
    return first.select("finding_id", "page")


def _about_findings(wanted: FindingFilter) -> list[pl.Expr]:
    conditions = [pl.lit(value=True)]
    if wanted.severity is not None:
        conditions.append(pl.col("severity") == wanted.severity)
    if wanted.status is not None:
        conditions.append(pl.col("status") == wanted.status)
    elif not wanted.dismissed:
        conditions.append(pl.col("status") != "dismissed")
    if wanted.rule is not None:
        conditions.append((pl.col("rule") == wanted.rule) | pl.col("rule").str.starts_with(f"{wanted.rule}."))
    return conditions


def _about_documents(wanted: FindingFilter) -> list[pl.Expr]:
    conditions: list[pl.Expr] = []
    if wanted.document is not None:
        conditions.append((pl.col("document_id") == wanted.document) | _has("source_name", wanted.document))
    if wanted.municipality is not None:
        conditions.append((pl.col("kommunkod") == wanted.municipality) | _has("issuer", wanted.municipality))
    if wanted.grant is not None:
        conditions.append(_has("grant_name", wanted.grant) | _has("title", wanted.grant))
    if wanted.year is not None:
        in_period = pl.lit(wanted.year).is_between(pl.col("period_start"), pl.col("period_end")).fill_null(value=False)
        conditions.append((pl.col("reporting_year") == wanted.year).fill_null(value=False) | in_period)
    return conditions


def _has(column: str, words: str) -> pl.Expr:
    """True where a text holds the words, in any case; false where there is none."""
    return pl.col(column).str.to_lowercase().str.contains(words.lower(), literal=True).fill_null(value=False)


def _arithmetic(finding: dict[str, object]) -> str | None:
    """`Fördelade medel 2 739 877 ≠ 2 739 787 (skillnad 90)`: what is stated, what the arithmetic gives."""
    stated, computed, difference, tolerance = (
        finding[name] for name in ("actual", "expected", "difference", "tolerance")
    )
    if not isinstance(stated, Decimal) or not isinstance(computed, Decimal):
        return None
    sign = "=" if stated == computed else "≠"
    line = f"{finding['subject']} {swedish_number(stated)} {sign} {swedish_number(computed)}"
    notes = []
    if isinstance(difference, Decimal) and difference != 0:
        notes.append(f"skillnad {swedish_number(difference)}")
    if isinstance(tolerance, Decimal) and tolerance != 0:
        notes.append(f"avrundning förklarar högst {swedish_number(tolerance)}")
    return f"{line} ({', '.join(notes)})" if notes else line
