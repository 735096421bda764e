"""What class a document is, by the words of its title, headings, running heads and text, and by its skeleton."""

import re
from collections.abc import Sequence

from extractors.forms.spans import forms_in
from extractors.plans.heads import head_of, run_in_head
from extractors.plans.tables import column_roles, is_plan_table
from models.blocks import Block, Heading, ListItem, Note, Paragraph, Table
from models.rows import DocType

CLASSES: tuple[tuple[DocType, re.Pattern[str]], ...] = (
    (
        "internal_control_plan",
        re.compile(
            r"internkontrollplan|plan för intern ?kontroll|internkontrollarbete|^intern kontroll(?: 20\d\d)?\b",
            re.IGNORECASE,
        ),
    ),
    (
        "grant_application",
        re.compile(r"^ansökan\b|ansökan om (?:statsbidrag|medel|bidrag)|rekvisition av", re.IGNORECASE),
    ),
    (
        "grant_report",
        re.compile(
            r"återrapport(?:ering)?\b|återredovisning|delredovisning"
            r"|redovisning (?:av|för) [^.]*(?:bidrag|medel|arbete|insatser)"
            r"|^enkät\b.*(?:bidrag|medel)|^så använde\b.*(?:bidrag|medel)|uppföljning av (?:\w+ )?(?:stats)?bidrag"
            r"|(?:bidrag|medel)[^.]* [–-] redovisning"
            r"|(?:ekonomisk redovisning|ekonomisk redogörelse)|slutredovisning|redovisning av statsbidrag",
            re.IGNORECASE,
        ),
    ),
    (
        "action_plan",
        re.compile(
            r"handlingsplan(?:en)?\b|länsplan|lokal(?:a)? (?:satsningar|plan)\b|åtgärdsplan|aktivitetsplan"
            r"|verksamhetsplan för psykisk|^plan för psykisk",
            re.IGNORECASE,
        ),
    ),
    (
        "direction",
        re.compile(r"^inriktning\b|\bgemensam inriktning\b|\binriktning för\b|\binriktningsdokument", re.IGNORECASE),
    ),
    (
        "memo",
        re.compile(
            r"tjänsteskrivelse|ordförandeförslag|^förslag till beslut|protokollsutdrag|remissvar|^yttrande",
            re.IGNORECASE,
        ),
    ),
)
_TITLE_WEIGHT, _HEADING_WEIGHT, _RUNNING_WEIGHT, _BODY_WEIGHT = 6.0, 2.0, 1.5, 0.3
_MANY_HEADINGS = 3
"""One word in many headings counts at most this many times."""

_OF_ITSELF: tuple[tuple[DocType, re.Pattern[str]], ...] = (
    (
        "grant_report",
        re.compile(r"\b(?:denna|den här)\s+(?:redovisning|återrapportering)|godkänn\w+\s+redovisning", re.IGNORECASE),
    ),
    ("action_plan", re.compile(r"\b(?:denna|den här|här)\s+(?:\w+\s+)?handlingsplan", re.IGNORECASE)),
    (
        "direction",
        re.compile(r"\b(?:denna|den här)\s+inriktning|\binriktningen\s+(?:är|utgår|tar)", re.IGNORECASE),
    ),
)
"""How a document speaks of itself."""
_ITSELF_WEIGHT = 2.5
_PROPOSAL = re.compile(
    r"^(?:\w+s |\w+ens )?förslag(?: till (?:beslut|yttrande))?$|^beslutsförslag$|^beslut$", re.IGNORECASE
)
_MEMO_PART = re.compile(
    r"^(?:(?P<summary>sammanfattning|ärendet i korthet)|(?P<matter>ärende(?:t|beskrivning)|beskrivning av ärendet)"
    r"|(?P<background>bakgrund|tidigare beslut)|(?P<money>ekonomi|finansiering|(?:ekonomiska )?konsekvenser)"
    r"|(?P<children>barn)|(?P<sent>beslut(?:et)? (?:expedieras|skickas)|sändlista|kopia till)"
    r"|(?P<annexes>bilagor|beslutsunderlag|handlingar i ärendet))",
    re.IGNORECASE,
)
_RISK = re.compile(r"riskvärde|sannolikhet", re.IGNORECASE)
_ENOUGH_PARTS = 2
_REMISS = re.compile(
    r"\bremiss(?:en|yttrande|svar)?\b|\bremissvar\b|\byttrande över\b|\bsynpunkter på\b.*\b(?:SOU|Ds)\b", re.IGNORECASE
)


