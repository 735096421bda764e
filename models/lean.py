"""Models of which a file has thousands."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, Self

from pydantic import BaseModel


class Lean(BaseModel):
    """A model that does not remember which of its fields were given: all count as given.

    Pydantic keeps a set of them for each, which takes as much memory as a row's own values.
    """

    @classmethod
    def of_valid(cls, names: Sequence[str], columns: Iterable[Iterable[Any]]) -> Iterator[Self]:
        """Models of the values of all fields, field by field, that are known to be valid: nothing looks at them.

        Pydantic's own model_construct asks every field for its alias and default, and takes longer than validating.
        """
        keep = object.__setattr__
        given = _fields(cls)
        for values in zip(*columns, strict=True):
            model = cls.__new__(cls)
            keep(model, "__dict__", dict(zip(names, values, strict=True)))
            keep(model, "__pydantic_extra__", None)
            keep(model, "__pydantic_private__", None)
            keep(model, "__pydantic_fields_set__", given)
            yield model

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
