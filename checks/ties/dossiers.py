"""What belongs together: a municipality's (or region's) documents of one year, and the county's table that it is in.

Pairing is by codes and years first, so that a large corpus is walked once. Of two versions of one plan only one
counts: the newer, where the documents' dates tell it; where they do not, and the two say different things, neither is
held against anything.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from checks.check_input import CheckInput
from checks.tables.labels import folded
from checks.ties.activity_rows import activity_rows
from checks.ties.grants import is_same_grant
from checks.ties.ledgers import Ledger, ledger_of
from checks.ties.wholes import whole_of
from models.rows import Amount, DocType, Document

Key = tuple[str, int]
"""kommunkod, or R and länskod for a region; and the year."""
_Words = Sequence[set[str]]

FEWEST_SHARED = 2
"""One activity in common may be chance."""
FEWEST_MUNICIPALITIES = 3
"""A table of fewer shares nothing out among a county's."""
_SHARES_OUT = re.compile(r"fördel|tilldel|bevilja|stimulansm|statsbidrag|\bmedel\b", re.IGNORECASE)
"""What a paper of another class than a plan must say of such a table, in its title or its heads."""
_DRAFT = re.compile(r"\b(?:utkast|arbetsmaterial|remissversion|samrådsversion)\b")


@dataclass(frozen=True)
class Dossier:
    """One party's documents of one year, versions that do not count left out."""

    plans: tuple[Ledger, ...]
    reports: tuple[Ledger, ...]
    memos: tuple[Ledger, ...]
    applications: tuple[Ledger, ...]


@dataclass(frozen=True)
class Allocation:
    """What a county's plan gives one municipality in one year."""

    document: Document
    amount: Amount
    doubted: bool


def ledgers_of(rows: CheckInput) -> tuple[Ledger, ...]:
    """The account of every document that is not said again elsewhere, and that another's can be held against.

    One without a party and a year of its own is asked for only where it may share money out among municipalities.
    """
    return tuple(
        part.once(ledger_of)
        for part in rows.one_by_one()
        if part.documents[0].duplicate_of is None
        and (_key(part.documents[0]) is not None or any(each.kommunkod for each in part.amounts))
    )


def dossiers_of(rows: CheckInput) -> Mapping[Key, Dossier]:
    """Every party and year of which there is a document."""
    gathered: dict[Key, dict[DocType, list[Ledger]]] = defaultdict(lambda: defaultdict(list))
    for ledger in rows.once(ledgers_of):
        key = _key(ledger.document)
        if key is not None:
            gathered[key][ledger.document.doc_type].append(ledger)
    return {
        key: Dossier(
            _current(by_type["action_plan"]),
            _current(by_type["grant_report"]),
            tuple(by_type["memo"]),
            tuple(by_type["grant_application"]),
        )
        for key, by_type in gathered.items()
    }


def allocations_of(rows: CheckInput) -> Mapping[Key, tuple[Allocation, ...]]:
    """What counties' plans and decisions allocate to each municipality and year, where something tells the year.

    A sum that a document tells again (in kronor beside thousands) counts once, of parts and their sum beside each
    other only the sum, and a stated part of it (4 percent) not at all. A municipality with different sums for one
    year is left out: which one counts is not known.
    """
    found: dict[Key, list[Allocation]] = defaultdict(list)
    for ledger in rows.once(ledgers_of):
        document = ledger.document
        if document.kommunkod is not None:
            continue
        shared_out = _allocating_tables(ledger)
        named: dict[Key, list[Amount]] = defaultdict(list)
        for amount in ledger.by_municipality:
            year = amount.year or document.reporting_year
            if year is not None and amount.kommunkod is not None and amount.table_id in shared_out:
                named[amount.kommunkod, year].append(amount)
        for key, amounts in named.items():
            whole = _whole_among(_without_shares(amounts, ledger))
            if whole is not None:
                found[key].append(Allocation(document, whole, ledger.is_doubted_at(whole)))
    return {key: tuple(several) for key, several in found.items()}


def _allocating_tables(ledger: Ledger) -> frozenset[str | None]:
    """The tables that give municipalities money: any of a county's plan; of another paper those that say so."""
    if ledger.document.doc_type in ("action_plan", "direction"):
        return frozenset(amount.table_id for amount in ledger.by_municipality)
    codes: dict[str | None, set[str | None]] = defaultdict(set)
    for amount in ledger.by_municipality:
        codes[amount.table_id].add(amount.kommunkod)
    words = {
        table_id: " ".join([ledger.document.title or "", view.table.title or "", *view.headings.values()])
        for view in ledger.views
        for table_id in view.table_ids
    }
    return frozenset(
        table_id
        for table_id, several in codes.items()
        if len(several) >= FEWEST_MUNICIPALITIES and _SHARES_OUT.search(words.get(table_id or "", ""))
    )


