"""recalc.share: a column of shares is its stated percent of its base."""

from collections.abc import Iterator

from checks.catalogue import Check
from checks.check_input import CheckInput
from checks.recalculation.figures import figure_of_amount, is_sentence
from checks.recalculation.percents import percents_that_differ
from checks.recalculation.recalculated import RECALCULATION_MESSAGES, recalculated
from checks.recalculation.shares import rows_of_one_whole, shares_that_differ
from checks.recalculation.told_counts import told_percents_that_differ
from checks.tables.structure import tables_of
from checks.violation import Violation
from checks.wording import Bilingual

RULE = "recalc.share"

_WHOLES = ("granted", "received", "planned", "allocated", "total")
"""What a sum in the text is that a table may share out in percents."""


def find(rows: CheckInput) -> Iterator[Violation]:
    """Every share that is more than a rounding from its percent."""
    wholes = [
        figure_of_amount(amount)
        for amount in rows.amounts
        if is_sentence(amount) and not amount.approximate and amount.kind in _WHOLES
    ]
    for view in tables_of(rows):
        for claim in (*shares_that_differ(view), *percents_that_differ(view), *rows_of_one_whole(view, wholes)):
            yield from recalculated(RULE, claim)
    for claim in told_percents_that_differ(rows):
        yield from recalculated(RULE, claim)


CHECK = Check(
    id=RULE,
    family="recalculation",
    scope="document",
    title=Bilingual(sv="Andelen", en="The share"),
    claim=Bilingual(
        sv="En kolumn vars rubrik nämner en procentsats (varav 4 procent) är så många procent av en annan kolumn i "
        "tabellen, rad för rad, och en kolumn av procenttal (Andel) är de antal eller belopp som står bredvid, "
        "delade med deras summa. Vilken kolumn som är grunden måste tabellen själv visa: minst en rad, och minst "
        "hälften av raderna, ska stämma; av procenttal minst två, och minst två av tre. Andelar är avrundade till "
        "den enhet som de är skrivna i, och kontrollen tiger om allt som avrundning kan förklara och om rubriker "
        "som nämner flera procentsatser. I löptext är den procent som följer på ett antal (av 200 svarade 120, "
        "vilket motsvarar 60 procent) så mycket av det hela; annars en varning. Beloppen bredvid procenttalen är "
        "dessa av den "
        "summa som texten fördelar, där minst två andra rader är det på kronan.",
        en="A column whose heading names a percentage (varav 4 procent) is that much of another column of the table, "
        "row by row, and a column of percents (Andel) is the counts or sums beside it divided by their total. Which "
        "column is the base must be shown by the table itself: at least one row, and at least half of the rows, "
        "must come out; of percents at least two, and at least two in three. Shares have been rounded to the unit "
        "that they are written in, and the check is silent on all that rounding can explain and on headings that "
        "name several percentages. In running text the percentage told right behind a count (av 200 svarade 120, "
        "vilket motsvarar 60 procent) is so much of the whole; else a warning. Sums "
        "beside percents are these of the sum that the text shares out, where two other rows at least are so to the "
        "krona.",
    ),
    messages=RECALCULATION_MESSAGES,
    find=find,
    example=Bilingual(
        sv="Kolumnen ”varav 4 procent” anger 12 000 av 250 000: 4 procent är 10 000.",
        en="The column “varav 4 procent” states 12 000 of 250 000: 4 per cent are 10 000.",
    ),
)
