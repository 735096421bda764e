"""recalc.product: a rate times a quantity makes the amount."""

from collections.abc import Iterator

from checks.catalogue import Check
from checks.check_input import CheckInput
from checks.recalculation.products import products_of_forms, products_that_differ
from checks.recalculation.recalculated import RECALCULATION_MESSAGES, recalculated
from checks.recalculation.told_products import told_products_that_differ
from checks.tables.structure import tables_of
from checks.violation import Violation
from checks.wording import Bilingual

RULE = "recalc.product"


def find(rows: CheckInput) -> Iterator[Violation]:
    """Every product that its factors do not make: in tables, then in forms."""
    for view in tables_of(rows):
        for claim in products_that_differ(view):
            yield from recalculated(RULE, claim)
    for claim in (*products_of_forms(rows), *told_products_that_differ(rows)):
        yield from recalculated(RULE, claim)


CHECK = Check(
    id=RULE,
    family="recalculation",
    scope="document",
    title=Bilingual(sv="Pris gånger antal", en="Rate times quantity"),
    claim=Bilingual(
        sv="Ett belopp per tjänst gånger antalet tjänster är summan, och sannolikhet gånger konsekvens är riskvärdet. "
        "I en tabell måste rubrikerna nämna ett pris, ett antal eller en gradering, och minst två rader, och minst "
        "hälften, ska gå ihop innan någon rad sägs vara fel; saknar tabellen rubriker ska fem rader och nästan alla gå "
        "ihop. I ett formulär läses avsnittet där ett belopp per tjänst, "
        "ett antal tjänster och ett sökt belopp står. Kontrollen tiger om värden efter åtgärd, om andra år och där "
        "avsnittet har en annan summa som är produkten. Faktorerna är exakta; en produkt med fler decimaler än som "
        "skrivits får vara avrundad. Även en mening (12 platser till 9 500 kronor per plats, totalt 114 000) ska gå "
        "ihop; annars en varning.",
        en="A grant per post times the posts is the sum, and likelihood times consequence is the risk's value. In a "
        "table the headings must name a rate, a quantity or a grade, and two rows at least, and at least half of "
        "them, must come out before any row is said to be wrong; in a table without headings five rows and nearly "
        "all. In a form it reads the section that holds a grant per post, a number of posts and a sum applied for. "
        "The check is silent on values after a measure, on other years, and where another sum of the section is the "
        "product. The factors are exact; a product with more decimals than are written may have been rounded. A "
        "sentence, too (12 platser till 9 500 kronor per plats, totalt 114 000), must come out; else a warning.",
    ),
    messages=RECALCULATION_MESSAGES,
    find=find,
    example=Bilingual(
        sv="2,5 tjänster à 300 000 kr söks med 570 000 kr: produkten är 750 000.",
        en="2.5 posts at 300 000 kr are applied for with 570 000 kr: the product is 750 000.",
    ),
)
