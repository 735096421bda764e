"""What is said before a table of what its sums are, where neither its heads nor its title do.

"Medlen föreslås fördelas enligt tabellen nedan": the sums below `Belopp` are what is allocated. Where nothing is said
so, a decision on a grant lists what is granted, and a memo on how one is shared out lists the shares.
"""

import re
from collections.abc import Sequence

from extractors.amounts.kinds import Role, role_named
from extractors.sentences import SENTENCE_OR_FIGURE
from models.blocks import Block, Heading, Note, Paragraph, Table
from models.rows import AmountKind, DocType

_POINTS_DOWN = re.compile(r"\b(?:tabell(?:en)?|nedan(?:stående)?|följande|som följer|så här)\b", re.IGNORECASE)
"""How a sentence speaks of a table."""
_DECISION = re.compile(r"beslut (?:om|gällande|angående) [^.]*(?:bidrag|medel)", re.IGNORECASE)
_TELLING: frozenset[Role | None] = frozenset(
    ["granted", "requisitioned", "received", "allocated", "planned", "spent", "remaining", "repayable"]
)
_CAPTION = 90
"""Letters of a caption or a heading that may stand between the sentence and the table."""


def leads_of(
    blocks: Sequence[Block], doc_type: DocType, title: str | None, costs_are: AmountKind
) -> list[AmountKind | None]:
    """One kind for each table, in order; None where nothing before it tells one.

    What was shared out in a report of use has been used: there it tells nothing more.
    """
    titled = _of_title(title) if doc_type == "memo" and title is not None and costs_are == "planned" else None
    flow = [b for b in blocks if not isinstance(b, Note) or b.note == "caption"]
    found: list[AmountKind | None] = []
    for at, block in enumerate(flow):
        if isinstance(block, Table):
            told = _of_sentence(flow[max(0, at - 2) : at])
            found.append(None if told == "allocated" and costs_are == "spent" else told or titled)
    return found


def _of_sentence(before: Sequence[Block]) -> AmountKind | None:
    """By the last sentence of the text before the table; a caption or a heading may stand between."""
    for block in reversed(before):
        if isinstance(block, Paragraph):
            sentence = SENTENCE_OR_FIGURE.split(block.text.strip())[-1]
            if _POINTS_DOWN.search(sentence):
                return _telling(role_named(sentence))
        if not isinstance(block, Heading | Note | Paragraph) or len(block.text) > _CAPTION:
            return None
    return None


def _of_title(title: str) -> AmountKind | None:
    named = _telling(role_named(title))
    return "allocated" if named == "allocated" else "granted" if named is None and _DECISION.match(title) else None


def _telling(role: Role | None) -> AmountKind | None:
    return role if role in _TELLING and role != "cost" else None
