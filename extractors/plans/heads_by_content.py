"""Heads whose words say nothing, known by what stands below them: "Steg på vägen" over acts, again and again.

A plan gives each of its initiatives the same heads, on lines of their own or before their text ("Vad: ..."). One that
comes back is of the skeleton, whatever it is called, and the texts of all its places tell together what it opens:
where the model of kinds reads most of them as one kind. One whose words suggest a kind ("Insatser i skolan") need not
come back; nor need one on how the plan is followed up, over a list of measures. Headings that name who does what
stands below them ("Socialnämnden", "Skolorna") are one head, whoever each of them names.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from extractors.plans.heads import Head, head_of, leading_head, run_in_head
from extractors.plans.kinds_model import agreed_kind, read_kinds
from extractors.plans.labels import label_of
from extractors.plans.phrases import ENDS_SECTION, OTHERS
from extractors.plans.section_rows import are_goals
from extractors.plans.suggested_heads import suggested_head
from extractors.plans.undertaking import names_actor
from models.blocks import Block, Heading, ListItem, Note, Paragraph

_FEWEST_PLACES = 2
_FEWEST_TEXTS, _FEWEST_IN_PROSE = 2, 3
"""... in prose on how the plan is followed up, which mostly says by whom."""
_FEWEST_ITEMS = 2
"""Items of a list of measures, where the heading asks for such."""
_MOSTLY_LISTED = 0.8
_LONGEST = 60
"""Letters: a longer heading that comes back names a matter, and is of no skeleton."""
_AGREE = 2 / 3
"""The share of the texts that the model must read as what the words suggest."""
_WHO = "förvaltning"
"""The name of all heads that name one of the plan's people each."""
_NUMBER = re.compile(r"^(?:§\s*)?\d{1,2}(?:\.\d{1,2})*\.?\s+")
_LABELLED = re.compile(r"^([A-ZÅÄÖ][^:.?!]{1,40}[:?.])\s+(\S.{14,})$", re.DOTALL)
"""A paragraph that begins with its head: "Vad: Fyra kurser för föräldrar", "Vad. Fyra kurser"."""
_UNDERTAKING = re.compile(r"(?<!\w)åtagande(?:n|t|na)?$")
"""A word for what is to be reached as well as for what is done."""
_EXPECTED = re.compile(r"^förvänta(?:d|t|de)\s+(?:effekt|resultat)\w*$")
"""Beside goals it says what they will bring; where nothing heads goals it heads them."""
_TARGETS = re.compile(r"^(?:(?:vår|gemensam|lokal)\s+)?målbild(?:en)?(?:\s+(?:för\s+)?(?:år\s+)?20\d\d)?$")
"""A word for others' goals too: over goals, or again and again beside acts, it heads the plan's own."""
FOLLOWS_UP = re.compile(
    r"^(?:uppföljning(?:en)?|utvärdering|(?:så(?:\s+här)?|hur)\s+(?:följer\s+vi|ska\s+vi\s+följa|vi\s+följer|vi\s+ska\s+följa)"
    r"\s+upp\b.*|(?:så(?:\s+här)?|hur)\s+(?:\w+\s+)?följs\b.*"
    r"|så(?:\s+här)?\s+(?:kollar|stämmer|känner)\s+vi\s.*)$",
    re.IGNORECASE,
)
"""Heads of how the plan is followed up, or of the indicators that it is followed by."""
_COUNT = re.compile(r"(?:ca|cirka|drygt|nära|omkring)?\s*\d[\d ,.]*\s*%?", re.IGNORECASE)
"""How a text begins that tells how many there are, where no aim stands in it."""
_AIM = re.compile(r"\b(?:ska|skall|minst|högst|senast|fler|färre)\b|\b(?:ö|mins)ka", re.IGNORECASE)
"""Words by which a number is one to be reached."""


class Opened(NamedTuple):
    """What a block opens, and what it says itself: nothing where it is a heading."""

    head: Head
    said: str


def heads_by_content(flow: Sequence[Block]) -> dict[int, Opened]:
    """By their place in the running text, the blocks that open goals, activities or indicators by what they head."""
    places: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
    for at, block in enumerate(flow):
        label = _LABELLED.match(block.text) if isinstance(block, Paragraph) else None
        if isinstance(block, Heading):
            name = _WHO if names_actor(block.text) and _items_below(flow, at) else _name(block.text)
            places[block.kind, name].append((at, ""))
        elif label is not None:
            places[block.kind, _name(label[1])].append((at, label[2]))
    known = _suggested(flow)
    for (_, name), found in places.items():
        if len(found) >= _FEWEST_PLACES and (
            _may_open(name) or (_EXPECTED.match(name) and not any(map(_heads_goals, flow)))
        ):
            lists = [[] if said else _items_below(flow, at) for at, said in found]
            if FOLLOWS_UP.match(name) and all(lists):
                kind = agreed_kind([text for items in lists for text in items], _FEWEST_ITEMS)
            else:
                texts = [text for at, said in found for text in ([said] if said else _texts_below(flow, at))]
                fewest = _FEWEST_IN_PROSE if FOLLOWS_UP.match(name) else _FEWEST_TEXTS
                kind = agreed_kind(texts, fewest, listed=sum(map(len, lists)) >= _MOSTLY_LISTED * len(texts))
                kind = "goal" if _UNDERTAKING.search(name) and are_goals(texts) else kind
                kind = None if kind == "goal" and _are_counts(texts) else kind
                kind = "goal" if kind is None and _TARGETS.match(name) and _stands_beside_acts(flow, found) else kind
                kind = None if kind == "goal" and _stands_beside_goals(flow, found) else kind
            if kind == "indicator" or (kind in ("goal", "activity") and not FOLLOWS_UP.match(name)):
                known |= {at: Opened(Head(kind), said) for at, said in found}
    return known


