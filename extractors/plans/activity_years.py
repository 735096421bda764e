"""Which years an activity is in, and what says so: its heading, its matrix row, its text, the plan's period."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from extractors.drafts import ActivityDraft, PlanDraft
from extractors.numbers.years import YearKind, find_years, period_of_title
from extractors.plans.phrases import OTHERS
from extractors.sentences import SENTENCE_END
from models.blocks import Block, Heading

_OPEN: dict[YearKind, Literal["start", "end"]] = {"from": "end", "until": "start"}
_LONGEST = 15
"""A period of more years than this is a misreading, not a plan's."""


_ALL_ACTIVITIES = re.compile(
    r"\b(?:varje|alla|samtliga)\b[^.]*\b(?:aktivitet|insats|åtgärd)\w*[^.]*\b(?:genomför|genomföra|pågå|bedriv)"
    r"|\b(?:aktiviteterna|insatserna|åtgärderna)\b[^.]*\b(?:genomförs|genomföras|pågår|bedrivs)\b",
    re.IGNORECASE,
)


_PLAN_TITLE = re.compile(
    r"handlingsplan|länsplan|åtgärdsplan|aktivitetsplan|kontrollplan|plan för intern ?kontroll|verksamhetsplan"
    r"|lokala?\s+(?:plan|satsning)|inriktning",
    re.IGNORECASE,
)


_OF_AGREEMENT = re.compile(r"\böverenskommelse(?!r\b)[^.,;]{0,80}$", re.IGNORECASE)
"""Right before a year that an agreement is called by: "överenskommelsen om psykisk hälsa 2018"."""
_IS_DONE = re.compile(
    r"\b(?:ska|skall|kommer|planerar|avser|startar|börjar|inleder|fortsätter|pågår|sker|ges"
    r"|[a-zåäö]{3,}(?<!en)(?<!et)(?<!na)(?<!de)(?<!te)(?<!er)(?<!år)(?<!än)s)\b"
)
"""The verb of what is to be done: "ska", "startar", or in the passive's present, "erbjuds"; no noun's genitive."""
_HAS_BEEN = re.compile(
    r"\b(?:har|hade|var|blev|fick|gjorde|kom|gick|fanns|hölls|gavs|togs|drevs|visar|sedan|tidigare|redan|förra"
    r"|\w{2,}(?:ade|ades|[dt]es))\b",
    re.IGNORECASE,
)


class TitledPeriod(NamedTuple):
    """A plan's title: its page, its upper edge in points, the first and last year that it names."""

    page: int
    top: float
    period: tuple[int, int]


def years_of_all(text: str) -> tuple[int, int] | None:
    """The years that a sentence gives every activity of the plan; None where the text has no such sentence."""
    if _ALL_ACTIVITIES.search(text) is None:
        return None
    for sentence in re.split(r"(?<=\.)\s+(?=[A-ZÅÄÖ])", text):
        if _ALL_ACTIVITIES.search(sentence):
            mentions = [m for m in find_years(sentence) if m.kind in ("year", "range")]
            if len(mentions) == 1 and not _OF_AGREEMENT.search(sentence[: mentions[0].start]):
                return mentions[0].first, mentions[0].last
    return None


def titled_periods(blocks: Sequence[Block]) -> list[TitledPeriod]:
    """Where a plan's title stands and the period that it names, in the document's order.

    Plans bound together in one file each have a title of their own.
    """
    titles = [b for b in blocks if isinstance(b, Heading) and _PLAN_TITLE.search(b.text)]
    found = [(b.place, period) for b in titles if (period := period_of_title(b.text)) is not None]
    return [TitledPeriod(place.page, place.top, period) for place, period in found]


def give_years(
    plan: PlanDraft, period: tuple[int, int] | None, year: int | None, titles: Sequence[TitledPeriod] = ()
) -> None:
    """Fill each activity's years in place. The plan's own period is the last resort, for what names no year.

    A head goes before the text, which may tell of other years too. Marks of a matrix stand beside both: where they
    differ, the rows say so.

    titles: of the plans in the file; the one right above an activity goes before the file's period and year.
    """
    for activity in plan.activities:
        whole = _titled(activity, titles) or period or ((year, year) if year is not None else None)
        if activity.heading_years is not None:
            activity.years |= {(y, "heading") for y in _span(activity.heading_years)}
        elif activity.in_plan_year and whole is not None and whole[0] == whole[1]:
            activity.years |= {(whole[0], "plan_period")}
            continue
        elif not activity.years and activity.parent is not None and not find_years(activity.text):
            activity.years |= {(y, source) for y, source in activity.parent.years if source in ("heading", "matrix")}
            activity.marks = activity.parent.marks
        if activity.basis != "matrix" and all(source == "matrix" for _, source in activity.years):
            _add_years(activity, activity.text)
        if not activity.years:
            for sentence in _sentences_of_plans(activity.description):
                _add_years(activity, sentence)
        if not activity.years and plan.activities_during is not None:
            activity.years |= {(y, "text") for y in _span(plan.activities_during)}
        if not activity.years:
            activity.years |= {(y, "plan_period") for y in _span(whole)} if whole is not None else set()


def _titled(activity: ActivityDraft, titles: Sequence[TitledPeriod]) -> tuple[int, int] | None:
    place = activity.places[0]
    above = [t for t in titles if (t.page, t.top) <= (place.page, place.top)]
    return above[-1].period if above else None


def _add_years(activity: ActivityDraft, text: str) -> None:
    for mention in find_years(text):
        if mention.kind in _OPEN:
            activity.open_side = _OPEN[mention.kind]
        if mention.kind != "implausible":
            activity.years |= {(y, "text") for y in _span((mention.first, mention.last))}


def _sentences_of_plans(description: Sequence[str]) -> list[str]:
    """The sentences that say of an activity when it is to be done, not what has been or what else there is."""
    sentences = [sentence for text in description for sentence in SENTENCE_END.split(text)]
    return [s for s in sentences if _IS_DONE.search(s) and not _HAS_BEEN.search(s) and not OTHERS.search(s)]


def _span(years: tuple[int, int]) -> range:
    first, last = years
    return range(first, last + 1) if 0 <= last - first <= _LONGEST else range(0)
