"""Models of which a file has thousands."""

from functools import cache
from typing import Any, Self

from pydantic import BaseModel


class Lean(BaseModel):
    """A model that does not remember which of its fields were given: all count as given.

    Pydantic keeps a set of them for each, which takes as much memory as a row's own values.
    """

    def model_post_init(self, _context: Any, /) -> None:
        _share_fields(self)

    def __copy__(self) -> Self:
        copied = super().__copy__()
        _share_fields(copied)
        return copied


def _share_fields(model: Lean) -> None:
    """One set for all of a kind: pydantic adds nothing to it but names of fields."""
    object.__setattr__(model, "__pydantic_fields_set__", _fields(type(model)))


@cache
def _fields(kind: type[Lean]) -> set[str]:
    return set(kind.model_fields)
