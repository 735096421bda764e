"""Sweden's municipalities by the names that tables and lists give them."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from models.registry import Registry

_KIND = re.compile(r"\s+(?:kommun|stad)$")
_MARK = re.compile(r"[\d*†]+$")
_LONGEST = 40
"""Letters that no name has, with `kommun` and marks of footnotes: most cells need not be looked at closely."""
_CAPITALISED = re.compile(r"[A-ZÅÄÖ][\w-]+(?:\s[A-ZÅÄÖ][\w-]+)?")


@dataclass(frozen=True)
class Municipalities:
    """The registry, asked by name."""

    registry: Registry

    def code_of(self, label: str | None) -> str | None:
        """The code of the municipality that a label is the name of, and nothing more: `Rättviks kommun`, `Rättvik1`."""
        if not label or len(label) > _LONGEST:
            return None
        name = _plain(label)
        return self._codes.get(name) or self._codes.get(name.removesuffix("s"))

    def named_in(self, text: str) -> Iterator[str]:
        """The codes of the municipalities that a text names, in its order."""
        for match in _CAPITALISED.finditer(text):
            code = self.code_of(match.group())
            codes = [code] if code else [self.code_of(word) for word in match.group().split()]
            yield from (each for each in codes if each is not None)

    def name_of(self, code: str) -> str:
        return self.registry.municipalities[code]

    def of_county(self, lanskod: str) -> list[str]:
        """The codes of a county's municipalities, in order."""
        return sorted(code for code in self.registry.municipalities if code[:2] == lanskod)

    @cached_property
    def _codes(self) -> Mapping[str, str]:
        return _codes_by_name(self.registry)


@lru_cache(maxsize=4)
def _codes_by_name(registry: Registry) -> Mapping[str, str]:
    """Asked for once a document; the registry is the same for all."""
    return {_plain(name): code for code, name in registry.municipalities.items()}


def _plain(name: str) -> str:
    text = " ".join(unicodedata.normalize("NFC", name).casefold().split())
    return _KIND.sub("", _MARK.sub("", text).rstrip(" :.,"))
