"""What a look is: one way in which some authority's documents really look, made by one producer."""

from dataclasses import dataclass
from typing import Literal

from corpus.generator.content import DocumentKind

Producer = Literal["weasyprint", "typst", "writer"]
Family = Literal[
    "word-ruled",
    "half-ruled",
    "unruled",
    "landscape",
    "two-column",
    "form-boxed",
    "form-unboxed",
    "form-label-above",
    "survey",
    "memo",
    "old-landsting",
    "modern",
]


class ProducerError(Exception):
    """A producer that is not there or could not typeset; the message says what to install."""


@dataclass(frozen=True)
class Look:
    """name is unique over all producers; fits says which kinds of document it is for."""

    name: str
    family: Family
    producer: Producer
    fits: frozenset[DocumentKind]


PLANS: frozenset[DocumentKind] = frozenset({"county_plan", "region_plan", "local_plan", "direction"})
FORMS: frozenset[DocumentKind] = frozenset({"form_report", "survey_report", "application"})
LETTERS: frozenset[DocumentKind] = frozenset({"memo", "consultation"})
REPORTS: frozenset[DocumentKind] = frozenset({"written_report", "control_plan"})
EVERYTHING: frozenset[DocumentKind] = PLANS | FORMS | LETTERS | REPORTS | {"packet"}
