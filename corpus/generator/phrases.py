"""The stock of Swedish sentences that made documents are written with (phrases/*.toml), and drawing from it."""

import random
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

from pydantic import ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass as checked_dataclass

from corpus.generator.blocks import Prose
from corpus.generator.figures import Figure

_FOLDER: Final = Path(__file__).with_suffix("")
_SLOT: Final = re.compile(r"\{(\w+)\}")


@checked_dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class Theme:
    """One field of work, with sentences of every kind about it."""

    name: str
    focus_area: str
    target_groups: tuple[str, ...]
    initiatives: tuple[str, ...]
    long_term_goals: tuple[str, ...]
    short_term_goals: tuple[str, ...]
    activities: tuple[str, ...]
    steps: tuple[str, ...]
    indicators: tuple[str, ...]
    cost_reasons: tuple[str, ...]
    background: tuple[str, ...]
    results: tuple[str, ...]
    verksamheter: tuple[str, ...]


_THEME: Final = TypeAdapter(Theme)


@cache
def themes() -> tuple[Theme, ...]:
    """Every theme, by file name. Raises pydantic.ValidationError where a file is not in the form of Theme."""
    return tuple(_load_theme(path) for path in sorted((_FOLDER / "themes").glob("*.toml")))


@cache
def stock(name: str) -> dict[str, Any]:
    """The lists of phrases/<name>.toml by name."""
    return tomllib.loads((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def _load_theme(path: Path) -> Theme:
    lists = tomllib.loads(path.read_text(encoding="utf-8"))
    return _THEME.validate_python(lists)


@dataclass
class Drawer:
    """Draws sentences for one document, none twice until its list is used up, and fills in their slots.

    slots hold what is the same in the whole document ("kommunen", "ar"); {antal} and {procent} are drawn anew.
    """

    rng: random.Random
    slots: Mapping[str, str]
    _left: dict[Sequence[str], list[str]] = field(default_factory=dict)

    def draw(self, sentences: Sequence[str]) -> str:
        """One sentence that this document does not have yet."""
        return self.filled(self.template(sentences))

    def several(self, sentences: Sequence[str], n: int) -> list[str]:
        """So many sentences, at most as many as there are."""
        return [self.draw(sentences) for _ in range(min(n, len(sentences)))]

    def template(self, sentences: Sequence[str]) -> str:
        """As draw, with the slots still open."""
        key = tuple(sentences)
        if not self._left.get(key):
            self._left[key] = self.rng.sample(key, len(key))
        return self._left[key].pop()

    def filled(self, template: str, **more: str) -> str:
        """The sentence with its slots filled. Raises KeyError for a slot that is not known here."""
        words = _SLOT.sub(lambda match: self._slot(match[1], more), template)
        return words[:1].upper() + words[1:] if template.startswith("{") else words

    def prose(self, sentences: Sequence[str], figures: Mapping[str, Figure], **more: str) -> Prose:
        """A sentence that carries sums: the slots named in figures become those figures."""
        return self.prose_of(self.template(sentences), figures, **more)

    def prose_of(self, template: str, figures: Mapping[str, Figure], **more: str) -> Prose:
        """As prose, of a given template. Raises ValueError where a figure has no slot, or two."""
        parts: list[str | Figure] = []
        used: list[str] = []
        end = 0
        for match in _SLOT.finditer(template):
            if match[1] in figures:
                parts += [self.filled(template[end : match.start()], **more), figures[match[1]]]
                used.append(match[1])
                end = match.end()
        if sorted(used) != sorted(figures):
            raise ValueError(f"{template!r} does not have each of {sorted(figures)} once")
        return tuple(part for part in (*parts, self.filled(template[end:], **more)) if part != "")

    def _slot(self, name: str, more: Mapping[str, str]) -> str:
        if name in more:
            return more[name]
        match name:
            case "antal":
                return str(self.rng.randint(2, 60))
            case "procent":
                return str(self.rng.randint(3, 90))
            case _:
                return self.slots[name]
