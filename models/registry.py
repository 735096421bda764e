"""Municipalities and counties by code and name, as a value that the rooms hand to each other."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Registry:
    """kommunkod -> name and länskod -> name; the codes are Statistics Sweden's, as text."""

    municipalities: Mapping[str, str]
    counties: Mapping[str, str]

    def __post_init__(self) -> None:
        object.__setattr__(self, "municipalities", MappingProxyType(dict(self.municipalities)))
        object.__setattr__(self, "counties", MappingProxyType(dict(self.counties)))
