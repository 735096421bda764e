"""What the walk down a plan finds, as drafts: a goal, an activity or an indicator by the section that it stands in."""

import re
from collections.abc import Callable
from typing import get_args

from extractors.drafts import ActivityDraft, GoalDraft, IndicatorDraft, InitiativeDraft, PlanDraft, Stated, TablePlace
from extractors.numbers.years import find_years
from extractors.plans.commitments import told_in
from extractors.plans.labels import without_responsible
from extractors.plans.measures_in import lists_measures, measures_in
from extractors.plans.phrases import CODE, ENDS_SECTION, OF_THE_PLAN_ITSELF, OTHERS
from extractors.plans.state import State
from extractors.plans.undertaking import names_actor, tells_of_the_plan
from models.blocks import Block
from models.rows import Basis, Category, Horizon

_AND_GOALS = re.compile(r"\boch\s+(?:\w+\s+)?(?:mål|målsättning(?:ar)?)$", re.IGNORECASE)
"""A heading over what the plan is for, and over its goals too: "Syfte och mål"."""
_CODE = re.compile(rf"(?P<number>{CODE})\s*[.:)–-]?\s+(?=[A-ZÅÄÖ])")


class Statements:
    """Adds to the plan what the walk's state says that a text is. Both are the walk's own."""

    def __init__(self, plan: PlanDraft, state: State) -> None:
        self.plan = plan
        self.state = state

    def item(self, block: Block, text: str, level: int = 1) -> None:
        """One goal, activity or indicator, by the section that it stands in; the code that counts it is none of it.

        A dash or a number alone states nothing.
        """
        section = self.state.section
        code = _CODE.match(text)
        text = text[code.end() :] if code is not None else text
        if section is None or not any(sign.isalpha() for sign in text):
            return
        if section.head.kind == "activity" and names_actor(text):
            if section.activities:
                self.responsible(text)
            return
        if section.head.kind == "cost":
            self.cost(text)
            return
        if section.head.kind == "goal":
            self._goal(block, text, section.head.horizon)
        elif section.head.kind == "activity":
            if section.head.number is not None and not section.activities:
                self.state.numbered = self.activity(
                    block, text, category=section.head.category, number=section.head.number
                )
                self.state.parents = [(0, self.state.numbered)]
                return
            parent = self._parent(level)
            number = code["number"] if code is not None else None
            activity = self.activity(block, text, category=section.head.category, parent=parent, number=number)
            self.state.parents = [p for p in self.state.parents if p[0] < level] + [(level, activity)]
        elif section.head.kind == "indicator":
            self.indicator(block, text)

    def indicator(self, block: Block, text: str) -> None:
        """The indicators of the initiative that a text states.

        None where it says how the plan is followed up: below a head of indicators it is one of them all the same.
        """
        if self._is_headed() and tells_of_the_plan(text):
            return
        for measure in measures_in(text):
            self.plan.indicators.append(IndicatorDraft(measure, block.places, self.initiative(), self._basis()))

    def told(self, block: Block, text: str) -> None:
        """The goals and activities that a paragraph under no head tells in so many words, of where it stands."""
        state, above = self.state, self.state.heading
        if above is None or any(tells.search(above.text) for tells in (OTHERS, OF_THE_PLAN_ITSELF)):
            return
        if ENDS_SECTION.match(above.text) and not _AND_GOALS.search(above.text):
            return
        if lists_measures(text):
            self.indicator(block, text)
            return
        for told in told_in(text):
            if told.kind == "activity":
                self.activity(block, told.text, category="unspecified", basis="text")
            else:
                areas = (state.focus_area, state.target_group)
                basis: Basis = "lead_in" if told.announced else "text"
                goal = GoalDraft(told.text, block.places, told.horizon, self.initiative(), *areas, basis)
                self.plan.goals.append(goal)

    def responsible(self, who: str) -> None:
        """A line "Ansvarig: ..." after an activity, or after a list of them, names who does it.

        Below other things that an initiative tells it names who does all of its activities.
        """
        section, initiative = self.state.section, self.state.initiative
        if section is not None and section.head.kind != "activity" and initiative is not None:
            for activity in self.plan.activities:
                if activity.initiative is initiative and activity.responsible is None:
                    activity.responsible = who.rstrip(".")
            return
        for activity in self._meant(told=lambda activity: activity.responsible is not None):
            if activity.initiative is self.state.initiative and activity.responsible is None:
                activity.responsible = who.rstrip(".")

    def time(self, years: tuple[int, int]) -> bool:
        """A line such as "Tid: 2025-2026" gives years; False where there is no activity that it can be about.

        An activity that names a year of its own in a list keeps to that.
        """
        meant = self._meant(told=lambda activity: activity.heading_years is not None)
        for activity in meant:
            if len(meant) == 1 or not find_years(activity.text):
                activity.heading_years = years
        return bool(meant)

    def _meant(self, told: Callable[[ActivityDraft], bool]) -> list[ActivityDraft]:
        """Which activities a line below them is about.

        The numbered one that it stands under, with its steps; else all of a list that has ended and none of which has
        such a line of its own (told), else the last.
        """
        state, section = self.state, self.state.section
        if state.numbered is not None:
            return [state.numbered]
        if section is None or not section.activities:
            return self.plan.activities[-1:]
        one_each = state.in_list or any(told(activity) for activity in section.activities)
        return section.activities[-1:] if one_each else section.activities

    def cost(self, text: str) -> None:
        """What is said of costs belongs to the numbered activity that it stands under, else to the initiative."""
        owner = self.state.numbered or self.initiative()
        if owner is not None:
            owner.cost = f"{owner.cost} {text}" if owner.cost else text

    def cost_of_last(self, text: str) -> None:
        """What is said of costs behind an activity, in the same text."""
        for activity in self.plan.activities[-1:]:
            activity.cost = f"{activity.cost} {text}" if activity.cost else text

    def _parent(self, level: int) -> ActivityDraft | None:
        above = [a for depth, a in self.state.parents if depth < level]
        return above[-1] if above else None

    def _goal(self, block: Block, text: str, horizon: Horizon) -> None:
        state = self.state
        areas = (state.focus_area, state.target_group)
        goal = GoalDraft(text, block.places, horizon, self.initiative(), *areas, self._basis(), self._is_headed())
        self.plan.goals.append(goal)

    def activity(
        self,
        block: Block,
        text: str,
        *,
        category: Category,
        number: str | None = None,
        parent: ActivityDraft | None = None,
        basis: Basis | None = None,
    ) -> ActivityDraft:
        """basis: where it is not the section's."""
        state = self.state
        text, responsible = without_responsible(text)
        activity = ActivityDraft(
            text=text,
            places=block.places,
            category=category,
            initiative=self.initiative(),
            responsible=responsible,
            parent=parent,
            number=number,
            heading_years=state.years,
            focus_area=state.focus_area,
            target_group=state.target_group,
            basis=basis or self._basis(),
            headed=basis is None and self._is_headed(),
        )
        self.plan.activities.append(activity)
        if state.section is not None:
            state.section.activities.append(activity)
        return activity

    def _is_headed(self) -> bool:
        return self.state.section is not None and self.state.section.by_words

    def _basis(self) -> Basis:
        section = self.state.section
        if section is not None and section.by_words:
            return "text"
        return "lead_in" if section is not None and section.by_lead_in else "heading"

    def initiative(self) -> InitiativeDraft | None:
        """The initiative whose heading this stands under, one of the plan's from its first goal or activity on."""
        initiative = self.part()
        self.plan.list_once(initiative)
        return initiative

    def table_place(self) -> TablePlace:
        """Where a table at which the walk is now stands."""
        section, part = self.state.section, self.part()
        if section is None or section.closed or section.listed:
            return TablePlace(part)
        opens = next((kind for kind in get_args(Stated) if kind == section.head.kind), None)
        return TablePlace(part, opens, section.head.horizon, self.state.years)

    def part(self) -> InitiativeDraft | None:
        """What the heading above would be as an initiative, whether it is one or not."""
        state = self.state
        if state.initiative is None and state.heading is not None:
            state.initiative = InitiativeDraft(
                state.heading.text, state.heading.places, state.focus_area, state.target_group
            )
        return state.initiative
