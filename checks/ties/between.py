"""Between documents of one party and year: sums that tell of the same fact of one grant and differ."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from checks.corpus import Corpus
from checks.ties.disagreement import is_misprint, lacks_a_digit, may_be_one_fact, unit_slipped
from checks.ties.dossiers import dossiers_of, related, shares_activities
from checks.ties.extracts import Extract
from checks.ties.wholes import Role, Whole

NEAR_WHERE_UNSURE = Decimal(2)
"""The most that one sum may be of the other where it is not sure that both are of one grant."""
TELLING = Decimal(10_000)
"""Below it a sum that two documents share may be the same by chance."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two documents' sums of one fact. sure: both are about one grant, and about all of it."""

    ours: Whole
    theirs: Whole
    our_extract: Extract
    their_extract: Extract
    sure: bool

    @property
    def doubted(self) -> bool:
        """Either is unsure in its reading, or a unit apart: thousands in a column that does not say so, or says so."""
        if unit_slipped(self.ours, self.theirs):
            return True
        return self.our_extract.is_doubted(self.ours) or self.their_extract.is_doubted(self.theirs)

    @property
    def in_one_file(self) -> bool:
        return self.our_extract.document.source_sha256 == self.their_extract.document.source_sha256


def conflicts_of(corpus: Corpus) -> tuple[Conflict, ...]:
    """Reports and memos against the plan, and memos against the report that they are bound with."""
    found: list[Conflict] = []
    for dossier in corpus.once(dossiers_of).values():
        found += _between(dossier.reports, dossier.plans, ("granted", "planned"))
        found += _between(dossier.memos, dossier.plans, ("granted", "planned"))
        bound = [*_between(dossier.memos, dossier.reports, ("granted", "spent"))]
        bound += _requisitioned(dossier.memos, dossier.reports)
        found += (each for each in bound if each.in_one_file)
    return tuple(found)


def overspent(corpus: Corpus) -> Iterator[Conflict]:
    """Reports that spend more than their plan was granted, and do not say themselves what they received.

    Where they do, recalc.balance holds the two against each other.
    """
    for dossier in corpus.once(dossiers_of).values():
        for report, plan, same in related(dossier.reports, dossier.plans):
            granted, spent = main_statement(plan.of("granted")), _all_spent(report)
            if granted is not None and spent is not None and not report.of("granted") and spent.low > granted.high:
                yield Conflict(spent, granted, report, plan, same)


def _all_spent(report: Extract) -> Whole | None:
    """The report's own statement of it; else what its tables of activities come to together."""
    spent = report.of("spent")
    together = [whole for whole in spent if whole.source == "table" and whole.table_id is None]
    return together[0] if len(together) == 1 else main_statement(spent)


def main_statement(wholes: Sequence[Whole]) -> Whole | None:
    """What a document says once and for all of a fact: its form, its tables, else its prose.

    Null where these do not agree among themselves. What several tables come to together is stated nowhere.
    """
    for source in ("form", "table", "prose"):
        of_source = [whole for whole in wholes if whole.source == source]
        if of_source:
            agree = all(one.agrees(of_source[0]) for one in of_source)
            return min(of_source, key=lambda whole: whole.high - whole.low) if agree else None
    return None


def shares_a_sum(one: Extract, other: Extract) -> bool:
    """True where the two state the same sum to the krona: then they are about the same grant."""
    sums = {whole.value for whole in one.wholes if whole.low == whole.high and abs(whole.value) >= TELLING}
    return any(whole.value in sums and whole.low == whole.high for whole in other.wholes)


def _between(ours: Iterable[Extract], theirs: Iterable[Extract], roles: Sequence[Role]) -> Iterator[Conflict]:
    for our, their, same in related(ours, theirs):
        shared = shares_a_sum(our, their)
        sure = same or shared
        for role in roles:
            pair = _differing(our.of_its_year(role), their.of_its_year(role), sure=sure)
            if pair is not None:
                # A report's table may plan for a part of the plan only, unless something shows that it is all of it.
                is_all = role != "planned" or shared or shares_activities(our, their)
                yield Conflict(*pair, our, their, sure and is_all)


def _requisitioned(memos: Iterable[Extract], reports: Iterable[Extract]) -> Iterator[Conflict]:
    """A memo that tells what was requisitioned and not what was received: that is what came, and a report says so.

    Less may have been paid out, so only a misprint is sure.
    """
    for memo, report, same in related(memos, reports):
        if memo.of("granted"):
            continue
        pair = _differing(memo.of("requisitioned"), report.of("granted"), sure=same)
        if pair is not None:
            yield Conflict(*pair, memo, report, same and is_misprint(*pair))


def _differing(ours: Sequence[Whole], theirs: Sequence[Whole], *, sure: bool) -> tuple[Whole, Whole] | None:
    """The two main statements, where nothing that the two say of the fact agrees."""
    one, other = main_statement(ours), main_statement(theirs)
    if one is None or other is None or any(a.agrees(b) for a in ours for b in theirs):
        return None
    return (one, other) if may_be_misprinted(one, other, sure=sure) else None


def may_be_misprinted(one: Whole, other: Whole, *, sure: bool) -> bool:
    """True where two sums of two documents can be one fact. sure: both are about one grant.

    Where that is not sure they are near each other, or have the same digits but for one.
    """
    low, high = sorted((abs(one.value), abs(other.value)))
    is_near = sure or high <= NEAR_WHERE_UNSURE * low or (low >= TELLING and lacks_a_digit(one, other))
    return is_near and may_be_one_fact(one, other)
