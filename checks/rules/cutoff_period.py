"""cutoff.period: an activity's years lie inside the plan's period."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checks.catalogue import Check
from checks.check_input import CheckInput
from checks.quoting import DOUBT_MESSAGES, quote, quoting, shortened
from checks.times import FIRST_YEAR, LAST_YEAR, times_in
from checks.violation import Violation
from checks.wording import Bilingual
from models.rows import Activity, Document

RULE = "cutoff.period"

_PLANS = frozenset(["action_plan", "direction", "internal_control_plan"])
_MOST_OUTSIDE = 4
"""Where more than one activity in so many lies outside, it is the plan's period that is doubtful, and said once."""


@dataclass(frozen=True)
class _Stray:
    """An activity with the years outside the period, by what gives them."""

    activity: Activity
    marked: tuple[int, ...]
    """Years of a heading, a column or a matrix."""
    told: tuple[tuple[int, str], ...]
    """Years in the activity's own words, with those words."""


def find(rows: CheckInput) -> Iterator[Violation]:
    """Every activity that is put outside the plan's period; where many are, one finding on the period."""
    document = rows.documents[0]
    first, last = document.period_start, document.period_end
    if document.doc_type not in _PLANS or first is None or last is None:
        return
    strays = [
        stray
        for activity in rows.activities
        if (stray := _stray(activity, rows.once(_marked_years)[activity.activity_id], first, last))
    ]
    timed = {year.activity_id for year in rows.activity_years if year.source != "plan_period"}
    if len(strays) > 1 and len(strays) * _MOST_OUTSIDE > len(timed):
        yield _doubtful_period(rows, document, strays, first, last)
        return
    for stray in strays:
        yield _violation(rows, document, stray, first, last)


def _marked_years(rows: CheckInput) -> Mapping[str, list[int]]:
    """activity_id -> the possible years that a heading, a column or a matrix gives it."""
    found: dict[str, list[int]] = defaultdict(list)
    for each in rows.activity_years:
        if (each.is_given_by("heading") or each.is_given_by("matrix")) and FIRST_YEAR <= each.year <= LAST_YEAR:
            found[each.activity_id].append(each.year)
    return found


def _stray(activity: Activity, years: Sequence[int], first: int, last: int) -> _Stray | None:
    """What an activity has outside the period, by its marked years and its words; None where nothing.

    Of words, `since` says only when it began, which may well be before the plan. A plan is followed up when it is over.
    """
    if _FOLLOWS_UP.match(activity.text):
        last += 1
    marked = sorted(year for year in years if not first <= year <= last)
    told = [
        (year, time.text)
        for time in times_in(activity.text)
        if time.is_possible and time.first <= last + _FAR and time.last >= first - _FAR
        for year in (time.first, time.last)
        if year > last or (year < first and time.sense != "since")
    ]
    return _Stray(activity, tuple(marked), tuple(dict.fromkeys(told))) if marked or told else None


_FOLLOWS_UP = re.compile(
    r"(?:följ\w*\b.{0,40}\bupp\b|uppfölj|utvärder|(?:slut|åter)?(?:redovis|rapporter)|slutrapport)", re.IGNORECASE
)
_FAR = 15
"""Years beyond which words before or after a plan's period tell of something else than the plan."""


def _violation(rows: CheckInput, document: Document, stray: _Stray, first: int, last: int) -> Violation:
    """What a heading or a mark says is an error; what the words say may be of before or after, so it is a warning."""
    activity = stray.activity
    years = sorted({*stray.marked, *(year for year, _ in stray.told)})
    return quoting(
        rows,
        RULE,
        "error" if stray.marked else "warning",
        document,
        subject=shortened(activity.text),
        key=(activity.text,),
        messages=("outside",) if stray.marked else ("outside", "told"),
        arguments={
            "years": ", ".join(map(str, years)),
            "period": f"{first}–{last}",
            "text": shortened(activity.text),
            "words": "; ".join(dict.fromkeys(words for _, words in stray.told)),
        },
        evidence=[quote(activity, document.document_id, activity.text, "planned")],
    )


def _doubtful_period(rows: CheckInput, document: Document, strays: list[_Stray], first: int, last: int) -> Violation:
    years = sorted({y for s in strays for y in (*s.marked, *(year for year, _ in s.told))})
    return quoting(
        rows,
        RULE,
        "warning",
        document,
        subject=document.title or document.source_name,
        key=("period",),
        messages=("many",),
        arguments={
            "count": str(len(strays)),
            "period": f"{first}–{last}",
            "years": ", ".join(map(str, years)),
        },
        evidence=[quote(s.activity, document.document_id, s.activity.text, "planned") for s in strays],
    )


CHECK = Check(
    id=RULE,
    family="cut-off",
    scope="document",
    title=Bilingual(sv="Aktivitet utanför planens period", en="Activity outside the plan's period"),
    claim=Bilingual(
        sv="En aktivitets år ligger inom planens period. År som en rubrik, en kolumn eller ett kryss ger aktiviteten "
        "och som ligger utanför är fel. År i aktivitetens egna ord (våren 2021) blir en varning, för de kan gälla "
        "något som går före eller kommer efter. Kontrollen tiger om planer som inte säger sin period, om tider i "
        "annan text än aktiviteternas, och om ”sedan” och ”från och med”. Ligger många utanför är det perioden som "
        "är osäker, och det sägs en gång.",
        en="An activity's years lie inside the plan's period. Years that a heading, a column or a mark gives it and "
        "that lie outside are errors. Years in the activity's own words (våren 2021) are a warning, since they may "
        "be of what goes before or comes after. The check is silent on plans that do not say their period, on times "
        "in other text than the activities', and on what began earlier (sedan, från och med). Where many lie "
        "outside, it is the period that is doubtful, and that is said once.",
    ),
    messages={
        **DOUBT_MESSAGES,
        "outside": Bilingual(
            sv="Sida {page}: {years} ligger utanför planens period {period}: ”{text}”",
            en="Page {page}: {years} is outside the plan's period {period}: “{text}”",
        ),
        "told": Bilingual(
            sv="Året står i aktivitetens egna ord (”{words}”).",
            en="The year stands in the activity's own words (“{words}”).",
        ),
        "many": Bilingual(
            sv="{count} aktiviteter har år utanför planens period {period} ({years}). Perioden kan vara en annan.",
            en="{count} activities have years outside the plan's period {period} ({years}). The period may be another.",
        ),
    },
    find=find,
    example=Bilingual(
        sv="I en plan för 2021–2023 står en aktivitet under rubriken 2024.",
        en="In a plan for 2021–2023 an activity stands under the heading 2024.",
    ),
)
