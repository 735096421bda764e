"""What stands below a block and decides what the block is: a table that says it all, or a skeleton that begins anew."""

import itertools
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from extractors.plans.acts_below_goals import acts_below_goals
from extractors.plans.column_roles import ColumnRole, column_roles, is_plan_table
from extractors.plans.commitments import list_of_acts, says_act
from extractors.plans.counted_texts import counted_texts
from extractors.plans.heads import AREA_WITHOUT_NAME, Head, head_of, leading_head
from extractors.plans.heads_by_content import Opened, heads_by_content
from extractors.plans.kinds_model import read_kinds
from extractors.plans.labels import label_of, labelled
from extractors.plans.leads import leads_in
from extractors.plans.named_acts import named_acts
from extractors.plans.phrases import ENDS_SECTION, INITIATIVES, OTHERS
from extractors.plans.returning_labels import returning_labels
from extractors.plans.stated_heads import goals_led_from, stated_goals
from extractors.plans.tagged_heads import tagged_goals
from models.blocks import Block, Heading, ListItem, Paragraph, Table

_FEWEST_PARTS = 2
"""Headings of a chapter, where prose stands above the first."""
_SECTIONS = frozenset({"goal", "activity", "indicator", "cost"})


@dataclass(frozen=True)
class Ahead:
    """What the walk must know of the blocks after the one that it takes."""

    following: Block | None
    """The block right below, but for the next initiative's heading."""
    tabled: frozenset[ColumnRole] = frozenset()
    """What a table of goals or activities below, before the next heading, holds: the prose above introduces it."""
    list_goes_on: bool = False
    """After lines of time and responsibility comes a list item: they are about the item above them alone."""
    in_list_of_acts: bool = False
    """An item of a list that stands right below a heading, each of whose items says what is to be done."""
    is_act_below_goal: bool = False
    """An item of a list of acts right below a goal that its own head states."""
    opened: Opened | None = None
    """What a head whose words say nothing opens, by the texts of all its places, and what it states itself."""
    begins_anew: bool = False
    """A heading after which heads of the initiative before it come again: it is the next initiative's."""
    led: Head | None = None
    """What a paragraph right above a list leads to, by its words and by the list's."""
    is_chapter: bool = False
    """A heading over initiatives under headings of their own ("Insatser" over "En väg in"): it lists no activities."""
    names_area: bool = False
    """The heading right below one that counts a focus area ("Insatsområde 2") and leaves its name to it."""
    comes_again: bool = False
    """A heading whose very words head a part of other areas too, and name none."""
    tells_of_item: bool = False
    """A label of what is told of a list's item, and of others in the same words."""


def look_ahead(flow: Sequence[Block]) -> list[Ahead]:
    """For each block of the running text, in its order, what stands below it."""
    by_content = heads_by_content(flow) | goals_led_from(flow) | stated_goals(flow) | counted_texts(flow)
    by_content |= named_acts(flow) | tagged_goals(flow)
    opened = [by_content.get(at) for at in range(len(flow))]
    leads, below_goals = leads_in(flow), acts_below_goals(flow, by_content)
    of_items = returning_labels(flow).of_items
    anew = _begins_anew(flow)
    told = (
        _tabled_below(flow),
        _lists_go_on(flow),
        _in_lists_of_acts(flow),
        [at in below_goals for at in range(len(flow))],
        opened,
        anew,
        [leads.get(at) for at in range(len(flow))],
        [_is_chapter(flow, at) for at in range(len(flow))],
        _names_areas(flow),
        _come_again(flow),
        [at in of_items for at in range(len(flow))],
    )
    following = [None if begins else block for block, begins in zip(flow[1:], anew[1:], strict=True)]
    return [Ahead(*each) for each in zip([*following, None], *told, strict=True)] if flow else []


def names_areas_only(flow: Sequence[Block]) -> bool:
    """Whether no head opens goals or activities and no focus area is told of: a list of areas is all there is."""
    heads = (head_of(block.text) for block in flow if isinstance(block, Heading))
    return not any(head is not None and head.kind in {*_SECTIONS, "focus_area", "numbered_activity"} for head in heads)


def _is_chapter(flow: Sequence[Block], at: int) -> bool:
    """Whether its first heading stands right below, or below prose that states no act, with another one like it."""
    block = flow[at]
    if not isinstance(block, Heading) or not INITIATIVES.search(block.text):
        return False
    head = head_of(block.text)
    if head is None or head.kind != "activity":
        return False
    prose = list(takewhile(lambda below: isinstance(below, Paragraph), flow[at + 1 :]))
    first = next(iter(flow[at + 1 + len(prose) :]), None)
    if not isinstance(first, Heading) or head_of(first.text) is not None:
        return False
    if not prose:
        return True
    alike = _headings_alike(flow[at + 1 + len(prose) :], block.level)
    return (
        alike >= _FEWEST_PARTS
        and first.level > block.level
        and not any(reading.kind == "activity" for reading in read_kinds([each.text for each in prose]))
    )


