"""Where the walk down a plan's skeleton stands: the part, the section, the activity that steps belong to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.drafts import ActivityDraft, InitiativeDraft
from extractors.plans.column_roles import ColumnRole
from extractors.plans.heads import AREAS, Head, head_of, run_in_head
from extractors.plans.kinds_model import read_kinds
from extractors.plans.labels import Label, label_of, labelled
from extractors.plans.phrases import ENDS_SECTION, SUM, TELLS_COST
from extractors.sentences import SENTENCE_END
from models.blocks import Block, Heading, ListItem, Paragraph

_LONGEST_TAG = 80
_SURELY = 0.9
"""How likely the model holds a text for background, from which it is no measure."""
_OF_TABLE = re.compile(
    r"\btabell|\b(?:nedan|följande)\b|\b(?:redovisas|beskrivs|presenteras|framgår|listas|sammanfattas|visas|anges)\b",
    re.IGNORECASE,
)
"""What introduces a table."""
BARE_ITEM = 60
"""Letters: a list item shorter than this and without a full stop can be the name of what follows."""

_NO_AREAS = (99, None)


@dataclass
class Section:
    """What stands under the section head last met."""

    head: Head
    level: int
    by_lead_in: bool = False
    of_text: bool = False
    """The head is a line of text."""
    by_words: bool = False
    """The head says nothing, and the words of what stands below it and its like tell what it opens."""
    stated: bool = False
    """A goal stands behind the head on its line: prose below tells more of it."""
    listed: bool = False
    """A list item has been met in it."""
    closed: bool = False
    """Its list has ended: what follows is prose."""
    told: bool = False
    """A paragraph or an item has been met in it."""
    part_level: int | None = None
    """The level of the headings of its parts, once one has been met: prose ends a part's list and not the section."""
    in_headings: bool = False
    """Its goals or activities are set as headings."""
    activities: list[ActivityDraft] = field(default_factory=list)
    """Those stated in it so far."""


@dataclass
class Aside:
    """A head that names what is told beside goals and activities ("Nuläge", "Vem gör det?"), open now."""

    label: Label
    goes_on: bool
    """All that stands below it, up to the next head, is told under it; else one text."""
    told: bool = False


@dataclass
class State:
    focus_area: str | None = None
    focus_level: int = 99
    unnamed_area: bool = False
    """A head has opened a focus area without its name: the next heading is that."""
    areas: tuple[int, int | None] = _NO_AREAS
    """The level of the heading whose parts are focus areas, and that of their headings, once one has been met."""
    target_group: str | None = None
    target_level: int = 99
    heading: Heading | None = None
    """The last heading that opens nothing by its words: an initiative's, if goals or activities follow."""
    initiative: InitiativeDraft | None = None
    chapter: int | None = None
    """The level of the heading over a chapter of acts, each under its own heading ("Insatser" over "En väg in")."""
    section: Section | None = None
    aside: Aside | None = None
    years: tuple[int, int] | None = None
    in_list: bool = False
    """The walk is at an item of a list, or at lines between two of them."""
    numbered: ActivityDraft | None = None
    parents: list[tuple[int, ActivityDraft]] = field(default_factory=list)
    """The activities that the current list item may be a step of, by nesting level."""

    @property
    def names_numbered(self) -> bool:
        """Whether the numbered activity has been named and no head of what is told of it stands between."""
        in_activity = self.section is not None and self.section.head.kind == "activity"
        return self.numbered is not None and in_activity and self.aside is None

    @property
    def in_chapter(self) -> bool:
        """The walk is under a heading of a chapter of acts."""
        return self.chapter is not None and self.heading is not None and self.heading.level > self.chapter

    def enter_area(self, heading: Heading) -> None:
        """The headings right below "Målområden" name one each."""
        level, children = self.areas
        if AREAS.match(heading.text):
            self.areas = heading.level, None
        elif heading.level <= level:
            self.areas = _NO_AREAS
        elif heading.level == (children or heading.level) and not ENDS_SECTION.match(heading.text):
            self.areas = level, heading.level
            self.focus_area, self.focus_level = heading.text, heading.level

    def leave(self, heading: Heading | None) -> None:
        """A new part begins, under a heading: what belonged to the one before no longer holds."""
        if heading is not None and self.chapter is not None and heading.level <= self.chapter:
            self.chapter = None
        self.heading = heading
        self.initiative = None
        self.section = None
        self.aside = None
        self.years = None
        self.numbered = None
        self.parents = []


