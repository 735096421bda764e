"""cutoff.matrix: the years in a plan's body and the marks in its annex agree, activity by activity."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from checks.catalogue import Check
from checks.check_input import CheckInput
from checks.identity import normalised
from checks.quoting import DOUBT_MESSAGES, quote, quoting, shortened
from checks.times import Time, times_in
from checks.violation import Violation
from checks.wording import Bilingual
from models.rows import YEAR_SOURCES, Activity, CellRow, YearSource

RULE = "cutoff.matrix"
_SAME = 0.8
"""The share of a sentence's words that an activity has, at least, where it says nothing but the activity."""
_STEM = 5
"""Letters of a word that its endings leave as they are."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")


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
        namesakes[normalised(_without_times(activity.text))].append(activity)
    for activities in namesakes.values():
        marked = set().union(*(given[each.activity_id]["matrix"] for each in activities))
        headed = set().union(*(given[each.activity_id]["heading"] for each in activities))
        if not marked:
            continue
        # Of several with the same words the annex may have one only: then the others' years are not missed.
        all_marked = all(given[each.activity_id]["matrix"] for each in activities)
        of_rows = _marks_by_row(rows, activities)
        if headed and (headed != marked if all_marked else not marked <= headed):
            rivals = len(of_rows) if len(of_rows) > len(activities) and headed in of_rows.values() else 0
            body = map(str, sorted(headed))
            yield _violation(rows, activities, body, marked, is_told=False, rivals=rivals)
        elif not headed and (told := _contradicted(activities, of_rows.values())):
            yield _violation(rows, activities, told, marked, is_told=True)


def _without_times(text: str) -> str:
    """`Utbilda ombud, senast i maj 2021` and `Utbilda ombud, senast i maj 2022` have one name in an annex."""
    for time in times_in(text):
        text = text.replace(time.text, " ")
    return text


def _marks_by_row(rows: CheckInput, activities: Sequence[Activity]) -> dict[tuple[str | None, int | None], set[int]]:
    """The table_id and the row of the annex -> the years that it marks, for the rows of these activities."""
    ids = {each.activity_id for each in activities}
    marks: dict[tuple[str | None, int | None], set[int]] = defaultdict(set)
    for year in rows.activity_years:
        if year.activity_id in ids and year.is_given_by("matrix"):
            marks[year.table_id, year.row].add(year.year)
    return marks


def _contradicted(activities: Sequence[Activity], marked: Iterable[set[int]]) -> list[str]:
    """What the activities' own words say of their time where a row of marks has no year that these allow.

    Empty where there is no such row, and where one of the activities names no time: the row may be its.
    """
    times = [list(times_in(each.text)) for each in activities]
    if not all(times):
        return []
    told = [time for of_one in times for time in of_one]
    is_off = any(not any(_allows(time, year) for time in told for year in years) for years in marked)
    return [f"”{time.text}”" for time in told] if is_off else []


def _allows(time: Time, year: int) -> bool:
    """`senast 2019` leaves earlier marks open, and `sedan 2019` later ones."""
    return (time.sense == "by" or time.first <= year) and (time.sense == "since" or year <= time.last)


def _violation(
    rows: CheckInput,
    activities: Sequence[Activity],
    body: Iterable[str],
    marked: set[int],
    *,
    is_told: bool,
    rivals: int = 0,
) -> Violation:
    """body: what the plan's text says of the time, year by year or in its own words.

    rivals: how many rows of the annex have the words, one of which agrees; 0 where none does, or there is one only.
    """
    document, first = rows.documents[0], activities[0]
    annex = _annex_rows(rows, activities)
    more = [part for row in annex if row.label is not None for part in _said_beyond(row.label, activities)]
    messages = ["disagree" if annex else "unseen"]
    if more:
        messages.append("more")
    if len(activities) > 1:
        messages.append("namesakes")
    if rivals:
        messages.append("rivals")
    sure = messages == ["disagree"] and not is_told
    return quoting(
        rows,
        RULE,
        "error" if sure else "warning",
        document,
        subject=shortened(first.text),
        key=(first.text,),
        messages=tuple(messages),
        arguments={
            "body": ", ".join(dict.fromkeys(body)),
            "marked": ", ".join(map(str, sorted(marked))),
            "annex": ", ".join(map(str, sorted({cell.page for row in annex for cell in row.cells}))),
            "text": shortened(first.text),
            "more": shortened(" ".join(more)),
            "count": str(len(activities)),
            "rivals": str(rivals),
        },
        evidence=[
            *(quote(each, document.document_id, each.text, "planned") for each in activities),
            *(quote(cell, document.document_id, cell.text) for row in annex for cell in row.cells),
        ],
    )


@dataclass(frozen=True, slots=True)
class _AnnexRow:
    """A row of the annex: its words, where they are not what the activity was itself read from, and its marks."""

    label: CellRow | None
    marks: tuple[CellRow, ...]

    @property
    def cells(self) -> tuple[CellRow, ...]:
        return self.marks if self.label is None else (self.label, *self.marks)


def _annex_rows(rows: CheckInput, activities: Sequence[Activity]) -> list[_AnnexRow]:
    """The rows of the annex that mark the activities' years; none where what was read does not say which."""
    ids = {each.activity_id for each in activities}
    own = {(each.page, each.x0, each.top) for each in activities}
    found: dict[tuple[str | None, int | None], list[CellRow]] = {
        (year.table_id, year.row): []
        for year in rows.activity_years
        if year.activity_id in ids and year.table_id is not None
    }
    for cell in rows.cells:
        if cell.text and (cell.table_id, cell.row) in found:
            found[cell.table_id, cell.row].append(cell)
    return [
        _AnnexRow(
            label=next((c for c in cells if c.col == 0 and (c.page, c.x0, c.top) not in own), None),
            marks=tuple(c for c in cells if c.col > 0),
        )
        for cells in found.values()
        if cells
    ]


