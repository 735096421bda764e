"""What a plan's heads and lead-ins open in the walk's state: sections, years, areas, groups, counted activities."""

from extractors.plans.heads import AREA_WITHOUT_NAME, Head
from extractors.plans.heads_by_content import Opened
from extractors.plans.kinds_model import read_kinds
from extractors.plans.labels import labelled
from extractors.plans.phrases import (
    ACTIVITY_LEAD_IN,
    ENDS_SECTION,
    GOAL_LEAD_IN,
    INDICATOR_LEAD_IN,
    OTHERS,
    years_announced,
)
from extractors.plans.state import Section, State
from extractors.plans.statements import Statements
from models.blocks import Block, Heading, ListItem, Paragraph
from models.rows import Category

_POSSIBLE = 0.3
"""How likely an activity the model must hold at the least what stands where acts are told."""
_LOWEST = 99
"""A level below those of headings."""


class Openings:
    """Changes the walk's state by what opens."""

    def __init__(self, state: State, statements: Statements, *, names_areas_only: bool) -> None:
        self.state = state
        self.statements = statements
        self.names_areas_only = names_areas_only
        """The areas given priority are all that the plan states, wherever they stand."""

    def head(self, block: Block, head: Head, level: int, following: Block | None) -> bool:
        """Let a head open what it opens; False where it is an ordinary heading after all."""
        state = self.state
        if head.kind == "years":
            in_activities = state.section is not None and state.section.head.kind == "activity"
            if in_activities and state.section is not None:
                state.years = head.years
                state.section.listed = state.section.closed = False
            return in_activities or self._dated_list(head, level, following)
        if head.kind == "numbered_activity":
            self._numbered(block, head, level, following)
            return True
        if head.kind == "focus_area":
            state.focus_area, state.focus_level = head.text, level
            state.unnamed_area = AREA_WITHOUT_NAME.match(head.text) is not None
            self.state.leave(block if isinstance(block, Heading) else None)
            state.target_group = None
            return True
        if head.kind == "target_group":
            if state.section is not None and level > state.section.level and not state.section.closed:
                return False
            state.target_group, state.target_level = head.text, level
            state.leave(block if isinstance(block, Heading) else None)
            return True
        if head.kind == "priority_areas":
            if level <= state.focus_level and not self.names_areas_only:
                return False
            self.section(Head("goal", horizon="unspecified"), level)
            return True
        self.section(head, level)
        return True

    def _dated_list(self, head: Head, level: int, following: Block | None) -> bool:
        """Years over a list of what is to be done, where nothing else says so, open activities."""
        above = self.state.heading
        if above is None or OTHERS.search(above.text) or ENDS_SECTION.match(above.text):
            return False
        lists = isinstance(following, ListItem) and read_kinds([following.text])[0].kind == "activity"
        if lists:
            self.section(head=Head("activity", years=head.years), level=level)
        return lists

    def section(self, head: Head, level: int, *, by_lead_in: bool = False) -> Section:
        """Open a section of goals, activities, indicators or costs; what the one before it held is no longer open."""
        state = self.state
        keeps_numbered = head.kind in ("indicator", "cost")
        if not keeps_numbered:
            state.numbered = None
        state.section, state.aside = Section(head, level, by_lead_in=by_lead_in), None
        state.years = head.years
        state.parents = []
        return state.section

    def parts_below(self, section: Section, following: Block | None) -> bool:
        """True where a list, or headings of the section's parts, stand below a lead-in behind the section's head."""
        above = self.state.heading
        if isinstance(following, Heading) and above is not None and following.level > above.level:
            section.level = above.level
            return True
        return isinstance(following, ListItem)

    def by_words(self, block: Block, opened: Opened, level: int) -> None:
        """What stands below a counted goal tells more of it, or is of the initiative that its heading names."""
        section = self.section(opened.head, level)
        section.by_words = True
        self.statements.item(block, opened.said)
        apart = opened.head.number is not None or isinstance(block, Heading) or block.framed
        section.closed = bool(opened.said) and apart

    def _numbered(self, block: Block, head: Head, level: int, following: Block | None) -> None:
        state = self.state
        category: Category = "unspecified"
        if state.section is not None and state.section.head.kind == "activity":
            category = state.section.head.category
        if not head.text and isinstance(following, Paragraph) and labelled(following.text) is None:
            self.section(Head("activity", category=category, number=head.number), level)
            return
        activity = self.statements.activity(block, head.text or block.text, category=category, number=head.number)
        state.section = Section(Head("activity", category=category), level)
        state.numbered = activity
        state.parents = [(0, activity)]

    def act(self, block: Block, text: str, *, is_dated: bool) -> bool:
        """Take a paragraph where an act is told under no head of its own; False where its words tell none.

        is_dated: a sentence of its own says below when it is done, which nothing else is.
        What is told of the act below it ("Ansvarig: ...") belongs to it, and other prose does not.
        """
        if OTHERS.search(text) or (not is_dated and read_kinds([text])[0].likely["activity"] < _POSSIBLE):
            return False
        section = self.section(Head("activity"), _LOWEST)
        section.by_words = True
        self.statements.item(block, text)
        section.closed = True
        return True

    def lead_in(self, text: str) -> bool:
        """A paragraph that announces goals or activities opens them for the list below it; measures end listed acts."""
        section = self.state.section
        is_open = section is not None and not section.by_lead_in and not section.closed
        ends = section is not None and section.head.kind == "activity" and section.listed
        if is_open and not (ends and INDICATOR_LEAD_IN.search(text)):
            return False
        if OTHERS.search(text):
            return False
        if ACTIVITY_LEAD_IN.search(text):
            self.section(Head("activity", years=years_announced(text)), _LOWEST, by_lead_in=True)
            return True
        if INDICATOR_LEAD_IN.search(text):
            self.section(Head("indicator"), _LOWEST, by_lead_in=True)
            return True
        if GOAL_LEAD_IN.search(text):
            self.section(Head("goal"), _LOWEST, by_lead_in=True)
            return True
        return False

    def led_to(self, head: Head) -> bool:
        """A paragraph right above a list opens what the list is; False in an open section that lists the same.

        Acts end an initiative's goals, as a head of theirs would.
        """
        section = self.state.section
        is_open = section is not None and not section.by_lead_in and not section.closed
        ends = head.kind == "activity" and section is not None and section.head.kind in ("goal", "indicator")
        if is_open and not ends:
            return False
        self.section(head, 99, by_lead_in=True)
        return True
