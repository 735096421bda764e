"""Goals, activities and indicators under a plan's headings: the skeleton walked from top to bottom.

One list item or one paragraph is one goal, activity or indicator. A lead-in ("Syftet är att:")
belongs to its items; text that follows a list is prose again.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.drafts import PlanDraft
from extractors.plans.activity_years import years_of_all
from extractors.plans.ahead import Ahead, look_ahead, names_areas_only
from extractors.plans.asides import Asides
from extractors.plans.heads import Head, asks_what, head_of, names_several, run_in_head
from extractors.plans.horizons import horizon_led_to
from extractors.plans.labels import TOLD_OF_ACTS, labelled, tells_when
from extractors.plans.leads import lead_of
from extractors.plans.named_sections import with_sections_named
from extractors.plans.numbered_text import without_paragraph_numbers
from extractors.plans.openings import Openings
from extractors.plans.phrases import (
    ENDS_SECTION,
    LEADS,
    NUMBERED,
    SUM,
    years_announced,
)
from extractors.plans.pieces import pieces_of
from extractors.plans.recurring_heads import with_recurring_heads_below
from extractors.plans.returning_labels import with_returning_heads
from extractors.plans.state import (
    BARE_ITEM,
    State,
    announces,
    counts_a_goal,
    introduces,
    is_bold,
    is_tag,
    names_this,
    says_by_headings,
    states_goal_over,
    states_what_leads_to_it,
    tells_cost_alone,
    tells_more,
)
from extractors.plans.statements import Statements
from extractors.plans.titles_below_heads import running_text
from extractors.plans.undertaking import names_actor
from models.blocks import Answer, Block, Heading, ListItem, Paragraph, Table

_LONGEST_HEAD = 120


def read_skeleton(blocks: Sequence[Block]) -> PlanDraft:
    """Walk a plan's blocks in reading order."""
    flow = without_paragraph_numbers(running_text(blocks))
    flow = with_recurring_heads_below(with_returning_heads(with_sections_named(flow)))
    walk = _Walk(bold_names=not is_bold(flow), names_areas_only=names_areas_only(flow))
    for block, ahead in zip(flow, look_ahead(flow), strict=True):
        walk.take(block, ahead)
    walk.plan.activities_during = next((years for block in flow if (years := years_of_all(block.text))), None)
    return walk.plan