def _without_shares(amounts: Sequence[Amount], ledger: Ledger) -> list[Amount]:
    """The sums without the stated parts of others; a share that stands alone is the municipality's own."""
    parts = {
        (table_id, column.index)
        for view in ledger.views
        for column in view.columns
        for table_id in view.table_ids
        if column.share
    }
    wholes = [each for each in amounts if each.kind != "share" and (each.table_id, each.col) not in parts]
    return wholes or [each for each in amounts if (each.table_id, each.col) not in parts]


def _whole_among(amounts: Sequence[Amount]) -> Amount | None:
    """The one sum that all tell, or that the others in its row make; null where nothing shows which one counts."""
    wholes = [whole_of("granted", amount, "table") for amount in amounts]
    if amounts and all(one.agrees(other) for one, other in combinations(wholes, 2)):
        return amounts[0]
    if len({(each.table_id, each.row) for each in amounts}) != 1:
        return None
    total = max(range(len(amounts)), key=lambda place: amounts[place].value_sek)
    rest = [whole for place, whole in enumerate(wholes) if place != total]
    low, high = (sum(ends, Decimal(0)) for ends in ([w.low for w in rest], [w.high for w in rest]))
    return amounts[total] if len(rest) > 1 and wholes[total].meets(low, high) else None


def _key(document: Document) -> Key | None:
    """Null where the document does not say whose it is, or is of several years."""
    year = document.reporting_year
    if year is None and document.period_start == document.period_end:
        year = document.period_start
    if year is None:
        return None
    if document.kommunkod is not None:
        return document.kommunkod, year
    if document.issuer_kind == "region" and document.lanskod is not None:
        return f"R{document.lanskod}", year
    return None


def _current(ledgers: Sequence[Ledger]) -> tuple[Ledger, ...]:
    """Of the versions of one document the one that counts; documents of other grants stay beside it.

    Of two that say the same one is enough: that which is bound with other papers, which speak of it. Two whose grants
    may be one though they are named otherwise are no versions: what each belongs to shows which counts where.
    """
    dropped: set[str] = set()
    bound_first = sorted(ledgers, key=lambda ledger: ledger.document.first_page == 1)
    for one, other in combinations(bound_first, 2):
        same = is_same_grant(one.document, other.document)
        if same is False or (same is None and _are_named_otherwise(one.document, other.document)):
            continue
        older = other if _say_the_same(one, other) else _older(one, other)
        dropped.update(each.document.document_id for each in ([older] if older else [one, other]))
    return tuple(ledger for ledger in ledgers if ledger.document.document_id not in dropped)


def _are_named_otherwise(one: Document, other: Document) -> bool:
    names = [each.grant_name for each in (one, other)]
    return None not in names and folded(names[0]) != folded(names[1])


def _say_the_same(one: Ledger, other: Ledger) -> bool:
    """True where both state the same facts of the grant, and none of them otherwise."""
    roles = {whole.role for whole in one.wholes}
    return roles == {whole.role for whole in other.wholes} and all(
        any(a.agrees(b) for a in one.of(role) for b in other.of(role)) for role in roles
    )


def _older(one: Ledger, other: Ledger) -> Ledger | None:
    """The one that is a draft, or bears the earlier date; null where nothing tells."""
    drafts = [ledger for ledger in (one, other) if _DRAFT.search(folded(ledger.document.title))]
    if len(drafts) == 1:
        return drafts[0]
    dates = (one.document.document_date, other.document.document_date)
    if dates[0] is None or dates[1] is None or dates[0] == dates[1]:
        return None
    return one if dates[0] < dates[1] else other


def related(one: Iterable[Ledger], other: Iterable[Ledger]) -> list[tuple[Ledger, Ledger, bool]]:
    """Every pair that can be about one grant; True where it is sure that it is.

    They are where both name it, or where most of the activities have the same words: then a name was misread or is
    another's. A document that several of the other side can belong to goes with those of its own grant only.
    """
    firsts, seconds = list(one), list(other)
    if not firsts or not seconds:
        return []
    pairs = [(a, b, _is_about_one_grant(a, b)) for a in firsts for b in seconds]
    sure = {id(ledger) for a, b, same in pairs if same for ledger in (a, b)}
    return [
        (a, b, bool(same)) for a, b, same in pairs if same or (same is None and id(a) not in sure and id(b) not in sure)
    ]


def _is_about_one_grant(one: Ledger, other: Ledger) -> bool | None:
    same = is_same_grant(one.document, other.document)
    return same if same or not shares_activities(one, other) else True


def shares_activities(one: Ledger, other: Ledger) -> bool:
    """True where two or more activities, and at least half of those of the shorter list, have the same words."""
    first, second = one.once(_activity_words), other.once(_activity_words)
    words = set().union(*second)
    shared = sum(not texts.isdisjoint(words) for texts in first)
    return shared >= FEWEST_SHARED and 2 * shared >= min(len(first), len(second))


def _activity_words(ledger: Ledger) -> _Words:
    """For each activity of a document what it is called."""
    return [{folded(text) for text in row.described.texts} for row in ledger.once(activity_rows)]
