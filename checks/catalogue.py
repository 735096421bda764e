"""The catalogue of checks: every module in checks/rules is one, and nothing else lists them."""

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from checks import rules
from checks.corpus import Ask
from checks.violation import Violation
from checks.wording import Bilingual

Family = Literal[
    "footing",
    "cross-footing",
    "recalculation",
    "tie-out",
    "cut-off",
    "completeness",
    "reasonableness",
    "identity",
    "form",
]
_ARITHMETIC: frozenset[Family] = frozenset(["footing", "cross-footing", "recalculation", "tie-out"])

Scope = Literal["document", "corpus"]


@dataclass(frozen=True)
class Check:
    """One check: what it is called, what it claims and when it keeps silent, and how it looks.

    find is pure. With the scope `document` it is called with one document's rows (CheckInput) at a time, with
    `corpus` once with the Corpus, of which it has the documents and what its own `asks` gave for each file.
    """

    id: str
    family: Family
    scope: Scope
    title: Bilingual
    claim: Bilingual
    messages: Mapping[str, Bilingual]
    find: Callable[..., Iterable[Violation]]
    example: Bilingual | None = None
    """A case that it finds, in a sentence or two."""
    asks: tuple[Ask, ...] = ()
    """What a check of the corpus needs to know of each file."""

    @property
    def weighs_rounding(self) -> bool:
        """It holds numbers against each other, so that rounding can be ruled on."""
        return self.family in _ARITHMETIC


@cache
def catalogue() -> tuple[Check, ...]:
    """Every check, ordered by id.

    A module in checks/rules defines CHECK and is named after it (footing_column.py holds
    footing.column). Raises TypeError where it does not.
    """
    return tuple(
        sorted(
            (_check_in(module.name) for module in pkgutil.iter_modules(rules.__path__)),
            key=lambda check: check.id,
        )
    )


def _check_in(module_name: str) -> Check:
    module = importlib.import_module(f"{rules.__name__}.{module_name}")
    check = getattr(module, "CHECK", None)
    if not isinstance(check, Check):
        raise TypeError(f"checks/rules/{module_name}.py defines no CHECK")
    expected_name = check.id.replace(".", "_").replace("-", "_")
    if expected_name != module_name:
        raise TypeError(f"{check.id} should stand in {expected_name}.py, not in {module_name}.py")
    return check