def is_bold(flow: Sequence[Block]) -> bool:
    """Whether most of the text is in bold."""
    texts = [b for b in flow if isinstance(b, Paragraph)]
    return 2 * sum(len(b.text) for b in texts if b.bold) > sum(len(b.text) for b in texts)


def is_tag(block: Heading | Paragraph, following: Block | None) -> bool:
    """True for short words between an activity's heading and its list: they sort it and head nothing."""
    short = len(block.text) < _LONGEST_TAG and block.text[-1:] not in ("", ".", ":", "?")
    lists = isinstance(following, ListItem) or (
        isinstance(following, Heading | Paragraph) and len(following.text) < _LONGEST_TAG
    )
    says = head_of(block.text) or run_in_head(block.text) or labelled(block.text) or label_of(block.text)
    return short and lists and not says


def says_by_headings(section: Section, heading: Heading, following: Block | None) -> bool:
    """True at a heading under which nothing stands, in a section that says nothing else: the heading says it.

    So does a goal in a frame, large as a heading, above others.
    """
    below = following is None or isinstance(following, Heading)
    return (below or _is_framed_goal(section, heading)) and (
        section.in_headings or not (section.listed or section.told)
    )


def states_what_leads_to_it(section: Section, heading: Heading) -> bool:
    """True at a sentence set as a heading right below the lead-in to a goal: "Målet är:"."""
    opens = section.by_lead_in and section.head.kind == "goal" and not (section.told or section.closed)
    return opens and heading.text.endswith(".") and head_of(heading.text) is None


def _is_framed_goal(section: Section, heading: Heading) -> bool:
    if section.head.kind != "goal" or not heading.framed or head_of(heading.text) or label_of(heading.text):
        return False
    return heading.text.endswith(".") and read_kinds([heading.text])[0].kind == "goal"


def states_goal_over(tabled: frozenset[ColumnRole], section: Section, text: str) -> bool:
    """True for the first text below a head of goals that states one, above a table of its activities alone.

    tabled: what the table holds. Other text above a table introduces it. Below a counted goal's head ("Mål 1") stands
    the goal, whatever its words, where they are not about the table.
    """
    if section.head.kind != "goal" or section.told or "goal" in tabled or "goal_and_activity" in tabled:
        return False
    if section.head.number is not None:
        return not _OF_TABLE.search(text)
    return read_kinds([text])[0].kind == "goal"


def counts_a_goal(section: Section | None) -> bool:
    """True right below a line of text that counts a goal ("Mål 1") and leaves it to what follows."""
    if section is None or section.head.kind != "goal" or section.head.number is None or section.head.text:
        return False
    return section.of_text and not (section.told or section.listed or section.closed)


def announces(section: Section | None, head: Head) -> bool:
    """True for a line that says again what the head right above it says ("Det här vill vi uppnå:")."""
    if section is None or section.listed or section.closed or head.kind != section.head.kind:
        return False
    return head == Head(head.kind)


def introduces(section: Section, text: str, following: Block | None) -> bool:
    """True for a sentence before a section's list, or the headings of its parts, that is not of its kind itself."""
    before_parts = isinstance(following, Heading) and following.level > section.level
    if section.activities or not (isinstance(following, ListItem) or before_parts):
        return False
    return read_kinds([text])[0].kind != section.head.kind


def tells_cost_alone(text: str) -> bool:
    """True for a text on what something costs, below acts: it states no act first, in a sentence without a sum."""
    if not (SUM.search(text) and TELLS_COST.search(text)):
        return False
    first = SENTENCE_END.split(text)[0]
    return bool(SUM.search(first)) or read_kinds([first])[0].kind != "activity"


def tells_more(section: Section, text: str) -> bool:
    """True for background below a goal behind its head; below words that say no kind, for several sentences of it."""
    if section.stated:
        return read_kinds([text])[0].kind == "background"
    several = section.head.kind == "indicator" and section.by_words and len(SENTENCE_END.split(text)) > 1
    return several and read_kinds([text])[0].likely["background"] > _SURELY


def names_this(state: State, block: Paragraph) -> bool:
    """True where the list item above only names what this indented paragraph says."""
    level, parent = state.parents[-1]
    if level == 0 or parent is state.numbered or not state.section or not state.section.listed:
        return False
    bare = len(parent.text) < BARE_ITEM and not parent.text.rstrip().endswith((".", ":"))
    below = block.place.page > parent.places[0].page or block.place.top > parent.places[0].top
    return bare and below and block.place.x0 >= parent.places[0].x0 - 1 and state.section.by_lead_in
