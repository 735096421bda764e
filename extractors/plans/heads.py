"""The plan's skeleton words: what a heading, or a run-in head, opens.

Heads come misspelt (Aktiviter, Långaiktiga mål), numbered, singular or plural, with or without
a colon, dated ("Aktiviteter 2025"), and in as many wordings as there are plans (plan_head_words).
"""

import re
from dataclasses import dataclass, replace
from typing import Literal

from extractors.numbers.years import find_years, year_heading
from extractors.plans.asked_heads import asked_head
from extractors.plans.clauses import is_clause
from extractors.plans.head_words import head_words
from extractors.plans.horizons import without_span
from extractors.remembered import remembered
from models.rows import Category, Horizon

HeadKind = Literal[
    "goal",
    "activity",
    "indicator",
    "cost",
    "focus_area",
    "target_group",
    "priority_areas",
    "years",
    "numbered_activity",
]

_NUMBERED = re.compile(
    r"^(?:(?:del)?aktivitet(?:er|en)?|åtgärd(?:en)?)\s+([A-ZÅÄÖ]?\d{1,3}(?:\.\d+){0,2})(?!\d)\s*[.:)–-]?\s*(.*)$",
    re.IGNORECASE | re.DOTALL,
)
_LEADING_NUMBER = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*\.?|[a-z]\))\s+(?=\D)")
_FOCUS = re.compile(
    r"^(?:fokusområde|målområde|insatsområde|utvecklingsområde|prioriterat\s+område)\b\s*\d*\s*[.:–-]*\s*(.*)$",
    re.IGNORECASE,
)
AREA_WITHOUT_NAME = re.compile(
    r"^(?:\d{1,2}(?:\.\d{1,2})*\.?\s+)?(?:fokus|mål|insats|utvecklings)område\s*\d*\s*[.:–-]*$", re.IGNORECASE
)
"""A head that leaves its area's name to the heading below it: "Fokusområde 2"."""
AREAS = re.compile(
    r"^(?:\d{1,2}(?:\.\d{1,2})*\.?\s+)?(?:(?!mål\b)[a-zåäö]+\s+){0,2}(?:(?:fokus|mål|insats|utvecklings)områden(?:a)?"
    r"|prioriterade\s+områden)\s*:?$",
    re.IGNORECASE,
)
"""A head over the areas' own headings: "Målområden", "Planens fokusområden"."""
_FOCUS_MEANING = re.compile(r"^målområdets\b", re.IGNORECASE)
_PRIORITY_AREAS = re.compile(r"^(?:våra\s+)?prioriterade\s+(?:områden|insatsområden|målområden)\b", re.IGNORECASE)
_TARGET = re.compile(
    r"^(?:målgrupp(?:er|en)?\s*[:–-]\s*\S|samtliga\s+målgrupper|alla\s+målgrupper|barn\s+och\s+(?:unga|ungdomar)\b"
    r"|unga\s+vuxna|vuxna\b|äldre\b|nyanlända\b|personer\s+(?:med|över|som|under|i\s+åldern)\b|befolkningen\s+i\s+stort"
    r"|anhöriga\b)",
    re.IGNORECASE,
)
_TARGET_LABEL = re.compile(r"^målgrupp(?:er|en)?\s*[:–-]\s*", re.IGNORECASE)
_LONGEST_HEAD = 300
"""Letters."""
_LONGEST_DATED = 70
_AFTER_YEARS = re.compile(r"\s*(?:och\s+(?:framåt|framöver))?\s*[):.?]*$", re.IGNORECASE)
_BEFORE_YEARS = re.compile(r"\s+(?:för|år|under|inför|(?:(?:för|under)\s+)?(?:perioden|åren))$", re.IGNORECASE)
"""What may follow the years of a dated head: "Aktiviteter 2026 och framåt", "Kortsiktiga mål (2025–2026):"."""
_LEADS_ON = re.compile(r"\s+är(?:\s+att)?$", re.IGNORECASE)
"""A head that its list goes on with: "Långsiktiga mål är"."""
_ASIDE = re.compile(r"\s*\([^()]*\)\s*:?$")
"""Brackets after a head's words: "Mål på längre sikt (5–10 år)"."""
_LONGEST_TARGET = 120
_SHALL = re.compile(r"\b(?:ska|skall)\b", re.IGNORECASE)
"""A sentence on what a group is to get ("Äldre ska få rätt stöd") names an initiative and no group."""
_RUN_IN = re.compile(r"^([^:]{3,45}):\s+(\S.*)$", re.DOTALL)
_DASHED = re.compile(r"^([^:–-]{3,45})\s+[–-]\s+(\S.*)$", re.DOTALL)
"""A dash for the colon; only where the words before it say a goal's horizon, for names are written so too."""
_STOPPED = re.compile(r"^([^:.?]{3,45}[.?])\s+([A-ZÅÄÖ0-9].*)$", re.DOTALL)
"""A head as a sentence of its own before its text: "Effektmål. Fler elever ...", "Hur gör vi det? Vi ..."."""
_CODE = r"[A-ZÅÄÖ]?\d{1,2}(?:\.\d{1,2}){0,2}"
_COUNTED = re.compile(
    rf"^([^:\d]{{3,40}}?)\s+(?:({_CODE})(?:\s*[:.)–-]\s+|\s+(?=[A-ZÅÄÖ]))|([A-ZÅÄÖ])\s*[:.)–-]\s+)(\S.*)$", re.DOTALL
)
"""Goals and indicators that are counted: "Mål 2: Färre elever ...", "Delmål A1.2 Alla ...", "Indikator B. Antal"."""
_COUNTED_ALONE = re.compile(rf"^([^:\d]{{3,40}}?)\s+({_CODE}|[A-ZÅÄÖ])\s*[.:]?$")

