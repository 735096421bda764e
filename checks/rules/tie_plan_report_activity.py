"""tie.plan-report.activity: activity by activity, what a report says of the plan is what the plan says."""

from collections.abc import Iterator

from checks.catalogue import Check
from checks.corpus import Corpus
from checks.ties.activity_ties import ACTIVITY_MESSAGES, activity_violations
from checks.ties.dossiers import dossiers_of, related
from checks.ties.extracts import extracts_in
from checks.ties.tie import TIE_MESSAGES
from checks.violation import Violation
from checks.wording import Bilingual

RULE = "tie.plan-report.activity"


def find(corpus: Corpus) -> Iterator[Violation]:
    """Activities with other planned sums in the report, and those that only one of the two has."""
    for dossier in corpus.once(dossiers_of).values():
        for report, plan, _ in related(dossier.reports, dossier.plans):
            yield from activity_violations(RULE, plan, report)


CHECK = Check(
    id=RULE,
    family="tie-out",
    scope="corpus",
    title=Bilingual(sv="Plan mot rapport, aktiviteter", en="Plan against report, activities"),
    claim=Bilingual(
        sv="En aktivitet har i rapporten samma planerade belopp som i planen, varje planerad aktivitet är redovisad "
        "och varje redovisad är planerad. Aktiviteterna paras efter innebörd: lika eller liknande ord, med belopp och "
        "ordning som stöd. En osäker parning är en varning som nämner båda. Har rapporten bara kostnader är det en "
        "varning att en aktivitet kostat mer än planerat; att den kostat mindre är inget fel. Att en aktivitet saknas "
        "sägs, som varning, bara när minst hälften av planens aktiviteter finns i rapporten och ingen rad fattas i den "
        "andra tabellens summa. Kontrollen tiger där planens version inte går att avgöra.",
        en="An activity has the same planned sum in the report as in the plan, every planned activity is reported and "
        "every reported one is planned. Activities are paired by meaning: the same or similar words, borne out by sums "
        "and order. An unsure pairing is a warning that names both. Where the report has only costs, it is a warning "
        "that an activity cost more than was planned; that it cost less is no error. That an activity is missing is "
        "said, as a warning, only where at least half of the plan's activities are in the report and no row is missing "
        "from the other table's total. The check is silent where the plan's version cannot be told.",
    ),
    messages={**TIE_MESSAGES, **ACTIVITY_MESSAGES},
    find=find,
    asks=(extracts_in,),
    example=Bilingual(
        sv="Planen avsätter 261 000 kr till övningsfall för socialjouren. Rapporten säger att 307 980 kr var planerat.",
        en="The plan sets aside 261 000 kr for training cases for the social services. The report says that 307 "
        "980 kr was planned.",
    ),
)
