"""A report's activities against the plan's: other sums, and activities that only one of the two has."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from rapidfuzz import fuzz

from checks.tables.labels import folded
from checks.ties.activity_rows import ActivityRow, is_whole
from checks.ties.disagreement import may_be_one_fact, unit_slipped
from checks.ties.extracts import Extract
from checks.ties.pairing import Pairing, pair, plain
from checks.ties.tie import about_rounding, tie_arguments, weighed
from checks.ties.tie_between import name_of
from checks.violation import EvidenceItem, Violation
from checks.wording import Bilingual

FEWEST_PAIRS = 2
"""One activity in common may be chance; two say that the report is about the plan."""
ONE_LENGTH = 1.4
"""The most that one telling of an activity may be longer than another, where it is not sure that they are one."""

ACTIVITY_MESSAGES: Mapping[str, Bilingual] = {
    "activity_differs": Bilingual(
        sv="Sida {page}: ”{words}” anges som planerad till {stated} kr, men {other} anger {against} kr på sida "
        "{other_page} (”{other_words}”). Skillnad {difference} kr.",
        en="Page {page}: “{words}” is said to be planned at {stated} kr, but {other} says {against} kr on page "
        "{other_page} (“{other_words}”). Difference {difference} kr.",
    ),
    "overspent": Bilingual(
        sv="Sida {page}: ”{words}” anges ha kostat {stated} kr, mer än de {against} kr som {other} planerar på sida "
        "{other_page} (”{other_words}”). Skillnad {difference} kr.",
        en="Page {page}: “{words}” is said to have cost {stated} kr, more than the {against} kr that {other} plans on "
        "page {other_page} (“{other_words}”). Difference {difference} kr.",
    ),
    "not_reported": Bilingual(
        sv="{other} planerar ”{words}” ({sum}) på sida {page}, men rapporten säger inget om den.",
        en="{other} plans “{words}” ({sum}) on page {page}, but the report says nothing of it.",
    ),
    "not_planned": Bilingual(
        sv="Sida {page}: ”{words}” ({sum}) är redovisad, men finns inte i {other}.",
        en="Page {page}: “{words}” ({sum}) is reported, but is not in {other}.",
    ),
    "pairing_unsure": Bilingual(
        sv="Att de två är samma aktivitet är inte säkert.",
        en="That the two are the same activity is not certain.",
    ),
}


@dataclass(frozen=True)
class Side:
    """One of the two documents with its rows, and how the rows are paired: 0 is the plan's side, 1 the report's."""

    extract: Extract
    pairing: Pairing
    number: int
    column: int | None
    """The column whose words are the activities'."""

    @property
    def rows(self) -> tuple[ActivityRow, ...]:
        return self.extract.activities

    @cached_property
    def of_activities(self) -> Counter[str]:
        """The tables that activities were paired in, with how many: others tell of kinds of costs, or of areas."""
        return Counter(self.rows[each[self.number]].table_id for each in self.pairing.sure)

    def alone(self, other: "Side") -> list[ActivityRow]:
        """Rows in no pair, in tables of activities, whose words are not those of a row that is in one.

        Nor do they stand in the other document's text, or in a row of its that has no sum.
        """
        places = self.pairing.alone(len(self.rows), self.number)
        alone = [self.rows[place] for place in places if self.rows[place].table_id in self.of_activities]
        words = ((row, row.cell_of(self.column).text) for row in alone)
        return [row for row, text in words if plain(text) not in self._paired_words and not other.says(text)]

    def says(self, text: str) -> bool:
        words = plain(text)
        return words in self.extract.said or words in self._named

    @cached_property
    def _named(self) -> frozenset[str]:
        """What stands in the column of activities, also in rows without a sum."""
        tables = [table for table in self.extract.tables if table.table_id in self.of_activities]
        return frozenset(plain(text) for table in tables for text in table.texts.get(self.column, ()))

    @cached_property
    def _paired_words(self) -> frozenset[str]:
        """A row that comes twice has one partner, and is told of all the same."""
        paired = {each[self.number] for each in (*self.pairing.sure, *self.pairing.unsure)}
        return frozenset(plain(self.rows[place].cell_of(self.column).text) for place in paired)

    def is_complete(self) -> bool:
        """True where no row is missing from the tables of activities, as their totals tell.

        Those headed as they are may be of activities too, though none of theirs is in a pair.
        """
        heads = {table.headings for table in self.extract.tables if table.table_id in self.of_activities}
        alike = {table.table_id for table in self.extract.tables if table.headings in heads}
        return any(is_whole(self.extract, self.rows, tables) for tables in (self.of_activities.keys(), alike))


def activity_violations(rule: str, plan: Extract, report: Extract) -> Iterator[Violation]:
    """Nothing where the two have too few activities in common to be about the same ones."""
    planned, reported = plan.activities, report.activities
    by_any_words = pair([row.described for row in planned], [row.described for row in reported])
    columns = _telling_columns(planned, reported, by_any_words)
    # The pairs show which columns name the activities; units and goals that are alike make no pair.
    pairing = pair([row.told_in(columns[0]) for row in planned], [row.told_in(columns[1]) for row in reported])
    if len(pairing.sure) < FEWEST_PAIRS:
        return
    theirs, ours = Side(plan, pairing, 0, columns[0]), Side(report, pairing, 1, columns[1])
    yield from _differing(rule, theirs, ours)
    if 2 * len(pairing.sure) < len([row for row in planned if row.table_id in theirs.of_activities]):
        return
    if ours.is_complete():
        yield from (_missing(rule, "not_reported", row, theirs, theirs, ours) for row in theirs.alone(ours))
    if theirs.is_complete():
        yield from (_missing(rule, "not_planned", row, ours, theirs, ours) for row in ours.alone(theirs))


