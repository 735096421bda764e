"""Scores by what kind of document was read: so that hundreds of documents are a handful of lines."""

from collections.abc import Callable, Iterable
from typing import Final, Literal

from corpus.evaluation_scores import DocumentScores, Scores
from corpus.truth import Origin

Grouping = Literal["readable", "family", "kind", "producer"]

READABLE: Final = "readable"
SCANNED: Final = "scanned"
UNKNOWN: Final = "unknown"
"""Documents without an origin, beside others that have one."""

_GROUP: Final[dict[Grouping, Callable[[Origin], str]]] = {
    "readable": lambda _: READABLE,
    "family": lambda origin: origin.family,
    "kind": lambda origin: origin.kind,
    "producer": lambda origin: origin.producer,
}


def groups_of(scores: Scores) -> dict[Grouping, dict[str, DocumentScores]]:
    """Micro sums by look, kind, producer and by whether the pages can be read as text; names in order.

    Every grouping holds every document once. Scanned ones are one group in each: spread over looks and
    kinds they would only say how many there are. A document without an origin counts as readable, since
    only the generator makes scans; in the other groupings it is UNKNOWN. Empty where none has an origin.
    """
    if not scores.origins:
        return {}
    return {grouping: _summed(scores, grouping) for grouping in _GROUP}


def _summed(scores: Scores, grouping: Grouping) -> dict[str, DocumentScores]:
    members: dict[str, list[DocumentScores]] = {}
    for name, measures in scores.documents.items():
        members.setdefault(_group(scores.origins.get(name), grouping), []).append(measures)
    return {group: _sum(members[group]) for group in sorted(members)}


def _group(origin: Origin | None, grouping: Grouping) -> str:
    if origin is None:
        return READABLE if grouping == "readable" else UNKNOWN
    return SCANNED if origin.scanned else _GROUP[grouping](origin)


def _sum(measures: Iterable[DocumentScores]) -> DocumentScores:
    return sum(measures, start=DocumentScores())
