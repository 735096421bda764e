"""The stock's forms: titles, sections and questions with the answers that may stand under them."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, Literal

from pydantic import ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass as checked_dataclass

from corpus.generator.phrases import stock
from models.rows import AmountKind

_CONFIG: Final = ConfigDict(extra="forbid")
_NUMBER: Final = re.compile(r"^(?:[A-Z]\d+|\d+(?: (?P<letter>[a-z]))?)\. ")
_LETTERED: Final = re.compile(r"^[A-Z]\. ")


@checked_dataclass(frozen=True, config=_CONFIG)
class QuestionText:
    """A question of the stock. role is the kind of a sum that answers it."""

    label: str
    kind: Literal["text", "long", "number", "money", "choice", "date", "orgnr", "name", "phone", "email"]
    role: AmountKind | None = None
    choices: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    hint: str = ""

    @property
    def words(self) -> str:
        """The label without the number that it has in the stock's form."""
        return _NUMBER.sub("", self.label)

    @property
    def letter(self) -> str | None:
        """Of a question that goes on from the one before it: a, b."""
        match = _NUMBER.match(self.label)
        return match["letter"] if match else None


@checked_dataclass(frozen=True, config=_CONFIG)
class SectionText:
    title: str
    questions: tuple[QuestionText, ...]

    @property
    def words(self) -> str:
        return _LETTERED.sub("", self.title)

    def of_kinds(self, *kinds: str) -> "SectionText":
        """The section with its questions of these kinds only."""
        return SectionText(self.title, tuple(each for each in self.questions if each.kind in kinds))


@checked_dataclass(frozen=True, config=_CONFIG)
class FormText:
    id: str
    title: str
    intro: str
    sections: tuple[SectionText, ...]

    def of_kind(self, kind: str) -> Iterator[QuestionText]:
        return (each for section in self.sections for each in section.questions if each.kind == kind)


@cache
def form_texts() -> dict[str, FormText]:
    """The stock's forms by id. Raises pydantic.ValidationError where one is not in the form of FormText."""
    forms = TypeAdapter(tuple[FormText, ...]).validate_python(stock("forms")["form"])
    return {form.id: form for form in forms}


@cache
def labels_of(kind: str) -> tuple[str, ...]:
    """Every wording that the stock's forms have for a question of the kind."""
    return tuple(each.words for form in form_texts().values() for each in form.of_kind(kind))