_ALWAYS = re.compile(
    r"(?:(?:under\s+)?hela\s+(?:perioden|planperioden)|varje\s+(?:år|termin|läsår|månad|vår|höst)|år(?:ligen|ligt)|fortlöpande"
    r"|kontinuerligt|löpande|återkommande|tills\s+vidare)\s*:?",
    re.IGNORECASE,
)
"""Beside heads of years, over what is done in all of them: "Varje år"."""

_SEVERAL = re.compile(r"(?:\w+a\s+mål|målen|[ea]r|[eao]rna)\s*:?$", re.IGNORECASE)

_WHAT = re.compile(r"vad\s*\?{0,1}", re.IGNORECASE)
"""Before its text what is done ("Vad: Kurser för föräldrar"), beside "Varför: ..." and "Vem: ..."."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a head opens. `text` is what the head itself says beyond its word: an activity's name, an area's."""

    kind: HeadKind
    text: str = ""
    horizon: Horizon = "unspecified"
    category: Category = "unspecified"
    number: str | None = None
    years: tuple[int, int] | None = None


def head_of(text: str) -> Head | None:
    """What a text opens when it stands as a heading or alone on its line; None where it opens nothing."""
    plain = text.strip()
    return _head_of(plain) if 0 < len(plain) <= _LONGEST_HEAD else None


def without_number(text: str) -> str:
    """A heading's words behind its section's number."""
    return _LEADING_NUMBER.sub("", text)


@remembered
def _head_of(plain: str) -> Head | None:
    years = year_heading(plain)
    if years is not None:
        return Head("years", years=years)
    if _ALWAYS.fullmatch(plain) is not None:
        return Head("years")
    numbered = _NUMBERED.match(plain)
    if numbered is not None:
        return Head("numbered_activity", text=numbered.group(2).strip(), number=numbered.group(1))
    unnumbered = without_number(plain)
    named = _part(unnumbered)
    unnumbered = _LEADS_ON.sub("", unnumbered)
    named = named or _section(unnumbered) or _dated(unnumbered) or _qualified(unnumbered)
    return named or _counted_alone(unnumbered)