def _names_areas(flow: Sequence[Block]) -> list[bool]:
    """Headings below those that count areas: of the same level, or each the only one of its level in its area."""
    named = [False] * len(flow)
    only: list[int] = []
    for at, (area, name) in enumerate(itertools.pairwise(flow), start=1):
        if not isinstance(area, Heading) or not isinstance(name, Heading) or not AREA_WITHOUT_NAME.match(area.text):
            continue
        if head_of(name.text) is not None or name.level < area.level:
            continue
        named[at] = name.level == area.level
        if not named[at]:
            only.extend([at] * _headings_alike(flow[at:], area.level))
    if len(only) > 1 and len(set(only)) == len(only):
        for at in only:
            named[at] = True
    return named


def _come_again(flow: Sequence[Block]) -> list[bool]:
    """Headings of one level whose words stand again below another heading above that level."""
    above: dict[tuple[str, int], set[int]] = defaultdict(set)
    open_at: list[tuple[int, int]] = []
    keys: list[tuple[str, int] | None] = []
    for at, block in enumerate(flow):
        keys.append((block.text.strip().casefold(), block.level) if isinstance(block, Heading) else None)
        if isinstance(block, Heading):
            open_at = [(level, place) for level, place in open_at if level < block.level]
            if open_at:
                above[block.text.strip().casefold(), block.level].add(open_at[-1][1])
            open_at.append((block.level, at))
    return [key is not None and len(above[key]) > 1 for key in keys]


def _headings_alike(below: Sequence[Block], level: int) -> int:
    """How many headings there are of the first one's level, in a part whose own heading has this level."""
    count = 0
    for block in below:
        if isinstance(block, Heading) and block.level <= level:
            break
        alike = isinstance(block, Heading) and isinstance(below[0], Heading) and block.level == below[0].level
        count += alike and head_of(block.text) is None
    return count


def _tabled_below(flow: Sequence[Block]) -> list[frozenset[ColumnRole]]:
    below: frozenset[ColumnRole] = frozenset()
    told: list[frozenset[ColumnRole]] = []
    for block in reversed(flow):
        if isinstance(block, Heading):
            told.append(below)
            below = frozenset()
            continue
        if isinstance(block, Table) and is_plan_table(roles := column_roles(block)):
            below |= set(roles.values())
        told.append(below)
    return told[::-1]


def _lists_go_on(flow: Sequence[Block]) -> list[bool]:
    goes_on = False
    told: list[bool] = []
    for block in reversed(flow):
        told.append(goes_on)
        if labelled(block.text) is None:
            goes_on = isinstance(block, ListItem)
    return told[::-1]


def _in_lists_of_acts(flow: Sequence[Block]) -> list[bool]:
    """Only under headings that open nothing and end nothing: other lists are what their heading or lead-in says.

    One item alone is a list of acts where lists under other headings of the same level are.
    """
    lists: list[tuple[Heading, int, list[str]]] = []
    for at, block in enumerate(flow):
        if not isinstance(block, Heading) or ENDS_SECTION.match(block.text) or OTHERS.search(block.text):
            continue
        items = [item.text for item in takewhile(lambda below: isinstance(below, ListItem), flow[at + 1 :])]
        if items and head_of(block.text) is None and label_of(block.text) is None:
            lists.append((block, at + 1, items))
    of_acts = [list_of_acts(items) for _, _, items in lists]
    levels = {heading.level for (heading, _, _), acts in zip(lists, of_acts, strict=True) if acts}
    told = [False] * len(flow)
    for (heading, first, items), acts in zip(lists, of_acts, strict=True):
        if acts or (heading.level in levels and says_act(items)):
            told[first : first + len(items)] = [True] * len(items)
    return told


def _begins_anew(flow: Sequence[Block]) -> list[bool]:
    """An initiative has each head once. Its own heading may look lower than its heads, and is known by their return.

    A heading right over a list sorts what the section lists, and begins nothing.
    """
    anew = [False] * len(flow)
    section: Heading | None = None
    opened: set[tuple[str, str]] = set()
    for at, block in enumerate(flow):
        if not isinstance(block, Heading):
            continue
        head = _section_head(block)
        if head is not None:
            section = block
            opened.add((head.kind, head.horizon))
        elif section is not None and block.level > section.level:
            over_list = at + 1 < len(flow) and isinstance(flow[at + 1], ListItem)
            if head_of(block.text) is None and not over_list and _returns(flow[at + 1 :], section.level, opened):
                anew[at] = True
                section, opened = None, set()
        else:
            section, opened = None, set()
    return anew


def _returns(below: Sequence[Block], level: int, opened: set[tuple[str, str]]) -> bool:
    """Whether the next heading that is not lower than `level` opens again what has been opened."""
    for block in below:
        if isinstance(block, Heading) and block.level <= level:
            head = _section_head(block)
            return head is not None and (head.kind, head.horizon) in opened
    return False


def _section_head(block: Heading) -> Head | None:
    head = leading_head(block.text)
    return head if head is not None and head.kind in _SECTIONS and head.number is None else None
