"""Which years an activity is in, and what says so: its heading, its matrix row, its text, the plan's period."""

from extractors.drafts import PlanDraft
from extractors.years import find_years

_LONGEST = 15
"""A period of more years than this is a misreading, not a plan's."""


def give_years(plan: PlanDraft, period: tuple[int, int] | None, year: int | None) -> None:
    """Fill each activity's years in place. The plan's own period is the last resort, for what names no year."""
    for activity in plan.activities:
        if activity.heading_years is not None:
            for y in _span(activity.heading_years):
                activity.years.setdefault(y, "heading")
        if not activity.years and activity.parent is not None:
            for y, source in activity.parent.years.items():
                if source in ("heading", "matrix"):
                    activity.years.setdefault(y, source)
        if not activity.years:
            for mention in find_years(activity.text):
                if mention.kind in ("year", "range", "from", "until", "turn", "date"):
                    for y in _span((mention.first, mention.last)):
                        activity.years.setdefault(y, "text")
        if not activity.years:
            whole = period or ((year, year) if year is not None else None)
            for y in _span(whole) if whole is not None else ():
                activity.years.setdefault(y, "plan_period")


def _span(years: tuple[int, int]) -> range:
    first, last = years
    return range(first, last + 1) if 0 <= last - first <= _LONGEST else range(first, first + 1)