def _part(unnumbered: str) -> Head | None:
    """A part of the plan: a focus area, a target group, the areas that are given priority."""
    if _FOCUS_MEANING.match(unnumbered):
        return None
    if _PRIORITY_AREAS.match(unnumbered):
        return Head("priority_areas", text=unnumbered)
    if _FOCUS.match(unnumbered):
        return Head("focus_area", text=unnumbered)
    whom = _TARGET.match(unnumbered) and not _SHALL.search(unnumbered) and not is_clause(unnumbered)
    if whom and unnumbered[-1] != "." and len(unnumbered) < _LONGEST_TARGET:
        return Head("target_group", text=_TARGET_LABEL.sub("", unnumbered))
    return None


@remembered
def _section(text: str) -> Head | None:
    words = head_words(text)
    if words is not None:
        return Head(words.kind, horizon=words.horizon, category=words.category)
    asked = asked_head(text)
    return Head(asked.kind, horizon=asked.horizon) if asked is not None else None


def _counted_alone(text: str) -> Head | None:
    """A counted goal's or indicator's head that leaves its text to what stands below: "Delmål 1.2"."""
    counted = _COUNTED_ALONE.match(text)
    head = _section(counted.group(1)) if counted is not None else None
    return replace(head, number=counted.group(2)) if counted and head and head.kind in ("goal", "indicator") else None


def _dated(text: str) -> Head | None:
    """A head with its years: "Aktiviteter 2025", "Kortsiktiga mål (2025–2026)", "Aktiviteter under 2026"."""
    mentions = find_years(text) if len(text) <= _LONGEST_DATED else ()
    if len(mentions) != 1 or mentions[0].kind == "implausible" or not _AFTER_YEARS.match(text, mentions[0].end):
        return None
    section = _section(_BEFORE_YEARS.sub("", text[: mentions[0].start].rstrip(" (,")))
    if section is None:
        return None
    return replace(section, years=(mentions[0].first, mentions[0].last))


def _qualified(text: str) -> Head | None:
    """A head with what limits it behind its words: a count of years, an aside in brackets."""
    spanned = without_span(text)
    head = _section(spanned[0]) if spanned is not None else None
    if head is None or spanned is None:
        return _section(_ASIDE.sub("", text))
    own = head.kind != "goal" or head.horizon != "unspecified"
    return head if own else replace(head, horizon=spanned[1])


def names_several(head: str) -> bool:
    """True for a head in the plural: `Kortsiktiga mål`, `Aktiviteter`, `Indikatorer`."""
    return _SEVERAL.search(head) is not None


def asks_what(text: str) -> bool:
    """True for a head that asks what is done, beside others that ask who does it and when: `Vad`."""
    return _WHAT.fullmatch(text.strip().rstrip(":?").rstrip()) is not None


def leading_head(text: str) -> Head | None:
    """What a text opens: the head that it is, or the one that runs in before what it says."""
    head = head_of(text)
    if head is not None:
        return head
    run_in = run_in_head(text)
    return run_in[0] if run_in is not None else None


@remembered
def run_in_head(text: str) -> tuple[Head, str] | None:
    """A head on the same line as its text, such as "Kortsiktigt mål: Öka ..."; the head and the rest."""
    text = without_number(text)
    counted = _COUNTED.match(text)
    if counted is not None and (head := _section(counted.group(1))) is not None and head.kind in ("goal", "indicator"):
        return replace(head, number=counted.group(2) or counted.group(3)), counted.group(4).strip()
    dashed = _DASHED.match(text)
    if dashed is not None and (head := _section(dashed.group(1))) is not None and head.horizon != "unspecified":
        return head, dashed.group(2).strip()
    match = _RUN_IN.match(text) or _STOPPED.match(text)
    if match is None:
        return None
    named = match.group(1).rstrip(".")
    head = Head("activity") if _WHAT.fullmatch(named) else _section(named) or _dated(named) or _qualified(named)
    if head is None or head.category in ("priority", "ongoing"):
        # Plural categories before a colon define the words, they do not give an activity.
        return None
    return head, match.group(2).strip()