class _Walk:
    """The walk's state and what it has found so far."""

    def __init__(self, *, bold_names: bool, names_areas_only: bool) -> None:
        self.bold_names = bold_names
        """A few words in bold in a frame are its name: not where all text is in bold."""
        self.plan = PlanDraft()
        self.state = State()
        self.statements = Statements(self.plan, self.state)
        self.asides = Asides(self.state, self.statements)
        self.opens = Openings(self.state, self.statements, names_areas_only=names_areas_only)
        self.opened: Block | None = None
        """The activity's heading or lead-in right above: nothing has been said under it yet."""

    def take(self, block: Block, ahead: Ahead) -> None:
        """Take the next block, knowing what stands below it."""
        following = ahead.following
        self.state.in_list = ahead.list_goes_on or isinstance(block, ListItem)
        if isinstance(block, Heading):
            if self.opened is not None and ahead.opened is None and is_tag(block, following):
                return
            self._heading(block, ahead)
            self.opened = block if self.state.names_numbered else None
            return
        section = self.state.section
        if ahead.tabled and isinstance(block, Paragraph) and section is not None:
            section.closed = section.closed or not states_goal_over(ahead.tabled, section, block.text)
        if isinstance(block, Paragraph) and self.opened is not None and is_tag(block, following):
            return
        self.opened = None
        if section is not None:
            section.told = True
        if isinstance(block, Table):
            self.plan.table_places.append(self.statements.table_place())
        if isinstance(block, Paragraph) and (ahead.opened is not None or not self.asides.takes(block)):
            self._text(block, ahead)
        elif isinstance(block, ListItem) and not self.asides.takes(block):
            self._list_item(block, ahead)
        elif isinstance(block, Table | Answer) and self.state.section is not None:
            self.state.section.closed = True

    def _text(self, block: Paragraph, ahead: Ahead) -> None:
        if ahead.opened is not None:
            said, *told_of_it = pieces_of(block.model_copy(update={"text": ahead.opened.said}))
            self.opens.by_words(block, ahead.opened._replace(said=said.text), 99)
            for line in told_of_it:
                self.asides.behind(line)
            return
        *pieces, last = pieces_of(block)
        for piece in pieces:
            self._paragraph(piece, ahead.following, None)
        self._paragraph(last, ahead.following, ahead.led, tells_of_item=ahead.tells_of_item)

    def _heading(self, block: Heading, ahead: Ahead) -> None:
        if ahead.opened is not None:
            above = self.state.heading
            if ahead.opened.said or (names_actor(block.text) and above is not None and block.level <= above.level):
                self.state.leave(block)
            self.opens.by_words(block, ahead.opened, block.level)
            return
        head = head_of(block.text)
        self.state.aside = None
        section = self.state.section
        if head is None and section is not None and counts_a_goal(section):
            self._counted_goal(block, section.head)
            return
        if self.state.unnamed_area:
            self.state.unnamed_area = False
            if ahead.names_area:
                self.state.focus_area = f"{self.state.focus_area} {block.text}"
                self.state.leave(block)
                return
        if head is not None and not ahead.is_chapter and self.opens.head(block, head, block.level, ahead.following):
            return
        if self.asides.opens(block):
            return
        if asks_what(block.text) and self.state.heading is not None and block.level > self.state.heading.level:
            self.opens.section(Head("activity"), block.level)
            return
        run_in = run_in_head(block.text)
        if run_in is not None:
            section = self.opens.section(run_in[0], block.level)
            self.statements.item(block, run_in[1])
            # What stands below a counted goal's heading tells more of it.
            section.closed = run_in[0].number is not None
            return
        if ahead.comes_again and self.asides.opens(block, comes_again=True):
            return
        self._other_heading(block, ahead)
        if ahead.is_chapter:
            self.state.chapter = block.level

    def _counted_goal(self, block: Heading, label: Head) -> None:
        """A goal set as a heading below the small label that counts it; what is below it tells more."""
        self.state.leave(block)
        section = self.opens.section(label, block.level)
        self.statements.item(block, block.text)
        section.closed = True

    def _other_heading(self, block: Heading, ahead: Ahead) -> None:
        section = self.state.section
        if section is not None and section.part_level == block.level and isinstance(ahead.following, Paragraph):
            section.closed = section.closed and not LEADS.search(ahead.following.text)
        if (
            section is not None
            and not section.by_lead_in
            and block.level > section.level
            and not section.closed
            and not ENDS_SECTION.match(block.text)
            and not ahead.begins_anew
        ):
            section.part_level = section.part_level or block.level
            if says_by_headings(section, block, ahead.following):
                section.in_headings = True
                self.statements.item(block, block.text)
            return
        if section is not None and states_what_leads_to_it(section, block):
            self.statements.item(block, block.text)
            section.closed = True
            return
        if block.level <= self.state.target_level:
            self.state.target_group, self.state.target_level = None, 99
        if block.level <= self.state.focus_level:
            self.state.focus_area, self.state.focus_level = None, 99
        self.state.enter_area(block)
        self.state.leave(block)

    def _list_item(self, block: ListItem, ahead: Ahead) -> None:
        said, *told_of_it = pieces_of(block)
        self._say_listed(said, ahead)
        for line in told_of_it:
            self.asides.behind(line)

    def _say_listed(self, block: ListItem, ahead: Ahead) -> None:
        section = self.state.section
        run_in = run_in_head(block.text)
        if run_in is not None and run_in[0].kind in ("goal", "indicator", "activity"):
            self.opens.section(run_in[0], 99)
            self.statements.item(block, run_in[1])
            return
        if ahead.is_act_below_goal and section is not None and section.head.kind == "goal":
            section = self.opens.section(Head("activity"), 99)
            section.by_words = True
        if section is None and ahead.in_list_of_acts:
            self.state.years = years_announced(self.state.heading.text) if self.state.heading is not None else None
            self.statements.activity(block, block.text, category="unspecified", basis="text")
        if section is None or section.closed:
            return
        if self.asides.line(block, but="aside"):
            return
        section.listed = True
        self.statements.item(block, block.text, level=block.level)

    def _paragraph(
        self, block: Paragraph, following: Block | None, led: Head | None, *, tells_of_item: bool = False
    ) -> None:
        """led: what it leads to, as the last text above a list. tells_of_item: it labels what is told of an item."""
        state = self.state
        text = block.text.strip()
        head = head_of(text) if len(text) < _LONGEST_HEAD or NUMBERED.match(text) else None
        if head is not None and announces(state.section, head):
            return
        names_area = head is not None and head.kind in ("focus_area", "priority_areas") and text[-1] not in ".:,"
        if head is not None and (names_area or head.kind not in ("target_group", "focus_area", "priority_areas")):
            told = head.kind == "numbered_activity" and text[-1:] == "." and len(text) > 100
            if told and not NUMBERED.match(text):
                head = None
            elif self.opens.head(block, head, state.section.level if state.section else 50, following):
                if state.section is not None:
                    state.section.of_text = True
                return
        run_in = run_in_head(text)
        if run_in is not None:
            section = self.opens.section(run_in[0], 99)
            if LEADS.search(run_in[1]) and self.opens.parts_below(section, following):
                return
            self.statements.item(block, run_in[1])
            section.stated = run_in[0].kind == "goal" and not names_several(text.removesuffix(run_in[1]).rstrip())
            return
        if head is not None and head.kind == "target_group" and head.text != text:
            state.target_group, state.target_level = head.text, 99
            return
        if self.asides.line(block) or self.asides.opens(block, comes_again=tells_of_item):
            return
        leads = text.endswith(":") or isinstance(following, ListItem)
        if leads and following is not None and self.opens.lead_in(text):
            self.opened = block
            return
        if led is not None and self.opens.led_to(led):
            self.statements.told(block, lead_of(text)[0])
            self.opened = block
            return
        self._plain_paragraph(block, text, following)

    def _plain_paragraph(self, block: Paragraph, text: str, following: Block | None) -> None:
        state, section = self.state, self.state.section
        if section is None or section.closed:
            beside = labelled(following.text) if isinstance(following, Paragraph) else None
            where_acts_are = state.in_chapter or (beside is not None and beside[0] in TOLD_OF_ACTS)
            is_dated = isinstance(following, Paragraph) and tells_when(following.text)
            if not ((where_acts_are or is_dated) and self.opens.act(block, text, is_dated=is_dated)):
                self.statements.told(block, text)
            return
        if section.head.kind == "cost":
            self.statements.cost(text)
            return
        if state.parents and names_this(state, block):
            _level, parent = state.parents[-1]
            self.statements.activity(block, text, category=parent.category, parent=parent)
            return
        leads = isinstance(following, ListItem) and LEADS.search(text) is not None
        horizon = horizon_led_to(text) if leads and section.head.kind == "goal" else None
        if horizon is not None:
            section.head = replace(section.head, horizon=horizon)
        if section.listed:
            # A lead-in between two lists of one section keeps it open; other prose ends it.
            section.closed = not leads
            return
        if state.numbered is not None and section.head.kind == "activity":
            state.numbered.description.append(text)
            return
        if LEADS.search(text) or section.by_lead_in:
            return
        if section.head.kind == "activity" and tells_cost_alone(text):
            return
        if self.bold_names and block.framed and block.bold and len(text) < BARE_ITEM:
            return
        if section.head.kind != "activity" and SUM.search(text):
            section.closed = True
            return
        if introduces(section, text, following) or tells_more(section, text):
            return
        self.statements.item(block, text)
