"""What the checks read: the dataset's rows, and nothing else."""

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, fields
from itertools import groupby
from operator import attrgetter
from typing import Any

from checks.once import Once
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


@dataclass(frozen=True, eq=False)
class CheckInput(Once):
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

    @property
    def numbered_passages(self) -> tuple[Passage, ...]:
        """Those with a digit: a few of all, and what tells of years and sums is among them."""
        return self.once(_numbered_passages)

    def one_by_one(self) -> Iterator["CheckInput"]:
        """Each document alone, with the rows that belong to it; the same objects each time."""
        return iter(self.once(_one_by_one))

    def files(self) -> Iterator["CheckInput"]:
        """Each file alone, with the rows of its documents; the same objects each time."""
        return iter(self.once(_files))

    def of_documents(self, document_ids: AbstractSet[str]) -> "CheckInput":
        """The rows of these documents alone."""
        parts = _parted(self, dict.fromkeys(document_ids, "these"))
        return next(iter(parts), CheckInput(registry=self.registry))


def _numbered_passages(rows: CheckInput) -> tuple[Passage, ...]:
    return tuple(passage for passage in rows.passages if passage.text and _DIGIT.search(passage.text))


def _one_by_one(rows: CheckInput) -> tuple[CheckInput, ...]:
    return _parted(rows, {document.document_id: document.document_id for document in rows.documents})


def _files(rows: CheckInput) -> tuple[CheckInput, ...]:
    return _parted(rows, {document.document_id: document.source_sha256 for document in rows.documents})


def _parted(rows: CheckInput, part_of: Mapping[str, str]) -> tuple[CheckInput, ...]:
    """The rows part by part, in the documents' order. part_of: document_id -> its part; rows of others are left out."""
    if len(rows.documents) == 1 and rows.documents[0].document_id in part_of:
        return (rows,)
    owners: Mapping[str, tuple[str, Mapping[str, str]]] = {
        "cells": ("table_id", {table.table_id: table.document_id for table in rows.tables}),
        "activity_years": ("activity_id", {each.activity_id: each.document_id for each in rows.activities}),
    }
    parts: dict[str, dict[str, list[Any]]] = {}
    for document in rows.documents:
        if document.document_id in part_of:
            parts.setdefault(part_of[document.document_id], {name: [] for name in _tables()})
    for name in _tables():
        column, document_of = owners.get(name, ("document_id", None))
        for key, together in groupby(getattr(rows, name), attrgetter(column)):  # most stand side by side
            part = part_of.get(key if document_of is None else document_of[key])
            if part is not None:
                parts[part][name] += together
    return tuple(
        CheckInput(**{name: tuple(of_part) for name, of_part in each.items()}, registry=rows.registry)
        for each in parts.values()
    )


def _tables() -> list[str]:
    """The names of the tables of rows, in the order of the contract."""
    return [each.name for each in fields(CheckInput) if each.name != "registry"]
