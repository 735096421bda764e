"""The plan's skeleton words: what a heading, or a run-in head, opens.

Heads come misspelt (Aktiviter, Långaiktiga mål), numbered, singular or plural, with or without
a colon, dated ("Aktiviteter 2025"), and in as many wordings as there are plans (plan_head_words).
"""

import re
from dataclasses import dataclass, replace
from typing import Literal

from extractors.numbers.years import year_heading
from extractors.plans.head_words import head_words
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
    r"^aktivitet(?:er|en)?\s+(\d{1,3}(?:\.\d+)?)(?!\d)\s*[.:)–-]?\s*(.*)$", re.IGNORECASE | re.DOTALL
)
_LEADING_NUMBER = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*\.?|[a-z]\))\s+(?=\D)")
_FOCUS = re.compile(
    r"^(?:fokusområde|målområde|insatsområde|utvecklingsområde|prioriterat\s+område)\b\s*\d*\s*[.:–-]*\s*(.*)$",
    re.IGNORECASE,
)
_FOCUS_MEANING = re.compile(r"^målområdets\b", re.IGNORECASE)
_PRIORITY_AREAS = re.compile(r"^(?:våra\s+)?prioriterade\s+(?:områden|insatsområden|målområden)\b", re.IGNORECASE)
_TARGET = re.compile(
    r"^(?:målgrupp(?:er|en)?\s*[:–-]\s*\S|samtliga\s+målgrupper|alla\s+målgrupper|barn\s+och\s+(?:unga|ungdomar)\b"
    r"|unga\s+vuxna|vuxna\b|äldre\b|nyanlända\b|personer\s+(?:med|över|som|under|i\s+åldern)\b|befolkningen\s+i\s+stort"
    r"|anhöriga\b)",
    re.IGNORECASE,
)
_TARGET_LABEL = re.compile(r"^målgrupp(?:er|en)?\s*[:–-]\s*", re.IGNORECASE)
_DATED = re.compile(r"^(.{3,40}?)[\s(]+((?:år\s+)?20\d\d(?:\s*[-–]\s*(?:20)?\d\d)?)\)?:?$", re.IGNORECASE)
"""A head with its years: "Aktiviteter 2025", "Kortsiktiga mål (2025-2026)"."""
_LONGEST_TARGET = 120
_SHALL = re.compile(r"\b(?:ska|skall)\b", re.IGNORECASE)
"""A sentence on what a group is to get ("Äldre ska få rätt stöd") names an initiative and no group."""
_RUN_IN = re.compile(r"^([^:]{3,45}):\s+(\S.*)$", re.DOTALL)


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
    if not plain or len(plain) > 300:
        return None
    years = year_heading(plain)
    if years is not None:
        return Head("years", years=years)
    numbered = _NUMBERED.match(plain)
    if numbered is not None:
        return Head("numbered_activity", text=numbered.group(2).strip(), number=numbered.group(1))
    unnumbered = _LEADING_NUMBER.sub("", plain)
    if _FOCUS_MEANING.match(unnumbered):
        return None
    if _PRIORITY_AREAS.match(unnumbered):
        return Head("priority_areas", text=unnumbered)
    if _FOCUS.match(unnumbered):
        return Head("focus_area", text=unnumbered)
    section = _section(unnumbered)
    if section is not None:
        return section
    dated = _DATED.match(unnumbered)
    if dated is not None and (section := _section(dated.group(1))) is not None:
        return replace(section, years=year_heading(dated.group(2)))
    whom = _TARGET.match(unnumbered) and not _SHALL.search(unnumbered)
    if whom and unnumbered[-1] != "." and len(unnumbered) < _LONGEST_TARGET:
        return Head("target_group", text=_TARGET_LABEL.sub("", unnumbered))
    return None


def _section(text: str) -> Head | None:
    words = head_words(text)
    if words is None or words.kind == "other":
        return None
    return Head(words.kind, horizon=words.horizon, category=words.category)


def run_in_head(text: str) -> tuple[Head, str] | None:
    """A head on the same line as its text, such as "Kortsiktigt mål: Öka ..."; the head and the rest."""
    match = _RUN_IN.match(text)
    if match is None:
        return None
    head = _section(match.group(1))
    if head is None or head.category in ("priority", "ongoing"):
        # Plural categories before a colon define the words, they do not give an activity.
        return None
    return head, match.group(2).strip()
