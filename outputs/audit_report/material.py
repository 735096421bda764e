"""What a report is made of: the dataset's tables as the pages ask for them, and what others say of checks and codes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import polars as pl

from outputs.audit_report.words import Language, Pair, in_language
from outputs.findings_list import FindingFilter, select_documents, select_findings

Record = dict[str, Any]
"""One row, by column."""
_ORIGIN = ("source_url", "fetched", "licence", "source_note")


@dataclass(frozen=True)
class RuleText:
    """A check's name and what it claims."""

    title: Pair
    claim: Pair


@dataclass(frozen=True)
class Material:
    """The tables of one snapshot, the findings with their verdicts, and what is wanted of them.

    rules: by a check's id. names: municipalities and counties by Statistics Sweden's code. wanted: which findings;
    where it asks for documents, these documents alone.
    """

    frames: Mapping[str, pl.DataFrame]
    rules: Mapping[str, RuleText] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    language: Language = "sv"
    wanted: FindingFilter = field(default_factory=FindingFilter)

    def say(self, swedish: str, english: str) -> str:
        return in_language((swedish, english), self.language)

    @cached_property
    def findings(self) -> list[Record]:
        """Gravest first, with source_name, page and arithmetic."""
        return select_findings(self.frames, self.wanted).to_dicts()

    @cached_property
    def by_id(self) -> dict[str, Record]:
        return {finding["finding_id"]: finding for finding in self.findings}

    @cached_property
    def documents(self) -> list[Record]:
        """Those that are wanted, in the dataset's order."""
        return select_documents(self.frames["documents"], self.wanted).to_dicts()

    @cached_property
    def document(self) -> dict[str, Record]:
        """Every document of the dataset by its id: findings and packets point at those beside."""
        return {row["document_id"]: row for row in self.frames["documents"].iter_rows(named=True)}

    def origin(self, sha256: str) -> Record:
        """Where a file came from, when and on what terms, as far as its inbox has said; of several the first."""
        return self._origins.get(sha256) or dict.fromkeys(_ORIGIN)

    @cached_property
    def _origins(self) -> dict[str, Record]:
        rows = self.frames["files"].select("held_sha256", *_ORIGIN).drop_nulls("held_sha256").to_dicts()
        return {row["held_sha256"]: row for row in reversed(rows) if any(row[name] for name in _ORIGIN)}

    @cached_property
    def shown_documents(self) -> frozenset[str]:
        """The documents that have a page of their own."""
        return frozenset(row["document_id"] for row in self.documents)

    @cached_property
    def evidence(self) -> dict[str, list[Record]]:
        """By finding_id, in the order in which it is told."""
        found: dict[str, list[Record]] = {finding_id: [] for finding_id in self.by_id}
        for row in self.frames["evidence"].sort("finding_id", "ordinal").iter_rows(named=True):
            if row["finding_id"] in found:
                found[row["finding_id"]].append(row)
        return found

    @cached_property
    def findings_of(self) -> dict[str, list[Record]]:
        """By document_id: those found in it, and those in another document that rest on it."""
        found: dict[str, list[Record]] = {}
        for finding in self.findings:
            for document_id in dict.fromkeys([finding["document_id"], finding["other_document_id"]]):
                if document_id is not None:
                    found.setdefault(document_id, []).append(finding)
        return found

    @cached_property
    def page_sizes(self) -> dict[tuple[str, int], tuple[float, float]]:
        """Width and height in points, by the file's SHA-256 and the page."""
        columns = self.frames["pages"].select("source_sha256", "page", "width", "height")
        return {(sha256, page): (width, height) for sha256, page, width, height in columns.iter_rows()}

    @cached_property
    def printed(self) -> dict[tuple[str, int], tuple[float, float]]:
        """The left and right edge of all that was read on a page, in points, by the file's SHA-256 and the page."""
        files = self.frames["documents"].select("document_id", "source_sha256")
        tables = self.frames["tables"].select("table_id", "document_id")
        place = ("document_id", "page", "x0", "x1")
        placed = pl.concat(
            [self.frames["passages"].select(place), self.frames["cells"].join(tables, on="table_id").select(place)]
        ).filter(pl.col("x1") > pl.col("x0"))
        edges = placed.join(files, on="document_id").group_by("source_sha256", "page")
        found = edges.agg(pl.col("x0").min(), pl.col("x1").max())
        return {(sha256, page): (x0, x1) for sha256, page, x0, x1 in found.iter_rows()}

    @cached_property
    def failures(self) -> list[Record]:
        """What could not be taken in; of a choice of documents, what concerns their files."""
        failures = self.frames["failures"].to_dicts()
        if not self.wanted.asks_for_documents:
            return failures
        files = {row["source_sha256"] for row in self.documents}
        return [row for row in failures if row["source_sha256"] in files]

    @cached_property
    def report_key(self) -> str:
        """The same for all reports of a dataset, so that verdicts kept in a browser outlive the next run."""
        first = self.frames["runs"]["run_id"].min()
        return str(first) if first is not None else "plankoll"

    @cached_property
    def places(self) -> dict[str, int]:
        """Each finding's place in the list, from 0."""
        return {finding["finding_id"]: place for place, finding in enumerate(self.findings)}

    @cached_property
    def run(self) -> Record | None:
        """The run that made the snapshot: the last one."""
        runs = self.frames["runs"].sort("started").to_dicts()
        return runs[-1] if runs else None

    def rows(self, table: str, document_id: str) -> list[Record]:
        """One document's rows of a table, in the dataset's order."""
        return self._by_document(table).get(document_id, [])

    def doubtful_pages(self, document_id: str) -> list[Record]:
        """The document's pages whose reading is unsure."""
        return [page for page in self.rows("pages", document_id) if page["doubt"] is not None]

    def cells(self, table_id: str) -> list[Record]:
        """One table's cells, row after row."""
        return self._cells_by_table.get(table_id, [])

    def title_of_rule(self, rule: str) -> str:
        text = self.rules.get(rule)
        return rule if text is None else in_language(text.title, self.language)

    def issuer_of(self, document: Record) -> str:
        """The municipality or county by its registered name, else the document's own words; empty where not known."""
        for code in (document["kommunkod"], document["lanskod"]):
            if code in self.names:
                return self.names[code]
        return document["issuer"] or ""

    def activity_years(self, activity_id: str) -> list[int]:
        """The years that an activity is in, in their order."""
        return self._years.get(activity_id, [])

    @cached_property
    def _years(self) -> dict[str, list[int]]:
        years: dict[str, list[int]] = {}
        for activity_id, year in self.frames["activity_years"].select("activity_id", "year").sort("year").iter_rows():
            years.setdefault(activity_id, []).append(year)
        return years

    @cached_property
    def _grouped(self) -> dict[str, dict[str, list[Record]]]:
        return {}

    def _by_document(self, table: str) -> dict[str, list[Record]]:
        if table not in self._grouped:
            self._grouped[table] = _grouped_by(self.frames[table], "document_id")
        return self._grouped[table]

    @cached_property
    def _cells_by_table(self) -> dict[str, list[Record]]:
        return _grouped_by(self.frames["cells"].sort("table_id", "row", "col"), "table_id")


def _grouped_by(frame: pl.DataFrame, key: str) -> dict[str, list[Record]]:
    grouped: dict[str, list[Record]] = {}
    for row in frame.iter_rows(named=True):
        grouped.setdefault(row[key], []).append(row)
    return grouped
