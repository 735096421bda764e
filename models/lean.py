"""Models of which a file has thousands."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, Self

from pydantic import BaseModel

_keep_values, _keep_extra, _keep_private, _keep_given = (
    BaseModel.__dict__[slot].__set__
    for slot in ("__dict__", "__pydantic_extra__", "__pydantic_private__", "__pydantic_fields_set__")
)
"""What sets the slots of a model past its own guard; to look each up by its name for each row takes twice as long."""


class Lean(BaseModel):
    """A model that does not remember which of its fields were given: all count as given.

    Pydantic keeps a set of them for each, which takes as much memory as a row's own values.
    """

    @classmethod
    def of_valid(cls, names: Sequence[str], columns: Iterable[Iterable[Any]]) -> Iterator[Self]:
        """Models of the values of all fields, field by field, that are known to be valid: nothing looks at them.

        Pydantic's own model_construct asks every field for its alias and default, and takes longer than validating.
        """
        given = _fields(cls)
        for values in zip(*columns, strict=True):
            model = object.__new__(cls)
            _keep_values(model, dict(zip(names, values, strict=True)))
            _keep_extra(model, None)
            _keep_private(model, None)
            _keep_given(model, given)
            yield model

    def model_post_init(self, _context: Any, /) -> None:
        _share_fields(self)

    def __copy__(self) -> Self:
        copied = super().__copy__()
        _share_fields(copied)
        return copied


def _share_fields(model: Lean) -> None:
    """One set for all of a kind: pydantic adds nothing to it but names of fields."""
    _keep_given(model, _fields(type(model)))


@cache
def _fields(kind: type[Lean]) -> set[str]:
    return set(kind.model_fields)
