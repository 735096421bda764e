"""What an auditor has ruled about the checks: which are off, and how they weigh rounding, in all or for one grant.

The file (TOML):

    off = ["reason.outlier", "form"]                # a check's id, or a family of them

    [regime]
    "footing.column" = "rounded"                    # or "exact"

    [[grant]]
    name = "god och nära vård"                      # words of the grant's name, or of the title
    off = ["complete.amounts"]
    regime = { "recalc.balance" = "exact" }
"""

import tomllib
from collections.abc import Iterator
from functools import reduce
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from checks.arithmetic import Regime
from checks.catalogue import catalogue
from models.rows import Document


class RulingsError(Exception):
    """A file of rulings that cannot be used."""

    def __init__(self, path: Path, why_sv: str, why_en: str) -> None:
        super().__init__(path, why_sv, why_en)
        self.message_sv = f"Inställningarna för kontroller i {path} kan inte användas: {why_sv}."
        self.message_en = f"The settings of the checks in {path} cannot be used: {why_en}."

    def __str__(self) -> str:
        return f"{self.message_sv} / {self.message_en}"


class Ruling(BaseModel):
    """Which checks are off, and the regime of others; both by id or by the beginning of ids."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    off: tuple[str, ...] = ()
    regime: dict[str, Regime] = Field(default_factory=dict)

    def is_off(self, rule: str) -> bool:
        return any(_is_of(rule, name) for name in self.off)

    def regime_of(self, rule: str) -> Regime | None:
        """The regime that is ruled for a check; of several names the longest holds. None where nothing is ruled."""
        if not self.regime:
            return None
        names = sorted((name for name in self.regime if _is_of(rule, name)), key=len)
        return self.regime[names[-1]] if names else None


class GrantRuling(Ruling):
    """A ruling for the documents of one grant."""

    name: str = Field(min_length=1)

    def is_for(self, document: Document) -> bool:
        words = self.name.casefold()
        return any(words in (text or "").casefold() for text in (document.grant_name, document.title))


class Rulings(Ruling):
    """The whole file. What is ruled for a grant goes before what is ruled for all."""

    grant: tuple[GrantRuling, ...] = ()

    def of(self, document: Document | None) -> Ruling:
        """What is ruled for one document; None stands for all of them together."""
        if not self.grant:
            return self
        own = [each for each in self.grant if document is not None and each.is_for(document)]
        return reduce(_with, own, Ruling(off=self.off, regime=self.regime)) if own else self


NO_RULINGS = Rulings()


def load_rulings(path: Path) -> Rulings:
    """The rulings of a file.

    Raises RulingsError where it is not in the form above or names a check that there is not, OSError where it
    cannot be read.
    """
    try:
        rulings = Rulings.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RulingsError(path, f"den är inte TOML ({error})", f"it is not TOML ({error})") from error
    except ValidationError as error:
        faults = "; ".join(f"{'.'.join(map(str, f['loc']))}: {f['msg']}" for f in error.errors(include_url=False))
        raise RulingsError(path, faults, faults) from error
    known = [check.id for check in catalogue()]
    unknown = sorted({name for name in _names(rulings) if not any(_is_of(rule, name) for rule in known)})
    if unknown:
        names = ", ".join(unknown)
        raise RulingsError(path, f"ingen kontroll heter {names}", f"there is no check {names}")
    return rulings


def _names(rulings: Rulings) -> Iterator[str]:
    for ruling in (rulings, *rulings.grant):
        yield from (*ruling.off, *ruling.regime)


def _is_of(rule: str, name: str) -> bool:
    return rule == name or rule.startswith(f"{name}.")


def _with(one: Ruling, more: Ruling) -> Ruling:
    return Ruling(off=one.off + more.off, regime=one.regime | more.regime)
