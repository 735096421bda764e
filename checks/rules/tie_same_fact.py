"""tie.same-fact: one fact that a document states twice is stated alike."""

from collections.abc import Iterator
from dataclasses import dataclass

from checks.catalogue import Check
from checks.check_input import CheckInput
from checks.corpus import Corpus
from checks.ties.between import conflicts_of
from checks.ties.counted import COUNT_MESSAGES, counts_that_differ
from checks.ties.disagreement import disagreements
from checks.ties.extracts import extracts_in
from checks.ties.misprints import MISPRINT_MESSAGES, misprints_of
from checks.ties.named_lines import NAMED_LINE_MESSAGES, lines_that_differ
from checks.ties.repeated import REPEATED_MESSAGES, repeated_violations
from checks.ties.tie import TIE_MESSAGES
from checks.ties.tie_between import BETWEEN_MESSAGES, between_violation
from checks.ties.tie_within import WITHIN_MESSAGES, is_text_and_table, within_violation
from checks.violation import Violation
from checks.wording import Bilingual
from models.place import Place

RULE = "tie.same-fact"


@dataclass(frozen=True, slots=True)
class StatedTwice:
    """What a file states in two ways."""

    within: tuple[Violation, ...]
    """In one of its documents."""
    repeated: tuple[Violation, ...]
    """In two papers of one matter."""
    misprints: tuple[tuple[frozenset[tuple[str, Place]], Violation], ...]
    """In two places whose words do not say so, with these places; of numbers that nothing else tells of."""
    counted: tuple[Violation, ...]
    claimed: frozenset[tuple[str, Place]]
    """The numbers that are told of with the first two, by document_id and place."""


def stated_twice(file: CheckInput) -> StatedTwice:
    """What can be told of one file without the others."""
    claimed: set[tuple[str, Place]] = set()
    within: list[Violation] = []
    for part in file.one_by_one():
        if part.documents[0].duplicate_of is None:
            for each in part.once(disagreements):
                claimed |= {(part.documents[0].document_id, whole.place) for whole in (each.stated, each.against)}
                if not is_text_and_table(each):
                    within.append(within_violation(RULE, part, each))
            for differing in lines_that_differ(RULE, part):
                claimed |= _places(differing)
                within.append(differing)
    repeated = tuple(repeated_violations(RULE, file))
    claimed |= {place for each in repeated for place in _places(each)}
    misprints = ((each.places, each.violation(RULE)) for each in file.once(misprints_of) if not each.is_text_and_table)
    return StatedTwice(
        tuple(within), repeated, tuple(misprints), tuple(counts_that_differ(RULE, file)), frozenset(claimed)
    )


def _places(violation: Violation) -> set[tuple[str, Place]]:
    return {(item.document_id, item.place) for item in violation.evidence if item.place is not None}


def find(corpus: Corpus) -> Iterator[Violation]:
    """Every sum of the grant's account that a document, or the papers bound in one file, state in two ways.

    Prose against a table of the same document is tie.text-table; a report against the plan is tie.plan-report.total.
    """
    files: list[StatedTwice] = []
    for file in corpus.of_each_file(stated_twice):
        files.append(file)
        yield from file.within
    claimed = {place for file in files for place in file.claimed}
    yield from (each for file in files for each in file.repeated)
    for conflict in corpus.once(conflicts_of):
        claimed |= {(whole.document_id, whole.place) for whole in (conflict.ours, conflict.theirs)}
        if conflict.in_one_file and conflict.our_extract.document.doc_type == "memo":
            yield between_violation(RULE, conflict)
    for file in files:
        yield from (violation for places, violation in file.misprints if claimed.isdisjoint(places))
    yield from (each for file in files for each in file.counted)


CHECK = Check(
    id=RULE,
    family="tie-out",
    scope="corpus",
    title=Bilingual(sv="Samma uppgift två gånger", en="One fact stated twice"),
    claim=Bilingual(
        sv="Det som är beviljat, sökt, planerat eller använt anges lika på varje ställe i ett dokument: i formulärets "
        "svar och i det belopp som är förtryckt i frågan, i tabellernas summor och i texten; lika i tjänsteskrivelsen "
        "och i den plan eller rapport som den är häftad ihop med, och lika i förslag och beslut i samma ärende. Det "
        "som sägs ha gått till något visst är inte mer än det som formuläret anger som använt i allt. Två tabeller "
        "hålls mot varandra bara om de är överens om en av sina summor; en rad med samma namn och år i två tabeller "
        "bara om de är överens om någon annan sådan rad, och bara en skiljer. Två uppgifter i löptext ger högst en "
        "varning, liksom två belopp om minst sex siffror i en fil som är lika så när som på en siffra, och två om "
        "minst fyra som sägs om samma sak och år och där två siffror bytt plats. Ett antal i "
        "texten är det som raden för kvinnor och män med samma ord ger. Kontrollen tiger om delar, om andra år, om "
        "egna medel och om belopp av helt annan storlek.",
        en="What was granted, applied for, planned or spent is stated alike in every place of a document: in the "
        "form's answers and in the sum printed in the question, in the tables' totals and in the text; alike in a "
        "memo and in the plan or report that it is bound with, and alike in the proposal and the decision of one "
        "matter. What is said to have gone to something is no more than what the form says was used in all. Two "
        "tables are held against each other only where they agree in one of their totals; a line of one name and year "
        "in two tables only where they agree in another such line, and only one differs. Two sentences give a warning "
        "at most, and so do two sums of six digits or more in one file that are alike but for one of them, and two of "
        "four or more told of one fact and year of which two digits have changed places. A count in "
        "the text is what the row of women and men with the same words makes. The check is silent on parts, on other "
        "years, on own money and on sums of quite another size.",
    ),
    messages={
        **TIE_MESSAGES,
        **WITHIN_MESSAGES,
        **BETWEEN_MESSAGES,
        **NAMED_LINE_MESSAGES,
        **REPEATED_MESSAGES,
        **MISPRINT_MESSAGES,
        **COUNT_MESSAGES,
    },
    find=find,
    asks=(stated_twice, extracts_in),
    example=Bilingual(
        sv="En rekvisition anger 5 059 198 kr som högsta belopp och begär 5 095 198 kr: två siffror har bytt plats.",
        en="A requisition states 5 059 198 kr as the highest sum and asks for 5 095 198 kr: two digits have "
        "changed places.",
    ),
)
