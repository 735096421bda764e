"""tie.plan-report.total: what a report or memo says was granted or planned is what the plan says."""

from collections.abc import Iterator

from checks.catalogue import Check
from checks.corpus import Corpus
from checks.ties.between import conflicts_of, overspent
from checks.ties.extracts import extracts_in
from checks.ties.tie import TIE_MESSAGES
from checks.ties.tie_between import BETWEEN_MESSAGES, OVERSPENT, between_violation
from checks.violation import Violation
from checks.wording import Bilingual

RULE = "tie.plan-report.total"


def find(corpus: Corpus) -> Iterator[Violation]:
    """Every sum of a report or memo that differs from the plan of the same party, year and grant."""
    for each in corpus.once(conflicts_of):
        if each.their_extract.document.doc_type == "action_plan":
            by_report = each.our_extract.document.doc_type == "grant_report"
            if by_report or (each.ours.role == "granted" and not each.in_one_file):
                yield between_violation(RULE, each)
    for each in overspent(corpus):
        yield between_violation(RULE, each, OVERSPENT)


CHECK = Check(
    id=RULE,
    family="tie-out",
    scope="corpus",
    title=Bilingual(sv="Plan mot rapport, summor", en="Plan against report, totals"),
    claim=Bilingual(
        sv="En rapport anger samma beviljade och planerade belopp som planen för samma kommun (eller region), år och "
        "bidrag, och en tjänsteskrivelse samma beviljade belopp. Finns planen i flera versioner räknas den senast "
        "daterade; går den inte att peka ut tiger kontrollen. Framgår det inte säkert att båda gäller samma bidrag "
        "blir det högst en varning. Att mindre är använt än planerat är inget fel; är mer använt än planen fått "
        "beviljat, och rapporten inte säger vad den fått, är det en varning.",
        en="A report states the same granted and planned sums as the plan of the same municipality (or region), year "
        "and grant, and a memo the same granted sum. Of several versions of a plan the one with the latest date "
        "counts; where that cannot be told, the check is silent. Where it is not certain that both are about the same "
        "grant, it is a warning at most. That less was spent than planned is no error; that more was spent than the "
        "plan was granted, where the report does not say what it received, is a warning.",
    ),
    messages={**TIE_MESSAGES, **BETWEEN_MESSAGES},
    find=find,
    asks=(extracts_in,),
    example=Bilingual(
        sv="Planen för 2022 har 730 500 kr beviljat, återrapporten för samma bidrag 703 500 kr erhållet.",
        en="The plan for 2022 has 730 500 kr granted, the report of the same grant 703 500 kr received.",
    ),
)
