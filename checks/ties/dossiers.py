"""What belongs together: a municipality's (or region's) documents of one year, and the county's table that it is in.

Pairing is by codes and years first, so that a large corpus is walked once. Of two versions of one plan only one
counts: the newer, where the documents' dates tell it; where they do not, and the two say different things, neither is
held against anything.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from checks.corpus import Corpus
from checks.tables.labels import folded
from checks.ties.allocating import Allocation
from checks.ties.extracts import Extract, extracts_in
from checks.ties.grants import is_same_grant
from checks.ties.parties import PartyYear, party_year
from models.rows import DocType, Document

FEWEST_SHARED = 2
"""One activity in common may be chance."""
_DRAFT = re.compile(r"\b(?:utkast|arbetsmaterial|remissversion|samrådsversion)\b")


@dataclass(frozen=True)
class Dossier:
    """One party's documents of one year, versions that do not count left out."""

    plans: tuple[Extract, ...]
    reports: tuple[Extract, ...]
    memos: tuple[Extract, ...]
    applications: tuple[Extract, ...]


def extracts_of(corpus: Corpus) -> tuple[Extract, ...]:
    """The extracts of all documents, in their order."""
    return tuple(extract for of_file in corpus.of_each_file(extracts_in) for extract in of_file)


def dossiers_of(corpus: Corpus) -> Mapping[PartyYear, Dossier]:
    """Every party and year of which there is a document."""
    gathered: dict[PartyYear, dict[DocType, list[Extract]]] = defaultdict(lambda: defaultdict(list))
    for extract in corpus.once(extracts_of):
        key = party_year(extract.document)
        if key is not None:
            gathered[key][extract.document.doc_type].append(extract)
    return {
        key: Dossier(
            _current(by_type["action_plan"]),
            _current(by_type["grant_report"]),
            tuple(by_type["memo"]),
            tuple(by_type["grant_application"]),
        )
        for key, by_type in gathered.items()
    }


def allocations_of(corpus: Corpus) -> Mapping[PartyYear, tuple[Allocation, ...]]:
    """What counties' plans and decisions allocate to each municipality and year."""
    found: dict[PartyYear, list[Allocation]] = defaultdict(list)
    for extract in corpus.once(extracts_of):
        for key, allocation in extract.allocations.items():
            found[key].append(allocation)
    return {key: tuple(several) for key, several in found.items()}


def _current(extracts: Sequence[Extract]) -> tuple[Extract, ...]:
    """Of the versions of one document the one that counts; documents of other grants stay beside it.

    Of two that say the same one is enough: that which is bound with other papers, which speak of it. Two whose grants
    may be one though they are named otherwise are no versions: what each belongs to shows which counts where.
    """
    dropped: set[str] = set()
    bound_first = sorted(extracts, key=lambda extract: extract.document.first_page == 1)
    for one, other in combinations(bound_first, 2):
        same = is_same_grant(one.document, other.document)
        if same is False or (same is None and _are_named_otherwise(one.document, other.document)):
            continue
        older = other if _say_the_same(one, other) else _older(one, other)
        dropped.update(each.document.document_id for each in ([older] if older else [one, other]))
    return tuple(extract for extract in extracts if extract.document.document_id not in dropped)


def _are_named_otherwise(one: Document, other: Document) -> bool:
    names = [each.grant_name for each in (one, other)]
    return None not in names and folded(names[0]) != folded(names[1])


def _say_the_same(one: Extract, other: Extract) -> bool:
    """True where both state the same facts of the grant, and none of them otherwise."""
    roles = {whole.role for whole in one.wholes}
    return roles == {whole.role for whole in other.wholes} and all(
        any(a.agrees(b) for a in one.of(role) for b in other.of(role)) for role in roles
    )


def _older(one: Extract, other: Extract) -> Extract | None:
    """The one that is a draft, or bears the earlier date; null where nothing tells."""
    drafts = [extract for extract in (one, other) if _DRAFT.search(folded(extract.document.title))]
    if len(drafts) == 1:
        return drafts[0]
    dates = (one.document.document_date, other.document.document_date)
    if dates[0] is None or dates[1] is None or dates[0] == dates[1]:
        return None
    return one if dates[0] < dates[1] else other


def related(one: Iterable[Extract], other: Iterable[Extract]) -> list[tuple[Extract, Extract, bool]]:
    """Every pair that can be about one grant; True where it is sure that it is.

    They are where both name it, or where most of the activities have the same words: then a name was misread or is
    another's. A document that several of the other side can belong to goes with those of its own grant only.
    """
    firsts, seconds = list(one), list(other)
    if not firsts or not seconds:
        return []
    pairs = [(a, b, _is_about_one_grant(a, b)) for a in firsts for b in seconds]
    sure = {id(extract) for a, b, same in pairs if same for extract in (a, b)}
    return [
        (a, b, bool(same)) for a, b, same in pairs if same or (same is None and id(a) not in sure and id(b) not in sure)
    ]


def _is_about_one_grant(one: Extract, other: Extract) -> bool | None:
    same = is_same_grant(one.document, other.document)
    return same if same or not shares_activities(one, other) else True


def shares_activities(one: Extract, other: Extract) -> bool:
    """True where two or more activities, and at least half of those of the shorter list, have the same words."""
    first, second = one.activity_words, other.activity_words
    words = set().union(*second)
    shared = sum(not texts.isdisjoint(words) for texts in first)
    return shared >= FEWEST_SHARED and 2 * shared >= min(len(first), len(second))
