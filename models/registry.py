"""Municipalities, counties and grants by code and name, as a value that the rooms hand to each other."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from models.codebook import Codebook


@dataclass(frozen=True)
class Grant:
    """A grant that the state gives, under a code of this registry's own.

    words: beginnings of the words by which texts name it, in their order.
    """

    code: str
    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Registry:
    """kommunkod -> name and länskod -> name; the codes are Statistics Sweden's, as text. Grants, the narrower first.

    Compared by identity: what is worked out of it is known by it.
    """

    municipalities: Mapping[str, str]
    counties: Mapping[str, str]
    grants: tuple[Grant, ...] = ()
    regions: Mapping[str, str] = field(default_factory=dict)
    """Name of a region, or of the county council (landsting) that it was -> länskod."""
    codebook: Codebook = field(default_factory=Codebook)

    def __post_init__(self) -> None:
        object.__setattr__(self, "municipalities", MappingProxyType(dict(self.municipalities)))
        object.__setattr__(self, "counties", MappingProxyType(dict(self.counties)))
        object.__setattr__(self, "regions", MappingProxyType(dict(self.regions)))

    @cached_property
    def municipality_codes(self) -> Mapping[str, str]:
        """The municipalities' codes by the folded letters of their names, as texts are searched for them."""
        return {name.casefold(): code for code, name in self.municipalities.items()}

    def grant_code(self, text: str | None) -> str | None:
        """The code of the first grant whose words all stand in the text, in their order; null where there is none."""
        folded = (text or "").casefold()
        return next((code for code, pattern in self._patterns if pattern.search(folded)), None)

    @cached_property
    def _patterns(self) -> list[tuple[str, re.Pattern[str]]]:
        """A few words of other kinds may stand between a name's: `insatser inom området psykisk hälsa`."""
        gap = r"\w*\W+(?:[\w-]+\W+){0,6}?"
        return [
            (grant.code, re.compile(r"\b" + gap.join(re.escape(word.casefold()) for word in grant.words)))
            for grant in self.grants
        ]