def _suggested(flow: Sequence[Block]) -> dict[int, Opened]:
    """Headings whose words suggest what the texts right below them are; not where headings of their own sort these."""
    known: dict[int, Opened] = {}
    for at, block in enumerate(flow):
        if not isinstance(block, Heading) or len(block.text) > _LONGEST:
            continue
        heads_targets = _TARGETS.match(_name(block.text)) and len(_items_below(flow, at)) >= _FEWEST_ITEMS
        targets = Head("goal") if heads_targets else None
        if targets is None and OTHERS.search(block.text):
            continue
        head = targets or suggested_head(_NUMBER.sub("", block.text.strip())) or _measured_by(flow, at)
        after = next((b for b in flow[at + 1 :] if isinstance(b, Heading)), None)
        if head is None or (after is not None and after.level > block.level):
            continue
        readings = read_kinds(_items_or_all(flow, at))
        agree = sum(reading.kind == head.kind for reading in readings)
        if readings and agree >= _AGREE * len(readings):
            known[at] = Opened(head, "")
    return known


def _measured_by(flow: Sequence[Block], at: int) -> Head | None:
    """What a heading on how the plan is followed up may open: the measures of the list below it."""
    items = _items_below(flow, at)
    return Head("indicator") if len(items) >= _FEWEST_ITEMS and FOLLOWS_UP.match(_name(flow[at].text)) else None


def _items_or_all(flow: Sequence[Block], at: int) -> list[str]:
    """What stands below a heading: the items of its lists, which prose between them only introduces; else all of it."""
    return _items_below(flow, at) or _texts_below(flow, at)


def _items_below(flow: Sequence[Block], at: int) -> list[str]:
    return [block.text for block in _below(flow, at) if isinstance(block, ListItem)]


def _below(flow: Sequence[Block], at: int) -> list[Block]:
    """What stands between a heading and the next one."""
    return list(takewhile(lambda b: not isinstance(b, Heading), flow[at + 1 :]))


def _name(text: str) -> str:
    return _NUMBER.sub("", text.strip()).rstrip(" :?.").casefold()


def _may_open(name: str) -> bool:
    """Whether the words leave open what the heading opens."""
    if _UNDERTAKING.search(name):
        return len(name) <= _LONGEST
    if not 0 < len(name) <= _LONGEST or head_of(name) is not None or run_in_head(f"{name}: x") is not None:
        return False
    if FOLLOWS_UP.match(name):
        return True
    others = OTHERS.search(name) is not None and _TARGETS.match(name) is None
    return label_of(name) is None and not ENDS_SECTION.match(name) and not others


def _are_counts(texts: Sequence[str]) -> bool:
    """Whether most of the texts tell how many there are of something: "480 födda barn per år" reads as a target."""
    counts = sum(_COUNT.match(text) is not None and _AIM.search(text) is None for text in texts)
    return 2 * counts > len(texts)


def _heads_goals(block: Block) -> bool:
    head = leading_head(block.text)
    return head is not None and head.kind == "goal"


def _stands_beside_goals(flow: Sequence[Block], found: Sequence[tuple[int, str]]) -> bool:
    """Whether most places have the goals' own head in the same area: what stands here says why they are the goals."""
    beside = sum(any(map(_heads_all_goals, _area_around(flow, at))) for at, _ in found)
    return beside >= _AGREE * len(found)


def _stands_beside_acts(flow: Sequence[Block], found: Sequence[tuple[int, str]]) -> bool:
    """Whether most places have the head of their area's acts too: what such a part aims at, it is to reach."""
    beside = sum(any(map(_heads_acts, _area_around(flow, at))) for at, _ in found)
    return beside >= _AGREE * len(found)


def _area_around(flow: Sequence[Block], at: int) -> list[Block]:
    """What stands between the nearest headings above the block's own level, before it and after it."""
    own = flow[at]

    def is_inside(block: Block) -> bool:
        return not isinstance(block, Heading) or (isinstance(own, Heading) and block.level >= own.level)

    return [*takewhile(is_inside, reversed(flow[:at])), *takewhile(is_inside, flow[at + 1 :])]


def _heads_acts(block: Block) -> bool:
    head = leading_head(block.text) if isinstance(block, Heading | Paragraph) else None
    return head is not None and head.kind == "activity"


def _heads_all_goals(block: Block) -> bool:
    """A head of an area's goals; those near in time may be apart from others."""
    head = head_of(block.text) if isinstance(block, Heading | Paragraph) else None
    return head is not None and head.kind in ("goal", "priority_areas") and head.horizon == "unspecified"


def _texts_below(flow: Sequence[Block], at: int) -> list[str]:
    """The paragraphs and items under the heading; none where a table or an answer stands among them."""
    below = [b for b in _below(flow, at) if not isinstance(b, Note)]
    return [b.text for b in below] if all(isinstance(b, Paragraph | ListItem) for b in below) else []
