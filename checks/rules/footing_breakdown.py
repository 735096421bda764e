"""footing.breakdown: därav and varav make what they are said to be in."""

from collections.abc import Iterator

from checks.catalogue import Check
from checks.check_input import CheckInput
from checks.recalculation.breakdowns import breakdowns_in, breakdowns_of_forms, claims_of
from checks.recalculation.recalculated import RECALCULATION_MESSAGES, recalculated
from checks.recalculation.told_counts import sexes_that_differ
from checks.recalculation.told_parts import told_parts_that_differ
from checks.tables.structure import tables_of
from checks.violation import Violation
from checks.wording import Bilingual

RULE = "footing.breakdown"


def find(rows: CheckInput) -> Iterator[Violation]:
    """Every whole that its därav lines, or its därav answers, do not make."""
    of_tables = [breakdown for view in tables_of(rows) for breakdown in breakdowns_in(view)]
    for claim in (*claims_of(of_tables), *claims_of(list(breakdowns_of_forms(rows)))):
        yield from recalculated(RULE, claim)
    for claim in (*sexes_that_differ(rows), *told_parts_that_differ(rows)):
        yield from recalculated(RULE, claim)


CHECK = Check(
    id=RULE,
    family="footing",
    scope="document",
    title=Bilingual(sv="Därav och varav", en="Därav and varav: breakdowns"),
    claim=Bilingual(
        sv="Rader eller svar som börjar med därav eller varav är delar av det som står närmast före dem: tillsammans "
        "är de det, och de är aldrig mer. Så räknas också de rader i ett formulär som hör till samma numrerade fråga "
        "om kostnader. En ensam därav-rad berättar bara om en del, och kontrollen tiger så länge den inte är större "
        "än det hela. Är delarna tillsammans mindre än det hela blir det ett fel bara om en av dem kallas övrigt eller "
        "om därav-rader med samma namn går ihop någon annanstans i dokumentet; annars en varning, och ingenting alls "
        "om de är mindre än tre fjärdedelar. I löptext är kvinnor och män (varav 30 kvinnor och 15 män) tillsammans "
        "det tal som sägs före dem, liksom de antal som räknas upp (totalt 46 insatser: 21 kurser och 25 träffar); "
        "annars en varning. Avrundning räknas som i footing.column.",
        en="Rows or answers that begin with därav or varav are parts of what stands right before them: together they "
        "make it, and they are never more. So are the lines of a form that belong to one numbered question of costs. "
        "A därav row of its own tells of one part, and the check is silent while that is not larger than the whole. "
        "Where the parts are less than the whole it is an error only if one of them is called the rest, or if därav "
        "rows of the same names add up elsewhere in the document; else a warning, and nothing at all where they are "
        "less than three quarters. In running text women and men (varav 30 kvinnor och 15 män) are together the "
        "number told before them; else a warning. Rounding counts as in footing.column.",
    ),
    messages={
        **RECALCULATION_MESSAGES,
        "some_parts": Bilingual(
            sv="Det kan finnas fler delar än de som räknas upp.",
            en="There may be more parts than those listed.",
        ),
    },
    find=find,
    example=Bilingual(
        sv="Under ”Kostnader 90 000” står ”därav lön 60 000” och ”därav övrigt 3 000”: 63 000, inte 90 000.",
        en="Under “Kostnader 90 000” stand “därav lön 60 000” and “därav övrigt 3 000”: 63 000, not 90 000.",
    ),
)
