"""tie.allocation: what a municipality says it was granted is what the county's table allocates to it."""

from collections.abc import Iterator

from checks.catalogue import Check
from checks.corpus import Corpus
from checks.ties.allocation import ALLOCATION_MESSAGES, allocation_conflicts, allocation_violation
from checks.ties.extracts import extracts_in
from checks.ties.tie import TIE_MESSAGES
from checks.violation import Violation
from checks.wording import Bilingual

RULE = "tie.allocation"


def find(corpus: Corpus) -> Iterator[Violation]:
    """Every granted sum of a municipality's document that differs from the county's table of the same year."""
    for each in allocation_conflicts(corpus):
        yield allocation_violation(RULE, each)


CHECK = Check(
    id=RULE,
    family="tie-out",
    scope="corpus",
    title=Bilingual(sv="Kommunens belopp mot länets fördelning", en="A municipality's sum against the county's table"),
    claim=Bilingual(
        sv="Det som en kommuns plan, rapport, ansökan eller tjänsteskrivelse anger som beviljat är det som länets "
        "fördelningstabell ger kommunen samma år, och en kommun som bara säger vad den rekvirerar begär inte mer. "
        "Står tabellen i tusental får beloppen avvika så mycket. Kontrollen tiger när tabellens år inte framgår, när "
        "kommunen står i den med olika belopp och när dokumenten gäller olika bidrag. Skiljer sig flera länstabeller "
        "åt räknas bara den som ett annat dokument om samma bidrag bekräftar. Framgår bidraget inte säkert blir det "
        "högst en varning.",
        en="What a municipality's plan, report, application or memo says was granted is what the county's table "
        "allocates to it in the same year, and one that only says what it requisitions asks for no more. Where the "
        "table is in thousands, the sums may differ by as much. The check is silent where the table's year is not "
        "told, where the municipality stands in it with different sums, and where the documents are about different "
        "grants. Of several tables that differ only one counts that another document of the same grant bears out. "
        "Where the grant is not certain, it is a warning at most.",
    ),
    messages={**TIE_MESSAGES, **ALLOCATION_MESSAGES},
    find=find,
    asks=(extracts_in,),
    example=Bilingual(
        sv="Länets tabell fördelar 60 887 kr till kommunen. Kommunens egen plan har 54 798 kr som beviljat.",
        en="The county's table allocates 60 887 kr to the municipality. The municipality's own plan has 54 798 "
        "kr as granted.",
    ),
)
