"""Acts that codes count in running text: "1:2. Öppna en jour. Ansvar: Omsorgsnämnden. Kostnad: 80 000 kr."

Paragraphs that begin with codes of one shape, each greater than the one before, are a plan's counted texts. They are
its activities where most of them are to the model of kinds, as far as who does them is told.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from extractors.plans.heads import Head, head_of
from extractors.plans.heads_by_content import Opened
from extractors.plans.kinds_model import agreed_kind
from extractors.plans.pieces import pieces_of
from models.blocks import Block, Paragraph

_COUNTED = re.compile(
    r"^(?P<letter>[A-ZÅÄÖ]{0,2})(?P<number>\d{1,2}(?:[.:]\d{1,2}){0,2})(?P<sign>[.:)]?)\s+(?P<said>[A-ZÅÄÖ].{9,})$",
    re.DOTALL,
)
_FEWEST = 3


def counted_texts(flow: Sequence[Block]) -> dict[int, Opened]:
    """By their place in the running text, the paragraphs that are acts counted by codes, and what they say of them."""
    alike: dict[tuple[int, str, bool], list[tuple[int, str, Paragraph]]] = defaultdict(list)
    for at, block in enumerate(flow):
        if not isinstance(block, Paragraph) or head_of(block.text) is not None:
            continue
        counted = _COUNTED.match(block.text)
        if counted is not None:
            shape = (len(_numbers(counted["number"])), counted["sign"], bool(counted["letter"]))
            code = counted["letter"] + counted["number"]
            alike[shape].append((at, code, block.model_copy(update={"text": counted["said"]})))
    known: dict[int, Opened] = {}
    for found in alike.values():
        acts = [pieces_of(said)[0].text for _, _, said in found]
        if _go_on([code for _, code, _ in found]) and agreed_kind(acts, _FEWEST) == "activity":
            known |= {at: Opened(Head("activity", number=code), said.text) for at, code, said in found}
    return known


def _go_on(codes: Sequence[str]) -> bool:
    """Whether each is greater than the one before; letters count for more than numbers."""
    keys = [("".join(c for c in code if c.isalpha()), _numbers(code)) for code in codes]
    return all(before < after for before, after in pairwise(keys))


def _numbers(code: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", code)))