def class_of(blocks: Sequence[Block], title: str | None) -> DocType:
    """The class whose words weigh most, in title, headings, running heads and text, in that order of weight."""
    scores: dict[DocType, float] = {}
    for doc_type, pattern in CLASSES:
        in_headings = sum(1 for b in blocks if isinstance(b, Heading) and pattern.search(b.text))
        running = sum(1 for b in blocks if isinstance(b, Note) and b.note == "running_head" and pattern.search(b.text))
        body = sum(1 for b in blocks[:120] if isinstance(b, Paragraph | ListItem) and pattern.search(b.text))
        scores[doc_type] = (
            (_TITLE_WEIGHT if title and pattern.search(title) else 0)
            + _HEADING_WEIGHT * min(in_headings, _MANY_HEADINGS)
            + _RUNNING_WEIGHT * min(running, 2)
            + _BODY_WEIGHT * min(body, 5)
        )
    text = "\n".join(b.text for b in blocks if isinstance(b, Paragraph | ListItem))
    for doc_type, pattern in _OF_ITSELF:
        scores[doc_type] += _ITSELF_WEIGHT if pattern.search(text) else 0.0
    if title and _REMISS.search(title):
        return "memo" if scores["memo"] > 0 else "other"
    if _is_memo(blocks):
        return "memo"
    scores["action_plan"] += _plan_evidence(blocks) + _skeleton_evidence(blocks)
    best = max(scores, key=lambda t: scores[t])
    return best if scores[best] >= _HEADING_WEIGHT else "other"


def _is_memo(blocks: Sequence[Block]) -> bool:
    """True where a proposed decision stands with a memo's other parts, and no form, plan or table of risks follows.

    What a memo is about names its title: an application, a report, a plan.
    """
    heads = [b.text.strip().rstrip(":") for b in blocks if isinstance(b, Heading)]
    proposes = any(_PROPOSAL.match(head) for head in heads)
    parts = {match.lastgroup for head in heads if (match := _MEMO_PART.match(head)) is not None}
    if not proposes or len(parts) < _ENOUGH_PARTS:
        return False
    tables = [b for b in blocks if isinstance(b, Table)]
    risks = any(_RISK.search(c.text) for t in tables for c in t.cells if c.role == "header")
    return not (forms_in(blocks) or risks or _plan_evidence(blocks) or _skeleton_evidence(blocks))


def _plan_evidence(blocks: Sequence[Block]) -> float:
    """Weight of a table whose rows are initiatives with goals: a local plan, whatever it calls itself."""
    tables = [column_roles(b) for b in blocks if isinstance(b, Table)]
    return 3.0 if any(is_plan_table(r) and {"goal", "activity"} <= set(r.values()) for r in tables) else 0.0


def _skeleton_evidence(blocks: Sequence[Block]) -> float:
    """Weight of heads that open goals and activities, as only a plan has them, again and again."""
    short = [b.text for b in blocks if isinstance(b, Heading) or (isinstance(b, Paragraph) and len(b.text) < 300)]
    heads = [h for text in short if (h := head_of(text) or (run_in_head(text) or (None,))[0]) is not None]
    goals = sum(1 for h in heads if h.kind == "goal")
    activities = sum(1 for h in heads if h.kind in ("activity", "numbered_activity"))
    return 4.0 if goals >= 2 and activities >= 2 else 0.0