def _differing(rule: str, theirs: Side, ours: Side) -> Iterator[Violation]:
    """Pairs whose planned sums differ."""
    pairs = [(ours.rows[b], theirs.rows[a], True) for a, b in ours.pairing.sure]
    pairs += [(ours.rows[b], theirs.rows[a], False) for a, b in ours.pairing.unsure]
    if _are_swapped(pairs):
        return
    slips = sum(_is_slip(reported, planned) for reported, planned, _ in pairs)
    for reported, planned, sure in pairs:
        # One sum a thousand times another is a slip of the pen; several are a column whose unit was not read.
        if slips < FEWEST_PAIRS or not _is_slip(reported, planned):
            violation = _differs(rule, theirs, ours, reported, planned, sure=sure)
            if violation is not None:
                yield violation


def _are_swapped(pairs: Sequence[tuple[ActivityRow, ActivityRow, bool]]) -> bool:
    """True where the report's costs are what the plan plans more often than its planned sums are: heads misread."""
    told = [(ours, theirs.planned) for ours, theirs, sure in pairs if sure and theirs.planned is not None]
    swapped = straight = 0
    for ours, plan in told:
        if ours.planned is not None and ours.spent is not None:
            is_planned, is_spent = ours.planned.agrees(plan), ours.spent.agrees(plan)
            straight += is_planned and not is_spent
            swapped += is_spent and not is_planned
    return swapped >= FEWEST_PAIRS and swapped > straight


def _is_slip(reported: ActivityRow, planned: ActivityRow) -> bool:
    one, other = reported.planned, planned.planned
    return one is not None and other is not None and unit_slipped(one, other)


def _differs(
    rule: str, theirs: Side, ours: Side, reported: ActivityRow, planned: ActivityRow, *, sure: bool
) -> Violation | None:
    stated, against = reported.planned or reported.spent, planned.planned
    if stated is None or against is None or stated.agrees(against) or not may_be_one_fact(stated, against):
        return None
    overspent = reported.planned is None
    words = reported.cell_of(ours.column).text
    other_words = planned.cell_of(theirs.column).text
    if (overspent and stated.value < against.value) or (not sure and not _are_of_one_length(words, other_words)):
        return None
    doubted = ours.extract.is_doubted(stated) or theirs.extract.is_doubted(against)
    arithmetic = weighed(stated, against)
    messages = ["overspent" if overspent else "activity_differs", about_rounding(arithmetic)]
    if not sure:
        messages.append("pairing_unsure")
    if doubted:
        messages.append("doubt")
    about = {"other": name_of(theirs.extract.document), "words": words, "other_words": other_words}
    return Violation(
        rule=rule,
        severity="error" if sure and not doubted and not overspent else "warning",
        document_id=ours.extract.document.document_id,
        subject=words,
        key=(words,),
        messages=tuple(messages),
        arguments=tie_arguments(stated, against, arithmetic) | about,
        arithmetic=arithmetic,
        evidence=(
            EvidenceItem("reported", stated.document_id, words, stated.value, stated.place),
            EvidenceItem("planned", against.document_id, other_words, against.value, against.place),
        ),
        other_document_id=theirs.extract.document.document_id,
    )


def _are_of_one_length(one: str, other: str) -> bool:
    """False where one holds the other and more, or much more: it may be two rows that were read as one."""
    words, other_words = set(plain(one).split()), set(plain(other).split())
    if words < other_words or other_words < words:
        return False
    return max(len(one), len(other)) <= ONE_LENGTH * min(len(one), len(other))


def _missing(rule: str, message: str, row: ActivityRow, owner: Side, theirs: Side, ours: Side) -> Violation:
    cell, whole = row.cell_of(owner.column), row.whole
    words = cell.text
    role, other = ("planned" if owner is theirs else "reported"), theirs.extract.document
    item = EvidenceItem("planned" if owner is theirs else "reported", whole.document_id, words, whole.value)
    return Violation(
        rule=rule,
        severity="warning",
        document_id=ours.extract.document.document_id,
        subject=words,
        key=(role, words),
        messages=(message,),
        arguments={"other": name_of(other), "words": words, "sum": whole.text, "page": str(cell.place.page)},
        evidence=(replace(item, place=cell.place),),
        other_document_id=other.document_id,
    )


def _telling_columns(
    planned: Sequence[ActivityRow], reported: Sequence[ActivityRow], pairing: Pairing
) -> tuple[int | None, int | None]:
    """The two columns that are most often the most alike in the sure pairs: they name the activities."""
    votes: Counter[tuple[int, int]] = Counter()
    for one, other in pairing.sure:
        scores = {
            (a, b): fuzz.token_sort_ratio(folded(here.text), folded(there.text))
            for a, here in planned[one].words.items()
            for b, there in reported[other].words.items()
        }
        votes[max(scores, key=lambda columns: (scores[columns], columns))] += 1
    return votes.most_common(1)[0][0] if votes else (None, None)
