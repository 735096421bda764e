"""Values of which a page has thousands: made fast, and as unchangeable as mypy sees to."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, Self, TypeVar, dataclass_transform, overload

_Value = TypeVar("_Value")
_Found = TypeVar("_Found")


@dataclass_transform(frozen_default=True)
def plain(cls: type[_Value]) -> type[_Value]:
    """A dataclass that the type checker holds for frozen, compared and hashed by its values.

    One that Python itself keeps frozen takes three times as long to make, each field through a call of its own.
    """
    return dataclass(unsafe_hash=True)(cls)


@dataclass_transform(frozen_default=True)
def slotted(cls: type[_Value]) -> type[_Value]:
    """As `plain`, with no room for anything but its fields."""
    return dataclass(unsafe_hash=True, slots=True)(cls)


class once(Generic[_Found]):  # noqa: N801 - a decorator, as functools.cached_property is
    """What a value finds of itself when it is first asked, and knows from then on.

    functools.cached_property of Python 3.11 takes a lock for it, which takes longer than most such answers.
    """

    def __init__(self, find: Callable[[Any], _Found]) -> None:
        self._find = find
        self._name = find.__name__
        self.__doc__ = find.__doc__

    @overload
    def __get__(self, value: None, owner: type[Any]) -> Self: ...

    @overload
    def __get__(self, value: object, owner: type[Any]) -> _Found: ...

    def __get__(self, value: object | None, owner: type[Any]) -> Self | _Found:
        if value is None:
            return self
        found = value.__dict__[self._name] = self._find(value)
        return found
