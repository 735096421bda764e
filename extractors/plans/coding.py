"""Codes for the focus areas, target groups and actors that a plan names in words of its own (models.codebook)."""

import re
from collections.abc import Mapping
from functools import cache

from extractors.drafts import ActivityDraft, GoalDraft, InitiativeDraft, PlanDraft
from models.registry import Registry

_MUNICIPALITY = re.compile(r"\b([A-ZÅÄÖ][\w-]*(?:\s[A-ZÅÄÖ][\w-]*)?)\s+(?:kommun|stad)\b")


def give_codes(plan: PlanDraft, registry: Registry) -> None:
    """Fill the codes beside the document's words, in place; null where the words name nothing that is known."""
    codes = cache(registry.codebook.codes)  # one area, group or actor is named in row after row
    drafts: list[InitiativeDraft | GoalDraft | ActivityDraft] = [*plan.initiatives, *plan.goals, *plan.activities]
    for draft in drafts:
        draft.focus_area_code = codes("focus_area", draft.focus_area)
        draft.target_group_code = codes("target_group", draft.target_group)
    for activity in plan.activities:
        if activity.responsible is not None:
            activity.responsible_code = codes("actor", activity.responsible)
            _responsible(activity, activity.responsible, registry)


def _responsible(activity: ActivityDraft, words: str, registry: Registry) -> None:
    named = {code for match in _MUNICIPALITY.finditer(words) if (code := _known(match[1], registry.municipality_codes))}
    if len(named) == 1:
        activity.responsible_kommunkod = named.pop()
    folded = words.casefold()
    counties = {code for name, code in registry.regions.items() if name.casefold() in folded}
    if len(counties) == 1:
        activity.responsible_lanskod = counties.pop()


def _known(name: str, municipalities: Mapping[str, str]) -> str | None:
    """The code of a municipality, also where it stands in the genitive ("Leksands")."""
    folded = name.casefold()
    return municipalities.get(folded) or municipalities.get(folded.removesuffix("s"))
