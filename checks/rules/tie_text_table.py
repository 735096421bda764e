"""tie.text-table: a sum told in prose agrees with the table that it tells of."""

from collections.abc import Iterator

from checks.catalogue import Check
from checks.check_input import CheckInput
from checks.ties.disagreement import disagreements
from checks.ties.initiative_costs import initiative_costs_that_differ
from checks.ties.misprints import MISPRINT_MESSAGES, misprints_of
from checks.ties.swapped import swapped_digits
from checks.ties.tie import TIE_MESSAGES
from checks.ties.tie_within import WITHIN_MESSAGES, is_text_and_table, within_violation
from checks.ties.told_cells import CELL_MESSAGES, told_cells_that_differ
from checks.ties.told_deviations import DEVIATION_MESSAGES, told_deviations_that_differ
from checks.violation import Violation
from checks.wording import Bilingual
from models.place import Place

RULE = "tie.text-table"


def find(rows: CheckInput) -> Iterator[Violation]:
    """Every sum in prose that misses the table's total of the same fact."""
    claimed: set[Place] = set()
    for each in rows.once(disagreements):
        claimed |= {each.stated.place, each.against.place}
        if is_text_and_table(each):
            yield within_violation(RULE, rows, each)
    for each in initiative_costs_that_differ(rows):
        if claimed.isdisjoint((each.stated.place, each.against.place)):
            claimed |= {each.stated.place, each.against.place}
            yield within_violation(RULE, rows, each)
    for each in swapped_digits(rows):
        if claimed.isdisjoint((each.stated.place, each.against.place)):
            claimed |= {each.stated.place, each.against.place}
            yield within_violation(RULE, rows, each)
    for misprint in rows.once(misprints_of):
        if misprint.is_text_and_table and claimed.isdisjoint(place for _, place in misprint.places):
            yield misprint.violation(RULE)
    yield from told_cells_that_differ(RULE, rows)
    yield from told_deviations_that_differ(RULE, rows)


CHECK = Check(
    id=RULE,
    family="tie-out",
    scope="document",
    title=Bilingual(sv="Text mot tabell", en="Text against table"),
    claim=Bilingual(
        sv="Det som texten säger är beviljat, planerat eller använt är det som tabellen summerar till, även när "
        "tabellen inte har någon summa men texten före den säger vad allt är. Tal i miljoner, tusental och med "
        "”ca”, ”drygt” eller ”knappt” får avvika så mycket som skrivsättet tillåter. Även vad en satsning eller "
        "ett kapitel sägs kosta är det som står på dess rad, där det är så för flera av planens. Kontrollen tiger om "
        "summor som står i någon cell, om delar (till något, varav, per år), om andra år, om egna medel och där "
        "tabellerna har flera olika summor av samma slag. Kan tabellen gälla bara en del blir det en varning, och "
        "så även när texten säger vad länets kommuner eller regionen får, när ett belopp om minst sex siffror är "
        "som tabellens så när som på en, när det är tabellens summa så när som på två siffror som bytt plats, eller "
        "på en där meningen säger vad summan är av, när "
        "samma mening säger en annan av tabellens summor som den är, och när meningen nämner en enda rad vid namn "
        "och det inte är radens egen summa felskriven: siffror i annan ordning, en för lite eller fel enhet. Även "
        "ett antal eller en procent som en mening säger om en rad och ett år ska vara cellens; annars en varning. Och "
        "ett över- eller underskott som texten säger om en rad, under en rubrik som heter så, är radens avvikelse.",
        en="What the text says was granted, planned or spent is what the table adds up to, also where the table has no "
        "total but the text before it tells what all of it is. Numbers in millions, in thousands and with “ca”, "
        "“drygt” or “knappt” may differ by what their writing allows. What an initiative or a chapter is said to cost "
        "is what its row has, too, where that is so for several of the plan's. The check is silent on sums that stand "
        "in some cell, on parts (for something, of which, a year), on other years, on own money, and where the tables "
        "have several different totals of the kind. Where the table may be of a part only, it is a warning, and so "
        "it is where the text says what the county's municipalities or the region get, where a sum of six digits "
        "or more is as the table's but for one of them, where it is the table's total but for two digits that have "
        "changed places, or but for one where the sentence says what the total is of, where the same sentence tells "
        "another of the table's totals as it is, and where the sentence "
        "names a single row and it is not the row's own sum misprinted: digits in another order, one too few, or the "
        "wrong unit. A count or a percent, too, that a sentence tells of a row and a year is the cell's; else a "
        "warning. And a surplus or deficit that the text tells of a row, below a heading called so, is the row's.",
    ),
    messages={**TIE_MESSAGES, **WITHIN_MESSAGES, **MISPRINT_MESSAGES, **CELL_MESSAGES, **DEVIATION_MESSAGES},
    find=find,
    example=Bilingual(
        sv="Texten säger att 1 678 tkr har förbrukats. Tabellens utfall summerar till 2 169 876 kr, och resten i "
        "texten stämmer med tabellen.",
        en="The text says that 1 678 tkr was spent. The table's outcome adds up to 2 169 876 kr, and what the "
        "text says is left agrees with the table.",
    ),
)
