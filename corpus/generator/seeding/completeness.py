"""What is lacking: an initiative's goals, a focus area, an item of an announced list, an activity's sum."""

import random
import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from corpus.generator.blocks import (
    Activity,
    Block,
    Blocks,
    Bullets,
    Goal,
    Heading,
    Paragraph,
    RunIn,
    Table,
    walk_blocks,
    walk_inlines,
    walk_prose,
    words_of,
)
from corpus.generator.composers.plan_opening import NUMBER_WORDS
from corpus.generator.content import Content, Planted
from corpus.generator.editing import with_table
from corpus.generator.seeding.rows import figures_in, without_figure

_FEWEST_OTHERS = 3
"""Initiatives with goals that must be left to show that one lacks them."""
_FEWEST_FILLED = 8
"""Rows of a table that have a sum, for one without it to stand out."""
_ANNOUNCED = re.compile(rf"\b({'|'.join(NUMBER_WORDS[3:])})\b[^.]*:$")


def take_goals(content: Content, rng: random.Random) -> Content | None:
    """One initiative has its activities and no goals, in a plan whose other initiatives have both."""
    if content.period("shape") not in ("heads", "run_in"):
        return None
    whole = [part for part in _parts(content.blocks, 2) if _holds(part, Goal) and _holds(part, Activity)]
    if len(whole) <= _FEWEST_OTHERS:
        return None
    part = rng.choice(whole[1:])
    title = part[0]
    assert isinstance(title, Heading)
    gone = {id(block) for block in _of_goals(part)}
    made = replace(content, blocks=tuple(block for block in content.blocks if id(block) not in gone))
    return _planted(made, "complete.goals", title.words, None, None, "goals-missing", subject=title.words)


def take_focus_area(content: Content, rng: random.Random) -> Content | None:
    """A plan built on the five national focus areas has nothing under one of them."""
    if content.period("areas") != "national":
        return None
    chapters = [part for part in _parts(content.blocks, 1) if _holds(part, Activity)]
    part = rng.choice(chapters)
    title = part[0]
    assert isinstance(title, Heading)
    gone = {id(block) for block in part}
    left = tuple(block for block in content.blocks if id(block) not in gone)
    keys = {each.key for each in _activities(left)}
    lost = {each.key for each in _activities(part)} - keys
    made = replace(content, blocks=left)
    for table in [block for block in walk_blocks(left) if isinstance(block, Table)]:
        made = with_table(
            made, replace(table, rows=tuple(row for row in table.rows if row.key not in lost or not lost))
        )
    area = title.words.rpartition(": ")[2].removeprefix("Målområde ")
    return _planted(made, "complete.focus", area, "5", "4", "focus-missing", subject=area)


def shorten_list(content: Content, rng: random.Random) -> Content | None:
    """An announced list lacks one of its items."""
    places = [
        place
        for place, (lead, items) in enumerate(zip(content.blocks, content.blocks[1:], strict=False))
        if isinstance(lead, Paragraph)
        and isinstance(items, Bullets)
        and (match := _ANNOUNCED.search(words_of(lead.parts)))
        and NUMBER_WORDS.index(match[1]) == len(items.items)
    ]
    if not places:
        return None
    place = rng.choice(places)
    lead, items = content.blocks[place], content.blocks[place + 1]
    assert isinstance(lead, Paragraph)
    assert isinstance(items, Bullets)
    left = list(items.items)
    left.pop(rng.randrange(len(left)))
    blocks = (*content.blocks[: place + 1], replace(items, items=tuple(left)), *content.blocks[place + 2 :])
    counts = Decimal(len(items.items)), Decimal(len(left))
    return _planted(replace(content, blocks=blocks), "complete.listed", words_of(lead.parts), *counts, "listed-short")


def leave_sum_out(content: Content, rng: random.Random) -> Content | None:
    """A row of a local plan's table has no sum, and the plan's totals are right without it."""
    if content.kind != "local_plan":
        return None
    for table in [block for block in walk_blocks(content.blocks) if isinstance(block, Table)]:
        rows = [row for row in table.rows if row.role == "body" and _activities_of_row(row.cells)]
        plain = [
            row
            for before, row, after in zip(table.rows, table.rows[1:], table.rows[2:], strict=False)
            if row in rows and "breakdown" not in (before.role, after.role)
        ]
        if len(rows) <= _FEWEST_FILLED or not plain:
            continue
        row = rng.choice(plain)
        [figure] = figures_in(row)
        empty = replace(row, cells=(*row.cells[:-1], ()))
        made = with_table(content, replace(table, rows=tuple(empty if each is row else each for each in table.rows)))
        for relation in made.relations:
            if relation.other is None and any(figure.key in term.keys for term in relation.terms):
                made = without_figure(made, relation, figure)
        label = words_of(_activities_of_row(row.cells)[0].parts)
        return _planted(made, "complete.amounts", table.caption or "Tabell", None, None, "sum-missing", subject=label)
    return None


def _parts(blocks: Blocks, level: int) -> list[list[Block]]:
    """Each heading of this level with all that stands under it."""
    found: list[list[Block]] = []
    is_open = False
    for block in blocks:
        if isinstance(block, Heading) and block.level <= level:
            is_open = block.level == level
            if is_open:
                found.append([])
        if is_open:
            found[-1].append(block)
    return found


def _of_goals(part: Sequence[Block]) -> list[Block]:
    """The goals' headings with what stands under them, or the run-in lines that tell them."""
    found: list[Block] = [block for block in part if isinstance(block, RunIn) and _holds([block], Goal)]
    top = part[0]
    assert isinstance(top, Heading)
    for section in _parts(tuple(part[1:]), top.level + 1):
        if _holds(section, Goal) and not _holds(section, Activity):
            found += section
    return found


def _holds(blocks: Sequence[Block], kind: type[Goal] | type[Activity]) -> bool:
    return any(isinstance(each, kind) for prose in walk_prose(tuple(blocks)) for each in walk_inlines(prose))


def _activities(blocks: Sequence[Block]) -> list[Activity]:
    return [each for prose in walk_prose(tuple(blocks)) for each in walk_inlines(prose) if isinstance(each, Activity)]


def _activities_of_row(cells: Sequence[tuple[object, ...]]) -> list[Activity]:
    return [each for cell in cells for each in cell if isinstance(each, Activity)]


def _planted(
    content: Content,
    rule: str,
    where: str,
    expected: str | Decimal | None,
    actual: str | Decimal | None,
    seeded: str,
    *,
    subject: str | None = None,
) -> Content:
    told = f"{where}: {actual if actual is not None else 'nothing'} is there"
    finding = Planted(rule, where, expected, actual, told, seeded, severity="warning", subject=subject)
    return replace(content, planted=(*content.planted, finding))
