"""recalc.change: a change told in prose holds against both of its years."""

from collections.abc import Iterator

from checks.catalogue import Check
from checks.check_input import CheckInput
from checks.recalculation.changes import changes_that_differ
from checks.recalculation.percent_changes import percent_changes_that_differ
from checks.recalculation.recalculated import RECALCULATION_MESSAGES, recalculated
from checks.recalculation.told_changes import told_changes_that_differ
from checks.recalculation.told_growth import told_growth_that_differs
from checks.recalculation.year_changes import changes_between_rows_that_differ
from checks.tables.structure import tables_of
from checks.violation import Violation
from checks.wording import Bilingual

RULE = "recalc.change"


def find(rows: CheckInput) -> Iterator[Violation]:
    """Every change that its two sums do not make."""
    for claim in changes_that_differ(rows):
        yield from recalculated(RULE, claim)
    for claim in told_changes_that_differ(rows):
        yield from recalculated(RULE, claim)
    for claim in told_growth_that_differs(rows):
        yield from recalculated(RULE, claim)
    for view in tables_of(rows):
        for claim in (*changes_between_rows_that_differ(view), *percent_changes_that_differ(view)):
            yield from recalculated(RULE, claim)


CHECK = Check(
    id=RULE,
    family="recalculation",
    scope="document",
    title=Bilingual(sv="Förändringen", en="The change"),
    claim=Bilingual(
        sv="”23 miljoner mer än 2017 (56,8 miljoner)” eller ”har ökat med 421 tkr” är skillnaden mellan årets summa "
        "och den som meningen nämner. Årets summa står i samma mening, eller är det som dokumentet säger är beviljat, "
        "erhållet eller rekvirerat; det räcker att en sådan summa stämmer. Kontrollen tiger där meningen inte nämner "
        "den tidigare summan, där den nämner flera förändringar, och om allt som avrundning kan förklara: tal i "
        "tusental och miljoner, ca, drygt och knappt. Så även antal (34 fler än året innan, då de var 412), som en "
        "varning, förändringar i procent där meningen har båda talen (ökat med 6,8 procent från 12 788 till 13 657), "
        "och en kolumn av förändringar bredvid årens tal, i tal eller procent, där två andra rader stämmer. Nämner "
        "dokumentet flera summor "
        "för året blir det högst en varning.",
        en="“23 miljoner mer än 2017 (56,8 miljoner)” or “har ökat med 421 tkr” is the difference between the year's "
        "sum and the one that the sentence names. The year's sum stands in the same sentence, or is what the document "
        "says is granted, received or requisitioned; it is enough that one such sum fits. The check is silent where "
        "the sentence does not name the earlier sum, where it tells of several changes, and on all that rounding can "
        "explain: numbers in thousands and millions, ca, drygt and knappt. So it is with counts (34 fler än året "
        "innan, då de var 412), as a warning, with changes in percent where the sentence has both numbers (ökat med "
        "6,8 procent från 12 788 till 13 657), and with a column of changes beside the years' numbers, in numbers or "
        "percents, where two other "
        "rows come out. Where the document names several sums for the year, it is a warning at most.",
    ),
    messages=RECALCULATION_MESSAGES,
    find=find,
    example=Bilingual(
        sv="”Bidraget var 3 086 000 kr året innan och har ökat med 500 000 kr” till 3 507 000: ökningen är 421 000.",
        en="“Bidraget var 3 086 000 kr året innan och har ökat med 500 000 kr” to 3 507 000: it grew by 421 000.",
    ),
)
