"""cutoff.matrix: the years in a plan's body and the marks in its annex agree, activity by activity."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from checks.catalogue import Check
from checks.check_input import CheckInput
from checks.identity import normalised
from checks.quoting import DOUBT_MESSAGES, quote, quoting, shortened
from checks.times import times_in
from checks.violation import Violation
from checks.wording import Bilingual
from models.rows import YEAR_SOURCES, Activity, CellRow, YearSource

RULE = "cutoff.matrix"


def find(rows: CheckInput) -> Iterator[Violation]:
    """Every activity whose marked years are not those that the body gives it.

    Activities of the same words are taken together: which row of the annex is whose, nobody can say.
    """
    if not any(year.is_given_by("matrix") for year in rows.activity_years):
        return
    given: dict[str, dict[YearSource, set[int]]] = defaultdict(lambda: defaultdict(set))
    for year in rows.activity_years:
        for source in YEAR_SOURCES:
            if year.is_given_by(source):
                given[year.activity_id][source].add(year.year)
    namesakes: dict[str, list[Activity]] = defaultdict(list)
    for activity in rows.activities:
        namesakes[normalised(activity.text)].append(activity)
    for activities in namesakes.values():
        marked = set().union(*(given[each.activity_id]["matrix"] for each in activities))
        headed = set().union(*(given[each.activity_id]["heading"] for each in activities))
        if not marked:
            continue
        # Of several with the same words the annex may have one only: then the others' years are not missed.
        all_marked = all(given[each.activity_id]["matrix"] for each in activities)
        if headed and (headed != marked if all_marked else not marked <= headed):
            yield _violation(rows, activities, headed, marked, is_told=False)
        elif not headed and (told := _told(activities, marked)):
            yield _violation(rows, activities, told, marked, is_told=True)


def _told(activities: Sequence[Activity], marked: set[int]) -> set[int]:
    """The years in an activity's own words where the marks contradict them; empty where they do not.

    `senast 2019` allows earlier marks and `sedan 2019` later ones, so only whole times count.
    """
    times = [time for each in activities for time in times_in(each.text)]
    if not times or any(time.sense != "in" for time in times):
        return set()
    years = {year for time in times for year in range(time.first, min(time.last, time.first + 20) + 1)}
    return years if years.isdisjoint(marked) else set()


def _violation(
    rows: CheckInput, activities: Sequence[Activity], body: set[int], marked: set[int], *, is_told: bool
) -> Violation:
    document, first = rows.documents[0], activities[0]
    return quoting(
        rows,
        RULE,
        "warning" if is_told or len(activities) > 1 else "error",
        document,
        subject=shortened(first.text),
        key=(first.text,),
        messages=("disagree", "namesakes") if len(activities) > 1 else ("disagree",),
        arguments={
            "body": ", ".join(map(str, sorted(body))),
            "marked": ", ".join(map(str, sorted(marked))),
            "text": shortened(first.text),
            "count": str(len(activities)),
        },
        evidence=[
            *(quote(each, document.document_id, each.text, "planned") for each in activities),
            *(quote(each, document.document_id, each.text) for each in _annex_cells(rows, activities)),
        ],
    )


def _annex_cells(rows: CheckInput, activities: Sequence[Activity]) -> list[CellRow]:
    """The activity's words in the annex, and the marks beside them; not the cell that it was itself read from."""
    words = {normalised(each.text) for each in activities}
    own = {(each.page, each.x0, each.top) for each in activities}
    labels = {
        (cell.table_id, cell.row)
        for cell in rows.cells
        if cell.text and normalised(cell.text) in words and (cell.page, cell.x0, cell.top) not in own
    }
    return [cell for cell in rows.cells if (cell.table_id, cell.row) in labels and cell.text]


CHECK = Check(
    id=RULE,
    family="cut-off",
    scope="document",
    title=Bilingual(sv="Årskryss och årtal stämmer", en="Marks and years agree"),
    claim=Bilingual(
        sv="De år som kryssen i en plans bilaga ger en aktivitet är de år som planens text ger den. Ger en rubrik "
        "eller en kolumn andra år är det ett fel; ger aktivitetens egna ord (våren 2021) andra år är det en varning. "
        "Kontrollen tiger om aktiviteter som bara står på det ena stället, om ”senast” och ”sedan”, och säger en "
        "varning om flera aktiviteter som heter lika.",
        en="The years that the marks in a plan's annex give an activity are those that the plan's text gives it. "
        "Where a heading or a column gives other years it is an error; where the activity's own words (våren 2021) "
        "do, a warning. The check is silent on activities that stand in one of the places only, and on deadlines and "
        "beginnings (senast, sedan); of several activities with the same words it gives a warning.",
    ),
    messages={
        **DOUBT_MESSAGES,
        "disagree": Bilingual(
            sv="Sida {page}: texten ger {body} men bilagans kryss {marked}: {text}",
            en="Page {page}: the text gives {body} but the annex's marks {marked}: {text}",
        ),
        "namesakes": Bilingual(
            sv="{count} aktiviteter heter så, och deras år är lagda samman.",
            en="{count} activities have these words, and their years are taken together.",
        ),
    },
    find=find,
    example=Bilingual(
        sv="”Utbilda ombud” står under rubriken 2021, men har sitt kryss i bilagan under 2022.",
        en="“Utbilda ombud” stands under the heading 2021, but has its mark in the annex under 2022.",
    ),
)
