"""Lines that tell whose a paper is without being a form's: `Kommun: Karlshamn`, `Huvudman: Region Dalarna`."""

import re
from collections.abc import Iterator, Sequence

from models.blocks import Block, Heading, Paragraph, Table

ASKS_MUNICIPALITY = re.compile(r"^(?:kommun(?:ens namn)?|(?:namn på )?kommun\S*|sökande|huvudman)\b", re.IGNORECASE)
"""Questions that a municipality's name alone answers."""
_LINE = re.compile(r"(?P<label>[a-zåäö]+(?:\s[a-zåäö]+){0,2})\s?:\s*(?P<name>[A-ZÅÄÖ][^:.;\d]{2,40})", re.IGNORECASE)
_LABELS = re.compile(
    r"(?:(?:redovisande|rapporterande|ansvarig|sökande) )?(?:kommun|region|huvudman)\w*$", re.IGNORECASE
)


def issuer_lines(blocks: Sequence[Block]) -> Iterator[str]:
    """The name of each such line on the first page, as one that is asked for it would tell it; also a table's title."""
    first = min((block.place.page for block in blocks), default=0)
    for block in blocks:
        if block.place.page != first or not isinstance(block, Paragraph | Heading | Table):
            continue
        match = _LINE.fullmatch(block.text.strip())
        if match is not None and _LABELS.fullmatch(match["label"].strip()):
            yield name_asked(match["label"], match["name"].strip())


def name_asked(label: str, answer: str) -> str:
    """An answer to the question whose a paper is: a municipality's name stands for the municipality."""
    return f"{answer} kommun" if ASKS_MUNICIPALITY.match(label) else answer
