"""What time a prose report is of: the grant's whole year, or its first eight months and told so."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random
from typing import Final

from corpus.generator.scenario import Municipality
from corpus.generator.voice import Voice

_PARTIAL_INTRO: Final = (
    "Delredovisningen omfattar tiden 1 januari–31 augusti {ar}. Vad som sker därefter tas upp i slutredovisningen.",
    "Här redovisas årets åtta första månader. Siffrorna är hämtade ur bokföringen per den 31 augusti {ar}.",
    "Redovisningen görs medan året pågår och sträcker sig till och med den 31 augusti {ar}.",
)
_NOT_YET: Final = re.compile(
    r"september|oktober|november|december|\bhöst|\bjul(en)?\b|årsskifte|årets (slut|utgång)|bokslut|"
    r"första halvåret|i februari|efter sommaren|januari till 31",
    re.IGNORECASE,
)
"""What cannot be told yet at the end of August."""


@dataclass(frozen=True)
class ReportPeriod:
    """year is the grant's. A partial report is of the time up to 31 August, and is signed in that autumn."""

    year: int
    partial: bool = False

    @property
    def ended(self) -> str:
        """The period's last day."""
        return f"{self.year}-{'08-31' if self.partial else '12-31'}"

    def titles(self, grant: str, issuer: str) -> tuple[str, ...]:
        if self.partial:
            return (
                f"Delredovisning till och med 31 augusti {self.year}: {grant}",
                f"{grant} – delredovisning per den 31 augusti {self.year}",
                f"Delredovisning 1 januari–31 augusti {self.year}, psykisk hälsa i {issuer}",
            )
        return (
            f"Återrapport {self.year}: {grant}",
            f"{grant} – redovisning för {self.year}",
            f"Redovisning av {self.year} års insatser för psykisk hälsa i {issuer}",
            f"Så använde {issuer} statsbidraget {self.year}",
        )

    @property
    def captions(self) -> tuple[str, ...]:
        """Of the table that holds the year's budget against what is spent."""
        if self.partial:
            return ("", f"Budget {self.year} och utfall till och med augusti", "Helårsbudget och utfall hittills")
        return ("", f"Budget och utfall {self.year}", "Ekonomiskt utfall", "Redovisning i kr")

    @property
    def kind(self) -> str:
        """What a letterhead calls the report."""
        return "Delredovisning" if self.partial else "Återrapport"

    @property
    def intro(self) -> tuple[str, ...]:
        """Sentences of which one must be said; none where the period is the one that all expect."""
        return _PARTIAL_INTRO if self.partial else ()

    def signed(self, voice: Voice) -> str:
        """A day soon after the period's end: in a partial report before the year's."""
        if self.partial:
            return voice.date(self.year, ("september", "oktober"))
        return voice.early_date(self.year + 1)

    def fitting(self, sentences: Sequence[str]) -> tuple[str, ...]:
        """Those that can be said when the period has ended; never none."""
        kept = tuple(each for each in sentences if not _NOT_YET.search(each)) if self.partial else ()
        return kept or tuple(sentences)

    def reached(self, municipality: Municipality, rng: Random) -> Municipality:
        """The municipality with what its initiatives have spent within the period."""
        if not self.partial:
            return municipality

        def so_far(spent: Decimal) -> Decimal:
            return (spent * rng.randint(35, 75) / 100).to_integral_value()

        initiatives = tuple(replace(each, spent=so_far(each.spent)) for each in municipality.initiatives)
        return replace(municipality, initiatives=initiatives)
