"""Headings that name an activity, known by what is told below each of them: who does it and when.

1. Öppen mottagning för unga
Varför: Unga vet inte vart de ska vända sig.
Ansvarig: Socialchefen
Tid: 2026

None of the parts below says what is done: a heading over "Aktiviteter" is an initiative's.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import takewhile

from extractors.plans.heads import Head, head_of, run_in_head
from extractors.plans.heads_by_content import Opened
from extractors.plans.kinds_model import read_kinds
from extractors.plans.labels import label_of, labelled
from extractors.plans.phrases import ENDS_SECTION, OTHERS
from models.blocks import Block, Heading, ListItem, Paragraph

_FEWEST = 2
_AGREE = 2 / 3
"""The share of the headings beside each other that have such parts."""
_NUMBER = re.compile(r"^(?P<number>\d{1,2}(?:\.\d{1,2}){0,2})[.:)]?\s+(?=\S)")
_LONGEST = 120


def named_acts(flow: Sequence[Block]) -> dict[int, Opened]:
    """By their place in the running text, the headings that name an activity, and its name."""
    beside: dict[tuple[int, int], list[int]] = defaultdict(list)
    above: list[tuple[int, int]] = []
    for at, block in enumerate(flow):
        if isinstance(block, Heading):
            above = [(level, place) for level, place in above if level < block.level]
            if _may_name(block.text):
                beside[block.level, above[-1][1] if above else -1].append(at)
            above.append((block.level, at))
    known: dict[int, Opened] = {}
    for places in beside.values():
        told = {at: _parts_below(flow, at) for at in places}
        cards = [at for at, parts in told.items() if "responsible" in parts and "activity" not in parts]
        timed = sum("years" in told[at] for at in cards)
        if len(cards) < max(_FEWEST, _AGREE * len(places)):
            continue
        if 2 * timed > len(cards) or _are_acts([_name(flow[at].text)[1] for at in cards]):
            known |= {at: _opened(flow[at].text) for at in cards}
    return known


def _opened(text: str) -> Opened:
    number, name = _name(text)
    return Opened(Head("activity", number=number), name)


def _name(text: str) -> tuple[str | None, str]:
    number = _NUMBER.match(text)
    return (number["number"], text[number.end() :]) if number is not None else (None, text)


def _may_name(text: str) -> bool:
    says = head_of(text) or run_in_head(text) or label_of(text) or ENDS_SECTION.match(text) or OTHERS.search(text)
    return not says and len(text) <= _LONGEST


def _parts_below(flow: Sequence[Block], at: int) -> set[str]:
    """What the parts below a heading are called, as far as the words are known."""
    own = flow[at]
    below = takewhile(
        lambda b: not isinstance(b, Heading) or (isinstance(own, Heading) and b.level > own.level), flow[at + 1 :]
    )
    parts: set[str] = set()
    for block in below:
        if isinstance(block, Heading | Paragraph | ListItem):
            line, run_in = labelled(block.text), run_in_head(block.text)
            head = head_of(block.text) if len(block.text) <= _LONGEST else None
            parts |= {label_of(block.text) or "", line[0] if line else "", run_in[0].kind if run_in else ""}
            parts |= {"activity" if head.kind == "numbered_activity" else head.kind} if head else set()
    return parts


def _are_acts(names: Sequence[str]) -> bool:
    return 2 * sum(reading.kind == "activity" for reading in read_kinds(names)) > len(names)
