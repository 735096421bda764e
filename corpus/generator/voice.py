"""How one document speaks: its way of writing sums, heads and list items, the same from the first page to the last."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from corpus.generator.blocks import Heading, Inline, Note, Paragraph, Prose
from corpus.generator.figures import BARE, NO_BREAK, THIN, Figure, Style
from corpus.generator.phrases import Drawer, stock

_SEPARATORS: Final = (NO_BREAK,) * 9 + (" ",) * 5 + (THIN,) * 2 + (".",) * 2 + ("",) * 2
_SUFFIXES: Final = (f"{NO_BREAK}kr", f"{NO_BREAK}kr", f"{NO_BREAK}kronor", f"{NO_BREAK}kronor", " kr", ":-")

HEADS: Final[dict[str, tuple[str, ...]]] = {
    "long_term": ("Långsiktiga mål", "Långsiktigt mål", "Mål på lång sikt", "Långsiktiga mål"),
    "short_term": ("Kortsiktiga mål", "Kortsiktigt mål", "Mål på kort sikt", "Kortsiktiga mål"),
    "unspecified": ("Mål", "Målsättning", "Mål"),
    "activities": ("Aktiviteter", "Planerade aktiviteter", "Aktiviteter", "Insatser och aktiviteter"),
    "indicators": ("Indikatorer", "Indikator", "Indikatorer", "Uppföljning och indikatorer"),
    "cost": ("Kostnad", "Kostnader", "Ekonomi", "Beräknad kostnad"),
    "target_group": ("Målgrupp", "Målgrupper"),
    "background": ("Bakgrund", "Nuläge", "Utgångspunkter", "Bakgrund och nuläge"),
}
_MISSPELT: Final = {
    "Långsiktiga mål": "Långaiktiga mål",
    "Kortsiktiga mål": "Kortsiktga mål",
    "Aktiviteter": "Aktiviter",
    "Planerade aktiviteter": "Planerade aktivteter",
    "Indikatorer": "Indikatoerer",
    "Kostnad": "Kosntad",
}
_FIRST_MONTHS: Final = ("januari", "februari", "mars")
MONTHS: Final = (
    *_FIRST_MONTHS,
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)


@dataclass
class Voice:
    """heads holds the wording chosen for each kind of head; a misspelling comes now and then, as in real ones."""

    rng: random.Random
    drawer: Drawer
    kronor: Style
    bare: Style
    colon: str
    full_stop: str
    heads: dict[str, str]
    misspells: float
    notes: float

    @classmethod
    def of(cls, rng: random.Random, slots: dict[str, str]) -> "Voice":
        separator = rng.choice(_SEPARATORS)
        return cls(
            rng=rng,
            drawer=Drawer(rng, slots),
            kronor=Style(rng.choice(_SUFFIXES), separator),
            bare=replace(BARE, separator=separator),
            colon=rng.choice(("", "", "", ":")),
            full_stop=rng.choice(("", "", ".")),
            heads={kind: rng.choice(wordings) for kind, wordings in HEADS.items()},
            misspells=rng.choice((0.0, 0.0, 0.04)),
            notes=rng.choice((0.0, 0.1, 0.35)),
        )

    def head(self, kind: str, level: int) -> Heading:
        """The head of goals, activities and the like."""
        return Heading(self.label(kind) + self.colon, level)

    def label(self, kind: str) -> str:
        words = self.heads[kind]
        return _MISSPELT.get(words, words) if self.rng.random() < self.misspells else words

    def item(self, words: str) -> str:
        """A list item's words, closed as this document closes them."""
        return words if words.endswith(".") else words + self.full_stop

    def paragraph(self, sentences: Sequence[str]) -> Paragraph:
        """A paragraph of the stock, at times with a footnote."""
        return Paragraph(self.noted((self.drawer.draw(sentences),)))

    def told(self, name: str, figure: Figure, avoiding: str = "region") -> Paragraph:
        """A sentence of phrases/money.toml with its sum; none that speaks of another issuer (the word to avoid)."""
        sentences = stock("money")[name]
        fitting = [sentence for sentence in sentences if avoiding not in sentence.lower()]
        return Paragraph(self.drawer.prose(fitting or sentences, {"belopp": figure}))

    def prose(self, name: str, n: int = 1) -> list[Paragraph]:
        """Paragraphs from a list of phrases/prose.toml."""
        return [self.paragraph(stock("prose")[name]) for _ in range(n)]

    def noted(self, parts: Prose) -> Prose:
        """The words, at times with a footnote after them."""
        if self.rng.random() >= self.notes:
            return parts
        return (*parts, self.note())

    def note(self) -> Inline:
        return Note(self.drawer.draw(stock("prose")["footnotes"]))

    def date(self, year: int, months: Sequence[str] = MONTHS) -> str:
        """A day of the year, as this document writes dates."""
        month = self.rng.choice(list(months))
        return f"{year}-{MONTHS.index(month) + 1:02d}-{self.rng.randint(1, 28):02d}"

    def early_date(self, year: int) -> str:
        """A day in the first months of the year, when reports on the year before are signed."""
        return self.date(year, _FIRST_MONTHS)

    def person(self) -> str:
        return self.drawer.draw(stock("prose")["signers"])

    def thousands(self) -> Style:
        """Whole thousands with their unit."""
        return Style(
            f"{NO_BREAK}{self.rng.choice(('tkr', 'tkr', 'tusen kronor'))}", self.kronor.separator, Decimal(1000)
        )

    def millions(self, decimals: int = 1) -> Style:
        """Millions with so many decimals and their unit."""
        suffix = self.rng.choice((" miljoner kronor", " miljoner kronor", " mnkr", f"{NO_BREAK}miljoner"))
        return Style(suffix, scale=Decimal(1_000_000), decimals=decimals)
