"""Headings and paragraphs' leads that state a goal themselves: "Åtagande 2: Alla barn ska ha någon att prata med".

Each is a clause on what shall be, alone or behind a word that counts it; there are several alike, the model of kinds
reads most of them as goals, and none has goals under a head of its own below it.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from extractors.plans.heads import Head, leading_head, without_number
from extractors.plans.heads_by_content import Opened
from extractors.plans.kinds_model import read_kinds
from extractors.plans.phrases import OTHERS
from extractors.sentences import SENTENCE_END
from models.blocks import Block, Heading, Paragraph

_FEWEST = 2
_AGREE = 2 / 3
"""The share of those alike that state what shall be, and that the model must read as goals."""
_COUNTED = re.compile(
    r"^(?P<word>[A-ZÅÄÖ][a-zåäö]{3,24})\s+(?P<number>[A-ZÅÄÖ]?\d{1,2}|[A-ZÅÄÖ])\s*[:.)–-]\s+(?P<said>\S.*)$", re.DOTALL
)
_TO_REACH_IT = re.compile(r"^för\s+att\s+(?:upp)?nå\s+(?:målet|detta|det)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"^[A-ZÅÄÖ](?:[^.:?!]*\s){3}[^.:?!]*\.$")
"""A heading that is a whole sentence: "Den ofrivilliga ensamheten minskar i alla åldrar."."""
_SHALL = re.compile(
    r"^(?!(?:vad|vart|hur|när|var|vem|vilk(?:a|en|et)|varför|så|det\s+här|detta|därför|då|för\s+att|om)\b)"
    r"[^.:?]{2,90}?(?<!\bsom)\s+(?:ska|skall)\s+[^.:?]{4,}\.?$",
    re.IGNORECASE,
)
"""A clause of its own: neither a question, nor an answer's beginning ("Så ska vi ..."), nor a relative clause."""


def stated_goals(flow: Sequence[Block]) -> dict[int, Opened]:
    """By their place in the running text, the headings and paragraphs that state a goal, and what they say."""
    alike: dict[tuple[str, int, str], list[tuple[int, Opened]]] = defaultdict(list)
    for at, block in enumerate(flow):
        counted = _COUNTED.match(block.text) if isinstance(block, Heading | Paragraph) else None
        level = block.level if isinstance(block, Heading) else 0
        if counted is not None:
            opened = Opened(Head("goal", number=counted["number"]), counted["said"])
            alike[block.kind, level, counted["word"]].append((at, opened))
        elif isinstance(block, Heading):
            alike[block.kind, level, ""].append((at, Opened(Head("goal"), without_number(block.text))))
        elif isinstance(block, Paragraph) and block.framed:
            alike["framed", 0, "framed"].append((at, Opened(Head("goal"), block.text)))
    known: dict[int, Opened] = {}
    for (_, _, word), all_found in alike.items():
        found = _said_once(all_found)
        by_sentences = _are_sentences([flow[at] for at, _ in found])
        stated = [
            (at, opened) for at, opened in found if _states(flow[at].text, opened.said, by_sentences=by_sentences)
        ]
        if len(stated) >= max(_FEWEST, _AGREE * len(found) if word else 0) and not (
            any(_has_goals_below(flow, at) for at, _ in stated)
            or all(_has_goals_below(flow, at, set_larger=True) for at, _ in stated)
        ):
            readings = read_kinds([opened.said for _, opened in stated])
            if sum(reading.kind == "goal" for reading in readings) >= _AGREE * len(readings):
                known |= dict(stated)
    return known


def goals_led_from(flow: Sequence[Block]) -> dict[int, Opened]:
    """By their place, the paragraphs that state the goal which the next one leads on from: "För att nå målet ska vi".

    Where a head of goals stands above them they are goals already.
    """
    known: dict[int, Opened] = {}
    headed = False
    for at, (block, below) in enumerate(pairwise(flow)):
        head = leading_head(block.text) if isinstance(block, Heading | Paragraph) else None
        headed = (head is not None and head.kind == "goal") or (headed and not isinstance(block, Heading))
        leads_on = isinstance(below, Heading | Paragraph) and _TO_REACH_IT.match(below.text) is not None
        if leads_on and isinstance(block, Paragraph) and not headed and head is None and _states_goal(block.text):
            known[at] = Opened(Head("goal"), block.text)
    return known


def _states_goal(text: str) -> bool:
    """Whether it is one sentence, of the plan's own, that the model reads as a goal."""
    own = len(SENTENCE_END.split(text)) == 1 and not OTHERS.search(text)
    return own and read_kinds([text])[0].kind == "goal"


def _said_once(found: list[tuple[int, Opened]]) -> list[tuple[int, Opened]]:
    """Without those that come again word by word: they head something in each part ("Vi ska uppnå")."""
    counts = Counter(opened.said.casefold() for _, opened in found)
    return [(at, opened) for at, opened in found if counts[opened.said.casefold()] == 1]


def _are_sentences(blocks: Sequence[Block]) -> bool:
    """Whether most are headings that are whole sentences: then each says what it heads."""
    sentences = sum(isinstance(b, Heading) and _SENTENCE.match(without_number(b.text)) is not None for b in blocks)
    return sentences >= _AGREE * len(blocks)


def _states(text: str, said: str, *, by_sentences: bool) -> bool:
    """by_sentences: the headings of its level are whole sentences."""
    says = _SHALL.match(said) is not None or (by_sentences and _SENTENCE.match(said) is not None)
    return says and leading_head(text) is None and not OTHERS.search(said)


def _has_goals_below(flow: Sequence[Block], at: int, *, set_larger: bool = False) -> bool:
    """Whether a head of goals stands between this text and the next heading of its level, or above.

    set_larger: or is that next heading itself, set larger than what it heads the goals of.
    """
    own = flow[at]
    for block in flow[at + 1 :]:
        ends = isinstance(block, Heading) and (not isinstance(own, Heading) or block.level <= own.level)
        head = leading_head(block.text) if isinstance(block, Heading | Paragraph) else None
        if head is not None and head.kind == "goal" and (set_larger or not ends):
            return True
        if ends:
            return False
    return False