def _said_beyond(label: CellRow, activities: Sequence[Activity]) -> list[str]:
    """The sentences of an annex's row that are not the activity's: its marks may be for what they add.

    Words are compared by their first letters, which hold through endings (skapats, skapades).
    """
    stated = {stem for each in activities for stem in _stems(each.text)}
    sentences = _SENTENCE.split(label.text or "")
    return [each for each in sentences if len(_stems(each) & stated) < _SAME * len(_stems(each))]


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(text.casefold())}


CHECK = Check(
    id=RULE,
    family="cut-off",
    scope="document",
    title=Bilingual(sv="Årskryss och årtal stämmer", en="Marks and years agree"),
    claim=Bilingual(
        sv="De år som kryssen i en plans bilaga ger en aktivitet är de år som planens text ger den. Ger en rubrik "
        "eller en kolumn andra år är det ett fel; ger aktivitetens egna ord (våren 2021) andra år är det en varning, "
        "liksom där flera aktiviteter heter lika, där flera av bilagans rader gör det och en stämmer, där bilagans "
        "rad säger mer än aktiviteten och där raden inte kan pekas ut. ”Senast 2021” rymmer kryss tidigare år och "
        "”sedan 2021” kryss senare år. Kontrollen tiger om aktiviteter som bara står på det ena stället.",
        en="The years that the marks in a plan's annex give an activity are those that the plan's text gives it. "
        "Where a heading or a column gives other years it is an error; where the activity's own words (våren 2021) "
        "do, a warning, and so where several activities have the same words, where several of the annex's rows do "
        "and one agrees, where the annex's row says more than the activity, and where the row cannot be pointed at. "
        "A deadline (senast 2021) leaves earlier marks open, and a beginning (sedan 2021) later ones. The check is "
        "silent on activities that stand in one of the places only.",
    ),
    messages={
        **DOUBT_MESSAGES,
        "disagree": Bilingual(
            sv="Sida {page}: texten säger {body}, men kryssen i bilagan (sida {annex}) står under {marked}: ”{text}”",
            en="Page {page}: the text says {body}, but the marks in the annex (page {annex}) stand under {marked}: "
            "“{text}”",
        ),
        "unseen": Bilingual(
            sv="Sida {page}: texten säger {body}, men bilagans kryss står under {marked}; vilken rad de står på kunde "
            "inte läsas: ”{text}”",
            en="Page {page}: the text says {body}, but the annex's marks stand under {marked}; which row they stand in "
            "could not be read: “{text}”",
        ),
        "more": Bilingual(
            sv="Bilagans rad säger mer än aktiviteten, och kryssen kan gälla det: ”{more}”",
            en="The annex's row says more than the activity, and the marks may be for that: “{more}”",
        ),
        "namesakes": Bilingual(
            sv="{count} aktiviteter heter så, och deras år är lagda samman.",
            en="{count} activities have these words, and their years are taken together.",
        ),
        "rivals": Bilingual(
            sv="{rivals} rader i bilagan lyder så, och en av dem stämmer: de andra kan vara en annan aktivitets.",
            en="{rivals} rows of the annex have these words, and one of them agrees: the others may be another "
            "activity's.",
        ),
    },
    find=find,
    example=Bilingual(
        sv="”Utbilda ombud” står under rubriken 2021, men har sitt kryss i bilagan under 2022.",
        en="“Utbilda ombud” stands under the heading 2021, but has its mark in the annex under 2022.",
    ),
)
