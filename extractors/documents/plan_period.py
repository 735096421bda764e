"""The period that a plan gives itself in its text: `Handlingsplanen gäller 2024-2026`, `Giltighetstid: 2024-2026`."""

import re
from collections.abc import Iterator, Sequence

from extractors.numbers.years import YearMention, find_years
from extractors.sentences import SENTENCE_END
from models.blocks import Answer, Block, Heading, ListItem, Paragraph, Table

_ITSELF = re.compile(
    r"\b(?:aktuell|denna|nuvarande|den här|vår)\s+(?:\w+\s+){0,2}(?:\w*plan(?:en)?|inriktning(?:en)?|\w*strategin?)\b"
    r"|^(?:\w*planen|inriktningen|\w*strategin|dokumentet)\b|\b(?:handlings|läns|åtgärds|aktivitets)planen\b",
    re.IGNORECASE,
)
"""The plan as it speaks of itself."""
_LASTS = re.compile(
    r"\b(?:gäller|är (?:antagen|giltig|beslutad|framtagen)|omfattar|avser|sträcker sig|löper|spänner)\b", re.IGNORECASE
)
"""Present tense: what was in force is another plan."""
_BEGINS_LABEL = re.compile(r"^(?:gäller|giltig\w*|planperiod\w*|avser)\b", re.IGNORECASE)
_LABEL = re.compile(_BEGINS_LABEL.pattern + r"[^\d]{0,30}$", re.IGNORECASE)
_PERIOD = re.compile(r"(?:(?:för|under)\s+)?(?:plan)?period(?:en)?\s*:?", re.IGNORECASE)
"""Before nothing but the years, as a sentence of its own."""
_OF_OTHERS = re.compile(
    r"\b(?:tidigare|föregående|förra|gällande avtal|överenskommelse\w*|regering\w*|nationell\w*)\b", re.IGNORECASE
)
_LONGEST = 15
"""Years that a plan lasts at most."""


def is_of_others(heading: str) -> bool:
    """True where a heading is of other plans than the one that it stands in: `Tidigare versioner 2016-2020`."""
    return re.match(r"(?:tidigare|föregående|förra)\b", heading, re.IGNORECASE) is not None


def stated_period(blocks: Sequence[Block]) -> tuple[int, int] | None:
    """The first and last year that a plan says it is of, in a sentence or beside a label; None for none or two."""
    told = {span for block in blocks for span in _spans(block)}
    return told.pop() if len(told) == 1 else None


def _spans(block: Block) -> Iterator[tuple[int, int]]:
    if isinstance(block, Table):
        at = {(cell.row, cell.col): cell.text for cell in block.cells}
        for (row, col), label in at.items():
            if _LABEL.match(label):
                yield from _ranges(at.get((row, col + 1), ""))
        return
    if isinstance(block, Answer):
        if _LABEL.match(block.label):
            yield from _ranges(block.value or "")
        return
    if not isinstance(block, Heading | Paragraph | ListItem):
        return
    for sentence in SENTENCE_END.split(block.text):
        # Years are looked for only where the words can tell of a period.
        tells = _LASTS.search(sentence) or _BEGINS_LABEL.match(sentence) or _PERIOD.match(sentence)
        mentions = list(_mentions(sentence)) if tells else []
        if len(mentions) != 1:
            continue
        told = mentions[0]
        written = sentence.find(str(told.first), told.start)
        head = sentence[: written if written >= 0 else told.start]
        itself = _ITSELF.search(head) and _LASTS.search(head) and not _OF_OTHERS.search(head)
        alone = _PERIOD.fullmatch(head.strip()) and not sentence[told.end :].strip(" .")
        if itself or alone or _LABEL.match(head):
            yield told.first, told.last


def _ranges(text: str) -> Iterator[tuple[int, int]]:
    return ((mention.first, mention.last) for mention in _mentions(text))


def _mentions(text: str) -> Iterator[YearMention]:
    """Periods of several years, as many as a plan may last."""
    return (each for each in find_years(text) if each.kind == "range" and 0 < each.last - each.first <= _LONGEST)
