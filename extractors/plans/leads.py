"""Lead-ins to lists whose words leave open what they announce, known by the list too: "Under perioden ska nämnden".

A lead-in is an unfinished clause right above a list: it ends in a colon, or in no sign at all. One that tells what
the plan's people are to do leads to acts, one on goals or measures to these, where the items are that to the model of
kinds; of those who shall do something ("Omsorgsförvaltningen ska") the items of all such lists tell together. What
others demand ("Enligt skollagen ska rektor:") and what the plan is for ("Syftet är att") lead to nothing.
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from extractors.plans.commitments import is_infinitive
from extractors.plans.heads import Head
from extractors.plans.kinds_model import read_kinds
from extractors.plans.phrases import ENDS_SECTION, OTHERS, years_announced
from extractors.plans.undertaking import is_to_act
from extractors.sentences import SENTENCE_END
from models.blocks import Block, Heading, ListItem, Paragraph
from models.rows import TextKind

_AGREE = 2 / 3
"""The share of the items that the model must read as what the words announce."""
_ENDS_OPEN = re.compile(r"(?:[:…]|(?<![.!?:;]))$")
_FEWEST_WORDS = 2
_THIS = re.compile(r"\b(?:överenskommelsen|strategin)\b", re.IGNORECASE)
"""What is followed up by these measures can call itself so."""
_NOT_TO_DO = re.compile(
    r"\w*lag(?:en|ar|stiftning(?:en)?)\b|\bsyfte|\bsyftar|\buppgift|\bansvarar?\b|\bvision|\bhittills\b|\bredan\b"
    r"|\bfrågor\b|\bhandlar\s+om\b|\bbehov(?:en|et)?\b",
    re.IGNORECASE,
)
"""What is demanded, striven for, done already or asked, in the words of a lead-in."""
_TO_DO = re.compile(
    r"\b(?:ska|skall|kommer|planerar|planeras|avser|tänker|åtar|genomför|genomförs|genomföra|gör|görs|göra|satsar"
    r"|satsas|genom(?:\s+att)?|insatser|åtgärder|aktiviteter)\b",
    re.IGNORECASE,
)
_TO_REACH = re.compile(
    r"\b\w*(?:mål|målen|målet|målsättning(?:en|ar|arna)?)\b|\b(?:upp)?nå(?:tt|s|dd|tts)?\b", re.IGNORECASE
)
_TO_MEASURE = re.compile(
    r"\b(?:\w*mått(?:en)?|mätetal(?:en)?|nyckeltal(?:en)?|indikator(?:er|erna)?|mäts?|mäter|följs|följer|följas|mätas)\b",
    re.IGNORECASE,
)


def leads_in(flow: Sequence[Block]) -> dict[int, Head]:
    """By their place in the running text, the paragraphs that lead to goals, activities or indicators in a list."""
    found: dict[int, Head] = {}
    to_act: dict[int, list[str]] = {}
    ended = others = False
    for at, block in enumerate(flow):
        if isinstance(block, Heading):
            ended, others = ENDS_SECTION.match(block.text) is not None, OTHERS.search(block.text) is not None
        if not others and isinstance(block, Paragraph):
            items = [b.text for b in takewhile(lambda below: isinstance(below, ListItem), flow[at + 1 :])]
            lead = lead_of(block.text)[1]
            if items and not ended and is_to_act(lead):
                to_act[at] = items
            head = _led_to(lead, items) if items else None
            if head is not None and (head.kind == "indicator" or not ended):
                found[at] = head
    if _are([item for items in to_act.values() for item in items], "activity"):
        found = {at: Head("activity", years=years_announced(flow[at].text)) for at in to_act} | found
    return found


def lead_of(text: str) -> tuple[str, str]:
    """A paragraph's sentences before its last one, and the last one: that is the lead-in."""
    *before, last = SENTENCE_END.split(text.strip())
    return " ".join(before), last


def _led_to(lead: str, items: Sequence[str]) -> Head | None:
    if not _ENDS_OPEN.search(lead) or len(lead.split()) < _FEWEST_WORDS:
        return None
    if _TO_MEASURE.search(lead) and not OTHERS.search(_THIS.sub("", lead)) and _are(items, "indicator"):
        return Head("indicator")
    if OTHERS.search(lead) or _NOT_TO_DO.search(lead):
        return None
    if _TO_DO.search(lead) and (all(map(is_infinitive, items)) or _are(items, "activity")):
        return Head("activity", years=years_announced(lead))
    return Head("goal") if _TO_REACH.search(lead) and _are(items, "goal") else None


def _are(items: Sequence[str], kind: TextKind) -> bool:
    return sum(reading.kind == kind for reading in read_kinds(items)) >= _AGREE * len(items)
