"""Telling sums again in a municipality's prose: in other spellings, each tied to the one that is exact."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from corpus.generator.blocks import Blocks, Prose, walk_prose, words_of
from corpus.generator.composers.money_tables import terms
from corpus.generator.content import Relation
from corpus.generator.figures import NO_BREAK, Figure, Style, money
from corpus.generator.voice import Voice

_NOT_A_MUNICIPALITYS: Final = re.compile(
    r"region|\blän(et)?s?\b|\{lanet\}|ombud|åtta aktiviteter|i tabellen|diarienummer|\bdnr\b", re.IGNORECASE
)
_ABOUT: Final = ("ca", "omkring", "cirka", "runt")
_MORE: Final = ("drygt", "något över")
_LESS: Final = ("knappt", "närmare", "nästan")


def of_a_municipality(sentences: Sequence[str]) -> tuple[str, ...]:
    """Those that a municipality can say of itself: nothing of regions, counties or the numbers of other matters."""
    return tuple(sentence for sentence in sentences if not _NOT_A_MUNICIPALITYS.search(sentence))


def names_grant(blocks: Blocks, title: str, grant: str) -> bool:
    """Whether the grant's name is printed in the title or the text."""
    return grant in title or any(grant in words_of(prose) for prose in walk_prose(blocks))


@dataclass
class Telling:
    """Tells sums in prose. Each repeats a figure that is printed exactly, and is tied to it by a relation."""

    voice: Voice
    rule: str
    relations: list[Relation] = field(default_factory=list)

    def again(self, base: Figure, where: str, style: Style, *, approximate: bool = False) -> Figure:
        """The figure once more in another style. Key: <base>.told<n>."""
        key = f"{base.key}.told{len(self.relations) + 1}"
        told = money(key, base.value, base.kinds, style, year=base.year, approximate=approximate)
        also = tuple({"tie.text-table", "tie.same-fact"} - {self.rule})
        self.relations.append(Relation(self.rule, key, terms((base.key,)), where, also, rounded=style.unit > 1))
        return told

    def tell(
        self, sentences: Sequence[str], base: Figure, where: str, style: Style | None = None, **more: str
    ) -> Prose:
        """A sentence with the sum in its slot {belopp}; where it is rounded, often with a word that says so."""
        voice, style = self.voice, style or self._style(base.value)
        template = voice.drawer.template(sentences)
        cut = base.value - style.rounded(base.value)
        word = ""
        if cut and voice.rng.random() < 0.7:
            word = voice.rng.choice((*_ABOUT, *(_MORE if cut > 0 else _LESS) * 2))
            opens = template.startswith("{belopp}")
            template = template.replace("{belopp}", f"{word.capitalize() if opens else word} {{belopp}}", 1)
        told = self.again(base, where, style, approximate=bool(word))
        return voice.drawer.prose_of(template, {"belopp": told}, **more)

    def _style(self, value: Decimal) -> Style:
        """Kronor to the last one, or whole thousands, or millions with a decimal or two."""
        voice = self.voice
        suffixes = (voice.kronor.suffix, ":-", " kr", f"{NO_BREAK}kronor")
        styles = [replace(voice.kronor, suffix=suffix) for suffix in suffixes]
        if value >= 20_000:
            styles += [voice.thousands()] * 2
        if value >= 200_000:
            styles.append(voice.millions(2))
        if value >= 2_000_000:
            styles += [voice.millions(1)] * 2
        return voice.rng.choice(styles)
