"""A text that holds several heads with their texts, cut at each: "Delmål. Alla får svar. Åtgärd. Öppna en jour."

Heads that run in are set in bold at the beginning of a line; where the lines stand close they are one paragraph. What
is told of an activity behind its full stop ("Öppna en jour. Ansvarig: Socialnämnden. Tidsram: 2026.") is cut off too.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar

from extractors.plans.heads import run_in_head
from extractors.plans.labels import Label, labelled
from extractors.plans.phrases import OTHERS
from models.blocks import ListItem, Paragraph

_Text = TypeVar("_Text", Paragraph, ListItem)

_CUT = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ][^:.?!]{2,44}[:.?]\s)")
_CODED = re.compile(r"(?<!\S)(?P<above>[A-ZÅÄÖ]\.?(?:\d{1,2}\.)*|(?:\d{1,2}\.)+)(?P<last>\d{1,2})\s+(?=[A-ZÅÄÖ])")
_LABELLED = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ][^:.?!]{2,44}:\s)")
_LABEL_BEHIND = re.compile(r"(?<=\S)\s+(?=[A-ZÅÄÖ][^:.?!]{2,30}[:?]\s)")
_LABELLED_GOAL = re.compile(r"[^:.?!]{2,44}:\s")
_BEHIND: frozenset[Label] = frozenset(["responsible", "years"])
"""Who does an activity, and when, is told behind it; for whom is part of what is done."""


def pieces_of(block: _Text) -> list[_Text]:
    """The text itself, or one for each head in it, with its text; every one stands in the whole's place."""
    texts = _cut(block.text, _starts(block))
    return [block] if texts == [block.text] else [block.model_copy(update={"text": text}) for text in texts]


def _starts(block: _Text) -> list[int]:
    """Where pieces begin behind the first one."""
    counted = _counted_on(block.text)
    if counted:
        return counted
    if labelled(block.text) is not None and (lines := _labels_behind(block.text)):
        return lines
    starts = [m.end() for m in _CUT.finditer(block.text) if _has_head(block.text[m.end() :])]
    if isinstance(block, ListItem) or not starts:
        starts = _told_behind(block.text)
    elif not _has_head(block.text):
        starts = _states_behind(block.text, starts) or _told_behind(block.text)
    return starts


def _counted_on(text: str) -> list[int]:
    """Where the next codes begin in a text that begins with one ("1.2.1 Utbilda chefer 1.2.2 Starta en jour")."""
    first = _CODED.match(text)
    starts: list[int] = []
    for code in _CODED.finditer(text, first.end()) if first is not None else ():
        before = first if not starts else _CODED.match(text, starts[-1])
        if before and code["above"] == before["above"] and int(code["last"]) == int(before["last"]) + 1:
            starts.append(code.start())
    return starts


def _labels_behind(text: str) -> list[int]:
    """Where labels begin behind the first one on a line: "Ansvar: Regionen  Tidplan: 2026"."""
    return [m.end() for m in _LABEL_BEHIND.finditer(text) if (line := labelled(text[m.end() :])) and line[0] in _BEHIND]


def _has_head(text: str) -> bool:
    return run_in_head(text) is not None or labelled(text) is not None


def _states_behind(text: str, starts: Sequence[int]) -> list[int]:
    """Where a goal's head and what follows it begin behind other prose: "Frånvaron ökar. Mål: Alla elever ..."."""
    for at, start in enumerate(starts):
        run_in = run_in_head(text[start:])
        if run_in is not None and run_in[0].kind == "goal" and _LABELLED_GOAL.match(text, start):
            return [] if OTHERS.search(text[:start]) else list(starts[at:])
    return []


def _told_behind(text: str) -> list[int]:
    """Where the labelled sentences begin that end the text, none other among them, one of whom or when."""
    starts = [m.end() for m in _LABELLED.finditer(text)]
    said = [text[start:end] for start, end in pairwise([*starts, len(text)])]
    last_other = max((at for at, sentence in enumerate(said) if not _has_head(sentence)), default=-1)
    lines = [labelled(sentence) for sentence in said[last_other + 1 :]]
    return starts[last_other + 1 :] if any(line is not None and line[0] in _BEHIND for line in lines) else []


def _cut(text: str, starts: list[int]) -> list[str]:
    return [text[start:end].strip() for start, end in pairwise([0, *starts, len(text)])]
