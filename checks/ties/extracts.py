"""What of a document others are held against: an extract of its ledger, small enough to be carried about."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from checks.check_input import CheckInput
from checks.tables.labels import folded
from checks.ties.activity_rows import ActivityRow, activity_rows
from checks.ties.allocating import Allocation, allocated_in
from checks.ties.ledgers import Ledger, ledger_of
from checks.ties.pairing import plain
from checks.ties.parties import PartyYear, party_year
from checks.ties.stated import Stated
from models.rows import DocType

_OF_ACTIVITIES: frozenset[DocType] = frozenset(["action_plan", "grant_report", "memo"])
"""Those whose activities are held against each other's."""


@dataclass(frozen=True, slots=True)
class ActivityTable:
    """A table of a document with activities: its headings, and what stands in the columns that may name them."""

    table_id: str
    headings: tuple[str, ...]
    texts: Mapping[int | None, Sequence[str]]


@dataclass(frozen=True, eq=False)
class Extract(Stated):
    """What one document states of its grant, its activities, and what it allocates to others."""

    activities: tuple[ActivityRow, ...]
    tables: tuple[ActivityTable, ...]
    texts: tuple[str, ...]
    """Its running text."""
    allocations: Mapping[PartyYear, Allocation]

    @cached_property
    def said(self) -> str:
        """Its running text in plain words, a passage a line; of most documents nobody asks."""
        return "\n".join(plain(text) for text in self.texts)

    @cached_property
    def activity_words(self) -> Sequence[set[str]]:
        """For each activity what it is called."""
        return [{folded(text) for text in row.described.texts} for row in self.activities]


def extracts_in(file: CheckInput) -> tuple[Extract, ...]:
    """The extract of every document of a file that another's can be held against, and that is not said elsewhere.

    One without a party and a year of its own is asked for only where it may share money out among municipalities.
    """
    return tuple(
        _extract_of(part)
        for part in file.one_by_one()
        if part.documents[0].duplicate_of is None
        and (party_year(part.documents[0]) is not None or any(each.kommunkod for each in part.amounts))
    )


def _extract_of(rows: CheckInput) -> Extract:
    ledger = rows.once(ledger_of)
    document = ledger.document
    has_activities = party_year(document) is not None and document.doc_type in _OF_ACTIVITIES
    activities = activity_rows(ledger) if has_activities else ()
    return Extract(
        document=document,
        doubted_pages=ledger.doubted_pages,
        doubted_tables=ledger.doubted_tables,
        wholes=ledger.wholes,
        activities=activities,
        tables=tuple(_tables(ledger, activities)),
        texts=tuple(passage.text for passage in rows.passages if passage.text) if activities else (),
        allocations=allocated_in(ledger),
    )


def _tables(ledger: Ledger, activities: Sequence[ActivityRow]) -> Iterator[ActivityTable]:
    tables = {row.table_id for row in activities}
    columns = {col for row in activities for col in row.words}
    for view in ledger.views:
        if view.table.table_id in tables:
            texts: dict[int | None, list[str]] = defaultdict(list)
            for (_, col), cell in view.cells.items():
                if col in columns and cell.text:
                    texts[col].append(cell.text)
            yield ActivityTable(view.table.table_id, tuple(view.headings.values()), dict(texts))
