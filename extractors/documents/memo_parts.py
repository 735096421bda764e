"""What a memo is made of, by its headings: a proposed decision, with a summary, a background, annexes and the like."""

import re
from collections.abc import Sequence

_HEAD_NUMBER = re.compile(r"^\d{1,2}(?:\.\d+)*[.)]?\s+(?=[A-ZÅÄÖ])")
_PROPOSAL = re.compile(
    r"^(?:\w+s |\w+ens )?förslag(?: till (?:beslut|yttrande))?$|^beslutsförslag$|^beslut$", re.IGNORECASE
)
_MEMO_PART = re.compile(
    r"^(?:(?P<summary>sammanfattning|ärendet i korthet)|(?P<matter>ärende(?:t|beskrivning)|beskrivning av ärendet)"
    r"|(?P<background>bakgrund|tidigare beslut)|(?P<money>ekonomi|finansiering|(?:ekonomiska )?konsekvenser)"
    r"|(?P<children>barn)|(?P<sent>beslut(?:et)? (?:expedieras|skickas)|skickas till|sändlista|kopia till)"
    r"|(?P<grounds>(?:motivering|skäl(?:en)?) (?:till|för) (?:beslut|förslag)\w*|beslutsmotivering)"
    r"|(?P<appeal>beslutet kan (?:inte )?överklagas|(?:så här |hur man )?överklaga[rn]?)"
    r"|(?P<deciders>de som (?:har )?(?:medverkat|deltagit) i beslutet|beslutsgång|yrkanden)"
    r"|(?P<annexes>bilagor|(?:besluts)?underlag|handlingar i ärendet))",
    re.IGNORECASE,
)
_ENOUGH_PARTS = 2
_SHORT = 4
"""Headings, title and letterhead among them, of a decision that has but a summary beside it."""
_SECTION_WORDS = 3
"""`Ekonomiska konsekvenser` heads a section; `Ekonomisk redovisning av statsbidrag 2025` is a title."""


def unnumbered(text: str) -> str:
    """A heading without its number: where all headings are numbered the title and a memo's sections are too."""
    return _HEAD_NUMBER.sub("", text)


def is_proposal(text: str) -> bool:
    """True for what heads a proposed decision: `Förslag till beslut`."""
    return _PROPOSAL.match(text) is not None


def is_memo_part(text: str) -> bool:
    """True for a heading of a memo's sections: `Ekonomi`, `Bilagor`, `Beslutet skickas till`."""
    return _MEMO_PART.match(unnumbered(text)) is not None and len(text.split()) <= _SECTION_WORDS


def proposes_with_parts(headings: Sequence[str]) -> bool:
    """True where a proposed decision is among the headings, with a memo's other parts."""
    heads = [unnumbered(text.strip()).rstrip(":") for text in headings]
    parts = {match.lastgroup for head in heads if (match := _MEMO_PART.match(head)) is not None}
    enough = len(parts) >= (_ENOUGH_PARTS if len(heads) > _SHORT else 1)
    return enough and any(map(is_proposal, heads))
