"""Initiatives, goals, activities with their years, indicators."""

from collections import defaultdict
from collections.abc import Sequence

from extractors.drafts import ActivityDraft, InitiativeDraft, PlanDraft
from extractors.privacy import mask
from extractors.rows.columns import box, masked, share
from models.rows import Activity, ActivityYear, Goal, Indicator, Initiative, YearSource

_STATED = frozenset(["heading", "matrix", "text"])


def initiative_rows(document_id: str, ids: dict[InitiativeDraft, str]) -> list[Initiative]:
    return [
        Initiative(
            initiative_id=row_id,
            document_id=document_id,
            ordinal=n,
            title=mask(draft.title),
            focus_area=masked(draft.focus_area),
            target_group=masked(draft.target_group),
            focus_area_code=draft.focus_area_code,
            target_group_code=draft.target_group_code,
            cost=masked(draft.cost),
            **box(draft.places[0]),
        )
        for n, (draft, row_id) in enumerate(ids.items(), start=1)
    ]


def goal_rows(plan: PlanDraft, document_id: str, initiatives: dict[InitiativeDraft, str]) -> list[Goal]:
    return [
        Goal(
            goal_id=f"{document_id}-g{n}",
            document_id=document_id,
            initiative_id=initiatives[draft.initiative] if draft.initiative else None,
            ordinal=n,
            horizon=draft.horizon,
            text=mask(draft.text),
            basis=draft.basis,
            confidence=None if draft.confidence is None else share(draft.confidence),
            doubt=draft.doubt,
            focus_area=masked(draft.focus_area),
            target_group=masked(draft.target_group),
            focus_area_code=draft.focus_area_code,
            target_group_code=draft.target_group_code,
            **box(draft.places[0]),
        )
        for n, draft in enumerate(plan.goals, start=1)
    ]


def activity_rows(
    document_id: str, ids: dict[ActivityDraft, str], initiatives: dict[InitiativeDraft, str]
) -> list[Activity]:
    rows: list[Activity] = []
    for n, (draft, row_id) in enumerate(ids.items(), start=1):
        stated = sorted(year for year, source in draft.years if source in _STATED)
        rows.append(
            Activity(
                activity_id=row_id,
                document_id=document_id,
                initiative_id=initiatives[draft.initiative] if draft.initiative else None,
                parent_id=ids[draft.parent] if draft.parent else None,
                ordinal=n,
                number=draft.number,
                text=mask(draft.text),
                basis=draft.basis,
                confidence=None if draft.confidence is None else share(draft.confidence),
                doubt=draft.doubt,
                category=draft.category,
                responsible=masked(draft.responsible),
                responsible_code=draft.responsible_code,
                responsible_kommunkod=draft.responsible_kommunkod,
                responsible_lanskod=draft.responsible_lanskod,
                start_year=stated[0] if stated and draft.open_side != "start" else None,
                end_year=stated[-1] if stated and draft.open_side != "end" else None,
                focus_area=masked(draft.focus_area),
                target_group=masked(draft.target_group),
                focus_area_code=draft.focus_area_code,
                target_group_code=draft.target_group_code,
                cost=masked(draft.cost),
                **box(draft.places[0]),
            )
        )
    return rows


def activity_year_rows(ids: dict[ActivityDraft, str], table_ids: Sequence[str]) -> list[ActivityYear]:
    """One row per activity and year, whatever gives the year.

    table_ids: of the document's tables, in their order.
    """
    rows: list[ActivityYear] = []
    for draft, row_id in ids.items():
        sources: dict[int, set[YearSource]] = defaultdict(set)
        for year, source in draft.years:
            sources[year].add(source)
        marks = {year: (table_ids[table - 1], row) for year, (table, row) in draft.marks.items()}
        rows.extend(ActivityYear.given_by(row_id, year, sources[year], marks.get(year)) for year in sorted(sources))
    return rows


def indicator_rows(plan: PlanDraft, document_id: str, initiatives: dict[InitiativeDraft, str]) -> list[Indicator]:
    return [
        Indicator(
            indicator_id=f"{document_id}-n{n}",
            document_id=document_id,
            initiative_id=initiatives[draft.initiative] if draft.initiative else None,
            ordinal=n,
            text=mask(draft.text),
            basis=draft.basis,
            confidence=None if draft.confidence is None else share(draft.confidence),
            doubt=draft.doubt,
            **box(draft.places[0]),
        )
        for n, draft in enumerate(plan.indicators, start=1)
    ]
