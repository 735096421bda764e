"""footing.row: a row's parts make its total."""

from collections.abc import Iterator
from itertools import chain

from checks.catalogue import Check
from checks.check_input import CheckInput
from checks.footing.rounding import as_the_sums_show
from checks.footing.sums import FOOTING_MESSAGES, StatedTotal, footing_violation
from checks.tables.labels import years_in
from checks.tables.parts import Parts, RowSum, part_years, parts_of_totals
from checks.tables.shown_parts import shown_parts
from checks.tables.structure import TableView, tables_of
from checks.violation import Violation
from checks.wording import Bilingual

RULE = "footing.row"


def find(rows: CheckInput) -> Iterator[Violation]:
    """Every row whose total misses its parts, in tables where the other rows come out."""
    for view in tables_of(rows):
        yield from as_the_sums_show(_rows_that_differ, view)


def _rows_that_differ(view: TableView) -> Iterator[Violation]:
    for structure, row_sums in chain(parts_of_totals(view), shown_parts(view)):
        for row_sum in row_sums:
            if _misses(row_sum, structure):
                addends = [
                    (row_sum.line, part)
                    for part in structure.parts
                    if view.number(row_sum.line, part) is not None or view.is_unreadable(row_sum.line, part)
                ]
                total = StatedTotal(row_sum.line, structure.total, addends)
                yield footing_violation(RULE, view, total, row_sum.arithmetic)


def _misses(row_sum: RowSum, structure: Parts) -> bool:
    """An empty part may be unknown rather than nothing; a row may name years that have no column."""
    if row_sum.arithmetic.grade == "equal" or not row_sum.is_full:
        return False
    years = part_years(structure)
    named = years_in(f"{row_sum.line.label} {row_sum.line.other_words}")
    return not (years and named - years)


CHECK = Check(
    id=RULE,
    family="cross-footing",
    scope="document",
    title=Bilingual(sv="Radens summa", en="A row's total"),
    claim=Bilingual(
        sv="En summakolumn (Totalt, Summa, Samtliga) är summan av de kolumner bredvid den som har samma "
        "enhet: män och kvinnor, eller åren i en period. Att kolumnerna är delar av summan måste tabellen "
        "själv visa: minst en rad, och minst hälften av raderna, ska stämma innan någon rad sägs vara fel; och en "
        "kolumn som på tre rader är summan av minst tre kolumner före den är det på de andra också. "
        "Kontrollen tiger om kolumner som jämförs (budget, utfall, avvikelse), om procent, priser och tal "
        "per invånare, om rader där någon del är tom, om summor som säger sig rymma mer än delarna (hela "
        "perioden, flera år) och om rader som nämner år utan egen kolumn. Avrundning räknas som i "
        "footing.column. Är läsningen osäker blir det högst en varning.",
        en="A total column (Totalt, Summa, Samtliga) is the sum of the columns beside it that have its unit: "
        "men and women, or the years of a period. That the columns are parts of the total must be shown by "
        "the table itself: at least one row, and at least half of the rows, must come out before any row is "
        "said to be wrong; and a column that in three rows is the sum of three columns or more before it is so in the "
        "others too. The check is silent on columns that are compared (budget, outcome, deviation), on "
        "percents, prices and rates per inhabitant, on rows with an empty part, on totals that say they hold "
        "more than the parts (the whole period, more years), and on rows that name years without a column. "
        "Rounding counts as in footing.column. Where the reading is unsure, it is a warning at most.",
    ),
    messages={
        **FOOTING_MESSAGES,
        "differs": Bilingual(
            sv="Sida {page}: delarna på raden {row} summerar till {expected}{unit}, "
            "men kolumnen {column} anger {actual}{unit} (skillnad {difference}{unit}).",
            en="Page {page}: the parts on the row {row} add up to {expected}{unit}, "
            "but the column {column} states {actual}{unit} (difference {difference}{unit}).",
        ),
    },
    find=find,
    example=Bilingual(
        sv="Kvinnor 12, män 9, totalt 12: delarna summerar till 21.",
        en="Women 12, men 9, total 12: the parts add up to 21.",
    ),
)
