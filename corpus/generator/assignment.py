"""What a composer is asked for: which document of which scenario, and what lies beside it in the corpus."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field

from corpus.generator.content import DocumentKind
from corpus.generator.scenario import Municipality, Scenario
from corpus.generator.voice import Voice


@dataclass(frozen=True)
class Assignment:
    """name is the file's stem. siblings are the documents of the same municipality (and its county's plan) by kind:
    only what is in them can be compared with.
    """

    name: str
    kind: DocumentKind
    scenario: Scenario
    municipality: Municipality | None = None
    siblings: Mapping[DocumentKind, str] = field(default_factory=dict)

    def rng(self, purpose: str = "") -> random.Random:
        """Chance of this document's own: the same document has the same."""
        return random.Random(f"{self.scenario.name}/{self.name}/{purpose}")

    def voice(self) -> Voice:
        return Voice.of(self.rng("voice"), self.scenario.slots(self.municipality))

    def about(self) -> Municipality:
        """The municipality that the document is of. Raises ValueError where it is the county's."""
        if self.municipality is None:
            raise ValueError(f"{self.name}: a {self.kind} needs a municipality")
        return self.municipality
