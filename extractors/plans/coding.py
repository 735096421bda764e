"""Codes for the focus areas, target groups and actors that a plan names in words of its own (models.codebook)."""

import re
from collections.abc import Mapping

from extractors.drafts import ActivityDraft, GoalDraft, InitiativeDraft, PlanDraft
from models.registry import Registry

_MUNICIPALITY = re.compile(r"\b([A-ZÅÄÖ][\w-]*(?:\s[A-ZÅÄÖ][\w-]*)?)\s+(?:kommun|stad)\b")


def give_codes(plan: PlanDraft, registry: Registry) -> None:
    """Fill the codes beside the document's words, in place; null where the words name nothing that is known."""
    drafts: list[InitiativeDraft | GoalDraft | ActivityDraft] = [*plan.initiatives, *plan.goals, *plan.activities]
    for draft in drafts:
        draft.focus_area_code = registry.codebook.codes("focus_area", draft.focus_area)
        draft.target_group_code = registry.codebook.codes("target_group", draft.target_group)
    for activity in plan.activities:
        if activity.responsible is not None:
            _responsible(activity, activity.responsible, registry)


def _responsible(activity: ActivityDraft, words: str, registry: Registry) -> None:
    activity.responsible_code = registry.codebook.codes("actor", words)
    municipalities = {name.casefold(): code for code, name in registry.municipalities.items()}
    named = {code for match in _MUNICIPALITY.finditer(words) if (code := _known(match[1], municipalities))}
    if len(named) == 1:
        activity.responsible_kommunkod = named.pop()
    counties = {code for name, code in registry.regions.items() if name.casefold() in words.casefold()}
    if len(counties) == 1:
        activity.responsible_lanskod = counties.pop()


def _known(name: str, municipalities: Mapping[str, str]) -> str | None:
    """The code of a municipality, also where it stands in the genitive ("Leksands")."""
    folded = name.casefold()
    return municipalities.get(folded) or municipalities.get(folded.removesuffix("s"))
