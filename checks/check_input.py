"""What the checks read: the dataset's rows, and nothing else."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, TypeVar, cast

from checks.arithmetic import regime_ruled
from models.registry import Registry
from models.rows import (
    Activity,
    ActivityYear,
    Amount,
    CellRow,
    Document,
    Fact,
    FileRows,
    FormField,
    Goal,
    Indicator,
    Initiative,
    Page,
    Passage,
    Risk,
    TableRow,
)

NO_REGISTRY = Registry(municipalities={}, counties={})
"""Where nobody has said which municipalities there are: what needs to know keeps silent."""
_DIGIT = re.compile(r"\d")
Made = TypeVar("Made")


@dataclass(frozen=True, eq=False)
class CheckInput:
    """Rows of one document or of a whole corpus, each table in the documents' order, and the registry of Sweden.

    Compared by identity: what is worked out of it once (checks.tables.structure) is kept as long as it lives.
    """

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
    registry: Registry = NO_REGISTRY

    @classmethod
    def from_file_rows(cls, files: Iterable[FileRows], registry: Registry = NO_REGISTRY) -> "CheckInput":
        """The rows of several files, one after another."""
        gathered: dict[str, list[Any]] = {name: [] for name in _tables()}
        for file in files:
            for name, rows in gathered.items():
                rows.extend(getattr(file, name))
        return cls(**{name: tuple(rows) for name, rows in gathered.items()}, registry=registry)

    def once(self, make: "Callable[[CheckInput], Made]") -> Made:
        """What a function makes of these rows, made once for each regime ruled: several checks ask for the same.

        The function must be pure and named at the top of its module, for it is known by itself.
        """
        kept: dict[object, Any] = self.__dict__.setdefault("_made", {})
        key = make, regime_ruled()
        if key not in kept:
            kept[key] = make(self)
        return cast("Made", kept[key])

    @property
    def numbered_passages(self) -> tuple[Passage, ...]:
        """Those with a digit: a few of all, and what tells of years and sums is among them."""
        return self.once(_numbered_passages)

    def one_by_one(self) -> Iterator["CheckInput"]:
        """Each document alone, with the rows that belong to it; the same objects each time."""
        return iter(self.once(_one_by_one))

    def by_file(self) -> Iterator[Sequence["CheckInput"]]:
        """The documents of each file, each alone, in the file's order."""
        parts: dict[str, list[CheckInput]] = defaultdict(list)
        for part in self.one_by_one():
            parts[part.documents[0].source_sha256].append(part)
        return iter(parts.values())


def _numbered_passages(rows: CheckInput) -> tuple[Passage, ...]:
    return tuple(passage for passage in rows.passages if passage.text and _DIGIT.search(passage.text))


def _one_by_one(rows: CheckInput) -> tuple[CheckInput, ...]:
    table_of = {table.table_id: table.document_id for table in rows.tables}
    activity_of = {activity.activity_id: activity.document_id for activity in rows.activities}
    parts: dict[str, Mapping[str, Sequence[Any]]] = {}
    for table in _tables():
        by_document: dict[str, list[Any]] = defaultdict(list)
        if table == "cells":
            for cell in rows.cells:
                by_document[table_of[cell.table_id]].append(cell)
        elif table == "activity_years":
            for year in rows.activity_years:
                by_document[activity_of[year.activity_id]].append(year)
        else:
            for row in getattr(rows, table):
                by_document[row.document_id].append(row)
        parts[table] = by_document
    return tuple(
        CheckInput(
            **{name: tuple(of.get(document.document_id, ())) for name, of in parts.items()}, registry=rows.registry
        )
        for document in rows.documents
    )


def _tables() -> list[str]:
    """The names of the tables of rows, in the order of the contract."""
    return [each.name for each in fields(CheckInput) if each.name != "registry"]
