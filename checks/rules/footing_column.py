"""footing.column: a column's addends make its total."""

from collections.abc import Iterator
from functools import partial

from checks.catalogue import Check
from checks.check_input import CheckInput
from checks.footing.column_totals import totals_that_differ
from checks.footing.rounding import as_the_sums_show
from checks.footing.sums import FOOTING_MESSAGES
from checks.footing.tables_above import holds_tables_above
from checks.recalculation.form_totals import form_totals_that_differ, line_totals_that_differ
from checks.recalculation.recalculated import RECALCULATION_MESSAGES, recalculated
from checks.tables.structure import tables_of
from checks.violation import Violation
from checks.wording import Bilingual
from models.place import Place

RULE = "footing.column"


def find(rows: CheckInput) -> Iterator[Violation]:
    """Every column total that none of the table's structures explains, and every total among a form's answers."""
    views = tables_of(rows)
    said: set[Place | None] = set()
    for place, view in enumerate(views):
        for violation in as_the_sums_show(partial(totals_that_differ, RULE), view):
            if not holds_tables_above(violation.arithmetic, views[:place]):
                said |= {item.place for item in violation.evidence[:1]}
                yield violation
    for claim in (*form_totals_that_differ(rows), *line_totals_that_differ(rows)):
        if claim.stated.place not in said:
            yield from recalculated(RULE, claim, message="form_total")


CHECK = Check(
    id=RULE,
    family="footing",
    scope="document",
    title=Bilingual(sv="Kolumnens summa", en="A column's total"),
    claim=Bilingual(
        sv="En summa i en tabell (Summa, Totalt, Fördelade medel, ”=”) är summan av raderna ovanför den: sedan förra "
        "delsumman, sedan förra mellanrubriken, av delsummorna eller av alla rader. Kontrollen klagar bara när inget "
        "av detta stämmer. En rad som inte kallas summa (Verksamhetens nettokostnader, Årets kassaflöde, Bokfört "
        "värde, en nämnd ovanför sina enheter) räknas som en när raderna bredvid den blir den i minst två kolumner, "
        "eller i en om namnet säger att den är uträknad, och i fler siffror än slumpen förklarar; kostnader utan "
        "minus dras ifrån. Därav- och varavrader, och rader som säger sig dela medel med en annan rad, räknas inte en "
        "gång till. Tryckta exempel, priser och antal får stå utanför summan. Kronor och antal är exakta; tusental, "
        "miljoner, andelar och ungefärliga tal får skilja så mycket som avrundning kan förklara, och så även en "
        "tabell utan enhet där andra tabeller är i tusental. Kontrollen tiger om kolumner som inte ska summeras (år, "
        "åldrar, priser, tal per invånare, procent som inte är delar av hundra), om ramar (Totalt beviljat) och "
        "rester (Kvarstående), om kolumner av nothänvisningar och om summor som säger sig rymma mer än tabellen (hela "
        "perioden). Missar flera summor i en tabell utan enhet med så lite att avrundning förklarar det, är den "
        "avrundad. En rad direkt under tabellen (”Summa: 1 234 kr”) hör till den, och i formulär läses hela kostnaden "
        "(sökt belopp och egen finansiering) och antal efter kön. En tabell som kan fortsätta i nästa räknas ihop "
        "med den, och säger då högst en varning. Är läsningen osäker, kan en siffra saknas i ett tal, saknar en av "
        "flera kolumner rubrik, står bara en rad ovanför summan, eller är summan en sista rad som bara heter Länet "
        "eller Hela delregionen, blir det högst en varning.",
        en="A total in a table (Summa, Totalt, Fördelade medel, “=”) is the sum of the rows above it: since the last "
        "subtotal, since the last heading, of the subtotals, or of every row. The check speaks only where none of "
        "these holds. A row that is not called a sum (Verksamhetens nettokostnader, Årets kassaflöde, Bokfört värde, "
        "a board above its units) counts as one where the rows beside it make it in two columns at least, or in one "
        "if its name says that it is worked out, and in more digits than chance explains; costs without a minus are "
        "taken off. Breakdown rows (därav, varav) and rows that say that they share another row's money are not "
        "counted twice. Printed examples, prices and counts may be left out. Kronor and counts are exact; thousands, "
        "millions, shares and approximate numbers may differ by what rounding can explain, and so may a table without "
        "a unit where other tables are in thousands. The check is silent on columns that are not to be added (years, "
        "ages, prices, rates per inhabitant, percents that are not parts of a hundred), on frames (Totalt beviljat) "
        "and balances (Kvarstående), on columns of references to notes, and on totals that say they hold more than "
        "the table (the whole period). Where several sums of a table without a unit miss by no more than rounding "
        "explains, it has been rounded. A line right below the table (“Summa: 1 234 kr”) belongs to it, and in forms "
        "it reads the whole cost (what is applied for and own funding) and counts by sex. A table that may go on in "
        "the next is added up with it, and what is found is then a warning at most. Where the reading is unsure, "
        "where a number may lack a digit, where one of several columns has no heading, where only one row stands "
        "above the total, or where the total is a last row that is called no more than Länet or Hela delregionen, it "
        "is a warning at most.",
    ),
    messages={
        **FOOTING_MESSAGES,
        "differs": Bilingual(
            sv="Sida {page}: kolumnen {column} summerar till {expected}{unit}, "
            "men raden {row} anger {actual}{unit} (skillnad {difference}{unit}).",
            en="Page {page}: the column {column} adds up to {expected}{unit}, "
            "but the row {row} states {actual}{unit} (difference {difference}{unit}).",
        ),
        "form_total": RECALCULATION_MESSAGES["differs"],
        "unnamed": Bilingual(
            sv="Kolumnen saknar rubrik, så dess tal kan vara annat än delar av summan.",
            en="The column has no heading, so its numbers may be other things than parts of the total.",
        ),
        "no_head": Bilingual(
            sv="Tabellen har varken rubriker eller titel, så rader kan stå före den.",
            en="The table has neither headings nor a title, so rows may stand before it.",
        ),
        "area": Bilingual(
            sv="Raden kallas inte summa, så den kan rymma fler delar än tabellen visar.",
            en="The row is not called a sum, so it may hold more parts than the table shows.",
        ),
        "alone": Bilingual(
            sv="Bara en rad står ovanför summan, så den kan avse något annat.",
            en="Only one row stands above the total, so it may be about something else.",
        ),
    },
    find=find,
    example=Bilingual(
        sv="Raderna 51 000 och 42 292 följs av ”Fördelade medel 93 922”: de summerar till 93 292.",
        en="The rows 51 000 and 42 292 are followed by “Fördelade medel 93 922”: they add up to 93 292.",
    ),
)
