"""What a letter or memo is known by: the lines of its head, and the decision that it proposes."""

import re
from collections.abc import Iterable, Sequence

from extractors.documents.memo_parts import is_proposal
from extractors.numbers.diary_words import DIARY_NAME, DIARY_WORD
from models.blocks import Block, Table

_KIND = re.compile(
    r"^(?:tjänsteskrivelse|tjänsteutlåtande|ordförande(?:ns )?förslag|protokollsutdrag|sammanträdesprotokoll|kallelse"
    r"|pm|promemoria|remissvar|yttrande|skrivelse|beslut|missiv|rapport|ansökan|redovisning|rekvisition)\b.{0,24}$",
    re.IGNORECASE,
)
_MEMO_KIND = re.compile(
    r"^(?:tjänsteskrivelse|tjänsteutlåtande|ordförande(?:ns )?förslag|protokollsutdrag|pm|promemoria)\b.{0,24}$",
    re.IGNORECASE,
)
_DECISION = "BESLUT"
_DATE = re.compile(r"^(?:datum:?\s*)?(?:20\d\d-\d\d-\d\d|\d{1,2} [a-zé]{3,9} 20\d\d)$", re.IGNORECASE)
_PAGE = re.compile(r"(?<=\d)\s+(?:sid(?:a|\.)?\s*)?\d{1,3}\s?\(\d{1,3}\)$", re.IGNORECASE)
"""The page's number behind the day: `2024-03-05   4 (9)`."""
_NUMBER = re.compile(
    rf"^(?:(?:vår )?{DIARY_NAME}\b.{{0,40}}|[A-ZÅÄÖ]{{1,5}}[ /-]?(?:19|20)\d\d[:/-]\d{{1,6}}"
    r"|[A-ZÅÄÖ]{2,5}/\d{1,6}/20\d\d)$",
    re.IGNORECASE,
)
_NUMBER_FIRST = re.compile(
    rf"^(?:vår )?{DIARY_NAME}:?\s(?:[A-ZÅÄÖ]{{1,5}}[ /-]?)?\d[\d/:-]*\d(?=\.\s+[A-ZÅÄÖ])", re.IGNORECASE
)
"""A diary number that a sentence follows on its line: `Dnr 2021/14. Rapport till nämnden.`"""
_ROLE = re.compile(
    rf"^(?:referens|mottagare|handläggare|till\s+\S+nämnden|datum|{DIARY_WORD}|kontakt)\b.{{0,60}}$", re.IGNORECASE
)
_SUMMARY = re.compile(
    r"^(?:sammanfattning(?: av ärendet)?|ärendet i korthet|ärendet|ärendebeskrivning)$", re.IGNORECASE
)
_LETTERHEAD_BLOCKS = 12
"""A letterhead with its title is no more than so many blocks."""
_SOON = 3
"""Among so many headings below its title a memo proposes its decision or sums up."""


def letterhead_lines(blocks: Iterable[Block]) -> frozenset[str]:
    """Which kinds of lines a letter's head is made of stand among the blocks, each with its words."""
    found: set[str] = set()
    for block in blocks:
        text = _PAGE.sub("", block.text.strip())
        for kind, pattern in (("kind", _KIND), ("date", _DATE), ("number", _NUMBER), ("role", _ROLE)):
            if pattern.match(text):
                found.add(f"{kind} {text.casefold()}")
                break
        if (number := _NUMBER_FIRST.match(text)) is not None:
            found.add(f"number {number[0].casefold()}")
    return frozenset(found)


def is_memo_head(blocks: Sequence[Block]) -> bool:
    """True where the first page's letterhead calls the letter a memo."""
    first = [b for b in blocks if b.place.page == 1][:_LETTERHEAD_BLOCKS]
    texts = [c.text for b in first if isinstance(b, Table) for c in b.cells] + [b.text for b in first]
    lines = [line.strip() for text in texts for line in text.split("\n")]
    return any(map(_MEMO_KIND.match, lines)) or _is_decision(lines)


def _is_decision(lines: Sequence[str]) -> bool:
    """True where the head calls the letter a decision, in capitals, with its day and its diary number."""
    if _DECISION not in lines or any("protokoll" in line.casefold() for line in lines):
        return False
    return any(map(_DATE.match, lines)) and any(map(_NUMBER.match, lines))


def proposes(headings: Sequence[str]) -> bool:
    """True where a proposed decision or a summary is among the first headings below a title."""
    return any(is_proposal(h.strip(" :")) or _SUMMARY.match(h.strip(" :")) for h in headings[:_SOON])
