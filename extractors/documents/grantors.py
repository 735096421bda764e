"""Which body gives a grant: the one that the document says distributes, pays or is accounted to."""

import re
from collections.abc import Sequence

from extractors.sentences import SENTENCE_END
from models.blocks import Block, Note, Table

_BODY = re.compile(
    r"\b(?P<name>Socialstyrelsens?|Folkhälsomyndighetens?|Länsstyrelse(?:n|rna)s?|Kammarkollegiets?|Skolverkets?"
    r"|Arvsfondens?|Sveriges [Kk]ommuner och (?:[Ll]andsting|[Rr]egioner)|SKR|SKL)\b"
)
_SHORT = {"SKR": "Sveriges Kommuner och Regioner", "SKL": "Sveriges Kommuner och Landsting"}
_GIVES = re.compile(
    r"statsbidrag|stimulansmedel|fördela|bevilja|utbetal|betala\w* ut\b|utlys|rekvi|tilldela|återbetala|överenskom"
    r"|(?:redovisa|återrapport)\w*(?: \w+)? till",
    re.IGNORECASE,
)


def grantor_in(blocks: Sequence[Block]) -> str | None:
    """The body that most sentences of giving and accounting name, the first of those named as often."""
    counts: dict[str, int] = {}
    for block in blocks:
        if isinstance(block, Table | Note) or not _BODY.search(block.text):
            continue
        for sentence in SENTENCE_END.split(block.text):
            if _GIVES.search(sentence):
                for name in {_named(match["name"]): None for match in _BODY.finditer(sentence)}:
                    counts[name] = counts.get(name, 0) + 1
    return max(counts, key=lambda name: counts[name], default=None)


def _named(words: str) -> str:
    """In the form that a list has it: without genitive, written out."""
    name = _SHORT.get(words, words)
    return re.sub(r"s$", "", name) if name.endswith(("ens", "ets", "nas")) else name
